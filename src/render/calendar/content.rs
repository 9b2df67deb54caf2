//! How calendars are written (RFC 5545): content lines, each a property, with texts escaped and long lines folded; and how
//! often an event comes round, as an `RRULE` with its first day.
//!
//! Outlook takes only rules that fit the templates of MS-OXCICAL 2.1.3.2.2, and every calendar skips the days that a month
//! does not have. What comes round in months is therefore on a day such as the second Tuesday, `BYDAY=2TU`: every month
//! has it, and it is always a working day.

use crate::model::{Cadence, Task, Weekday};
use chrono::{Datelike, Days, Months, NaiveDate};

/// Lines as they are written, each with its end.
#[derive(Default)]
pub(super) struct ContentLines(pub String);

/// The most octets of a line, without its end.
const LONGEST: usize = 75;

impl ContentLines {
    /// Adds a property whose value is a date, a rule or a word of the standard.
    pub fn property(mut self, name: &str, value: &str) -> Self {
        self.fold(&format!("{name}:{value}"));
        self
    }

    /// Adds a property whose value is a text (RFC 5545 3.3.11).
    pub fn text(self, name: &str, text: &str) -> Self {
        let escaped =
            text.replace('\\', r"\\").replace(';', r"\;").replace(',', r"\,").replace('\n', r"\n");
        self.property(name, &escaped)
    }

    /// Adds a line, folded so that none is too long or ends in a character; the space before each but the first counts.
    fn fold(&mut self, line: &str) {
        let (first, mut rest) = line.split_at(line.floor_char_boundary(LONGEST));
        self.0 += first;
        while !rest.is_empty() {
            let (next, more) = rest.split_at(rest.floor_char_boundary(LONGEST - 1));
            self.0 += "\r\n ";
            self.0 += next;
            rest = more;
        }
        self.0 += "\r\n";
    }
}

/// The first day of an event, not before `start`, and its rule; `None` if it does not come round at a fixed rhythm. What
/// comes round in months is the `nth` from 0 of `count` that do so as often: they begin at equal distances over the period.
pub(super) fn rule(
    task: &Task,
    workdays: &[Weekday],
    start: NaiveDate,
    (nth, count): (usize, usize),
) -> Option<(NaiveDate, String)> {
    let months = match task.cadence? {
        Cadence::Daily | Cadence::Weekly | Cadence::Biweekly => {
            return Some(rule_in_weeks(task, workdays, start));
        }
        Cadence::Monthly => 1,
        Cadence::Quarterly => 3,
        Cadence::Semiannual => 6,
        Cadence::Yearly => 12,
        Cadence::Once | Cadence::Ongoing => return None,
    };
    let end = start.checked_add_months(Months::new(months)).unwrap_or(start);
    let period = (end - start).num_days().unsigned_abs();
    let gone = period * nth as u64 / count.max(1) as u64;
    let first = next_of(workdays, start.checked_add_days(Days::new(gone)).unwrap_or(start));
    let week = match first.day().div_ceil(7) {
        // Not every month has a fifth Tuesday, but each has a last one.
        5 => "-1".to_owned(),
        week => week.to_string(),
    };
    let day = week + &code(weekday(first));
    let rule = match months {
        1 => format!("FREQ=MONTHLY;BYDAY={day}"),
        12 => format!("FREQ=YEARLY;BYMONTH={};BYDAY={day}", first.month()),
        _ => format!("FREQ=MONTHLY;INTERVAL={months};BYDAY={day}"),
    };
    Some((first, rule))
}

/// The same for what comes round in days or weeks: on its own days, or daily on every working day.
fn rule_in_weeks(task: &Task, workdays: &[Weekday], start: NaiveDate) -> (NaiveDate, String) {
    let is_daily = task.cadence == Some(Cadence::Daily);
    let days = if is_daily && task.on.is_empty() { workdays } else { &task.on };
    let first = next_of(if days.is_empty() { workdays } else { days }, start);
    let mut rule = "FREQ=WEEKLY".to_owned();
    if is_daily && days.len() == Weekday::ALL.len() {
        return (first, "FREQ=DAILY".to_owned());
    }
    if task.cadence == Some(Cadence::Biweekly) {
        rule += ";INTERVAL=2";
    }
    if !days.is_empty() {
        let codes: Vec<String> = days.iter().map(|&day| code(day)).collect();
        rule = rule + ";BYDAY=" + &codes.join(",");
    }
    (first, rule)
}

fn next_of(days: &[Weekday], from: NaiveDate) -> NaiveDate {
    from.iter_days().take(7).find(|&day| days.contains(&weekday(day))).unwrap_or(from)
}

fn weekday(day: NaiveDate) -> Weekday {
    Weekday::ALL[day.weekday().num_days_from_monday() as usize]
}

/// The two letters of the standard: `MO`.
fn code(day: Weekday) -> String {
    day.as_str()[..2].to_uppercase()
}
