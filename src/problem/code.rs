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
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+) => {
        words! {
            /// The kind of a problem.
            Code { $($(#[doc = $doc])+ $variant = $name,)+ }
        }

        impl Code {
            /// Whether it is an error or a warning.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),+ }
            }

            /// The page of documentation that explains the code.
            fn page(self) -> &'static str {
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
    /// A lead of a role that they do not hold, or that has a lead already.
    InvalidLead = "invalid-lead", Error;
    /// A day that does not exist, an end before its beginning, or absences that overlap.
    InvalidDate = "invalid-date", Error;
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
    /// A registry to extend that is none, is not to be read from here, or extends another.
    InvalidBase = "invalid-base", Error;
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
    /// Two roles with the same tasks.
    SameTasks = "same-tasks", Warning;
    /// Names that differ only in case, accents, spaces or Unicode form.
    SimilarNames = "similar-names", Warning;
    /// A task without an area where others of its role have one.
    TaskWithoutArea = "task-without-area", Warning;
    /// A source that nothing cites.
    UncitedSource = "uncited-source", Warning;
    /// A text that YAML ends where a hashtag begins.
    HashInText = "hash-in-text", Warning;
    /// A sign that looks like one of YAML's, and is part of the text.
    LookAlike = "look-alike", Warning;
    /// A text that `roles new` left to be filled in.
    ToFillIn = "to-fill-in", Warning;
    /// A character that nobody sees.
    ZeroWidthCharacter = "zero-width-character", Warning;
}

impl Code {
    /// The names of the warnings, which a registry may allow.
    pub fn warnings() -> Vec<&'static str> {
        let codes = Self::ALL.iter().copied();
        codes.filter(|code| code.severity() == Severity::Warning).map(Self::as_str).collect()
    }

    /// What the code means, with a bad and a good example.
    pub fn explanation(self) -> Explanation {
        Explanation::of_page(self.page())
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
