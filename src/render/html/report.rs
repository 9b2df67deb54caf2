//! The report: everything about a registry on one page, for people without a terminal. Its tables are those of the other
//! reports; cards and drawings are its own.

use super::handoffs;
use super::page::{Frame, HtmlText, REPORT_START};
use super::parts::{Card, Figure, Part, SourceItem, said};
use crate::model::Language;
use crate::query::{Chart, Comparison, Exchange, Raci, RoleRow};
use crate::render::chart;
use crate::render::pages::{self, Plan};
use crate::render::reader::Reader;
use askama::Template;
use std::io::{self, Write};

/// What a report is made of.
#[derive(Debug)]
pub struct Report<'a> {
    /// What it is called; without it, by what it answers.
    pub title: Option<String>,
    /// The roles.
    pub roles: Vec<RoleRow>,
    /// The roles side by side, where there are a few.
    pub comparison: Option<Comparison<'a>>,
    /// What roles hand to one another.
    pub handoffs: Vec<Exchange<'a>>,
    /// Who does what: the people first, where there are some, then each company size.
    pub companies: Vec<Company<'a>>,
    /// Which of them is shown first.
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
    /// What the list of chapters is called.
    contents: String,
    made_by: String,
    lead: HtmlText,
    sums: Option<HtmlText>,
    chapters: Vec<Chapter>,
}

/// Writes the page.
///
/// # Errors
/// If the writer fails.
pub fn report(report: &Report, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let words = &reader.words;
    let mut list = pages::role_list(&report.roles, reader);
    let sums = list.notes.pop().unwrap_or(list.title);
    let difference = report.comparison.as_ref().filter(|comparison| comparison.roles.len() == 2);
    let difference = difference.map(|comparison| pages::in_one_line(comparison, reader));
    let version = env!("CARGO_PKG_VERSION");
    let title = report.title.clone();
    let title = title.unwrap_or_else(|| words.word("report-title"));
    let page = ReportPage {
        frame: Frame::new(REPORT_START, &title, reader),
        contents: words.word("report-contents"),
        made_by: words.say("report-made-by", [("version", version.into())]),
        lead: HtmlText::plain(difference.as_ref().unwrap_or(&sums)),
        sums: difference.is_some().then(|| HtmlText::plain(sums)),
        chapters: chapters(report, reader),
    };
    page.write_into(out)
}

/// A chapter with its title.
struct Chapter {
    /// What links call it.
    pub id: &'static str,
    pub title: String,
    pub lead: Vec<HtmlText>,
    pub content: Content,
}

/// What stands in a chapter.
enum Content {
    /// Roles.
    Cards(Vec<Card>),
    /// One below another.
    Parts(Vec<Part>),
    /// One of several.
    Choice(Choice),
    Sources(Vec<SourceItem>),
}

/// Parts of which one is shown.
struct Choice {
    pub parts: Vec<Part>,
    /// Which is shown first.
    pub first: usize,
    /// Whether paper shows all of them, and not only the one that is chosen.
    pub prints_all: bool,
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
        // Whoever names people asks for them first.
        all[..5].rotate_left(2);
    }
    all.into_iter().flatten().collect()
}

fn has_people(report: &Report) -> bool {
    report.companies.iter().any(|company| company.plan.assignment.peopled)
}

/// A chapter; nothing where its content is empty.
fn chapter(id: &'static str, reader: &Reader, content: Content) -> Option<Chapter> {
    let is_empty = match &content {
        Content::Cards(cards) => cards.is_empty(),
        Content::Parts(parts) => parts.is_empty(),
        Content::Choice(choice) => choice.parts.is_empty(),
        Content::Sources(sources) => sources.is_empty(),
    };
    let chapter = Chapter {
        id,
        title: reader.words.word(&format!("report-{id}")),
        lead: Vec::new(),
        content,
    };
    (!is_empty).then_some(chapter)
}

fn roles(report: &Report, reader: &Reader) -> Option<Chapter> {
    let cards = report.roles.iter().map(|row| Card::new(row, reader));
    chapter("roles", reader, Content::Cards(cards.collect()))
}

fn areas(report: &Report, reader: &Reader) -> Option<Chapter> {
    let page = match &report.comparison {
        Some(comparison) => pages::tasks_by_area(comparison, reader),
        None => pages::roles_by_area(reader),
    };
    let has_tasks = reader.registry.tasks().next().is_some();
    let part = has_tasks.then(|| Part::of(&page, reader));
    chapter("areas", reader, Content::Parts(part.into_iter().collect()))
}

fn companies(report: &Report, reader: &Reader) -> Option<Chapter> {
    let part = |company: &Company| {
        let plan = company.plan;
        let mut page = pages::assignment(plan, pages::By::Person, false, reader);
        let positions = plan.assignment.workloads.len();
        if !plan.assignment.peopled && positions > 1 {
            page.more.extend(pages::loads(plan, reader));
        }
        Part::of(&page, reader).titled(name(company, reader))
    };
    let choice = Choice {
        parts: report.companies.iter().map(part).collect(),
        first: report.first,
        prints_all: !has_people(report),
    };
    let mut chapter = chapter("companies", reader, Content::Choice(choice))?;
    if has_people(report) {
        chapter.title = reader.words.word("report-people");
        return Some(chapter);
    }
    if let Some(comparison) = &report.comparison {
        chapter.lead = said(&pages::who_holds_them(comparison, reader));
    }
    let mut sizes = reader.registry.sizes().iter();
    if sizes.any(|size| size.employees.is_some()) {
        let proxy = pages::headcount_is_a_proxy(reader);
        chapter.lead.push(HtmlText::plain(proxy));
    }
    Some(chapter)
}

/// "Large company", or with people "Team: Large company"; one person has a name.
fn name(company: &Company, reader: &Reader) -> String {
    let assignment = &company.plan.assignment;
    if let [only] = &assignment.members[..] {
        return only.name.clone();
    }
    match assignment.size {
        Some(size) if assignment.peopled => {
            let team = reader.words.word("assign-team");
            reader.heading(&team, reader.size(size))
        }
        size => reader.company_name(size),
    }
}

/// The people, where there are some; else every company size.
fn of_interest<'r, 'a>(report: &'r Report<'a>) -> impl Iterator<Item = &'r Company<'a>> {
    let is_wanted = has_people(report);
    let companies = report.companies.iter();
    companies.filter(move |company| company.plan.assignment.peopled == is_wanted)
}

fn raci(report: &Report, reader: &Reader) -> Option<Chapter> {
    let is_split = |company: &&Company| company.raci.columns.len() > 1;
    let part = |company: &Company| {
        let mut page = pages::raci_in_words(&company.raci, reader);
        if company.plan.assignment.lacks_time() {
            page.notes.push(reader.words.word("report-raci-hours"));
        }
        Part::of(&page, reader).titled(name(company, reader))
    };
    let parts: Vec<Part> = of_interest(report).filter(is_split).map(part).collect();
    let lead = if parts.is_empty() { "raci-nothing-to-split" } else { "report-raci-lead" };
    let lead = Part { lead: vec![HtmlText::plain(reader.words.word(lead))], ..Part::default() };
    let is_asked_for = !report.companies.is_empty();
    let all = is_asked_for.then_some(lead).into_iter().chain(parts);
    chapter("raci", reader, Content::Parts(all.collect()))
}

fn handoffs(report: &Report, reader: &Reader) -> Option<Chapter> {
    // One person hands nothing to anybody.
    let mut alone = of_interest(report).map(|company| &company.plan.assignment.members);
    if report.handoffs.is_empty() || alone.any(|members| members.len() == 1) {
        return None;
    }
    let caption = reader.words.count("count-handoffs", report.handoffs.len());
    let drawing = handoffs::drawing(&report.handoffs, reader);
    let mut part =
        Part { figure: drawing.map(|drawing| Figure::new(&caption, &drawing)), ..Part::default() };
    part.add(&handoffs::table(&report.handoffs, reader), &caption, reader);
    chapter("handoffs", reader, Content::Parts(vec![part]))
}

/// The charts in which somebody reports to somebody.
fn charts(report: &Report, reader: &Reader) -> Option<Chapter> {
    let is_a_tree = |company: &&Company| company.chart.nodes.len() > 1;
    let part = |company: &Company| {
        let picture = chart::picture(&company.chart, reader);
        Part {
            figure: Some(
                Figure::new(&picture.title, &picture.drawing)
                    .or_where_narrow(|| chart::narrow_picture(&company.chart, reader)),
            ),
            notes: said(&chart::notes(&company.chart, reader)),
            ..Part::default()
        }
        .titled(name(company, reader))
    };
    let parts = of_interest(report).filter(is_a_tree).map(part);
    chapter("chart", reader, Content::Parts(parts.collect()))
}

fn sources(reader: &Reader) -> Option<Chapter> {
    let tags = |languages: &[Language]| {
        let tags: Vec<&str> = languages.iter().map(Language::as_str).collect();
        tags.join(", ")
    };
    let cited = reader.registry.cited().into_iter();
    let sources = cited.map(|source| {
        let source = reader.registry.source(source);
        SourceItem {
            title: HtmlText::new(&source.title, reader),
            url: source.url.as_deref().map(str::to_owned),
            languages: tags(&source.languages),
        }
    });
    chapter("sources", reader, Content::Sources(sources.collect()))
}
