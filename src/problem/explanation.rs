//! What each problem means, for somebody who sees YAML for the first time: read from the pages in `docs/problems`, which
//! can be read on their own as well. Tests hold the shape of the pages and run every example.

use super::code::Code;

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

impl Code {
    /// What the code means, with a bad and a good example.
    pub fn explanation(self) -> Explanation {
        Explanation::of_page(self.page())
    }
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
