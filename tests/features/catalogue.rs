//! The catalogue: ten roles beside the two shipped ones, whole in three languages, and without anything to warn of.

use roles::model::{LanguageIx, Registry, Role, Text};
use roles::source::{CATALOGUE, EMBEDDED, catalogue, embedded, is_in_catalogue};
use roles::{check, resolve};

fn read() -> Registry {
    resolve::catalogue(&catalogue()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The roles that are not shipped.
fn roles(registry: &Registry) -> impl Iterator<Item = &Role> {
    let roles = registry.roles().map(|role| registry.role(role));
    roles.filter(|role| is_in_catalogue(role.id.as_str()))
}

#[test]
fn it_has_no_errors_and_no_warnings() {
    assert_eq!(check::warnings(&read(), &catalogue()), []);
}

#[test]
fn ten_roles_stand_beside_the_shipped_ones() {
    let registry = read();
    assert_eq!((registry.roles().len(), roles(&registry).count()), (12, 10));
    assert!(!is_in_catalogue("registry") && !is_in_catalogue("community-manager"));
    let shipped = resolve::read(&embedded()).unwrap();
    assert!(roles(&registry).all(|role| shipped.role_by_id(role.id.as_str()).is_none()));
    let sizes = |registry: &Registry| registry.sizes().len();
    assert_eq!(sizes(&registry), sizes(&shipped));
    // Areas and sources stand in one of the two files, the shipped ones first.
    let areas = |registry: &Registry| -> Vec<String> {
        registry.areas().iter().map(|area| area.id.to_string()).collect()
    };
    assert!(areas(&registry).starts_with(&areas(&shipped)));
    assert!(registry.sources().len() > shipped.sources().len());
}

#[test]
fn each_text_is_there_in_three_languages() {
    let registry = read();
    let mut missing = Vec::new();
    let mut whole = |owner: &str, text: &Text| {
        if text.by_language().count() != 3 {
            missing.push(format!("{owner}: {text:?}"));
        }
    };
    for role in roles(&registry) {
        let own = [&role.name].into_iter().chain(&role.purpose).chain(&role.also_called);
        own.for_each(|text| whole(role.id.as_str(), text));
        for task in &role.tasks {
            let what = task.handoffs.iter().filter_map(|handoff| handoff.what.as_ref());
            let texts = [&task.name].into_iter().chain(task.detail.as_deref()).chain(what);
            texts.for_each(|text| whole(task.id.as_str(), text));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn each_task_has_an_area_and_other_words_in_three_languages() {
    let registry = read();
    for task in roles(&registry).flat_map(|role| &role.tasks) {
        assert!(task.area.is_some(), "{}", task.id);
        for (number, language) in (0..).zip(registry.languages()) {
            let is_in = |text: &Text| text.in_language(LanguageIx(number)).is_some();
            assert!(task.also_called.iter().any(is_in), "{} {language}", task.id);
        }
    }
}

#[test]
fn what_a_task_overlaps_is_a_task_of_another_role() {
    let registry = read();
    let mut count = 0;
    for role in roles(&registry) {
        for (other, task) in role.tasks.iter().flat_map(|task| &task.overlaps) {
            let there = registry.role_by_id(other.as_str());
            let there = there.and_then(|role| registry.task_by_id(role, task.as_str()));
            assert!(there.is_some() && *other != role.id, "{other}/{task}");
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn words_of_every_task_are_those_of_the_shipped_registry() {
    let words = |registry: &Registry| -> Vec<String> {
        let words = registry.words_of_every_task().iter().flat_map(Text::all);
        words.map(str::to_owned).collect()
    };
    let shipped = words(&resolve::read(&embedded()).unwrap());
    assert!(shipped.iter().any(|word| word == "réseaux sociaux"), "{shipped:?}");
    assert_eq!(words(&read()), shipped);
    let left_out = resolve::read(&embedded().without_other_words()).unwrap();
    assert!(left_out.words_of_every_task().is_empty());
}

#[test]
fn its_files_are_where_editors_find_their_schemas() {
    for (name, text) in EMBEDDED {
        assert!(text.starts_with("# yaml-language-server: $schema=.schema/"), "{name}");
    }
    for (name, text) in CATALOGUE {
        assert!(text.starts_with("# yaml-language-server: $schema=../.schema/"), "{name}");
    }
}
