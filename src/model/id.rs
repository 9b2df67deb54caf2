//! Ids: lower-case ASCII letters, digits and single hyphens. A slug is safe in a path, an address and a table.

use std::fmt;

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
}

impl fmt::Display for IdFault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            IdFault::Empty => out.write_str("it is empty"),
            IdFault::TooLong => write!(out, "it has more than {MAX_LENGTH} characters"),
            IdFault::Character(letter) => write!(out, "{letter:?} is not allowed"),
            IdFault::Hyphen => out.write_str("a hyphen stands alone between two words"),
        }
    }
}

fn check(word: &str) -> Result<(), IdFault> {
    let allowed =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if word.is_empty() {
        Err(IdFault::Empty)
    } else if let Some(letter) = word.chars().find(|&letter| !allowed(letter)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ids_and_nothing_else_is() {
        for good in ["a", "sme", "community-manager", "level-2", "007"] {
            assert_eq!(RoleId::parse(good).unwrap().as_str(), good);
        }
        let fault = |word: &str| RoleId::parse(word).unwrap_err();
        assert_eq!(fault(""), IdFault::Empty);
        assert_eq!(fault("../etc"), IdFault::Character('.'));
        assert_eq!(fault("Manager"), IdFault::Character('M'));
        assert_eq!(fault("gérant"), IdFault::Character('é'));
        assert_eq!(fault("a--b"), IdFault::Hyphen);
        assert_eq!(fault("-a"), IdFault::Hyphen);
        assert_eq!(fault(&"a".repeat(101)), IdFault::TooLong);
    }
}
