//! The roles as cards.

use crate::model::{Classification, Role, RoleIx, Text};
use crate::query::RoleRow;
use crate::render::html::HtmlText;
use crate::render::reader::Reader;

/// A role on its card.
pub struct Card {
    pub name: HtmlText,
    pub focus: Option<String>,
    /// Its focus as the stylesheet calls it.
    pub class: &'static str,
    pub purpose: Option<HtmlText>,
    /// What else is known, in words.
    pub facts: Vec<(String, HtmlText)>,
}

impl Card {
    pub fn new(row: &RoleRow, reader: &Reader) -> Self {
        let role = reader.registry.role(row.role);
        Self {
            name: HtmlText::new(&role.name, reader),
            focus: role.focus.map(|focus| reader.focus(focus)),
            class: role.focus.map_or("", crate::model::Focus::as_str),
            purpose: role.purpose.as_ref().map(|purpose| HtmlText::new(purpose, reader)),
            facts: facts(row, role, reader),
        }
    }
}

fn facts(row: &RoleRow, role: &Role, reader: &Reader) -> Vec<(String, HtmlText)> {
    let words = &reader.words;
    let mut facts = Vec::new();
    let mut add = |id: &str, value: Option<HtmlText>| {
        facts.extend(value.map(|value| (words.word(id), value)));
    };
    let above = role.reports_to.map(|above: RoleIx| &reader.registry.role(above).name);
    let nobody = || HtmlText::plain(words.word("nobody-above"));
    let above = above.map_or_else(nobody, |name| HtmlText::new(name, reader));
    add("reports-to", Some(above));
    let series = |texts: &[Text]| {
        let texts = reader.words_of(texts);
        (!texts.is_empty()).then(|| HtmlText::plain(reader.series(&texts)))
    };
    add("also-called", series(&role.also_called));
    add("skills", series(&role.skills));
    add("measures", series(&role.measures));
    let codes = role.classification.iter().map(Classification::to_string);
    let codes: Vec<String> = codes.collect();
    let codes = (!codes.is_empty()).then(|| HtmlText::plain(reader.series(&codes)));
    add("classification", codes);
    let load = crate::query::Load {
        tasks: row.tasks,
        hours_per_week: row.hours_per_week,
        without_estimate: row.without_estimate,
    };
    add("tasks", Some(HtmlText::plain(reader.load(&load, None))));
    facts
}
