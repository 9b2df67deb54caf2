//! Cells of sheets, as people write them and as the formats of sheets have them.

use super::importing::{imported_text, matrix, reasons, run, succeeds};
use serde_json::{Value, json};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Tasks with a cell each below a heading, and a further cell.
fn column(headings: &str, cells: &[&str], further: &str) -> String {
    let row = |(number, cell): (usize, &&str)| format!("\nt{number},\"{cell}\"{further}");
    let rows: String = cells.iter().enumerate().map(row).collect();
    format!("Task,{headings}{rows}\n")
}

/// What a registry has of each task under these keys.
fn tasks(folder: &Path, keys: &[&str]) -> Vec<Value> {
    let tasks = succeeds(folder, "list --tasks --format json");
    let tasks: Value = serde_json::from_str(&tasks).unwrap();
    let tasks = tasks["tasks"].as_array().unwrap().iter();
    tasks.map(|task| keys.iter().map(|&key| task[key].clone()).collect()).collect()
}

/// The accounts of a sheet's rows under a key.
fn accounts<'a>(account: &'a Value, key: &str) -> Vec<&'a str> {
    let rows = account["rows"].as_array().unwrap().iter();
    rows.map(|row| row[key].as_str().unwrap_or_default()).collect()
}

/// An ODS file with these sheets.
fn ods(sheets: &[(&str, &str)]) -> Vec<u8> {
    let table = |(name, rows): &(&str, &str)| {
        format!("<table:table table:name='{name}'>{rows}</table:table>")
    };
    let tables: String = sheets.iter().map(table).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    write!(zip, "<office:spreadsheet>{tables}</office:spreadsheet>").unwrap();
    zip.finish().unwrap().into_inner()
}

/// A row of such a sheet with these cells, each the attributes and what stands in the cell.
fn row(cells: &[(&str, &str)]) -> String {
    let cell = |(attributes, inside): &(&str, &str)| {
        format!("<table:table-cell {attributes}>{inside}</table:table-cell>")
    };
    let cells: String = cells.iter().map(cell).collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

const TEXT: &str = "office:value-type='string'";

#[test]
fn letters_are_read_as_people_write_them() {
    for (cells, expected) in [
        ("R | x | ✓ | S | Responsable", "R|A"),
        ("a/r | R, A | RA | R (A)", "R/A|"),
        ("C*", "C|R/A"),
        ("I ¹", "I|R/A"),
        ("–", "|R/A"),
    ] {
        // Enough letters make a column one of letters.
        let cells = [cells.split(" | ").collect(), vec!["R", "C", "I", "A"]].concat();
        let (folder, account) = imported_text(column("Ana,Luis", &cells, ",A"));
        let found = matrix(&succeeds(folder.path(), "raci --format csv"), &["Ana", "Luis"]);
        for (number, cell) in cells[..cells.len() - 4].iter().enumerate() {
            assert_eq!(found[&format!("t{number}")], expected, "{cell}");
        }
        assert!(!reasons(&account).values().any(|reason| *reason == "unknown-letters"));
    }
    let unknown = ["?", "2", "Ana", "Eva", "later", "to be seen"];
    let cells = [&unknown[..], &["R"; 6]].concat();
    let (_, account) = imported_text(column("Ana,Luis", &cells, ",A"));
    for (number, cell) in unknown.iter().enumerate() {
        assert_eq!(reasons(&account)[&*format!("B{}", number + 2)], "unknown-letters", "{cell}");
    }
}

#[test]
fn rhythms_are_read_as_people_write_them() {
    for (cells, cadence, days) in [
        ("Tous les jours", "daily", 0),
        ("Weekly (Mondays) | once a week", "weekly", 0),
        ("every two weeks | cada dos semanas", "biweekly", 0),
        ("1x/month | 1 fois par mois", "monthly", 0),
        ("trimestrielle", "quarterly", 0),
        ("una vez al año", "yearly", 0),
        ("lundi et jeudi", "weekly", 2),
        ("du lundi au jeudi", "weekly", 4),
        ("Mon-Fri | lunes a viernes", "weekly", 5),
    ] {
        let cells: Vec<&str> = cells.split(" | ").collect();
        let (folder, account) = imported_text(column("Frequency", &cells, ""));
        assert!(reasons(&account).is_empty());
        for (task, cell) in tasks(folder.path(), &["cadence", "on"]).iter().zip(&cells) {
            let found = task[1].as_array().unwrap().len();
            assert_eq!((&task[0], found), (&json!(cadence), days), "{cell}");
        }
    }
    let (_, account) = imported_text(column("Frequency", &["every blue moon"], ""));
    assert_eq!(reasons(&account), [("B2", "unknown-cadence")].into());
}

#[test]
fn hours_are_read_as_people_write_them() {
    let keys = ["cadence", "hours_per_week", "hours_each_time"];
    for (cells, expected) in [
        ("2,5 h | 2h30", json!([null, 2.5, null])),
        ("1:30 | 90 min", json!([null, 1.5, null])),
        ("1 h 15 min", json!([null, 1.25, null])),
        ("~3 | 3h/semaine", json!([null, 3.0, null])),
        ("2 heures", json!([null, 2.0, null])),
        ("0,25", json!([null, 0.25, null])),
        ("env. 4 hrs.", json!([null, 4.0, null])),
        ("2 h per month", json!(["monthly", 0.462, 2.0])),
    ] {
        let cells: Vec<&str> = cells.split(" | ").collect();
        let (folder, account) = imported_text(column("Hours", &cells, ""));
        assert!(reasons(&account).is_empty());
        for (task, cell) in tasks(folder.path(), &keys).iter().zip(&cells) {
            assert_eq!(*task, expected, "{cell}");
        }
    }
    let unknown = ["2-3 h", "a lot", "0", "200", "1 day"];
    let (_, account) = imported_text(column("Hours", &unknown, ""));
    for (number, cell) in unknown.iter().enumerate() {
        assert_eq!(reasons(&account)[&*format!("B{}", number + 2)], "unknown-hours", "{cell}");
    }
}

#[test]
fn several_names_stand_in_a_cell() {
    let sheet = "Task,Who\na,\"Ana, José María & Zoé\nLuis et Eva\"\nb,Ana y Luis; –\n";
    let (folder, _) = imported_text(sheet);
    let raci = succeeds(folder.path(), "raci --format csv");
    let heading = raci.lines().next().unwrap();
    assert!(heading.ends_with(",Ana,José María,Zoé,Luis,Eva"), "{heading}");
    let names = ["Ana", "José María", "Zoé", "Luis", "Eva"];
    assert_eq!(matrix(&raci, &names)["b"].matches('R').count(), 2);
}

#[test]
fn own_headings_and_those_of_people_are_known_in_each_language() {
    let sheet =
        "To do,N°,La réalise,Responde de ella,FRÉQUENCE,Hours a week\nPlan,7,Ana,Luis,weekly,2\n";
    let (folder, account) = imported_text(sheet);
    assert!(reasons(&account).is_empty());
    let raci = succeeds(folder.path(), "raci --format csv --lang en");
    assert_eq!(matrix(&raci, &["Ana", "Luis"])["Plan"], "R|A");
    let found = tasks(folder.path(), &["cadence", "hours_per_week"]);
    assert_eq!(found, [json!(["weekly", 2.0])]);
    for (headings, language) in [("Tâche,Notes,Qui", "fr"), (",Ana,Luis", "en")] {
        let (folder, _) = imported_text(format!("{headings}\nPlan,R,A\nPost,R,A\n"));
        let head = fs::read_to_string(folder.path().join("roles/registry.yaml")).unwrap();
        assert!(head.contains(&format!("languages: [{language}]")), "{head}");
    }
}

#[test]
fn encodings_separators_and_blank_lines_are_found() {
    let text = "Tâche;Heures\r\n\r\n\"Écrire; lire\";2,5\r\n";
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let eight_bit = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    for bytes in [
        text.as_bytes().to_vec(),
        eight_bit,
        utf16(&format!("\u{feff}{text}")),
        utf16(text),
        format!("\u{feff}sep=;\r\n{text}").into_bytes(),
    ] {
        let (folder, account) = imported_text(bytes);
        assert_eq!(accounts(&account, "cell"), ["A1", "A3"]);
        let found = tasks(folder.path(), &["name", "hours_per_week"]);
        assert_eq!(found, [json!(["Écrire; lire", 2.5])]);
    }
    let (_, account) = imported_text("Task\tb, c\n\"d\ne\"\tf");
    assert_eq!(accounts(&account, "text"), ["Task", "b, c", "d\ne"]);
    let (folder, _) = imported_text("Task,Notes\n'=1,\"a;' =2\"\n'a,b");
    let role = fs::read_to_string(folder.path().join("roles/sheet.yaml")).unwrap();
    for line in ["name: \"=1\"", "detail: a; =2", "name: \"'a\""] {
        assert!(role.contains(line), "{role}");
    }
}

#[test]
fn cells_are_called_as_in_spreadsheets() {
    let mut headings = vec![""; 703];
    headings[..2].copy_from_slice(&["Task", "Hours"]);
    for column in [25, 26, 701, 702] {
        headings[column] = "Weather";
    }
    let cells = headings.join(",").replace("Task,Hours", "Plan,2").replace("Weather", "fair");
    let (_, account) = imported_text(format!("{}\n{cells}\n", headings.join(",")));
    let unread = reasons(&account);
    assert_eq!(unread.into_keys().collect::<Vec<_>>(), ["AA1", "AAA1", "Z1", "ZZ1"]);
    let sheet = [["Task", "Hours"], ["a", "1"]].map(|cells| {
        let [task, hours] = cells.map(|cell| format!("<text:p>{cell}</text:p>"));
        row(&[(TEXT, &task), (TEXT, &hours)])
    });
    let sheet = sheet.concat();
    let (_, account) = imported_text(ods(&[("Plan", &sheet), ("2nd quarter", &sheet)]));
    let cells = ["Plan!A1", "Plan!A2", "'2nd quarter'!A1", "'2nd quarter'!A2"];
    assert_eq!(accounts(&account, "cell"), cells);
}

#[test]
fn cells_of_open_documents_say_what_they_show_and_repeated_ones_are_bounded() {
    let headings = row(&[
        (TEXT, "<text:p>Hours</text:p>"),
        (TEXT, "<text:p>Task</text:p>"),
        (TEXT, "<text:p>Notes</text:p>"),
    ]);
    let twice = row(&[
        ("office:value-type='float' office:value='2.5'", "<text:p>2,5</text:p>"),
        (
            "office:value-type='string' table:number-columns-repeated='2'",
            "<text:p>a &amp; <text:span>b</text:span></text:p><text:p>c</text:p>\
             <office:annotation><text:p>no</text:p></office:annotation>",
        ),
        ("table:number-columns-repeated='16380'", ""),
    ]);
    let twice = twice.replacen("row", "row table:number-rows-repeated='2'", 1);
    let time = row(&[
        ("office:value-type='time' office:time-value='PT01H30M00S'", ""),
        (TEXT, "<text:p>Plan</text:p>"),
    ]);
    let end = row(&[("", "")]).replacen("row", "row table:number-rows-repeated='1048574'", 1);
    let (folder, account) = imported_text(ods(&[("A", &(headings + &twice + &time + &end))]));
    assert_eq!(accounts(&account, "text"), ["Hours", "a & b\nc", "a & b\nc", "Plan"]);
    let found = tasks(folder.path(), &["name", "hours_per_week"]);
    assert_eq!(found, [json!(["a & b c", 2.5]), json!(["a & b c", 2.5]), json!(["Plan", 1.5])]);
    let role = fs::read_to_string(folder.path().join("roles/sheet.yaml")).unwrap();
    assert!(role.contains("a & b\\nc") || role.contains("|-\n      a & b\n      c"), "{role}");
    let filled = "office:value-type='string' table:number-columns-repeated='99999999999'";
    let endless = ods(&[("A", &row(&[(filled, "<text:p>x</text:p>")]))]);
    fs::write(folder.path().join("endless.ods"), endless).unwrap();
    let (_, _, said) = run(folder.path(), &["import", "endless.ods"]);
    assert!(said.contains("A!ALM1: more than 1000 columns"), "{said}");
}

#[test]
fn merged_cells_say_the_same_as_far_as_the_sheet_goes() {
    let title = format!("{TEXT} table:number-columns-spanned='16384'");
    let block = format!("{TEXT} table:number-rows-spanned='2' table:number-columns-spanned='2'");
    let endless = format!("{TEXT} table:number-rows-spanned='99999999999'");
    let text = |text: &str| format!("<text:p>{text}</text:p>");
    let [task, area, notes, who] = ["Task", "Area", "Notes", "Who"].map(text);
    let (b, c) = (text("b"), text("c"));
    let covered = row(&[(TEXT, &c), ("", "")]).replace("-cell ></table:table-cell", "-cell/");
    let rows = [
        row(&[(&title, &text("Shop"))]),
        row(&[(TEXT, &task), (TEXT, &area), (TEXT, &notes), (TEXT, &who)]),
        row(&[(TEXT, &b), (&block, &text("a")), ("", ""), (&endless, &text("Ana"))]),
        covered.replace("table:table-cell/", "table:covered-table-cell/"),
        row(&[(TEXT, &text("d"))]),
    ];
    let (folder, account) = imported_text(ods(&[("A", &rows.concat())]));
    assert_eq!(accounts(&account, "became"), ["title", "heading", "task", "task", "task"]);
    let found = tasks(folder.path(), &["task", "area"]);
    assert_eq!(found, [json!(["ana/b", "a"]), json!(["ana/c", "a"]), json!(["ana/d", null])]);
    let role = fs::read_to_string(folder.path().join("roles/ana.yaml")).unwrap();
    assert_eq!(role.matches("detail: a\n").count(), 2, "{role}");
    let head = fs::read_to_string(folder.path().join("roles/registry.yaml")).unwrap();
    assert!(head.contains("title: Shop"), "{head}");
}
