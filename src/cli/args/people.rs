//! Who does what and answers for it: assign and raci.

use super::Completes;
use super::common::{Format, FormatArg, PeopleArgs, SizeArgs};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

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
    #[arg(long, value_name = "WHAT", default_value = "person", hide_default_value = true)]
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
    #[arg(long, value_name = "FORMAT", default_value = "table", hide_default_value = true)]
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
