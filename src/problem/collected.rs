//! Problems as they are found. There is an end to it: nobody reads a hundred thousand of them, and a hostile file could
//! fill the memory with its mistakes.

use super::{Place, Problem};
use crate::source::FileId;
use std::collections::HashMap;

/// After this many problems of one file, one more is kept and says that there are more.
const MOST_IN_A_FILE: usize = 1_000;

/// The same for a whole registry.
const MOST: usize = 100_000;

/// What the last one says.
const MORE_IN_THE_FILE: &str = "; more is wrong with this file than is shown";
const MORE: &str = "; more is wrong with this registry than is shown";

/// The problems of one file, or of a whole registry. The first ones that are found stay.
#[derive(Debug, Default)]
pub struct Problems {
    kept: Vec<Problem>,
    in_file: HashMap<FileId, usize>,
}

impl Problems {
    /// Keeps a problem, if there is room for it.
    pub fn push(&mut self, mut problem: Problem) {
        if !self.has_room(problem.place.file()) {
            return;
        }
        let count = self.in_file.entry(problem.place.file()).or_default();
        if *count == MOST_IN_A_FILE && !problem.message.ends_with(MORE_IN_THE_FILE) {
            problem.message.push_str(MORE_IN_THE_FILE);
        }
        if self.kept.len() == MOST {
            problem.message.push_str(MORE);
        }
        *count += 1;
        self.kept.push(problem);
    }

    /// Whether one more problem of this file would be kept.
    pub fn has_room(&self, file: FileId) -> bool {
        let count = self.in_file.get(&file).copied().unwrap_or_default();
        !self.is_full() && count <= MOST_IN_A_FILE
    }

    fn is_full(&self) -> bool {
        self.kept.len() > MOST
    }

    /// The problems in the order of files and places; what was said twice stands there once.
    pub fn sorted(self) -> Vec<Problem> {
        let mut problems = self.kept;
        let order = |problem: &Problem| match problem.place {
            Place::Span(span) => (span.file, span.start),
            Place::Position(file, _) | Place::File(file) => (file, 0),
        };
        problems.sort_by(|a, b| {
            order(a).cmp(&order(b)).then_with(|| (a.code, &a.message).cmp(&(b.code, &b.message)))
        });
        problems.dedup();
        problems
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        let mut problems = Self::default();
        problems.push(problem);
        problems
    }
}

impl Extend<Problem> for Problems {
    fn extend<T: IntoIterator<Item = Problem>>(&mut self, problems: T) {
        for problem in problems {
            if self.is_full() {
                return;
            }
            self.push(problem);
        }
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Code;

    fn problem(file: u32, number: usize) -> Problem {
        let place = Place::File(FileId(file));
        Problem::new(Code::InvalidValue, place, format!("{number:06}"))
    }

    #[test]
    fn a_file_and_a_registry_have_so_many_problems_and_no_more() {
        let mut problems = Problems::default();
        problems.extend((0..MOST_IN_A_FILE + 5).map(|number| problem(7, number)));
        problems.push(problem(8, 0));
        let last = &problems.kept[MOST_IN_A_FILE].message;
        assert_eq!(*last, format!("001000{MORE_IN_THE_FILE}"));
        assert_eq!(problems.kept.len(), MOST_IN_A_FILE + 2);
        problems.extend((9..).flat_map(|file| [problem(file, 1), problem(file, 2)]));
        assert!(problems.is_full() && problems.kept[MOST].message.ends_with(MORE));
        assert_eq!(problems.sorted().len(), MOST + 1);
    }

    #[test]
    fn problems_of_a_file_that_has_too_many_say_so_once() {
        let mut of_file = Problems::default();
        of_file.extend((0..MOST_IN_A_FILE + 5).map(|number| problem(0, number)));
        let mut all = Problems::default();
        all.extend(of_file);
        let says_so = |problem: &&Problem| problem.message.contains(MORE_IN_THE_FILE);
        let last = all.kept.iter().filter(says_so).collect::<Vec<_>>();
        assert_eq!(last.len(), 1);
        assert_eq!(last[0].message.matches(MORE_IN_THE_FILE).count(), 1);
    }

    #[test]
    fn they_come_in_the_order_of_files_and_what_is_said_twice_comes_once() {
        let mut problems = Problems::default();
        problems.extend([problem(2, 1), problem(1, 2), problem(1, 1), problem(2, 1)]);
        let sorted = [problem(1, 1), problem(1, 2), problem(2, 1)];
        assert_eq!(problems.sorted(), sorted);
    }
}
