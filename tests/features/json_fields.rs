//! Programs rely on the fields of JSON: `json_fields.txt` lists each with its kinds. None goes or changes by accident;
//! `FIELDS=overwrite cargo test --test features json_fields` writes what there is now. A field that goes or changes its kind
//! needs a new version of its schema.

use crate::csv_and_json::{COMMANDS, FILES, QUESTIONS, run};
use crate::documentation::{ROOT, pages};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

const LIST: &str = "tests/features/json_fields.txt";

/// Files beside the registry that says everything: adverts, a sheet, a registry with mistakes, and one that says little.
const BESIDE: [(&str, &str); 13] = [
    (
        "advert.md",
        "# Scribe\n## Tasks\n- Keep the book\n- Buy paid ads\n- Carry letters\n- Feed the goldfish\n- Answer letters, carry parcels\n",
    ),
    ("advert.answers", "6\tnone\n"),
    (
        "away.yaml",
        "people:
  - {name: Ana, roles: [chief, scribe], away: [{from: 2020-01-01, until: 2099-12-31}]}
  - {name: Luis}
",
    ),
    ("half.md", "# Scribe\n## Tasks\n- Keep the book\n"),
    ("strange.md", "## Tasks\n- Feed the goldfish\n"),
    ("sheet.csv", "Task,Ana,Luis\nPay the bills,R,A\nFeed the goldfish,A,A\nRest,,\n"),
    ("wrong/registry.yaml", "version: 1\n"),
    ("wrong/scribe.yaml", "name: Scribe\nfocus: operatons\ntasks: [{id: rest}]\n"),
    ("wrong/runner.yaml", ""),
    (
        "bare/registry.yaml",
        "version: 1
sources: {guild: {title: Guild handbook, url: https://guild.example}}
sizes:
  - {id: one, name: One, employees: {max: 9}, staffing: custom, positions: [{id: top, name: Top, roles: [chief]}]}
  - {id: house, name: House, staffing: one-per-role}
",
    ),
    (
        "bare/chief.yaml",
        "name: Chief
tasks:
  - {id: rest, name: Rest, handoffs: [{to: scribe/rest}]}
  - {id: talk, name: Talk, coordinates_with: scribe}
  - {id: parcels, name: Carry parcels, cadence: weekly, on: [monday], hours_each_time: 1, importance: supplemental, sources: [guild]}
",
    ),
    (
        "bare/scribe.yaml",
        "name: Scribe
purpose: Rests.
reports_to: chief
tasks: [{id: rest, name: Rest}]
",
    ),
    (
        "bare/team.yaml",
        "people: [{name: Ana, position: chief}, {name: Luis, roles: [scribe]}]
vacancies: [{position: chief, from: 2027-01-04}]
",
    ),
];

/// What else there is to say with them.
const FURTHER: [&str; 34] = [
    "show scribe --as job-description --employer E --place P --contract C --hours H --pay P --contact C",
    "show chief --as job-description",
    "show chief/pay",
    "compare --sizes house lone --no-team",
    "assign --team roles/team.yaml --on 2027-01-10 --person Ana",
    "chart --team roles/team.yaml --on 2027-01-10",
    "chart --size house --depth 1",
    "chart --size pair --to Ana --to Luis",
    "who what does Ana do --team roles/team.yaml",
    "who pays the bills --team away.yaml",
    "who is a scribe",
    "match advert.md --answers advert.answers",
    "match half.md",
    "match strange.md",
    "import sheet.csv imported",
    "import raci.xlsx imported-too",
    "check",
    "check wrong",
    "diff bare",
    "diff roles bare",
    "list --registry bare",
    "show chief --registry bare",
    "show scribe --registry bare",
    "show chief/rest --registry bare",
    "show chief/parcels --registry bare",
    "show chief --as job-description --registry bare",
    "compare --registry bare",
    "compare --sizes one house --no-team --registry bare",
    "assign --size one --no-team --registry bare",
    "assign --size house --team bare/team.yaml --on 2027-01-10 --registry bare",
    "raci --size one --no-team --registry bare",
    "chart --size one --no-team --registry bare",
    "risks --size one --no-team --registry bare",
    "who rests --no-team --registry bare",
];

/// What there is to say of the shipped one.
const SHIPPED: [&str; 9] = [
    "list",
    "list --tasks",
    "show community-manager",
    "show community-manager --as job-description",
    "compare",
    "compare --sizes sme large --to Ana --to Luis",
    "assign --large --to Ana=20 --to Luis=10 --without Luis",
    "assign --sme --to Ana --to Luis --without Luis",
    "chart --large",
];

/// Objects whose keys are ids and no fields.
const BY_ID: [&str; 3] = ["classification", "only", "rows[].cells"];

/// The kinds of each field, by its schema and its path.
type Fields = BTreeMap<(String, String), BTreeSet<&'static str>>;

fn add(fields: &mut Fields, schema: &str, path: &str, value: &Value) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    fields.entry((schema.to_owned(), path.to_owned())).or_default().insert(kind);
    match value {
        Value::Array(items) => {
            for item in items {
                add(fields, schema, &format!("{path}[]"), item);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                let key = if BY_ID.contains(&path) { "*" } else { key };
                let path = if path == "." { key.to_owned() } else { format!("{path}.{key}") };
                add(fields, schema, &path, value);
            }
        }
        _ => {}
    }
}

fn add_report(fields: &mut Fields, folder: &Path, command: &str) {
    let report: Value = serde_json::from_str(&run(folder, command, "json", "en")).unwrap();
    add(fields, report["schema"].as_str().unwrap(), ".", &report);
}

/// The fields of all reports.
fn fields() -> Fields {
    let mut fields = Fields::new();
    let empty = tempfile::tempdir().unwrap();
    for command in SHIPPED {
        add_report(&mut fields, empty.path(), command);
    }
    let full = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = full.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    for (name, text) in FILES {
        write(&format!("roles/{name}"), text);
    }
    for (path, text) in BESIDE {
        write(path, text);
    }
    let mut workbook = Command::new(env!("CARGO_BIN_EXE_roles"));
    workbook.args(["raci", "--size", "pair", "--output", "raci.xlsx"]).env_clear();
    assert!(workbook.current_dir(full.path()).output().unwrap().status.success());
    for command in COMMANDS.iter().chain(&QUESTIONS).chain(&FURTHER) {
        add_report(&mut fields, full.path(), command);
    }
    fields
}

/// The names of schemas in a folder of the code.
fn schemas_in(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            schemas_in(&path, found);
            continue;
        }
        let Ok(code) = fs::read_to_string(path) else { continue };
        let names = code.split("\"roles.").skip(1).filter_map(|rest| rest.split('"').next());
        let schemas = names.filter(|name| name.contains("/v"));
        found.extend(schemas.map(|name| format!("roles.{name}")));
    }
}

#[test]
fn fields_stay() {
    let fields = fields();
    let line = |((schema, path), kinds): (&(String, String), &BTreeSet<&str>)| {
        let kinds = kinds.iter().copied().collect::<Vec<_>>().join("|");
        format!("{schema} {path} {kinds}\n")
    };
    let now: String = fields.iter().map(line).collect();
    let list = Path::new(ROOT).join(LIST);
    if std::env::var("FIELDS").is_ok_and(|word| word == "overwrite") {
        fs::write(&list, &now).unwrap();
    }
    let listed = fs::read_to_string(&list).unwrap();
    let [gone, new] = [(&listed, &now), (&now, &listed)].map(|(these, those)| {
        let those: BTreeSet<&str> = those.lines().collect();
        these.lines().filter(|line| !those.contains(line)).collect::<Vec<_>>()
    });
    assert!(
        listed == now,
        "{LIST} has {gone:#?}\nbut reports have {new:#?}\n\
         FIELDS=overwrite cargo test --test features json_fields writes the list anew"
    );
}

#[test]
fn every_field_is_seen_with_a_value() {
    let fields = fields();
    let without = fields.iter().filter(|((schema, path), kinds)| {
        let item = (schema.clone(), format!("{path}[]"));
        let is_empty = kinds.contains("list") && !fields.contains_key(&item);
        is_empty || kinds.iter().all(|kind| *kind == "null")
    });
    assert_eq!(without.collect::<Vec<_>>(), []);
}

#[test]
fn every_schema_is_listed_and_documented() {
    let mut schemas = BTreeSet::new();
    schemas_in(&Path::new(ROOT).join("src"), &mut schemas);
    assert!(schemas.len() > 14, "{schemas:?}");
    let listed = fs::read_to_string(Path::new(ROOT).join(LIST)).unwrap();
    let listed = listed.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned);
    assert_eq!(listed.collect::<BTreeSet<_>>(), schemas);
    let formats = pages().into_iter().find(|page| page.path == "docs/formats.md").unwrap();
    for schema in schemas {
        assert!(formats.text.contains(&format!("`{schema}`")), "{schema}");
    }
}
