//! Reports: list, show, compare and diff; who, assign, raci, risks and chart; and report, which has all of them.

use super::common::{
    AllArg, CompanyArgs, Completes, CsvArg, Format, FormatArg, OutputArg, PeopleArgs, TeamArgs,
    word,
};
use crate::render::pages::By;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// List the roles, or their tasks
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles list
  roles list --tasks
  roles list --role community-manager --cadence daily
  roles list --catalogue
  roles list crisis
  roles list --area analytics -o tasks.csv")]
pub struct ListArgs {
    /// Roles with these words in their names, or else tasks with these words
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// List tasks; any of the filters below does so too
    #[arg(long)]
    pub tasks: bool,
    /// List the roles of the catalogue: roles add puts them into your registry
    #[arg(long)]
    pub catalogue: bool,
    #[command(flatten)]
    pub all: AllArg,
    /// Tasks of this role (repeatable)
    #[arg(long, value_name = "ID", add = Completes::Roles)]
    pub role: Vec<String>,
    /// Tasks about this area (repeatable)
    #[arg(long, value_name = "ID", add = Completes::Areas)]
    pub area: Vec<String>,
    /// Tasks of roles with this focus: strategy or operations (repeatable)
    #[arg(long, value_name = "FOCUS", add = Completes::Focus)]
    pub focus: Vec<String>,
    /// Tasks at this rhythm, such as daily (repeatable)
    ///
    /// It is one of daily, weekly, biweekly, monthly, quarterly, semiannual, yearly, once and ongoing.
    #[arg(long, value_name = "CADENCE", add = Completes::Cadences)]
    pub cadence: Vec<String>,
    /// Tasks of this importance: core or supplemental (repeatable)
    #[arg(long, value_name = "IMPORTANCE", add = Completes::Importance)]
    pub importance: Vec<String>,
    #[command(flatten)]
    pub format: FormatArg,
}

/// Show everything about one role or one task
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles show community-manager
  roles show social-media-manager/crisis-plan
  roles show community-manager --sources --lang fr
  roles show community-manager --as job-description -o job.md
  roles show community-manager --as job-description -o job.html
  roles show community-manager --as job-description --place Lyon --hours 35")]
pub struct ShowArgs {
    /// A role or a task, by id or name; also of the catalogue
    #[arg(value_name = "ROLE[/TASK]", add = Completes::RolesAndTasks)]
    pub id: String,
    /// Somebody who wants to see two side by side: answered with the command
    #[arg(hide = true)]
    pub more: Vec<String>,
    /// Show who says so
    #[arg(long)]
    pub sources: bool,
    /// Show in which file it is written, and what is changed of a registry that this one extends
    #[arg(long)]
    pub origin: bool,
    /// A card of everything, or a page for human resources to publish
    #[arg(long = "as", value_name = "WHAT", default_value = "card")]
    pub as_what: ShowAs,
    /// How it is written; else a card is a table, and a job description markdown (it may be html or json)
    #[arg(long, value_name = "FORMAT", value_parser = word(Format::words(), Format::parse))]
    pub format: Option<Format>,
    #[command(flatten)]
    pub output: OutputArg,
    #[command(flatten)]
    pub offer: OfferArgs,
}

/// What a job description says and no registry knows: it stands there as it is written here, or not at all.
#[derive(Args, Debug)]
#[command(next_help_heading = "Options of a job description, said only if given")]
pub struct OfferArgs {
    /// Who employs
    #[arg(long, value_name = "TEXT")]
    pub employer: Option<String>,
    /// Where the work is
    #[arg(long, value_name = "TEXT")]
    pub place: Option<String>,
    /// Which contract, such as "permanent"
    #[arg(long, value_name = "TEXT")]
    pub contract: Option<String>,
    /// How many hours a week
    #[arg(long, value_name = "TEXT")]
    pub hours: Option<String>,
    /// What it pays
    #[arg(long, value_name = "TEXT")]
    pub pay: Option<String>,
    /// Whom to write to
    #[arg(long, value_name = "TEXT")]
    pub contact: Option<String>,
}

impl OfferArgs {
    /// What is given, each with the word for it.
    pub fn given(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("job-employer", &self.employer),
            ("job-place", &self.place),
            ("job-contract", &self.contract),
            ("hours", &self.hours),
            ("job-pay", &self.pay),
            ("job-contact", &self.contact),
        ];
        let given = all.into_iter().filter_map(|(word, text)| Some((word, text.as_deref()?)));
        given.filter(|(_, text)| !text.trim().is_empty()).collect()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShowAs {
    Card,
    JobDescription,
}

/// Compare roles, or company sizes
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles compare
  roles compare social-media-manager community-manager
  roles compare --sizes sme large
  roles compare --sizes sme large --to Ana --to Luis")]
pub struct CompareArgs {
    /// The roles, also of the catalogue; without any, the two that the registry has
    #[arg(value_name = "ROLE", add = Completes::RolesAnywhere)]
    pub roles: Vec<String>,
    /// What changes from one company size to another
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"], conflicts_with = "roles", add = Completes::Sizes)]
    pub sizes: Vec<String>,
    #[command(flatten)]
    pub people: PeopleArgs,
    #[command(flatten)]
    pub format: FormatArg,
}

/// Show what differs between two registries, or revisions of one
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles diff git:HEAD
  roles diff git:main -o diff.md
  roles diff git:v1.0 git:main --lang fr
  roles diff git:v1.0:path/to/roles path/to/roles
  roles diff shipped

A registry is a folder, shipped, or git:REV[:PATH]: a revision, and a folder from the root of the \
repository; without PATH it is that of the registry in use. The exit status is 1 if anything differs.")]
pub struct DiffArgs {
    /// The old registry: a folder, git:REV[:PATH], or shipped
    #[arg(value_name = "OLD", add = Completes::Folders)]
    pub old: PathBuf,
    /// The new one; else the one that every command would use
    #[arg(value_name = "NEW", add = Completes::Folders)]
    pub new: Option<PathBuf>,
    /// Exit with status 0 also if something differs
    #[arg(long)]
    pub exit_zero: bool,
    #[command(flatten)]
    pub format: FormatArg,
}

/// Find out who does a task, in your own words
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles who answers comments
  roles who \"qui s'occupe du calendrier éditorial ?\"
  roles who does the A/B testing --lang es

The words may be in any language of the registry, in any form, with a typo. If nobody does it, \
the exit status is 1. With a team the answer has names.")]
pub struct WhoArgs {
    /// A question or a few words
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    #[command(flatten)]
    pub team: TeamArgs,
    #[command(flatten)]
    pub format: FormatArg,
}

/// Match a job advert with the roles: which duties are whose
#[derive(Args, Debug)]
#[command(
    name = "match",
    after_long_help = "\
Examples:
  roles match advert.md
  roles match advert.html --lang es
  roles match - < advert.txt
  roles match advert.md --answers answers.tsv

The advert is text, Markdown or HTML, in English, French or Spanish. If it has no duties, the exit \
status is 1. A line of --answers has the number of a duty's line, a tab, and ROLE/TASK or none; \
it counts instead of what was found."
)]
pub struct MatchArgs {
    /// File of the advert; - for standard input
    #[arg(value_name = "FILE", add = Completes::Files)]
    pub file: PathBuf,
    /// File of answers that you know better
    #[arg(long, value_name = "FILE", add = Completes::Files)]
    pub answers: Option<PathBuf>,
    #[command(flatten)]
    pub format: FormatArg,
}

/// How an assignment is written: as every report, or as a calendar, which is none.
#[derive(Clone, Copy, Debug)]
pub struct AssignFormat(pub Option<Format>);

fn assign_format() -> impl TypedValueParser<Value = AssignFormat> {
    PossibleValuesParser::new(Format::words().iter().copied().chain(["ics"]))
        .map(|word| AssignFormat(Format::parse(&word)))
}

/// Assign every task to somebody, by company size or in a team
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles assign --sme
  roles assign --sme --hours 10
  roles assign --large --to Ana=40 --to Luis@community-manager=20
  roles assign --employees 300 --by area --format markdown
  roles assign --team team.yaml --explain
  roles assign --large --to Ana=40 --to Luis=20 --without Luis
  roles assign --sme --by cadence -o checklist.md
  roles assign --sme --start 2027-01-04 -o calendar.ics

Hours are hours a week. Every task appears once: with whoever does it, or with the reason \
why nobody does. Without people, tasks go to positions; with people and no company size, \
each role is a position.")]
pub struct AssignArgs {
    #[command(flatten)]
    pub company: CompanyArgs,
    /// Hours a week of those who bring none
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub hours: Option<String>,
    /// What the sections of the report are
    #[arg(long, value_name = "WHAT", default_value = "person", value_parser = word(By::WORDS, By::parse))]
    pub by: By,
    /// The tasks of this person only
    #[arg(long, value_name = "NAME", add = Completes::People)]
    pub person: Option<String>,
    #[command(flatten)]
    pub all: AllArg,
    /// Say of each task why it went where it did
    #[arg(long)]
    pub explain: bool,
    /// Exit with status 1 if a task has nobody
    #[arg(long)]
    pub strict: bool,
    /// How the report is written; ics is a calendar
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = assign_format())]
    pub format: AssignFormat,
    #[command(flatten)]
    pub csv: CsvArg,
    /// The first day of calendars; else the next Monday
    #[arg(long, value_name = "YYYY-MM-DD", allow_hyphen_values = true)]
    pub start: Option<String>,
    #[command(flatten)]
    pub output: OutputArg,
    /// Folder for a calendar of each person or position
    #[arg(long, value_name = "DIR", conflicts_with = "output", add = Completes::Folders)]
    pub calendars: Option<PathBuf>,
    /// Replace calendars there of other programs too
    #[arg(long, requires = "calendars")]
    pub force: bool,
}

/// Show who does each task, answers for it, is asked and is told
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles raci --large
  roles raci --large --format markdown --lang es
  roles raci --large --to Ana --to Luis@community-manager
  roles raci --team team.yaml

R does the task, A answers for it, C is asked beforehand, I is told afterwards. The owner of \
a task does it, the head of the reporting line answers for it, whoever receives a handoff is \
told, and the other side of a coordination task is asked. `accountable`, `consulted` and \
`informed` in the files of roles say otherwise.")]
pub struct RaciArgs {
    #[command(flatten)]
    pub company: CompanyArgs,
    #[command(flatten)]
    pub format: FormatArg,
}

/// Show what could go wrong, worst first, and what to do about it
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles risks --sme --hours 10
  roles risks --large --to Ana=40 --to Luis=20
  roles risks --team team.yaml
  roles risks --large -o risks.csv

Tasks that nobody does, positions that are vacant, people with more than their hours, what is left \
undone when somebody is away, what depends on one person, who has no deputy, and tasks without an \
estimate. In JSON and CSV there is each by itself.")]
pub struct RisksArgs {
    #[command(flatten)]
    pub company: CompanyArgs,
    /// Hours a week of those who bring none
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub hours: Option<String>,
    #[command(flatten)]
    pub format: FormatArg,
}

/// Draw who reports to whom, with the people and the number of tasks of each position
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles chart
  roles chart --large --to Ana --to Luis
  roles chart -o chart.svg
  roles chart --large --format mermaid --lang es
  roles chart --depth 2

Without a company size and without people, each role is a position. GitHub, GitLab and others draw \
Mermaid where it stands in Markdown; DOT is for Graphviz.")]
pub struct ChartArgs {
    #[command(flatten)]
    pub company: CompanyArgs,
    /// Only so many levels, from the top
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub depth: Option<String>,
    /// How many people of each position are named, or all; else 12
    #[arg(long = "people", value_name = "N", allow_hyphen_values = true)]
    pub named: Option<String>,
    /// How the chart is written
    #[arg(long, value_name = "FORMAT", default_value = "tree")]
    pub format: ChartFormat,
    #[command(flatten)]
    pub output: OutputArg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ChartFormat {
    Tree,
    Mermaid,
    Dot,
    Svg,
    Json,
}

/// Make a web page of roles, tasks and team, to read and print
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles report -o report.html
  roles report -o informe.html --lang es
  roles report -o team.html --large --to Ana=40 --to Luis=20 --title Studio

The page needs no network and no script, and prints on A4. On it one switches between the company \
sizes; the one that is named here is shown first. With people it begins with them.")]
pub struct ReportArgs {
    #[command(flatten)]
    pub company: CompanyArgs,
    /// What the page is called, such as the name of the company
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// How the page is written
    #[arg(long, value_name = "FORMAT", default_value = "html", value_parser = [PossibleValue::new("html").help("A web page; a browser prints it, also into a PDF")])]
    pub format: String,
    #[command(flatten)]
    pub output: OutputArg,
}
