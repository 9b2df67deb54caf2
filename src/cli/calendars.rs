//! `roles assign --format ics`: calendars to standard output, or a file for each doer.

use super::args::{AssignArgs, AssignFormat};
use super::context::Context;
use super::failure::Failure;
use super::registry::below;
use super::{Streams, written};
use crate::render::pages::Plan;
use crate::render::{CALENDAR_START, Calendars};
use crate::sink::{self, Draft, Existing, Unwritten};
use chrono::{Datelike, NaiveDate};

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
        return Ok(Some(start.unwrap_or(context.environment.today)));
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

fn parse_day(written: &str) -> Result<NaiveDate, Failure> {
    let has_form = written.len() == 10
        && written.bytes().enumerate().all(|(place, byte)| {
            if matches!(place, 4 | 7) {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
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
        None => Err(wrong(format!(
            "--start cannot be '{written}': there is no such day"
        ))),
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
    let calendars = Calendars::new(&plan.assignment, plan.only, start, &reader);
    match &arguments.output {
        None => calendars.write(streams.out)?,
        Some(folder) => {
            let draft = |(name, text): (String, String)| Draft {
                name: name.into(),
                text,
            };
            let drafts: Vec<Draft> = calendars.files()?.into_iter().map(draft).collect();
            if !drafts.is_empty() {
                let existing = if arguments.force {
                    Existing::Replace
                } else {
                    Existing::ReplaceOwn(CALENDAR_START)
                };
                let folder = below(folder, context.environment);
                let files = sink::write(&folder, &drafts, existing).map_err(unwritten)?;
                written::files(&files, streams.out)?;
            }
        }
    }
    streams.out.flush()?;
    if calendars.is_empty() {
        context.note(
            "no task comes round at a fixed rhythm: there is nothing for a calendar",
            streams,
        );
    }
    let count = |n: usize, one: &str, several: &str| match n {
        1 => format!("1 task {one}"),
        n => format!("{n} tasks {several}"),
    };
    let left_out = [
        (
            calendars.without_rhythm,
            "does not come round at a fixed rhythm",
            "do not come round at a fixed rhythm",
        ),
        (calendars.unassigned, "has nobody", "have nobody"),
    ];
    for (n, one, several) in left_out.into_iter().filter(|(n, ..)| *n > 0) {
        context.note(
            &format!("in no calendar: {}", count(n, one, several)),
            streams,
        );
    }
    Ok(())
}

fn unwritten(why: Unwritten) -> Failure {
    let is_theirs = matches!(why, Unwritten::Exists(_));
    let failure = Failure::unwritten(why);
    if is_theirs {
        failure.hint("calendars that roles wrote are replaced without it; others may hold what is nowhere else")
    } else {
        failure
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
