//! `roles diff`: what differs between two registries, each of them a folder, a revision of git or the shipped one.

use super::args::{DiffArgs, Format};
use super::console::pasteable;
use super::registry::{self, below};
use super::{Console, Context, Failure, Result, Status};
use crate::load::read_revision_with_base;
use crate::model::Registry;
use crate::problem::nearest;
use crate::query;
use crate::render::{PageFormat, json, pages};
use crate::resolve;
use crate::source::{self, Found, NoRevision, Origin, OtherWords, SHIPPED, Sources};
use std::path::Path;

const FORMS: &str = "a registry is a folder, git:REV[:PATH], or shipped";

/// A pull request has room for so many rows of a kind,
const MOST_ROWS: usize = 25;
/// and whoever reads a cell for so many names.
const MOST_NAMES: usize = 8;

pub fn run(arguments: &DiffArgs, console: &mut Console) -> Result<Status> {
    let old = sources(Some(&arguments.old), "OLD", console)?;
    let new = sources(arguments.new.as_deref(), "NEW", console)?;
    let names = [old.0.clone(), new.0.clone()];
    let names = names.each_ref().map(String::as_str);
    let [old, new] = read(old, new, console)?;
    let context = Context::of(new, console)?;
    let diff = query::diff(&old, &context.registry);
    let old_reader = context.reader_of(&old);
    let format = arguments.format.format;
    let most = match format {
        Format::MARKDOWN => (MOST_ROWS, MOST_NAMES),
        Format::Json | Format::Page(PageFormat::Csv | PageFormat::Xlsx) => (usize::MAX, usize::MAX),
        Format::Page(_) => (usize::MAX, MOST_NAMES),
    };
    let paths = [&arguments.old].into_iter().chain(&arguments.new);
    let paths = paths.map(|path| format!(" {}", pasteable(&path.display().to_string())));
    let next = (format!("roles diff{} -o diff.md", paths.collect::<String>()), "next-diff");
    context.report(
        console,
        format,
        &diff,
        |diff, reader| pages::difference(diff, names, most, [&old_reader, reader]),
        |diff, reader, out| json::difference(diff, names, [&old_reader, reader], out),
        next,
    )?;
    let is_found = !diff.is_empty() && !arguments.exit_zero;
    Ok(if is_found { Status::Found } else { Status::Done })
}

/// Both registries, or all that is wrong in each.
fn read(old: Named, new: Named, console: &mut Console) -> Result<[Registry; 2]> {
    let failure = |place: &str, (name, sources): Named, problems, console: &Console| {
        registry::with_problems(problems, &sources, &format!("{place}, {name},"), console)
    };
    match rayon::join(|| resolve::read(&old.1), || resolve::read(&new.1)) {
        (Ok(old), Ok(new)) => Ok([old, new]),
        (Err(problems), Ok(_)) => Err(failure("OLD", old, problems, console)),
        (Ok(_), Err(problems)) => Err(failure("NEW", new, problems, console)),
        (Err(problems), Err(others)) => {
            let first = failure("OLD", old, problems, console);
            first.explain(console.environment, console.err)?;
            writeln!(console.err)?;
            Err(failure("NEW", new, others, console))
        }
    }
}

type Named = (String, Sources);

/// What was named; without a name it is the registry in use.
fn sources(named: Option<&Path>, place: &str, console: &mut Console) -> Result<Named> {
    let Some(path) = named else {
        let found = registry::find(None, console.global, console.environment)?;
        let sources = registry::load(&found, OtherWords::Read)?;
        registry::note(&found, &sources, console);
        let name = found.folder.map_or(SHIPPED.to_owned(), |folder| folder.display().to_string());
        return Ok((name, sources));
    };
    let path = below(path, console.environment);
    let name = path.display().to_string();
    let sources = if name == SHIPPED {
        source::embedded()
    } else if let Some(revision) = name.strip_prefix("git:") {
        of_revision(revision, place, console)?
    } else {
        let folder = source::named_folder(&path).map_err(|missing| {
            let failure = Failure::usage(format!("{place} names no registry: {missing}"));
            let is_word = !path.exists() && !name.contains(['/', '\\', ':']);
            let meant = is_word.then(|| match nearest(&name, [SHIPPED]) {
                Some(shipped) => shipped.to_owned(),
                None => format!("git:{name}"),
            });
            failure.did_you_mean(meant.as_deref()).hint(FORMS)
        })?;
        let found = Found { folder: Some(folder), origin: Origin::Option, passed_over: None };
        registry::load(&found, OtherWords::Read)?
    };
    Ok((name, sources))
}

/// The registry of `REV` or `REV:PATH`.
fn of_revision(written: &str, place: &str, console: &Console) -> Result<Sources> {
    let environment = console.environment;
    let (revision, path) = match written.split_once(':') {
        Some((revision, path)) => (revision, Some(path)),
        None => (written, None),
    };
    let folder = match path {
        Some(_) => None,
        None => registry::find(None, console.global, environment)?.folder,
    };
    let folder = environment.current.join(folder.unwrap_or_default());
    read_revision_with_base(&folder, revision, path).map_err(|why| {
        let failure = Failure::usage(format!("{place} cannot be read: {why}"));
        match why {
            NoRevision::NoGit(_) => failure.hint("install git, or name folders"),
            NoRevision::Revision(_) => failure.hint("git log --oneline shows what there is"),
            NoRevision::Registry(..) => {
                failure.hint("git:REV:PATH names the folder, from the root of the repository")
            }
            NoRevision::Repository(_) => failure.hint(FORMS),
        }
    })
}
