//! What several commands ask for: the format, the company size, the people.

use super::Completes;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// How the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Markdown,
    Csv,
    Json,
}

#[derive(Args, Debug)]
pub struct FormatArg {
    /// How the report is written
    #[arg(long, value_name = "FORMAT", default_value = "table", hide_default_value = true)]
    pub format: Format,
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
