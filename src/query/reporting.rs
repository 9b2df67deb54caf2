//! Questions about who reports to whom: the words that ask so, and the roles that are meant.

use super::named::{Named, Words};
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

/// Whether a question asks for nothing but who reports to whom, beside roles or people if it names any.
pub fn is_asked(
    asked: &Words,
    named: &[Named],
    names_any: bool,
    is_telling: impl Fn(&str) -> bool,
) -> bool {
    let is_named = |place: usize| named.iter().any(|named| named.place.contains(&place));
    let others = asked.folded.iter().enumerate().filter(|(place, _)| !is_named(*place));
    let mut telling =
        others.map(|(_, word)| word.as_str()).filter(|word| is_telling(word)).peekable();
    let asks = |word: &str| HEADS.contains(&word) || (names_any && STANDS.contains(&word));
    telling.peek().is_some() && telling.all(asks)
}

/// The roles that have others below them and none above.
pub fn heads(registry: &Registry) -> Vec<RoleIx> {
    let above = |role: RoleIx| registry.role(role).reports_to;
    let is_head = |role: &RoleIx| {
        above(*role).is_none() && registry.roles().any(|other| above(other) == Some(*role))
    };
    registry.roles().filter(is_head).collect()
}
