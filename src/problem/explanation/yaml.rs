//! The writing itself: what is no YAML, and what YAML could do and a registry does not need.

use super::Example::Role;
use super::Explanation;

pub(super) const SYNTAX: Explanation = Explanation {
    meaning: "The file breaks the rules of YAML, the way of writing that all files of a registry \
        share. Often it is a colon inside a text, a tab, or a line that begins too far left or right.",
    why: "From this place on, nobody can tell what belongs to what. The rest of the file is not \
        read until the place is mended.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: comments
    name: Comments: answer them all
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: comments
    name: \"Comments: answer them all\"
",
    ),
};

pub(super) const TAG: Explanation = Explanation {
    meaning: "A word that begins with an exclamation mark stands in front of a value. \
        YAML takes such a word for a tag, which is an order to read the value in a special way.",
    why: "A registry has no special ways to read a value, so the word would be lost without \
        a trace. Remove it, or put the whole text into quotes if it is part of the text.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: !important Answer the comments
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

pub(super) const ALIAS: Explanation = Explanation {
    meaning: "A value begins with a star, which YAML takes for an alias. An alias fetches a value \
        from another place in the file. A text that is to begin with a star, as in `*new*`, stands \
        in quotes.",
    why: "In a registry each value stands where it is needed. So a person can read one task and \
        change it, and no other task changes with it.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    cadence: &often daily
  - id: answer-messages
    name: Answer the private messages
    cadence: *often
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    cadence: daily
  - id: answer-messages
    name: Answer the private messages
    cadence: daily
",
    ),
};

pub(super) const MERGE_KEY: Explanation = Explanation {
    meaning: "The key `<<` stands here, which pours the keys of another place into this one.",
    why: "Programs do not agree on what it does when both places have the same key. \
        Written out, the keys mean the same to everybody.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    <<: {cadence: daily}
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

pub(super) const NESTING_TOO_DEEP: Explanation = Explanation {
    meaning: "Lists and maps stand inside one another, more than 24 deep.",
    why: "A registry needs seven levels at most. Deeper ones come from a slip of the keyboard, or \
        from somebody who wants to keep the program busy.",
    bad: Role(
        "\
name: Community manager
also_called: [[[[[[[[[[[[[[[[[[[[[[[[[[Forum host]]]]]]]]]]]]]]]]]]]]]]]]]]
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

pub(super) const DUPLICATE_KEY: Explanation = Explanation {
    meaning: "The same key stands twice in one place. It can have only one value there.",
    why: "One of the two values would be lost, and nobody could say which one was meant.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
    cadence: daily
    cadence: weekly
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
