//! A registry that extends another: one that changes nothing is its base, and any text in its place is a change or a
//! problem.

use super::any_text::read_over;
use super::registries::{file, read, registry};
use proptest::prelude::*;
use roles::model::RoleIx;
use roles::render::Transfer;
use roles::resolve;
use roles::source::Sources;

const HEAD: &str = "version: 1\nextends: ../base\n";

const BASE: &str = "\
name: Role
also_called: [Part]
tasks:
  - {id: a, name: A, cadence: weekly, on: [monday], hours_per_week: 1}
  - {id: b, name: B, after: [a], handoffs: [{to: other/o}]}
  - {id: c, name: C, area: crisis, hours_each_time: 2, cadence: monthly}
";

/// A line of a change, right or wrong.
fn line() -> impl Strategy<Value = String> {
    let id = prop::sample::select(vec!["a", "b", "c", "d", "é", "~"]);
    let keys = proptest::collection::vec(
        prop::sample::select(vec![
            "name: N",
            "remove: true",
            "remove: false",
            "before: a",
            "before: c",
            "before: d",
            "cadence: daily",
            "cadence: once",
            "on: [friday]",
            "hours_per_week: 2",
            "hours_each_time: 3",
            "area: ~",
            "area: strategy",
            "after: [c]",
            "after:",
            "nam: X",
            "x-mine: [1]",
            "handoffs: []",
            "also_called: [W]",
            "detail: ",
            "name: ",
            "id: a",
        ]),
        0..4,
    );
    (id, keys).prop_map(|(id, keys)| format!("  - {{id: {id}, {}}}\n", keys.join(", ")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn a_registry_that_changes_nothing_is_its_base(sources in registry(), changed in any::<bool>()) {
        let base = read(&sources);
        let mut files = vec![file("registry", HEAD.to_owned())];
        if changed {
            files.extend(base.roles().map(|role| file(base.role(role).id.as_str(), "tasks:\n".to_owned())));
        }
        files.sort_by(|one, other| one.stem.cmp(&other.stem));
        let mut own = Sources::of(files);
        own.base = Ok(sources.files);
        let same = resolve::read(&own).map_err(|problems| TestCaseError::fail(format!("{problems:#?}")))?;
        let roles: Vec<RoleIx> = base.roles().collect();
        prop_assert_eq!(&same.roles().collect::<Vec<_>>(), &roles);
        let (one, other) = (Transfer::new(&base, &base, &roles), Transfer::new(&same, &same, &roles));
        for &role in &roles {
            prop_assert_eq!(one.role_file(role, "", false), other.role_file(role, "", false));
        }
        prop_assert_eq!(one.registry_file(""), other.registry_file(""));
    }

    #[test]
    fn any_change_is_right_or_told(lines in proptest::collection::vec(line(), 0..6)) {
        read_over(HEAD, format!("tasks:\n{}", lines.concat()), BASE);
    }

    #[test]
    fn any_text_is_a_change_or_a_problem(text in "\\PC{0,80}", bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        read_over(HEAD, &text, BASE);
        read_over(HEAD, &bytes, BASE);
        read_over(HEAD, "tasks: [{id: a, name: X}]", &bytes);
        read_over(format!("{HEAD}areas: [{text}]"), "tasks:", BASE);
    }
}
