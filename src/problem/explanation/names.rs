//! Ids and other names: how they are written, and what they have to lead to.

use super::Example::{Command, Registry, Role, Team};
use super::Explanation;

pub(super) const DUPLICATE_ID: Explanation = Explanation {
    meaning: "Two things of one kind have the same id: two tasks of a role, two areas, \
        two company sizes, two people of a team, or two files for one role.",
    why: "Whoever refers to the id could mean either of them. Give one of them another id, or \
        remove it if it is the same thing twice.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer
    name: Answer the comments
  - id: answer
    name: Answer the private messages
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
  - id: answer-messages
    name: Answer the private messages
",
    ),
};

pub(super) const INVALID_ID: Explanation = Explanation {
    meaning: "An id holds something other than lower-case letters from a to z, digits and single \
        hyphens. It is the short name that other files and commands use.",
    why: "Ids are typed in commands and stand in other files. Spaces, capitals and accents are \
        easily typed in two ways. The name may hold whatever you like.",
    bad: Role(
        "\
name: Social media manager
tasks:
  - id: Crisis Plan
    name: Prepare the crisis plan
",
    ),
    good: Role(
        "\
name: Social media manager
tasks:
  - id: crisis-plan
    name: Prepare the crisis plan
",
    ),
};

pub(super) const UNKNOWN_ROLE: Explanation = Explanation {
    meaning: "A role is named that the registry does not have. A role's id is the name of its \
        file without the ending: `roles/role.yaml` is the role `role`.",
    why: "Who reports to whom, and who answers for what, would lead nowhere. Look for a slip of \
        the keyboard, or for a file that was renamed.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    accountable: rolle
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    accountable: role
",
    ),
};

pub(super) const UNKNOWN_TASK: Explanation = Explanation {
    meaning: "A task is named that does not exist. A task of the same role is named by its id; \
        for one of another role write the role's id, a slash and the task's id.",
    why: "A task that waits for nothing real, or hands its result to nobody, leaves a gap in the \
        plan that no report could show.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: calendar
    name: Plan the posts of the month
  - id: publish
    name: Publish the posts
    after: [calender]
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: calendar
    name: Plan the posts of the month
  - id: publish
    name: Publish the posts
    after: [calendar]
",
    ),
};

pub(super) const UNKNOWN_AREA: Explanation = Explanation {
    meaning: "The task names an area that the registry does not have. Areas are listed under \
        `areas` in `registry.yaml`; without such a list they are those that come with the program.",
    why: "Areas line up the tasks of different roles side by side. A task in an area of its own \
        would stand beside nothing.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: publish
    name: Publish the posts
    area: publising
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: publish
    name: Publish the posts
    area: publishing
",
    ),
};

pub(super) const UNKNOWN_SOURCE: Explanation = Explanation {
    meaning: "The source is not listed under `sources` in `registry.yaml`. It says where a \
        statement comes from; without such a list the sources are those that come with the program.",
    why: "A reader who wants to look it up would find no title and no address.",
    bad: Role(
        "\
name: Community manager
sources: [ecso]
tasks:
  - id: answer-comments
    name: Answer the comments
",
    ),
    good: Role(
        "\
name: Community manager
sources: [esco]
tasks:
  - id: answer-comments
    name: Answer the comments
",
    ),
};

pub(super) const UNKNOWN_SIZE: Explanation = Explanation {
    meaning: "The command names a company size that the registry does not have. The message lists \
        those that there are.",
    why: "Who does which task depends on the company's size. A guess could give the work to the \
        wrong people.",
    bad: Command("roles assign --size smee"),
    good: Command("roles assign --size sme"),
};

pub(super) const UNKNOWN_POSITION: Explanation = Explanation {
    meaning: "A person is given a position that no company size has. Positions are those that \
        `registry.yaml` lists for a size, the roles where each role is a position, and \
        `one-person` where one person holds all.",
    why: "The person would be left without any task. Write one of the positions that the message \
        names, or `roles` and a list of roles.",
    bad: Team(
        "\
people:
  - {name: Ana, position: rolle}
",
    ),
    good: Team(
        "\
people:
  - {name: Ana, position: role}
",
    ),
};

pub(super) const UNKNOWN_PERSON: Explanation = Explanation {
    meaning: "The command or a pin in `team.yaml` speaks of a person whom nobody named. People \
        are known by the names in that file, or by those that `--to` gives them, spelt the same \
        way.",
    why: "The answer would be an empty list, as if the person had nothing to do.",
    bad: Command("roles assign --large --to Ana --person Anna"),
    good: Command("roles assign --large --to Ana --person Ana"),
};

pub(super) const UNKNOWN_LANGUAGE: Explanation = Explanation {
    meaning: "A text is in a language that `registry.yaml` does not list, or the language is not \
        written as a tag such as `en`, `fr` or `pt-BR`.",
    why: "Nobody would be shown the text if its language is misspelt. Correct it, or add the \
        language to `languages`.",
    bad: Registry(
        "\
version: 1
languages: [en]
areas:
  - id: publishing
    name: {en: Publishing, es: Publicación}
",
    ),
    good: Registry(
        "\
version: 1
languages: [en, es]
areas:
  - id: publishing
    name: {en: Publishing, es: Publicación}
",
    ),
};
