//! Warnings: what can be used as it is, and is probably not meant.

use super::Example::{Registry, Role};
use super::Explanation;

pub(super) const ROLE_WITHOUT_TASKS: Explanation = Explanation {
    meaning: "The role has no tasks.",
    why: "Whoever holds it has nothing to do, and no comparison shows what it is for. Write its \
        tasks down, even if there is only one yet.",
    bad: Role("name: Community manager\n"),
    good: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
",
    ),
};

pub(super) const NO_SINGLE_ACCOUNTABLE: Explanation = Explanation {
    meaning: "A task names the role that is `accountable` for it, and in some company size nobody \
        holds that role, or more than one position does.",
    why: "Somebody has to answer for every task, and exactly one: where two answer for it, each \
        leaves it to the other. Without the key, the head of the reporting line is accountable.",
    bad: Registry(
        "\
version: 1
sizes:
  - id: agency
    name: Agency
    staffing: custom
    positions:
      - {id: lead, name: Lead, roles: [role]}
      - {id: deputy, name: Deputy, roles: [role]}
",
    ),
    good: Registry(
        "\
version: 1
sizes:
  - id: agency
    name: Agency
    staffing: custom
    positions:
      - {id: lead, name: Lead, roles: [role]}
",
    ),
};

pub(super) const SIZE_GAP: Explanation = Explanation {
    meaning: "Some numbers of employees lie between two company sizes and belong to neither.",
    why: "For a company of that many people, `roles assign --employees` could not choose a size.",
    bad: Registry(
        "\
version: 1
sizes:
  - {id: small, name: Small, employees: {max: 9}, staffing: one-person}
  - {id: big, name: Big, employees: {min: 20}, staffing: one-per-role}
",
    ),
    good: Registry(
        "\
version: 1
sizes:
  - {id: small, name: Small, employees: {max: 9}, staffing: one-person}
  - {id: big, name: Big, employees: {min: 10}, staffing: one-per-role}
",
    ),
};

pub(super) const MISSING_TRANSLATION: Explanation = Explanation {
    meaning: "A text is written in some of the languages that registry.yaml lists, but not in \
        all of them.",
    why: "Readers of the missing language get the default one in the middle of their report. Other \
        words for a task (`also_called`) are no translations, and each language may have its own.",
    bad: Registry(
        "\
version: 1
languages: [en, fr]
areas:
  - {id: video, name: {en: Video}}
",
    ),
    good: Registry(
        "\
version: 1
languages: [en, fr]
areas:
  - {id: video, name: {en: Video, fr: Vidéo}}
",
    ),
};

pub(super) const SAME_TASK_TWICE: Explanation = Explanation {
    meaning: "Two tasks of one role have the same name.",
    why: "The work would be counted twice, and nobody could tell the two apart in a report.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: comments
    name: Answer the comments
  - id: replies
    name: Answer the comments
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: comments
    name: Answer the comments
  - id: messages
    name: Answer the private messages
",
    ),
};

pub(super) const SIMILAR_NAMES: Explanation = Explanation {
    meaning: "Two roles, two tasks of a role, or two people have names that differ only in capitals, \
        accents or spaces.",
    why: "Probably the same thing is meant. If not, readers will mix them up.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: comments
    name: Answer the comments
  - id: replies
    name: Answer the Comments
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: comments
    name: Answer the comments
",
    ),
};

pub(super) const TASK_WITHOUT_AREA: Explanation = Explanation {
    meaning: "The task has no area, while other tasks of its role have one.",
    why: "Areas line roles up side by side. Without one, the task stands under Other.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: calendar
    name: Make the calendar
    area: publishing
  - id: comments
    name: Answer the comments
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: calendar
    name: Make the calendar
    area: publishing
  - id: comments
    name: Answer the comments
    area: community
",
    ),
};

pub(super) const UNCITED_SOURCE: Explanation = Explanation {
    meaning: "registry.yaml lists a source, and no role, task or size cites it.",
    why: "Either a claim lost its source, or the source is no longer needed.",
    bad: Registry(
        "\
version: 1
sources:
  handbook: {title: Our handbook}
",
    ),
    good: Registry("version: 1\n"),
};

pub(super) const HASH_IN_TEXT: Explanation = Explanation {
    meaning: "A text is followed by a space and a word with a # in front. To YAML that word begins \
        a comment: it does not belong to the text, and neither does what stands behind it.",
    why: "Half of a sentence would be missing from every report, and nobody would notice. A text \
        with a hashtag stands in quotes.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: throwback
    name: Choose the #ThrowbackThursday pictures
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: throwback
    name: \"Choose the #ThrowbackThursday pictures\"
",
    ),
};

pub(super) const ZERO_WIDTH_CHARACTER: Explanation = Explanation {
    meaning: "A text holds a character that nobody sees. It often comes along when text is \
        copied from a web page.",
    why: "Two texts that look the same would not be the same, and a search would miss one of them.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: comments
    name: \"Answer the com\\u200bments\"
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: comments
    name: Answer the comments
",
    ),
};
