//! Workbooks: what CSV has stands in their cells, numbers as numbers, and nothing is a formula.

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

const REPORTS: [&[&str]; 10] = [
    &["list"],
    &["list", "--tasks"],
    &["compare"],
    &["compare", "--sizes", "sme", "large"],
    &["assign", "--large", "--to", "Ana=20", "--to", "Luis=10"],
    &["diff", "shipped", "old", "--exit-zero"],
    &["raci", "--large"],
    &["risks", "--large", "--team", "team.yaml"],
    &["match", "advert.md"],
    &["who", "answers", "comments"],
];

/// What a command writes.
fn written(arguments: &[&str], format: &str, folder: &Path) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    command.args(arguments).args(["--format", format]).current_dir(folder).env_clear();
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    output.stdout
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let advert = "# Community manager\n## Tasks\n- Reply to comments\n- Cook lunch\n";
    std::fs::write(folder.path().join("advert.md"), advert).unwrap();
    let old = folder.path().join("old");
    std::fs::create_dir(&old).unwrap();
    std::fs::write(old.join("registry.yaml"), "version: 1\n").unwrap();
    let role = "name: '=1+1'\ntasks: [{id: a, name: '@x', hours_per_week: 2}]\n";
    std::fs::write(old.join("community-manager.yaml"), role).unwrap();
    let team = "people: [{name: '=1+1', hours_per_week: 5}, {name: '@x'}]\n";
    std::fs::write(folder.path().join("team.yaml"), team).unwrap();
    folder
}

/// A row of cells, as CSV has them.
fn row(cells: &[Data]) -> Vec<String> {
    let cell = |cell: &Data| match cell {
        Data::Float(number) => number.to_string(),
        other => other.to_string(),
    };
    let mut row: Vec<String> = cells.iter().map(cell).collect();
    while row.last().is_some_and(String::is_empty) {
        row.pop();
    }
    row
}

#[test]
fn they_have_what_csv_has() {
    let folder = folder();
    for arguments in REPORTS {
        let bytes = written(arguments, "xlsx", folder.path());
        let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        let mut rows = BTreeSet::new();
        let names = workbook.sheet_names();
        for name in &names {
            let sheet = workbook.worksheet_range(name).unwrap();
            rows.extend(sheet.rows().map(row));
            let formulas = workbook.worksheet_formula(name).unwrap();
            assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{arguments:?}");
        }
        let lower: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(lower.len(), names.len(), "{names:?}");
        for expected in records(&written(arguments, "csv", folder.path())) {
            assert!(rows.contains(&expected), "{arguments:?}: {expected:?} is not in {rows:#?}");
        }
    }
}

/// The records of CSV, as [`row`] has them.
fn records(csv: &[u8]) -> Vec<Vec<String>> {
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).flexible(true).from_reader(csv);
    let record = |record: csv::StringRecord| {
        let mut cells: Vec<String> = record.iter().map(plain).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells
    };
    reader.records().map(|written| record(written.unwrap())).collect()
}

/// Another program reads every sheet and writes it as CSV; `.ci/release` asks for it.
#[test]
#[ignore = "it needs LibreOffice"]
fn libreoffice_reads_them_cell_by_cell() {
    let folder = folder();
    for (number, arguments) in REPORTS.iter().enumerate() {
        let name = format!("report{number}");
        let file = folder.path().join(&name).with_extension("xlsx");
        std::fs::write(&file, written(arguments, "xlsx", folder.path())).unwrap();
        let out = folder.path().join(&name);
        let every_sheet =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
        let mut command = Command::new("soffice");
        command.arg(format!("-env:UserInstallation=file://{}/office", folder.path().display()));
        command.args(["--headless", "--convert-to", every_sheet, "--outdir"]).arg(&out).arg(&file);
        assert!(command.output().unwrap().status.success(), "{command:?}");
        let sheets = std::fs::read_dir(&out).unwrap().map(|sheet| sheet.unwrap().path());
        let read: BTreeSet<Vec<String>> =
            sheets.flat_map(|sheet| records(&std::fs::read(sheet).unwrap())).collect();
        for expected in records(&written(arguments, "csv", folder.path())) {
            assert!(read.contains(&expected), "{arguments:?}: {expected:?} is not in {read:#?}");
        }
    }
}

/// A cell of CSV without its guard, and a number without what says nothing.
fn plain(cell: &str) -> String {
    let is_guarded = ["'=", "'@"].iter().any(|guarded| cell.starts_with(guarded));
    let cell = if is_guarded { &cell[1..] } else { cell };
    cell.parse().map_or_else(|_| cell.to_owned(), |number: f64| number.to_string())
}

#[test]
fn hours_are_numbers_and_every_section_has_its_sheet() {
    let folder = folder();
    let bytes =
        written(&["assign", "--large", "--to", "Ana=20", "--to", "Luis"], "xlsx", folder.path());
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    assert!(names.iter().any(|name| name.starts_with("Ana")), "{names:?}");
    assert_eq!(names.last().map(String::as_str), Some("Notes"));
    let sheet = workbook.worksheet_range(&names[0]).unwrap();
    let hours = sheet.rows().next().unwrap().iter().position(|cell| *cell == "Hours");
    let hours = hours.expect("there is such a heading");
    let is_number = |row: &[Data]| matches!(row[hours], Data::Float(_));
    assert!(sheet.rows().skip(1).any(is_number));
    let is_right = |row: &[Data]| matches!(row[hours], Data::Float(_) | Data::Empty);
    assert!(sheet.rows().skip(1).all(is_right));
}

#[test]
fn sheets_are_called_what_they_hold() {
    let folder = folder();
    let names = |arguments: &[&str]| {
        let bytes = written(arguments, "xlsx", folder.path());
        open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes)).unwrap().sheet_names().join(" | ")
    };
    assert_eq!(
        names(&["risks", "--large"]),
        "Risks | Depends on one position | Nobody knows how long it takes | Notes"
    );
    assert_eq!(names(&["list"]), "Role | Notes");
    let who = ["who", "answers", "comments", "--lang", "fr"];
    let mut workbook: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(written(&who, "xlsx", folder.path()))).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    let Some(Data::Float(score)) = sheet.get((1, 1)) else { panic!("{sheet:?}") };
    let csv = written(&[&who[..], &["--csv", "excel"]].concat(), "csv", folder.path());
    let text = format!(";{score:.2};").replace('.', ",");
    assert!(String::from_utf8(csv).unwrap().contains(&text), "{text}");
    assert_eq!(
        names(&[
            "assign",
            "--large",
            "--to",
            "a/b [c]",
            "--to",
            "Maximiliana Aurelia von Hohenstein (Sales)"
        ]),
        "a b c | Maximiliana Aurelia von Hohenst | Load, hours a week | Notes"
    );
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let folder = folder();
    let bytes = || written(&["list", "--tasks"], "xlsx", folder.path());
    assert_eq!(bytes(), bytes());
}
