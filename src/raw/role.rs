//! The keys of a role file, and other words for tasks, which stand at a task or in `also_called.yaml`.

use super::decoder::{Decoder, OWN, RawText, Word};
use super::place::{CHANGE, Fields, Keys, Listed, NO_KEYS, Placed, RawChange, place};
use super::tree::{Node, Value};
use crate::source::Span;
use std::mem;

place! {
    RawRole, ROLE of "a role", needs &[("name", "Designer")], changed by &[];
    name: Option<RawText<'a>> = text();
    also_called: Vec<RawText<'a>> = texts("titles");
    purpose: Option<RawText<'a>> = text();
    focus: Option<Word<'a>> = single("`strategy` or `operations`");
    reports_to: Option<Word<'a>> = single("the id of a role");
    skills: Vec<RawText<'a>> = texts("skills");
    measures: Vec<RawText<'a>> = texts("measures");
    classification: Vec<(Word<'a>, Vec<Word<'a>>)> = classification();
    sources: Vec<Word<'a>> = words("source ids");
    tasks: Listed<RawTask<'a>> = listed("tasks");
}

place! {
    RawTask, TASK of "a task",
        needs &[("id", "answer-comments"), ("name", "Answer the comments")], changed by &CHANGE;
    id: Option<Word<'a>> = single("the id of the task");
    name: Option<RawText<'a>> = text();
    detail: Option<RawText<'a>> = text();
    also_called: Vec<RawOtherWords<'a>> = other_words();
    area: Option<Word<'a>> = single("the id of an area");
    cadence: Option<Word<'a>> = single("a cadence such as `weekly`");
    on: Vec<Word<'a>> = words("days such as `monday`");
    hours_per_week: Option<Word<'a>> = number("a number of hours a week");
    hours_each_time: Option<Word<'a>> = number("a number of hours");
    importance: Option<Word<'a>> = single("`core` or `supplemental`");
    doers: Option<Word<'a>> = single("`one`, `each` or `shared`");
    after: Vec<Word<'a>> = words("task ids");
    handoffs: Listed<RawHandoff<'a>> = listed("handoffs");
    coordinates_with: Option<Word<'a>> = single("the id of a role");
    accountable: Option<Word<'a>> = single("the id of a role");
    consulted: Vec<Word<'a>> = words("role ids");
    informed: Vec<Word<'a>> = words("role ids");
    overlaps: Vec<Word<'a>> = words("tasks such as `ROLE/TASK`");
    sources: Vec<Word<'a>> = words("source ids");
}

place! {
    RawHandoff, HANDOFF of "a handoff", needs &[("to", "designer/first-draft")];
    to: Option<Word<'a>> = single("a task such as `designer/first-draft`");
    what: Option<RawText<'a>> = text();
}

impl RawRole<'_> {
    /// Whether these are all its tasks: none is without an id, and none may stand under an unknown key.
    pub fn tasks_known(&self) -> bool {
        let have_ids = self.tasks.items.iter().all(|task| task.id.is_some());
        self.tasks.is_whole && have_ids && !self.has_unknown
    }
}

/// Other words for a task, in either of their two forms. A list for each language needs the fewest values, and languages
/// need not have the same number of words; a list of texts is enough where there is only one language.
#[derive(Debug)]
pub enum RawOtherWords<'a> {
    /// Each is the same in every language, or there once for each.
    Texts(Vec<RawText<'a>>),
    /// Languages, and the words of each.
    Each(Vec<(Word<'a>, Vec<Word<'a>>)>),
}

#[derive(Debug, Default)]
pub struct RawWords<'a> {
    /// Words that fit every task alike.
    pub every_task: Vec<RawOtherWords<'a>>,
    pub roles: Vec<RawRoleWords<'a>>,
}

impl RawWords<'_> {
    /// These with those of another file behind them.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.every_task.extend(other.every_task);
        self.roles.extend(other.roles);
        self
    }
}

/// A role as `also_called.yaml` names it, and other words for its tasks.
#[derive(Debug)]
pub struct RawRoleWords<'a> {
    pub role: Word<'a>,
    /// The ids of tasks, and the words of each.
    pub tasks: Vec<(Word<'a>, RawOtherWords<'a>)>,
}

/// The key of `also_called.yaml` for words that fit every task; its other keys are the ids of roles, which have no
/// underscores.
pub const EVERY_TASK: &str = "every_task";

/// `also_called.yaml`. Where its keys are ids, one that begins as anybody's own do may still be the id of a role or task:
/// what stands behind it counts if there is one, and is right whatever it is.
pub fn decode_words<'a>(decoder: &mut Decoder<'a>, tree: &Node<'a>) -> Option<RawWords<'a>> {
    let mut words = RawWords::default();
    for (role, node) in decoder.by_id(tree, "also_called.yaml")? {
        if role.value == EVERY_TASK {
            words.every_task.push(decoder.words_of(node));
            continue;
        }
        let tasks = unless_own(decoder, &role, |decoder| {
            // A role with nothing behind it has no words.
            let entries = match node.value {
                Value::Null => Vec::new(),
                _ => decoder.by_id(node, "the tasks of a role").unwrap_or_default(),
            };
            let words = |(task, node)| {
                let words = unless_own(decoder, &task, |decoder| decoder.words_of(node));
                (task, words)
            };
            entries.into_iter().map(words).collect()
        });
        words.roles.push(RawRoleWords { role, tasks });
    }
    Some(words)
}

/// Reads what stands behind a key, and forgets what is wrong with it if the key may be anybody's own.
fn unless_own<'a, T>(
    decoder: &mut Decoder<'a>,
    key: &Word<'a>,
    read: impl FnOnce(&mut Decoder<'a>) -> T,
) -> T {
    if !key.value.starts_with(OWN) {
        return read(decoder);
    }
    let problems = mem::take(&mut decoder.problems);
    let found = read(decoder);
    decoder.problems = problems;
    found
}

impl<'a> Decoder<'a> {
    fn other_words(&mut self, node: Option<&Node<'a>>) -> Vec<RawOtherWords<'a>> {
        node.map(|node| self.words_of(node)).into_iter().collect()
    }

    fn words_of(&mut self, node: &Node<'a>) -> RawOtherWords<'a> {
        let what = "other words for the task";
        if !matches!(node.value, Value::Map(_)) {
            return RawOtherWords::Texts(self.texts(Some(node), what));
        }
        let words = self.in_languages(node, what, |decoder, words| {
            let words =
                decoder.list(Some(words), what, |decoder, word| decoder.scalar(word, "a text"));
            Some(words.unwrap_or_default())
        });
        RawOtherWords::Each(words.into_iter().flatten().flatten().collect())
    }

    /// The schemes of classifications, each with its codes.
    fn classification(&mut self, node: Option<&Node<'a>>) -> Vec<(Word<'a>, Vec<Word<'a>>)> {
        let entries = node.and_then(|node| self.entries(node, "a classification"));
        let entries = entries.into_iter().flatten();
        entries.map(|(scheme, codes)| (scheme, self.words(Some(codes), "codes"))).collect()
    }
}
