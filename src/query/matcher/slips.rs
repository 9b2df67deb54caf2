//! Words with slips in them: what was probably meant.

use super::Matcher;
use super::candidates::{self, Kind};
use super::tongue::Tongue;
use crate::normalize::{fold, pieces};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Words outside of these lengths have no slips, in letters.
const SLIPS_IN: RangeInclusive<usize> = 4..=24;
/// From this length on a word may have two slips, in letters.
const TWO_SLIPS: usize = 8;

impl Matcher<'_> {
    /// The text with other words in place of those that nothing is written with, where a slip makes the difference: the
    /// nearest, and of those the first. The first letter is right. `None` if there are no slips.
    pub fn respelled(&self, text: &str) -> Option<String> {
        let likely: Vec<&Tongue> = self.likely_tongues(text).collect();
        let is_unknown = |piece: &&str| {
            SLIPS_IN.contains(&fold(piece).chars().count())
                && likely.iter().all(|tongue| !tongue.knows(piece))
        };
        let unknown: Vec<String> = pieces(text).filter(is_unknown).map(fold).collect();
        let mut meant: BTreeMap<&str, (usize, String)> = BTreeMap::new();
        for tongue in likely.iter().filter(|_| !unknown.is_empty()) {
            candidates::read(&tongue.language, &self.candidates, |_, kind, text| {
                for piece in pieces(text).filter(|_| kind == Kind::Name) {
                    for word in &unknown {
                        let best = meant.get(word.as_str()).map_or(usize::MAX, |(best, _)| *best);
                        let near = distance(word, piece).filter(|distance| *distance < best);
                        if let Some(distance) = near {
                            meant.insert(word, (distance, piece.to_owned()));
                        }
                    }
                }
            });
        }
        if meant.is_empty() {
            return None;
        }
        let spell = |piece| match meant.get(fold(piece).as_str()) {
            Some((_, meant)) => meant.clone(),
            None => piece.to_owned(),
        };
        Some(pieces(text).map(spell).collect::<Vec<_>>().join(" "))
    }
}

/// How many slips make a folded word another one; `None` if that are too many.
fn distance(folded: &str, written: &str) -> Option<usize> {
    let begins_alike = |word: &str| word.bytes().next() == folded.bytes().next();
    let length = folded.chars().count();
    let most = if length < TWO_SLIPS { 1 } else { 2 };
    let is_near = written.len().abs_diff(folded.len()) <= 2 * most;
    let first = |word: &str| word.bytes().next().unwrap_or_default().to_ascii_lowercase();
    if !is_near || (written.is_ascii() && first(written) != first(folded)) {
        return None;
    }
    let written = fold(written);
    let is_comparable = SLIPS_IN.contains(&written.chars().count()) && begins_alike(&written);
    let distance = is_comparable.then(|| strsim::osa_distance(folded, &written));
    distance.filter(|distance| *distance <= most)
}
