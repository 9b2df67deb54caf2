//! The arguments, as clap reads them. Nothing is decided here.

mod common;
mod reports;
mod tools;

pub use common::{CompanyArgs, Completes, Format, Global, PeopleArgs, TeamArgs};
pub use reports::{
    AssignArgs, ChartArgs, ChartFormat, CompareArgs, DiffArgs, ListArgs, MatchArgs, RaciArgs,
    ReportArgs, RisksArgs, ShowArgs, ShowAs, WhoArgs,
};
pub use tools::{
    AddArgs, CheckArgs, CompletionsArgs, ExplainArgs, ImportArgs, ImportFormat, InitArgs, ManArgs,
    NewArgs, ProblemFormat, SchemaArgs, Shell,
};

use clap::{Parser, Subcommand};

/// A registry of the roles and tasks of social media teams
#[derive(Debug, Parser)]
#[command(name = "roles", bin_name = "roles", version = env!("ROLES_VERSION"), after_long_help = format!("\
Examples:
  roles list                      the roles of the registry
  roles compare                   where the two shipped roles differ
  roles assign --sme              who does which task in a small company
  roles assign --employees 300    the same for a company of 300
  roles raci --large              who does it, answers for it, is asked, is told
  roles risks --large             what could go wrong, and what to do about it
  roles who answers comments      who does this, and who answers for it
  roles diff git:HEAD             what differs from the last commit
  roles match advert.md           which duties of a job advert are whose
  roles chart                     who reports to whom
  roles report -o report.html     all of it on a page to read and to print
  roles init                      start a registry of your own
  roles add content-creator       add a role of the catalogue to it
  roles import raci.xlsx          make a registry of a spreadsheet
  roles check                     everything that is wrong in it

Environment:
  ROLES_REGISTRY   folder of the registry, like --registry
  ROLES_LANG       language, like --lang; else LC_ALL, LC_MESSAGES, LANG
  COLUMNS          width of tables; else the terminal's, else 100
  NO_COLOR         no colours; CLICOLOR_FORCE=1 forces them

Exit status:
  0  done
  1  check found an error, or with --strict a warning;
     assign --strict left a task undone; who found no task;
     match found no duty; diff found a difference
  2  wrong use, an unknown name, a registry with errors, or a file that fails

Questions and mistakes in the program:
  {}", super::QUESTIONS), after_help = "roles <COMMAND> --help shows examples.")]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    List(ListArgs),
    Show(ShowArgs),
    Compare(CompareArgs),
    Diff(DiffArgs),
    Assign(AssignArgs),
    Raci(RaciArgs),
    Risks(RisksArgs),
    Who(WhoArgs),
    Match(MatchArgs),
    Chart(ChartArgs),
    Report(ReportArgs),
    Check(CheckArgs),
    Explain(ExplainArgs),
    Init(InitArgs),
    Add(AddArgs),
    New(NewArgs),
    Import(ImportArgs),
    Schema(SchemaArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}
