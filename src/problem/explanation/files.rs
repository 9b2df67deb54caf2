//! Whole files: what cannot be read, and what is no single document.

use super::Example::{Role, Said};
use super::Explanation;

pub(super) const TOO_LONG: Explanation = Explanation {
    meaning: "The file has more than 1 MiB, which is about a million letters, or more than \
        100,000 keys and values.",
    why: "That is more than all the tasks of one role could fill. Most often it is another \
        kind of file that came into the folder by accident.",
    bad: Said("A year of exported comments, 40 MiB, saved as roles/comments.yaml."),
    good: Said("The export lies in a folder of its own; roles/ holds the roles only."),
};

pub(super) const NOT_UTF_8: Explanation = Explanation {
    meaning: "The file is saved in another encoding than UTF-8. An encoding says how letters are \
        stored; UTF-8 is the usual one, and it knows the letters of all languages.",
    why: "Accents and other letters would come out as wrong signs. Nearly every editor can save \
        a file again as UTF-8.",
    bad: Said("A role with the name 'Réseaux sociaux', saved by an old editor as Latin-1."),
    good: Said("The same role, saved again with the encoding UTF-8."),
};

pub(super) const SEVERAL_DOCUMENTS: Explanation = Explanation {
    meaning: "A line `---` begins a second document in the file. Each file of a registry holds one.",
    why: "The file's name is the role's id, so a file can hold one role only. A second role would \
        have no id.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: answer-comments
    name: Answer the comments
---
name: Social media manager
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

pub(super) const EMPTY: Explanation = Explanation {
    meaning: "The file holds nothing, or nothing but comments.",
    why: "A role needs a name at least. An empty file is often one that was begun and forgotten, \
        or that did not save well.",
    bad: Role("# The crisis manager: to be written\n"),
    good: Role(
        "\
# The crisis manager: more to be written
name: Crisis manager
tasks:
  - id: crisis-plan
    name: Prepare the crisis plan
",
    ),
};

pub(super) const UNREADABLE: Explanation = Explanation {
    meaning: "The system does not let us read the file, or the link in its place leads nowhere.",
    why: "A role would be missing, and with it everything that other roles say about it. Give \
        yourself the right to read the file, mend the link, or move it out of the folder.",
    bad: Said("roles/community-manager.yaml belongs to a colleague, and only they may open it."),
    good: Said("Everybody who uses the registry may read roles/community-manager.yaml."),
};

pub(super) const LINK_OUTSIDE: Explanation = Explanation {
    meaning: "The file is a link, and it leads to a place outside the registry's folder.",
    why: "A message about a problem shows lines of the file. With such a link it could show \
        a file that nobody meant to share.",
    bad: Said("roles/community-manager.yaml is a link to a file in somebody's private folder."),
    good: Said("The file itself lies in roles/."),
};
