//! The keys of a role file.
#![expect(missing_docs, reason = "each field is the key of its name")]

use super::decoder::{Decoder, RawOtherWords, RawText, Word};
use super::keys;
use super::node::Node;
use crate::normalize::{slug, title};
use crate::problem::shortened;
use crate::source::Span;

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
}

/// A task as written.
#[derive(Debug)]
pub struct RawTask<'a> {
    pub place: Span,
    pub id: Option<Word<'a>>,
    pub name: Option<RawText<'a>>,
    pub detail: Option<RawText<'a>>,
    pub also_called: RawOtherWords<'a>,
    pub area: Option<Word<'a>>,
    pub cadence: Option<Word<'a>>,
    pub hours_per_week: Option<Word<'a>>,
    pub importance: Option<Word<'a>>,
    pub after: Vec<Word<'a>>,
    pub handoffs: Vec<RawHandoff<'a>>,
    pub coordinates_with: Option<Word<'a>>,
    pub accountable: Option<Word<'a>>,
    pub consulted: Vec<Word<'a>>,
    pub informed: Vec<Word<'a>>,
    pub sources: Vec<Word<'a>>,
}

/// A handoff as written.
#[derive(Debug)]
pub struct RawHandoff<'a> {
    pub to: Option<Word<'a>>,
    pub what: Option<RawText<'a>>,
}

pub fn decode<'a>(decoder: &mut Decoder<'a>, tree: &Node<'a>, stem: &str) -> Option<RawRole<'a>> {
    let fields = decoder.fields(tree, "a role", &keys::ROLE)?;
    let name = decoder.required_like(&fields, "name", || title(&shortened(stem)));
    let tasks = fields
        .get("tasks")
        .map(|node| decoder.list(node, "tasks", |decoder, node| Some(task(decoder, node))));
    let listed = tasks.map_or(Some(Vec::new()), |tasks| tasks);
    let whole = listed.as_ref().is_some_and(|tasks| {
        let has_id = |task: &RawTask| task.id.is_some();
        tasks.iter().all(|task| task.as_ref().is_some_and(has_id))
    });
    Some(RawRole {
        place: fields.place,
        name: name.and_then(|node| decoder.text(node)),
        also_called: texts(decoder, fields.get("also_called"), "titles"),
        purpose: fields.get("purpose").and_then(|node| decoder.text(node)),
        focus: fields
            .get("focus")
            .and_then(|node| decoder.word(node, "`strategy` or `operations`")),
        reports_to: fields
            .get("reports_to")
            .and_then(|node| decoder.word(node, "the id of a role")),
        skills: texts(decoder, fields.get("skills"), "skills"),
        measures: texts(decoder, fields.get("measures"), "measures"),
        classification: fields
            .get("classification")
            .map(|node| classification(decoder, node))
            .unwrap_or_default(),
        sources: decoder.words(fields.get("sources"), "source ids"),
        tasks: listed.into_iter().flatten().flatten().collect(),
        tasks_known: whole && !fields.has_unknown,
    })
}

fn texts<'a>(decoder: &mut Decoder<'a>, node: Option<&Node<'a>>, what: &str) -> Vec<RawText<'a>> {
    let texts = node.and_then(|node| decoder.list(node, what, Decoder::text));
    texts.unwrap_or_default()
}

fn classification<'a>(
    decoder: &mut Decoder<'a>,
    node: &Node<'a>,
) -> Vec<(Word<'a>, Vec<Word<'a>>)> {
    let entries = decoder.entries(node, "a classification").unwrap_or_default();
    let scheme = |(name, span, codes): (&str, Span, &Node<'a>)| {
        (Word { span, value: name.to_owned().into() }, decoder.words(Some(codes), "codes"))
    };
    entries.into_iter().map(scheme).collect()
}

fn task<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawTask<'a>> {
    let fields = decoder.fields(node, "a task", &keys::TASK)?;
    let (id, name) = if decoder.missing_both(&fields, ["id", "name"]) {
        (None, None)
    } else {
        let text = |key: &str| fields.get(key).and_then(Node::plain_text);
        let id = || text("name").and_then(slug).unwrap_or_else(|| "answer-comments".to_owned());
        let name = || text("id").map_or_else(|| "Answer the comments".to_owned(), title);
        (decoder.required_like(&fields, "id", id), decoder.required_like(&fields, "name", name))
    };
    let word = |decoder: &mut Decoder<'a>, key: &str, expected: &str| {
        fields.get(key).and_then(|node| decoder.word(node, expected))
    };
    Some(RawTask {
        place: fields.place,
        id: id.and_then(|node| decoder.word(node, "the id of the task")),
        name: name.and_then(|node| decoder.text(node)),
        detail: fields.get("detail").and_then(|node| decoder.text(node)),
        also_called: decoder.other_words(fields.get("also_called"), "other words for the task"),
        area: word(decoder, "area", "the id of an area"),
        cadence: word(decoder, "cadence", "a cadence such as `weekly`"),
        hours_per_week: fields
            .get("hours_per_week")
            .and_then(|node| decoder.number(node, "a number of hours a week")),
        importance: word(decoder, "importance", "`core` or `supplemental`"),
        after: decoder.words(fields.get("after"), "task ids"),
        handoffs: fields
            .get("handoffs")
            .map(|node| decoder.list(node, "handoffs", handoff).unwrap_or_default())
            .unwrap_or_default(),
        coordinates_with: word(decoder, "coordinates_with", "the id of a role"),
        accountable: word(decoder, "accountable", "the id of a role"),
        consulted: decoder.words(fields.get("consulted"), "role ids"),
        informed: decoder.words(fields.get("informed"), "role ids"),
        sources: decoder.words(fields.get("sources"), "source ids"),
    })
}

fn handoff<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawHandoff<'a>> {
    let fields = decoder.fields(node, "a handoff", &keys::HANDOFF)?;
    let to = decoder.required(&fields, "to", "social-media-manager/metrics-analysis");
    Some(RawHandoff {
        to: to.and_then(|node| {
            decoder.word(node, "a task such as `social-media-manager/metrics-analysis`")
        }),
        what: fields.get("what").and_then(|node| decoder.text(node)),
    })
}
