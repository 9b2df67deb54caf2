//! Reads calendar files as strictly as RFC 5545 is written, and then with a reader that is not the writer.

use calcard::Entry;
use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use std::collections::BTreeMap;

/// An event as it was read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub uid: String,
    pub summary: String,
    pub description: String,
    pub category: Option<String>,
    /// The rule as it stands in the file.
    pub rule: String,
    /// The first days on which it comes round.
    pub days: Vec<String>,
}

/// The content lines of a file, unfolded; every line of the file has to be as the standard wants it.
pub fn lines(bytes: &[u8]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    assert!(bytes.ends_with(b"\r\n"), "the last line has no end");
    let rest = &bytes[..bytes.len() - 2];
    let mut start = 0;
    for end in (0..=rest.len()).filter(|&at| at == rest.len() || rest[at..].starts_with(b"\r\n")) {
        let line = &rest[start..end];
        assert!(line.len() <= 75, "{} octets", line.len());
        // Each line is text by itself: nothing is folded inside a character.
        let line = std::str::from_utf8(line).unwrap();
        assert!(!line.contains(char::is_control), "{line:?}");
        assert!(!line.is_empty(), "an empty line");
        match (line.strip_prefix(' '), lines.last_mut()) {
            (Some(more), Some(line)) => line.push_str(more),
            _ => lines.push(line.to_owned()),
        }
        start = (end + 2).min(rest.len());
    }
    for line in &lines {
        let name = line.split([':', ';']).next().unwrap();
        let plain = |letter: char| letter.is_ascii_uppercase() || letter == '-';
        assert!(!name.is_empty() && name.chars().all(plain), "{line:?}");
    }
    lines
}

/// The events of a calendar with the first `days` days of each.
pub fn events(bytes: &[u8], days: usize) -> Vec<Event> {
    let lines = lines(bytes);
    assert_eq!(lines[..2], ["BEGIN:VCALENDAR", "VERSION:2.0"]);
    let text = std::str::from_utf8(bytes).unwrap();
    let mut parser = calcard::Parser::new(text);
    let Entry::ICalendar(calendar) = parser.entry() else {
        panic!("no calendar: {text}");
    };
    assert!(matches!(parser.entry(), Entry::Eof), "more than a calendar");
    // The rule as it is written, for the reader writes it in its own way.
    let mut rules = lines.iter().filter_map(|line| line.strip_prefix("RRULE:"));
    let events: Vec<Event> = calendar
        .components
        .iter()
        .filter(|part| part.component_type == ICalendarComponentType::VEvent)
        .map(|part| {
            let text = |name: ICalendarProperty| {
                let value = part.property(&name)?.values.first()?;
                value.as_text().map(str::to_owned)
            };
            for name in [ICalendarProperty::Dtstamp, ICalendarProperty::Dtend] {
                assert!(part.has_property(&name), "{name:?} is missing");
            }
            Event {
                uid: part.uid().unwrap().to_owned(),
                summary: text(ICalendarProperty::Summary).unwrap(),
                description: text(ICalendarProperty::Description).unwrap(),
                category: text(ICalendarProperty::Categories),
                rule: rules.next().unwrap().to_owned(),
                days: self::days(&calendar, part.uid().unwrap(), days),
            }
        })
        .collect();
    assert!(rules.next().is_none());
    let uids: BTreeMap<&str, &Event> = events.iter().map(|event| (&*event.uid, event)).collect();
    assert_eq!(uids.len(), events.len(), "an event's name comes twice");
    let plain = |uid: &&str| uid.bytes().all(|byte| byte.is_ascii_graphic()) && uid.len() < 255;
    assert!(uids.keys().all(plain), "{uids:?}");
    events
}

/// The first days on which an event comes round.
fn days(calendar: &ICalendar, uid: &str, count: usize) -> Vec<String> {
    if count == 0 {
        return Vec::new();
    }
    let mut alone = calendar.clone();
    for part in &mut alone.components {
        if part.component_type == ICalendarComponentType::VEvent && part.uid() != Some(uid) {
            part.entries.clear();
        }
    }
    let expanded = alone.expand_dates(Tz::Floating, count);
    let mut days: Vec<String> =
        expanded.events.iter().map(|event| event.start.date_naive().to_string()).collect();
    days.sort();
    days
}
