//! What every command needs: the registry, the reader's language, the terminal, the streams.

use super::args::{Format, Global, TeamArgs};
use super::environment::Environment;
use super::failure::Failure;
use super::names;
use super::next;
use super::registry;
use super::{Status, Streams};
use crate::model::{Language, Registry};
use crate::problem::Code;
use crate::render::{
    Document, DocumentFormat, Next, Page, PageFormat, Reader, SPOKEN, Terminal, write_document,
    write_page,
};
use crate::resolve;
use crate::source::OtherWords;
use std::io::{self, Write};
use std::path::Path;

/// The registry and everything around it.
pub struct Context<'c> {
    /// The registry.
    pub registry: Registry,
    language: Option<Language>,
    /// The terminal that reports are written for.
    pub terminal: Terminal,
    quiet: bool,
    /// The options that the next command needs too.
    flags: String,
    /// The process around the command.
    pub environment: &'c Environment,
}

impl<'c> Context<'c> {
    /// Finds and reads the registry, with the team that is asked for, and chooses the language.
    pub fn new(
        global: &Global,
        team: Option<&TeamArgs>,
        other_words: OtherWords,
        environment: &'c Environment,
        streams: &mut Streams,
    ) -> Result<Self, Failure> {
        let mut sources = registry::open(global, other_words, environment, streams)?;
        if let Some(file) = team.and_then(|team| team.team.as_deref()) {
            sources = registry::with_team(sources, file, environment)?;
        } else if team.is_some_and(|team| team.no_team) {
            sources = sources.without_team();
        }
        let color = environment.color(global.color, false);
        let registry = resolve::read(&sources).map_err(|problems| Failure::Registry {
            problems,
            sources,
            color,
        })?;
        let language = choose_language(global.lang.as_deref(), environment, &registry)?;
        let terminal = environment.terminal(global.color);
        Ok(Self {
            registry,
            language,
            terminal,
            quiet: global.quiet,
            flags: flags(global),
            environment,
        })
    }

    /// The reader of the report.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.registry, self.language.as_ref())
    }

    /// Says something beside the report, unless only the report is wanted.
    pub fn note(&self, note: &str, streams: &mut Streams) {
        if !self.quiet {
            // A note that cannot be written is no reason to stop.
            let _ = writeln!(streams.err, "note: {note}");
        }
    }

    /// Writes a report: the page in one of its formats, or the JSON.
    pub fn report(
        &self,
        streams: &mut Streams,
        format: Format,
        page: impl FnOnce(&Reader) -> Page,
        json: impl FnOnce(&Reader, &mut dyn Write) -> io::Result<()>,
        next: Next,
    ) -> Result<Status, Failure> {
        let reader = self.reader();
        let page_format = match format {
            Format::Table => PageFormat::Table,
            Format::Markdown => PageFormat::Markdown,
            Format::Csv => PageFormat::Csv,
            Format::Json => {
                json(&reader, streams.out)?;
                return Ok(Status::Done);
            }
        };
        write_page(&page(&reader), page_format, &reader, self.terminal, streams.out)?;
        if format == Format::Table {
            self.say_next(next, streams)?;
        }
        Ok(Status::Done)
    }

    /// Writes a document.
    pub fn document<'d>(
        &'d self,
        streams: &mut Streams,
        format: DocumentFormat,
        document: impl FnOnce(&Reader<'d>) -> Document<'d>,
        next: Next,
    ) -> Result<Status, Failure> {
        let reader = self.reader();
        write_document(&document(&reader), format, &reader, streams.out)?;
        self.say_next(next, streams)?;
        Ok(Status::Done)
    }

    /// Says what comes next, if somebody sees it and wants it.
    pub fn say_next(&self, next: Next, streams: &mut Streams) -> Result<(), Failure> {
        if self.environment.is_watched(self.quiet) {
            let line = next.say(&self.reader(), &self.flags);
            next::write(&line, self.terminal, streams)?;
        }
        Ok(())
    }
}

/// The options that the next command needs too.
pub fn flags(global: &Global) -> String {
    let lang = global.lang.as_ref().map(|lang| format!(" --lang {lang}"));
    let registry = global.registry.as_ref();
    let registry = registry.map(|folder| registry_flag(folder));
    [lang, registry].into_iter().flatten().collect()
}

/// The option that names a registry, ready to be pasted into a shell.
pub fn registry_flag(folder: &Path) -> String {
    format!(" --registry {}", pasteable(&folder.display().to_string()))
}

/// A word of a command line, ready to be pasted into a shell.
pub fn pasteable(word: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "._-/\\:~+@%=".contains(letter);
    if word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// The reader's language: what was asked for, else the locale's if anybody speaks it, else the registry's default.
pub fn choose_language(
    asked: Option<&str>,
    environment: &Environment,
    registry: &Registry,
) -> Result<Option<Language>, Failure> {
    let spoken =
        |language: &Language| registry.speaks(language) || SPOKEN.contains(&language.primary());
    let Some(asked) = asked.filter(|asked| !asked.is_empty()) else {
        let locale = environment
            .locale
            .as_deref()
            .map(|locale| locale.split(['.', '@']).next().unwrap_or_default());
        return Ok(locale.and_then(Language::parse).filter(spoken));
    };
    let tag = asked.split(['.', '@']).next().unwrap_or_default();
    if let Some(language) = Language::parse(tag).filter(spoken) {
        return Ok(Some(language));
    }
    let mut known: Vec<&str> = registry.languages().iter().map(Language::as_str).collect();
    known.extend(
        SPOKEN
            .iter()
            .filter(|tag| !registry.languages().iter().any(|language| language.primary() == **tag)),
    );
    let failure = Failure::unknown(
        Code::UnknownLanguage,
        format!("neither the registry nor the reports know the language '{asked}'"),
    );
    Err(names::with_choice(failure, asked, &known, "languages"))
}
