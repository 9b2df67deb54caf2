//! `roles import`: a registry made of a sheet that somebody has, with an account of every row.

use super::args::{ImportArgs, ImportFormat};
use super::catalogue::{self, SHARED, with_drafts};
use super::console::registry_flag;
use super::names::with_choice;
use super::registry::{self, below};
use super::{Console, Failure, Result, Status};
use crate::import::{self, Asked, Book, FIELDS, Import, SIZE, Unreadable, Who};
use crate::load::read_with_base;
use crate::model::{Language, Registry, RoleIx};
use crate::normalize::fold;
use crate::problem::shortened;
use crate::render::json::{self, object};
use crate::render::{Transfer, one_line, team_file};
use crate::sink::{self, Draft, Existing, Written};
use crate::source::{self, Fault, OtherWords, SCHEMA_FOLDER, SourceFile, Sources, TEAM_STEM};
use std::io::{self, Read};
use std::path::{MAIN_SEPARATOR, Path};

const MOST_BYTES: u64 = 8 << 20;
/// More rows than this are counted on standard error; JSON has them all.
const MOST_NAMED: usize = 200;
const MOST_SHEETS_NAMED: usize = 6;

pub fn run(arguments: &ImportArgs, console: &mut Console) -> Result<Status> {
    if console.global.registry.is_some() {
        return Err(Failure::usage("import makes a registry, it does not use one")
            .hint("roles import FILE DIR says where; leave --registry out"));
    }
    let map = arguments.map.iter().map(|map| mapped(map)).collect::<Result<_, _>>()?;
    let file = &arguments.file;
    let name =
        if file == Path::new("-") { "standard input".into() } else { file.display().to_string() };
    let book = read(arguments, &name, console)?;
    let (from, stem) = (file.file_name(), file.file_stem());
    let [from, stem] = [from, stem].map(|name| name.unwrap_or_default().to_string_lossy());
    let asked = Asked {
        sheet: arguments.sheet.as_deref(),
        map,
        who: arguments.who,
        language: console.global.lang.as_deref().filter(|tag| Language::parse(tag).is_some()),
        from: &from,
        stem: &stem,
    };
    let import = import::import(book, &asked).map_err(|why| unreadable(&name, why))?;
    let folder = below(&arguments.folder, console.environment);
    let (drafts, written) = put(&import, &folder, arguments, console)?;
    notes(&import, console);
    if arguments.format == ImportFormat::Json {
        let paths = drafts.iter().map(|draft| folder.join(&draft.name).display().to_string());
        let report = object! {
            schema: "roles.import/v1",
            shape: import.shape.as_str(),
            heading: import.heading,
            sheets: &import.sheets,
            who: import.draft.who.as_str(),
            files: json::Each(paths.map(|path| path.replace(MAIN_SEPARATOR, "/"))),
            written: !arguments.dry_run,
            rows: &import.draft.accounts,
        };
        json::write(&report, console.out)?;
        return Ok(Status::Done);
    }
    say(&import, &name, console)?;
    console.written(&written, if arguments.force { "file-replaced" } else { "file-changed" })?;
    next(&import, &folder, arguments, console)
}

/// Writes the files, or adds what they say to a registry that is there, unless only this is asked: what would be.
fn put(
    import: &Import,
    folder: &Path,
    arguments: &ImportArgs,
    console: &mut Console,
) -> Result<(Vec<Draft>, Vec<Written>)> {
    let files = import.files.iter();
    let mut drafts: Vec<Draft> = files.map(|(name, text)| Draft::new(name, text)).collect();
    let there = match read_with_base(folder, OtherWords::Read) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Sources::default(),
        there => there.map_err(|error| Failure::of_file(folder, error))?,
    };
    let mut existing = Existing::replaced_if(arguments.force);
    if !there.files.is_empty() && !arguments.force {
        existing = Existing::ReplaceNamed(&SHARED);
        drafts = added(import, &drafts, &there, folder, console)?;
    }
    // Nothing is written that could not be read.
    registry::read(&with_drafts(there, &drafts), console)
        .inspect_err(|_| console.note("note-nothing-added", &[]))?;
    if arguments.dry_run {
        return Ok((drafts, Vec::new()));
    }
    let written = sink::write(folder, &drafts, existing)?;
    Ok((drafts, written))
}

fn mapped(written: &str) -> Result<(String, &'static str)> {
    let Some((column, field)) = written.rsplit_once('=') else {
        return Err(Failure::usage(format!("'{written}' maps no column to a field"))
            .hint("for example: --map \"What we do=task\", or --map B=task"));
    };
    let found = FIELDS.into_iter().find(|known| *known == fold(field));
    found.map(|found| (column.trim().to_owned(), found)).ok_or_else(|| {
        let failure = Failure::usage(format!("--map knows no field '{field}'"));
        with_choice(failure, field, &FIELDS, "fields")
    })
}

fn unreadable(name: &str, why: Unreadable) -> Failure {
    Failure::usage(format!("{name}: {}", why.message)).hints(why.hints)
}

fn read(arguments: &ImportArgs, name: &str, console: &mut Console) -> Result<Book> {
    let path = below(&arguments.file, console.environment);
    let found = if arguments.file == Path::new("-") {
        let mut bytes = Vec::new();
        let length = console.input.take(MOST_BYTES + 1).read_to_end(&mut bytes)? as u64;
        Ok(if length > MOST_BYTES { Err(Fault::TooLong(length)) } else { Ok(bytes) })
    } else {
        source::read_bytes(&path, MOST_BYTES)
    };
    let is_tsv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tsv"));
    Err(match found {
        Ok(Ok(bytes)) => {
            let book = import::read(&bytes, is_tsv.then_some(b'\t'));
            return book.map_err(|why| unreadable(name, why));
        }
        Ok(Err(Fault::TooLong(_))) => Failure::usage(format!("{name} is too long for a sheet"))
            .hint(format!("at most {} MiB are read", MOST_BYTES >> 20)),
        Ok(Err(Fault::Unreadable(why))) => Failure::usage(format!("{name} cannot be read: {why}")),
        Ok(Err(_)) => Failure::usage(format!("{name} is no regular file")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Failure::usage(format!("there is no file {name}"))
                .hint("name a file .xlsx, .ods, .csv or .tsv, or - for standard input")
        }
        Err(error) => Failure::of_file(&path, error),
    })
}

/// The files that a registry gets, or that change, when what is imported is added to it.
fn added(
    import: &Import,
    drafts: &[Draft],
    there: &Sources,
    folder: &Path,
    console: &Console,
) -> Result<Vec<Draft>> {
    let refused = |why: String| {
        Failure::usage(format!("nothing was written: {why}"))
            .hint("name another folder: roles import FILE DIR")
            .hint("--force replaces files of the same names and keeps the others")
    };
    if import.draft.needs_positions() {
        let shown = folder.display();
        return Err(refused(format!(
            "the sheet's positions cannot be added to those of '{shown}'"
        )));
    }
    let own = registry::read(there, console)?;
    let new = registry::read(&with_drafts(Sources::default(), drafts), console)?;
    let roles: Vec<RoleIx> = new.roles().collect();
    for role in roles.iter().map(|&role| new.role(role)) {
        if own.role_by_id(role.id.as_str()).is_some() {
            let file = there.with_stem(role.id.as_str());
            let file = file.map_or("", |file| file.path.as_str());
            return Err(refused(format!("there is a role '{}' already, in {file}", role.id)));
        }
    }
    let people = |registry: &Registry| -> Vec<String> {
        let people = registry.team().into_iter().flat_map(|team| &team.people);
        people.map(|person| person.name.clone()).collect()
    };
    let known: Vec<String> = people(&own).iter().map(|name| fold(name)).collect();
    if let Some(person) = people(&new).into_iter().find(|name| known.contains(&fold(name))) {
        return Err(refused(format!("{person} is in the team already")));
    }
    let transfer = Transfer::new(&new, &own, &roles);
    let has_schemas = folder.join(SCHEMA_FOLDER).is_dir();
    let mut changed = catalogue::drafts(&transfer, there, has_schemas, |_| String::new());
    let team = there.with_stem(TEAM_STEM);
    let old = team.map_or("", SourceFile::text);
    let (people, pins) = &import.team;
    if !people.is_empty() {
        let name = team.map_or_else(|| "team.yaml".into(), SourceFile::name);
        changed.push(Draft::new(name, team_file(old, people, pins)));
    }
    Ok(changed)
}

/// Says what became of rows and cells that are not simply a task, a person or a section.
fn notes(import: &Import, console: &mut Console) {
    let words = console.words();
    let mut named = 0;
    for account in &import.draft.accounts {
        let Some(reason) = account.reason else { continue };
        named += 1;
        if named <= MOST_NAMED {
            let text = shortened(&account.text);
            let cell = [("cell", &account.cell as _), ("text", &one_line(&text) as _)];
            let why = words.word(&format!("import-{reason}"));
            console.note("heading", &[("what", &words.say("import-cell", &cell)), ("more", &why)]);
        }
    }
    if named > MOST_NAMED {
        console.note("more-in-json", &[("n", &(named - MOST_NAMED))]);
    }
}

fn say(import: &Import, name: &str, console: &mut Console) -> io::Result<()> {
    let words = console.words();
    let row = &import.heading.to_string();
    let shape = format!("import-{}", import.shape.as_str());
    let name = with_sheets(name, &import.sheets);
    let who = &import.draft.who.as_str();
    let sentence = words.say(&shape, &[("file", &name), ("row", row), ("who", who)]);
    console.sentences(&one_line(&sentence))?;
    console.sentences(&words.word("import-otherwise"))?;
    let draft = &import.draft;
    let tasks = draft.roles.iter().map(|role| role.tasks.len()).sum();
    let who = if draft.who == Who::People { "count-people" } else { "count-roles" };
    let counts =
        [("count-tasks", tasks), (who, draft.parties.len()), ("import-areas", draft.areas.len())];
    console.sentences(&counts.map(|(id, n): (_, usize)| words.count(id, n)).join(", "))
}

/// A file with the sheets that were read, as spreadsheet programs show the way to them.
fn with_sheets(name: &str, sheets: &[String]) -> String {
    let named: Vec<&str> = sheets.iter().map(String::as_str).take(MOST_SHEETS_NAMED).collect();
    let more = if sheets.len() > MOST_SHEETS_NAMED { ", …" } else { "" };
    if named.is_empty() {
        name.to_owned()
    } else {
        format!("{name} › {}{more}", named.join(", "))
    }
}

fn next(
    import: &Import,
    folder: &Path,
    arguments: &ImportArgs,
    console: &mut Console,
) -> Result<Status> {
    if arguments.dry_run {
        console.sentences(&console.words().word("import-dry-run"))?;
        return Ok(Status::Done);
    }
    let there = if folder == Path::new("roles") { String::new() } else { registry_flag(folder) };
    let size = match import.draft.who {
        Who::People if !import.draft.parties.is_empty() => String::new(),
        _ if import.draft.needs_positions() => format!(" --size {SIZE}"),
        _ => " --large".to_owned(),
    };
    let steps = [
        (format!("roles check{there}"), "next-check"),
        (format!("roles raci{size}{there}"), "next-raci"),
        (format!("roles report{size}{there} -o report.html"), "next-report"),
    ];
    let yours = console.words().word("import-yours");
    console.steps(&yours, &steps)
}
