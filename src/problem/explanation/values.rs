//! Keys and their values: what may stand where.

use super::Example::{Role, Said};
use super::Explanation;

pub(super) const UNKNOWN_KEY: Explanation = Explanation {
    meaning: "The key, the word in front of a colon, does not exist here. It is misspelt, or it \
        belongs to another place.",
    why: "What stands under it would be lost without a word. Most often one letter is wrong.",
    bad: Role(
        "\
name: Social media manager
foucs: strategy
tasks:
  - id: crisis-plan
    name: Prepare the crisis plan
",
    ),
    good: Role(
        "\
name: Social media manager
focus: strategy
tasks:
  - id: crisis-plan
    name: Prepare the crisis plan
",
    ),
};

pub(super) const MISSING_KEY: Explanation = Explanation {
    meaning: "Something that has to be there is not there. A role needs a `name`; a task needs \
        an `id` and a `name`.",
    why: "The id is how other tasks refer to it, and the name is what people read. Nearly \
        everything else may be left out.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
",
    ),
};

pub(super) const WRONG_TYPE: Explanation = Explanation {
    meaning: "The value has the wrong shape: a single text where a list belongs, a text where \
        a number belongs, or the like.",
    why: "We could only guess what was meant. A list stands in square brackets, or each of its \
        lines begins with a hyphen; a number stands without quotes.",
    bad: Role(
        "\
name: Community manager
also_called: Forum host
tasks:
  - id: answer-comments
    name: Answer the comments
",
    ),
    good: Role(
        "\
name: Community manager
also_called: [Forum host]
tasks:
  - id: answer-comments
    name: Answer the comments
",
    ),
};

pub(super) const INVALID_VALUE: Explanation = Explanation {
    meaning: "The value is outside those that can stand here. A `cadence`, for example, is one of \
        a few fixed words.",
    why: "Reports sort and compare by such values. A word that only one file uses would fit \
        nowhere.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    cadence: every day
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    cadence: daily
",
    ),
};

pub(super) const BLANK_TEXT: Explanation = Explanation {
    meaning: "A text is there, but it has nothing in it that anybody could see.",
    why: "A report would show a gap, and people would think that something got lost. Write \
        the text; if it may be left out, you can remove its key as well.",
    bad: Role(
        "\
name: Community manager
purpose: \"\"
tasks:
  - id: answer-comments
    name: Answer the comments
",
    ),
    good: Role(
        "\
name: Community manager
purpose: Talks with the people who follow us
tasks:
  - id: answer-comments
    name: Answer the comments
",
    ),
};

pub(super) const TEXT_TOO_LONG: Explanation = Explanation {
    meaning: "The text has more than 10,000 characters, which is about four printed pages, or \
        the name of a person has more than 100.",
    why: "Texts stand in tables and on cards, where a few sentences are enough. One this long \
        often means that a quote was opened and closed much further down.",
    bad: Said("A task whose detail is the whole crisis plan, twenty pages of it."),
    good: Said("A task whose detail says in two sentences where the crisis plan lies."),
};

pub(super) const HOURS_OUT_OF_RANGE: Explanation = Explanation {
    meaning: "The hours of a task or of a person are above 0 and at most 168, because a week has 168 hours.",
    why: "Tasks are shared out by their hours. One wrong figure gives somebody far too much or \
        nothing at all; where nobody has an estimate, leave the key out.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    hours_per_week: 200
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    hours_per_week: 20
",
    ),
};

pub(super) const CONTROL_CHARACTER: Explanation = Explanation {
    meaning: "The text holds a character that nobody sees. It steers the screen, or it turns the \
        direction of writing.",
    why: "Such a character can change or hide what people read. It mostly comes along when text \
        is copied from a web page or a chat.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: \"Answer the\\u001b comments\"
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: \"Answer the comments\"
",
    ),
};
