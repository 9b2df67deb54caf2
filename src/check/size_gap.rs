//! Numbers of employees between two company sizes that belong to neither.

use crate::model::{Employees, Registry, Size};
use crate::problem::{Code, Problem, Problems};

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    if !registry.own().sizes {
        return;
    }
    let sizes = registry.sizes().iter();
    let mut ranges: Vec<(&Size, Employees)> =
        sizes.filter_map(|size| Some((size, size.employees?))).collect();
    ranges.sort_by_key(|(_, range)| range.min);
    let open = registry.sizes().iter().find(|size| size.employees.is_none());
    let gaps = ranges.windows(2).filter_map(|pair| gap(pair[0], pair[1], open));
    problems.extend(gaps);
}

/// `open` is a size without a range, which may be the one that is missing.
fn gap(
    (below, lower): (&Size, Employees),
    (above, upper): (&Size, Employees),
    open: Option<&Size>,
) -> Option<Problem> {
    let (first, last) = (lower.max?.checked_add(1)?, upper.min.checked_sub(1)?);
    (first <= last).then(|| {
        let numbers = if first == last {
            format!("{first} employees belong")
        } else {
            format!("{first} to {last} employees belong")
        };
        let message = format!("{numbers} neither to '{}' nor to '{}'", below.id, above.id);
        let fix = match open {
            Some(open) => format!(
                "give '{}' its `employees`, or let '{}' begin at {first}",
                open.id, above.id
            ),
            None => format!("let '{}' begin at {first}", above.id),
        };
        Problem::new(Code::SizeGap, above.place, message)
            .fix(fix)
            .related(below.place, "the size below is here")
    })
}
