//! The keys of `registry.yaml`. A list that is left out is `None`: the shipped one stands in for it.

use super::decoder::{Decoder, Located, RawText, Word};
use super::place::{CHANGE, Fields, Keys, Listed, NO_KEYS, Placed, RawChange, place};
use super::tree::Node;
use crate::source::Span;

#[derive(Debug, Default)]
pub struct RawHead<'a> {
    pub version: Option<Word<'a>>,
    pub extends: Option<Word<'a>>,
    pub title: Option<RawText<'a>>,
    pub languages: Option<Vec<Word<'a>>>,
    pub sources: Option<Vec<Sourced<'a>>>,
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

/// The id of a source, which is its key, and what stands behind it unless that is no map.
pub type Sourced<'a> = (Word<'a>, Option<RawSource<'a>>);

place! {
    RawSource, SOURCE of "a source", needs &[("title", "What it is called")], changed by &[];
    title: Option<RawText<'a>> = text();
    languages: Vec<Word<'a>> = words("languages such as `en`");
    url: Option<Word<'a>> = single("an address on the web");
}

place! {
    RawArea, AREA of "an area",
        needs &[("id", "planning"), ("name", "Planning")], changed by &CHANGE;
    id: Option<Word<'a>> = single("an id");
    name: Option<RawText<'a>> = text();
}

place! {
    RawSize, SIZE of "a company size",
        needs &[("id", "agency"), ("name", "Agency"), ("staffing", "one-person")], changed by &CHANGE;
    id: Option<Word<'a>> = single("an id");
    name: Option<RawText<'a>> = text();
    employees: Option<[Option<Word<'a>>; 2]> = employees();
    staffing: Option<Word<'a>> = single("`one-person`, `one-per-role` or `custom`");
    holder: Option<Located<Option<RawText<'a>>>> = holder();
    positions: Listed<RawPosition<'a>> = listed("positions");
    sources: Vec<Word<'a>> = words("source ids");
}

place! {
    RawPosition, POSITION of "a position",
        needs &[("id", "lead"), ("name", "Team lead"), ("roles", "[designer]")];
    id: Option<Word<'a>> = single("an id");
    name: Option<RawText<'a>> = text();
    roles: Vec<Word<'a>> = words("role ids");
}

impl RawSize<'_> {
    /// Whether these are all its positions: none is without an id, and none may stand under an unknown key.
    fn positions_known(&self) -> bool {
        let have_ids = self.positions.items.iter().all(|position| position.id.is_some());
        self.positions.is_whole && have_ids && !self.has_unknown
    }
}

pub const HEAD: Keys = Keys {
    what: "registry.yaml",
    all: &[
        "version", "extends", "title", "languages", "sources", "areas", "sizes", "workdays",
        "allow",
    ],
    needed: &[("version", "1")],
    ..NO_KEYS
};

pub const EMPLOYEES: Keys = Keys { what: "`employees`", all: &["min", "max"], ..NO_KEYS };

pub fn decode<'a>(decoder: &mut Decoder<'a>, tree: &Node<'a>) -> Option<RawHead<'a>> {
    let fields = decoder.fields(tree, &HEAD)?;
    let base = "`shipped`, or the folder of another registry";
    let extends = decoder.single(fields.get("extends"), base);
    decoder.is_change = extends.is_some();
    // A key with nothing behind it is a list that is left out.
    let languages = decoder.listed_words(fields.filled("languages"), "languages such as `en`");
    let sources = fields.filled("sources").and_then(|node| sources(decoder, node));
    let areas = decoder.list(fields.filled("areas"), "areas", RawArea::read);
    let sizes = fields.filled("sizes");
    let (sizes, is_whole) = decoder.whole_list(sizes, "company sizes", RawSize::read);
    let workdays = decoder.listed_words(fields.filled("workdays"), "days such as `monday`");
    let is_read = |key: &str| match key {
        "languages" => languages.is_some(),
        "sources" => sources.is_some(),
        "areas" => areas.is_some(),
        "workdays" => workdays.is_some(),
        "sizes" => is_whole && sizes.iter().flatten().all(RawSize::positions_known),
        _ => true,
    };
    let is_unsure = |key: &&str| {
        (fields.filled(key).is_some() && !is_read(key)) || fields.misspelt.contains(key)
    };
    Some(RawHead {
        version: decoder.number(fields.get("version"), "the version 1"),
        extends,
        title: decoder.text(fields.get("title")),
        unsure: HEAD.iter().copied().filter(is_unsure).collect(),
        languages,
        sources,
        areas,
        sizes,
        workdays,
        allow: decoder.words(fields.get("allow"), "problem codes"),
    })
}

fn sources<'a>(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<Vec<Sourced<'a>>> {
    let entries = decoder.entries(node, "the sources")?.into_iter();
    Some(entries.map(|(id, node)| (id, RawSource::read(decoder, node))).collect())
}

impl<'a> Decoder<'a> {
    /// Both ends of a range. One that cannot be read, or stands under another key, would make the size reach too far.
    fn employees(&mut self, node: Option<&Node<'a>>) -> Option<[Option<Word<'a>>; 2]> {
        let fields = self.fields(node?, &EMPLOYEES)?;
        let bounds = ["min", "max"].map(|key| {
            let node = fields.get(key);
            let bound = self.number(node, "a number of employees");
            (bound.is_some() == node.is_some()).then_some(bound)
        });
        let [min, max] = bounds;
        (!fields.has_unknown).then_some([min?, max?])
    }

    /// A text, if there is one, and where it stands.
    fn holder(&mut self, node: Option<&Node<'a>>) -> Option<Located<Option<RawText<'a>>>> {
        node.map(|node| Located { span: self.span(node), value: self.text(Some(node)) })
    }
}
