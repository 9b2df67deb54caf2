//! Questions about who reports to whom: the words that ask so, and the roles that are meant.

use super::named::{self, Named, Words};
use crate::model::{Registry, RoleIx};

/// Words that ask where somebody stands, folded, in English, French and Spanish. They do so beside a role or a person; alone,
/// *reporting* may be a task.
const STANDS: [&str; 36] = [
    "report", "reports", "reported", "reporting", "superior", "superiors", "supervisor",
    "subordinate", "subordinates", "hierarchy", "rapporte", "rapportent", "compte", "comptes",
    "rend", "rendent", "depend", "dependent", "hierarchie", "hierarchique", "superieur",
    "superieure", "superieurs", "subordonne", "subordonnes", "reporta", "reportan", "depende",
    "dependen", "cuenta", "cuentas", "rinde", "rinden", "subordinado", "subordinados", "jerarquia",
];
/// Words that ask for whoever stands above all others, if they are alone.
const HEADS: [&str; 12] = [
    "boss", "bosses", "chief", "chef", "chefs", "patron", "patronne", "jefe", "jefa", "jefes",
    "manda", "mandan",
];

/// The roles that a question is about that asks for nothing but who reports to whom: those that it names, if it names any or
/// somebody; else those that have others below them and none above. `None` if it asks for more.
pub fn asked_for(
    registry: &Registry,
    asked: &Words,
    named: &[Named],
    names_people: bool,
    is_telling: impl Fn(&str) -> bool,
) -> Option<Vec<RoleIx>> {
    let is_named = |place: usize| named.iter().any(|named| named.place.contains(&place));
    let mut telling = asked
        .folded
        .iter()
        .enumerate()
        .filter(|&(place, word)| !is_named(place) && is_telling(word))
        .peekable();
    telling.peek()?;
    let names_any = names_people || !named.is_empty();
    let is_meant = |word: &str| HEADS.contains(&word) || (names_any && STANDS.contains(&word));
    if !telling.all(|(_, word)| is_meant(word)) {
        return None;
    }
    if names_any {
        return Some(named::each_once(named));
    }
    let above = |role: RoleIx| registry.role(role).reports_to;
    let is_head = |role: &RoleIx| {
        above(*role).is_none() && registry.roles().any(|other| above(other) == Some(*role))
    };
    Some(registry.roles().filter(is_head).collect::<Vec<_>>()).filter(|heads| !heads.is_empty())
}
