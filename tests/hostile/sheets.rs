//! Sheets that nobody makes, and files that are none: they are answered in time, or refused with the cell where there is one.

use super::cases::{full, pieces};
use super::harness::{Outcome, Registry, SHARE};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip archive of these files.
fn archive(files: &[(&str, String)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook with these sheets in its list, all of which are this one, and these texts that its cells share.
fn workbook(sheets: usize, sheet: &str, shared: &str) -> Vec<u8> {
    let name = |number| format!("<sheet name='S{number}' sheetId='{number}' r:id='rId1'/>");
    let names: String = (1..=sheets).map(name).collect();
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, what: &str, to: &str| {
        format!("<Relationship Id='{id}' Type='{kind}/{what}' Target='{to}'/>")
    };
    archive(&[
        (
            "_rels/.rels",
            format!(
                "<Relationships>{}</Relationships>",
                relation("a", "officeDocument", "xl/workbook.xml")
            ),
        ),
        ("xl/workbook.xml", format!("<workbook xmlns:r='r'><sheets>{names}</sheets></workbook>")),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships>{}{}</Relationships>",
                relation("rId1", "worksheet", "worksheets/sheet1.xml"),
                relation("rId2", "sharedStrings", "sharedStrings.xml")
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet>{sheet}</worksheet>")),
        ("xl/sharedStrings.xml", shared.to_owned()),
        ("xl/vbaProject.bin", "macros".to_owned()),
    ])
}

fn rows(rows: &str) -> Vec<u8> {
    let head = "<row r='1'><c r='A1' t='inlineStr'><is><t>Task</t></is></c><c r='B1' t='inlineStr'><is><t>Who</t></is></c></row>";
    workbook(1, &format!("<sheetData>{head}{rows}</sheetData>"), "<sst/>")
}

/// An ODS file with these rows.
fn document(rows: &str) -> Vec<u8> {
    let table = format!("<table:table table:name='T'>{rows}</table:table>");
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        ("content.xml", content),
    ])
}

fn imported(name: &str, bytes: &[u8]) -> Outcome {
    let registry = Registry::new().with(name, bytes);
    let file = format!("roles/{name}");
    registry.run(name, &["import", &file, "made", "--dry-run"])
}

/// Refused, and the message says so.
fn refused(name: &str, bytes: &[u8], says: &str) {
    let outcome = imported(name, bytes);
    assert_eq!(outcome.status, Some(2), "{name}: {}", outcome.head());
    assert!(outcome.err.contains(says), "{name}: {}", outcome.head());
    assert!(outcome.err.lines().count() > 1, "{name} says what to do: {}", outcome.err);
}

#[test]
fn what_grows_is_refused_before_it_has_grown() {
    let spaces = " ".repeat(40 << 20);
    refused("bomb.xlsx", &rows(&spaces), "more than 32 MiB");
    refused("bomb.ods", &document(&spaces), "more than 32 MiB");
    let far = "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>";
    refused("far.xlsx", &rows(far), "XFD1048576: more than 20000 rows");
    let wide = "<row r='2'><c r='XFD2'><v>1</v></c></row>";
    refused("wide.xlsx", &rows(wide), "S1!XFD2: more than 1000 columns");
    let many =
        pieces(60_000, |row| format!("<row r='{0}'><c r='A{0}'><v>1</v></c></row>", row + 2));
    refused("many.xlsx", &rows(&many), "S1!A20001: more than 20000 rows");
    refused("sheets.xlsx", &workbook(100_000, "<sheetData/>", "<sst/>"), "more than 200 sheets");
    let shared = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(32_767));
    let cells =
        pieces(19_000, |row| format!("<row r='{0}'><c r='A{0}' t='s'><v>0</v></c></row>", row + 2));
    refused(
        "shared.xlsx",
        &workbook(1, &format!("<sheetData>{cells}</sheetData>"), &shared),
        "16 MiB of text",
    );
    let corner =
        pieces(19_000, |row| format!("<row r='{0}'><c r='ALL{0}'><v>1</v></c></row>", row + 2));
    refused("corner.xlsx", &rows(&corner), "more than 500000 cells");
    let merged = "<mergeCell ref='A1:B900'/>".repeat(100_000);
    let sheet = format!(
        "<sheetData><row r='900'><c r='B900'><v>1</v></c></row></sheetData><mergeCells>{merged}</mergeCells>"
    );
    refused("merged.xlsx", &workbook(1, &sheet, "<sst/>"), "too many cells are merged");
    for (name, attributes, says) in [
        ("columns.ods", "table:number-columns-repeated='16384'", "T!ALM1: more than 1000 columns"),
        ("rows.ods", "table:number-rows-repeated='99999999999999999999'", "no heading"),
        ("rows2.ods", "table:number-rows-repeated='1048576'", "T!A20001: more than 20000 rows"),
    ] {
        let row = format!(
            "<table:table-row {attributes}><table:table-cell office:value-type='string' {attributes}><text:p>x</text:p></table:table-cell></table:table-row>"
        );
        refused(name, &document(&row), says);
    }
}

/// A sheet with too much does not keep the others from being read.
#[test]
fn other_sheets_are_read() {
    let table = |name: &str, cell: &str| {
        let cells = ["Task", "Who", "Reply", cell].map(|text| {
            format!("<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>")
        });
        let [task, who, reply, cell] = cells;
        format!(
            "</table:table><table:table table:name='{name}'><table:table-row>{task}{who}</table:table-row><table:table-row>{reply}{cell}</table:table-row>"
        )
    };
    let far = "<table:table-row table:number-rows-repeated='30000'><table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>";
    let outcome = imported(
        "data.ods",
        &document(&format!("{far}{}{}", table("B", "Ana"), table("C", "Luis"))),
    );
    assert_eq!(outcome.status, Some(0), "{}", outcome.head());
    assert!(outcome.out.contains("data.ods › B, C"), "{}", outcome.out);
    assert!(outcome.err.contains("T!A1 “T!A20001: more than 20000 rows”"), "{}", outcome.err);
    let many: String = pieces(999, |row| {
        format!(
            "<row r='{0}'><c r='A{0}' t='inlineStr'><is><t>T</t></is></c><c r='B{0}' t='inlineStr'><is><t>A</t></is></c></row>",
            row + 2
        )
    });
    let head = "<row r='1'><c r='A1' t='inlineStr'><is><t>Task</t></is></c><c r='B1' t='inlineStr'><is><t>Who</t></is></c></row>";
    let sheets = workbook(100, &format!("<sheetData>{head}{many}</sheetData>"), "<sst/>");
    refused("together.xlsx", &sheets, "more than 20000 rows together");
}

#[test]
fn what_is_no_sheet_is_refused() {
    let good = rows("<row r='2'><c r='A2' t='inlineStr'><is><t>Reply</t></is></c></row>");
    refused("half.xlsx", &good[..good.len() / 2], "no workbook that can be read");
    refused("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "with a password");
    refused("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "neither a workbook nor text");
    refused("zip.xlsx", &archive(&[("a.txt", "a".to_owned())]), "no workbook that can be read");
    refused("empty.xlsx", b"", "the sheet is empty");
    let locked =
        archive(&[("content.xml", String::new()), ("META-INF/manifest.xml", String::new())]);
    refused("locked.ods", &locked, "the sheet is empty");
    refused("nul.csv", b"Task,Who\na\0b,c\n", "neither a workbook nor text");
    let laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>";
    refused("laughs.ods", &document(&format!("{laughs}{}", "<a>".repeat(10))), "no workbook");
}

#[test]
fn odd_workbooks_are_read() {
    // An ending that is wrong, either way.
    for name in ["right.xlsx", "wrong.csv"] {
        let good = rows(
            "<row r='2'><c r='A2' t='inlineStr'><is><t>Reply</t></is></c><c r='B2' t='inlineStr'><is><t>Ana</t></is></c></row>",
        );
        let outcome = imported(name, &good);
        assert_eq!(outcome.status, Some(0), "{name}: {}", outcome.head());
    }
    assert_eq!(imported("text.xlsx", b"Task,Who\nReply,Ana\n").status, Some(0));
    // What a terminal would obey, and formulas.
    let escape = "<row r='2'><c r='A2' t='inlineStr'><is><t>Re_x001B_[31mply\u{202e}</t></is></c><c r='B2'><f>HYPERLINK(\"http://a\")</f></c></row>";
    let outcome = imported("escape.xlsx", &rows(escape));
    assert_eq!(outcome.status, Some(0), "{}", outcome.head());
    assert!(outcome.err.contains("B2 “=HYPERLINK"), "{}", outcome.err);
}

#[test]
fn any_text_is_answered_or_refused() {
    let people = pieces(900, |number| format!(",P{number}"));
    let row = |number: usize| format!("T{number}{}\n", ",R".repeat(900));
    for (case, text) in [
        ("commas.csv", full("", ",", "")),
        ("lines.csv", full("", "\n", "")),
        ("quotes.csv", full("", "\"", "")),
        ("separators.csv", full("sep=;\n", "a;b\n", "")),
        ("letters.csv", full("", "a", "")),
        ("tasks.csv", full("Task\n", "a\n", "")),
        ("names.csv", full("Task,Who\n", "a,\"b, c & d\"\n", "")),
        ("answers.csv", full("Task,Responsible,Accountable\n", "a,b,c\n", "")),
        ("unknown.csv", full("Task,Ana,Hours\n", "a,R,?\nb,?,?\n", "")),
        ("sections.csv", full("Task,Ana\n", "a,R\nb,\n", "")),
        ("escapes.csv", full("Task,Ana\n", "\u{1b}[2J\u{202e},R\n", "")),
        ("crowd.csv", format!("Task{people}\n{}", pieces(500 / SHARE, row))),
    ] {
        let outcome = imported(case, text.as_bytes());
        assert!(matches!(outcome.status, Some(0 | 2)), "{case}: {}", outcome.head());
    }
}
