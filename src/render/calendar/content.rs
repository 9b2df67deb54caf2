//! How calendars are written (RFC 5545): content lines, each a property, with texts escaped and long lines folded; and how
//! often an event comes round, as an `RRULE` with its first day.
//!
//! Outlook takes only rules that fit the templates of MS-OXCICAL 2.1.3.2.2: at most one `BYMONTHDAY`, and `BYSETPOS`
//! beside `BYDAY` only. Every calendar skips the days that a month does not have: a rule for the 31st comes round seven
//! times a year. What begins on the last days of a month, which not every month has, therefore falls on the last day of
//! each; the only rule for that which Outlook, Google and Apple all know is `BYMONTHDAY=-1`.

use crate::model::Cadence;
use chrono::{Datelike, Months, NaiveDate};

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

    /// Adds a line, on as many lines as it needs. None of them is too long or ends inside a character. The space that
    /// begins each but the first counts as well.
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

/// The last day that every month has.
const LAST_SURE_DAY: u32 = 28;

/// The first day of an event, and its rule; `None` if it does not come round at a fixed rhythm.
pub(super) fn rule(cadence: Cadence, start: NaiveDate) -> Option<(NaiveDate, &'static str)> {
    let is_late = start.day() > LAST_SURE_DAY;
    let is_leap_day = (start.month(), start.day()) == (2, 29);
    Some(match cadence {
        Cadence::Daily => (start, "FREQ=DAILY"),
        Cadence::Weekly => (start, "FREQ=WEEKLY"),
        Cadence::Monthly if is_late => (last_of_month(start), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        Cadence::Monthly => (start, "FREQ=MONTHLY"),
        Cadence::Quarterly if is_late => {
            (last_of_month(start), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1")
        }
        Cadence::Quarterly => (start, "FREQ=MONTHLY;INTERVAL=3"),
        Cadence::Yearly if is_leap_day => (start, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        Cadence::Yearly => (start, "FREQ=YEARLY"),
        Cadence::Once | Cadence::Ongoing => return None,
    })
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let next = day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    next.and_then(|first| first.pred_opt()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(line: &str) -> String {
        let mut lines = ContentLines::default();
        lines.fold(line);
        lines.0
    }

    #[test]
    fn no_line_is_too_long_at_any_length() {
        for length in 0..400 {
            for letter in ["a", "é", "字", "🦀", " "] {
                let line = format!("N:{}", letter.repeat(length));
                let folded = folded(&line);
                assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST));
                assert_eq!(folded.replace("\r\n ", ""), line + "\r\n");
            }
        }
    }

    #[test]
    fn a_line_is_filled_before_the_next_begins() {
        let folded = folded(&"a".repeat(75 + 74 + 1));
        let lengths: Vec<usize> = folded.split_terminator("\r\n").map(str::len).collect();
        assert_eq!(lengths, [75, 75, 2]);
    }

    #[test]
    fn texts_are_escaped_and_other_values_are_not() {
        let lines = ContentLines::default()
            .text("SUMMARY", "a, b; c\\n\nd: \"e\"")
            .property("RRULE", "FREQ=MONTHLY;BYMONTHDAY=-1");
        let expected =
            "SUMMARY:a\\, b\\; c\\\\n\\nd: \"e\"\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1\r\n";
        assert_eq!(lines.0, expected);
    }

    #[test]
    fn what_begins_late_in_a_month_falls_on_the_last_day_of_each() {
        let check = |cadence, start: &str, first: &str, written: &str| {
            let (day, rule) = rule(cadence, start.parse().unwrap()).unwrap();
            assert_eq!((day.to_string().as_str(), rule), (first, written));
        };
        let end = "FREQ=MONTHLY;BYMONTHDAY=-1";
        check(Cadence::Monthly, "2026-01-28", "2026-01-28", "FREQ=MONTHLY");
        check(Cadence::Monthly, "2026-01-29", "2026-01-31", end);
        check(Cadence::Monthly, "2026-04-30", "2026-04-30", end);
        check(Cadence::Monthly, "2028-02-29", "2028-02-29", end);
        check(Cadence::Monthly, "2026-12-31", "2026-12-31", end);
        let quarter = "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1";
        check(Cadence::Quarterly, "2026-11-29", "2026-11-30", quarter);
        check(Cadence::Weekly, "2026-12-31", "2026-12-31", "FREQ=WEEKLY");
        check(Cadence::Yearly, "2026-12-31", "2026-12-31", "FREQ=YEARLY");
        let leap = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1";
        check(Cadence::Yearly, "2028-02-29", "2028-02-29", leap);
    }

    #[test]
    fn what_has_no_fixed_rhythm_has_no_rule() {
        let start = "2026-01-01".parse().unwrap();
        let without = Cadence::ALL.iter().filter(|&&cadence| rule(cadence, start).is_none());
        assert!(without.eq(&[Cadence::Once, Cadence::Ongoing]));
    }
}
