//! The texts of a registry: in which languages they are missing, and characters in them that nobody sees.

use crate::model::{LanguageIx, Registry, Staffing, TO_FILL_IN, Text};
use crate::problem::{Code, Problems, first_few};
use crate::source::Span;
use crate::unicode::letters;

/// A text that is written in some of the registry's languages but not in all of them.
pub(super) fn missing_translation(registry: &Registry, problems: &mut Problems) {
    let listed = &registry.languages()[..registry.own().languages];
    for written in texts(registry).into_iter().filter(|written| written.is_translated) {
        let missing: Vec<&str> = (0..)
            .zip(listed)
            .filter(|&(number, _)| written.text.in_language(LanguageIx(number)).is_none())
            .map(|(_, language)| language.as_str())
            .collect();
        if !missing.is_empty() {
            let message = format!("{} is not written in {}", written.what, first_few(&missing));
            let fix = "write it, or put `allow: [missing-translation]` into registry.yaml";
            problems.report(Code::MissingTranslation, written.place, message, fix);
        }
    }
}

/// A text that `roles new` left to be filled in.
pub(super) fn to_fill_in(registry: &Registry, problems: &mut Problems) {
    for written in texts(registry) {
        if let Some(text) = written.text.all().find(|text| TO_FILL_IN.contains(text)) {
            let message = format!("{} is still '{text}'", written.what);
            let fix = "fill it in: roles new wrote it as an example";
            problems.report(Code::ToFillIn, written.place, message, fix);
        }
    }
}

/// Invisible characters, other than those that scripts and emoji need.
pub(super) fn zero_width_character(registry: &Registry, problems: &mut Problems) {
    let in_texts = texts(registry).into_iter().filter_map(|written| {
        let found = written.text.all().find_map(hidden)?;
        Some((written.place, written.what, found))
    });
    let people = registry.team().into_iter().flat_map(|team| &team.people);
    let in_names = people
        .filter_map(|person| Some((person.place?, "the person's name", hidden(&person.name)?)));
    for (place, what, found) in in_texts.chain(in_names) {
        let message = format!("{what} holds the invisible character U+{:04X}", u32::from(found));
        let fix = "remove it: texts that look the same would not be the same";
        problems.report(Code::ZeroWidthCharacter, place, message, fix);
    }
}

/// The first character that nobody sees and no letter needs.
fn hidden(text: &str) -> Option<char> {
    letters(text).find(|(_, is_hidden)| *is_hidden).map(|(letter, _)| letter)
}

/// A text, its place (or that of what it belongs to), and what to call it in a message.
struct Written<'r> {
    place: Span,
    what: &'static str,
    text: &'r Text,
    /// True if each language needs it: a task may have more other words in one language than in another.
    is_translated: bool,
}

/// What a task's other words are called.
const OTHER_WORDS: &str = "another word for the task";

/// What words that fit every task are called.
const OF_EVERY_TASK: &str = "a word of every task";

/// The texts of roles, tasks and handoffs, and of the lists that are the registry's own.
fn texts<'r>(registry: &'r Registry) -> Vec<Written<'r>> {
    let mut all = Vec::new();
    let mut add = |owner: Span, what: &'static str, text: &'r Text| {
        let is_translated = !matches!(what, OTHER_WORDS | OF_EVERY_TASK);
        // A task may have other words in another file than its own.
        let is_of_owner = is_translated && text.is_everywhere();
        let place = if is_of_owner { owner } else { text.place() };
        all.push(Written { place, what, text, is_translated });
    };
    if let Some(title) = registry.title() {
        add(title.place(), "the registry's title", title);
    }
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
    for word in registry.words_of_every_task() {
        add(word.place(), OF_EVERY_TASK, word);
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
                Staffing::OnePerson(Some(holder)) => add(size.place, "the size's holder", holder),
                Staffing::OnePerson(None) | Staffing::OnePerRole => {}
                Staffing::Custom(positions) => positions
                    .iter()
                    .for_each(|position| add(size.place, "a position's name", &position.name)),
            }
        }
    }
    all
}
