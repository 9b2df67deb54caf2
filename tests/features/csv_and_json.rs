//! What CSV has, JSON has: as the same text or number, or as the id or code of what it names.

use roles::model::{Language, Registry, Staffing};
use roles::render::Reader;
use roles::{resolve, source};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A registry with everything that a report may say.
pub const FILES: [(&str, &str); 5] = [
    (
        "registry.yaml",
        "version: 1
languages: [en, fr]
areas: [{id: words, name: {en: Writing, fr: Rédaction}}, {id: care, name: {en: Aftercare, fr: Suivi}}]
sources: {guild: {title: Guild handbook, url: https://guild.example}}
sizes:
  - {id: lone, name: Lone desk, employees: {max: 1}, staffing: one-person, holder: Lone hand}
  - id: pair
    name: {en: Two desks, fr: Deux bureaux}
    staffing: custom
    positions: [{id: front, name: Front desk, roles: [scribe, runner]}, {id: back, name: Back office, roles: [chief]}]
  - {id: house, name: Whole house, staffing: one-per-role}
",
    ),
    (
        "chief.yaml",
        "name: {en: Chief, fr: Cheffe}
also_called: [Head of all]
focus: strategy
purpose: {en: Says where to go., fr: Dit où aller.}
skills: [Foresight]
measures: [Calm]
classification: {isco: ['1222']}
sources: [guild]
tasks:
  - {id: course, name: {en: Set the course, fr: Fixer le cap}, area: words, cadence: yearly, hours_per_week: 3, handoffs: [{to: scribe/letters, what: The course}]}
  - {id: talk, name: Talk it over, area: care, cadence: weekly, on: [tuesday], hours_each_time: 1.5, coordinates_with: scribe}
  - {id: pay, name: Pay the bills, cadence: monthly, accountable: chief, informed: [runner]}
",
    ),
    (
        "scribe.yaml",
        "name: {en: Scribe, fr: Scribe public}
focus: operations
purpose: Puts it on paper.
reports_to: chief
tasks:
  - {id: letters, name: {en: Answer letters, fr: Répondre aux lettres}, detail: All of them., area: words, cadence: daily, hours_per_week: 7.5, consulted: [runner], also_called: [Post]}
  - {id: book, name: Keep the book, area: words, cadence: biweekly, hours_per_week: 2, doers: shared, after: [letters], importance: supplemental, handoffs: [{to: chief/course, what: The book}]}
",
    ),
    (
        "runner.yaml",
        "name: Runner
reports_to: scribe
tasks:
  - {id: carry, name: Carry parcels, area: care, cadence: ongoing, hours_per_week: 30, doers: each}
",
    ),
    (
        "team.yaml",
        "people:
  - {name: Ana, roles: [chief, scribe], hours_per_week: 9, lead: [scribe]}
  - {name: Luis, roles: [scribe], hours_per_week: 4, deputy: Zoé, away: [{from: 2027-01-04, until: 2027-02-01}]}
  - {name: Zoé, roles: [runner], hours_per_week: 20}
pins: {scribe/book: Zoé}
vacancies: [{roles: [runner], hours_per_week: 12}]
",
    ),
];

pub const COMMANDS: [&str; 24] = [
    "list",
    "list --tasks",
    "list --area words",
    "list --catalogue",
    "show chief",
    "show scribe",
    "show runner",
    "show scribe/letters",
    "show scribe/book",
    "show chief/talk",
    "show press-officer",
    "compare chief scribe",
    "compare chief scribe runner",
    "compare --sizes lone pair",
    "compare --sizes pair house",
    "compare --sizes lone pair --to Ana --to Luis",
    "diff shipped",
    "assign --size lone",
    "assign --size pair --to Ana --to Luis=5",
    "assign --team roles/team.yaml --on 2027-01-10",
    "raci --size pair",
    "raci --team roles/team.yaml",
    "risks --size house",
    "risks --team roles/team.yaml --on 2027-01-10",
];

pub const QUESTIONS: [&str; 3] = ["who answers letters", "who carries", "who buys paid ads"];

/// What a command writes.
pub fn run(folder: &Path, command: &str, format: &str, language: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_roles"));
    program.args(command.split(' ')).args(["--format", format, "--lang", language]);
    let output = program.current_dir(folder).env_clear().output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() < Some(2) && !output.stdout.is_empty(), "{command}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

/// The texts and keys of a JSON value, and its numbers.
#[derive(Default)]
struct Held {
    texts: BTreeSet<String>,
    numbers: Vec<f64>,
}

impl Held {
    fn add(&mut self, value: &Value) {
        match value {
            Value::String(text) => {
                // The id of a task begins with that of its role.
                if let Some((role, _)) = text.split_once('/') {
                    self.texts.insert(role.to_owned());
                }
                self.texts.insert(text.clone());
            }
            Value::Number(number) => self.numbers.push(number.as_f64().unwrap()),
            Value::Array(list) => list.iter().for_each(|value| self.add(value)),
            Value::Object(map) => {
                for (key, value) in map {
                    self.texts.insert(key.clone());
                    self.add(value);
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn has_number(&self, written: &str) -> bool {
        let number: f64 = written.replace(',', ".").parse().unwrap();
        // Hours are written with one digit, scores with two.
        self.numbers.iter().any(|held| (held - number).abs() < 0.051)
    }
}

/// Texts with the ids or codes that JSON has for them.
type Names = BTreeMap<String, BTreeSet<String>>;

/// The names of what has an id in a registry.
fn names(registry: &Registry, language: &str, into: &mut Names) {
    let language = Language::parse(language).unwrap();
    let reader = Reader::new(registry, Some(&language));
    let mut add = |name: &str, id: &str| {
        into.entry(name.to_owned()).or_default().insert(id.to_owned());
    };
    for role in registry.roles().map(|role| registry.role(role)) {
        add(reader.text(&role.name), role.id.as_str());
    }
    for task in registry.tasks() {
        add(reader.text(&registry.task(task).name), &registry.task_id(task));
    }
    for area in registry.areas() {
        add(reader.text(&area.name), area.id.as_str());
    }
    for size in registry.sizes() {
        add(reader.text(&size.name), size.id.as_str());
        match &size.staffing {
            Staffing::OnePerson(holder) => {
                if let Some(holder) = holder {
                    add(reader.text(holder), "one-person");
                }
            }
            Staffing::OnePerRole => {}
            Staffing::Custom(positions) => {
                for position in positions {
                    add(reader.text(&position.name), position.id.as_str());
                }
            }
        }
    }
}

/// The words of reports that stand for a code, such as `cadence-daily = daily`.
const CODED: [&str; 8] =
    ["focus-", "cadence-", "importance-", "doers-", "reason-", "risk-", "day-", "who-"];

fn codes(words: &str, into: &mut Names) {
    for (id, text) in words.lines().filter_map(|line| line.split_once(" = ")) {
        let code = match id {
            // A role without a superior has nobody above it, too.
            "who-nobody-here" => None,
            // Where there is more than nothing in it.
            "who-in-catalogue" => Some("elsewhere"),
            _ => CODED.iter().find_map(|prefix| id.strip_prefix(prefix)),
        };
        if let Some(code) = code.filter(|_| !text.contains('{')) {
            into.entry(text.trim_matches('"').to_owned()).or_default().insert(code.to_owned());
        }
    }
}

/// Takes a text out of another, wherever it stands between words.
fn take(rest: &mut String, text: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let places: Vec<usize> = rest.match_indices(text).map(|(at, _)| at).collect();
    let found = places.into_iter().rev().filter(|&at| {
        !is_letter(rest[..at].chars().next_back())
            && !is_letter(rest[at + text.len()..].chars().next())
    });
    let found: Vec<usize> = found.collect();
    for &at in &found {
        rest.replace_range(at..at + text.len(), "|");
    }
    !found.is_empty()
}

/// What of a cell is not in JSON.
fn missing(cell: &str, held: &Held, names: &Names, words: &BTreeSet<&str>) -> Option<String> {
    let mut rest = cell.to_owned();
    let mut known: Vec<&str> = names.keys().chain(&held.texts).map(String::as_str).collect();
    known.retain(|text| text.chars().count() > 1);
    known.sort_by_key(|text| std::cmp::Reverse(text.len()));
    for text in known {
        if take(&mut rest, text) && !held.texts.contains(text) {
            let codes = &names[text];
            if !codes.iter().any(|code| held.texts.contains(code)) {
                return Some(format!("{text} ({codes:?})"));
            }
        }
    }
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '.' || letter == ',';
    let parts = rest.split(|letter| !is_part(letter)).map(|part| part.trim_matches(['.', ',']));
    let is_known = |part: &str| {
        if part.starts_with(|letter: char| letter.is_ascii_digit()) {
            held.has_number(part)
        } else {
            let key = part.to_lowercase();
            words.contains(part) || held.texts.iter().any(|text| text.contains(&key))
        }
    };
    parts.filter(|part| !part.is_empty()).find(|part| !is_known(part)).map(str::to_owned)
}

#[test]
fn whatever_csv_has_json_has() {
    let folder = tempfile::tempdir().unwrap();
    let roles = folder.path().join("roles");
    fs::create_dir(&roles).unwrap();
    for (name, text) in FILES {
        fs::write(roles.join(name), text).unwrap();
    }
    let registry = roles::load(&roles).unwrap();
    let catalogue = resolve::catalogue(&source::catalogue_alone()).unwrap();
    let mut faults = BTreeSet::new();
    for (language, written) in [
        ("en", include_str!("../../src/render/words/en.ftl")),
        ("fr", include_str!("../../src/render/words/fr.ftl")),
        ("es", include_str!("../../src/render/words/es.ftl")),
    ] {
        let mut known = Names::new();
        names(&registry, language, &mut known);
        names(&catalogue, language, &mut known);
        codes(written, &mut known);
        let words = written.split(|letter: char| !letter.is_alphanumeric()).collect();
        for command in COMMANDS.iter().chain(&QUESTIONS) {
            let mut held = Held::default();
            held.add(
                &serde_json::from_str(&run(folder.path(), command, "json", language)).unwrap(),
            );
            let csv = run(folder.path(), command, "csv", language);
            let mut records = csv::Reader::from_reader(csv.as_bytes());
            for record in records.records().map(Result::unwrap) {
                for cell in &record {
                    if let Some(part) = missing(cell, &held, &known, &words) {
                        faults.insert(format!("{language} {command}: {part:?} of {cell:?}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
