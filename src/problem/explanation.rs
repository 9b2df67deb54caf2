//! What each problem means, for somebody who sees YAML for the first time. A test runs every example.

mod advice;
mod files;
mod links;
mod names;
mod values;
mod yaml;

use super::Code;

/// What a problem code means, for `roles explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong, in one or two sentences.
    pub meaning: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// The least that has this problem and no other.
    pub bad: Example,
    /// The same, mended.
    pub good: Example,
}

impl Explanation {
    /// What is wrong, in one sentence.
    pub fn first_sentence(&self) -> &'static str {
        let end = self.meaning.find(". ");
        end.map_or(self.meaning, |end| &self.meaning[..=end])
    }
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

impl Code {
    /// What the code means, with a bad and a good example.
    pub fn explanation(self) -> Explanation {
        match self {
            Code::YamlSyntax => yaml::SYNTAX,
            Code::YamlTag => yaml::TAG,
            Code::YamlAlias => yaml::ALIAS,
            Code::MergeKey => yaml::MERGE_KEY,
            Code::UnknownKey => values::UNKNOWN_KEY,
            Code::MissingKey => values::MISSING_KEY,
            Code::WrongType => values::WRONG_TYPE,
            Code::InvalidValue => values::INVALID_VALUE,
            Code::BlankText => values::BLANK_TEXT,
            Code::TextTooLong => values::TEXT_TOO_LONG,
            Code::FileTooLong => files::TOO_LONG,
            Code::NestingTooDeep => yaml::NESTING_TOO_DEEP,
            Code::DuplicateKey => yaml::DUPLICATE_KEY,
            Code::DuplicateId => names::DUPLICATE_ID,
            Code::InvalidId => names::INVALID_ID,
            Code::UnknownRole => names::UNKNOWN_ROLE,
            Code::UnknownTask => names::UNKNOWN_TASK,
            Code::UnknownArea => names::UNKNOWN_AREA,
            Code::UnknownSource => names::UNKNOWN_SOURCE,
            Code::UnknownSize => names::UNKNOWN_SIZE,
            Code::UnknownPosition => names::UNKNOWN_POSITION,
            Code::UnknownPerson => names::UNKNOWN_PERSON,
            Code::UnknownLanguage => names::UNKNOWN_LANGUAGE,
            Code::ReportingCycle => links::REPORTING_CYCLE,
            Code::PrerequisiteCycle => links::PREREQUISITE_CYCLE,
            Code::SelfHandoff => links::SELF_HANDOFF,
            Code::HoursOutOfRange => values::HOURS_OUT_OF_RANGE,
            Code::OverlappingSizes => links::OVERLAPPING_SIZES,
            Code::ControlCharacter => values::CONTROL_CHARACTER,
            Code::NotUtf8 => files::NOT_UTF_8,
            Code::SeveralDocuments => files::SEVERAL_DOCUMENTS,
            Code::EmptyFile => files::EMPTY,
            Code::UnreadableFile => files::UNREADABLE,
            Code::LinkOutside => files::LINK_OUTSIDE,
            Code::RoleWithoutPosition => links::ROLE_WITHOUT_POSITION,
            Code::NoSingleAccountable => advice::NO_SINGLE_ACCOUNTABLE,
            Code::RoleWithoutTasks => advice::ROLE_WITHOUT_TASKS,
            Code::SizeGap => advice::SIZE_GAP,
            Code::MissingTranslation => advice::MISSING_TRANSLATION,
            Code::SameTaskTwice => advice::SAME_TASK_TWICE,
            Code::SimilarNames => advice::SIMILAR_NAMES,
            Code::TaskWithoutArea => advice::TASK_WITHOUT_AREA,
            Code::UncitedSource => advice::UNCITED_SOURCE,
            Code::HashInText => advice::HASH_IN_TEXT,
            Code::ZeroWidthCharacter => advice::ZERO_WIDTH_CHARACTER,
        }
    }
}
