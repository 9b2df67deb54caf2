//! What is said beside calendars: their first day, what is in none, and what lies in their folder from before.

use crate::cli::Streams;
use crate::cli::args::AssignArgs;
use crate::cli::context::Context;
use crate::model::TaskRef;
use crate::render::{Calendars, one_line};
use chrono::NaiveDate;
use std::path::PathBuf;

/// More names than these are counted.
const MOST_NAMED: usize = 3;

/// Longer names are not said, in bytes: their ids are.
const LONGEST: usize = 100;

/// Writes the notes.
pub fn say(
    arguments: &AssignArgs,
    calendars: &Calendars,
    start: NaiveDate,
    left: &[PathBuf],
    context: &Context,
    streams: &mut Streams,
) {
    let mut notes = Vec::new();
    if calendars.is_empty() {
        let nothing =
            "no task comes round at a fixed rhythm: there is nothing for a calendar".to_owned();
        notes.push(nothing);
    } else if arguments.start.is_none() {
        let day = start.format("%A %Y-%m-%d");
        notes.push(format!("the first day is {day}; --start chooses another"));
    }
    let lost = [
        (
            &calendars.without_rhythm,
            "1 task does not come round at a fixed rhythm",
            "tasks do not come round at a fixed rhythm",
        ),
        (&calendars.unassigned, "1 task has nobody", "tasks have nobody"),
    ];
    for (tasks, one, several) in lost.into_iter().filter(|(tasks, ..)| !tasks.is_empty()) {
        let count = match tasks.len() {
            1 => one.to_owned(),
            n => format!("{n} {several}"),
        };
        let names = few(tasks.iter().map(|&task| name(task, context)), "; ");
        notes.push(format!("in no calendar: {count} ({names})"));
    }
    if !calendars.is_empty() && !calendars.idle.is_empty() {
        let names = few(calendars.idle.iter().cloned(), ", ");
        let have = if calendars.idle.len() == 1 { "has" } else { "have" };
        notes.push(format!("no calendar for {names}, who {have} no task that comes round"));
    }
    if !left.is_empty() {
        let files = few(left.iter().map(|path| path.display().to_string()), ", ");
        notes.push(if left.len() == 1 {
            format!("{files} is a calendar of somebody who has none now; it was left as it is")
        } else {
            format!("{files} are calendars of people who have none now; they were left as they are")
        });
    }
    for note in notes {
        context.note(&one_line(&note), streams);
    }
}

fn name(task: TaskRef, context: &Context) -> String {
    let name = context.reader().task(task).to_owned();
    if name.len() > LONGEST { context.registry.task_id(task) } else { name }
}

/// A few names, and how many more there are.
fn few(names: impl ExactSizeIterator<Item = String>, between: &str) -> String {
    let more = names.len().saturating_sub(MOST_NAMED);
    let shown = names.take(MOST_NAMED).collect::<Vec<_>>().join(between);
    match more {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_names_are_said_and_the_others_counted() {
        let few = |names: &[&str]| few(names.iter().map(ToString::to_string), "; ");
        assert_eq!(few(&["a"]), "a");
        assert_eq!(few(&["a", "b", "c"]), "a; b; c");
        assert_eq!(few(&["a", "b", "c", "d"]), "a; b; c and 1 more");
    }
}
