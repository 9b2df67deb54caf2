//! The YAML as written: which keys stand where, with every value's place. The only room that knows the YAML engine.
//!
//! A derived `Deserialize` would stop at the first mistake. So the text becomes a tree of nodes with their places, and
//! a small decoder reads the tree and goes on after each mistake. Whether a value makes sense is the next room's affair.

mod decoder;
mod hints;
pub mod keys;
mod place;
mod reader;
mod registry;
mod role;
mod syntax_error;
mod team;
mod tree;

pub use decoder::{Located, RawText, Word};
pub use place::{Listed, Placed, RawChange};
pub use reader::slips_in_texts;
pub use registry::{RawArea, RawHead, RawPosition, RawSize, RawSource, Sourced};
pub use role::{RawHandoff, RawOtherWords, RawRole, RawTask, RawWords};
pub use team::{RawAbsence, RawPerson, RawPin, RawTeam, RawVacancy};

use crate::problem::{Code, Nearest, Place, Problem, Problems};
use crate::source::{
    Encoding, Fault, FileId, HEAD_STEM, MAX_FILE_BYTES, OTHER_WORDS_STEM, SourceFile, Sources,
    TEAM_STEM,
};
use decoder::Decoder;
use tree::Node;

/// A file with its number.
pub type Numbered<'a> = (FileId, &'a SourceFile);

/// Which registry the one with these files extends, as it is written.
pub fn extended(sources: &Sources) -> Option<String> {
    let file = sources.with_stem(HEAD_STEM).filter(|file| file.text().contains("extends"))?;
    let head = head((FileId(0), file), &mut Problems::default())?;
    head.extends.map(|word| word.value.into_owned())
}

pub fn head<'a>(file: Numbered<'a>, problems: &mut Problems) -> Option<RawHead<'a>> {
    decode(file, false, problems, registry::decode)
}

/// Reads a role, whose id is the file's stem, or only what is different from the role of a base.
pub fn role<'a>(
    file: Numbered<'a>,
    is_change: bool,
    problems: &mut Problems,
) -> Option<RawRole<'a>> {
    decode(file, is_change, problems, RawRole::read)
}

/// Reads `team.yaml`, or the file in its place.
pub fn team<'a>(file: Numbered<'a>, problems: &mut Problems) -> Option<RawTeam<'a>> {
    decode(file, false, problems, RawTeam::read)
}

pub fn other_words<'a>(file: Numbered<'a>, problems: &mut Problems) -> Option<RawWords<'a>> {
    decode(file, false, problems, role::decode_words)
}

/// Reads one file. Where the YAML itself is broken there is no content, only the problem.
fn decode<'a, T>(
    (id, file): Numbered<'a>,
    is_change: bool,
    problems: &mut Problems,
    read: impl FnOnce(&mut Decoder<'a>, &Node<'a>) -> Option<T>,
) -> Option<T> {
    let tree = match &file.text {
        Ok(text) => reader::read(id, text),
        Err(fault) => Err(Box::new(fault_problem(id, file, fault))),
    };
    let tree = match tree {
        Ok(tree) => tree,
        Err(mut problem) => {
            match problem.code {
                Code::EmptyFile if file.stem == HEAD_STEM => {
                    problem.fix = Some("write the line `version: 1`".to_owned());
                }
                Code::FileTooLong => problem.fix = Some(shorten(file).to_owned()),
                _ => {}
            }
            problems.push(*problem);
            return None;
        }
    };
    let mut decoder = Decoder {
        file: id,
        stem: &file.stem,
        text: file.text(),
        nearest: Nearest::for_one_file(),
        problems: tree.problems,
        misleads: tree.misleads,
        is_change,
    };
    let raw = read(&mut decoder, &tree.root);
    problems.extend(decoder.problems);
    raw
}

/// What to do with a file that is too long.
fn shorten(file: &SourceFile) -> &'static str {
    match file.stem.as_str() {
        TEAM_STEM => "leave nothing in it but people, pins and vacancies",
        OTHER_WORDS_STEM => "move some of the words to their tasks, as `also_called`",
        _ => "split it into several roles",
    }
}

/// What kept us from the text, as a problem.
fn fault_problem(file: FileId, source: &SourceFile, fault: &Fault) -> Problem {
    let mut place = Place::File(file);
    let (code, message, fix) = match fault {
        Fault::Unreadable(why) => {
            let fix = "give yourself the right to read it, or move it out of the folder";
            (Code::UnreadableFile, format!("the file cannot be read: {why}"), fix)
        }
        Fault::TooLong(bytes) => {
            let mebibytes = MAX_FILE_BYTES >> 20;
            let message = format!("the file has {bytes} bytes; {mebibytes} MiB is the limit");
            (Code::FileTooLong, message, shorten(source))
        }
        &Fault::NotUtf8(position, looks_like) => {
            place = Place::Position(file, position);
            let (looks, fix) = match looks_like {
                Encoding::Utf16 => ("UTF-8; it looks like UTF-16", "save it as UTF-8"),
                Encoding::EightBit => (
                    "UTF-8; it looks like an eight-bit encoding such as Latin-1",
                    "save it as UTF-8",
                ),
                Encoding::Document => (
                    "plain text; it looks like the document of a word processor",
                    "save it as plain text in UTF-8",
                ),
            };
            (Code::NotUtf8, format!("the file is not {looks}"), fix)
        }
        Fault::LinkOut => {
            let message = "the link leads out of the registry's folder".to_owned();
            (Code::LinkOutside, message, "put the file itself into the folder")
        }
        Fault::NotAFile => {
            let fix = match source.stem.as_str() {
                TEAM_STEM => "name a file with the line `people:`",
                _ => "put a file with the line `version: 1` in its place",
            };
            (Code::UnreadableFile, "this is no regular file".to_owned(), fix)
        }
        Fault::LinkBroken => {
            let message = "the link leads nowhere".to_owned();
            (Code::UnreadableFile, message, "remove it or mend it")
        }
        Fault::NameNotUtf8 => {
            let message = "the file's name is not UTF-8, so it is no role id".to_owned();
            (Code::InvalidId, message, "rename it: lower-case letters, digits and hyphens")
        }
    };
    Problem::new(code, place, message).fix(fix)
}
