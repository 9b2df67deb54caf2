//! The kinds of problems. A code is a stable kebab-case word: it is printed, written to JSON and never translated. Each
//! stands once in the table below, and has the page `docs/problems/CODE.md`.

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The registry cannot be used.
    Error,
    /// The registry can be used, but this is probably not what was meant.
    Warning,
}

impl Severity {
    /// The word that is printed.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+) => {
        /// The kind of a problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every code, in the order of their declaration.
            pub const ALL: &[Code] = &[$(Code::$variant),+];

            /// The code as it is printed.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name),+ }
            }

            /// Whether it is an error or a warning.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),+ }
            }

            /// The page of documentation that explains the code.
            pub(super) fn page(self) -> &'static str {
                match self {
                    $(Code::$variant => include_str!(concat!("../../docs/problems/", $name, ".md"))),+
                }
            }
        }
    };
}

codes! {
    /// The file is not YAML.
    YamlSyntax = "yaml-syntax", Error;
    /// A YAML tag such as `!important`; the values of a registry need none.
    YamlTag = "yaml-tag", Error;
    /// A YAML alias such as `*same`; every value of a registry is written out.
    YamlAlias = "yaml-alias", Error;
    /// A YAML merge key (`<<`).
    MergeKey = "merge-key", Error;
    /// A key that does not exist in this place.
    UnknownKey = "unknown-key", Error;
    /// A key that has to be there.
    MissingKey = "missing-key", Error;
    /// A list where a text is expected, a text where a number is, and so on.
    WrongType = "wrong-type", Error;
    /// A value that is not one of those that may stand here.
    InvalidValue = "invalid-value", Error;
    /// A text in which there is nothing to see.
    BlankText = "blank-text", Error;
    /// A text of more than 10,000 characters, or a name of more than 100.
    TextTooLong = "text-too-long", Error;
    /// A file of more than 1 MiB, or of more than 100,000 keys and values.
    FileTooLong = "file-too-long", Error;
    /// Lists and maps inside one another beyond the limit.
    NestingTooDeep = "nesting-too-deep", Error;
    /// The same key twice in one map.
    DuplicateKey = "duplicate-key", Error;
    /// The same id twice.
    DuplicateId = "duplicate-id", Error;
    /// An id that is no lower-case slug.
    InvalidId = "invalid-id", Error;
    /// A role that does not exist.
    UnknownRole = "unknown-role", Error;
    /// A task that does not exist.
    UnknownTask = "unknown-task", Error;
    /// An area that `registry.yaml` does not list.
    UnknownArea = "unknown-area", Error;
    /// A source that `registry.yaml` does not list.
    UnknownSource = "unknown-source", Error;
    /// A company size that does not exist.
    UnknownSize = "unknown-size", Error;
    /// A position that no company size has.
    UnknownPosition = "unknown-position", Error;
    /// A person who is in no team file and was not named on the command line.
    UnknownPerson = "unknown-person", Error;
    /// A language tag that is malformed, or that `registry.yaml` does not list.
    UnknownLanguage = "unknown-language", Error;
    /// Roles that report to one another in a circle.
    ReportingCycle = "reporting-cycle", Error;
    /// Tasks that wait for one another in a circle.
    PrerequisiteCycle = "prerequisite-cycle", Error;
    /// A task that hands its result to itself.
    SelfHandoff = "self-handoff", Error;
    /// Hours a week that are not above 0 and at most 168.
    HoursOutOfRange = "hours-out-of-range", Error;
    /// Two company sizes for the same number of employees.
    OverlappingSizes = "overlapping-sizes", Error;
    /// A control or bidirectional character in a text.
    ControlCharacter = "control-character", Error;
    /// A file in another encoding.
    NotUtf8 = "not-utf-8", Error;
    /// More than one YAML document in a file.
    SeveralDocuments = "several-documents", Error;
    /// A file with nothing in it but comments.
    EmptyFile = "empty-file", Error;
    /// A file that the operating system does not let us read.
    UnreadableFile = "unreadable-file", Error;
    /// A link that leads out of the registry's folder.
    LinkOutside = "link-outside", Error;
    /// A role that no position of a company size holds.
    RoleWithoutPosition = "role-without-position", Warning;
    /// A task whose accountable role is held by no position of a company size, or by several.
    NoSingleAccountable = "no-single-accountable", Warning;
    /// A role that has no tasks.
    RoleWithoutTasks = "role-without-tasks", Warning;
    /// Numbers of employees between two company sizes that belong to neither.
    SizeGap = "size-gap", Warning;
    /// A text that is not written in all of the registry's languages.
    MissingTranslation = "missing-translation", Warning;
    /// Two tasks of a role with the same name.
    SameTaskTwice = "same-task-twice", Warning;
    /// Names that differ only in case, accents, spaces or Unicode form.
    SimilarNames = "similar-names", Warning;
    /// A task without an area where others of its role have one.
    TaskWithoutArea = "task-without-area", Warning;
    /// A source that nothing cites.
    UncitedSource = "uncited-source", Warning;
    /// A text that YAML ends where a hashtag begins.
    HashInText = "hash-in-text", Warning;
    /// A character that nobody sees.
    ZeroWidthCharacter = "zero-width-character", Warning;
}

impl Code {
    /// The names of the warnings, which a registry may allow.
    pub fn warnings() -> Vec<&'static str> {
        let codes = Self::ALL.iter().copied();
        codes.filter(|code| code.severity() == Severity::Warning).map(Self::as_str).collect()
    }

    /// The code with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_kebab_case_and_lead_back() {
        let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for &code in Code::ALL {
            assert_eq!(Code::from_name(code.as_str()), Some(code));
            assert!(code.as_str().chars().all(|letter| letter.is_ascii_lowercase()
                || letter.is_ascii_digit()
                || letter == '-'));
        }
    }
}
