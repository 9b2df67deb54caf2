//! The same input gives the same bytes, tables fit, and every format holds what it is given.

use super::registries::{read, registry, registry_in_plain_letters, roster, team};
use proptest::prelude::*;
use roles::model::{Language, Registry, SizeIx};
use roles::query::advert::Advert;
use roles::query::{self, Rivals, Roster, TaskFilter};
use roles::render::pages::Evidence;
use roles::render::{
    Csv, DocumentFormat, Page, PageFormat, Reader, Terminal, chart, json, pages, write_document,
    write_page,
};
use roles::source::Sources;

/// Every page of a registry.
fn all_pages(registry: &Registry, roster: &Roster, reader: &Reader) -> Vec<Page> {
    let every: Vec<_> = registry.roles().collect();
    let evidence = Evidence { sources: true, files: None };
    let mut all = vec![
        pages::role_list(&query::roles(registry), reader),
        pages::task_list(&query::tasks(registry, &TaskFilter::default()), reader),
        pages::comparison(&query::compare(registry, &every), reader),
    ];
    all.extend(
        every.windows(2).map(|pair| pages::comparison(&query::compare(registry, pair), reader)),
    );
    all.extend(
        every
            .iter()
            .map(|&role| pages::role_card(&query::show_role(registry, role), evidence, reader)),
    );
    let shipped = roles::resolve::read(&roles::source::embedded()).unwrap();
    let old = Reader::new(&shipped, None);
    for most in [(usize::MAX, usize::MAX), (2, 2)] {
        let diff = query::diff(&shipped, registry);
        all.push(pages::difference(&diff, ["shipped", "roles"], most, [&old, reader]));
    }
    for question in ["a b c", "social media plan", "字 é"] {
        let rivals = Rivals {
            catalogue: registry,
            tasks: registry.tasks().take(2).collect(),
            may_win: true,
        };
        let answer = &query::who(registry, &rivals, question);
        let asked = pages::Asked { question, answer, team: None, catalogue: registry };
        all.push(pages::answer(&asked, reader));
    }
    let rivals =
        Rivals { catalogue: registry, tasks: registry.tasks().take(2).collect(), may_win: true };
    let names = registry.tasks().flat_map(|task| registry.task(task).name.all());
    let items: String = names.flat_map(|name| ["- ", name, "\n"]).collect();
    if let Ok(advert) = Advert::read(&format!("# A\u{1b}b\n- =1+1\n- a | b\n{items}")) {
        all.push(pages::advert(&advert.answer(registry, &rivals), registry, reader));
    }
    for size in registry.sizes().iter().filter_map(|size| registry.size_by_id(size.id.as_str())) {
        for by in [pages::By::Person, pages::By::Area, pages::By::Cadence, pages::By::Role] {
            all.push(pages::assignment(
                &plan(registry, size, roster),
                by,
                by != pages::By::Area,
                reader,
            ));
        }
        all.push(pages::checklist(&plan(registry, size, roster), reader));
        for roster in [roster, &Roster::default()] {
            let assignment = query::assign_without_limits(registry, Some(size), roster);
            all.push(pages::raci(&query::raci(registry, &assignment), reader));
            all.push(pages::risks(&query::risks(registry, Some(size), roster), reader));
        }
        let large = registry.size_by_id("large").unwrap();
        all.push(pages::growth(&query::growth(registry, size, large, roster), reader));
    }
    all
}

/// With those who are away, and what changes hands because of them.
fn plan<'r>(registry: &'r Registry, size: SizeIx, roster: &Roster) -> pages::Plan<'r> {
    let after = query::assign(registry, Some(size), roster);
    let before = query::assign(registry, Some(size), &roster.complete());
    let handovers = query::handovers(&before, &after);
    pages::Plan { handovers, ..pages::Plan::new(after) }
}

fn print(page: &Page, format: PageFormat, width: usize, reader: &Reader) -> String {
    let mut out = Vec::new();
    let terminal = Terminal { width, color: false, ascii: false };
    write_page(page, format, reader, terminal, Csv::Programs, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The job description of every role.
fn all_documents(registry: &Registry, format: DocumentFormat, reader: &Reader) -> Vec<String> {
    let write = |role| {
        let job = query::job_description(registry, role);
        let mut out = Vec::new();
        let document = pages::job_description(&job, &[], true, reader);
        write_document(&document, format, reader, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    registry.roles().map(write).collect()
}

/// What stands between `<` and `>`, but for the style sheet.
fn tags(html: &str) -> Vec<&str> {
    let (head, rest) = html.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    let pieces = head.split('<').skip(1).chain(body.split('<').skip(1));
    let name =
        |tag: &'_ str| tag.len() - tag.trim_start_matches(|letter: char| letter != '>').len();
    pieces.map(|tag| &tag[..name(tag)]).collect()
}

fn everything(sources: &Sources, team: &[super::registries::PersonPlan]) -> String {
    let registry = read(sources);
    let roster = roster(team, 2, &registry);
    let french = Language::parse("fr").unwrap();
    let reader = Reader::new(&registry, Some(&french));
    let mut all = String::new();
    for page in all_pages(&registry, &roster, &reader) {
        for format in [PageFormat::Table, PageFormat::Markdown, PageFormat::Csv, PageFormat::Html] {
            all.push_str(&print(&page, format, 80, &reader));
        }
    }
    for format in [DocumentFormat::Markdown, DocumentFormat::Html] {
        all.extend(all_documents(&registry, format, &reader));
    }
    let every: Vec<_> = registry.roles().collect();
    let mut bytes = Vec::new();
    json::comparison(&query::compare(&registry, &every), &reader, &mut bytes).unwrap();
    let size = registry.size_by_id("own").unwrap();
    json::assignment(&plan(&registry, size, &roster), &reader, &mut bytes).unwrap();
    let assignment = query::assign_without_limits(&registry, Some(size), &roster);
    json::raci(&query::raci(&registry, &assignment), &reader, &mut bytes).unwrap();
    let risks = query::risks(&registry, Some(size), &roster);
    json::risks(&risks, &reader, &mut bytes).unwrap();
    let chart = query::chart(&registry, &assignment);
    json::chart(&chart, &reader, &mut bytes).unwrap();
    chart::svg(&chart, &reader, &mut bytes).unwrap();
    let page = super::any_text::page::whole(&registry, &roster, &reader);
    all + &String::from_utf8(bytes).unwrap() + &page
}

/// The columns of a terminal that a line takes.
fn columns(line: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(line)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn the_same_input_gives_the_same_bytes_ten_times(sources in registry(), team in team()) {
        let first = everything(&sources, &team);
        for _ in 1..10 {
            prop_assert!(first == everything(&sources, &team));
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_is_wider_than_the_terminal(sources in registry_in_plain_letters(), team in team(), width in 20..170_usize) {
        let registry = read(&sources);
        let roster = roster(&team, 3, &registry);
        let reader = Reader::new(&registry, None);
        for page in all_pages(&registry, &roster, &reader) {
            for line in print(&page, PageFormat::Table, width, &reader).lines() {
                prop_assert!(columns(line) <= width, "{} > {width}: {line:?}", columns(line));
            }
        }
    }

    #[test]
    fn every_csv_record_has_every_column_and_no_formula(sources in registry(), team in team()) {
        let registry = read(&sources);
        let roster = roster(&team, 3, &registry);
        let reader = Reader::new(&registry, None);
        for page in all_pages(&registry, &roster, &reader) {
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
    fn a_job_description_holds_no_markup_but_its_own(sources in registry()) {
        let registry = read(&sources);
        let reader = Reader::new(&registry, None);
        for text in all_documents(&registry, DocumentFormat::Markdown, &reader) {
            for line in text.lines() {
                let is_ours = ["# ", "## ", "- ", "  - "].iter().any(|start| line.starts_with(start));
                prop_assert!(is_ours || line.is_empty() || !line.starts_with([' ', '#', '-', '+', '=', '>', '|', '`']), "{line:?}");
                // A comment parts what GitHub would link.
                let line = line.replace("<!-- -->", "");
                let marks = line.replace("\\\\", "").replace("\\*", "").replace("\\_", " ").replace("\\|", "");
                prop_assert!(!marks.contains(['<', '|']), "{line:?}");
                // Inside a word it marks nothing.
                let letters: Vec<char> = format!(" {marks} ").chars().collect();
                let marks_something = |three: &[char]| three[1] == '_' && ![three[0], three[2]].iter().all(|letter| letter.is_alphanumeric());
                prop_assert!(!letters.windows(3).any(marks_something), "{line:?}");
                prop_assert!(marks.matches('*').count() == if line.starts_with("- **") { 4 } else { 0 }, "{line:?}");
            }
        }
        for page in all_documents(&registry, DocumentFormat::Html, &reader) {
            for tag in tags(&page) {
                let name = tag.trim_start_matches('/').split(' ').next().unwrap();
                let known = ["!DOCTYPE", "!--", "html", "head", "meta", "title", "link", "style", "body", "main", "article", "section", "h1", "h2", "h3", "dl", "dt", "dd", "ul", "li", "p", "a", "bdi"];
                prop_assert!(known.contains(&name), "<{tag}> in {page}");
            }
        }
    }

    #[test]
    fn every_markdown_row_has_every_cell(sources in registry(), team in team()) {
        let registry = read(&sources);
        let roster = roster(&team, 3, &registry);
        let reader = Reader::new(&registry, None);
        for page in all_pages(&registry, &roster, &reader) {
            let text = print(&page, PageFormat::Markdown, 80, &reader);
            let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            let lines: Vec<&str> = text.lines().collect();
            let is_row = |line: &&&str| line.starts_with("| ");
            for tables in lines.windows(2).filter(|pair| pair.iter().filter(is_row).count() == 2) {
                prop_assert_eq!(bars(tables[0]), bars(tables[1]), "{}", text);
            }
            // A comment parts what GitHub would link.
            prop_assert!(!text.replace("<!-- -->", "").contains('<'));
        }
    }
}
