//! What people look at: chart and report.

use super::Completes;
use super::common::{PeopleArgs, SizeArgs};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Draw who reports to whom, with the people and the number of tasks of each position
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles chart
  roles chart --large --to Ana --to Luis
  roles chart --format svg > chart.svg
  roles chart --large --format mermaid --lang es
  roles chart --depth 2

Without a company size and without people, each role is a position. GitHub, GitLab and others draw \
Mermaid where it stands in Markdown; DOT is for Graphviz.")]
pub struct ChartArgs {
    #[command(flatten)]
    pub size: SizeArgs,
    #[command(flatten)]
    pub people: PeopleArgs,
    /// Only so many levels, from the top
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub depth: Option<String>,
    /// How the chart is written
    #[arg(long, value_name = "FORMAT", default_value = "tree", hide_default_value = true)]
    pub format: ChartFormat,
}

/// How a chart is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ChartFormat {
    Tree,
    Mermaid,
    Dot,
    Svg,
    Json,
}

/// How everything is written on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// A web page; a browser prints it, also into a PDF
    Html,
}

/// Make a web page of the roles, their tasks and the team, to read, print and send
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles report -o report.html
  roles report -o informe.html --lang es
  roles report -o team.html --large --to Ana=40 --to Luis=20 --title Studio
  roles report > report.html

The page needs no network and no script, and prints on A4. On it one switches between the company \
sizes; the one that is named here is shown first. With people it begins with them.")]
pub struct ReportArgs {
    #[command(flatten)]
    pub size: SizeArgs,
    #[command(flatten)]
    pub people: PeopleArgs,
    /// What the page is called, such as the name of the company
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// How the page is written
    #[arg(long, value_name = "FORMAT", default_value = "html", hide_default_value = true)]
    pub format: ReportFormat,
    /// File that gets the page; else standard output
    #[arg(long, short, value_name = "FILE", add = Completes::Files)]
    pub output: Option<PathBuf>,
    /// Replace a file there that is no report of this program
    #[arg(long)]
    pub force: bool,
}
