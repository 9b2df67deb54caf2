//! `roles assign --format ics`: calendars to standard output, or a file for each doer.

use super::args::{AssignArgs, AssignFormat};
use super::console::{Console, write_over_own};
use super::environment::Environment;
use super::failure::Failure;
use super::registry::{Context, below, parse_day};
use crate::model::TaskRef;
use crate::problem::few;
use crate::render::pages::Plan;
use crate::render::{CALENDAR_START, Calendars};
use crate::sink::{self, Draft};
use chrono::{Datelike, Days, NaiveDate};
use std::path::{Path, PathBuf};

/// The ending of calendar files.
const ENDING: &str = "ics";

/// What to say where files of others are kept.
const OTHERS: &str =
    "calendars that roles wrote are replaced without it; others may hold what is nowhere else";

/// The most names in a note; more are counted.
const MOST_NAMED: usize = 3;

/// The longest name of a task in notes, in bytes; longer ones are noted by their ids.
const LONGEST: usize = 100;

/// The first day of the calendars, if calendars are asked for.
pub fn start(
    arguments: &AssignArgs,
    environment: &Environment,
) -> Result<Option<NaiveDate>, Failure> {
    let start = arguments.start.as_deref();
    let start = start.map(|written| parse_day("--start", written)).transpose()?;
    if arguments.format == AssignFormat::Ics {
        if arguments.force && arguments.output.is_none() {
            return Err(Failure::usage("--force replaces the files of --output")
                .hint("for example: --format ics --output calendars --force"));
        }
        if arguments.explain {
            return Err(Failure::usage("--explain is for reports, and calendars say no reasons")
                .hint("leave it out, or leave out --format ics"));
        }
        if let Some(folder) = &arguments.output {
            check_folder(folder, environment)?;
        }
        if arguments.people.team.on.is_some() {
            return Err(Failure::usage("a calendar is the plan of its first day")
                .hint("--start names it; leave --on out"));
        }
        let named = start.and_then(|start| {
            let (year, month, day) = start.parts();
            NaiveDate::from_ymd_opt(year, month, day)
        });
        return Ok(Some(named.unwrap_or_else(|| monday((environment.today)()))));
    }
    let options = [
        ("--start", start.is_some()),
        ("--output", arguments.output.is_some()),
        ("--force", arguments.force),
    ];
    match options.iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => Err(Failure::usage(format!("{option} is for calendars"))
            .hint("add --format ics, or leave it out")),
        None => Ok(None),
    }
}

/// The day itself if it is a Monday, else the next Monday: weekly work does not begin on a Sunday.
fn monday(today: NaiveDate) -> NaiveDate {
    let gone = u64::from(today.weekday().num_days_from_monday());
    let next = today.checked_add_days(Days::new((7 - gone) % 7));
    next.unwrap_or(today)
}

/// Refuses a path that can be no folder, in plain words.
fn check_folder(folder: &Path, environment: &Environment) -> Result<(), Failure> {
    if folder.as_os_str() == "-" {
        return Err(Failure::usage("--output names a folder, not '-'")
            .hint("without --output the calendar goes to standard output"));
    }
    let folder = below(folder, environment);
    match folder.ancestors().find(|path| path.is_file()) {
        Some(file) => {
            let file = file.display();
            Err(Failure::usage(format!("'{file}' is a file; --output names a folder"))
                .hint("without --output the calendar goes to standard output: > calendar.ics"))
        }
        None => Ok(()),
    }
}

/// Writes the calendars, and notes what is in none.
pub fn write(
    arguments: &AssignArgs,
    plan: &Plan,
    start: NaiveDate,
    context: &Context,
    console: &mut Console,
) -> Result<(), Failure> {
    let reader = context.reader();
    let mut left = Vec::new();
    let calendars = Calendars::new(&plan.assignment, plan.only, start, &reader);
    if let Some(folder) = &arguments.output {
        let files = calendars.files().into_iter();
        let drafts: Vec<Draft> =
            files.map(|(name, text)| Draft { name: name.into(), text }).collect();
        let folder = below(folder, console.environment);
        if !drafts.is_empty() {
            let force = arguments.force;
            let files = write_over_own(&folder, &drafts, CALENDAR_START, force, OTHERS)?;
            console.written(&files)?;
        }
        if plan.only.is_none() {
            left = sink::that_begin_with(CALENDAR_START, &folder, ENDING);
            left.retain(|path| drafts.iter().all(|draft| folder.join(&draft.name) != *path));
        }
    } else {
        calendars.write(console.out)?;
    }
    console.out.flush()?;
    if !calendars.is_empty() && arguments.start.is_none() {
        let day = start.format("%A %Y-%m-%d");
        console.note(&format!("the first day is {day}; --start chooses another"));
    }
    for note in notes(&calendars, &left, context) {
        console.note(&note);
    }
    Ok(())
}

/// What is in no calendar, and which files were left from before.
fn notes(calendars: &Calendars, left: &[PathBuf], context: &Context) -> Vec<String> {
    let mut notes = Vec::new();
    if calendars.is_empty() {
        notes.push("no task comes round at a fixed rhythm: there is nothing for a calendar".into());
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
        let names = few(tasks.iter().map(|&task| name(task, context)), MOST_NAMED, "; ");
        notes.push(format!("in no calendar: {count} ({names})"));
    }
    if !calendars.is_empty() && !calendars.idle.is_empty() {
        let names = few(calendars.idle.iter().cloned(), MOST_NAMED, ", ");
        let have = if calendars.idle.len() == 1 { "has" } else { "have" };
        notes.push(format!("no calendar for {names}, who {have} no task that comes round"));
    }
    if !left.is_empty() {
        let files = few(left.iter().map(|path| path.display().to_string()), MOST_NAMED, ", ");
        notes.push(if left.len() == 1 {
            format!("{files} is a calendar of somebody who has none now; it was left as it is")
        } else {
            format!("{files} are calendars of people who have none now; they were left as they are")
        });
    }
    notes
}

fn name(task: TaskRef, context: &Context) -> String {
    let name = context.reader().task(task).to_owned();
    if name.len() > LONGEST { context.registry.task_id(task) } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_first_day_it_is_a_monday() {
        for (today, first) in [
            ("2026-11-22", "2026-11-23"),
            ("2026-11-23", "2026-11-23"),
            ("2026-11-24", "2026-11-30"),
            ("2026-12-31", "2027-01-04"),
        ] {
            assert_eq!(monday(today.parse().unwrap()).to_string(), first);
        }
        assert_eq!(monday(NaiveDate::MAX), NaiveDate::MAX);
    }
}
