//! How well each task and each role fits a text, and whether what fits best is what the text means.

use super::Matcher;
use super::candidates::{Kind, Subject};
use super::lexicon::WordIx;
use super::tongue::{Phrase, Tongue};
use crate::model::TaskRef;
use crate::normalize::pieces;
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
/// How much it counts where the text has only a part of its name, or what it is there for, and where this is less than half of
/// what the text says: then a task is meant that has to do with that role.
const ROLE_IN_PART: f64 = 0.9;
const HALF: f64 = 0.5;
/// Other words for a task say surely that it is meant if the text holds so much of them, or has a word of its own name.
const THIRD: f64 = 1.0 / 3.0;
/// How much a fit counts in a language that the text is hardly in.
const OTHER_LANGUAGE: f64 = 0.9;
/// What each word weighs where nothing but function words is left.
const ALL_THERE_IS: f64 = 0.8;
/// A word below this weight says nothing.
const SAYS_NOTHING: f64 = 0.05;
/// From this score on a text may mean something.
const UNSURE: f64 = 0.3;
/// From this score on it means that.
pub const SURE: f64 = 0.6;
/// Whatever is sure is so far ahead that the next has at most this part of its score.
const BEHIND: f64 = 0.95;
/// From this score on something elsewhere may win.
const RIVAL: f64 = 0.5;
/// It must explain this much more than what is here, function words aside: those of the catalogue are plain speech.
pub const TIE: f64 = 1.02;
/// A text is about a role if it holds this much of its name.
const WHOLE_NAME: f64 = 0.8;

/// How well a task or a role fits a text.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    pub subject: Subject,
    /// Whether it is one of the registry in use.
    pub is_own: bool,
    /// How well it fits, from 0 to 1.
    pub score: f64,
    /// How much of the text it explains, from 0 to 1.
    pub explained: f64,
    /// What that weighs in all, without function words.
    pub told: f64,
    /// How much of one of its names the text holds, from 0 to 1.
    pub held: f64,
    /// How many words that name has.
    pub words: usize,
    /// Whether it is a role, and the text holds the words of that name in their order.
    pub is_in_order: bool,
    /// Whether that is in a language that the text may be in, and not a role by a part of its name, nor a task by a small part
    /// of other words for it.
    pub is_certain: bool,
}

impl Fit {
    pub fn task(&self) -> Option<TaskRef> {
        match self.subject {
            Subject::Task(task) => Some(task),
            Subject::Role(_) => None,
        }
    }

    /// Whether the text has all of its name.
    pub fn is_named(&self) -> bool {
        self.held >= WHOLE_NAME && self.is_in_order
    }
}

/// How sure it is what a text means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// It means that.
    Sure,
    /// It may mean one of two.
    Unsure,
    /// It means nothing in this registry.
    #[default]
    Nobody,
}

/// What a text means.
#[derive(Debug)]
pub struct Meaning {
    pub verdict: Verdict,
    /// What fits it in the registry in use, the best first; empty for nobody.
    pub own: Vec<Fit>,
    /// The tasks elsewhere that fit it, the best first.
    pub elsewhere: Vec<Fit>,
}

impl Meaning {
    /// Whether it is most likely a task of the registry in use.
    pub fn means_task(&self) -> bool {
        self.verdict != Verdict::Nobody && self.own.first().is_some_and(|fit| fit.task().is_some())
    }
}

#[derive(Clone, Copy, Debug)]
struct Token {
    word: WordIx,
    /// What it weighs, from 0 to 1.
    weight: f64,
    is_function: bool,
}

/// What of a text is written about candidates.
struct Evidences<'t> {
    /// Of each candidate, one more than the number of what is found about it; 0 for most.
    numbers: Vec<u32>,
    each: Vec<Evidence<'t>>,
    words: Vec<f64>,
}

/// What of a text is written about one candidate.
struct Evidence<'t> {
    /// The number of the candidate.
    of: usize,
    /// Where it begins to say of each word of the text how well it is, from 0 to 1.
    begin: usize,
    /// How much of a name the text holds: the most.
    held: f64,
    name: Option<&'t Phrase>,
    /// Whether a word of the text is in its own name, function words aside.
    is_in_name: bool,
}

impl Matcher<'_> {
    /// What a text may be about, of which it explains enough to matter, the best first; what is equally good in the
    /// registry's order. It is the text that the matcher is for, or a part of it.
    pub fn fits(&self, text: &str) -> Vec<Fit> {
        let mut best: BTreeMap<usize, Fit> = BTreeMap::new();
        for (tongue, is_likely) in self.tongues.iter().zip(self.likely(text)) {
            for (number, mut fit) in self.fits_in(tongue, text) {
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

    /// What a text means: the one that the matcher is for, or a part of it.
    pub fn meaning(&self, text: &str) -> Meaning {
        let fits = self.fits(text).into_iter().filter(|fit| fit.score >= UNSURE);
        let fits = fits.filter(|fit| fit.is_own || fit.task().is_some() || fit.is_named());
        let (own, elsewhere): (Vec<Fit>, Vec<Fit>) = fits.partition(|fit| fit.is_own);
        let verdict = verdict(&own, &elsewhere);
        Meaning { verdict, own, elsewhere }
    }

    fn fits_in(&self, tongue: &Tongue, text: &str) -> Vec<(usize, Fit)> {
        let tokens = tokens(text, tongue);
        let found = Evidences::of(tongue, &tokens, self.candidates.len());
        let words_of = |evidence: &Evidence| &found.words[evidence.begin..][..tokens.len()];
        let fit = |evidence: &Evidence| {
            let number = evidence.of;
            let candidate = self.candidates[number];
            let of_role = found.about(candidate.role).filter(|_| candidate.role != number);
            let named = of_role.and_then(|role| whole_name(role, tongue, &tokens));
            let (explained, told) =
                explained(&tokens, words_of(evidence), of_role.map(words_of), named);
            // No score is higher, and in most tasks of a large registry a text finds nothing but function words.
            if explained < UNSURE {
                return None;
            }
            let is_role = candidate.role == number;
            let mut fit = Fit {
                subject: candidate.subject,
                is_own: candidate.is_own,
                score: explained * (BASE + (1.0 - BASE) * evidence.held.sqrt()),
                explained,
                told,
                held: evidence.held,
                words: evidence.name.map_or(0, |name| name.length),
                is_in_order: is_role
                    && evidence
                        .name
                        .is_some_and(|name| is_in_order(tongue.words_of(name), &tokens)),
                is_certain: evidence.is_in_name || evidence.held >= THIRD,
            };
            if is_role {
                fit.is_certain = fit.is_named();
                let is_most = fit.is_certain && explained >= HALF;
                fit.score *= if is_most { ROLE } else { ROLE * ROLE_IN_PART };
            }
            Some((number, fit))
        };
        found.each.iter().filter_map(fit).collect()
    }
}

/// The words of a text, each once, or of a part of the text that the tongue knows.
fn tokens(text: &str, tongue: &Tongue) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for word in pieces(text).filter_map(|piece| tongue.lexicon.find(piece)) {
        if !tokens.iter().any(|token| token.word == word) {
            let is_function = tongue.lexicon.is_function(word);
            tokens.push(Token { word, weight: tongue.weights[word.0], is_function });
        }
    }
    // Where nothing else is left, function words are all there is to go by.
    if tokens.iter().all(|token| token.weight < SAYS_NOTHING) {
        for token in &mut tokens {
            token.weight = ALL_THERE_IS;
        }
    }
    tokens
}

impl<'t> Evidences<'t> {
    /// Those for a text, of so many candidates.
    fn of(tongue: &'t Tongue, tokens: &[Token], candidates: usize) -> Self {
        let mut found = Self { numbers: vec![0; candidates], each: Vec::new(), words: Vec::new() };
        // How much the text holds of each phrase that is a name.
        let mut names: Vec<f64> = vec![0.0; tongue.phrases.len()];
        for (place, token) in tokens.iter().enumerate() {
            for (number, phrase) in tongue.having(token.word) {
                let how = match phrase.kind {
                    Kind::Name | Kind::OtherWords => 1.0,
                    Kind::Detail => IN_DETAIL,
                    Kind::Area => IN_AREA,
                };
                let evidence = found.add(phrase.of, tokens.len());
                evidence.is_in_name |= phrase.kind == Kind::Name && !token.is_function;
                let begin = evidence.begin;
                let word = &mut found.words[begin + place];
                *word = word.max(how);
                if phrase.kind.names() {
                    names[number] += tongue.weight_in(phrase, token.word);
                }
            }
        }
        for (phrase, held) in tongue.phrases.iter().zip(names).filter(|(_, held)| *held > 0.0) {
            let held = (held / phrase.weight).min(1.0);
            let evidence = found.add(phrase.of, tokens.len());
            if held > evidence.held {
                (evidence.held, evidence.name) = (held, Some(phrase));
            }
        }
        found
    }

    /// That about a candidate, which begins with nothing.
    fn add(&mut self, of: usize, tokens: usize) -> &mut Evidence<'t> {
        let number = &mut self.numbers[of];
        if *number == 0 {
            let begin = self.words.len();
            self.words.resize(begin + tokens, 0.0);
            self.each.push(Evidence { of, begin, held: 0.0, name: None, is_in_name: false });
            *number = u32::try_from(self.each.len()).unwrap_or(u32::MAX);
        }
        &mut self.each[*number as usize - 1]
    }

    fn about(&self, candidate: usize) -> Option<&Evidence<'t>> {
        let number = (self.numbers[candidate] as usize).checked_sub(1)?;
        self.each.get(number)
    }
}

/// The words of a role's name if a text has all of it, and it has several: a single one may be anything.
fn whole_name<'t>(role: &Evidence, tongue: &'t Tongue, tokens: &[Token]) -> Option<&'t [WordIx]> {
    let name = role.name.filter(|name| role.held >= WHOLE_NAME && name.length > 1)?;
    Some(tongue.words_of(name)).filter(|words| is_in_order(words, tokens))
}

/// Whether a text has the words of a phrase in their order.
fn is_in_order(phrase: &[WordIx], tokens: &[Token]) -> bool {
    let place = |word: &WordIx| tokens.iter().position(|token| token.word == *word);
    phrase.iter().filter_map(place).is_sorted()
}

/// How much of a text is explained, from 0 to 1, and how much that is in all without function words. What is said about its
/// role counts for a task too, but less; if the text names that role whole, only its name does, and nothing at all is
/// explained where that is the only thing. A long text may be about more than that: what is not explained counts up to a limit.
fn explained(
    tokens: &[Token],
    words: &[f64],
    of_role: Option<&[f64]>,
    named: Option<&[WordIx]>,
) -> (f64, f64) {
    let (mut explained, mut told, mut rest) = (0.0, 0.0, 0.0_f64);
    // What the text says beside the role's name, and how much of that is explained.
    let (mut beside, mut told_beside) = (0.0, 0.0);
    for (place, token) in tokens.iter().enumerate() {
        let is_named = named.map(|name| name.contains(&token.word));
        let by_role = match is_named {
            Some(is_named) => f64::from(u8::from(is_named)),
            None => of_role.map_or(0.0, |role| role[place]),
        };
        let how = words[place].max(by_role * AT_ROLE);
        explained += token.weight * how;
        rest += token.weight * (1.0 - how);
        if !token.is_function {
            told += token.weight * how;
            if is_named == Some(false) {
                beside += token.weight;
                told_beside += token.weight * how;
            }
        }
    }
    if explained == 0.0 || (beside > 0.0 && told_beside == 0.0) {
        return (0.0, 0.0);
    }
    (explained / (explained + rest.min(MOST_UNEXPLAINED)), told)
}

fn verdict(own: &[Fit], elsewhere: &[Fit]) -> Verdict {
    let Some(best) = own.first() else { return Verdict::Nobody };
    let rival = elsewhere.first().map_or(0.0, |fit| fit.score);
    let told = own.iter().map(|fit| fit.told).fold(0.0, f64::max);
    if let Some(rival) = elsewhere.first()
        && rival.score >= RIVAL
        && best.score < rival.score
        && rival.told > told * TIE
    {
        return Verdict::Nobody;
    }
    // The role of a task that fits is no other answer.
    let is_its_role = |fit: &&Fit| match (best.subject, fit.subject) {
        (Subject::Task(task), Subject::Role(role)) => task.role == role,
        _ => false,
    };
    let second = own.iter().skip(1).find(|fit| !is_its_role(fit));
    let second = second.map_or(0.0, |fit| fit.score).max(rival);
    if best.is_certain && best.score >= SURE && second <= best.score * BEHIND {
        Verdict::Sure
    } else {
        Verdict::Unsure
    }
}
