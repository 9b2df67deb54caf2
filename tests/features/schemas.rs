//! The JSON Schemas say what the program says: the shipped files and every good example pass, bad ones fail, and the
//! schemas know the same keys and words as the code.

use crate::schema as helper;

use helper::{faults, kind, schema};
use roles::model::{Cadence, Doers, Focus, Importance, MAX_NAME, Weekday};
use roles::problem::{Code, Example};
use roles::raw::keys;
use roles::resolve;
use roles::source::{CATALOGUE, EMBEDDED, SCHEMAS, SourceFile, Sources, embedded};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What no schema sees: what several places say together, what YAML itself says, and warnings about a reader's eyes.
const BEYOND_A_SCHEMA: &[Code] = &[
    Code::InvalidBase,
    Code::YamlTag,
    Code::YamlAlias,
    Code::MergeKey,
    Code::DuplicateId,
    Code::UnknownRole,
    Code::UnknownTask,
    Code::UnknownArea,
    Code::UnknownSource,
    Code::UnknownPosition,
    Code::UnknownLanguage,
    Code::ReportingCycle,
    Code::PrerequisiteCycle,
    Code::SelfHandoff,
    Code::InvalidLead,
    Code::InvalidDate,
    Code::OverlappingSizes,
    Code::ControlCharacter,
];

/// The file that an example is, with the schema of its kind.
fn file(example: Example) -> Option<(&'static str, &'static str)> {
    match example {
        Example::Role(text) => Some(("role", text)),
        Example::Registry(text) => Some(("registry", text)),
        Example::Team(text) => Some(("team", text)),
        Example::Command(_) | Example::Said(_) => None,
    }
}

#[test]
fn the_shipped_files_pass() {
    for (name, text) in EMBEDDED.into_iter().chain(CATALOGUE) {
        let stem = name.trim_end_matches(".yaml");
        assert_eq!(faults(kind(stem), text), Some(Vec::new()), "{name}");
    }
}

#[test]
fn every_good_example_passes() {
    for &code in Code::ALL {
        if let Some((kind, text)) = file(code.explanation().good) {
            assert_eq!(faults(kind, text), Some(Vec::new()), "{text}");
        }
    }
}

#[test]
fn every_bad_example_fails_unless_no_schema_could_see_it() {
    let mut unseen = BTreeSet::new();
    for &code in Code::ALL {
        let bad = file(code.explanation().bad).and_then(|(kind, text)| faults(kind, text));
        let is_seen = bad.is_none_or(|faults| !faults.is_empty());
        if !is_seen && code.severity() == roles::problem::Severity::Error {
            unseen.insert(code);
        }
    }
    assert_eq!(unseen, BEYOND_A_SCHEMA.iter().copied().collect());
}

/// Whether the program takes this text as the people of a registry with the shipped roles and one position of its own.
fn is_taken(team: &str) -> bool {
    const SIZES: &str = "version: 1
sizes:
  - id: agency
    name: Agency
    staffing: custom
    positions:
      - {id: lead, name: Lead, roles: [social-media-manager, community-manager]}
";
    let mut sources = embedded();
    for file in &mut sources.files {
        if file.stem == "registry" {
            file.text = Ok(SIZES.into());
        }
    }
    let team = SourceFile::from_bytes("team.yaml".into(), "team".into(), team.into());
    resolve::read(&sources.with_team(team)).is_ok()
}

/// Whether the schema takes such a team, and whether the program does.
fn are_taken(team: &str) -> (bool, bool) {
    (faults("team", team) == Some(Vec::new()), is_taken(team))
}

#[test]
fn the_program_and_the_schema_take_the_same_teams() {
    let longest = "é".repeat(MAX_NAME);
    for good in [
        "\
people:
  - {name: Ana, hours_per_week: 40}
  - {name: Luis, roles: [community-manager], hours_per_week: 20.5}
  - {name: Zoé, position: lead}
pins:
  social-media-manager/crisis-plan: Ana
",
        "people:\npins:\n",
        "people: []\npins: {}\n",
        "people: [{name: Ana, roles: []}]",
        "people: [{name: Ana, roles: , position: lead}]",
        "people: [{name: Ana, roles: [], position: lead}]",
        "people: [{name: No}, {name: 123}, {name: true}, {name: 1.10}]",
        "people: [{name: Ana@home=1}]",
        "people: [{name: Ana, external: true, position: lead, lead: [community-manager]}]",
        "people: [{name: Ana, external: False, lead: [community-manager]}]",
        "people: [{name: Ana, lead: }]",
        "vacancies:",
        "vacancies: [{roles: [community-manager]}, {position: lead, roles: [], from: 2027-03-01, hours_per_week: 2.5}]",
        "people: [{name: Ana, from: 2027-01-04, until: 2027-12-31, away: , deputy: Luis}, {name: Luis}]",
        "people: [{name: Ana, away: [{from: 2027-01-04, until: \"2027-01-04\"}]}]",
        "people: [{name: 7}]\npins: {social-media-manager/crisis-plan: 7}",
        &format!("people: [{{name: {longest}}}]"),
    ] {
        assert_eq!(are_taken(good), (true, true), "{good}");
    }
}

#[test]
fn the_program_and_the_schema_refuse_the_same_teams() {
    let longest = "é".repeat(MAX_NAME);
    for bad in [
        "people: [{hours_per_week: 40}]",
        "people: [{name: Ana, hours_per_week: 0}]",
        "people: [{name: Ana, hours_per_week: 168.5}]",
        "people: [{name: Ana, hours_per_week: '20'}]",
        "people: [{name: Ana, hours_per_week: }]",
        "people: [{name: Ana, hours: 40}]",
        "people: [{name: Ana, roles: [community-manager], position: lead}]",
        "people: [{name: Ana, roles: community-manager}]",
        "people: [{name: Ana, position: }]",
        "people: [{name: Ana, position: [lead]}]",
        "people: [{name: \" \"}]",
        "vacancies: [{from: 2027-03-01}]",
        "vacancies: [{roles: []}]",
        "vacancies: [{roles: [community-manager], position: lead}]",
        "vacancies: [{position: lead, from: soon}]",
        "vacancies: [{position: lead, hours_per_week: 0}]",
        "vacancies: [{position: lead, name: Ana}]",
        "vacancies: [lead]",
        "people: [{name: Ana, external: 'true'}]",
        "people: [{name: Ana, external: }]",
        "people: [{name: Ana, lead: community-manager}]",
        "people: [{name: Ana, from: 4.1.2027}]",
        "people: [{name: Ana, from: 2027-13-41}]",
        "people: [{name: Ana, from: 3027-01-04}]",
        "people: [{name: Ana, until: }]",
        "people: [{name: Ana, away: 2027-01-04}]",
        "people: [{name: Ana, away: [2027-01-04]}]",
        "people: [{name: Ana, away: [{from: 2027-01-04}]}]",
        "people: [{name: Ana, deputy: }]",
        "people: [{name: Ana, deputy: [Luis]}, {name: Luis}]",
        "people: [{name: }]",
        "people: [{name: {en: Ana}}]",
        "people: [Ana]",
        "people: {Ana: {position: lead}}",
        "people: Ana",
        "pins: {crisis-plan: Ana}\npeople: [{name: Ana}]",
        "pins: {social-media-manager/crisis-plan: [Ana]}\npeople: [{name: Ana}]",
        "pins: {social-media-manager/crisis-plan: }\npeople: [{name: Ana}]",
        "pins: [{social-media-manager/crisis-plan: Ana}]\npeople: [{name: Ana}]",
        "- Ana",
        "team: []",
        &format!("people: [{{name: {longest}e}}]"),
    ] {
        assert_eq!(are_taken(bad), (false, false), "{bad}");
    }
}

#[test]
fn values_that_the_program_takes_as_texts_pass() {
    for name in ["NO", "yes", "1.10", "2026-01-01", "007", "\"8\""] {
        let role = format!("name: {name}\ntasks: [{{id: 7, name: {{en: {name}}}}}]\n");
        assert_eq!(faults("role", &role), Some(Vec::new()), "{role}");
    }
}

#[test]
fn the_program_and_the_schema_take_the_same_other_words() {
    let role = |rest: &str| format!("name: A\ntasks: [{{id: x, name: X{rest}}}]\n");
    let is_taken = |role: &str, other_words: &str| {
        let file = |stem: &str, text: &str| {
            SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
        };
        let files = vec![file("a", role), file("also_called", other_words)];
        resolve::read(&Sources::of(files)).is_ok()
    };
    // At the task, and in the file for all tasks.
    let both = |words: &str| {
        let (at_task, in_file) =
            (role(&format!(", also_called: {words}")), format!("a: {{x: {words}}}\n"));
        let passes = |kind: &str, text: &str| faults(kind, text) == Some(Vec::new());
        let found = (passes("role", &at_task), is_taken(&at_task, "{}"));
        let in_file = (passes("also_called", &in_file), is_taken(&role(""), &in_file));
        assert_eq!(found, in_file, "{words}");
        let of_every_task = format!("every_task: {words}\n");
        let of_every_task =
            (passes("also_called", &of_every_task), is_taken(&role(""), &of_every_task));
        assert_eq!(found, of_every_task, "{words}");
        found
    };
    for good in [
        "",
        "[]",
        "[B, {en: C, fr: D}]",
        "{}",
        "{en: [B, 1, true], fr: [C]}",
        "{en: , fr: []}",
        "{pt_BR: [B]}",
    ] {
        assert_eq!(both(good), (true, true), "{good}");
    }
    for bad in [
        "B", "7", "{en: B}", "{en: [B, '']}", "{en: [~]}", "{en: [[B]]}", "{en: [{en: B}]}",
        "{en: {fr: [B]}}", "{english: [B]}", "[{en: [B]}]", "[[B]]",
    ] {
        assert_eq!(both(bad), (false, false), "{bad}");
    }
}

#[test]
fn the_program_and_the_schema_take_the_same_rhythms() {
    let both = |rest: &str| {
        let role = format!("name: A\ntasks: [{{id: x, name: X, {rest}}}]\n");
        let file = SourceFile::from_bytes("a.yaml".into(), "a".into(), role.clone().into());
        let is_taken = resolve::read(&Sources::of(vec![file])).is_ok();
        (faults("role", &role) == Some(Vec::new()), is_taken)
    };
    for good in [
        "cadence: semiannual, hours_each_time: 8",
        "cadence: daily, on: [monday, friday], hours_each_time: 0.5, doers: each",
        "cadence: biweekly, on: [], hours_per_week: 1",
        "cadence: monthly, on: []",
        "on: ",
    ] {
        assert_eq!(both(good), (true, true), "{good}");
    }
    for bad in [
        "cadence: weekly, hours_each_time: 8, hours_per_week: 8",
        "cadence: ongoing, hours_each_time: 8",
        "hours_each_time: 8",
        "cadence: quarterly, on: [monday]",
        "on: [monday]",
        "cadence: weekly, on: [monday, monday]",
        "cadence: weekly, on: [mon]",
        "cadence: weekly, on: monday",
        "doers: both",
    ] {
        assert_eq!(both(bad), (false, false), "{bad}");
    }
}

#[test]
fn the_program_and_the_schema_take_the_same_overlaps() {
    for (overlaps, is_right) in [
        ("", true),
        ("[]", true),
        ("[a/x, lead/plan-2]", true),
        ("lead/plan", false),
        ("[plan]", false),
        ("[lead/]", false),
        ("[lead/plan/a]", false),
        ("[Lead/plan]", false),
        ("[7]", false),
    ] {
        let role = format!("name: A\ntasks: [{{id: x, name: X, overlaps: {overlaps}}}]\n");
        let file = SourceFile::from_bytes("a.yaml".into(), "a".into(), role.clone().into());
        let is_taken = resolve::read(&Sources::of(vec![file])).is_ok();
        let passes = faults("role", &role) == Some(Vec::new());
        assert_eq!((passes, is_taken), (is_right, is_right), "{overlaps}");
    }
}

/// The keys of an object in a schema.
fn properties(kind: &str, pointer: &str) -> BTreeSet<String> {
    let schema = schema(kind);
    let object = schema.pointer(pointer).unwrap();
    assert_eq!(object["additionalProperties"], json!(false), "{pointer}");
    object["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_schemas_know_the_keys_that_the_program_knows() {
    let same = |kind: &str, pointer: &str, keys: &[&str]| {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        assert_eq!(properties(kind, pointer), keys, "{kind} {pointer}");
    };
    same("role", "", &keys::ROLE);
    same("role", "/definitions/task", &keys::TASK);
    same("role", "/definitions/handoff", &keys::HANDOFF);
    same("change", "", &keys::ROLE);
    same("change", "/definitions/changed-task", &[&keys::TASK[..], &keys::CHANGE].concat());
    same("registry", "", &keys::HEAD);
    same("registry", "/definitions/source", &keys::SOURCE);
    same("registry", "/definitions/area", &[&keys::AREA[..], &keys::CHANGE].concat());
    same("registry", "/definitions/size", &[&keys::SIZE[..], &keys::CHANGE].concat());
    let employees = "/definitions/size/properties/employees";
    same("registry", employees, &keys::EMPLOYEES);
    same("registry", "/definitions/position", &keys::POSITION);
    same("team", "", &keys::TEAM);
    same("team", "/definitions/person", &keys::PERSON);
    same("team", "/definitions/absence", &keys::ABSENCE);
    same("team", "/definitions/vacancy", &keys::VACANCY);
}

#[test]
fn the_schemas_know_the_words_that_the_program_knows() {
    let same = |kind: &str, pointer: &str, words: &[&str]| {
        let schema = schema(kind);
        let known = schema.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
        assert_eq!(*known, json!(words), "{kind} {pointer}");
    };
    let task = |key: &str| format!("/definitions/task/properties/{key}/enum");
    same("role", "/properties/focus/enum", Focus::WORDS);
    same("role", &task("cadence"), Cadence::WORDS);
    let turns = Cadence::WORDS.iter().filter(|word| !matches!(**word, "once" | "ongoing"));
    let turns: Vec<&str> = turns.copied().collect();
    same("role", "/definitions/task/allOf/1/then/properties/cadence/enum", &turns);
    same("role", &task("importance"), Importance::WORDS);
    same("role", &task("doers"), Doers::WORDS);
    same("role", "/definitions/days/items/enum", Weekday::WORDS);
    let warnings = "/properties/allow/items/enum";
    same("registry", warnings, &Code::warnings());
}

#[test]
fn definitions_of_the_same_name_are_the_same() {
    let mut seen: BTreeMap<String, Value> = BTreeMap::new();
    for (kind, _) in SCHEMAS {
        for (name, definition) in schema(kind)["definitions"].as_object().unwrap() {
            let first = seen.entry(name.clone()).or_insert_with(|| definition.clone());
            assert_eq!(first, definition, "{name} in {kind}");
        }
    }
}

#[test]
fn every_key_says_what_it_means() {
    fn walk(value: &Value, place: &str) {
        let Some(map) = value.as_object() else { return };
        if let Some(properties) = map.get("properties").and_then(Value::as_object) {
            for (key, property) in properties {
                let described = property.get("description").is_some_and(Value::is_string);
                assert!(described || place.contains("/allOf"), "{place}/{key}");
            }
        }
        for (key, value) in map {
            walk(value, &format!("{place}/{key}"));
        }
    }
    for (kind, _) in SCHEMAS {
        walk(&schema(kind), kind);
    }
}

/// Every object in a schema, with its place.
fn objects<'v>(value: &'v Value, place: &str, into: &mut Vec<(String, &'v Value)>) {
    if value.is_object() {
        into.push((place.to_owned(), value));
    }
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(list) => (0..).map(|at: usize| at.to_string()).zip(list).collect(),
        _ => Vec::new(),
    };
    for (key, value) in inside {
        objects(value, &format!("{place}/{key}"), into);
    }
}

/// The language servers of editors show a bare pattern, or "Matches a schema that is not allowed", where a schema has no
/// words of its own; for `not`, `oneOf` and `anyOf` they have no use for any.
#[test]
fn an_editor_says_in_words_what_is_wrong() {
    for (kind, _) in SCHEMAS {
        let schema = schema(kind);
        assert_eq!(schema["$id"], format!("urn:roles:schema:{kind}"));
        let mut found = Vec::new();
        objects(&schema, kind, &mut found);
        for (place, object) in found {
            let says = |key: &str| object.get(key).is_some_and(Value::is_string);
            assert!(says("patternErrorMessage") || !says("pattern"), "{place}");
            let is_branch = ["/then", "/else"].iter().any(|end| place.ends_with(end));
            assert!(says("errorMessage") || !is_branch, "{place}");
            for wordless in ["not", "oneOf", "anyOf"] {
                let is_condition = place.contains("/if/");
                assert!(object.get(wordless).is_none() || is_condition, "{place}/{wordless}");
            }
        }
    }
}
