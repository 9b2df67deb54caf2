//! What may stand for a value: names of the registry that the line means, with what they are called; people, codes, files.

use crate::cli::args::{Cli, Completes};
use crate::cli::catalogue::only_there;
use crate::cli::environment::Environment;
use crate::cli::preparse;
use crate::cli::registry::{self, choose_language};
use crate::model::{Cadence, Focus, Holds, Importance, Language, Registry};
use crate::problem::{Code, Severity};
use crate::render::{Reader, SPOKEN, one_line, visible};
use crate::resolve;
use crate::source;
use crate::source::OtherWords;
use clap::CommandFactory;
use clap_complete::engine::{CompletionCandidate, PathCompleter, ValueCompleter as _};
use std::ffi::{OsStr, OsString};
use std::sync::atomic::{AtomicBool, Ordering};

/// A value and what it is called.
type Named = (String, String);

/// The words before the one that is being completed, and the process around the command.
pub struct Line {
    pub words: Vec<OsString>,
    pub environment: Environment,
    /// True once the values of an argument were asked for: names or files may stand here, even if there are none.
    pub was_asked: AtomicBool,
}

impl Line {
    /// The registry that the line means, with its team; none if something is wrong with it.
    fn registry(&self) -> Option<Registry> {
        let global = preparse::global(&self.words);
        let found = registry::find(None, &global, &self.environment).ok()?;
        let mut sources = registry::load(&found, OtherWords::LeaveOut).ok()?;
        if let Some(team) = preparse::option(&self.words, "--team") {
            let team = preparse::path(team);
            sources = registry::with_team(sources, &team, &self.environment).ok()?;
        } else if preparse::options(&self.words).iter().any(|word| word == "--no-team") {
            sources = sources.without_team();
        }
        resolve::read(&sources).ok()
    }

    fn language(&self, registry: &Registry) -> Option<Language> {
        choose_language(&preparse::global(&self.words), &self.environment, registry).ok()?
    }

    /// The names of `--to`, as they are written on the line.
    fn people(&self) -> impl Iterator<Item = &str> {
        let people = preparse::values(&self.words, "--to").filter_map(OsStr::to_str);
        people.filter_map(|person| person.split(['@', '=']).next())
    }

    /// True if the value was just given: only other values stand between it and the cursor, and it is no use a second time.
    fn has_just(&self, word: &str) -> bool {
        let words = self.words.iter().skip(2).rev();
        let mut values = words.take_while(|word| !word.as_encoded_bytes().starts_with(b"-"));
        values.any(|value| *value == *word)
    }

    /// What may stand in the place of the last word, where that is the value of an argument.
    pub fn complete(&self, what: Completes, current: &OsStr) -> Vec<CompletionCandidate> {
        self.was_asked.store(true, Ordering::Relaxed);
        let mut candidates = match what {
            Completes::Folders => self.paths(PathCompleter::dir(), current),
            Completes::Files => self.paths(PathCompleter::file(), current),
            Completes::PagesAndFolders => {
                let is_begun =
                    |name: &str| current.to_str().is_some_and(|word| name.starts_with(word));
                let main = Cli::command();
                let pages = main.get_subcommands().filter(|command| is_begun(command.get_name()));
                let pages = pages.map(|command| {
                    CompletionCandidate::new(command.get_name()).help(command.get_about().cloned())
                });
                pages.chain(self.paths(PathCompleter::dir(), current)).collect()
            }
            _ => {
                let named = current.to_str().and_then(|current| self.named(what, current));
                named.unwrap_or_default().into_iter().map(candidate).collect()
            }
        };
        // What could harm the terminal, or is no valid text, is not completed.
        candidates.retain(|candidate| {
            let value = candidate.get_value().to_str();
            value.is_some_and(|value| visible(value) == value && !value.contains(['\n', '\t']))
        });
        candidates
    }

    fn paths(&self, paths: PathCompleter, current: &OsStr) -> Vec<CompletionCandidate> {
        let mut found = paths.current_dir(self.environment.current.clone()).complete(current);
        // Every command uses the current folder unasked.
        found.retain(|candidate| candidate.get_value() != ".");
        found
    }

    /// The names that begin with the word, sorted; none if the registry is broken.
    fn named(&self, what: Completes, current: &str) -> Option<Vec<Named>> {
        let mut named = match what {
            Completes::Codes => codes(None),
            Completes::WarningCodes => codes(Some(Severity::Warning)),
            _ => {
                let registry = self.registry()?;
                let language = self.language(&registry);
                self.of_registry(what, &Reader::new(&registry, language.as_ref()), current)
            }
        };
        named.retain(|(value, _)| value.starts_with(current));
        named.sort();
        named.dedup_by(|(one, _), (other, _)| one == other);
        Some(named)
    }

    fn of_registry(&self, what: Completes, reader: &Reader, current: &str) -> Vec<Named> {
        let registry = reader.registry;
        let mut named = match what {
            Completes::RolesAndTasks => return self.roles_and_tasks(reader, current),
            Completes::People => {
                let mut named = people(reader);
                named.extend(self.people().map(|name| (name.to_owned(), String::new())));
                return named;
            }
            Completes::PeopleWithRoles => return people_with_roles(reader, current),
            Completes::Languages => return languages(registry),
            Completes::Roles => roles(reader),
            Completes::RolesAnywhere => {
                [roles(reader), self.in_catalogue(registry, roles)].concat()
            }
            Completes::RolesToAdd => self.in_catalogue(registry, roles),
            Completes::Areas => {
                let areas = registry.areas().iter();
                areas.map(|area| (area.id.to_string(), reader.text(&area.name).into())).collect()
            }
            Completes::Sizes => {
                let id = |size| registry.size(size).id.to_string();
                registry.every_size().map(|size| (id(size), reader.size_with_range(size))).collect()
            }
            Completes::Focus => words("focus", Focus::WORDS, reader),
            Completes::Cadences => words("cadence", Cadence::WORDS, reader),
            Completes::Importance => words("importance", Importance::WORDS, reader),
            Completes::Days => days(registry),
            Completes::Codes
            | Completes::WarningCodes
            | Completes::Folders
            | Completes::PagesAndFolders
            | Completes::Files => Vec::new(),
        };
        named.retain(|(value, _)| !self.has_just(value));
        named
    }

    /// The roles; once only one is left, its tasks too, to show the way to them.
    fn roles_and_tasks(&self, reader: &Reader, current: &str) -> Vec<Named> {
        let registry = reader.registry;
        let mut named = [roles(reader), self.in_catalogue(registry, roles)].concat();
        named.retain(|(id, _)| id.starts_with(current));
        let role = match (current.split_once('/'), &named[..]) {
            (Some((role, _)), _) => role.to_owned(),
            (None, [(role, _)]) if !current.is_empty() => role.clone(),
            (None, _) => return named,
        };
        named.extend(match registry.role_by_id(&role) {
            Some(_) => tasks_of(&role, reader),
            None => self.in_catalogue(registry, |reader| tasks_of(&role, reader)),
        });
        named
    }

    /// What the catalogue has that is not in the registry.
    fn in_catalogue(&self, registry: &Registry, of: impl Fn(&Reader) -> Vec<Named>) -> Vec<Named> {
        let sources = source::catalogue().without_other_words();
        let Ok(catalogue) = resolve::catalogue(&sources) else { return Vec::new() };
        let language = self.language(&catalogue);
        let mut named = of(&Reader::new(&catalogue, language.as_ref()));
        named.retain(|(id, _)| only_there(id.split('/').next().unwrap_or(id), registry));
        named
    }
}

fn people(reader: &Reader) -> Vec<Named> {
    let holds = |holds: &Holds| match holds {
        Holds::Anything => String::new(),
        Holds::Position(id) => id.to_string(),
        Holds::Roles(roles) => {
            let names: Vec<&str> = roles.iter().map(|&role| reader.role(role)).collect();
            names.join(", ")
        }
    };
    let team = reader.registry.team().into_iter().flat_map(|team| &team.people);
    team.map(|person| (person.name.clone(), holds(&person.holds))).collect()
}

/// `Ana`, then `Ana@community-manager`.
fn people_with_roles(reader: &Reader, current: &str) -> Vec<Named> {
    let Some((name, _)) = current.rsplit_once('@') else {
        return people(reader);
    };
    let roles = roles(reader).into_iter();
    roles.map(|(id, role)| (format!("{name}@{id}"), role)).collect()
}

fn roles(reader: &Reader) -> Vec<Named> {
    let id = |role| reader.registry.role(role).id.to_string();
    reader.registry.roles().map(|role| (id(role), reader.role(role).to_owned())).collect()
}

/// The days that the team file names, with whom they are about.
fn days(registry: &Registry) -> Vec<Named> {
    let mut named = Vec::new();
    for person in registry.team().into_iter().flat_map(|team| &team.people) {
        let away = person.away.iter().flat_map(|away| [away.from, away.until]);
        let days = person.from.into_iter().chain(person.until).chain(away);
        named.extend(days.map(|day| (day.to_string(), person.name.clone())));
    }
    named
}

fn tasks_of(id: &str, reader: &Reader) -> Vec<Named> {
    let role = reader.registry.role_by_id(id);
    let tasks = role.into_iter().flat_map(|role| reader.registry.tasks_of(role));
    tasks.map(|task| (reader.registry.task_id(task), reader.task(task).to_owned())).collect()
}

fn languages(registry: &Registry) -> Vec<Named> {
    let tags = registry.languages().iter().map(Language::as_str).chain(SPOKEN);
    let named = tags.map(|tag| match tag {
        "en" => (tag, "English"),
        "fr" => (tag, "français"),
        "es" => (tag, "español"),
        _ => (tag, ""),
    });
    named.map(|(tag, called)| (tag.to_owned(), called.to_owned())).collect()
}

fn codes(only: Option<Severity>) -> Vec<Named> {
    let codes = Code::ALL.iter();
    let codes = codes.filter(|code| only.is_none_or(|severity| code.severity() == severity));
    codes.map(|code| (code.as_str().into(), code.explanation().first_sentence().into())).collect()
}

fn words(kind: &str, words: &[&str], reader: &Reader) -> Vec<Named> {
    words.iter().map(|&word| (word.to_owned(), reader.value(kind, word))).collect()
}

fn candidate((value, called): Named) -> CompletionCandidate {
    let help = one_line(&called).into_owned();
    CompletionCandidate::new(value).help((!help.is_empty()).then(|| help.into()))
}
