//! `roles assign --format ics`: calendars to standard output, or a file for each doer.

use super::args::{AssignArgs, AssignFormat};
use super::context::Context;
use super::failure::Failure;
use super::registry::below;
use super::{Streams, output_files};
use crate::render::pages::Plan;
use crate::render::{CALENDAR_START, Calendars};
use crate::sink::{self, Draft};
use chrono::{Datelike, Days, NaiveDate};
use std::path::Path;

mod notes;

/// How the names of calendar files end.
const ENDING: &str = "ics";

/// Why files of others stay.
const OTHERS: &str =
    "calendars that roles wrote are replaced without it; others may hold what is nowhere else";

/// The years that calendars know.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2999;

/// The first day of the calendars that were asked for; none where another format was.
pub fn start(arguments: &AssignArgs, context: &Context) -> Result<Option<NaiveDate>, Failure> {
    let start = arguments.start.as_deref().map(parse_day).transpose()?;
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
            check_folder(folder, context)?;
        }
        return Ok(Some(start.unwrap_or_else(|| monday((context.environment.today)()))));
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

/// The next Monday, or the day itself: what comes round every week is no work for a Sunday.
fn monday(today: NaiveDate) -> NaiveDate {
    let gone = u64::from(today.weekday().num_days_from_monday());
    let next = today.checked_add_days(Days::new((7 - gone) % 7));
    next.unwrap_or(today)
}

/// Says in plain words what is wrong with a folder that cannot become one.
fn check_folder(folder: &Path, context: &Context) -> Result<(), Failure> {
    if folder.as_os_str() == "-" {
        return Err(Failure::usage("--output names a folder, not '-'")
            .hint("without --output the calendar goes to standard output"));
    }
    let folder = below(folder, context.environment);
    match folder.ancestors().find(|path| path.is_file()) {
        Some(file) => {
            let file = file.display();
            Err(Failure::usage(format!("'{file}' is a file; --output names a folder"))
                .hint("without --output the calendar goes to standard output: > calendar.ics"))
        }
        None => Ok(()),
    }
}

fn parse_day(written: &str) -> Result<NaiveDate, Failure> {
    let has_form = written.len() == 10
        && written.bytes().enumerate().all(|(place, byte)| {
            if matches!(place, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() }
        });
    let wrong = |what: String| Failure::usage(what).hint("for example: --start 2027-01-04");
    if !has_form {
        let what = format!("--start takes a day as year-month-day, not '{written}'");
        return Err(wrong(what));
    }
    let day: Option<NaiveDate> = written.parse().ok();
    match day.filter(|day| YEARS.contains(&day.year())) {
        Some(day) => Ok(day),
        None if day.is_some() => {
            let (first, last) = (YEARS.start(), YEARS.end());
            Err(wrong(format!(
                "--start takes a day of the years {first} to {last}, not '{written}'"
            )))
        }
        None => Err(wrong(format!("--start cannot be '{written}': there is no such day"))),
    }
}

/// Writes the calendars, and notes what is in none.
pub fn run(
    arguments: &AssignArgs,
    plan: &Plan,
    start: NaiveDate,
    context: &Context,
    streams: &mut Streams,
) -> Result<(), Failure> {
    let reader = context.reader();
    let mut left = Vec::new();
    let calendars = Calendars::new(&plan.assignment, plan.only, start, &reader);
    match &arguments.output {
        None => calendars.write(streams.out)?,
        Some(folder) => {
            let draft = |(name, text): (String, String)| Draft { name: name.into(), text };
            let drafts: Vec<Draft> = calendars.files().into_iter().map(draft).collect();
            let folder = below(folder, context.environment);
            if !drafts.is_empty() {
                let force = arguments.force;
                let files =
                    output_files::over_own(&folder, &drafts, CALENDAR_START, force, OTHERS)?;
                output_files::files(&files, streams.out)?;
            }
            if plan.only.is_none() {
                let is_old = |name: &Path| drafts.iter().all(|draft| draft.name != name);
                left = sink::that_begin_with(CALENDAR_START, &folder, ENDING);
                left.retain(|path| path.file_name().map(Path::new).is_some_and(is_old));
            }
        }
    }
    streams.out.flush()?;
    notes::say(arguments, &calendars, start, &left, context, streams);
    Ok(())
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

    #[test]
    fn a_first_day_is_a_real_day() {
        for day in ["2026-12-01", "2028-02-29", "1970-01-01", "2999-12-31"] {
            assert_eq!(parse_day(day).unwrap().to_string(), day);
        }
        for wrong in [
            "",
            "today",
            "2026-02-30",
            "2027-02-29",
            "2026-13-01",
            "26-12-01",
            "2026-1-1",
            "01.12.2026",
            "2026-12-01 ",
            "+026-12-01",
            "1969-12-31",
            "3000-01-01",
            "0000-00-00",
            "２０２６-12-01",
        ] {
            assert!(parse_day(wrong).is_err(), "{wrong}");
        }
    }
}
