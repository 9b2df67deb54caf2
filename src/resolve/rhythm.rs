//! When a task comes round and how long it takes: its cadence, its days of the week, and its hours.

use super::declared::Declared;
use super::merge::blame;
use super::values::Values;
use crate::model::{Cadence, Hours, List, Weekday};
use crate::problem::{Code, Problem, shortened};
use crate::raw::{RawTask, Word};
use crate::source::Span;

/// When a task comes round, and the hours that this makes a week.
pub struct Rhythm {
    pub cadence: Option<Cadence>,
    pub on: List<Weekday>,
    pub hours_per_week: Option<Hours>,
    pub hours_each_time: Option<Hours>,
}

/// Checks the keys that say it.
pub fn rhythm(raw: &RawTask, declared: &Declared, values: &mut Values) -> Rhythm {
    let word = raw.cadence.as_ref();
    let cadence = values.one_of(word, "cadence", Cadence::WORDS, Cadence::parse);
    let on = days(&raw.on, values).unwrap_or_default();
    let hours_per_week = values.hours(raw.hours_per_week.as_ref());
    let hours_each_time = values.hours(raw.hours_each_time.as_ref());
    if let Some(first) = raw.on.first()
        && (cadence.is_some() || word.is_none())
    {
        check_days(first, cadence, &raw.on, declared, values);
    }
    let mut rhythm = Rhythm { cadence, on: on.into(), hours_per_week, hours_each_time };
    if let (Some(place), Some(hours)) = (&raw.hours_each_time, hours_each_time) {
        if let Some(other) = &raw.hours_per_week {
            let message = "the task has `hours_per_week` and `hours_each_time`";
            let fix = "keep one of them: from the hours of each time and the cadence follow the hours a week";
            values.problems.report_again(Code::InvalidValue, place.span, other.span, message, fix);
        } else if cadence.is_some() || word.is_none() {
            let days = if cadence == Some(Cadence::Daily) { declared.workdays.len() } else { 1 };
            let days = if rhythm.on.is_empty() { days } else { rhythm.on.len() };
            rhythm.hours_per_week = hours_a_week(raw.place, place, hours, cadence, days, values);
        }
    }
    rhythm
}

/// Hours each time, on so many days of the week, as hours a week.
fn hours_a_week(
    task: Span,
    place: &Word,
    hours: Hours,
    cadence: Option<Cadence>,
    days: usize,
    values: &mut Values,
) -> Option<Hours> {
    let Some(times) = cadence.and_then(|cadence| cadence.times_a_year(days)) else {
        let (message, fix) = match cadence {
            None => (
                "`hours_each_time` needs a cadence".to_owned(),
                "add a cadence such as `cadence: weekly`, or write `hours_per_week`",
            ),
            Some(cadence) => (
                format!("`hours_each_time` does not go with the cadence '{}'", cadence.as_str()),
                "write `hours_per_week`, or a cadence that comes round, such as `weekly`",
            ),
        };
        let problem = Problem::new(Code::InvalidValue, place.span, message).fix(fix);
        values.problems.push(blame(task, problem, place.span));
        return None;
    };
    let week = hours.so_often(times);
    if week.is_none() {
        let message = format!("{hours} hours each time are more than 168 hours a week");
        let fix = "correct them, or the cadence";
        let problem = Problem::new(Code::HoursOutOfRange, place.span, message).fix(fix);
        values.problems.push(blame(task, problem, place.span));
    }
    week
}

/// Days are for what comes round in days or weeks, and they are working days.
fn check_days(
    first: &Word,
    cadence: Option<Cadence>,
    on: &[Word],
    declared: &Declared,
    values: &mut Values,
) {
    let Declared { workdays, workdays_at, .. } = declared;
    if !matches!(cadence, Some(Cadence::Daily | Cadence::Weekly | Cadence::Biweekly)) {
        let message = match cadence {
            None => "`on` needs a cadence".to_owned(),
            Some(cadence) => format!("`on` does not go with the cadence '{}'", cadence.as_str()),
        };
        let fix =
            "days are for daily, weekly and biweekly tasks: change the cadence, or remove `on`";
        values.problems.report(Code::InvalidValue, first.span, message, fix);
        return;
    }
    for word in on {
        let day = Weekday::parse(&word.value).filter(|day| !workdays.contains(day));
        if let (Some(day), false) = (day, workdays.is_empty()) {
            let known: Vec<&str> = workdays.iter().map(|day| day.as_str()).collect();
            let known = known.join(", ");
            let message = format!("'{}' is not a working day of this registry", day.as_str());
            let fix = format!("write one of {known}, or add it to `workdays` in registry.yaml");
            let problem = Problem::new(Code::InvalidValue, word.span, message).fix(fix);
            values.problems.push(blame(workdays_at.unwrap_or(word.span), problem, word.span));
        }
    }
}

/// Days of the week in their order, each once; `None` if one of them is none.
pub fn days(words: &[Word], values: &mut Values) -> Option<Vec<Weekday>> {
    let mut days = Vec::with_capacity(words.len());
    let mut are_days = true;
    for word in words {
        let day = values.one_of(Some(word), "day of the week", Weekday::WORDS, Weekday::parse);
        are_days &= day.is_some();
        if day.is_some_and(|day| days.contains(&day)) {
            let message = format!("'{}' is listed twice", shortened(&word.value));
            values.problems.report(Code::InvalidValue, word.span, message, "keep one of them");
        } else {
            days.extend(day);
        }
    }
    days.sort();
    are_days.then_some(days)
}
