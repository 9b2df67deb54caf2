//! More people in `team.yaml`.

use super::list::{Entry, with_entries};

/// The file with these people and pins too: people as maps in one line, pins with who they are.
pub fn team_file(old: &str, people: &[String], pins: &[String]) -> String {
    let person =
        |person: &String| Entry { block: vec![format!("- {person}")], flow: person.clone() };
    let pin = |pin: &String| Entry { block: vec![pin.clone()], flow: pin.clone() };
    let people: Vec<Entry> = people.iter().map(person).collect();
    let pins: Vec<Entry> = pins.iter().map(pin).collect();
    let lists = [("people", people), ("pins", pins)];
    let lists = lists.iter().filter(|(_, entries)| !entries.is_empty());
    lists.fold(old.to_owned(), |text, (key, entries)| with_entries(&text, key, entries))
}
