//! The arguments, as clap reads them. Nothing is decided here.

mod common;
mod completes;
mod people;
mod pictures;
mod registry;
mod roles;
mod setup;

pub use common::{Format, PeopleArgs, SizeArgs, TeamArgs};
pub use completes::Completes;
pub use people::{AssignArgs, AssignFormat, RaciArgs, SectionBy};
pub use pictures::{ChartArgs, ChartFormat, ReportArgs, ReportFormat};
pub use registry::{
    CheckArgs, ExplainArgs, InitArgs, NewArgs, ProblemFormat, SchemaArgs, SchemaKind,
};
pub use roles::{CompareArgs, ListArgs, ShowArgs, ShowAs, ShowFormat, WhoArgs};
pub use setup::{CompletionsArgs, ManArgs, Shell};

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
  roles chart                     who reports to whom
  roles report -o report.html     all of it on a page to read and to print
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
