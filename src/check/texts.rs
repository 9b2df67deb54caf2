//! Every text that the registry's own files hold, with the place of what it belongs to and what it is.

use crate::model::{Registry, Staffing, Text};
use crate::source::Span;

/// A text, where it stands (or else what it belongs to), and what to call it in a message.
pub(super) struct Written<'r> {
    pub place: Span,
    pub what: &'static str,
    pub text: &'r Text,
    /// Whether each language needs it. A task may have more other words in one language than in another.
    pub is_translated: bool,
}

/// What a task's other words are called.
const OTHER_WORDS: &str = "another word for the task";

/// The texts of roles, tasks and handoffs, and of the lists that are the registry's own.
pub(super) fn texts<'r>(registry: &'r Registry) -> Vec<Written<'r>> {
    let mut all = Vec::new();
    let mut add = |owner: Span, what: &'static str, text: &'r Text| {
        let place = match text {
            Text::Each(place, _) => *place,
            Text::Everywhere(_) => owner,
        };
        let is_translated = what != OTHER_WORDS;
        all.push(Written { place, what, text, is_translated });
    };
    for role in registry.roles().map(|role| registry.role(role)) {
        add(role.place, "the role's name", &role.name);
        for (what, texts) in [
            ("a title of the role", &role.also_called[..]),
            ("the role's purpose", role.purpose.as_slice()),
            ("a skill of the role", &role.skills),
            ("a measure of the role", &role.measures),
        ] {
            for text in texts {
                add(role.place, what, text);
            }
        }
        for task in &role.tasks {
            add(task.place, "the task's name", &task.name);
            task.detail.iter().for_each(|detail| add(task.place, "the task's detail", detail));
            task.also_called.iter().for_each(|words| add(task.place, OTHER_WORDS, words));
            let what = task.handoffs.iter().filter_map(|handoff| handoff.what.as_ref());
            what.for_each(|what| add(task.place, "a handoff of the task", what));
        }
    }
    if registry.own().areas {
        for area in registry.areas() {
            add(area.place, "the area's name", &area.name);
        }
    }
    if registry.own().sizes {
        for size in registry.sizes() {
            add(size.place, "the size's name", &size.name);
            match &size.staffing {
                Staffing::OnePerson(holder) => {
                    if let Some(holder) = holder {
                        add(size.place, "the size's holder", holder);
                    }
                }
                Staffing::OnePerRole => {}
                Staffing::Custom(positions) => positions
                    .iter()
                    .for_each(|position| add(size.place, "a position's name", &position.name)),
            }
        }
    }
    all
}
