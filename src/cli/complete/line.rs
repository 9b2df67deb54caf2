//! The line that is being completed: which registry it means, in which language, and who is named on it.

use crate::cli::context::choose_language;
use crate::cli::environment::Environment;
use crate::cli::preparse;
use crate::cli::registry;
use crate::model::{Language, Registry};
use crate::resolve;
use crate::source::OtherWords;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

/// The words before the one that is completed, and the process around.
pub struct Line {
    words: Vec<OsString>,
    environment: Environment,
    was_asked: AtomicBool,
}

impl Line {
    /// The line of these words, the last of which is being completed.
    pub fn new(words: &[OsString], environment: &Environment) -> Self {
        Self {
            words: words[..words.len().saturating_sub(1)].to_vec(),
            environment: environment.clone(),
            was_asked: AtomicBool::new(false),
        }
    }

    /// Notes that names or files may stand in the place of the last word.
    pub fn ask(&self) {
        self.was_asked.store(true, Ordering::Relaxed);
    }

    /// Whether names or files may stand there, even if there are none.
    pub fn was_asked(&self) -> bool {
        self.was_asked.load(Ordering::Relaxed)
    }

    /// The registry that the line means, with its team; nothing where there is something wrong with it.
    pub fn registry(&self) -> Option<Registry> {
        let global = preparse::global(&self.words);
        let found = registry::find(None, &global, &self.environment).ok()?;
        let mut sources = registry::load(&found, OtherWords::LeaveOut).ok()?;
        if let Some(team) = preparse::option(&self.words, "--team") {
            let team = preparse::path(team);
            sources = registry::with_team(sources, &team, &self.environment).ok()?;
        } else if preparse::flag(&self.words, "--no-team") {
            sources = sources.without_team();
        }
        resolve::read(&sources).ok()
    }

    /// The reader's language.
    pub fn language(&self, registry: &Registry) -> Option<Language> {
        let asked = preparse::global(&self.words).lang;
        choose_language(asked.as_deref(), &self.environment, registry).ok()?
    }

    /// The folder that paths begin at.
    pub fn folder(&self) -> PathBuf {
        self.environment.current.clone()
    }

    /// The names of `--to`, as they are written on the line.
    pub fn people(&self) -> Vec<&str> {
        let after = self.words.windows(2).filter(|pair| pair[0] == "--to");
        let apart = after.filter_map(|pair| pair[1].to_str());
        let texts = self.words.iter().filter_map(|word| word.to_str());
        let joined = texts.filter_map(|word| word.strip_prefix("--to="));
        let name = |person: &'_ str| person.find(['@', '=']).unwrap_or(person.len());
        apart.chain(joined).map(|person| &person[..name(person)]).collect()
    }

    /// Whether the word stands right before, maybe with others between that are no options: it is no use a second time.
    pub fn has_just(&self, word: &str) -> bool {
        let is_value = |word: &&OsString| !word.as_encoded_bytes().starts_with(b"-");
        let values = self.words.iter().skip(2).rev().take_while(is_value);
        values.map(OsString::as_os_str).any(|other| other == OsStr::new(word))
    }
}
