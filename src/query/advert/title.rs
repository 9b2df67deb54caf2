//! The title of an advert: where it stands, which roles it names, and whether the duties fit it.

use super::blocks::{Block, Kind};
use super::duties::AnyRole;
use crate::query::matcher::{Matcher, Subject};

/// A title does not stand below so many headings and paragraphs.
const AT_MOST_BELOW: usize = 6;
/// A title is no longer than this, in bytes.
const LONGEST: usize = 200;
/// A word of which the other form is only an ending has at least so many letters.
const SHORTEST: usize = 3;
/// So many duties more lean to another role.
const LEAN: usize = 2;
/// What stands beside the name of a job in a title.
const BESIDE: [&str; 10] = [",", "/", "|", "(", ")", ":", "·", "•", " – ", " - "];

/// The title of an advert.
#[derive(Debug)]
pub struct Title {
    /// What it says; `None` for an advert without one.
    pub text: Option<String>,
    /// The roles that it names.
    pub names: Vec<AnyRole>,
    /// Whether one of them has most duties.
    pub fits: Fits,
}

words! {
    /// Whether the duties are those of the role that the title names.
    Fits {
        /// That role has most of them.
        Fits = "fits",
        /// Another role has at least two more, and more than any third.
        Leans = "leans",
        /// No role is clearly ahead, or it names several.
        Mixed = "mixed",
        /// It names no role.
        Unknown = "unknown",
    }
}

/// Compares what a title names with the duties of each role, of which those with most come first.
pub fn fits(names: &[AnyRole], roles: &[(AnyRole, usize)]) -> Fits {
    let [only] = names else {
        return if names.is_empty() { Fits::Unknown } else { Fits::Mixed };
    };
    let own = roles.iter().find(|(role, _)| role == only).map_or(0, |(_, count)| *count);
    let others = roles.iter().filter(|(role, _)| role != only);
    let mut others = others.map(|(_, count)| *count).chain([0, 0]);
    let (next, third) = (others.next().unwrap_or_default(), others.next().unwrap_or_default());
    if own > next {
        Fits::Fits
    } else if next >= own + LEAN && next > third {
        Fits::Leans
    } else {
        Fits::Mixed
    }
}

/// What may be the title: what is marked as one, or stands at the top.
pub fn texts(blocks: &[Block]) -> Vec<&str> {
    let top = &blocks[..blocks.len().min(AT_MOST_BELOW)];
    let is = |kind: Kind| move |block: &&Block| block.kind == kind;
    let titles =
        blocks.iter().filter(is(Kind::Title)).chain(blocks.iter().filter(is(Kind::Heading(1))));
    let others = top.iter().filter(|block| block.kind != Kind::Item && block.section.is_none());
    let mut texts = Vec::new();
    for block in titles.chain(others).take(AT_MOST_BELOW) {
        let first = block.sentences().into_iter().next();
        texts.extend(first.map(|said| &block.text[said]).filter(|said| said.len() <= LONGEST));
    }
    texts
}

/// The title and the roles that it names: the first that names any, or else the first.
pub fn find(blocks: &[Block], matcher: &Matcher) -> (Option<String>, Vec<AnyRole>) {
    let texts = texts(blocks);
    for text in &texts {
        let names = names(text, matcher);
        if !names.is_empty() {
            return (Some((*text).to_owned()), names);
        }
    }
    (texts.first().map(|text| (*text).to_owned()), Vec::new())
}

fn names(title: &str, matcher: &Matcher) -> Vec<AnyRole> {
    let title = &*in_one_form(title);
    let mut parts = vec![title];
    for sign in BESIDE {
        parts = parts.into_iter().flat_map(|part| part.split(sign)).collect();
    }
    let whole = named_in(&[title], matcher);
    if whole.is_empty() { named_in(&parts, matcher) } else { whole }
}

/// A title for women and men in one form: "Chargé·e", "Técnico/a", "Consultant(e)".
fn in_one_form(title: &str) -> String {
    let cut = |word: &str| {
        let end = word.find(['·', '/', '('])?;
        let (stem, rest) = word.split_at(end);
        let ending = rest.trim_start_matches(['·', '/', '(']).trim_end_matches([')', ',', ':']);
        let is_ending = ending.chars().all(char::is_lowercase) && ending.chars().count() <= 2;
        let is_word = stem.chars().count() >= SHORTEST && stem.chars().all(char::is_alphabetic);
        (is_word && (is_ending || rest.starts_with('·'))).then(|| stem.to_owned())
    };
    let words = title.split(' ').map(|word| cut(word).unwrap_or_else(|| word.to_owned()));
    words.collect::<Vec<_>>().join(" ")
}

fn named_in(parts: &[&str], matcher: &Matcher) -> Vec<AnyRole> {
    let mut names = Vec::new();
    for part in parts {
        let meaning = matcher.meaning(part);
        let fits = meaning.own.iter().chain(&meaning.elsewhere);
        for fit in fits.filter(|fit| fit.is_named()) {
            let role = match fit.subject {
                Subject::Role(role) if fit.is_own => AnyRole::Own(role),
                Subject::Role(role) => AnyRole::Elsewhere(role),
                Subject::Task(_) => continue,
            };
            if !names.contains(&role) {
                names.push(role);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_for_women_and_men_have_one_form() {
        for (title, expected) in [
            ("Chargé·e des réseaux sociaux (H/F)", "Chargé des réseaux sociaux (H/F)"),
            ("Animateur·rice de communauté", "Animateur de communauté"),
            ("Técnico/a de comunicación", "Técnico de comunicación"),
            ("Consultant(e) social media", "Consultant social media"),
            ("Content/Community manager", "Content/Community manager"),
            ("Redactor y/o community manager", "Redactor y/o community manager"),
        ] {
            assert_eq!(in_one_form(title), expected);
        }
    }
}
