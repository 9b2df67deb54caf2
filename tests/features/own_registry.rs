//! A registry of one's own: nothing in its reports speaks of the shipped one.

use crate::said;

use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const NURSE: &str = "name: Nurse\npurpose: Looks after patients.\ntasks:\n  \
    - {id: rounds, name: Go round the ward, cadence: daily, hours_per_week: 10}\n  \
    - {id: notes, name: Write up the notes, cadence: daily}\n";
const PORTER: &str = "name: Porter\nreports_to: nurse\ntasks:\n  \
    - {id: beds, name: Move beds, cadence: daily, hours_per_week: 12}\n";

/// The folder of a registry with a nurse and a porter, and this in `registry.yaml`.
fn ward(head: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let roles = folder.path().join("roles");
    fs::create_dir(&roles).unwrap();
    for (name, text) in [("registry", head), ("nurse", NURSE), ("porter", PORTER)] {
        fs::write(roles.join(format!("{name}.yaml")), text).unwrap();
    }
    folder
}

/// All that a command says.
fn said(folder: &Path, line: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    let output = command.args(line.split(' ')).current_dir(folder).env_clear().output().unwrap();
    said::text([output.stdout, output.stderr].concat())
}

/// What stands between two marks.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    text.split_once(start).unwrap().1.split_once(end).unwrap().0
}

#[test]
fn no_report_speaks_of_another_registry() {
    let folder = ward("version: 1\n");
    for language in ["en", "fr", "es"] {
        for line in [
            "list",
            "list --tasks",
            "show nurse",
            "show nurse/rounds",
            "compare",
            "assign --solo",
            "assign --sme",
            "assign --large --explain",
            "assign --sme --by cadence",
            "assign --sme --format ics",
            "raci --sme",
            "raci --large",
            "risks --sme",
            "risks --large",
            "chart --sme",
            "chart",
            "report",
            "who moves beds",
            "compare --sizes sme large",
            "diff roles",
            "show nurse --as job-description",
            "check",
            "assign --large --to Ana --to Ana",
            "assign --to =2",
            "assign --team nobody.yaml",
        ] {
            let said = said(folder.path(), &format!("{line} --lang {language}"));
            let lower = said.to_lowercase();
            for word in
                ["social", "sociaux", "community", "communaut", "comunidad", "réseaux", "redes "]
            {
                assert!(!lower.contains(word), "{line} --lang {language} says {word}: {said}");
            }
        }
    }
}

#[test]
fn pages_are_called_what_the_registry_is_called_or_after_what_is_in_it() {
    let title = |head: &str, line: &str| {
        let page = said(ward(head).path(), line);
        let title = between(&page, "<title>", "</title>").to_owned();
        (title, between(&page, "<h1>", "</h1>").to_owned())
    };
    let both = |text: &str| (text.to_owned(), text.to_owned());
    assert_eq!(title("version: 1\n", "report"), both("Who does what: Nurse and Porter"));
    assert_eq!(
        title("version: 1\n", "report --lang fr"),
        both("Qui fait quoi\u{a0}: Nurse et Porter")
    );
    let own = "version: 1\nlanguages: [en, fr]\ntitle: {en: Ward 3, fr: Salle 3}\n";
    assert_eq!(title(own, "report"), both("Ward 3"));
    assert_eq!(title(own, "report --lang fr"), both("Salle 3"));
    assert_eq!(title(own, "report --title Nights"), both("Nights"));
    let (plain, heading) = title(own, "report --lang es");
    assert_eq!([plain.as_str(), &heading], ["Ward 3", "<bdi lang=\"en\">Ward 3</bdi>"]);
    assert!(said(ward(own).path(), "list --format json").contains("\"title\": \"Ward 3\""));
}

#[test]
fn what_is_wrong_with_a_title_is_told() {
    let check = |head: &str| said(ward(head).path(), "check");
    let unknown = check("version: 1\nlanguages: [en]\ntitle: {en: Ward 3, fr: Salle 3}\n");
    assert!(unknown.contains("registry.yaml:3:21"), "{unknown}");
    let blank = check("version: 1\ntitle: ' '\n");
    assert!(blank.contains("registry.yaml:2:8"), "{blank}");
    let missing = check("version: 1\nlanguages: [en, fr]\ntitle: {fr: Salle 3}\n");
    assert!(missing.contains("the registry's title is not written in en"), "{missing}");
}

#[test]
fn every_report_with_tables_is_a_page_too() {
    let folder = ward("version: 1\n");
    for (line, heading) in [
        ("compare", "Nurse / Porter"),
        ("list", "2 roles, 3 tasks, at least 22.0 h a week, 1 without an estimate"),
        ("show nurse", "Nurse"),
        ("assign --sme", "Small or medium company (2 to 249 employees)"),
        ("raci --large", "RACI: Large company (250 employees and more)"),
        ("risks --sme", "Risks: Small or medium company (2 to 249 employees)"),
    ] {
        let page = said(folder.path(), &format!("{line} --format html"));
        assert!(page.starts_with("<!DOCTYPE html>\n") && page.ends_with("</html>\n"), "{page}");
        assert!(between(&page, "<h1>", "</h1>").starts_with(heading), "{line}: {page}");
        assert!(page.contains("<td role=\"cell\""), "{line}: {page}");
    }
}

#[test]
fn the_first_page_names_commands_that_work_here_in_the_readers_language() {
    let sizes = "sizes: [{id: clinic, name: Clinic, staffing: one-person}]\n";
    for (lang, begin) in [("en", "Begin here"), ("fr", "Pour commencer"), ("es", "Para empezar")] {
        for head in ["version: 1\n", &format!("version: 1\n{sizes}"), "version: 1\nsizes: []\n"] {
            let folder = ward(head);
            let page = said(folder.path(), &format!("--lang {lang}"));
            assert!(page.contains(begin) && page.contains("Nurse"), "{page}");
            let lines = page.lines().filter_map(|line| line.strip_prefix("  roles "));
            let commands = lines.map(|line| line.split("   ").next().unwrap());
            let commands: Vec<String> = commands.map(|one| one.replace("ROLE", "clerk")).collect();
            assert!(commands.len() >= 5, "{page}");
            for command in commands {
                let mut roles = Command::new(env!("CARGO_BIN_EXE_roles"));
                let ended =
                    roles.args(command.split(' ')).current_dir(folder.path()).env_clear().output();
                assert!(ended.unwrap().status.success(), "{command} of {page}");
            }
        }
    }
}

#[test]
fn the_first_page_of_a_wrong_registry_leads_to_what_is_wrong() {
    let folder = ward("version: 2\n");
    let page = said(folder.path(), "--lang es");
    assert!(page.contains("tiene errores") && page.contains("  roles check --lang es "), "{page}");
    assert_eq!(page.matches("  roles ").count(), 1, "{page}");
}

#[test]
fn notes_and_next_steps_speak_the_readers_language() {
    let folder = ward("version: 1\n");
    let below = folder.path().join("below");
    fs::create_dir(&below).unwrap();
    for (line, words) in [
        ("list --lang fr", "note\u{a0}: registre utilisé\u{a0}: "),
        ("list --lang es", "nota: registro en uso: "),
        ("check --lang fr", "note\u{a0}: registre utilisé\u{a0}: "),
        ("assign --sme --format ics --lang fr", "note\u{a0}: le premier jour est le lundi 20"),
        ("assign --sme --format ics --lang es", "nota: el primer día es el lunes 20"),
        (
            "show nurse --as job-description --lang es",
            "nota: el rol nurse no tiene ni `skills` ni `measures`",
        ),
        (
            "init --lang fr",
            "écrit\u{a0}: roles/registry.yaml\n\nTout le registre fourni avec le programme",
        ),
        ("new clerk --lang es", "muestra qué está mal y cómo corregirlo"),
        ("add content-creator --lang es", "Añadido: content-creator ("),
    ] {
        let said = said(&below, line);
        assert!(said.contains(words), "{line}: {said}");
    }
}
