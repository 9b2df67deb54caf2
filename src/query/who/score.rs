//! How well each task answers, as one number.

use super::company::Company;
use super::evidence::{ALL, Evidence};
use super::question::{Question, Term};
use super::words::Kind;
use crate::model::TaskRef;
use std::cmp::Ordering;

/// From this score on a task answers the question.
pub(super) const MATCH: f64 = 0.52;
/// What a word of the question weighs that the registry does not have; the rarest one that it has weighs 1.
const UNKNOWN: f64 = 0.7;
/// What a word weighs that any task may have, compared with another one as rare.
const LIGHT: f64 = 0.15;
/// What part of the score does not depend on how much of a phrase the question holds.
const BASE: f64 = 0.7;
/// A question that holds a whole phrase of several words and this much of other things is still about that phrase.
const LEAST_WITH_PHRASE: f64 = 0.34;
/// The score of a task whose phrase the question holds among other things.
const HOLDS_PHRASE: f64 = 0.55;
/// The score of each task of an area that the question names.
const AREA: f64 = 0.9;
/// Words that any task may have find one if they stand together in its name, and this much of both is the same.
const LEAST_OF_PAIR: f64 = 0.5;
/// The most for a task that has nothing of the question but what any task may have.
const ONLY_LIGHT: f64 = 0.4;
/// The least for a task that has a word of the question in its name that few tasks have, what else it may say.
const CARRIED: f64 = 0.53;
/// How much more it may be, by how much of the question the task has, and by how much of a phrase the question holds.
const CARRIED_PART: f64 = 0.1;
/// From this weight on few tasks have a word.
const FEW_TASKS: f64 = 0.5;
/// A word that stands in a name just so, or in another form.
const IN_NAME: f64 = 0.95;
/// So many words of the question that the registry does not have are carried by each one that it has.
const CARRIES: usize = 2;
/// The most for a task that is called otherwise than the question.
const NOT_THE_SAME: f64 = 0.99;

/// The tasks with their scores in hundredths, the best first; those that are equally good in the registry's order.
/// `tasks` is how many there are.
pub fn rank(evidence: &[Evidence], question: &Question, tasks: usize) -> Vec<(TaskRef, f64)> {
    let weights = weights(evidence, question, tasks);
    let scores = |carry: bool| {
        let score = |evidence: &Evidence| score(evidence, question, &weights, carry);
        let tasks = evidence.iter().map(|evidence| evidence.task);
        let scores = tasks.zip(evidence.iter().map(score));
        scores.collect::<Vec<(TaskRef, f64)>>()
    };
    let mut scores = match scores(false) {
        found if found.iter().any(|&(_, score)| score >= MATCH) => found,
        _ => scores(true),
    };
    scores.sort_by(|(_, one), (_, other)| other.partial_cmp(one).unwrap_or(Ordering::Equal));
    scores
}

/// How well a task answers. If told so, one word may carry the others.
fn score(evidence: &Evidence, question: &Question, weights: &[f64], carry: bool) -> f64 {
    let telling = &question.terms[..question.telling];
    let mut known = telling.iter().zip(&evidence.terms).filter(|(term, _)| term.known);
    if evidence.is_phrase && known.all(|(_, &how)| how >= ALL) {
        return 1.0;
    }
    if question.is_bare() {
        return if evidence.has_long_phrase || evidence.is_like_phrase {
            HOLDS_PHRASE
        } else {
            0.0
        };
    }
    let all: f64 = weights.iter().sum();
    let found: f64 = weights.iter().zip(&evidence.terms).map(|(weight, how)| weight * how).sum();
    let part = if all > 0.0 { found / all } else { 0.0 };
    let mut score = part * (BASE + (1.0 - BASE) * evidence.phrase);
    if evidence.has_long_phrase && (part >= LEAST_WITH_PHRASE || all == 0.0) {
        score = score.max(HOLDS_PHRASE);
    }
    if evidence.is_like_phrase && question.is_about_little() {
        score = score.max(HOLDS_PHRASE);
    }
    if evidence.is_area {
        score = score.max(AREA);
    }
    let carrying = telling
        .iter()
        .zip(&evidence.terms)
        .zip(weights)
        .filter(|((term, how), weight)| {
            let is_rare = term.kind == Kind::Content && **weight >= FEW_TASKS;
            is_rare && term.company == Company::Any && **how >= IN_NAME
        })
        .count();
    let strangers = question.strangers();
    if carry && carrying > 0 && !question.is_elsewhere() && strangers <= CARRIES * carrying {
        score = score.max(CARRIED + CARRIED_PART * (part + evidence.phrase));
    }
    if !evidence.has_long_phrase && !evidence.is_area && !has_company(evidence, question) {
        score = score.min(ONLY_LIGHT);
    }
    let says_something =
        |(term, &how): (&Term, &f64)| how > 0.0 && !matches!(term.kind, Kind::Light | Kind::Topic);
    let mut found = telling.iter().zip(&evidence.terms);
    let is_pair = evidence.has_pair && part >= LEAST_OF_PAIR && evidence.phrase >= LEAST_OF_PAIR;
    let is_alike = evidence.is_like_phrase && question.is_about_little();
    if !evidence.is_phrase && !is_alike && !is_pair && !found.any(says_something) {
        score = score.min(ONLY_LIGHT);
    }
    (score.min(NOT_THE_SAME) * 100.0).round() / 100.0
}

/// Whether what a task has of a question is not only everyday words that mean something else there.
fn has_company(evidence: &Evidence, question: &Question) -> bool {
    let telling = question.terms[..question.telling].iter();
    let found: Vec<Company> = telling
        .zip(&evidence.terms)
        .filter(|(term, how)| **how > 0.0 && matches!(term.kind, Kind::Content | Kind::Place))
        .map(|(term, _)| term.company)
        .collect();
    let strangers = question.strangers();
    match found.iter().min() {
        None | Some(Company::Any) => true,
        Some(Company::Known) => {
            let several = !question.is_elsewhere() && found.len() > strangers;
            (strangers == 0 || several) && !question.is_everyday()
        }
        Some(Company::Telling | Company::Elsewhere) => false,
    }
}

/// What each word of the question weighs: the fewer tasks have it, the more.
#[expect(clippy::cast_precision_loss, reason = "there are fewer tasks than that")]
fn weights(evidence: &[Evidence], question: &Question, tasks: usize) -> Vec<f64> {
    let rarest = (1.0 + tasks as f64).ln();
    let weight = |(number, term): (usize, &Term)| {
        let having = evidence.iter().filter(|evidence| evidence.terms[number] > 0.0).count();
        let rarity =
            if having > 0 { (1.0 + tasks as f64 / having as f64).ln() / rarest } else { UNKNOWN };
        match term.kind {
            Kind::Content => rarity,
            Kind::Place if having > 0 => rarity,
            Kind::Light | Kind::Topic if having > 0 => rarity * LIGHT,
            Kind::Place | Kind::Light | Kind::Topic | Kind::Empty => 0.0,
        }
    };
    question.terms.iter().enumerate().map(weight).collect()
}
