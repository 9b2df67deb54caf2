//! `registry.yaml` with the areas and sources that roles need.

use super::list::{Entry, with_lists};
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
        Some(with_lists(old, &[("areas", areas), ("sources", sources)]))
    }

    /// The areas to write: those of the roles that are not there. Where the registry has no list of its own, the new list
    /// replaces the shipped one, so it has all of that too.
    fn areas(&self) -> Vec<Entry> {
        let tasks = self.roles.iter().flat_map(|&role| &self.from.role(role).tasks);
        let used: BTreeSet<AreaIx> = tasks.filter_map(|task| task.area).collect();
        let is_there = |area: &Area| self.to.area_by_id(area.id.as_str()).is_some();
        if used.iter().all(|&area| is_there(self.from.area(area))) {
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
        let is_there = |source: &Source| self.to.sources().iter().any(|it| it.id == source.id);
        if used.iter().all(|&source| is_there(self.from.source(source))) {
            return Vec::new();
        }
        let cited = self.to.cited();
        let is_cited = |source: &Source| cited.iter().any(|&it| self.to.source(it).id == source.id);
        let all = self.from.sources().iter().enumerate();
        let wanted = all.filter(|(number, source)| {
            let is_listed = is_there(source) && self.to.own().sources;
            !is_listed && (used.contains(&SourceIx::at(*number)) || is_cited(source))
        });
        wanted.map(|(_, source)| self.source(source)).collect()
    }

    pub fn area(&self, area: &Area) -> Entry {
        let (id, name) = (plain(area.id.as_str()), self.in_one_line(&area.name));
        let flow = format!("{{id: {id}, name: {name}}}");
        Entry { block: vec![format!("- {flow}")], flow }
    }

    pub fn source(&self, source: &Source) -> Entry {
        let (id, title) = (plain(source.id.as_str()), source.title.pick(&self.first));
        let languages: Vec<&str> = source.languages.iter().map(Language::as_str).collect();
        let languages = (!languages.is_empty()).then(|| format!("languages: {}", list(&languages)));
        let facts = |written: fn(&str) -> String| -> Vec<String> {
            let title = format!("title: {}", written(title));
            let url = source.url.as_deref().map(|url| format!("url: {}", written(url)));
            [Some(title), languages.clone(), url].into_iter().flatten().collect()
        };
        let below = facts(plain).into_iter().map(|line| format!("  {line}"));
        Entry {
            block: [format!("{id}:")].into_iter().chain(below).collect(),
            flow: format!("{id}: {{{}}}", facts(in_flow).join(", ")),
        }
    }
}
