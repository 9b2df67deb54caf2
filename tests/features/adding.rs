//! What `roles add` does to a registry: nothing is lost, nothing is wrong afterwards, in any order and any language; or
//! nothing happens at all.

use crate::said;

use roles::source::{CATALOGUE, ids_of_catalogue};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// The exit status and all that was said.
fn run(folder: &Path, line: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    let output = command.args(line.split(' ')).current_dir(folder).env_clear().output().unwrap();
    let said = [output.stdout.as_slice(), &output.stderr].concat();
    (output.status.code().unwrap_or(-1), said::text(said))
}

fn succeeds(folder: &Path, line: &str) -> String {
    let (status, said) = run(folder, line);
    assert_eq!(status, 0, "{line}: {said}");
    said
}

/// A folder with these files in `roles/`.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("roles")).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join("roles").join(name), text).unwrap();
    }
    folder
}

fn begun() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    succeeds(folder.path(), "init --copy");
    folder
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join("roles").join(name)).unwrap()
}

/// Every file of the registry, with its content.
fn all(folder: &TempDir) -> BTreeMap<String, String> {
    let entries =
        fs::read_dir(folder.path().join("roles")).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.is_file());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    files.map(|path| (name(&path), fs::read_to_string(path).unwrap())).collect()
}

fn is_clean(folder: &TempDir) {
    let said = succeeds(folder.path(), "check --strict");
    assert!(said.starts_with("no problems; "), "{said}");
}

#[test]
fn all_roles_at_once_are_the_files_of_the_catalogue() {
    let folder = begun();
    let ids: Vec<&str> = ids_of_catalogue().collect();
    succeeds(folder.path(), &format!("add {}", ids.join(" ")));
    is_clean(&folder);
    for (name, text) in CATALOGUE.iter().filter(|(name, _)| ids.contains(&&name[..name.len() - 5]))
    {
        assert_eq!(read(&folder, name), text.replace("../.schema/", ".schema/"), "{name}");
    }
    let words = read(&folder, "also_called.yaml");
    for (name, text) in CATALOGUE.iter().filter(|(name, _)| *name == "also_called.yaml") {
        let (_, tasks) = text.split_once("\n\n").unwrap();
        for role in tasks.split("\n\n") {
            assert!(words.contains(role.trim_end()), "{name}: {role}");
        }
    }
}

#[test]
fn roles_come_one_by_one_in_any_order() {
    let ids: Vec<&str> = ids_of_catalogue().collect();
    let backwards: Vec<&str> = ids.iter().rev().copied().collect();
    for order in [ids, backwards] {
        let folder = begun();
        for id in order {
            succeeds(folder.path(), &format!("add {id}"));
            is_clean(&folder);
            succeeds(folder.path(), &format!("show {id}"));
        }
    }
}

#[test]
fn what_the_registry_says_stays_line_by_line() {
    let head = "\
# Our registry
version: 1  # the first
languages: [fr, en]

areas:  # two
  - {id: shop, name: {fr: Boutique, en: Shop}}
  # the next one is rare
  - id: content
    name: {fr: Nos contenus, en: Our content}

# none of ours
sources: {}
";
    let role = "name: {fr: Vendeur, en: Seller}\ntasks:\n  - {id: sell, name: {fr: Vendre, en: Sell}, area: shop}\n";
    let folder = folder(&[("registry.yaml", head), ("seller.yaml", role)]);
    is_clean(&folder);
    let said = succeeds(folder.path(), "add content-creator").replace("\n  ", " ");
    is_clean(&folder);
    assert!(said.contains("left out: community-manager, "), "{said}");
    let new = read(&folder, "registry.yaml");
    let (kept, sources) = new.split_once("sources:\n").unwrap();
    // The area is there already, under this name.
    assert_eq!(kept, head.replace("sources: {}\n", ""));
    assert!(sources.starts_with("  esco:\n    title: \"ESCO, "), "{sources}");
    let role = read(&folder, "content-creator.yaml");
    let name = "name:\n  fr: Créateur de contenu\n  en: Content creator\n";
    assert!(
        role.starts_with(&format!(
            "# The content creator makes what the others plan and publish.\n{name}"
        )),
        "{role}"
    );
    assert!(!role.contains("reports_to") && !role.contains(" es:"), "{role}");
    assert!(read(&folder, "also_called.yaml").contains("    fr: [écrire les posts, "));
    assert_eq!(
        succeeds(folder.path(), "list --quiet --lang fr").matches("Créateur de contenu").count(),
        1
    );
}

#[test]
fn texts_are_in_the_languages_of_the_registry() {
    for (languages, name) in [
        ("[es]", "name: Creador de contenidos\n"),
        ("[fr-CA, en-GB]", "name:\n  fr-CA: Créateur de contenu\n  en-GB: Content creator\n"),
        // A text that is there in every language but one would be a gap.
        ("[de, fr]", "name: Créateur de contenu\n"),
        ("[de]", "name: Content creator\n"),
    ] {
        let head = format!("version: 1\nlanguages: {languages}\n");
        let folder = folder(&[("registry.yaml", &head)]);
        let said = succeeds(folder.path(), "add content-creator press-officer");
        is_clean(&folder);
        assert!(read(&folder, "content-creator.yaml").contains(name), "{languages}");
        assert_eq!(said.contains("no texts in de"), languages.contains("de"), "{said}");
    }
}

#[test]
fn registries_in_every_form_stay_right() {
    for rest in [
        "",
        "areas:\nsources:\n",
        "areas: []\nsources: {}\n",
        "areas: ~  # none\n",
        "areas: [{id: x, name: X}]\nsources: {s: {title: \"T, ]\"}}  # s\n",
        "sources: {\n  s: {title: It's},  # }\n}\nareas: [\n  {id: x, name: X}, ]\n",
        "areas:\n- id: x\n  name: |\n    X\n    # not a comment\nsources:\n    s:\n        title: T\n\nsizes: []\n",
    ] {
        let head = format!("version: 1\n{rest}");
        let uses = "name: R\nsources: [esco]\ntasks: [{id: t, name: T, area: strategy}]\n";
        let uses_own = "name: R\nsources: [s]\ntasks: [{id: t, name: T, area: x}]\n";
        let is_own = rest.contains("id: x");
        let role = if is_own && rest.contains("s:") {
            uses_own
        } else if is_own || rest.contains("[]") {
            "name: R\n"
        } else {
            uses
        };
        let folder = folder(&[("registry.yaml", &head), ("r.yaml", role)]);
        let before = run(folder.path(), "check").1;
        assert!(!before.contains("error["), "{before}");
        succeeds(folder.path(), "add content-creator");
        succeeds(folder.path(), "add press-officer social-care-agent");
        let (status, said) = run(folder.path(), "check --strict --allow role-without-tasks");
        assert_eq!(status, 0, "{rest}\n{said}\n{}", read(&folder, "registry.yaml"));
        let new = read(&folder, "registry.yaml");
        let comments = |text: &str| text.matches('#').count();
        assert_eq!(comments(&new), comments(&head), "{new}");
    }
}

#[test]
fn line_ends_and_endings_of_names_stay() {
    let folder =
        folder(&[("registry.yml", "version: 1\r\n# end\r\n"), ("also_called.yml", "{}\r\n")]);
    succeeds(folder.path(), "add press-officer");
    is_clean(&folder);
    let files = all(&folder);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["also_called.yml", "press-officer.yaml", "registry.yml"]);
    for (name, text) in &files {
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}");
    }
}

#[test]
fn where_something_is_in_the_way_nothing_is_written() {
    let role = "name: Content creator\n";
    let circle = "name: Manager\nreports_to: press\n";
    let press = "name: Press\nreports_to: head-of-communication\n";
    for (files, line, said) in [
        (
            &[("content-creator.yml", role)][..],
            "add press-officer content-creator",
            "there is a role 'content-creator' already, in roles/content-creator.yml",
        ),
        (&[], "add press-officer contentcreator", "did you mean 'content-creator'?"),
        (&[], "add press-officer registry", "'registry' is not a role of the catalogue"),
        (&[("broken.yaml", "nam: B\n")], "add press-officer", "error[unknown-key]"),
        (
            &[
                ("social-media-manager.yaml", circle),
                ("press.yaml", press),
                ("head-of-communication.yaml", "name: H\nreports_to: social-media-manager\n"),
            ],
            "add press-officer",
            "error[reporting-cycle]",
        ),
        (
            &[("registry.yml", "{version: 1, areas: []}\n")],
            "add press-officer",
            "error[duplicate-id]",
        ),
    ] {
        let mut files = files.to_vec();
        files.push(("registry.yaml", "version: 1\n"));
        let folder = folder(&files);
        let before = all(&folder);
        let (status, all_said) = run(folder.path(), line);
        assert_eq!(status, 2, "{line}: {all_said}");
        assert!(all_said.contains(said), "{line}: {all_said}");
        assert_eq!(all(&folder), before);
    }
    // In a form that is not understood.
    let folder = folder(&[("registry.yaml", "{version: 1, areas: [{id: x, name: X}]}\n")]);
    let before = all(&folder);
    let (status, said) = run(folder.path(), "add press-officer");
    assert_eq!((status, said.contains("nothing was added")), (2, true), "{said}");
    assert_eq!(all(&folder), before);
    fs::create_dir(folder.path().join("roles/press-officer.yaml")).unwrap();
    fs::write(folder.path().join("roles/registry.yaml"), "version: 1\n").unwrap();
    let (status, said) = run(folder.path(), "add press-officer");
    assert_eq!((status, said.contains("is there already")), (2, true), "{said}");
}

#[test]
fn shipped_roles_that_are_not_there_can_be_added_too() {
    let folder = folder(&[("registry.yaml", "version: 1\n")]);
    succeeds(folder.path(), "add community-manager social-media-manager content-creator");
    is_clean(&folder);
    let card = succeeds(folder.path(), "show community-manager --quiet");
    assert_eq!(card, run(tempfile::tempdir().unwrap().path(), "show community-manager --quiet").1);
}

#[test]
fn a_role_that_people_have_already_can_be_added() {
    let team = "people: [{name: Ana, roles: [content-creator]}]";
    let folder =
        folder(&[("registry.yaml", "version: 1\nextends: shipped\n"), ("team.yaml", team)]);
    let (status, said) = run(folder.path(), "check");
    assert!(status == 1 && said.contains("roles add content-creator"), "{said}");
    succeeds(folder.path(), "add content-creator");
    succeeds(folder.path(), "check");
}
