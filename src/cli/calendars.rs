//! `roles assign --format ics`: a calendar; with `--calendars DIR`, a file for each doer.

use super::args::{AssignArgs, Format};
use super::console::write_over_own;
use super::registry::{below, parse_day};
use super::{Console, Context, Environment, Failure, Result};
use crate::render::pages::Plan;
use crate::render::{CALENDAR_START, Calendars};
use crate::sink::{self, Draft};
use chrono::{Datelike, Days, NaiveDate};
use std::path::Path;

const ENDING: &str = "ics";

/// What to say where files of others are kept.
const OTHERS: &str =
    "calendars that roles wrote are replaced without it; others may hold what is nowhere else";

/// The first day of the calendars, if calendars are asked for.
pub fn start(arguments: &AssignArgs, environment: &Environment) -> Result<Option<NaiveDate>> {
    let start = arguments.start.as_deref();
    let start = start.map(|written| parse_day("--start", written)).transpose()?;
    let has_folder = arguments.calendars.is_some();
    let format = arguments.format.0;
    if has_folder && format.is_some_and(|format| format != Format::TABLE) {
        return Err(Failure::usage("--calendars writes calendars, and --format says a report")
            .hint("leave one of them out; -o FILE writes a report into a file"));
    }
    if has_folder || format.is_none() {
        if arguments.explain {
            return Err(Failure::usage("--explain is for reports, and calendars say no reasons")
                .hint("leave it out, or ask for a report"));
        }
        if let Some(folder) = &arguments.calendars {
            check_folder(folder, environment)?;
        }
        if arguments.company.people.team.on.is_some() {
            return Err(Failure::usage("a calendar is the plan of its first day")
                .hint("--start names it; leave --on out"));
        }
        let named = start.and_then(|start| {
            let (year, month, day) = start.parts();
            NaiveDate::from_ymd_opt(year, month, day)
        });
        return Ok(Some(named.unwrap_or_else(|| monday((environment.today)()))));
    }
    match start {
        Some(_) => Err(Failure::usage("--start is for calendars")
            .hint("add -o calendar.ics or --calendars DIR, or leave it out")),
        None => Ok(None),
    }
}

/// The day itself if it is a Monday, else the next Monday: weekly work does not begin on a Sunday.
fn monday(today: NaiveDate) -> NaiveDate {
    let gone = u64::from(today.weekday().num_days_from_monday());
    let next = today.checked_add_days(Days::new((7 - gone) % 7));
    next.unwrap_or(today)
}

fn check_folder(folder: &Path, environment: &Environment) -> Result<()> {
    if folder.as_os_str() == "-" {
        return Err(Failure::usage("--calendars names a folder, not '-'")
            .hint("--format ics writes the calendar to standard output"));
    }
    let folder = below(folder, environment);
    match folder.ancestors().find(|path| path.is_file()) {
        Some(file) => {
            let file = file.display();
            Err(Failure::usage(format!("'{file}' is a file; --calendars names a folder"))
                .hint("-o calendar.ics writes one calendar into a file"))
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
) -> Result<()> {
    let reader = context.reader();
    let mut left = Vec::new();
    let calendars = Calendars::new(plan, start, &reader);
    if let Some(folder) = &arguments.calendars {
        let files = calendars.files().into_iter();
        let drafts: Vec<Draft> = files.map(|(name, text)| Draft::new(name, text)).collect();
        let folder = below(folder, console.environment);
        if !drafts.is_empty() {
            let force = arguments.force;
            let files = write_over_own(&folder, &drafts, CALENDAR_START, force, OTHERS)?;
            console.written(&files, "file-replaced")?;
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
        let day = start.format("%Y-%m-%d").to_string();
        let weekday = start.format("day-%A").to_string().to_lowercase();
        let weekday = console.words().word(&weekday);
        console.note("note-first-day", &[("day", &day), ("weekday", &weekday)]);
    }
    let left = left.iter().map(|path| path.display().to_string());
    for note in calendars.notes(left.collect()) {
        console.note_text(&note);
    }
    Ok(())
}
