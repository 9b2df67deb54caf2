//! The report: everything about a registry on one page, for people without a terminal. Cards and drawings are its own.

use super::page::{Frame, HtmlText, REPORT_START};
use super::parts::{Figure, Part, handoffs_drawn, handoffs_listed};
use super::table::HtmlTable;
use crate::model::{Classification, Person, Role, RoleIx, Source};
use crate::query::{Assignment, Chart, Comparison, Exchange, Load, Raci};
use crate::render::chart;
use crate::render::page::Page;
use crate::render::pages::{self, Plan};
use crate::render::reader::Reader;
use askama::Template;
use std::io::{self, Write};

#[derive(Debug)]
pub struct Report<'a> {
    /// What it is called; without a title, as the registry is.
    pub title: Option<String>,
    pub roles: Vec<(RoleIx, Load)>,
    /// The roles side by side, if they are few.
    pub comparison: Option<Comparison<'a>>,
    pub handoffs: Vec<Exchange<'a>>,
    /// Who does what: first the people, if there are any, then each company size.
    pub companies: Vec<Company<'a>>,
    /// The number of the company that is shown first.
    pub first: usize,
}

#[derive(Debug)]
pub struct Company<'a> {
    pub plan: &'a Plan<'a>,
    pub raci: Raci<'a>,
    pub chart: Chart<'a>,
}

#[derive(Template)]
#[template(path = "report.html", config = "src/render/html/askama.toml")]
struct ReportPage<'a> {
    frame: Frame,
    title: HtmlText,
    /// What the list of chapters is called.
    contents: String,
    made_by: String,
    lead: HtmlText,
    sums: Option<HtmlText>,
    chapters: Vec<Chapter<'a>>,
    reader: &'a Reader<'a>,
}

impl ReportPage<'_> {
    fn facts(&self, role: &Role, load: &Load) -> Vec<(String, HtmlText)> {
        let reader = self.reader;
        let above = match role.reports_to {
            Some(above) => HtmlText::new(&reader.registry.role(above).name, reader),
            None => HtmlText::plain(reader.word("nobody-above")),
        };
        let codes = role.classification.iter().map(Classification::to_string);
        let mut facts = vec![(reader.word("reports-to"), above)];
        for (id, text) in [
            ("also-called", reader.series(reader.words_of(&role.also_called))),
            ("skills", reader.series(reader.words_of(&role.skills))),
            ("measures", reader.series(reader.words_of(&role.measures))),
            ("classification", reader.series(codes)),
            ("tasks", reader.load(load, None)),
        ] {
            if !text.is_empty() {
                facts.push((reader.word(id), HtmlText::plain(text)));
            }
        }
        facts
    }
}

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
    let page = ReportPage {
        frame: Frame::new(REPORT_START, &title.text, reader),
        title,
        contents: reader.word("report-contents"),
        made_by: reader.say("report-made-by", &[("version", &Frame::VERSION)]),
        lead: HtmlText::plain(difference.as_ref().unwrap_or(&sums)),
        sums: difference.is_some().then(|| HtmlText::plain(sums)),
        chapters: chapters(report, reader),
        reader,
    };
    page.write_into(out)
}

struct Chapter<'a> {
    /// Its name in links.
    id: &'static str,
    title: String,
    lead: Vec<String>,
    content: Content<'a>,
}

enum Content<'a> {
    Cards(Vec<(&'a Role, Load)>),
    /// One below another.
    Parts(Vec<Part>),
    /// One of several.
    Choice {
        parts: Vec<Part>,
        first: usize,
        /// Whether paper shows all of them, and not only the one that is chosen.
        prints_all: bool,
    },
    Sources(Vec<&'a Source>),
}

fn chapters<'a>(report: &'a Report, reader: &'a Reader) -> Vec<Chapter<'a>> {
    let roles = report.roles.iter().map(|&(role, load)| (reader.registry.role(role), load));
    let sources = reader.registry.cited().into_iter().map(|source| reader.registry.source(source));
    let mut all = vec![
        chapter("roles", Content::Cards(roles.collect()), reader),
        areas(report, reader),
        companies(report, reader),
        raci(report, reader),
        charts(report, reader),
        handoffs(report, reader),
        chapter("sources", Content::Sources(sources.collect()), reader),
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
fn chapter<'a>(id: &'static str, content: Content<'a>, reader: &Reader) -> Option<Chapter<'a>> {
    let is_empty = match &content {
        Content::Cards(cards) => cards.is_empty(),
        Content::Parts(parts) | Content::Choice { parts, .. } => parts.is_empty(),
        Content::Sources(sources) => sources.is_empty(),
    };
    let title = reader.word(&format!("report-{id}"));
    (!is_empty).then_some(Chapter { id, title, lead: Vec::new(), content })
}

fn areas<'a>(report: &Report, reader: &Reader) -> Option<Chapter<'a>> {
    reader.registry.tasks().next()?;
    let page = match &report.comparison {
        Some(comparison) => pages::tasks_by_area(comparison, reader),
        None => pages::roles_by_area(reader),
    };
    chapter("areas", Content::Parts(vec![Part { page, ..Part::default() }]), reader)
}

fn companies<'a>(report: &Report, reader: &Reader) -> Option<Chapter<'a>> {
    let mut parts = Vec::new();
    for company in &report.companies {
        let assignment = &company.plan.assignment;
        let mut page = pages::assignment(company.plan, pages::By::Person, false, reader);
        if !assignment.has_people() && assignment.positions.len() > 1 {
            page.more.extend(pages::loads(company.plan, reader));
        }
        parts.push(Part { title: Some(name(company, reader)), page, ..Part::default() });
    }
    let choice = Content::Choice { parts, first: report.first, prints_all: !has_people(report) };
    let mut chapter = chapter("companies", choice, reader)?;
    if has_people(report) {
        chapter.title = reader.word("report-people");
        return Some(chapter);
    }
    if let Some(comparison) = &report.comparison {
        chapter.lead = pages::who_holds_them(comparison, reader);
    }
    if reader.registry.sizes().iter().any(|size| size.employees.is_some()) {
        chapter.lead.push(reader.word("headcount-is-a-proxy"));
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

fn raci<'a>(report: &Report, reader: &Reader) -> Option<Chapter<'a>> {
    if report.companies.is_empty() {
        return None;
    }
    let mut parts = vec![Part::default()];
    for company in of_interest(report).filter(|company| company.raci.columns.len() > 1) {
        let mut page = pages::raci_in_words(&company.raci, reader);
        if company.plan.assignment.lacks_time() {
            page.notes.push(reader.word("report-raci-hours"));
        }
        parts.push(Part { title: Some(name(company, reader)), page, ..Part::default() });
    }
    let lead = if parts.len() > 1 { "report-raci-lead" } else { "raci-nothing-to-split" };
    parts[0].page.lead.push(reader.word(lead));
    chapter("raci", Content::Parts(parts), reader)
}

fn handoffs<'a>(report: &Report, reader: &Reader) -> Option<Chapter<'a>> {
    let mut people = of_interest(report).map(|company| only_person(&company.plan.assignment));
    // A single person hands nothing to anybody.
    if report.handoffs.is_empty() || people.any(|only| only.is_some()) {
        return None;
    }
    let caption = reader.count("count-handoffs", report.handoffs.len());
    let drawing = handoffs_drawn(&report.handoffs, reader);
    let figure = drawing.map(|drawing| Figure::new(&caption, &drawing));
    let table = handoffs_listed(&report.handoffs, reader);
    let page = Page { title: caption, table, ..Page::default() };
    chapter("handoffs", Content::Parts(vec![Part { page, figure, ..Part::default() }]), reader)
}

/// The charts in which somebody reports to somebody.
fn charts<'a>(report: &Report, reader: &Reader) -> Option<Chapter<'a>> {
    let mut parts = Vec::new();
    for company in of_interest(report).filter(|company| company.chart.nodes.len() > 1) {
        let (title, picture) =
            (chart::title(&company.chart, reader), chart::picture(&company.chart, reader));
        let mut figure = Figure::new(&title, &picture);
        let narrow = || chart::narrow_picture(&company.chart, reader).element(&figure.caption);
        figure.narrow = figure.is_wide.then(narrow);
        let page = Page { notes: chart::notes(&company.chart, reader), ..Page::default() };
        let (title, figure) = (Some(name(company, reader)), Some(figure));
        parts.push(Part { title, page, figure });
    }
    chapter("chart", Content::Parts(parts), reader)
}
