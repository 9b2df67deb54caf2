//! Asks the questions of `tests/matching` and counts the answers that are right.

use roles::model::Registry;
use roles::query::{self, Answer, Rivals, Verdict};
use roles::{resolve, source};
use std::fs;
use std::path::{Path, PathBuf};

/// A registry beside the catalogue.
pub struct Registries {
    /// The registry that is asked.
    pub own: Registry,
    /// The catalogue.
    pub catalogue: Registry,
}

impl Registries {
    /// The shipped registry.
    pub fn shipped() -> Self {
        Self::new(resolve::read(&source::embedded()).unwrap())
    }

    /// A registry of `tests/matching/registries`.
    pub fn named(name: &str) -> Self {
        Self::new(roles::load(folder().join("registries").join(name)).unwrap())
    }

    /// A registry.
    pub fn new(own: Registry) -> Self {
        let catalogue = resolve::catalogue(&source::catalogue()).unwrap();
        Self { own, catalogue }
    }

    /// The answer to a question.
    pub fn who(&self, question: &str) -> Answer<'_> {
        let rivals = Rivals::new(&self.own, &self.catalogue);
        query::who(&self.own, &rivals, question)
    }

    /// The ids of the tasks or roles that an answer names, the likeliest first.
    pub fn named_in(&self, answer: &Answer) -> Vec<String> {
        let tasks = answer.matches.iter().map(|found| self.own.task_id(found.task));
        tasks.chain(answer.roles.iter().map(|&role| self.own.role(role).id.to_string())).collect()
    }

    /// The roles of the catalogue that an answer names, the likeliest first.
    pub fn elsewhere_in(&self, answer: &Answer) -> Vec<String> {
        let roles = answer.elsewhere.iter().map(|task| self.catalogue.role(task.role));
        roles.map(|role| role.id.to_string()).collect()
    }
}

/// Where the questions, adverts and registries are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matching")
}

/// A question with the answer that it should get.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its language; empty in a file of one language.
    pub language: String,
    /// The question.
    pub text: String,
    /// A task, `catalogue:` and a role, or `nobody`.
    pub wanted: String,
}

/// The questions of a file, whose lines end in a question and its answer, with tabs between.
pub fn questions(file: &str) -> Vec<Question> {
    let text = fs::read_to_string(folder().join(file)).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty());
    let question = |line: &str| {
        let mut parts = line.rsplitn(3, '\t').map(str::to_owned);
        let (wanted, text) = (parts.next().unwrap(), parts.next().unwrap());
        Question { language: parts.next().unwrap_or_default(), text, wanted }
    };
    lines.map(question).collect()
}

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The right answer comes first, or rightly nobody does it.
    Right,
    /// It comes second of two that are not sure.
    Second,
    /// Something is found that is not right, and is not sure.
    WrongUnsure,
    /// Something is found that is not right, and is sure.
    WrongSure,
    /// Nothing is found, though there is something.
    Missed,
}

/// What became of a question.
pub fn outcome(registries: &Registries, question: &Question) -> Outcome {
    let answer = registries.who(&question.text);
    let named = registries.named_in(&answer);
    let place = named.iter().position(|id| *id == question.wanted);
    let is_here = question.wanted != "nobody" && !question.wanted.starts_with("catalogue:");
    match (answer.verdict, place) {
        (Verdict::Nobody, _) if is_here => Outcome::Missed,
        (Verdict::Nobody, _) | (_, Some(0)) => Outcome::Right,
        (_, Some(_)) => Outcome::Second,
        (Verdict::Sure, None) => Outcome::WrongSure,
        (Verdict::Unsure, None) => Outcome::WrongUnsure,
    }
}
