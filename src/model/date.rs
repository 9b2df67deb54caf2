//! Days of the calendar, written as `YYYY-MM-DD`.

use std::fmt;

/// A day of the years 1970 to 2999. Days are ordered as they follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a word is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// It is not four digits, two and two, with hyphens between them.
    NotPlain,
    /// No calendar has this day: `2026-02-30`.
    NoSuchDay,
    /// The year is before 1970 or after 2999, which is probably a slip.
    OutOfRange,
}

impl fmt::Display for DateFault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(match self {
            DateFault::NotPlain => "a day is written as year-month-day",
            DateFault::NoSuchDay => "there is no such day",
            DateFault::OutOfRange => "a day lies in the years 1970 to 2999",
        })
    }
}

impl Date {
    /// The day in `YYYY-MM-DD`.
    ///
    /// # Errors
    /// If it has another form, does not exist, or is far away.
    pub fn parse(written: &str) -> Result<Self, DateFault> {
        let has_form = written.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        if written.len() != 10 || !has_form {
            return Err(DateFault::NotPlain);
        }
        let not_plain = |_| DateFault::NotPlain;
        let year = written[..4].parse().map_err(not_plain)?;
        let month = written[5..7].parse().map_err(not_plain)?;
        let day = written[8..].parse().map_err(not_plain)?;
        if !(1..=days_in(year, month)).contains(&day) {
            Err(DateFault::NoSuchDay)
        } else if (1970..=2999).contains(&year) {
            Ok(Self { year, month, day })
        } else {
            Err(DateFault::OutOfRange)
        }
    }

    /// The day with these numbers, if there is one in those years.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()
    }

    /// Year, month and day.
    pub fn parts(self) -> (i32, u32, u32) {
        (self.year.into(), self.month.into(), self.day.into())
    }
}

/// How many days a month has; a month that does not exist has none.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// As it is written in files: `2026-08-03`.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
