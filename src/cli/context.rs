//! What a report needs: the registry, and the language of whoever reads it.

use super::args::{Format, TeamArgs};
use super::console::{Console, Status};
use super::environment::Environment;
use super::failure::Failure;
use super::{names, registry};
use crate::model::{Language, Registry};
use crate::problem::Code;
use crate::render::{Next, Page, PageFormat, Reader, SPOKEN, write_page};
use crate::source::OtherWords;
use std::io::{self, Write};

/// A registry and its reader.
pub struct Context {
    /// The registry.
    pub registry: Registry,
    language: Option<Language>,
}

impl Context {
    /// Finds and reads the registry, with the team that is asked for, and chooses the language.
    pub fn load(
        team: Option<&TeamArgs>,
        other_words: OtherWords,
        console: &mut Console,
    ) -> Result<Self, Failure> {
        let (global, environment) = (console.global, console.environment);
        let found = registry::find(None, global, environment)?;
        let mut sources = registry::load(&found, other_words)?;
        registry::note(&found, &sources, console);
        if let Some(file) = team.and_then(|team| team.team.as_deref()) {
            sources = registry::with_team(sources, file, environment)?;
        } else if team.is_some_and(|team| team.no_team) {
            sources = sources.without_team();
        }
        let registry = registry::read(sources, console)?;
        let language = choose_language(global.lang.as_deref(), environment, &registry)?;
        Ok(Self { registry, language })
    }

    /// The reader of the report.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.registry, self.language.as_ref())
    }

    /// Writes a report: the page in one of its formats, or the JSON.
    pub fn report(
        &self,
        console: &mut Console,
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
                json(&reader, console.out)?;
                return Ok(Status::Done);
            }
        };
        write_page(&page(&reader), page_format, &reader, console.terminal(), console.out)?;
        if format == Format::Table {
            self.say_next(next, console)?;
        }
        Ok(Status::Done)
    }

    /// Says what comes next, if somebody sees it and wants it.
    pub fn say_next(&self, next: Next, console: &mut Console) -> io::Result<()> {
        if console.is_watched() {
            let line = next.say(&self.reader(), &console.flags());
            console.next_line(&line)?;
        }
        Ok(())
    }
}

/// The reader's language: what was asked for, else the locale's if anybody speaks it, else the registry's default.
pub fn choose_language(
    asked: Option<&str>,
    environment: &Environment,
    registry: &Registry,
) -> Result<Option<Language>, Failure> {
    // In a locale, an encoding or a variant follows the language: fr_CA.UTF-8.
    let parse = |tag: &str| {
        let language = Language::parse(tag.split(['.', '@']).next().unwrap_or_default())?;
        let is_spoken = registry.speaks(&language) || SPOKEN.contains(&language.primary());
        is_spoken.then_some(language)
    };
    let Some(asked) = asked.filter(|asked| !asked.is_empty()) else {
        return Ok(environment.locale.as_deref().and_then(parse));
    };
    if let Some(language) = parse(asked) {
        return Ok(Some(language));
    }
    let own = registry.languages();
    let mut known: Vec<&str> = own.iter().map(Language::as_str).collect();
    for tag in SPOKEN {
        if own.iter().all(|language| language.primary() != tag) {
            known.push(tag);
        }
    }
    let message = format!("neither the registry nor the reports know the language '{asked}'");
    let failure = Failure::unknown(Code::UnknownLanguage, message);
    Err(names::with_choice(failure, asked, &known, "languages"))
}
