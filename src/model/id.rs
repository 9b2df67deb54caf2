//! What the parts of a registry are known by: ids in files and reports, numbers between the parts themselves.
//!
//! An id has lower-case ASCII letters, digits and single hyphens: such a slug is safe in a path, an address and a table.
//! A number is the place of a part in its list.

use std::fmt;
use std::num::NonZeroU32;

/// The longest id, in characters.
const MAX_LENGTH: usize = 100;

/// Why a word is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdFault {
    /// There is nothing.
    Empty,
    /// More than 100 characters.
    TooLong,
    /// A character that no id has.
    Character(char),
    /// A hyphen at an end, or two together.
    Hyphen,
    /// A word that names a device on Windows, so that no file can have it.
    Device,
}

impl fmt::Display for IdFault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            IdFault::Empty => out.write_str("it is empty"),
            IdFault::TooLong => write!(out, "it has more than {MAX_LENGTH} characters"),
            IdFault::Character(letter) => write!(out, "{letter:?} is not allowed"),
            IdFault::Device => out.write_str("Windows keeps it for a device"),
            IdFault::Hyphen => out.write_str("a hyphen stands alone between two words"),
        }
    }
}

/// Whether Windows keeps a word for a device, whatever the ending of the file.
pub fn is_device(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let is_port = |kind: &str| {
        let number = word.strip_prefix(kind).unwrap_or_default();
        number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(word.as_str(), "aux" | "con" | "nul" | "prn") || is_port("com") || is_port("lpt")
}

fn check(word: &str) -> Result<(), IdFault> {
    let other = word
        .chars()
        .find(|letter| !(letter.is_ascii_lowercase() || letter.is_ascii_digit() || *letter == '-'));
    if word.is_empty() {
        Err(IdFault::Empty)
    } else if is_device(word) {
        Err(IdFault::Device)
    } else if let Some(letter) = other {
        Err(IdFault::Character(letter))
    } else if word.len() > MAX_LENGTH {
        Err(IdFault::TooLong)
    } else if word.starts_with('-') || word.ends_with('-') || word.contains("--") {
        Err(IdFault::Hyphen)
    } else {
        Ok(())
    }
}

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id in a word.
            ///
            /// # Errors
            /// If the word is no slug.
            pub fn parse(word: &str) -> Result<Self, IdFault> {
                check(word).map(|()| Self(word.into()))
            }

            /// The word.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// The id of a role: the stem of its file.
    RoleId;
    /// The id of a task, unique in its role.
    TaskId;
    /// The id of an area.
    AreaId;
    /// The id of a company size.
    SizeId;
    /// The id of a position of a company size.
    PositionId;
    /// The id of a source.
    SourceId;
}

// They count from 1, so that none at all takes no room beside them.
macro_rules! numbers {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The number of the part at this place of its list.
            #[expect(clippy::cast_possible_truncation, reason = "a registry has far fewer parts")]
            pub(crate) fn at(index: usize) -> Self {
                Self(NonZeroU32::MIN.saturating_add(index as u32))
            }

            /// The place in the list.
            pub fn index(self) -> usize {
                self.0.get() as usize - 1
            }
        }
    )+};
}

numbers! {
    /// A role of a registry, as its number; roles are numbered in the order of their ids.
    RoleIx;
    /// An area, as its number.
    AreaIx;
    /// A source, as its number.
    SourceIx;
    /// A company size, as its number.
    SizeIx;
}

/// A task of a registry: its role and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskRef {
    /// The role.
    pub role: RoleIx,
    /// The number of the task in it.
    pub task: u32,
}

impl TaskRef {
    /// The task at this place of its role's list.
    #[expect(clippy::cast_possible_truncation, reason = "a file of 1 MiB holds far fewer")]
    pub(crate) fn at(role: RoleIx, index: usize) -> Self {
        Self { role, task: index as u32 }
    }
}
