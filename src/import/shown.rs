//! What workbooks of each kind show in a cell, and what is said of those that cannot be read.

use super::sheet::Unreadable;
use std::error::Error;

pub const HINT: &str =
    "save it as .xlsx, .ods or .csv in a spreadsheet program, without a password";

/// What is wrong with a workbook, without letters that a terminal obeys.
pub fn broken(why: impl Into<Box<dyn Error>>) -> Unreadable {
    let why = why.into().to_string().replace(char::is_control, " ");
    Unreadable::new(format!("no workbook that can be read ({why})"), HINT)
}

/// A number without what computing leaves behind its sixth place.
pub fn decimal(number: f64) -> String {
    ((number * 1e6).round() / 1e6).to_string()
}

/// Minutes as a clock shows them: `1:30`.
pub fn clock(minutes: f64) -> String {
    let minutes = minutes.round();
    format!("{}:{:02}", (minutes / 60.0).floor(), minutes.rem_euclid(60.0))
}

/// A duration of ISO 8601, hours first (`PT1H30M`), as a clock shows it.
pub fn duration(text: &str) -> String {
    let (mut minutes, mut number) = (0.0, String::new());
    for letter in text.chars() {
        let unit = match letter {
            'D' => 24.0 * 60.0,
            'H' => 60.0,
            'M' => 1.0,
            'S' => 1.0 / 60.0,
            letter => {
                number.extend(
                    Some(letter).filter(|letter| letter.is_ascii_digit() || *letter == '.'),
                );
                continue;
            }
        };
        minutes += std::mem::take(&mut number).parse().unwrap_or(0.0) * unit;
    }
    clock(minutes)
}
