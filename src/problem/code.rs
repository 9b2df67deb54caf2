//! The kinds of problems. A code is a stable kebab-case word: it is printed, written to JSON and never translated. Each
//! stands once in the table below, and has the page `docs/problems/CODE.md`, which says what it means to somebody who sees
//! YAML for the first time. Tests hold the shape of the pages and run every example.

words! {
    /// How bad a problem is.
    Severity {
        /// The registry cannot be used.
        Error = "error",
        /// The registry can be used, but this is probably not what was meant.
        Warning = "warning",
    }
}

macro_rules! codes {
    ($($variant:ident = $name:literal, $severity:ident;)+) => {
        words! {
            /// The kind of a problem.
            Code {$(
                #[doc = include_str!(concat!("../../docs/problems/", $name, ".md"))]
                $variant = $name,
            )+}
        }

        impl Code {
            /// Whether it is an error or a warning.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),+ }
            }

            /// What the code means, with a bad and a good example.
            pub fn explanation(self) -> Explanation {
                Explanation::of_page(match self {
                    $(Code::$variant => include_str!(concat!("../../docs/problems/", $name, ".md"))),+
                })
            }
        }
    };
}

codes! {
    YamlSyntax = "yaml-syntax", Error;
    YamlTag = "yaml-tag", Error;
    YamlAlias = "yaml-alias", Error;
    MergeKey = "merge-key", Error;
    UnknownKey = "unknown-key", Error;
    MissingKey = "missing-key", Error;
    WrongType = "wrong-type", Error;
    InvalidValue = "invalid-value", Error;
    BlankText = "blank-text", Error;
    TextTooLong = "text-too-long", Error;
    FileTooLong = "file-too-long", Error;
    NestingTooDeep = "nesting-too-deep", Error;
    DuplicateKey = "duplicate-key", Error;
    DuplicateId = "duplicate-id", Error;
    InvalidId = "invalid-id", Error;
    UnknownRole = "unknown-role", Error;
    UnknownTask = "unknown-task", Error;
    UnknownArea = "unknown-area", Error;
    UnknownSource = "unknown-source", Error;
    UnknownSize = "unknown-size", Error;
    UnknownPosition = "unknown-position", Error;
    UnknownPerson = "unknown-person", Error;
    UnknownLanguage = "unknown-language", Error;
    ReportingCycle = "reporting-cycle", Error;
    PrerequisiteCycle = "prerequisite-cycle", Error;
    SelfHandoff = "self-handoff", Error;
    HoursOutOfRange = "hours-out-of-range", Error;
    InvalidLead = "invalid-lead", Error;
    InvalidDate = "invalid-date", Error;
    OverlappingSizes = "overlapping-sizes", Error;
    ControlCharacter = "control-character", Error;
    NotUtf8 = "not-utf-8", Error;
    SeveralDocuments = "several-documents", Error;
    EmptyFile = "empty-file", Error;
    UnreadableFile = "unreadable-file", Error;
    LinkOutside = "link-outside", Error;
    InvalidBase = "invalid-base", Error;
    RoleWithoutPosition = "role-without-position", Warning;
    NoSingleAccountable = "no-single-accountable", Warning;
    RoleWithoutTasks = "role-without-tasks", Warning;
    SizeGap = "size-gap", Warning;
    MissingTranslation = "missing-translation", Warning;
    SameTaskTwice = "same-task-twice", Warning;
    SameTasks = "same-tasks", Warning;
    SimilarNames = "similar-names", Warning;
    TaskWithoutArea = "task-without-area", Warning;
    UncitedSource = "uncited-source", Warning;
    HashInText = "hash-in-text", Warning;
    LookAlike = "look-alike", Warning;
    ToFillIn = "to-fill-in", Warning;
    ZeroWidthCharacter = "zero-width-character", Warning;
}

impl Code {
    /// The names of the warnings, which a registry may allow.
    pub fn warnings() -> Vec<&'static str> {
        let codes = Self::ALL.iter().copied();
        codes.filter(|code| code.severity() == Severity::Warning).map(Self::as_str).collect()
    }
}

/// What a problem code means, for `roles explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong, in one or two sentences.
    pub meaning: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// The least that has this problem and no other.
    pub bad: Example,
    /// The mended example.
    pub good: Example,
}

/// How a problem looks, or how it looks once it is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// The file `roles/role.yaml`, read beside a `registry.yaml` with `version: 1`.
    Role(&'static str),
    /// A `registry.yaml`, read beside one role, `role.yaml`, with a name and a task for which the role is accountable.
    Registry(&'static str),
    /// A `team.yaml`, read beside a `registry.yaml` with `version: 1` and the same role.
    Team(&'static str),
    /// A command line, for what is named there only.
    Command(&'static str),
    /// Something that no text can show, said in a sentence.
    Said(&'static str),
}

impl Explanation {
    /// Takes a page apart: a heading, two paragraphs, and two sections with an example each.
    fn of_page(page: &'static str) -> Self {
        let (head, examples) = page.split_once("\n\n## Wrong").unwrap_or_default();
        let (bad, good) = examples.split_once("\n## Right").unwrap_or_default();
        let mut paragraphs = head.split("\n\n").skip(1);
        Self {
            meaning: paragraphs.next().unwrap_or_default(),
            why: paragraphs.next().unwrap_or_default(),
            bad: Example::of_section(bad),
            good: Example::of_section(good),
        }
    }

    /// What is wrong, in one sentence.
    pub fn first_sentence(&self) -> &'static str {
        let end = self.meaning.find(". ");
        end.map_or(self.meaning, |end| &self.meaning[..=end])
    }
}

impl Example {
    /// The fenced block of a section; the word behind its fence says what it is.
    fn of_section(section: &'static str) -> Self {
        let (_, block) = section.split_once("```").unwrap_or_default();
        let (kind, text) = block.split_once('\n').unwrap_or_default();
        let text = text.trim_end().trim_end_matches('`');
        match kind {
            "yaml role" => Self::Role(text),
            "yaml registry" => Self::Registry(text),
            "yaml team" => Self::Team(text),
            "sh" => Self::Command(text.trim_end()),
            _ => Self::Said(text.trim_end()),
        }
    }
}
