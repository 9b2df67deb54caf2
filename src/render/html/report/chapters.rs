//! The chapters of the report, each made of what other reports say.

use super::cards::Card;
use super::parts::{Figure, Part, SourceItem, clean};
use super::{Company, Report, handoffs};
use crate::model::Language;
use crate::render::chart;
use crate::render::html::Said;
use crate::render::pages;
use crate::render::reader::Reader;

/// A chapter with its title.
pub struct Chapter {
    /// What links call it.
    pub id: &'static str,
    pub title: String,
    pub lead: Vec<String>,
    pub content: Content,
}

/// What stands in a chapter.
pub enum Content {
    /// Roles.
    Cards(Vec<Card>),
    /// One below another.
    Parts(Vec<Part>),
    /// One of several, and which is shown first.
    Choice(Vec<Part>, usize),
    Sources(Vec<SourceItem>),
}

/// All chapters that have something to say.
pub fn chapters(report: &Report, reader: &Reader) -> Vec<Chapter> {
    let all = [
        roles(report, reader),
        areas(report, reader),
        companies(report, reader),
        raci(report, reader),
        handoffs(report, reader),
        charts(report, reader),
        sources(reader),
    ];
    all.into_iter().flatten().collect()
}

/// A chapter; nothing where its content is empty.
fn chapter(id: &'static str, reader: &Reader, content: Content) -> Option<Chapter> {
    let is_empty = match &content {
        Content::Cards(cards) => cards.is_empty(),
        Content::Parts(parts) | Content::Choice(parts, _) => parts.is_empty(),
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
        if !plan.assignment.peopled {
            page.more.extend(pages::loads(plan, reader));
        }
        Part::of(&page, reader).titled(name(company, reader))
    };
    let parts = report.companies.iter().map(part).collect();
    let mut chapter = chapter("companies", reader, Content::Choice(parts, report.first))?;
    if let Some(comparison) = &report.comparison {
        chapter.lead = clean(&pages::who_holds_them(comparison, reader));
    }
    if reader
        .registry
        .sizes()
        .iter()
        .any(|size| size.employees.is_some())
    {
        chapter.lead.push(pages::headcount_is_a_proxy(reader));
    }
    Some(chapter)
}

/// "Large company", or with people "Team: Large company".
fn name(company: &Company, reader: &Reader) -> String {
    let assignment = &company.plan.assignment;
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
    let is_peopled = |company: &Company| company.plan.assignment.peopled;
    let has_people = report.companies.iter().any(is_peopled);
    let companies = report.companies.iter();
    companies.filter(move |company| !has_people || is_peopled(company))
}

fn raci(report: &Report, reader: &Reader) -> Option<Chapter> {
    let is_split = |company: &&Company| company.raci.columns.len() > 1;
    let part = |company: &Company| {
        let page = pages::raci_in_words(&company.raci, reader);
        Part::of(&page, reader).titled(name(company, reader))
    };
    let parts: Vec<Part> = of_interest(report).filter(is_split).map(part).collect();
    let lead = if parts.is_empty() {
        "raci-nothing-to-split"
    } else {
        "report-raci-lead"
    };
    let lead = Part {
        lead: vec![reader.words.word(lead)],
        ..Part::default()
    };
    let is_asked_for = !report.companies.is_empty();
    let all = is_asked_for.then_some(lead).into_iter().chain(parts);
    chapter("raci", reader, Content::Parts(all.collect()))
}

fn handoffs(report: &Report, reader: &Reader) -> Option<Chapter> {
    if report.handoffs.is_empty() {
        return None;
    }
    let caption = reader.words.count("count-handoffs", report.handoffs.len());
    let drawing = handoffs::drawing(&report.handoffs, reader);
    let mut part = Part {
        figure: drawing.map(|drawing| Figure::new(&caption, &drawing)),
        ..Part::default()
    };
    part.add(&handoffs::table(&report.handoffs, reader), &caption, reader);
    chapter("handoffs", reader, Content::Parts(vec![part]))
}

/// The charts in which somebody reports to somebody.
fn charts(report: &Report, reader: &Reader) -> Option<Chapter> {
    let is_a_tree = |company: &&Company| company.chart.nodes.len() > 1;
    let part = |company: &Company| {
        let picture = chart::picture(&company.chart, reader);
        Part {
            figure: Some(Figure::new(&picture.title, &picture.drawing)),
            notes: clean(&chart::notes(&company.chart, reader)),
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
            title: Said::new(&source.title, reader),
            url: source.url.as_deref().map(str::to_owned),
            languages: tags(&source.languages),
        }
    });
    chapter("sources", reader, Content::Sources(sources.collect()))
}
