//! How well each task and each role fits a text.

use super::Matcher;
use super::candidates::Subject;
use super::lexicon::WordIx;
use super::text::{Token, tokens};
use super::tongue::{Kind, Phrase, Tongue};
use crate::normalize;
use std::collections::BTreeMap;

/// How much a word counts that stands not in a name but where more is said, in the name of the area, or at the role.
const IN_DETAIL: f64 = 0.8;
const IN_AREA: f64 = 0.5;
const AT_ROLE: f64 = 0.8;
/// What part of the score does not depend on how much of a name the text holds.
const BASE: f64 = 0.6;
/// What is not explained counts up to this weight: a long text may be about more.
const MOST_UNEXPLAINED: f64 = 2.0;
/// How much the fit of a role counts: where a task fits as well, that is meant.
const ROLE: f64 = 0.98;
/// How much a fit counts in a language that the text is hardly in.
const OTHER_LANGUAGE: f64 = 0.9;

/// How well a task or a role fits a text.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    /// What the text may be about.
    pub subject: Subject,
    /// Whether it is one of the registry in use.
    pub is_own: bool,
    /// How well it fits, from 0 to 1.
    pub score: f64,
    /// How much of the text it explains, from 0 to 1.
    pub explained: f64,
    /// How much of one of its names the text holds, from 0 to 1.
    pub held: f64,
    /// How many words that name has.
    pub words: usize,
    /// Whether the text holds the words of that name in their order.
    pub is_in_order: bool,
    /// Whether that rests on words without slips, in a language that the text may be in.
    pub is_certain: bool,
}

/// What of a text is written about one candidate.
struct Evidence<'t> {
    /// Of each word of the text how well it is, from 0 to 1.
    words: Vec<f64>,
    /// How much of a name the text holds: the most.
    held: f64,
    /// That name.
    name: Option<&'t Phrase>,
    /// Whether that is without slips.
    is_certain: bool,
}

impl Matcher<'_> {
    /// What a text may be about, the best first; what is equally good in the registry's order.
    pub fn fits(&self, text: &str, slips: bool) -> Vec<Fit> {
        let mut best: BTreeMap<usize, Fit> = BTreeMap::new();
        for (tongue, is_likely) in self.tongues.iter().zip(self.likely(text)) {
            for (number, mut fit) in self.fits_in(tongue, text, slips && is_likely) {
                if !is_likely {
                    fit.score *= OTHER_LANGUAGE;
                    fit.is_certain = false;
                }
                let known = best.entry(number).or_insert(fit);
                if (fit.score, fit.is_certain) > (known.score, known.is_certain) {
                    *known = fit;
                }
            }
        }
        let mut fits: Vec<Fit> = best.into_values().collect();
        fits.sort_by(|a, b| b.score.total_cmp(&a.score));
        fits
    }

    /// Whether a text has any word that tells tasks apart.
    pub fn tells_apart(&self, text: &str) -> bool {
        let words = normalize::words(text);
        let tells = |tongue: &Tongue| words.iter().any(|word| !tongue.lexicon.has_function(word));
        self.tongues
            .iter()
            .zip(self.likely(text))
            .all(|(tongue, is_likely)| !is_likely || tells(tongue))
    }

    /// Whether a text has a word that fits every task alike.
    pub fn fits_every_task(&self, text: &str) -> bool {
        let words = normalize::words(text);
        let mut tongues = self.tongues.iter();
        tongues.any(|tongue| words.iter().any(|word| tongue.lexicon.fits_every_task(word)))
    }

    /// In which languages the text may be: those that have most of its words among their function words.
    fn likely(&self, text: &str) -> Vec<bool> {
        let words = normalize::words(text);
        let count =
            |tongue: &Tongue| words.iter().filter(|word| tongue.lexicon.has_function(word)).count();
        let counts: Vec<usize> = self.tongues.iter().map(count).collect();
        let most = counts.iter().copied().max();
        counts.into_iter().map(|count| Some(count) == most).collect()
    }

    fn fits_in(&self, tongue: &Tongue, text: &str, slips: bool) -> Vec<(usize, Fit)> {
        let tokens = tokens(text, tongue, slips);
        let found = evidence(tongue, &tokens);
        let fit = |(&number, evidence): (&usize, &Evidence)| {
            let candidate = self.candidates[number];
            let of_role = found.get(&candidate.role).filter(|_| candidate.role != number);
            let explained = explained(&tokens, evidence, of_role);
            let kind = if candidate.role == number { ROLE } else { 1.0 };
            let fit = Fit {
                subject: candidate.subject,
                is_own: candidate.is_own,
                score: explained * (BASE + (1.0 - BASE) * evidence.held.sqrt()) * kind,
                explained,
                held: evidence.held,
                words: evidence.name.map_or(0, |name| name.words.len()),
                is_in_order: evidence.name.is_some_and(|name| is_in_order(name, &tokens)),
                is_certain: evidence.is_certain,
            };
            (number, fit)
        };
        found.iter().map(fit).collect()
    }
}

/// What of a text is written about each candidate, by its number.
fn evidence<'t>(tongue: &'t Tongue, tokens: &[Token]) -> BTreeMap<usize, Evidence<'t>> {
    let mut found: BTreeMap<usize, Evidence<'t>> = BTreeMap::new();
    let mut names: BTreeMap<usize, (f64, bool)> = BTreeMap::new();
    for (place, token) in tokens.iter().enumerate() {
        for number in token.word.into_iter().flat_map(|word| tongue.having(word)) {
            let phrase = &tongue.phrases[number];
            let evidence = found.entry(phrase.of).or_insert_with(|| Evidence {
                words: vec![0.0; tokens.len()],
                held: 0.0,
                name: None,
                is_certain: true,
            });
            let how = match phrase.kind {
                Kind::Name => 1.0,
                Kind::Detail => IN_DETAIL,
                Kind::Area => IN_AREA,
            };
            evidence.words[place] = evidence.words[place].max(how * token.how);
            if phrase.kind == Kind::Name {
                let (weight, is_certain) = names.entry(number).or_insert((0.0, true));
                *weight += token.weight * token.how;
                *is_certain &= token.how >= 1.0;
            }
        }
    }
    for (number, (weight, is_certain)) in names {
        let phrase = &tongue.phrases[number];
        let all = tongue.weight_of(phrase);
        let held = if all > 0.0 { (weight / all).min(1.0) } else { 0.0 };
        if let Some(evidence) = found.get_mut(&phrase.of)
            && (held, is_certain) > (evidence.held, evidence.is_certain && evidence.held > 0.0)
        {
            (evidence.held, evidence.is_certain) = (held, is_certain);
            evidence.name = Some(phrase);
        }
    }
    found
}

/// Whether a text has the words of a phrase in their order.
fn is_in_order(phrase: &Phrase, tokens: &[Token]) -> bool {
    let place = |word: &WordIx| tokens.iter().position(|token| token.word == Some(*word));
    phrase.words.iter().filter_map(place).is_sorted()
}

/// How much of a text is explained, from 0 to 1. What is said about its role counts for a task too, but less. A long text
/// may be about more than that: what is not explained counts up to a limit.
fn explained(tokens: &[Token], evidence: &Evidence, of_role: Option<&Evidence>) -> f64 {
    let (mut explained, mut rest) = (0.0, 0.0_f64);
    for (place, token) in tokens.iter().enumerate() {
        let by_role = of_role.map_or(0.0, |role| role.words[place] * AT_ROLE);
        let how = evidence.words[place].max(by_role);
        explained += token.weight * how;
        rest += token.weight * (1.0 - how);
    }
    if explained > 0.0 { explained / (explained + rest.min(MOST_UNEXPLAINED)) } else { 0.0 }
}
