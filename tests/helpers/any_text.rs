//! What has to hold of any files as a registry: problems with places inside their files, or a registry to ask; and
//! neither the problems nor the answers show anything raw.

#[path = "page.rs"]
pub mod page;
#[path = "raw.rs"]
mod raw;

use raw::is_raw;
use roles::model::Registry;
use roles::problem::{Place, Problem};
use roles::query::{self, Rivals, Roster, TaskFilter};
use roles::render::pages::Evidence;
use roles::render::problems::{self, github, sarif};
use roles::render::{
    Csv, DocumentFormat, Page, PageFormat, Reader, Terminal, chart, json, pages, write_document,
    write_page,
};
use roles::source::{SourceFile, Sources, Span};
use roles::{check, resolve};

const TERMINAL: Terminal = Terminal { width: 80, color: false, ascii: true };

/// Reads `registry.yaml` and a role, beside one that nothing is wrong with, and looks at all that comes of it. Returns
/// the problems.
pub fn read(registry: impl AsRef<[u8]>, role: impl AsRef<[u8]>) -> Vec<Problem> {
    read_all(registry.as_ref(), role.as_ref(), None)
}

/// The same with a file of people.
pub fn read_with_team(
    registry: impl AsRef<[u8]>,
    role: impl AsRef<[u8]>,
    team: impl AsRef<[u8]>,
) -> Vec<Problem> {
    read_all(registry.as_ref(), role.as_ref(), Some(("team", team.as_ref())))
}

/// The same with a file of other words for tasks.
pub fn read_with_other_words(
    registry: impl AsRef<[u8]>,
    role: impl AsRef<[u8]>,
    words: impl AsRef<[u8]>,
) -> Vec<Problem> {
    read_all(registry.as_ref(), role.as_ref(), Some(("also_called", words.as_ref())))
}

fn read_all(registry: &[u8], role: &[u8], beside: Option<(&str, &[u8])>) -> Vec<Problem> {
    let file = |stem: &str, bytes: &[u8]| {
        SourceFile::from_bytes(format!("roles/{stem}.yaml"), stem.to_owned(), bytes.into())
    };
    let mut files = vec![
        file("other", b"name: Other\ntasks: [{id: o, name: O}]"),
        file("registry", registry),
        file("role", role),
    ];
    files.extend(beside.map(|(stem, bytes)| file(stem, bytes)));
    look_at_all(&Sources::of(files))
}

/// The same with a base that has such a role, and one that nothing is wrong with.
pub fn read_over(
    registry: impl AsRef<[u8]>,
    role: impl AsRef<[u8]>,
    base: impl AsRef<[u8]>,
) -> Vec<Problem> {
    let file = |folder: &str, stem: &str, bytes: &[u8]| {
        SourceFile::from_bytes(format!("{folder}/{stem}.yaml"), stem.to_owned(), bytes.into())
    };
    let own = [file("roles", "registry", registry.as_ref()), file("roles", "role", role.as_ref())];
    let mut sources = Sources::of(own.into());
    sources.base = Ok(vec![
        file("base", "other", b"name: Other\ntasks: [{id: o, name: O}]"),
        file("base", "registry", b"version: 1\n"),
        file("base", "role", base.as_ref()),
    ]);
    look_at_all(&sources)
}

fn look_at_all(sources: &Sources) -> Vec<Problem> {
    let problems = match resolve::read(sources) {
        Ok(registry) => {
            ask(&registry);
            check::warnings(&registry, sources)
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            problems
        }
    };
    for problem in &problems {
        look_at(problem, sources);
    }
    for machine in [problems::json, sarif, github] {
        let mut out = Vec::new();
        machine(&problems, sources, &mut out).expect("memory takes everything");
        // A tab only moves on to the next stop.
        let out = String::from_utf8(out).expect("a report is text");
        refuse_raw(&out.replace('\t', " "));
    }
    problems
}

fn look_at(problem: &Problem, sources: &Sources) {
    let place = match problem.place {
        Place::Span(span) => Some(span),
        Place::Position(..) | Place::File(_) => None,
    };
    let related = problem.related.as_ref().map(|&(span, _)| span);
    for Span { file, start, end } in place.into_iter().chain(related) {
        let text = sources.file(file).expect("a known file").text();
        assert!(
            text.get(start as usize..end as usize).is_some(),
            "{problem:?} lies outside its file"
        );
    }
    let mut drawn = Vec::new();
    problems::write_all(std::slice::from_ref(problem), sources, TERMINAL, 1, &mut drawn)
        .expect("memory takes everything");
    refuse_raw(&String::from_utf8(drawn).expect("a drawing is text"));
}

/// Asks for lists, a comparison, each role and each size, and writes the answers in every format.
fn ask(registry: &Registry) {
    let reader = Reader::new(registry, None);
    let roles: Vec<_> = registry.roles().collect();
    let evidence = Evidence { sources: true, files: None };
    let mut all = vec![
        pages::role_list(&query::roles(registry), &reader),
        pages::task_list(&query::tasks(registry, &TaskFilter::default()), &reader),
        pages::comparison(&query::compare(registry, &roles), &reader),
    ];
    all.extend(
        roles
            .iter()
            .map(|&role| pages::role_card(&query::show_role(registry, role), evidence, &reader)),
    );
    for &role in &roles {
        let job = query::job_description(registry, role);
        let document = pages::job_description(&job, &[], true, &reader);
        for format in [DocumentFormat::Markdown, DocumentFormat::Html] {
            let mut out = Vec::new();
            write_document(&document, format, &reader, &mut out).expect("memory takes everything");
            refuse_raw(&String::from_utf8(out).expect("a document is text"));
        }
    }
    let question = "o role reply \u{1b}[31m";
    let rivals = Rivals { catalogue: registry, tasks: Vec::new(), may_win: true };
    let answer = &query::who(registry, &rivals, question);
    let asked = pages::Asked { question, answer, team: None, catalogue: registry };
    all.push(pages::answer(&asked, &reader));
    all.extend(registry.sizes().iter().map(|size| {
        let size = registry.size_by_id(size.id.as_str()).expect("a known size");
        let assignment = query::assign(registry, Some(size), &Roster::default());
        pages::assignment(&pages::Plan::new(assignment), pages::By::Person, true, &reader)
    }));
    for page in &all {
        write(page, &reader);
    }
    let roster = registry.team().map(Roster::from).unwrap_or_default();
    refuse_raw(&page::whole(registry, &roster, &reader));
    let assignment = query::assign(registry, None, &roster);
    let drawn = query::chart(registry, &assignment);
    let mut out = Vec::new();
    for write in [chart::mermaid, chart::dot, chart::svg, json::chart] {
        write(&drawn, &reader, &mut out).expect("memory takes everything");
    }
    chart::tree(&drawn, &reader, TERMINAL, &mut out).expect("memory takes everything");
    refuse_raw(&String::from_utf8(out).expect("a chart is text"));
}

fn write(page: &Page, reader: &Reader) {
    let texts = [PageFormat::Table, PageFormat::Markdown, PageFormat::Csv, PageFormat::Html];
    let texts = texts.map(|format| (format, Csv::Programs));
    for (format, csv) in texts.into_iter().chain([(PageFormat::Csv, Csv::Excel)]) {
        let mut out = Vec::new();
        write_page(page, format, reader, TERMINAL, csv, &mut out).expect("memory takes everything");
        let text = String::from_utf8(out).expect("a page is text");
        // A mark of the encoding and the line ends of Windows are for spreadsheets.
        refuse_raw(&text.trim_start_matches('\u{feff}').replace("\r\n", "\n"));
    }
    let mut out = Vec::new();
    write_page(page, PageFormat::Xlsx, reader, TERMINAL, Csv::Programs, &mut out)
        .expect("it is a workbook");
}

/// Characters that move the cursor or turn the direction of writing must not be shown as they are.
fn refuse_raw(shown: &str) {
    if let Some(place) = shown.find(is_raw) {
        let line = shown[..place].rsplit('\n').next().unwrap_or_default();
        panic!("shown raw after {line:?}");
    }
}
