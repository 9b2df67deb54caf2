//! Hours a week, kept as thousandths so that sums are exact and print the same everywhere.

use std::fmt;
use std::iter::Sum;
use std::num::NonZeroU64;
use std::ops::{Add, AddAssign, Sub, SubAssign};

/// Hours a week; one task, person or limit lies above 0 and at most at 168, a sum may be 0 or more than a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours {
    /// One more than there are, so that none at all takes no room beside them.
    thousandths_and_one: NonZeroU64,
}

/// Why a number is no number of hours, whether of a week or of one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursFault {
    /// Not digits with at most one decimal point: `1e3`, `0x10`, `1_000`, `010`, `.5`.
    NotPlain,
    /// More than three decimals.
    TooFine,
    /// 0 or less, or more than 168.
    OutOfRange,
}

impl fmt::Display for HoursFault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(match self {
            HoursFault::NotPlain => "hours are a plain number such as 2.5",
            HoursFault::TooFine => "hours have at most three decimals",
            HoursFault::OutOfRange => "hours lie above 0 and at most at 168, which a week has",
        })
    }
}

impl Hours {
    /// No time at all.
    pub const ZERO: Hours = Hours::of(0);
    /// One hour.
    pub const ONE: Hours = Hours::of(1_000);
    const WEEK: Hours = Hours::of(168_000);

    const fn of(thousandths: u64) -> Self {
        Self { thousandths_and_one: NonZeroU64::MIN.saturating_add(thousandths) }
    }

    /// The hours in a plain number.
    ///
    /// # Errors
    /// If it is not plain, too fine, or outside the week.
    pub fn parse(written: &str) -> Result<Self, HoursFault> {
        let (negative, digits) =
            written.strip_prefix('-').map_or((false, written), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !is_digits(fraction) || (whole.len() > 1 && whole.starts_with('0'))
        {
            return Err(HoursFault::NotPlain);
        }
        let fraction = fraction.trim_end_matches('0');
        if whole.len() > 3 || negative {
            return Err(HoursFault::OutOfRange);
        }
        if fraction.len() > 3 {
            return Err(HoursFault::TooFine);
        }
        let thousandths =
            format!("{whole}{fraction:0<3}").parse().map_err(|_| HoursFault::NotPlain)?;
        let hours = Self::of(thousandths);
        if hours > Self::ZERO && hours <= Self::WEEK {
            Ok(hours)
        } else {
            Err(HoursFault::OutOfRange)
        }
    }

    /// The number for machines.
    #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53 thousandths")]
    pub fn as_f64(self) -> f64 {
        self.thousandths() as f64 / 1000.0
    }

    /// The part of these hours that `share` is of `all`, rounded down to a thousandth; all of them where `all` is nothing.
    #[must_use]
    pub fn part(self, share: Hours, all: Hours) -> Hours {
        let whole = u128::from(self.thousandths()) * u128::from(share.thousandths());
        let part = whole.checked_div(u128::from(all.thousandths()));
        part.and_then(|part| u64::try_from(part).ok()).map_or(self, Self::of)
    }

    /// The average of those that are known, rounded down to a thousandth; `None` if none are.
    pub fn average(all: impl Iterator<Item = Option<Hours>>) -> Option<Hours> {
        let (mut sum, mut count) = (0, 0);
        for hours in all.flatten() {
            sum += hours.thousandths();
            count += 1;
        }
        (count > 0).then(|| Self::of(sum / count))
    }

    /// The hours a week of what takes these hours so many times a year of 52 weeks, to the nearest thousandth and at least
    /// one; `None` if that is more than a week has.
    pub fn so_often(self, times_a_year: u64) -> Option<Hours> {
        let thousandths = (self.thousandths() * times_a_year + 26) / 52;
        let hours = Self::of(thousandths.max(1));
        (hours <= Self::WEEK).then_some(hours)
    }

    /// Thousandths of an hour.
    pub fn thousandths(self) -> u64 {
        self.thousandths_and_one.get() - 1
    }
}

/// With a decimal point and at least one decimal: `2.5`, `4.0`.
impl fmt::Display for Hours {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let (whole, rest) = (self.thousandths() / 1000, self.thousandths() % 1000);
        let decimals = format!("{rest:03}");
        let decimals = decimals.trim_end_matches('0');
        write!(out, "{whole}.{}", if decimals.is_empty() { "0" } else { decimals })
    }
}

impl Default for Hours {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Add for Hours {
    type Output = Hours;

    fn add(self, other: Hours) -> Hours {
        Hours::of(self.thousandths() + other.thousandths())
    }
}

impl AddAssign for Hours {
    fn add_assign(&mut self, other: Hours) {
        *self = *self + other;
    }
}

/// What is left, and never less than zero.
impl Sub for Hours {
    type Output = Hours;

    fn sub(self, other: Hours) -> Hours {
        Hours::of(self.thousandths().saturating_sub(other.thousandths()))
    }
}

impl SubAssign for Hours {
    fn sub_assign(&mut self, other: Hours) {
        *self = *self - other;
    }
}

impl Sum for Hours {
    fn sum<I: Iterator<Item = Hours>>(all: I) -> Hours {
        all.fold(Hours::ZERO, Add::add)
    }
}
