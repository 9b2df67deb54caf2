//! The YAML as written: which keys stand where, with every value's place. The only room that knows the YAML engine.
//!
//! A derived `Deserialize` would stop at the first mistake. So the text becomes a tree of nodes with their places, and
//! a small decoder reads the tree and goes on after each mistake. Whether a value makes sense is the next room's affair.

mod decoder;
mod hints;
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

/// The keys of each place.
pub mod keys {
    pub use super::decoder::OWN;
    pub use super::place::{CHANGE, Keys};
    pub use super::registry::{AREA, EMPLOYEES, HEAD, POSITION, SIZE, SOURCE};
    pub use super::role::{EVERY_TASK, HANDOFF, ROLE, TASK};
    pub use super::team::{ABSENCE, PERSON, TEAM, VACANCY};
}

/// What a file holds.
#[derive(Debug)]
pub enum Raw<'a> {
    /// `registry.yaml`.
    Head(Box<RawHead<'a>>),
    /// A role file; the role's id is the file's stem.
    Role(Box<RawRole<'a>>),
    /// `team.yaml`, or the file in its place.
    Team(Box<RawTeam<'a>>),
    /// `also_called.yaml`.
    OtherWords(RawWords<'a>),
}

/// Which registry the one with these files extends, as it is written.
pub fn extended(sources: &Sources) -> Option<String> {
    let head = sources.with_stem(HEAD_STEM)?;
    if !head.text().contains("extends") {
        return None;
    }
    match decode(FileId(0), head).0 {
        Some(Raw::Head(head)) => head.extends.map(|word| word.value.into_owned()),
        _ => None,
    }
}

/// Reads one file. Where the YAML itself is broken there is no content, only the problem.
pub fn decode(id: FileId, file: &SourceFile) -> (Option<Raw<'_>>, Problems) {
    decode_as(id, file, false)
}

/// Reads the file of a role that changes one of the base, and says only what is different.
pub fn decode_change(id: FileId, file: &SourceFile) -> (Option<Raw<'_>>, Problems) {
    decode_as(id, file, true)
}

fn decode_as(id: FileId, file: &SourceFile, is_change: bool) -> (Option<Raw<'_>>, Problems) {
    let text = match &file.text {
        Ok(text) => text,
        Err(fault) => return (None, fault_problem(id, file, fault).into()),
    };
    let tree = match reader::read(id, text) {
        Ok(tree) => tree,
        Err(mut problem) => {
            match problem.code {
                Code::EmptyFile if file.stem == HEAD_STEM => {
                    problem.fix = Some("write the line `version: 1`".to_owned());
                }
                Code::FileTooLong => problem.fix = Some(shorten(file).to_owned()),
                _ => {}
            }
            return (None, (*problem).into());
        }
    };
    let mut decoder = Decoder {
        file: id,
        stem: &file.stem,
        text,
        nearest: Nearest::for_one_file(),
        problems: tree.problems,
        misleads: tree.misleads,
        is_change,
    };
    let root = &tree.root;
    let raw = match file.stem.as_str() {
        HEAD_STEM => registry::decode(&mut decoder, root).map(Box::new).map(Raw::Head),
        TEAM_STEM => RawTeam::read(&mut decoder, root).map(Box::new).map(Raw::Team),
        OTHER_WORDS_STEM => role::decode_words(&mut decoder, root).map(Raw::OtherWords),
        _ => RawRole::read(&mut decoder, root).map(Box::new).map(Raw::Role),
    };
    (raw, decoder.problems)
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
