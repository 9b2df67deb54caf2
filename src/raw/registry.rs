//! The keys of `registry.yaml`. A list that is left out is `None`: the shipped one stands in for it.
#![expect(missing_docs, reason = "each field is the key of its name")]

use super::change::RawChange;
use super::decoder::{Decoder, Fields, RawText, Word};
use super::keys;
use super::tree::Node;
use crate::source::Span;

/// `registry.yaml` as written.
#[derive(Debug, Default)]
pub struct RawHead<'a> {
    pub version: Option<Word<'a>>,
    pub extends: Option<Word<'a>>,
    pub title: Option<RawText<'a>>,
    pub languages: Option<Vec<Word<'a>>>,
    pub sources: Option<Vec<RawSource<'a>>>,
    pub areas: Option<Vec<RawArea<'a>>>,
    pub sizes: Option<Vec<RawSize<'a>>>,
    pub workdays: Option<Vec<Word<'a>>>,
    pub allow: Vec<Word<'a>>,
    /// The keys whose lists are no lists, or stand under a misspelt key: nobody can say what is missing from them.
    pub unsure: Vec<&'static str>,
}

impl<'a> RawHead<'a> {
    /// This one with the areas and sources of another behind its own, and its title if there is none yet.
    #[must_use]
    pub fn and(mut self, other: RawHead<'a>) -> Self {
        self.areas.get_or_insert_default().extend(other.areas.unwrap_or_default());
        self.sources.get_or_insert_default().extend(other.sources.unwrap_or_default());
        self.title = self.title.or(other.title);
        self
    }
}

/// A source as written; its id is its key.
#[derive(Debug)]
pub struct RawSource<'a> {
    pub id: Word<'a>,
    pub title: Option<RawText<'a>>,
    pub languages: Vec<Word<'a>>,
    pub url: Option<Word<'a>>,
    pub change: Option<Box<RawChange<'a>>>,
}

/// An area as written.
#[derive(Debug)]
pub struct RawArea<'a> {
    pub id: Option<Word<'a>>,
    pub name: Option<RawText<'a>>,
    pub change: Option<Box<RawChange<'a>>>,
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
    pub change: Option<Box<RawChange<'a>>>,
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
    let base = "`shipped`, or the folder of another registry";
    let extends = decoder.word(fields.get("extends"), base);
    decoder.is_change = extends.is_some();
    // A key with nothing behind it is a list that is left out.
    let languages = decoder.listed_words(fields.filled("languages"), "languages such as `en`");
    let sources = fields.filled("sources").and_then(|node| sources(decoder, node));
    let areas = decoder.list(fields.filled("areas"), "areas", area);
    let (sizes, is_whole) = decoder.whole_list(fields.filled("sizes"), "company sizes", size);
    let workdays = decoder.listed_words(fields.filled("workdays"), "days such as `monday`");
    let is_read = |key: &str| match key {
        "languages" => languages.is_some(),
        "sources" => sources.is_some(),
        "areas" => areas.is_some(),
        "workdays" => workdays.is_some(),
        "sizes" => is_whole && sizes.iter().flatten().all(|size| size.positions_known),
        _ => true,
    };
    let is_unsure = |key: &&str| {
        (fields.filled(key).is_some() && !is_read(key)) || fields.misspelt.contains(key)
    };
    Some(RawHead {
        version: decoder.number(version, "the version 1"),
        extends,
        title: decoder.text(fields.get("title")),
        unsure: keys::HEAD.into_iter().filter(is_unsure).collect(),
        languages,
        sources,
        areas,
        sizes,
        workdays,
        allow: decoder.words(fields.get("allow"), "problem codes"),
    })
}

fn sources<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<Vec<RawSource<'a>>> {
    let entries = decoder.entries(node, "the sources")?;
    let mut sources = Vec::with_capacity(entries.len());
    for (id, node) in entries {
        let read = decoder.changing_fields(node, "a source", &keys::SOURCE, &[]);
        let (fields, change) = read.unzip();
        let get = |key: &str| fields.as_ref().and_then(|fields| fields.get(key));
        let example = || "What it is called".to_owned();
        let title =
            fields.as_ref().and_then(|fields| decoder.required_if_new(fields, "title", example));
        sources.push(RawSource {
            id,
            change: change.flatten(),
            title: decoder.text(title),
            languages: decoder.words(get("languages"), "languages such as `en`"),
            url: decoder.word(get("url"), "an address on the web"),
        });
    }
    Some(sources)
}

fn area<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawArea<'a>> {
    let (fields, change) = decoder.changing_fields(node, "an area", &keys::AREA, &keys::CHANGE)?;
    let (id, name) = id_and_name(decoder, &fields, ["planning", "Planning"], change.is_some());
    Some(RawArea { id, name, change })
}

fn size<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawSize<'a>> {
    let (fields, change) =
        decoder.changing_fields(node, "a company size", &keys::SIZE, &keys::CHANGE)?;
    let (id, name) = id_and_name(decoder, &fields, ["agency", "Agency"], change.is_some());
    let staffing = decoder.required_if_new(&fields, "staffing", || "one-person".to_owned());
    let employees = fields
        .get("employees")
        .and_then(|node| decoder.fields(node, "`employees`", &keys::EMPLOYEES));
    let bound = |key| employees.as_ref().and_then(|fields| fields.get(key));
    let min = decoder.number(bound("min"), "a number of employees");
    let max = decoder.number(bound("max"), "a number of employees");
    // A bound that cannot be read, or stands under another key, would make the size reach too far.
    let bounds_read =
        min.is_some() == bound("min").is_some() && max.is_some() == bound("max").is_some();
    let place = fields.get("positions").map(|node| decoder.span(node));
    let (positions, is_whole) = decoder.whole_list(fields.get("positions"), "positions", position);
    let positions = positions.unwrap_or_default();
    Some(RawSize {
        place: fields.place,
        id,
        name,
        min,
        max,
        has_employees: employees.is_some_and(|fields| !fields.has_unknown && bounds_read),
        staffing: decoder.word(staffing, "`one-person`, `one-per-role` or `custom`"),
        holder: decoder.text(fields.get("holder")),
        holder_place: fields.get("holder").map(|node| decoder.span(node)),
        positions_known: is_whole
            && positions.iter().all(|position| position.id.is_some())
            && !fields.has_unknown,
        positions: place.map(|place| (place, positions)),
        sources: decoder.words(fields.get("sources"), "source ids"),
        change,
    })
}

fn position<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<RawPosition<'a>> {
    let fields = decoder.fields(node, "a position", &keys::POSITION)?;
    let (id, name) = id_and_name(decoder, &fields, ["lead", "Team lead"], false);
    let roles = decoder.required(&fields, "roles", "[designer]");
    Some(RawPosition { id, name, roles: decoder.words(roles, "role ids") })
}

fn id_and_name<'a>(
    decoder: &mut Decoder<'a>,
    fields: &Fields<'_, 'a>,
    [id, name]: [&str; 2],
    is_change: bool,
) -> (Option<Word<'a>>, Option<RawText<'a>>) {
    let id = decoder.required(fields, "id", id);
    let name = if is_change { fields.get("name") } else { decoder.required(fields, "name", name) };
    (decoder.word(id, "an id"), decoder.text(name))
}
