//! `roles match`: which duties of a job advert are whose.

use super::args::MatchArgs;
use super::next::{self, Next};
use super::registry::{self, below};
use super::{Console, Context, Failure, Result, Status};
use crate::model::{Registry, TaskRef};
use crate::problem::{few, nearest};
use crate::query::Rivals;
use crate::query::advert::{Advert, Answer, AnyRole, Duty, LONGEST, Match, TooLong};
use crate::render::{json, pages};
use crate::source::{self, Encoding, Fault, FileText, MAX_FILE_BYTES, OtherWords, SourceFile};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

const STANDARD_INPUT: &str = "-";

/// The most wrong answers that are told; nobody reads more before mending some.
const MOST_TOLD: usize = 20;
/// The most lines of duties that an error names.
const MOST_NAMED: usize = 40;

pub fn run(arguments: &MatchArgs, console: &mut Console) -> Result<Status> {
    let answers = arguments.answers.as_deref();
    if [Some(&*arguments.file), answers].iter().all(|file| *file == Some(Path::new(STANDARD_INPUT)))
    {
        return Err(Failure::usage("standard input cannot be the advert and the answers")
            .hint("put one of them into a file"));
    }
    let text = read(&arguments.file, "advert", console)?;
    let advert = Advert::read(&text).map_err(|TooLong(length)| {
        Failure::usage(format!("{} is too long for one advert", named(&arguments.file)))
            .hint(format!("it has {length} lines or sentences; at most {LONGEST} are read"))
    })?;
    if advert.is_empty() {
        return Err(Failure::usage(format!("{} has no words in it", named(&arguments.file))));
    }
    let context = Context::load(None, OtherWords::Read, console)?;
    let registry = &context.registry;
    let catalogue = registry::catalogue_beside(registry, console)?;
    let rivals = Rivals::new(registry, &catalogue);
    let mut found = advert.answer(registry, &rivals);
    if let Some(file) = answers {
        let text = read(file, "answers", console)?;
        found.correct(registry, &corrections(&text, file, &found, registry, &rivals)?);
    }
    context.report(
        console,
        arguments.format.format,
        &found,
        |found, reader| pages::advert(found, &catalogue, reader),
        |found, reader, out| json::advert(found, &catalogue, reader, out),
        next_of(&found, registry, &catalogue),
    )?;
    Ok(if found.duties.is_empty() { Status::Found } else { Status::Done })
}

fn next_of(found: &Match, registry: &Registry, catalogue: &Registry) -> Next {
    match found.roles.first() {
        Some(&(AnyRole::Own(role), _)) => next::show_role(registry, Some(role)),
        Some(&(AnyRole::Elsewhere(role), _)) => next::add(catalogue, role),
        None => next::list_tasks(),
    }
}

fn named(file: &Path) -> String {
    if file == Path::new(STANDARD_INPUT) {
        "standard input".to_owned()
    } else {
        format!("'{}'", file.display())
    }
}

fn read(file: &Path, what: &str, console: &mut Console) -> Result<FileText> {
    let shown = named(file);
    let SourceFile { text, .. } = if file == Path::new(STANDARD_INPUT) {
        source::read_stream(STANDARD_INPUT, console.input)
    } else {
        source::read_file(&below(file, console.environment)).map_err(|error| {
            if error.kind() == io::ErrorKind::NotFound {
                Failure::usage(format!("there is no file {shown}"))
                    .hint(format!("name the file of the {what}, or - for standard input"))
            } else {
                Failure::usage(format!("{shown} cannot be read: {error}"))
            }
        })?
    };
    let no_text = || Failure::usage(format!("{shown} is no text"));
    Err(match text {
        Ok(text) if text.contains('\0') => no_text().hint("name a text, Markdown or HTML file"),
        Ok(text) if text.trim().is_empty() => Failure::usage(format!("{shown} is empty")),
        Ok(text) => return Ok(text),
        Err(Fault::NotUtf8(_, Encoding::Document)) => no_text()
            .hint("it is the document of a word processor, or something else that is packed")
            .hint("save it as plain text or as a web page, and name that file"),
        Err(Fault::NotUtf8(_, Encoding::Utf16)) => {
            no_text().hint("it looks like UTF-16; if it is a text, save it as UTF-8")
        }
        Err(Fault::NotUtf8(place, Encoding::EightBit)) => no_text()
            .hint(format!("it is no UTF-8 from line {}, column {} on", place.line, place.column))
            .hint("if it is a text, save it as UTF-8"),
        Err(Fault::TooLong(length)) => {
            let most = MAX_FILE_BYTES / 1024;
            Failure::usage(format!("{shown} is too long for one {what}"))
                .hint(format!("it has {length} bytes; at most {most} KiB are read"))
        }
        Err(Fault::NotAFile) => Failure::usage(format!("{shown} is no regular file"))
            .hint("name a text file, or - for standard input"),
        Err(Fault::Unreadable(why)) => Failure::usage(format!("{shown} cannot be read: {why}")),
        Err(Fault::LinkOut | Fault::LinkBroken | Fault::NameNotUtf8) => {
            Failure::usage(format!("{shown} cannot be read"))
        }
    })
}

/// The answers of a file, by the lines of the advert; or all that fit nothing.
fn corrections(
    text: &str,
    file: &Path,
    found: &Match,
    registry: &Registry,
    rivals: &Rivals,
) -> Result<BTreeMap<usize, Vec<Answer>>> {
    let mut answers: BTreeMap<usize, Vec<Answer>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match correction(line, found, registry, rivals) {
            Ok((place, answer)) => {
                let of_line = answers.entry(place).or_default();
                let duties = all_of(found).filter(|duty| duty.line == place).count();
                if of_line.len() < duties {
                    of_line.push(answer);
                } else {
                    let why = format!("line {place} of the advert has more answers than duties");
                    wrong.push((number, why));
                }
            }
            Err(why) => wrong.push((number, why)),
        }
    }
    if wrong.is_empty() {
        return Ok(answers);
    }
    let message = format!("not all answers in {} fit the advert", named(file));
    let told = wrong.iter().take(MOST_TOLD);
    let told = told.map(|(number, why)| format!("{}:{number}: {why}", file.display()));
    let more = (wrong.len() > MOST_TOLD).then(|| format!("… and {} more", wrong.len() - MOST_TOLD));
    Err(Failure::usage(message).hints(told).hints(more))
}

/// The duties, and what was passed over.
fn all_of(found: &Match) -> impl Iterator<Item = &Duty> {
    found.duties.iter().chain(&found.others)
}

/// One answer and the line of the advert that it is for, or what is wrong with it.
fn correction(
    line: &str,
    found: &Match,
    registry: &Registry,
    rivals: &Rivals,
) -> Result<(usize, Answer), String> {
    let (place, answer) =
        line.split_once('\t').ok_or("a line has a number, a tab, and ROLE/TASK or none")?;
    let place = place.trim();
    let number: usize = place.parse().map_err(|_| format!("'{place}' is no number of a line"))?;
    if all_of(found).all(|duty| duty.line != number) {
        let mut lines: Vec<usize> = found.duties.iter().map(|duty| duty.line).collect();
        lines.dedup();
        let lines = few(lines.iter().map(usize::to_string), MOST_NAMED, ", ");
        return Err(format!(
            "no duty begins on line {number} of the advert; they begin on: {lines}"
        ));
    }
    let answer = answer.trim();
    if answer.eq_ignore_ascii_case("none") {
        return Ok((number, Answer::Nobody));
    }
    if let Some(task) = task(registry, answer) {
        return Ok((number, Answer::Sure(task)));
    }
    if let Some(task) = task(rivals.catalogue, answer) {
        return Ok((number, Answer::Elsewhere(task)));
    }
    let ids = registry.tasks().map(|task| registry.task_id(task));
    let ids: Vec<String> =
        ids.chain(rivals.tasks.iter().map(|&task| rivals.catalogue.task_id(task))).collect();
    // Somebody may leave the role out.
    let is_task = |id: &&String| id.split_once('/').is_some_and(|(_, task)| task == answer);
    let whole = ids.iter().find(is_task).map(String::as_str);
    let near = whole.or_else(|| nearest(answer, ids.iter().map(String::as_str)));
    let near = near.map(|near| format!("; did you mean '{near}'?")).unwrap_or_default();
    Err(format!("'{answer}' is neither a task, as ROLE/TASK, nor none{near}"))
}

fn task(registry: &Registry, id: &str) -> Option<TaskRef> {
    let (role, task) = id.split_once('/')?;
    registry.task_by_id(registry.role_by_id(role)?, task)
}
