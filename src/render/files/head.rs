//! `registry.yaml` with the areas and sources that roles need.

use super::list::{Entry, with_entries};
use super::scalar::{in_flow, list, plain};
use super::transfer::Transfer;
use crate::model::{Area, AreaIx, Language, Source, SourceIx};
use std::collections::BTreeSet;

impl Transfer<'_> {
    /// `registry.yaml` with what the roles need; nothing if all of it is there already.
    pub fn head_file(&self, old: &str) -> Option<String> {
        let (areas, sources) = (self.areas(), self.sources());
        if areas.is_empty() && sources.is_empty() {
            return None;
        }
        let mut text = old.to_owned();
        for (key, entries) in [("areas", areas), ("sources", sources)] {
            if !entries.is_empty() {
                text = with_entries(&text, key, &entries);
            }
        }
        Some(text)
    }

    /// The areas to write: those of the roles that are not there. Where the registry has no list of its own, the new list
    /// replaces the shipped one, so it has all of that too.
    fn areas(&self) -> Vec<Entry> {
        let tasks = self.roles.iter().flat_map(|&role| &self.from.role(role).tasks);
        let used: BTreeSet<AreaIx> = tasks.filter_map(|task| task.area).collect();
        let is_there = |area: &Area| self.to.area_by_id(area.id.as_str()).is_some();
        let is_new = |&&area: &&AreaIx| !is_there(self.from.area(area));
        if used.iter().filter(is_new).count() == 0 {
            return Vec::new();
        }
        let all = self.from.areas().iter().enumerate();
        let wanted = all.filter(|(number, area)| {
            let is_kept = is_there(area) && !self.to.own().areas;
            is_kept || (!is_there(area) && used.contains(&AreaIx::at(*number)))
        });
        wanted.map(|(_, area)| self.area(area)).collect()
    }

    /// The sources to write, by the same rule; but of the shipped ones only those that something cites.
    fn sources(&self) -> Vec<Entry> {
        let mut used: BTreeSet<SourceIx> = BTreeSet::new();
        for role in self.roles.iter().map(|&role| self.from.role(role)) {
            used.extend(role.tasks.iter().flat_map(|task| &task.sources).chain(&role.sources));
        }
        let there: Vec<&str> = self.to.sources().iter().map(|source| source.id.as_str()).collect();
        let is_there = |source: &Source| there.contains(&source.id.as_str());
        if used.iter().all(|&source| is_there(self.from.source(source))) {
            return Vec::new();
        }
        let cited = self.to.cited();
        let cited: Vec<&str> =
            cited.into_iter().map(|source| self.to.source(source).id.as_str()).collect();
        let is_cited = |source: &Source| cited.contains(&source.id.as_str());
        let all = self.from.sources().iter().enumerate();
        let wanted = all.filter(|(number, source)| {
            let is_listed = is_there(source) && self.to.own().sources;
            !is_listed && (used.contains(&SourceIx::at(*number)) || is_cited(source))
        });
        wanted.map(|(_, source)| self.source(source)).collect()
    }

    /// An area, as an item of its list.
    pub fn area(&self, area: &Area) -> Entry {
        let (id, name) = (plain(area.id.as_str()), self.in_one_line(&area.name));
        let flow = format!("{{id: {id}, name: {name}}}");
        Entry { block: vec![format!("- {flow}")], flow }
    }

    /// A source, as an entry of its map.
    pub fn source(&self, source: &Source) -> Entry {
        let (id, title) = (plain(source.id.as_str()), source.title.pick(&self.first));
        let languages: Vec<&str> = source.languages.iter().map(Language::as_str).collect();
        let languages = (!languages.is_empty()).then(|| format!("languages: {}", list(&languages)));
        let url = source.url.as_deref();
        let below = [
            Some(format!("title: {}", plain(title))),
            languages.clone(),
            url.map(|url| format!("url: {}", plain(url))),
        ];
        let flow = [
            Some(format!("title: {}", in_flow(title))),
            languages,
            url.map(|url| format!("url: {}", in_flow(url))),
        ];
        let below = below.into_iter().flatten().map(|line| format!("  {line}"));
        let flow: Vec<String> = flow.into_iter().flatten().collect();
        Entry {
            block: [format!("{id}:")].into_iter().chain(below).collect(),
            flow: format!("{id}: {{{}}}", flow.join(", ")),
        }
    }
}
