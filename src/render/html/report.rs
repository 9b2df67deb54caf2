//! The report: everything about a registry on one page, for people without a terminal. Its tables are those of the other
//! reports; cards and drawings are its own.

use super::page::{Frame, HtmlText, REPORT_START};
use super::parts::{Card, Figure, Part, SourceItem, handoffs_drawn, handoffs_listed, plain_texts};
use super::table::HtmlTable;
use crate::model::Language;
use crate::query::{Assignment, Chart, Comparison, Exchange, Person, Raci, RoleRow};
use crate::render::chart;
use crate::render::pages::{self, Plan};
use crate::render::reader::Reader;
use askama::Template;
use std::io::{self, Write};

/// What a report is made of.
#[derive(Debug)]
pub struct Report<'a> {
    /// What it is called; without a title, as the registry is.
    pub title: Option<String>,
    /// The roles.
    pub roles: Vec<RoleRow>,
    /// The roles side by side, if they are few.
    pub comparison: Option<Comparison<'a>>,
    /// What roles hand to one another.
    pub handoffs: Vec<Exchange<'a>>,
    /// Who does what: first the people, if there are any, then each company size.
    pub companies: Vec<Company<'a>>,
    /// The number of the company that is shown first.
    pub first: usize,
}

/// Who does what in one company.
#[derive(Debug)]
pub struct Company<'a> {
    /// Who does what in the hours that there are.
    pub plan: &'a Plan<'a>,
    /// Who answers for what.
    pub raci: Raci<'a>,
    /// Who reports to whom.
    pub chart: Chart<'a>,
}

#[derive(Template)]
#[template(path = "report.html", config = "src/render/html/askama.toml")]
struct ReportPage {
    frame: Frame,
    title: HtmlText,
    /// What the list of chapters is called.
    contents: String,
    made_by: String,
    lead: HtmlText,
    sums: Option<HtmlText>,
    chapters: Vec<Chapter>,
}

/// Writes the page.
pub fn report(report: &Report, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let mut list = pages::role_list(&report.roles, reader);
    let sums = list.notes.pop().unwrap_or(list.title);
    let two_roles = report.comparison.as_ref().filter(|comparison| comparison.roles.len() == 2);
    let difference = two_roles.map(|comparison| pages::in_one_line(comparison, reader));
    let title = match (&report.title, reader.registry.title()) {
        (Some(asked), _) => HtmlText::plain(asked),
        (None, Some(title)) => HtmlText::new(title, reader),
        (None, None) => HtmlText::plain(reader.title()),
    };
    let version = env!("CARGO_PKG_VERSION");
    let page = ReportPage {
        frame: Frame::new(REPORT_START, &title.text, reader),
        title,
        contents: reader.word("report-contents"),
        made_by: reader.say("report-made-by", [("version", version)]),
        lead: HtmlText::plain(difference.as_ref().unwrap_or(&sums)),
        sums: difference.is_some().then(|| HtmlText::plain(sums)),
        chapters: chapters(report, reader),
    };
    page.write_into(out)
}

/// A chapter with its title.
struct Chapter {
    /// Its name in links.
    id: &'static str,
    title: String,
    lead: Vec<HtmlText>,
    content: Content,
}

/// What stands in a chapter.
enum Content {
    /// Roles.
    Cards(Vec<Card>),
    /// One below another.
    Parts(Vec<Part>),
    /// One of several.
    Choice {
        parts: Vec<Part>,
        /// Which is shown first.
        first: usize,
        /// Whether paper shows all of them, and not only the one that is chosen.
        prints_all: bool,
    },
    Sources(Vec<SourceItem>),
}

/// All chapters that have something to say.
fn chapters(report: &Report, reader: &Reader) -> Vec<Chapter> {
    let mut all = vec![
        roles(report, reader),
        areas(report, reader),
        companies(report, reader),
        raci(report, reader),
        charts(report, reader),
        handoffs(report, reader),
        sources(reader),
    ];
    if has_people(report) {
        // Whoever names people wants to see them first.
        all[..5].rotate_left(2);
    }
    all.into_iter().flatten().collect()
}

fn has_people(report: &Report) -> bool {
    report.companies.iter().any(|company| company.plan.assignment.has_people())
}

/// A chapter; `None` if it would be empty.
fn chapter(id: &'static str, content: Content, reader: &Reader) -> Option<Chapter> {
    let is_empty = match &content {
        Content::Cards(cards) => cards.is_empty(),
        Content::Parts(parts) | Content::Choice { parts, .. } => parts.is_empty(),
        Content::Sources(sources) => sources.is_empty(),
    };
    let title = reader.word(&format!("report-{id}"));
    (!is_empty).then_some(Chapter { id, title, lead: Vec::new(), content })
}

fn roles(report: &Report, reader: &Reader) -> Option<Chapter> {
    let cards = report.roles.iter().map(|row| Card::new(row, reader));
    chapter("roles", Content::Cards(cards.collect()), reader)
}

fn areas(report: &Report, reader: &Reader) -> Option<Chapter> {
    reader.registry.tasks().next()?;
    let page = match &report.comparison {
        Some(comparison) => pages::tasks_by_area(comparison, reader),
        None => pages::roles_by_area(reader),
    };
    chapter("areas", Content::Parts(vec![Part::of(&page, reader)]), reader)
}

fn companies(report: &Report, reader: &Reader) -> Option<Chapter> {
    let mut parts = Vec::with_capacity(report.companies.len());
    for company in &report.companies {
        let assignment = &company.plan.assignment;
        let mut page = pages::assignment(company.plan, pages::By::Person, false, reader);
        if !assignment.has_people() && assignment.positions.len() > 1 {
            page.more.extend(pages::loads(company.plan, reader));
        }
        parts.push(Part::of(&page, reader).titled(name(company, reader)));
    }
    let choice = Content::Choice { parts, first: report.first, prints_all: !has_people(report) };
    let mut chapter = chapter("companies", choice, reader)?;
    if has_people(report) {
        chapter.title = reader.word("report-people");
        return Some(chapter);
    }
    if let Some(comparison) = &report.comparison {
        chapter.lead = plain_texts(&pages::who_holds_them(comparison, reader));
    }
    if reader.registry.sizes().iter().any(|size| size.employees.is_some()) {
        chapter.lead.push(HtmlText::plain(pages::headcount_is_a_proxy(reader)));
    }
    Some(chapter)
}

/// "Large company"; with people "Team", and a single person is called by name.
fn name(company: &Company, reader: &Reader) -> String {
    let assignment = &company.plan.assignment;
    match only_person(assignment) {
        Some(only) => only.name.clone(),
        None => reader.company_name(assignment.size.filter(|_| !assignment.has_people())),
    }
}

/// The person who is there, if there is exactly one.
fn only_person<'a>(assignment: &'a Assignment) -> Option<&'a Person> {
    let mut present = assignment.present();
    let (_, only) = present.next()?;
    present.next().is_none().then_some(only)
}

/// The companies that chapters are about: those with people if there are any, otherwise every size.
fn of_interest<'r, 'a>(report: &'r Report<'a>) -> impl Iterator<Item = &'r Company<'a>> {
    let is_wanted = has_people(report);
    let companies = report.companies.iter();
    companies.filter(move |company| company.plan.assignment.has_people() == is_wanted)
}

fn raci(report: &Report, reader: &Reader) -> Option<Chapter> {
    if report.companies.is_empty() {
        return None;
    }
    let mut parts = vec![Part::default()];
    for company in of_interest(report).filter(|company| company.raci.columns.len() > 1) {
        let mut page = pages::raci_in_words(&company.raci, reader);
        if company.plan.assignment.lacks_time() {
            page.notes.push(reader.word("report-raci-hours"));
        }
        parts.push(Part::of(&page, reader).titled(name(company, reader)));
    }
    let lead = if parts.len() > 1 { "report-raci-lead" } else { "raci-nothing-to-split" };
    parts[0].lead.push(HtmlText::plain(reader.word(lead)));
    chapter("raci", Content::Parts(parts), reader)
}

fn handoffs(report: &Report, reader: &Reader) -> Option<Chapter> {
    let mut people = of_interest(report).map(|company| only_person(&company.plan.assignment));
    // A single person hands nothing to anybody.
    if report.handoffs.is_empty() || people.any(|only| only.is_some()) {
        return None;
    }
    let caption = reader.count("count-handoffs", report.handoffs.len());
    let drawing = handoffs_drawn(&report.handoffs, reader);
    let figure = drawing.map(|drawing| Figure::new(&caption, &drawing));
    let table = HtmlTable::new(&handoffs_listed(&report.handoffs, reader), &caption, reader);
    let part = Part { figure, tables: table.into_iter().collect(), ..Part::default() };
    chapter("handoffs", Content::Parts(vec![part]), reader)
}

/// The charts in which somebody reports to somebody.
fn charts(report: &Report, reader: &Reader) -> Option<Chapter> {
    let mut parts = Vec::new();
    for company in of_interest(report).filter(|company| company.chart.nodes.len() > 1) {
        let picture = chart::picture(&company.chart, reader);
        let figure = Figure::new(&picture.title, &picture.drawing)
            .or_where_narrow(|| chart::narrow_picture(&company.chart, reader));
        let notes = plain_texts(&chart::notes(&company.chart, reader));
        let part = Part { figure: Some(figure), notes, ..Part::default() };
        parts.push(part.titled(name(company, reader)));
    }
    chapter("chart", Content::Parts(parts), reader)
}

fn sources(reader: &Reader) -> Option<Chapter> {
    let mut sources = Vec::new();
    for source in reader.registry.cited() {
        let source = reader.registry.source(source);
        let languages: Vec<&str> = source.languages.iter().map(Language::as_str).collect();
        sources.push(SourceItem {
            title: HtmlText::new(&source.title, reader),
            url: source.url.as_deref().map(str::to_owned),
            languages: languages.join(", "),
        });
    }
    chapter("sources", Content::Sources(sources), reader)
}
