//! More people in `team.yaml`.

use super::list::{Entry, with_lists};

/// The file with these people and pins too: people as maps in one line, pins with who they are.
pub fn team_file(old: &str, people: &[String], pins: &[String]) -> String {
    let person =
        |person: &String| Entry { block: vec![format!("- {person}")], flow: person.clone() };
    let pin = |pin: &String| Entry { block: vec![pin.clone()], flow: pin.clone() };
    let (people, pins) = (people.iter().map(person).collect(), pins.iter().map(pin).collect());
    with_lists(old, &[("people", people), ("pins", pins)])
}
