//! The YAML as written: which keys stand where, with every value's place. The only room that knows the YAML engine.
//!
//! A derived `Deserialize` would stop at the first mistake. So the text becomes a tree of nodes with their places, and
//! a small decoder reads the tree and goes on after each mistake. Whether a value makes sense is the next room's affair.

mod decoder;
mod hashes;
mod hints;
pub mod keys;
mod node;
mod other_words;
mod reader;
mod registry;
mod role;
mod shipped;
mod syntax_error;
mod team;
mod tree;

pub use decoder::{Located, RawOtherWords, RawText, Word};
pub use hashes::cut_by_hashes;
pub use other_words::RawRoleWords;
pub use registry::{RawArea, RawHead, RawPosition, RawSize, RawSource};
pub use role::{RawHandoff, RawRole, RawTask};
pub use team::{RawPerson, RawPin, RawTeam};

use crate::problem::{Code, Place, Problem, Problems};
use crate::source::{
    Encoding, Fault, FileId, HEAD_STEM, MAX_FILE_BYTES, OTHER_WORDS_STEM, SourceFile, TEAM_STEM,
};

/// What a file holds.
#[derive(Debug)]
pub enum Raw<'a> {
    /// `registry.yaml`.
    Head(Box<RawHead<'a>>),
    /// A role file; the role's id is the file's stem.
    Role(Box<RawRole<'a>>),
    /// `team.yaml`, or the file in its place.
    Team(Box<RawTeam<'a>>),
    /// `also_called.yaml`, role by role.
    OtherWords(Vec<RawRoleWords<'a>>),
}

/// Whether this file is the registry's own.
pub fn is_head(file: &SourceFile) -> bool {
    file.stem == HEAD_STEM
}

/// Whether this file holds the people.
pub fn is_team(file: &SourceFile) -> bool {
    file.stem == TEAM_STEM
}

/// Whether this file holds other words for tasks.
pub fn is_other_words(file: &SourceFile) -> bool {
    file.stem == OTHER_WORDS_STEM
}

/// Whether this file holds a role.
pub fn is_role(file: &SourceFile) -> bool {
    !is_head(file) && !is_team(file) && !is_other_words(file)
}

/// Reads one file. Where the YAML itself is broken there is no content, only the problem.
pub fn decode(id: FileId, file: &SourceFile) -> (Option<Raw<'_>>, Problems) {
    let text = match &file.text {
        Ok(text) => text,
        Err(fault) => return (None, fault_problem(id, file, fault).into()),
    };
    let tree = match reader::read(id, text) {
        Ok(tree) => tree,
        Err(mut problem) => {
            match problem.code {
                Code::EmptyFile if is_head(file) => {
                    problem.fix = Some("write the line `version: 1`".to_owned());
                }
                Code::FileTooLong => problem.fix = Some(shorten(file).to_owned()),
                _ => {}
            }
            return (None, (*problem).into());
        }
    };
    let mut decoder = decoder::Decoder::new(id, text, tree.has_directions, tree.problems);
    let raw = if is_head(file) {
        registry::decode(&mut decoder, &tree.root).map(|head| Raw::Head(Box::new(head)))
    } else if is_team(file) {
        team::decode(&mut decoder, &tree.root).map(|team| Raw::Team(Box::new(team)))
    } else if is_other_words(file) {
        other_words::decode(&mut decoder, &tree.root).map(Raw::OtherWords)
    } else {
        role::decode(&mut decoder, &tree.root, &file.stem).map(|role| Raw::Role(Box::new(role)))
    };
    (raw, decoder.into_problems())
}

/// What to do with a file that is too long.
fn shorten(file: &SourceFile) -> &'static str {
    if is_team(file) {
        "leave nothing in it but people and pins"
    } else if is_other_words(file) {
        "move some of the words to their tasks, as `also_called`"
    } else {
        "split it into several roles"
    }
}

/// What kept us from the text, as a problem.
fn fault_problem(file: FileId, source: &SourceFile, fault: &Fault) -> Problem {
    let whole = |code, message: String| Problem::new(code, Place::File(file), message);
    match fault {
        Fault::Unreadable(why) => {
            whole(Code::UnreadableFile, format!("the file cannot be read: {why}"))
                .fix("give yourself the right to read it, or move it out of the folder")
        }
        Fault::TooLong(bytes) => {
            let mebibytes = MAX_FILE_BYTES >> 20;
            whole(
                Code::FileTooLong,
                format!("the file has {bytes} bytes; {mebibytes} MiB is the limit"),
            )
            .fix(shorten(source))
        }
        Fault::NotUtf8 { line, column, looks_like } => {
            let looks = match looks_like {
                Encoding::Utf16 => "the file is not UTF-8; it looks like UTF-16",
                Encoding::EightBit => {
                    "the file is not UTF-8; it looks like an eight-bit encoding such as Latin-1"
                }
                Encoding::Document => {
                    "the file is not plain text; it looks like the document of a word processor"
                }
            };
            let fix = match looks_like {
                Encoding::Utf16 | Encoding::EightBit => "save it as UTF-8",
                Encoding::Document => "save it as plain text in UTF-8",
            };
            let position = crate::source::Position { line: *line, column: *column };
            Problem::new(Code::NotUtf8, Place::Position(file, position), looks).fix(fix)
        }
        Fault::LinkOut => {
            whole(Code::LinkOutside, "the link leads out of the registry's folder".into())
                .fix("put the file itself into the folder")
        }
        Fault::NotAFile => {
            whole(Code::UnreadableFile, "this is no regular file".into()).fix(if is_team(source) {
                "name a file with the line `people:`"
            } else {
                "put a file with the line `version: 1` in its place"
            })
        }
        Fault::LinkBroken => {
            whole(Code::UnreadableFile, "the link leads nowhere".into()).fix("remove it or mend it")
        }
        Fault::NameNotUtf8 => {
            whole(Code::InvalidId, "the file's name is not UTF-8, so it is no role id".into())
                .fix("rename it: lower-case letters, digits and hyphens")
        }
    }
}
