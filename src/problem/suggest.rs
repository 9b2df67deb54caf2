//! "Did you mean": the nearest of the words that exist.

use crate::normalize::fold;
use std::cell::Cell;

/// The longest word that is compared, in bytes: nobody mistypes a longer one.
const LONGEST: usize = 200;

/// Words that differ over more letters than these are different words, not one word with slips in it.
const LONGEST_SLIP: usize = 24;

/// The candidate nearest to a word, if one is near: at most two letters off (one in a short word), or begun the same
/// way. Case and accents do not count. The first of equally near candidates wins.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > LONGEST {
        return None;
    }
    let wanted = fold(word);
    let reach = if wanted.chars().count() < 4 { 1 } else { 2 };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // Most candidates are so different that there is no need to fold them.
        let begins_the_same = candidate.bytes().next().map(|byte| byte.to_ascii_lowercase())
            == word.bytes().next().map(|byte| byte.to_ascii_lowercase());
        if candidate.len().abs_diff(word.len()) > 8 && !begins_the_same {
            continue;
        }
        let folded = fold(candidate);
        let rank = match distance(&wanted, &folded, reach) {
            // In a word of two letters one other letter makes another word; only swapped letters are a slip.
            Some(near) if wanted.chars().count() > 2 || letters(&wanted) == letters(&folded) => {
                near
            }
            _ if wanted.chars().count() >= 3 && folded.starts_with(&wanted) => reach + 1,
            _ if wanted.chars().count() >= 5 && begins_like(&folded, &wanted) => reach + 2,
            _ => continue,
        };
        if best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The letters of a word, sorted.
fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// True if the candidate begins with the wanted word, or with one that is a letter off.
fn begins_like(candidate: &str, wanted: &str) -> bool {
    if candidate.chars().next() != wanted.chars().next() {
        return false;
    }
    let length = wanted.chars().count();
    (length - 1..=length + 1).any(|length| {
        let head: String = candidate.chars().take(length).collect();
        distance(&head, wanted, 1).is_some()
    })
}

/// Whether two words differ by one letter, or by two that changed places; an ending counts as another form of the word.
pub fn is_slip(one: &str, other: &str) -> bool {
    !one.starts_with(other) && !other.starts_with(one) && distance(one, other, 1).is_some()
}

/// How many letters two words are apart, or none if that is more than `most`. What is the same at both ends is left out
/// first, and a long rest is not measured: measuring takes the square of its length.
fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let beginnings = one.char_indices().zip(other.chars());
    let same = beginnings.take_while(|((_, a), b)| a == b).last();
    let same = same.map_or(0, |((at, letter), _)| at + letter.len_utf8());
    let (one, other) = (&one[same..], &other[same..]);
    let ends = one.chars().rev().zip(other.chars().rev());
    let same: usize = ends.take_while(|(a, b)| a == b).map(|(letter, _)| letter.len_utf8()).sum();
    let (one, other) = (&one[..one.len() - same], &other[..other.len() - same]);
    let (length, other_length) = (one.chars().count(), other.chars().count());
    if length.abs_diff(other_length) > most || length > LONGEST_SLIP {
        return None;
    }
    Some(strsim::osa_distance(one, other)).filter(|&distance| distance <= most)
}

/// [`nearest`] with a limit on the work, for files in which each of ten thousand wrong names would be compared with ten
/// thousand right ones. Past the limit nothing is suggested.
#[derive(Debug)]
pub struct Nearest {
    /// In comparisons of two words of usual length; one of long words counts as several.
    comparisons_left: Cell<usize>,
}

impl Default for Nearest {
    fn default() -> Self {
        Self { comparisons_left: Cell::new(200_000) }
    }
}

impl Nearest {
    /// The limit for one file.
    pub fn for_one_file() -> Self {
        Self::for_one_of(1)
    }

    /// The limit for each of so many files.
    pub fn for_one_of(files: usize) -> Self {
        let share = 250_000 / files.max(1);
        Self { comparisons_left: Cell::new(share.clamp(50, 4_000)) }
    }

    /// The hint to put after an error: "did you mean 'x'?".
    pub fn did_you_mean<'c>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<String> {
        let near = self.nearest(word, candidates);
        near.map(|near| format!("did you mean '{near}'?"))
    }

    /// The nearest candidate, if one is near and the limit is not reached.
    pub fn nearest<'c>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        let left = &self.comparisons_left;
        let counted = candidates.into_iter().take_while(|candidate| {
            let more = left.get() > 0;
            let letters = word.len() * candidate.len().min(LONGEST);
            left.set(left.get().saturating_sub(1 + letters / 1_000));
            more
        });
        nearest(word, counted.filter(|word| word.len() <= LONGEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_is_counted_between_what_differs() {
        for (one, other, most, expected) in [
            ("same", "same", 2, Some(0)),
            ("", "ab", 2, Some(2)),
            ("été", "étè", 2, Some(1)),
            ("éé", "ééé", 1, Some(1)),
            ("abcd", "acbd", 1, Some(1)),
            ("a-long-word", "b-long-wordy", 2, Some(2)),
            ("abcdef", "fedcba", 2, None),
            ("abc", "abcdef", 2, None),
        ] {
            assert_eq!(distance(one, other, most), expected, "{one} {other}");
        }
    }
}
