//! Roles on their way from one registry into another: which languages and links come along.

use super::scalar::{in_flow, plain};
use crate::model::{Language, LanguageIx, Preference, Registry, RoleIx, Task, TaskRef, Text};
use std::collections::BTreeSet;

pub struct Transfer<'r> {
    pub from: &'r Registry,
    pub to: &'r Registry,
    /// The roles, none of which is there yet.
    pub roles: &'r [RoleIx],
    /// The languages of both: as the other registry calls them, and their numbers in the first.
    pub languages: Vec<(&'r str, LanguageIx)>,
    /// The language of texts that are written once.
    pub first: Preference,
    /// Whether each language of the other registry is one of the first; else texts are written once.
    is_translated: bool,
}

pub enum Written<'t> {
    Once(&'t str),
    Each(Vec<(&'t str, &'t str)>),
}

impl<'r> Transfer<'r> {
    pub fn new(from: &'r Registry, to: &'r Registry, roles: &'r [RoleIx]) -> Self {
        let own = to.own().languages;
        let listed = if own == 0 { from.languages() } else { &to.languages()[..own] };
        let mut languages = Vec::with_capacity(listed.len());
        for language in listed {
            let number = from.language_like(language);
            languages.extend(number.map(|number| (language.as_str(), number)));
        }
        let first = languages.first().map(|(_, number)| &from.languages()[usize::from(number.0)]);
        let first = from.preference(first);
        let is_translated = languages.len() == listed.len();
        Self { from, to, roles, languages, first, is_translated }
    }

    /// The languages of the other registry that the texts are not there in, if there are any.
    pub fn untranslated(&self) -> Vec<&'r str> {
        let listed = &self.to.languages()[..self.to.own().languages];
        let mut tags: Vec<&str> = listed.iter().map(Language::as_str).collect();
        tags.retain(|tag| self.languages.iter().all(|(other, _)| other != tag));
        tags
    }

    /// Roles, and tasks with their roles, that the roles refer to and that are not there: these links do not come along.
    pub fn left_out(&self) -> BTreeSet<String> {
        let mut missing = BTreeSet::new();
        for role in self.roles.iter().map(|&role| self.from.role(role)) {
            let above = role.reports_to.map(|above| (above, None));
            for (role, task) in above.into_iter().chain(role.tasks.iter().flat_map(links)) {
                if !self.has_role(role) {
                    missing.insert(self.from.role(role).id.to_string());
                } else if let Some(task) = task.filter(|&task| !self.has_task(task)) {
                    missing.insert(self.from.task_id(task));
                }
            }
        }
        missing
    }

    /// Whether this role of the first registry is there, or comes along.
    pub fn has_role(&self, role: RoleIx) -> bool {
        let id = self.from.role(role).id.as_str();
        self.roles.contains(&role) || self.to.role_by_id(id).is_some()
    }

    pub fn has_task(&self, task: TaskRef) -> bool {
        let there = self.to.role_by_id(self.from.role(task.role).id.as_str());
        let id = self.from.task(task).id.as_str();
        let there = there.and_then(|role| self.to.task_by_id(role, id));
        self.roles.contains(&task.role) || there.is_some()
    }

    /// A text in the languages of the other registry.
    pub fn written<'t>(&'t self, text: &'t Text) -> Written<'t> {
        let languages = self.languages.iter();
        let each = languages.map(|&(tag, number)| Some((tag, text.in_language(number)?)));
        match each.collect::<Option<Vec<_>>>() {
            Some(each) if self.is_translated && !text.is_everywhere() && each.len() > 1 => {
                Written::Each(each)
            }
            _ => Written::Once(text.pick(&self.first)),
        }
    }

    pub fn in_one_line(&self, text: &Text) -> String {
        match self.written(text) {
            Written::Once(text) => in_flow(text),
            Written::Each(each) => {
                let each =
                    each.iter().map(|(tag, text)| format!("{}: {}", plain(tag), in_flow(text)));
                format!("{{{}}}", each.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// What a task refers to: roles, or tasks with their roles.
fn links(task: &Task) -> impl Iterator<Item = (RoleIx, Option<TaskRef>)> {
    let handoffs = task.handoffs.iter().map(|handoff| handoff.to);
    let tasks = task.after.iter().copied().chain(handoffs).map(|task| (task.role, Some(task)));
    let roles = task.coordinates_with.into_iter().chain(task.accountable);
    let roles = roles.chain(task.consulted.iter().chain(&task.informed).copied());
    tasks.chain(roles.map(|role| (role, None)))
}
