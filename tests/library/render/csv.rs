use super::{page, written};
use roles::model::Hours;
use roles::render::{Cell, Csv, Page, PageFormat, unguarded};

fn written_as(page: &Page, csv: Csv, language: &str) -> String {
    written(page, PageFormat::Csv, csv, language)
}

#[test]
fn formulas_are_defused_and_numbers_stay_numbers() {
    let rows = [
        ("=SUM(A1)", Cell::from(Hours::parse("2.5").ok())),
        ("say \"hi\", all", Cell::Count(3)),
        ("-x", Cell::Empty),
        ("a; \"=1+1\";b", Cell::Text("c\t=2".to_owned())),
    ];
    let rows = rows.map(|(name, hours)| vec![Cell::from(name), hours]);
    assert_eq!(
        written_as(&page(&["@name", "hours"], rows.into()), Csv::Programs, "en"),
        "'@name,hours\n'=SUM(A1),2.5\n\"say \"\"hi\"\", all\",3\n'-x,\n\"a;' \"\"=1+1\"\";b\",\"c\t'=2\"\n"
    );
}

#[test]
fn spreadsheets_get_their_readers_separator_and_decimals() {
    let page = page(&["hours", "n"], vec![vec![Hours::ONE.into(), 1_usize.into()]]);
    assert_eq!(written_as(&page, Csv::Excel, "en"), "\u{feff}hours,n\r\n1.0,1\r\n");
    assert_eq!(written_as(&page, Csv::Excel, "fr"), "\u{feff}hours;n\r\n1,0;1\r\n");
    assert_eq!(written_as(&page, Csv::Excel, "es-MX"), "\u{feff}hours,n\r\n1.0,1\r\n");
    assert_eq!(written_as(&page, Csv::Programs, "fr"), "hours,n\n1.0,1\n");
}

/// The cells of CSV that is read with this separator, line by line.
fn cells(line: &str, separator: char) -> Vec<String> {
    let records = csv::ReaderBuilder::new()
        .delimiter(u8::try_from(separator).unwrap())
        .has_headers(false)
        .flexible(true)
        .from_reader(line.as_bytes())
        .into_records();
    records.flat_map(|line| line.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn no_separator_shows_a_formula_and_every_guard_comes_off() {
    for text in [
        "=1", "'=1", "''=1", "'a", "a;=1", "a; =1", "a;'=1", "a;\"=1\";b", "a\t+1\n-1\r@b", "; ;=",
        "\"-\"", "", "it's; 'so'", "Plan; write", "a;=b;=c",
    ] {
        let line = written_as(&page(&["first", text], Vec::new()), Csv::Programs, "en");
        assert_eq!(unguarded(&cells(&line, ',')[1]), text);
        for separator in [';', '\t', '\n', '\r'] {
            let cells = cells(&line, separator);
            let mut shown = cells.iter().map(|cell| cell.trim_start());
            assert!(!shown.any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{line:?}");
        }
    }
}
