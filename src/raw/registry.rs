//! The keys of `registry.yaml`. A list that is left out is `None`: the shipped one stands in for it.
#![expect(missing_docs, reason = "each field is the key of its name")]

use super::decoder::{Decoder, Fields, RawText, Word};
use super::keys;
use super::node::{Node, Value};
use crate::source::Span;

/// `registry.yaml` as written.
#[derive(Debug, Default)]
pub struct RawHead<'a> {
    pub version: Option<Word<'a>>,
    pub languages: Option<Vec<Word<'a>>>,
    pub sources: Option<Vec<RawSource<'a>>>,
    pub areas: Option<Vec<RawArea<'a>>>,
    pub sizes: Option<Vec<RawSize<'a>>>,
    pub allow: Vec<Word<'a>>,
    /// The keys whose lists are no lists, or stand under a misspelt key: nobody can say what is missing from them.
    pub unsure: Vec<&'static str>,
}

impl RawHead<'_> {
    /// Whether no list is left out, so that the shipped ones are not needed.
    pub fn is_complete(&self) -> bool {
        self.languages.is_some()
            && self.sources.is_some()
            && self.areas.is_some()
            && self.sizes.is_some()
    }
}

/// A source as written; its id is its key.
#[derive(Debug)]
pub struct RawSource<'a> {
    pub id: Word<'a>,
    pub title: Option<RawText<'a>>,
    pub languages: Vec<Word<'a>>,
    pub url: Option<Word<'a>>,
}

/// An area as written.
#[derive(Debug)]
pub struct RawArea<'a> {
    pub id: Option<Word<'a>>,
    pub name: Option<RawText<'a>>,
}

/// A company size as written.
#[derive(Debug)]
pub struct RawSize<'a> {
    pub place: Span,
    pub id: Option<Word<'a>>,
    pub name: Option<RawText<'a>>,
    pub min: Option<Word<'a>>,
    pub max: Option<Word<'a>>,
    pub has_employees: bool,
    pub staffing: Option<Word<'a>>,
    pub holder: Option<RawText<'a>>,
    pub holder_place: Option<Span>,
    pub positions: Option<(Span, Vec<RawPosition<'a>>)>,
    /// Whether these are all its positions: none may stand under an unknown key.
    pub positions_known: bool,
    pub sources: Vec<Word<'a>>,
}

/// A position as written.
#[derive(Debug)]
pub struct RawPosition<'a> {
    pub id: Option<Word<'a>>,
    pub name: Option<RawText<'a>>,
    pub roles: Vec<Word<'a>>,
}

pub fn decode<'a>(decoder: &mut Decoder<'a>, tree: &Node<'a>) -> Option<RawHead<'a>> {
    let fields = decoder.fields(tree, "registry.yaml", &keys::HEAD)?;
    let version = decoder.required(&fields, "version", "1");
    // A key with nothing behind it is a list that is left out.
    let listed = |key: &str| {
        let has_value = |node: &&Node| !matches!(node.value, Value::Null);
        fields.get(key).filter(has_value)
    };
    let languages =
        listed("languages").map(|node| decoder.listed_words(Some(node), "languages such as `en`"));
    let sources = listed("sources").map(|node| sources(decoder, node));
    let areas = listed("areas").map(|node| decoder.list(node, "areas", area));
    let sizes = listed("sizes")
        .map(|node| decoder.list(node, "company sizes", |decoder, node| Some(size(decoder, node))));
    let wrong = [
        ("languages", matches!(languages, Some(None))),
        ("sources", matches!(sources, Some(None))),
        ("areas", matches!(areas, Some(None))),
        ("sizes", !sizes_known(sizes.as_ref())),
    ];
    let is_wrong = |key: &str| wrong.iter().any(|&(name, wrong)| wrong && name == key);
    let is_unsure = |key: &&str| is_wrong(key) || fields.misspelt.contains(key);
    let unsure = keys::HEAD.into_iter().filter(is_unsure).collect();
    Some(RawHead {
        version: version.and_then(|node| decoder.number(node, "the version 1")),
        languages: languages.flatten(),
        sources: sources.flatten(),
        areas: areas.flatten(),
        sizes: sizes.flatten().map(|sizes| sizes.into_iter().flatten().collect()),
        allow: decoder.words(fields.get("allow"), "problem codes"),
        unsure,
    })
}

/// Whether these are all sizes, each with all of its positions.
fn sizes_known(sizes: Option<&Option<Vec<Option<RawSize>>>>) -> bool {
    let is_known = |size: &Option<RawSize>| size.as_ref().is_some_and(|size| size.positions_known);
    sizes.is_none_or(|sizes| sizes.as_ref().is_some_and(|sizes| sizes.iter().all(is_known)))
}

fn sources<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<Vec<RawSource<'a>>> {
    let entries = decoder.entries(node, "the sources")?;
    let mut sources = Vec::with_capacity(entries.len());
    for (name, span, node) in entries {
        let fields = decoder.fields(node, "a source", &keys::SOURCE);
        let get = |key: &str| fields.as_ref().and_then(|fields| fields.get(key));
        let title = fields
            .as_ref()
            .and_then(|fields| decoder.required(fields, "title", "What it is called"));
        sources.push(RawSource {
            id: Word { span, value: name.to_owned().into() },
            title: title.and_then(|node| decoder.text(node)),
            languages: decoder.words(get("languages"), "languages such as `en`"),
            url: get("url").and_then(|node| decoder.word(node, "an address on the web")),
        });
    }
    Some(sources)
}

fn area<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawArea<'a>> {
    let fields = decoder.fields(node, "an area", &keys::AREA)?;
    let (id, name) = id_and_name(decoder, &fields, "publishing", "Publishing");
    Some(RawArea { id, name })
}

fn size<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawSize<'a>> {
    let fields = decoder.fields(node, "a company size", &keys::SIZE)?;
    let (id, name) = id_and_name(decoder, &fields, "agency", "Agency");
    let staffing = decoder.required(&fields, "staffing", "one-person");
    let employees = fields
        .get("employees")
        .and_then(|node| decoder.fields(node, "`employees`", &keys::EMPLOYEES));
    let mut bound = |key| {
        employees
            .as_ref()
            .and_then(|fields| fields.get(key))
            .and_then(|node| decoder.number(node, "a number of employees"))
    };
    let (min, max) = (bound("min"), bound("max"));
    // A bound that cannot be read, or stands under another key, would make the size reach too far.
    let has_employees = employees.as_ref().is_some_and(|fields| {
        let is_read = |key, read: bool| read || fields.get(key).is_none();
        !fields.has_unknown && is_read("min", min.is_some()) && is_read("max", max.is_some())
    });
    let positions = fields.get("positions").map(|node| {
        let read = |decoder: &mut Decoder<'a>, node: &Node<'a>| Some(position(decoder, node));
        (decoder.span(node), decoder.list(node, "positions", read))
    });
    let all_read = positions.as_ref().is_none_or(|(_, listed)| {
        let is_read = |position: &Option<RawPosition>| {
            position.as_ref().is_some_and(|position| position.id.is_some())
        };
        listed.as_ref().is_some_and(|listed| listed.iter().all(is_read))
    });
    Some(RawSize {
        place: fields.place,
        id,
        name,
        min,
        max,
        has_employees,
        staffing: staffing
            .and_then(|node| decoder.word(node, "`one-person`, `one-per-role` or `custom`")),
        holder: fields.get("holder").and_then(|node| decoder.text(node)),
        holder_place: fields.get("holder").map(|node| decoder.span(node)),
        positions: positions.map(|(place, listed)| {
            let listed = listed.into_iter().flatten().flatten();
            (place, listed.collect())
        }),
        positions_known: all_read && !fields.has_unknown,
        sources: decoder.words(fields.get("sources"), "source ids"),
    })
}

fn position<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawPosition<'a>> {
    let fields = decoder.fields(node, "a position", &keys::POSITION)?;
    let (id, name) = id_and_name(decoder, &fields, "lead", "Team lead");
    let roles = decoder.required(&fields, "roles", "[social-media-manager]");
    Some(RawPosition { id, name, roles: decoder.words(roles, "role ids") })
}

fn id_and_name<'a>(
    decoder: &mut Decoder<'a>,
    fields: &Fields<'_, 'a>,
    id: &str,
    name: &str,
) -> (Option<Word<'a>>, Option<RawText<'a>>) {
    let (id, name) = (decoder.required(fields, "id", id), decoder.required(fields, "name", name));
    (id.and_then(|node| decoder.word(node, "an id")), name.and_then(|node| decoder.text(node)))
}
