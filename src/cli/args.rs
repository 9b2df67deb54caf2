//! The arguments, as clap reads them. Nothing is decided here.

use super::complete::Completes;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const ENVIRONMENT: &str = "\
Environment:
  ROLES_REGISTRY   folder of the registry, like --registry
  ROLES_LANG       language, like --lang; else LC_ALL, LC_MESSAGES, LANG
  COLUMNS          width of tables; else the terminal's, else 100
  NO_COLOR         no colours; CLICOLOR_FORCE=1 forces them

Exit status:
  0  done
  1  check found an error, or with --strict a warning;
     assign --strict left a task undone; who found no task
  2  wrong use, an unknown name, a registry with errors, or a file that fails";

/// A registry of the roles and tasks of social media teams
#[derive(Debug, Parser)]
#[command(name = "roles", version, after_long_help = format!("\
Examples:
  roles list                      the roles of the registry
  roles compare                   where the two shipped roles differ
  roles assign --sme              who does which task in a small company
  roles assign --employees 300    the same for a company of 300
  roles raci --large              who does it, answers for it, is asked, is told
  roles who answers comments      who does this, and who answers for it
  roles init                      start a registry of your own
  roles check                     everything that is wrong in it

{ENVIRONMENT}"), after_help = "roles <COMMAND> --help shows examples.")]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Options of every command")]
pub struct Global {
    /// Folder of the registry; else the nearest `roles/registry.yaml`, else the shipped one
    #[arg(long, global = true, value_name = "DIR", add = Completes::Folders)]
    pub registry: Option<PathBuf>,
    /// Language of the report, such as en, fr or es
    #[arg(long, global = true, value_name = "TAG", add = Completes::Languages)]
    pub lang: Option<String>,
    /// When to colour
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true
    )]
    pub color: When,
    /// Say nothing but the report and errors
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    List(ListArgs),
    Show(ShowArgs),
    Compare(CompareArgs),
    Assign(AssignArgs),
    Raci(RaciArgs),
    Who(WhoArgs),
    Chart(ChartArgs),
    Report(ReportArgs),
    Check(CheckArgs),
    Explain(ExplainArgs),
    Init(InitArgs),
    New(NewArgs),
    Schema(SchemaArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

/// How the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Markdown,
    Csv,
    Json,
}

/// How an assignment is written: as every report, or as calendars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AssignFormat {
    Table,
    Markdown,
    Csv,
    Json,
    Ics,
}

impl AssignFormat {
    /// The format of a report; none for calendars.
    pub fn of_report(self) -> Option<Format> {
        match self {
            Self::Table => Some(Format::Table),
            Self::Markdown => Some(Format::Markdown),
            Self::Csv => Some(Format::Csv),
            Self::Json => Some(Format::Json),
            Self::Ics => None,
        }
    }
}

#[derive(Args, Debug)]
pub struct FormatArg {
    /// How the report is written
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "table",
        hide_default_value = true
    )]
    pub format: Format,
}

/// List the roles, or their tasks
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles list
  roles list --tasks
  roles list --role community-manager --cadence daily
  roles list --area analytics --format csv > tasks.csv")]
pub struct ListArgs {
    /// List tasks; any of the filters below does so too
    #[arg(long)]
    pub tasks: bool,
    /// Tasks of this role (repeatable)
    #[arg(long, value_name = "ID", add = Completes::Roles)]
    pub role: Vec<String>,
    /// Tasks about this area (repeatable)
    #[arg(long, value_name = "ID", add = Completes::Areas)]
    pub area: Vec<String>,
    /// Tasks of roles with this focus: strategy or operations (repeatable)
    #[arg(long, value_name = "FOCUS", add = Completes::Focus)]
    pub focus: Vec<String>,
    /// Tasks at this rhythm: daily, weekly, monthly, quarterly, yearly, once, ongoing (repeatable)
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
  roles show community-manager --as job-description > job.md
  roles show community-manager --as job-description --format html > job.html")]
pub struct ShowArgs {
    /// A role, or a task as ROLE/TASK
    #[arg(value_name = "ROLE[/TASK]", add = Completes::RolesAndTasks)]
    pub id: String,
    /// Show who says so
    #[arg(long)]
    pub sources: bool,
    /// A card of everything, or a page for human resources to publish
    #[arg(
        long = "as",
        value_name = "WHAT",
        default_value = "card",
        hide_default_value = true
    )]
    pub as_what: ShowAs,
    /// How it is written: a card as a table (default), markdown, csv or json; a job description as
    /// markdown (default) or html
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<ShowFormat>,
}

/// What a role is shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShowAs {
    Card,
    JobDescription,
}

/// How a role or task is shown: as every report, or as a job description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    Table,
    Markdown,
    Csv,
    Json,
    Html,
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
    /// The roles; without any, the two that the registry has
    #[arg(value_name = "ROLE", add = Completes::Roles)]
    pub roles: Vec<String>,
    /// What changes from one company size to another
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"], conflicts_with = "roles", add = Completes::Sizes)]
    pub sizes: Vec<String>,
    #[command(flatten)]
    pub people: PeopleArgs,
    #[command(flatten)]
    pub format: FormatArg,
}

/// Which company size.
#[derive(Args, Debug)]
pub struct SizeArgs {
    /// Somebody who forgot the hyphens: answered with the flag
    #[arg(hide = true)]
    pub word: Option<String>,
    /// An entrepreneur alone, like --size solo
    #[arg(long)]
    pub solo: bool,
    /// A small or medium company, like --size sme
    #[arg(long)]
    pub sme: bool,
    /// A large company, like --size large
    #[arg(long)]
    pub large: bool,
    /// A company size of the registry
    #[arg(long, value_name = "ID", add = Completes::Sizes)]
    pub size: Option<String>,
    /// The company size for this number of employees
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub employees: Option<String>,
}

/// Which team file.
#[derive(Args, Debug)]
pub struct TeamArgs {
    /// File of the people; else the registry's team.yaml, if it has one
    #[arg(long, value_name = "FILE", add = Completes::Files)]
    pub team: Option<PathBuf>,
    /// Leave the registry's team.yaml aside
    #[arg(long, conflicts_with = "team")]
    pub no_team: bool,
}

/// Who is there.
#[derive(Args, Debug)]
pub struct PeopleArgs {
    /// Somebody, as NAME[@ROLE][=HOURS] (repeatable)
    #[arg(long, value_name = "PERSON", allow_hyphen_values = true, add = Completes::PeopleWithRoles)]
    pub to: Vec<String>,
    #[command(flatten)]
    pub team: TeamArgs,
    /// As if this person were not there (repeatable)
    #[arg(long, value_name = "NAME", add = Completes::People)]
    pub without: Vec<String>,
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
  roles assign --sme --by cadence --format markdown > checklist.md
  roles assign --sme --format ics --start 2027-01-04 > calendar.ics

Hours are hours a week. Every task appears once: with whoever does it, or with the reason \
why nobody does. Without people, tasks go to positions; with people and no company size, \
each role is a position.")]
pub struct AssignArgs {
    #[command(flatten)]
    pub size: SizeArgs,
    #[command(flatten)]
    pub people: PeopleArgs,
    /// Hours a week of everybody who brings none of their own
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub hours: Option<String>,
    /// What the sections of the report are
    #[arg(
        long,
        value_name = "WHAT",
        default_value = "person",
        hide_default_value = true
    )]
    pub by: SectionBy,
    /// The tasks of this person only
    #[arg(long, value_name = "NAME", add = Completes::People)]
    pub person: Option<String>,
    /// Say of each task why it went where it did
    #[arg(long)]
    pub explain: bool,
    /// Exit with status 1 if a task has nobody
    #[arg(long)]
    pub strict: bool,
    /// How the report is written; ics makes calendars of what comes round
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "table",
        hide_default_value = true
    )]
    pub format: AssignFormat,
    /// The first day of calendars; else the next Monday
    #[arg(long, value_name = "YYYY-MM-DD", allow_hyphen_values = true)]
    pub start: Option<String>,
    /// Folder that gets a calendar file for each person or position
    #[arg(long, short, value_name = "DIR", add = Completes::Folders)]
    pub output: Option<PathBuf>,
    /// Replace files there that are no calendars of this program
    #[arg(long)]
    pub force: bool,
}

/// Show who does each task, who answers for it, who is asked and who is told
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
    pub size: SizeArgs,
    #[command(flatten)]
    pub people: PeopleArgs,
    #[command(flatten)]
    pub format: FormatArg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SectionBy {
    Person,
    Area,
    Cadence,
    Role,
}

/// Draw who reports to whom, with the people and the tasks of each position
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
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub depth: Option<u16>,
    /// How the chart is written
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "tree",
        hide_default_value = true
    )]
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

/// Put all of it on one HTML page, to read, print and send
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles report -o report.html
  roles report -o informe.html --lang es
  roles report -o team.html --large --to Ana=40 --to Luis=20
  roles report > report.html

The page needs no network and no script. One chooses a company size on it; the one that is named \
is chosen first, and people stand before all of them.")]
pub struct ReportArgs {
    #[command(flatten)]
    pub size: SizeArgs,
    #[command(flatten)]
    pub people: PeopleArgs,
    /// File that gets the page; else standard output
    #[arg(long, short, value_name = "FILE", add = Completes::Files)]
    pub output: Option<PathBuf>,
    /// Replace a file there that is no page of this program
    #[arg(long)]
    pub force: bool,
}

/// Find out who does a task, in your own words
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles who answers comments
  roles who \"qui s'occupe du calendrier éditorial ?\"
  roles who does the A/B testing --lang es

The words may be in any language of the registry, in any form, with a typo. If no task matches, \
the exit status is 1 and the nearest are shown. With a team the answer has names.")]
pub struct WhoArgs {
    /// A question or a few words
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    #[command(flatten)]
    pub team: TeamArgs,
    #[command(flatten)]
    pub format: FormatArg,
}

/// Check a registry and show everything that is wrong at once
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles check
  roles check path/to/roles --strict
  roles check --format sarif > problems.sarif")]
pub struct CheckArgs {
    /// Folder of the registry; else the one that every command would use
    #[arg(value_name = "DIR", add = Completes::Folders)]
    pub folder: Option<PathBuf>,
    /// Exit with status 1 for warnings too
    #[arg(long)]
    pub strict: bool,
    /// Say nothing about this warning (repeatable, or several with commas)
    #[arg(long, value_name = "CODE", value_delimiter = ',', add = Completes::Warnings)]
    pub allow: Vec<String>,
    /// How problems are written
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "human",
        hide_default_value = true
    )]
    pub format: ProblemFormat,
}

/// How problems are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProblemFormat {
    Human,
    Json,
    Sarif,
    Github,
}

/// Explain what a problem code means, with a wrong and a right example
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles explain
  roles explain unknown-role")]
pub struct ExplainArgs {
    /// The word in brackets after `error` or `warning`; without it, all are listed
    #[arg(value_name = "CODE", add = Completes::Codes)]
    pub code: Option<String>,
}

/// Start a registry of your own from the shipped one
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles init
  roles init path/to/project

Writes DIR/roles/, or DIR itself if it is called roles. Beside the registry it puts the schemas \
that editors use to complete and check as you type.")]
pub struct InitArgs {
    /// Folder that gets the folder roles/; else the current one
    #[arg(value_name = "DIR", add = Completes::Folders)]
    pub folder: Option<PathBuf>,
    /// Replace files that are there already
    #[arg(long)]
    pub force: bool,
}

/// Add a role to your registry: a file with the fields to fill in
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles new ad-buyer
  roles new video-editor --registry path/to/roles")]
pub struct NewArgs {
    /// The role's id: lower-case letters, digits and hyphens
    #[arg(value_name = "ROLE")]
    pub id: String,
    /// Replace the role's file if it is there already
    #[arg(long)]
    pub force: bool,
}

/// Print the JSON Schema of a file, for editors and other tools
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles schema
  roles schema role > role.json")]
pub struct SchemaArgs {
    /// Which file; without it, the three are listed
    #[arg(value_name = "FILE")]
    pub kind: Option<SchemaKind>,
}

/// The files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaKind {
    /// One file for each role
    Role,
    /// registry.yaml: what all roles share
    Registry,
    /// team.yaml: the people
    Team,
}

/// Print what makes a shell complete commands and the names of your registry
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles completions
  roles completions bash
  roles completions fish > roles.fish

Roles, tasks, areas, company sizes and people are completed from the registry that the line \
means when you press Tab. Without SHELL it says where to put which line.")]
pub struct CompletionsArgs {
    /// Which shell; without it, all are listed with how to set them up
    #[arg(value_name = "SHELL")]
    pub shell: Option<Shell>,
}

/// The shells that complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
    Elvish,
    #[value(alias = "pwsh")]
    Powershell,
}

/// Print the manual, or write its pages into a folder
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles man | man -l -
  roles man > roles.1
  roles man path/to/man1

There is a page for each command: roles.1, roles-list.1 and so on. In a folder man1 of man's \
own path, such as ~/.local/share/man/man1, man finds them.")]
pub struct ManArgs {
    /// Folder that gets a page for each command; without it, the main page is printed
    #[arg(value_name = "DIR", add = Completes::Folders)]
    pub folder: Option<PathBuf>,
    /// Replace files there that are no pages of this program
    #[arg(long, requires = "folder")]
    pub force: bool,
}
