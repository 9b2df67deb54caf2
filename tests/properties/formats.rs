//! The same input gives the same bytes, tables fit, and every format holds what it is given.

use super::registries::{people, read, registry, registry_in_plain_letters, team};
use proptest::prelude::*;
use roles::model::{Language, Registry};
use roles::query::{self, Person, TaskFilter};
use roles::render::{Look, Page, PageFormat, Reader, json, pages, write_page};
use roles::source::Sources;

/// Every page of a registry.
fn all_pages(registry: &Registry, people: &[Person], reader: &Reader) -> Vec<Page> {
    let every: Vec<_> = registry.roles().collect();
    let mut all = vec![
        pages::role_list(&query::roles(registry), reader),
        pages::task_list(&query::tasks(registry, &TaskFilter::default()), reader),
        pages::comparison(&query::compare(registry, &every), reader),
    ];
    all.extend(
        every
            .windows(2)
            .map(|pair| pages::comparison(&query::compare(registry, pair), reader)),
    );
    all.extend(
        every
            .iter()
            .map(|&role| pages::role_card(&query::show_role(registry, role), true, reader)),
    );
    for question in ["a b c", "social media plan", "字 é"] {
        let answer = query::who(registry, question);
        all.push(pages::answer(&answer, question, reader));
    }
    for size in registry
        .sizes()
        .iter()
        .filter_map(|size| registry.size_by_id(size.id.as_str()))
    {
        for by in [
            pages::By::Person,
            pages::By::Area,
            pages::By::Cadence,
            pages::By::Role,
        ] {
            all.push(pages::assignment(
                &query::assign(registry, size, people, None),
                by,
                None,
                reader,
            ));
        }
        let large = registry.size_by_id("large").unwrap();
        all.push(pages::growth(&query::growth(registry, size, large), reader));
    }
    all
}

fn print(page: &Page, format: PageFormat, width: usize, reader: &Reader) -> String {
    let mut out = Vec::new();
    write_page(
        page,
        format,
        reader,
        Look {
            width,
            color: false,
            ascii: false,
        },
        &mut out,
    )
    .unwrap();
    String::from_utf8(out).unwrap()
}

fn everything(sources: &Sources, team: &[super::registries::PersonPlan]) -> String {
    let registry = read(sources);
    let people = people(team, &registry);
    let french = Language::parse("fr").unwrap();
    let reader = Reader::new(&registry, Some(&french));
    let mut all = String::new();
    for page in all_pages(&registry, &people, &reader) {
        for format in [PageFormat::Table, PageFormat::Markdown, PageFormat::Csv] {
            all.push_str(&print(&page, format, 80, &reader));
        }
    }
    let every: Vec<_> = registry.roles().collect();
    let mut bytes = Vec::new();
    json::comparison(&query::compare(&registry, &every), &reader, &mut bytes).unwrap();
    let size = registry.size_by_id("own").unwrap();
    json::assignment(
        &query::assign(&registry, size, &people, None),
        None,
        &reader,
        &mut bytes,
    )
    .unwrap();
    all + &String::from_utf8(bytes).unwrap()
}

/// The columns of a terminal that a line takes.
fn columns(line: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(line)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_same_input_gives_the_same_bytes_ten_times(sources in registry(), team in team()) {
        let first = everything(&sources, &team);
        for _ in 1..10 {
            prop_assert!(first == everything(&sources, &team));
        }
    }

    #[test]
    fn nothing_is_wider_than_the_terminal(sources in registry_in_plain_letters(), team in team(), width in 20..170_usize) {
        let registry = read(&sources);
        let people = people(&team, &registry);
        let reader = Reader::new(&registry, None);
        for page in all_pages(&registry, &people, &reader) {
            for line in print(&page, PageFormat::Table, width, &reader).lines() {
                prop_assert!(columns(line) <= width, "{} > {width}: {line:?}", columns(line));
            }
        }
    }

    #[test]
    fn every_csv_record_has_every_column_and_no_formula(sources in registry(), team in team()) {
        let registry = read(&sources);
        let people = people(&team, &registry);
        let reader = Reader::new(&registry, None);
        for page in all_pages(&registry, &people, &reader) {
            let text = print(&page, PageFormat::Csv, 80, &reader);
            let mut records = csv::Reader::from_reader(text.as_bytes());
            let width = records.headers().unwrap().len();
            for record in records.records() {
                let record = record.unwrap();
                prop_assert_eq!(record.len(), width);
                prop_assert!(!record.iter().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
            }
        }
    }

    #[test]
    fn every_markdown_row_has_every_cell(sources in registry(), team in team()) {
        let registry = read(&sources);
        let people = people(&team, &registry);
        let reader = Reader::new(&registry, None);
        for page in all_pages(&registry, &people, &reader) {
            let text = print(&page, PageFormat::Markdown, 80, &reader);
            let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            let rows: Vec<usize> = text.lines().filter(|line| line.starts_with("| ")).map(bars).collect();
            prop_assert!(rows.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
            prop_assert!(!text.contains('<'));
        }
    }
}
