//! Finds the registry's files, reads them, and says which ones where that is not obvious; and chooses the language.

use super::args::{CompanyArgs, Format, Global, TeamArgs};
use super::environment::language;
use super::next::Next;
use super::{Console, Environment, Failure, Result, Status, names};
use crate::load::read_with_base;
use crate::model::{Date, Language, Registry, Team};
use crate::problem::{Code, Problem};
use crate::render::{Page, PageFormat, Reader, SPOKEN, write_page};
use crate::resolve;
use crate::source::{self, Found, Missing, Origin, OtherWords, PassedOver, Sources};
use anyhow::Context as _;
use chrono::Datelike;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

pub fn find(folder: Option<&Path>, global: &Global, environment: &Environment) -> Result<Found> {
    let named = folder.or(global.registry.as_deref());
    let named = named.map(|path| below(path, environment));
    let named = named.as_deref();
    source::discover(named, environment.registry.as_deref(), &environment.current).map_err(
        |missing| match (folder, named) {
            (Some(_), _) => no_registry(&missing, "DIR"),
            (None, Some(_)) => no_registry(&missing, "--registry"),
            (None, None) => no_registry(&missing, "ROLES_REGISTRY"),
        },
    )
}

fn no_registry(missing: &Missing, named: &str) -> Failure {
    match missing {
        Missing::Folder(path) => Failure::usage(format!("{named} names the folder '{}', which does not exist", path.display()))
            .hint("leave it out to use the nearest roles/registry.yaml, or the shipped registry where there is none"),
        Missing::NotAFolder(path) => Failure::usage(format!("{named} names '{}', which is a file", path.display()))
            .hint("name the folder that holds registry.yaml"),
        Missing::Marker(path) => Failure::usage(format!("{named} names the folder '{}', which is no registry", path.display()))
            .hint(format!("looked for '{0}/registry.yaml' and '{0}/roles/registry.yaml'", path.display()))
            .hint("a file registry.yaml with the line `version: 1` makes a folder a registry"),
        Missing::Closed(path) => Failure::usage(format!("the folder '{}' may not be looked into", path.display()))
            .hint("give yourself the right to read and enter it, or name another with --registry"),
        Missing::Link(path) => Failure::usage(format!("the folder '{}' is a link that leads nowhere", path.display()))
            .hint("mend or remove it, or name another folder with --registry"),
    }
}

/// What to say where a command needs the user's own registry, and there is only the shipped one.
pub fn none_to(purpose: &str) -> Failure {
    Failure::usage(format!("there is no registry of your own here to {purpose}"))
        .hint("roles init starts one")
        .hint("looked for roles/registry.yaml in this folder and those above it")
}

/// The folder and the files of the user's own registry, for what needs one.
pub fn own(purpose: &str, words: OtherWords, console: &Console) -> Result<(PathBuf, Sources)> {
    let found = find(None, console.global, console.environment)?;
    let sources = load(&found, words)?;
    found.folder.map(|folder| (folder, sources)).ok_or_else(|| none_to(purpose))
}

pub fn load(found: &Found, other_words: OtherWords) -> Result<Sources> {
    match (&found.folder, other_words) {
        (None, OtherWords::Read) => Ok(source::embedded()),
        (None, OtherWords::LeaveOut) => Ok(source::embedded().without_other_words()),
        (Some(folder), _) => read_with_base(folder, other_words)
            .with_context(|| format!("the registry in '{}' cannot be read", folder.display()))
            .map_err(Failure::File),
    }
}

pub fn with_team(sources: Sources, team: &Path, environment: &Environment) -> Result<Sources> {
    let file = source::read_file(&below(team, environment)).map_err(|error| {
        let shown = team.display();
        if error.kind() == io::ErrorKind::NotFound {
            Failure::usage(format!("--team names the file '{shown}', which does not exist")).hint(
                "it lists people: `people: [{name: Ana, roles: [designer], hours_per_week: 20}]`",
            )
        } else {
            Failure::usage(format!("the team file '{shown}' cannot be read: {error}"))
                .hint("give yourself the right to read it, or name another")
        }
    })?;
    Ok(sources.with_team(file))
}

pub fn read(sources: &Sources, console: &Console) -> Result<Registry> {
    let failure = |problems| with_problems(problems, sources, "the registry", console);
    resolve::read(sources).map_err(failure)
}

pub fn with_problems(
    problems: Vec<Problem>,
    sources: &Sources,
    whose: &str,
    console: &Console,
) -> Failure {
    let (whose, sources) = (whose.to_owned(), Box::new(sources.clone()));
    let color = console.environment.color(console.global.color, false);
    Failure::Registry { whose, problems, sources, color }
}

/// The roles of the catalogue, with the shipped ones.
pub fn catalogue(other_words: OtherWords, console: &Console) -> Result<Registry> {
    let sources = source::catalogue();
    match other_words {
        OtherWords::Read => of_catalogue(&sources, console),
        OtherWords::LeaveOut => of_catalogue(&sources.without_other_words(), console),
    }
}

/// What may be asked for beside a registry: the roles of the catalogue, and those shipped roles that are not there.
pub fn catalogue_beside(registry: &Registry, console: &Console) -> Result<Registry> {
    let has_all = source::ids_of_shipped().all(|id| registry.role_by_id(id).is_some());
    let sources = if has_all { source::catalogue_alone() } else { source::catalogue() };
    of_catalogue(&sources, console)
}

fn of_catalogue(sources: &Sources, console: &Console) -> Result<Registry> {
    let failure = |problems| with_problems(problems, sources, "the registry", console);
    resolve::catalogue(sources).map_err(failure)
}

/// Says which registry is used, where that is not obvious.
pub fn note(found: &Found, sources: &Sources, console: &mut Console) {
    for (path, why) in &sources.passed_over {
        let id = match why {
            PassedOver::NotAFile => "note-not-a-file",
            PassedOver::Ending => "note-ending",
        };
        console.note(id, &[("path", &path.as_str())]);
    }
    let (id, folder) = match (&found.folder, found.origin, &found.passed_over) {
        (Some(folder), Origin::Above, _) => ("note-using", folder),
        (Some(folder), Origin::Environment, _) => ("note-using-variable", folder),
        (_, _, Some(folder)) => ("note-no-head", folder),
        _ => return,
    };
    console.note(id, &[("folder", &folder.display().to_string())]);
}

/// A path as reports show it: relative if it lies below the current folder.
pub fn below(path: &Path, environment: &Environment) -> PathBuf {
    match path.strip_prefix(&environment.current) {
        Ok(below) if below.as_os_str().is_empty() => PathBuf::from("."),
        Ok(below) => below.to_owned(),
        Err(_) => path.to_owned(),
    }
}

/// Writes paths as programs like them: with slashes, without `.` and `..`, from the workspace or else the current folder
/// on, whichever of them was reached through a link. Paths that lie in neither stay as they are, but for the slashes.
pub fn shorten_paths(sources: &mut Sources, workspace: Option<&Path>, current: &Path) {
    let roots = workspace.into_iter().chain([current]);
    let roots: Vec<(&Path, PathBuf)> = roots.map(|root| (root, source::resolved(root))).collect();
    for file in sources.files.iter_mut().chain(sources.base.iter_mut().flatten()) {
        let path = current.join(&file.path);
        // A file that is a link itself is known by its own name.
        let folder = path.parent().map(source::resolved).unwrap_or_default();
        let real = folder.join(path.file_name().unwrap_or_default());
        let plain = source::plain(&path);
        let below = roots.iter().find_map(|(root, real_root)| {
            real.strip_prefix(real_root).or_else(|_| plain.strip_prefix(root)).ok()
        });
        file.path = match below {
            Some(below) => below.iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join("/"),
            None => file.path.replace(MAIN_SEPARATOR, "/"),
        };
    }
}

pub fn parse_day(option: &str, written: &str) -> Result<Date> {
    Date::parse(written).map_err(|fault| {
        Failure::usage(format!("{option} cannot be '{written}': {fault}"))
            .hint(format!("for example: {option} 2027-01-04"))
    })
}

pub struct Context {
    pub registry: Registry,
    /// The day that the report is about, if one was named or the team has dates.
    pub day: Option<Date>,
    pub is_catalogue: bool,
    language: Option<Language>,
    /// What a page of it says in the end.
    notes: Vec<String>,
}

impl Context {
    /// Finds and reads the registry, with the team that is asked for, and chooses the language.
    pub fn load(team: Option<&TeamArgs>, words: OtherWords, console: &mut Console) -> Result<Self> {
        let (global, environment) = (console.global, console.environment);
        let found = find(None, global, environment)?;
        let mut sources = load(&found, words)?;
        note(&found, &sources, console);
        if let Some(file) = team.and_then(|team| team.team.as_deref()) {
            sources = if file == Path::new("-") {
                sources.with_team(source::read_stream("standard input", console.input))
            } else {
                with_team(sources, file, environment)?
            };
        } else if team.is_some_and(|team| team.no_team) {
            sources = sources.without_team();
        }
        let mut context = Self::of(read(&sources, console)?, console)?;
        let named = team.and_then(|team| team.on.as_deref());
        context.day = named.map(|written| parse_day("--on", written)).transpose()?;
        if context.day.is_none() && context.registry.team().is_some_and(Team::has_dates) {
            let today = (environment.today)();
            context.day = Date::new(today.year(), today.month(), today.day());
        }
        Ok(context)
    }

    /// The same for a company. Where a number of employees chooses its size, a page says what this is worth.
    pub fn of_company(company: &CompanyArgs, console: &mut Console) -> Result<Self> {
        let mut context = Self::load(Some(&company.people.team), OtherWords::LeaveOut, console)?;
        if company.employees.is_some() {
            context.notes.push(context.reader().word("headcount-is-a-proxy"));
        }
        Ok(context)
    }

    /// A registry that is read already, in the language that is asked for.
    pub fn of(registry: Registry, console: &Console) -> Result<Self> {
        let language = choose_language(console.global, console.environment, &registry)?;
        Ok(Self { registry, day: None, is_catalogue: false, language, notes: Vec::new() })
    }

    pub fn of_catalogue(self, catalogue: Registry) -> Self {
        Self { registry: catalogue, is_catalogue: true, ..self }
    }

    pub fn note_of_catalogue(&mut self, role: &str) {
        self.notes.push(self.reader().say("catalogue-role", &[("role", &role)]));
    }

    pub fn reader(&self) -> Reader<'_> {
        let mut reader = Reader::new(&self.registry, self.language.as_ref());
        reader.is_catalogue = self.is_catalogue;
        reader
    }

    pub fn reader_of<'r>(&self, registry: &'r Registry) -> Reader<'r> {
        Reader::new(registry, self.language.as_ref().or(self.registry.languages().first()))
    }

    /// Writes a report of an answer: its page in one of the formats, or its JSON.
    pub fn report<T: ?Sized>(
        &self,
        console: &mut Console,
        format: Format,
        answer: &T,
        page: impl FnOnce(&T, &Reader) -> Page,
        json: impl FnOnce(&T, &Reader, &mut dyn Write) -> io::Result<()>,
        next: Next,
    ) -> Result<Status> {
        let reader = self.reader();
        let Format::Page(page_format) = format else {
            json(answer, &reader, console.out)?;
            return Ok(Status::Done);
        };
        if page_format == PageFormat::Xlsx && console.environment.out_is_terminal {
            return Err(Failure::usage("a spreadsheet is no text for a terminal")
                .hint("-o FILE.xlsx writes it to a file"));
        }
        let (mut page, terminal) = (page(answer, &reader), console.terminal());
        page.notes.extend(self.notes.iter().cloned());
        write_page(&page, page_format, &reader, terminal, console.csv, console.out)?;
        if format == Format::TABLE {
            self.say_next(next, console)?;
        }
        Ok(Status::Done)
    }

    /// Says what comes next, if somebody sees it and wants it.
    pub fn say_next(&self, (command, what): Next, console: &mut Console) -> io::Result<()> {
        if console.is_watched() {
            console.next_line(&self.reader().words, &(command + &console.flags()), what)?;
        }
        Ok(())
    }
}

/// The reader's language: what was asked for, else the locale's if anybody speaks it, else the registry's default.
pub fn choose_language(
    global: &Global,
    environment: &Environment,
    registry: &Registry,
) -> Result<Option<Language>> {
    let parse = |tag: &str| {
        let language = language(tag)?;
        let is_spoken =
            registry.language_like(&language).is_some() || SPOKEN.contains(&language.primary());
        is_spoken.then_some(language)
    };
    let Some(asked) = global.lang.as_deref().filter(|asked| !asked.is_empty()) else {
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
