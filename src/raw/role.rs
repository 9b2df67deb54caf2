//! The keys of a role file, and other words for tasks, which stand at a task or in `also_called.yaml`.
#![expect(missing_docs, reason = "each field is the key of its name")]

use super::change::RawChange;
use super::decoder::{Decoder, RawText, Word};
use super::keys;
use super::tree::{Node, Value};
use crate::normalize::{slug, title};
use crate::problem::shortened;
use crate::source::Span;
use std::mem;

/// A role as written.
#[derive(Debug)]
pub struct RawRole<'a> {
    pub place: Span,
    pub name: Option<RawText<'a>>,
    pub also_called: Vec<RawText<'a>>,
    pub purpose: Option<RawText<'a>>,
    pub focus: Option<Word<'a>>,
    pub reports_to: Option<Word<'a>>,
    pub skills: Vec<RawText<'a>>,
    pub measures: Vec<RawText<'a>>,
    pub classification: Vec<(Word<'a>, Vec<Word<'a>>)>,
    pub sources: Vec<Word<'a>>,
    pub tasks: Vec<RawTask<'a>>,
    /// Whether these are all its tasks: none is without an id, and none may stand under an unknown key.
    pub tasks_known: bool,
    pub change: Option<Box<RawChange<'a>>>,
}

/// A task as written.
#[derive(Debug)]
pub struct RawTask<'a> {
    pub place: Span,
    pub id: Option<Word<'a>>,
    pub name: Option<RawText<'a>>,
    pub detail: Option<RawText<'a>>,
    pub also_called: Vec<RawOtherWords<'a>>,
    pub area: Option<Word<'a>>,
    pub cadence: Option<Word<'a>>,
    pub on: Vec<Word<'a>>,
    pub hours_per_week: Option<Word<'a>>,
    pub hours_each_time: Option<Word<'a>>,
    pub importance: Option<Word<'a>>,
    pub doers: Option<Word<'a>>,
    pub after: Vec<Word<'a>>,
    pub handoffs: Vec<RawHandoff<'a>>,
    pub coordinates_with: Option<Word<'a>>,
    pub accountable: Option<Word<'a>>,
    pub consulted: Vec<Word<'a>>,
    pub informed: Vec<Word<'a>>,
    pub overlaps: Vec<Word<'a>>,
    pub sources: Vec<Word<'a>>,
    pub change: Option<Box<RawChange<'a>>>,
}

/// A handoff as written.
#[derive(Debug)]
pub struct RawHandoff<'a> {
    pub to: Option<Word<'a>>,
    pub what: Option<RawText<'a>>,
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

/// `also_called.yaml` as written.
#[derive(Debug, Default)]
pub struct RawWords<'a> {
    /// Words that fit every task alike.
    pub every_task: Vec<RawOtherWords<'a>>,
    pub roles: Vec<RawRoleWords<'a>>,
}

/// A role as `also_called.yaml` names it, and other words for its tasks.
#[derive(Debug)]
pub struct RawRoleWords<'a> {
    /// The id of the role.
    pub role: Word<'a>,
    /// The ids of tasks, and the words of each.
    pub tasks: Vec<(Word<'a>, RawOtherWords<'a>)>,
}

pub fn decode<'a>(decoder: &mut Decoder<'a>, tree: &Node<'a>, stem: &str) -> Option<RawRole<'a>> {
    let (fields, change) = decoder.changing_fields(tree, "a role", &keys::ROLE, &[])?;
    let name = decoder.required_if_new(&fields, "name", || title(&shortened(stem)));
    let (tasks, is_whole) = decoder.whole_list(fields.get("tasks"), "tasks", task);
    let tasks = tasks.unwrap_or_default();
    let classification =
        fields.get("classification").and_then(|node| decoder.entries(node, "a classification"));
    let classification = classification.into_iter().flatten();
    Some(RawRole {
        place: fields.place,
        name: decoder.text(name),
        also_called: decoder.texts(fields.get("also_called"), "titles"),
        purpose: decoder.text(fields.get("purpose")),
        focus: decoder.word(fields.get("focus"), "`strategy` or `operations`"),
        reports_to: decoder.word(fields.get("reports_to"), "the id of a role"),
        skills: decoder.texts(fields.get("skills"), "skills"),
        measures: decoder.texts(fields.get("measures"), "measures"),
        classification: classification
            .map(|(scheme, codes)| (scheme, decoder.words(Some(codes), "codes")))
            .collect(),
        sources: decoder.words(fields.get("sources"), "source ids"),
        tasks_known: is_whole && tasks.iter().all(|task| task.id.is_some()) && !fields.has_unknown,
        tasks,
        change,
    })
}

fn task<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawTask<'a>> {
    let (fields, change) = decoder.changing_fields(node, "a task", &keys::TASK, &keys::CHANGE)?;
    let (id, name) = if decoder.missing_both(&fields, ["id", "name"]) {
        (None, None)
    } else {
        let text = |key: &str| fields.get(key).and_then(Node::plain_text);
        let id = || text("name").and_then(slug).unwrap_or_else(|| "answer-comments".to_owned());
        let name = || text("id").map_or_else(|| "Answer the comments".to_owned(), title);
        (decoder.required_like(&fields, "id", id), decoder.required_if_new(&fields, "name", name))
    };
    Some(RawTask {
        place: fields.place,
        id: decoder.word(id, "the id of the task"),
        name: decoder.text(name),
        detail: decoder.text(fields.get("detail")),
        also_called: fields
            .get("also_called")
            .map(|node| other_words(decoder, node))
            .into_iter()
            .collect(),
        area: decoder.word(fields.get("area"), "the id of an area"),
        cadence: decoder.word(fields.get("cadence"), "a cadence such as `weekly`"),
        on: decoder.words(fields.get("on"), "days such as `monday`"),
        hours_per_week: decoder.number(fields.get("hours_per_week"), "a number of hours a week"),
        hours_each_time: decoder.number(fields.get("hours_each_time"), "a number of hours"),
        importance: decoder.word(fields.get("importance"), "`core` or `supplemental`"),
        doers: decoder.word(fields.get("doers"), "`one`, `each` or `shared`"),
        after: decoder.words(fields.get("after"), "task ids"),
        handoffs: decoder.list(fields.get("handoffs"), "handoffs", handoff).unwrap_or_default(),
        coordinates_with: decoder.word(fields.get("coordinates_with"), "the id of a role"),
        accountable: decoder.word(fields.get("accountable"), "the id of a role"),
        consulted: decoder.words(fields.get("consulted"), "role ids"),
        informed: decoder.words(fields.get("informed"), "role ids"),
        overlaps: decoder.words(fields.get("overlaps"), "tasks such as `ROLE/TASK`"),
        sources: decoder.words(fields.get("sources"), "source ids"),
        change,
    })
}

fn handoff<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawHandoff<'a>> {
    let fields = decoder.fields(node, "a handoff", &keys::HANDOFF)?;
    let to = decoder.required(&fields, "to", "designer/first-draft");
    Some(RawHandoff {
        to: decoder.word(to, "a task such as `designer/first-draft`"),
        what: decoder.text(fields.get("what")),
    })
}

/// `also_called.yaml`. Where its keys are ids, one that begins as anybody's own do may still be the id of a role or task:
/// what stands behind it counts if there is one, and is right whatever it is.
pub fn decode_words<'a>(decoder: &mut Decoder<'a>, tree: &Node<'a>) -> Option<RawWords<'a>> {
    let mut words = RawWords::default();
    for (role, node) in decoder.by_id(tree, "also_called.yaml")? {
        if role.value == keys::EVERY_TASK {
            words.every_task.push(other_words(decoder, node));
            continue;
        }
        let tasks = unless_own(decoder, &role, |decoder| {
            // A role with nothing behind it has no words.
            let entries = match node.value {
                Value::Null => Vec::new(),
                _ => decoder.by_id(node, "the tasks of a role").unwrap_or_default(),
            };
            let words = |(task, node)| {
                let words = unless_own(decoder, &task, |decoder| other_words(decoder, node));
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
    if !key.value.starts_with(keys::OWN) {
        return read(decoder);
    }
    let problems = mem::take(&mut decoder.problems);
    let found = read(decoder);
    decoder.problems = problems;
    found
}

fn other_words<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> RawOtherWords<'a> {
    let what = "other words for the task";
    if !matches!(node.value, Value::Map(_)) {
        return RawOtherWords::Texts(decoder.texts(Some(node), what));
    }
    let words = decoder.in_languages(node, what, |decoder, words| {
        let words = decoder.list(Some(words), what, |decoder, word| decoder.scalar(word, "a text"));
        Some(words.unwrap_or_default())
    });
    RawOtherWords::Each(words.into_iter().flatten().flatten().collect())
}
