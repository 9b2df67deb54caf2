//! The report: everything about a registry on one page, for people without a terminal. Its tables are those of the other
//! reports; cards and drawings are its own.

mod cards;
mod chapters;
mod handoffs;
mod parts;

use super::{Frame, HtmlText, REPORT_START};
use crate::query::{Chart, Comparison, Exchange, Raci, RoleRow};
use crate::render::pages::{self, Plan};
use crate::render::reader::Reader;
use askama::Template;
use chapters::{Chapter, Content, chapters};
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
#[template(path = "report/report.html", config = "src/render/html/askama.toml")]
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
