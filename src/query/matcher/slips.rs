//! Words with slips in them: what was probably meant.

use super::Matcher;
use super::tongue::Tongue;
use crate::normalize::{fold, folded, pieces};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Words outside of these lengths have no slips, in letters.
const SLIPS_IN: RangeInclusive<usize> = 4..=24;
/// From this length on a word may have two slips, in letters.
const TWO_SLIPS: usize = 8;

impl Matcher<'_> {
    /// The text with other words in place of those that nothing is written with, where a slip makes the difference, or a
    /// space: the nearest, and of those the first. The first letter is right. `None` if there are no slips.
    pub fn respelled(&self, text: &str) -> Option<String> {
        let likely: Vec<&Tongue> = self.likely_tongues(text).collect();
        let is_unknown = |piece: &&str| {
            SLIPS_IN.contains(&fold(piece).chars().count())
                && likely.iter().all(|tongue| !tongue.knows(piece))
        };
        let unknown: Vec<String> = pieces(text).filter(is_unknown).map(fold).collect();
        if unknown.is_empty() {
            return None;
        }
        let mut meant: BTreeMap<&str, (usize, String)> = BTreeMap::new();
        for rest in likely.iter().flat_map(|tongue| &tongue.begin_alike) {
            let mut pieces = pieces(rest);
            let [piece, next] = [pieces.next(), pieces.next()].map(Option::unwrap_or_default);
            for word in &unknown {
                if is_joined(word, piece, next) {
                    meant.insert(word, (0, format!("{piece} {next}")));
                }
                let best = meant.get(word.as_str()).map_or(usize::MAX, |(best, _)| *best);
                let near = distance(word, piece).filter(|distance| *distance < best);
                if let Some(distance) = near {
                    meant.insert(word, (distance, piece.to_owned()));
                }
            }
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
fn distance(unknown: &str, written: &str) -> Option<usize> {
    if !may_be_near(unknown, written, written.len(), 2) {
        return None;
    }
    let most = if unknown.chars().count() < TWO_SLIPS { 1 } else { 2 };
    let written = folded(written);
    let is_comparable = SLIPS_IN.contains(&written.chars().count())
        && first(&written) == first(unknown)
        && (letters(&written) ^ letters(unknown)).count_ones() as usize <= 2 * most;
    let distance = is_comparable.then(|| strsim::osa_distance(unknown, &written));
    distance.filter(|distance| *distance <= most)
}

/// Whether a folded word is two others without the space or the hyphen between them, in the singular or the plural.
fn is_joined(folded: &str, one: &str, other: &str) -> bool {
    if other.is_empty() || !may_be_near(folded, one, one.len() + other.len(), 1) {
        return false;
    }
    let joined = fold(one) + &fold(other);
    let singular = |word: &str| word.len() - usize::from(word.ends_with('s'));
    joined[..singular(&joined)] == folded[..singular(folded)]
}

/// Most words are told apart by their lengths, in bytes, and their first letters.
fn may_be_near(folded: &str, begin: &str, length: usize, most: usize) -> bool {
    let begins_alike =
        first(begin) == first(folded) || !begin.starts_with(|letter: char| letter.is_ascii());
    let apart = length.abs_diff(folded.len());
    begins_alike && apart <= 2 * most && (apart <= most || !begin.is_ascii())
}

/// A bit for each letter that a word has, some sharing one. A slip takes one away, and puts one there.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 32))
}

fn first(word: &str) -> Option<u8> {
    word.bytes().next().map(|byte| byte.to_ascii_lowercase())
}
