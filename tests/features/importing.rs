//! What `roles import` makes of sheets: what they said cell for cell, with an account of every row; and of what the program
//! exports itself, the same again.

use crate::said;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const SHEETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/any/import.in");

/// The exit status, the report and what else was said.
pub fn run(folder: &Path, line: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    let output = command.args(line).current_dir(folder).env_clear().output().unwrap();
    let [out, err] = [output.stdout, output.stderr].map(said::text);
    (output.status.code().unwrap_or(-1), out, err)
}

pub fn succeeds(folder: &Path, line: &str) -> String {
    let (status, out, err) = run(folder, &line.split(' ').collect::<Vec<_>>());
    assert_eq!(status, 0, "{line}: {err}");
    out
}

/// Imports a sheet into `roles` in a folder of its own; what it says as JSON.
fn imported(path: &Path) -> (TempDir, serde_json::Value) {
    let folder = tempfile::tempdir().unwrap();
    let line = ["import", path.to_str().unwrap(), "--format", "json"];
    let (status, out, err) = run(folder.path(), &line);
    assert_eq!(status, 0, "{err}");
    (folder, serde_json::from_str(&out).unwrap())
}

pub fn imported_text(text: impl AsRef<[u8]>) -> (TempDir, serde_json::Value) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sheet.csv");
    fs::write(&path, text).unwrap();
    imported(&path)
}

/// The rows of CSV that the program wrote, by their headings.
fn records(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// For each task, who has which letters.
pub fn matrix(csv: &str, names: &[&str]) -> BTreeMap<String, String> {
    let cells = |record: &BTreeMap<String, String>| {
        let cells = names.iter().map(|&name| record[name].as_str());
        cells.collect::<Vec<_>>().join("|")
    };
    records(csv).iter().map(|record| (record["Task"].clone(), cells(record))).collect()
}

/// The cells of an account that did not simply become something, with the reasons.
pub fn reasons(account: &serde_json::Value) -> BTreeMap<&str, &str> {
    let rows = account["rows"].as_array().unwrap().iter();
    rows.filter_map(|row| Some((row["cell"].as_str()?, row["reason"].as_str()?))).collect()
}

#[test]
fn a_matrix_is_what_the_sheet_said_cell_for_cell() {
    let (folder, account) = imported(&Path::new(SHEETS).join("raci.csv"));
    let raci = succeeds(folder.path(), "raci --format csv");
    let expected = [
        ("Yearly plan", "R/A|C|I|"),
        ("Goals, with numbers", "A|R||C"),
        ("Posts for Instagram", "I|A|R|"),
        ("Reels", "|A|R|R"),
        // The second A does not count.
        ("Newsletter", "A||R|"),
        // Nobody answers for these two: who does them.
        ("Stories", "|R/A|I|"),
        ("Photo archive", "||R/A|"),
        // Nobody does it: who answers for it.
        ("Press review", "R/A|||"),
    ];
    let expected = expected.map(|(task, cells)| (task.to_owned(), cells.to_owned()));
    assert_eq!(matrix(&raci, &["Ana", "Luis", "Zoë Müller", "Agency"]), expected.into());
    assert_eq!(account["shape"], "matrix");
    let expected = [
        ("A2", "above-heading"),
        ("C12", "second-accountable"),
        ("A13", "no-accountable"),
        ("A14", "no-accountable"),
        ("C14", "unknown-letters"),
        ("A15", "nobody"),
        ("A16", "no-responsible"),
        ("A17", "total"),
        ("A18", "footnote"),
        ("A19", "footnote"),
    ];
    assert_eq!(reasons(&account), expected.into());
    let times = records(&succeeds(folder.path(), "list --tasks --format csv"));
    let times: BTreeMap<&str, String> = times
        .iter()
        .map(|task| (&*task["Task"], format!("{} {}", task["Cadence"], task["Hours"])))
        .collect();
    assert_eq!(times["Posts for Instagram"], "every two weeks 2.5");
    assert_eq!(times["Newsletter"], "monthly 1.5");
    assert_eq!(times["Goals, with numbers"], "quarterly 1.5");
    assert_eq!(times["Press review"], "weekly 0.5");
}

/// The same of a workbook with headings in two rows, merged areas, a time, and what no formula gave.
#[test]
fn a_workbook_is_what_it_showed_cell_for_cell() {
    let (folder, account) = imported(&Path::new(SHEETS).join("bakery.xlsx"));
    let raci = succeeds(folder.path(), "raci --format csv");
    let expected = [
        ("Yearly plan", "R/A|C|I|"),
        ("Budget", "A|R||C"),
        ("Posts for Instagram", "I|A|R|"),
        ("Reels", "|A|R|R"),
        ("Photos of the shop", "R/A|||"),
        ("Answer comments", "A|R||"),
        ("Answer reviews", "A|R||"),
    ];
    let expected = expected.map(|(task, cells)| (task.to_owned(), cells.to_owned()));
    assert_eq!(matrix(&raci, &["Ana", "Luis", "Zoë", "Agency"]), expected.into());
    let areas = records(&raci).into_iter().map(|row| row["Area"].clone()).collect::<BTreeSet<_>>();
    assert_eq!(areas, ["Planning", "Content", "Community"].map(str::to_owned).into());
    let expected = [
        ("'Who does what'!A2", "above-heading"),
        ("'Who does what'!B10", "no-accountable"),
        ("'Who does what'!H12", "error"),
        ("'Who does what'!A14", "total"),
        ("'Who does what'!H14", "formula"),
        ("'Who does what'!A15", "footnote"),
        ("'Phone list'!A1", "other-sheet"),
        ("Old!A1", "other-sheet"),
    ];
    assert_eq!(reasons(&account), expected.into());
}

#[test]
fn a_registry_gets_what_a_further_sheet_has() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    sheet(
        "one.csv",
        "Role,Task,Area,Person\nEditor,Write,Content,Ana\nEditor,Correct,Content,Luis\n",
    );
    sheet("two.csv", "Role,Task,Area,Person\nDesigner,Draw,Content,Eva\nDesigner,Print,Shop,Mia\n");
    sheet("again.csv", "Role,Task,Person\nPrinter,Cut,Eva\n");
    sheet("roles.csv", "Task,Editor in chief,Agency\nPlan,R,R\n");
    succeeds(folder.path(), "import one.csv");
    let team = fs::read_to_string(folder.path().join("roles/team.yaml")).unwrap();
    fs::write(folder.path().join("roles/team.yaml"), format!("# Ours.\n{team}")).unwrap();
    succeeds(folder.path(), "import two.csv");
    succeeds(folder.path(), "check --strict");
    let tasks = records(&succeeds(folder.path(), "assign --format csv"));
    let done: BTreeSet<String> =
        tasks.iter().map(|task| format!("{} {}", task["Task"], task["Person"])).collect();
    let expected = ["Write Ana", "Correct Luis", "Draw Eva", "Print Mia"];
    assert_eq!(done, expected.map(str::to_owned).into());
    let before = fs::read_to_string(folder.path().join("roles/team.yaml")).unwrap();
    assert!(before.starts_with("# Ours.\n"));
    for (line, why) in [
        ("import two.csv", "there is a role 'designer' already, in roles/designer.yaml"),
        ("import again.csv", "Eva is in the team already"),
        ("import roles.csv", "positions cannot be added"),
    ] {
        let (status, _, err) = run(folder.path(), &line.split(' ').collect::<Vec<_>>());
        let err = err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(status == 2 && err.contains(why), "{line}: {err}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("roles/team.yaml")).unwrap(), before);
}

/// So does one that extends another, whose areas are there already.
#[test]
fn a_registry_that_extends_another_gets_roles_too() {
    let folder = tempfile::tempdir().unwrap();
    succeeds(folder.path(), "init");
    let text = "Role,Task,Area,Person\nDesigner,Draw,Publishing,Eva\nDesigner,Print,Shop,Mia\n";
    fs::write(folder.path().join("sheet.csv"), text).unwrap();
    succeeds(folder.path(), "import sheet.csv");
    succeeds(folder.path(), "check");
    let head = fs::read_to_string(folder.path().join("roles/registry.yaml")).unwrap();
    assert!(head.contains("extends: shipped") && head.contains("Shop"), "{head}");
    assert!(!head.contains("Publishing"), "{head}");
    assert_eq!(records(&succeeds(folder.path(), "list --format csv")).len(), 3);
}

/// A list has a sheet for each role.
#[test]
fn sheets_with_the_same_headings_are_read_as_one() {
    let folder = tempfile::tempdir().unwrap();
    succeeds(folder.path(), "init");
    let text = "people:\n  - {name: Ana, roles: [social-media-manager, community-manager]}\n";
    fs::write(folder.path().join("roles/team.yaml"), text).unwrap();
    succeeds(folder.path(), "list --tasks -o list.xlsx");
    let (again, account) = imported(&folder.path().join("list.xlsx"));
    assert_eq!(account["sheets"].as_array().map(Vec::len), Some(2));
    let roles = records(&succeeds(again.path(), "list --format csv"));
    assert_eq!(roles.len(), 2);
}

#[test]
fn names_in_cells_are_what_the_sheet_said() {
    let (folder, account) = imported(&Path::new(SHEETS).join("equipe.csv"));
    assert_eq!((&account["shape"], &account["who"]), (&"names".into(), &"people".into()));
    assert_eq!(reasons(&account), BTreeMap::new());
    let raci = succeeds(folder.path(), "raci --format csv --lang en");
    let expected = [
        ("Rédiger les articles", "R/A|R|C|I"),
        ("Répondre aux commentaires", "A|R|I|I"),
        ("Préparer le plan de crise", "C|R|R|A"),
    ];
    let expected = expected.map(|(task, cells)| (task.to_owned(), cells.to_owned()));
    assert_eq!(matrix(&raci, &["Éloïse", "Jérôme", "Léa", "Direction"]), expected.into());
}

#[test]
fn roles_across_become_positions() {
    let sheet = "Task;Social media manager;Community manager;Agency\nPlan;A/R;C;\nPosts;A;R;R\n";
    let (folder, account) = imported_text(sheet);
    assert_eq!(account["who"], "roles");
    let raci = succeeds(folder.path(), "raci --size team --format csv");
    let names = ["Social media manager", "Community manager", "Agency"];
    let expected = [("Plan", "R/A|C|"), ("Posts", "A|R|R")];
    let expected = expected.map(|(task, cells)| (task.to_owned(), cells.to_owned()));
    assert_eq!(matrix(&raci, &names), expected.into());
    // Where nobody shares a task, each role is a position of its own.
    let (folder, _) = imported_text("Task,Editor,Designer\nPlan,R,A\nDraw,A,R\n");
    succeeds(folder.path(), "check --strict");
    succeeds(folder.path(), "raci --large");
}

/// Every row that is not empty has an account, by the row of its cell.
#[test]
fn every_row_is_accounted_for() {
    let sheets = fs::read_dir(SHEETS).unwrap().map(|entry| entry.unwrap().path());
    let sheets: Vec<PathBuf> = sheets.filter(|path| path.ends_with("raci.csv")).collect();
    for path in sheets {
        let (_, account) = imported(&path);
        let row =
            |cell: &str| cell.trim_start_matches(|letter: char| letter.is_alphabetic()).to_owned();
        let rows = account["rows"].as_array().unwrap();
        let named: BTreeSet<String> =
            rows.iter().map(|account| row(account["cell"].as_str().unwrap())).collect();
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            let is_filled = line.contains(|letter| letter != ',');
            assert_eq!(named.contains(&(number + 1).to_string()), is_filled, "{line}");
        }
    }
}

#[test]
fn odd_sheets_are_read_as_they_are_meant() {
    // Headings that nobody has, and none above the tasks.
    let (folder, _) = imported_text(",Ana,Luis\nReply,R,A\nPost,x,\n");
    let raci = succeeds(folder.path(), "raci --format csv");
    assert_eq!(matrix(&raci, &["Ana", "Luis"])["Reply"], "R|A");
    // A column that ticks off is no person.
    let (_, account) = imported_text("Task,Who,Done\nReply,Ana,x\nPost,Luis,\n");
    assert_eq!(reasons(&account), [("C1", "unread-column")].into());
    // A list of tasks alone.
    let (folder, account) =
        imported_text("Tasks of our shop\n\nTask,Notes\nReply,\nPost,on Mondays\nCount,\n");
    assert_eq!((reasons(&account), &account["shape"]), (BTreeMap::new(), &"list".into()));
    assert!(succeeds(folder.path(), "list").contains("Tasks of our shop"));
    // Whoever is called as a file of the registry is, and twice the same name.
    let (folder, _) = imported_text("Task,Team,Con,registry\nPlan,R,A,\nPlan,,R,A\nÉté,,,R\n");
    succeeds(folder.path(), "check");
    assert_eq!(records(&succeeds(folder.path(), "list --tasks --format csv")).len(), 3);
    // Rows with numbers, and what other programs export.
    let sheet = "RACI 2026\n,,Designer,Legal\n1,Plan,A,R\n1.1,Budget,R/A,C\n";
    let (folder, account) = imported_text(sheet);
    assert_eq!(reasons(&account), BTreeMap::new());
    assert!(fs::read_to_string(folder.path().join("roles/legal.yaml")).unwrap().contains("Plan"));
    let (_, account) = imported_text("Name,Section/Column,Assignee\nPlan,Strategy,Ana\n");
    assert_eq!(
        (reasons(&account), &account["rows"][1]["became"]),
        (BTreeMap::new(), &"task".into())
    );
    // What stands for nobody is no name.
    let (folder, _) = imported_text("Task,Owner\nPlan,Ana\nPost,N/A\nReply,?\nCount,TBD\n");
    let team = fs::read_to_string(folder.path().join("roles/team.yaml")).unwrap();
    assert_eq!(team.matches("name:").count(), 1, "{team}");
    // A list of people.
    let sheet = "Name,Role,Hours,Notes\nAna,Editor,20,lead\nLuis,Editor,,\n";
    let (folder, account) = imported_text(sheet);
    assert_eq!(account["rows"][1]["became"], "person");
    assert_eq!(reasons(&account), [("D2", "not-of-people")].into());
    assert!(fs::read_to_string(folder.path().join("roles/team.yaml")).unwrap().contains("Luis"));
}

#[test]
fn hours_that_do_not_go_with_others_are_named() {
    let sheet = "Task,Frequency,Hours,Hours each time,Person\nBake,daily,12,2,Ana\nClean,weekly,3,1,Ana\n\
                 Sell,,4,1,Ana\nCount,monthly,,2,Ana\nMove,,2 h once,,Ana\n";
    let (folder, account) = imported_text(sheet);
    let named =
        [("C3", "unknown-hours"), ("D4", "hours-without-cadence"), ("C6", "hours-without-cadence")];
    assert_eq!(reasons(&account), named.into());
    let tasks = records(&succeeds(folder.path(), "list --tasks --format csv"));
    let hours: Vec<(&str, &str)> =
        tasks.iter().map(|task| (&*task["Task"], &*task["Hours"])).collect();
    assert_eq!(
        hours,
        [("Bake", "10.0"), ("Clean", "1.0"), ("Sell", "4.0"), ("Count", "0.462"), ("Move", "")]
    );
}

/// What a registry in use says, in a language, as CSV.
fn exported(folder: &Path, line: &str, language: &str) -> BTreeSet<String> {
    let line = format!("{line} --format csv --lang {language}");
    succeeds(folder, &line).lines().map(str::to_owned).collect()
}

#[test]
fn what_is_exported_is_read_back() {
    let folder = tempfile::tempdir().unwrap();
    succeeds(folder.path(), "init");
    succeeds(folder.path(), "add content-creator press-officer community-moderator");
    let team = "people:\n  - {name: Ana, roles: [social-media-manager, press-officer]}\n  - {name: Luis, roles: [community-manager]}\n  - {name: Eva, roles: [community-manager, content-creator]}\n  - {name: Zoé, roles: [community-moderator]}\n";
    fs::write(folder.path().join("roles/team.yaml"), team).unwrap();
    for language in ["en", "fr", "es"] {
        for line in ["list --tasks", "raci", "assign"] {
            let here = exported(folder.path(), line, language);
            for (sheet, option) in [("a.csv", ""), ("b.csv", " --csv excel"), ("c.xlsx", "")] {
                succeeds(folder.path(), &format!("{line} --lang {language} -o {sheet}{option}"));
                let (again, account) = imported(&folder.path().join(sheet));
                let mut reasons = reasons(&account);
                reasons.retain(|_, reason| *reason != "other-sheet");
                assert_eq!(reasons, BTreeMap::new(), "{line}");
                assert_eq!(
                    exported(again.path(), line, language),
                    here,
                    "{line}, {language}, {sheet}"
                );
            }
        }
    }
}
