//! "Did you mean": the nearest of the words that exist.

use crate::fold::fold;
use std::cell::Cell;

/// The candidate nearest to a word, if one is near: at most two letters off (one in a short word), or begun the same
/// way. Case and accents do not count. The first of equally near candidates wins.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wanted = fold(word);
    let reach = if wanted.chars().count() < 4 { 1 } else { 2 };
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // Most are far off, and that is seen without folding them.
        let begins_the_same = candidate
            .bytes()
            .next()
            .map(|byte| byte.to_ascii_lowercase())
            == word.bytes().next().map(|byte| byte.to_ascii_lowercase());
        if candidate.len().abs_diff(word.len()) > 8 && !begins_the_same {
            continue;
        }
        let folded = fold(candidate);
        let distance = if folded.len().abs_diff(wanted.len()) > 2 * reach {
            usize::MAX
        } else {
            strsim::osa_distance(&wanted, &folded)
        };
        let rank = match distance {
            // In a word of two letters one other letter makes another word; only swapped letters are a slip.
            near if near <= reach
                && (wanted.chars().count() > 2 || letters(&wanted) == letters(&folded)) =>
            {
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

/// Whether a candidate begins with the wanted word but for a letter.
fn begins_like(candidate: &str, wanted: &str) -> bool {
    if candidate.chars().next() != wanted.chars().next() {
        return false;
    }
    let length = wanted.chars().count();
    (length - 1..=length + 1).any(|length| {
        let head: String = candidate.chars().take(length).collect();
        strsim::osa_distance(&head, wanted) <= 1
    })
}

/// The same with a limit on the work, so that a file of ten thousand wrong names is not compared with ten thousand
/// right ones each time. Past the limit nothing is suggested.
#[derive(Debug)]
pub struct Nearest {
    comparisons_left: Cell<usize>,
}

impl Default for Nearest {
    fn default() -> Self {
        Self {
            comparisons_left: Cell::new(200_000),
        }
    }
}

impl Nearest {
    /// With the limit for one file among many.
    pub fn for_one_file() -> Self {
        Self {
            comparisons_left: Cell::new(4_000),
        }
    }

    /// The words to put after an error: "did you mean 'x'?".
    pub fn did_you_mean<'c>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<String> {
        let near = self.nearest(word, candidates);
        near.map(|near| format!("did you mean '{near}'?"))
    }

    /// The nearest candidate, if one is near and there is work left to do for it.
    pub fn nearest<'c>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        if word.len() > 200 {
            return None;
        }
        let left = &self.comparisons_left;
        let counted = candidates.into_iter().take_while(|_| {
            let more = left.get() > 0;
            left.set(left.get().saturating_sub(1));
            more
        });
        nearest(word, counted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typos_accents_and_beginnings_find_their_word() {
        let roles = ["community-manager", "social-media-manager", "sme"];
        let find = |word| nearest(word, roles);
        assert_eq!(find("comunity-manager"), Some("community-manager"));
        assert_eq!(find("Socal-Media-Manager"), Some("social-media-manager"));
        assert_eq!(find("community"), Some("community-manager"));
        assert_eq!(find("comunity"), Some("community-manager"));
        assert_eq!(find("socal-med"), Some("social-media-manager"));
        assert_eq!(find("smé"), Some("sme"));
        assert_eq!(find("smee"), Some("sme"));
        assert_eq!(find("accountant"), None);
        assert_eq!(find("x"), None);
        assert_eq!(nearest("rf", ["fr", "en"]), Some("fr"));
        assert_eq!(nearest("es", ["en", "fr"]), None);
    }

    #[test]
    fn the_work_has_an_end() {
        let limited = Nearest {
            comparisons_left: Cell::new(1),
        };
        assert_eq!(limited.did_you_mean("ab", ["xy", "ab"]), None);
        assert_eq!(limited.did_you_mean("ab", ["ab"]), None);
    }
}
