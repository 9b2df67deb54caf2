//! Names that must not change: those of events, by which a calendar recognises them, and those of files.

use crate::model::is_device;
use crate::normalize::{self, slug};
use std::collections::HashSet;

/// The longest name of a file before its ending.
const LONGEST: usize = 60;

/// The length of the part of a mark that names of files have, and of a whole mark.
pub(super) const FEW: usize = 8;
const ALL: usize = 16;

/// The mark of a person, in whichever Unicode form their name is written.
pub(super) fn person(name: &str) -> String {
    fingerprint(&format!("person {}", normalize::composed(name)))
}

/// The mark of a position. It comes from its id, because its name differs from language to language.
pub(super) fn position(id: &str) -> String {
    fingerprint(&format!("position {id}"))
}

/// A short word that stands for a text (FNV-1a), the same on every machine and in every version.
fn fingerprint(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// The name of a person's file, which nobody else's file can have: their name in plain letters, if these say all of it
/// and are not the id of a position; otherwise what plain letters there are, with a part of the mark of their events.
pub(super) fn of_person(name: &str, mark: &str, positions: &HashSet<&str>) -> String {
    let slug = slug(name);
    let slug = slug.as_deref();
    name_of(slug.filter(|slug| title(slug) == name && !positions.contains(slug)), slug, mark)
}

/// The name of a position's file: its id, which is the same in every language.
pub(super) fn of_position(id: &str, mark: &str) -> String {
    name_of(Some(id), Some(id), mark)
}

fn name_of(whole: Option<&str>, part: Option<&str>, mark: &str) -> String {
    if let Some(whole) = whole.filter(|whole| is_free(whole)) {
        return format!("{whole}.ics");
    }
    let part = part.unwrap_or("person");
    let part = part[..part.floor_char_boundary(LONGEST)].trim_end_matches('-');
    format!("{part}-{mark}.ics")
}

/// True if it is short enough, is no device, and does not end like a name with a mark.
fn is_free(stem: &str) -> bool {
    let last = stem.rsplit('-').next().unwrap_or_default();
    let is_mark =
        matches!(last.len(), FEW | ALL) && last.bytes().all(|byte| byte.is_ascii_hexdigit());
    stem.len() <= LONGEST && !is_device(stem) && !is_mark
}

/// The only name that these plain letters alone stand for: `ana-lopez` is Ana Lopez, not ana lopez or Ana-Lopez.
fn title(slug: &str) -> String {
    let words: Vec<String> = slug.split('-').map(normalize::title).collect();
    words.join(" ")
}
