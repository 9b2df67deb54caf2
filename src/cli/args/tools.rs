//! What goes with reports: check, explain, init, new, import and schema for the files of a registry, completions and man for the
//! shell.

use super::common::{Completes, OutputArg, word};
use crate::import::Who;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Check a registry and show everything that is wrong at once
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles check
  roles check path/to/roles --strict
  roles check -o problems.sarif")]
pub struct CheckArgs {
    /// Folder of the registry; else the one that every command would use
    #[arg(value_name = "DIR", add = Completes::Folders)]
    pub folder: Option<PathBuf>,
    /// Exit with status 1 for warnings too
    #[arg(long)]
    pub strict: bool,
    /// Say nothing about this warning (repeatable, or several with commas)
    #[arg(long, value_name = "CODE", value_delimiter = ',', add = Completes::WarningCodes)]
    pub allow: Vec<String>,
    /// How problems are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: ProblemFormat,
    #[command(flatten)]
    pub output: OutputArg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProblemFormat {
    Human,
    Json,
    Sarif,
    Github,
}

/// Explain a problem code, with a wrong and a right example
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
  roles init --copy --lang fr

Writes DIR/roles/, or DIR itself if it is called roles: a registry that extends the shipped one, so \
that you write only what is different, or a copy of all its files. Beside the registry it puts the \
schemas that editors use to complete and check as you type.")]
pub struct InitArgs {
    /// Folder that gets the folder roles/; else the current one
    #[arg(value_name = "DIR", add = Completes::Folders)]
    pub folder: Option<PathBuf>,
    /// Copy the shipped registry, with --lang in one language
    #[arg(long)]
    pub copy: bool,
    /// Replace files that are there already
    #[arg(long)]
    pub force: bool,
}

/// Add a role to your registry: a file with the fields to fill in
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles new ad-buyer
  roles new video-editor --registry path/to/roles

If your registry extends another that has this role, the file is for what is different here.")]
pub struct NewArgs {
    /// The role's id: lower-case letters, digits and hyphens
    #[arg(value_name = "ROLE")]
    pub id: String,
    /// Replace the role's file if it is there already
    #[arg(long)]
    pub force: bool,
}

/// Add roles of the catalogue to your registry
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles add content-creator
  roles add content-creator paid-social-specialist --registry path/to/roles

Each role comes as a file of its own, with its sources, areas and other words, in the languages of \
your registry; what it hands over and whom it reports to, as far as these are there. Nothing is \
written if a role is there already.")]
pub struct AddArgs {
    /// The roles; roles list --catalogue shows which there are
    #[arg(value_name = "ROLE", required = true, add = Completes::RolesToAdd)]
    pub roles: Vec<String>,
}

/// Make a registry of a spreadsheet, with an account of every row
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles import raci.xlsx
  roles import raci.xlsx --sheet 1 --dry-run
  roles import tasks.csv team/roles --map \"What we do=task\" --map F=ignore
  roles import raci.csv --format json

It reads a RACI matrix (tasks down, people or roles across), a list with a column of names for each \
letter, or a list of tasks, roles or people. FIELD is one of task, role, area, person, responsible, \
accountable, consulted, informed, letters, cadence, days, hours, each-time, importance, detail, id, \
ignore. Every row becomes a task, a person or a section, or is named with the reason.")]
pub struct ImportArgs {
    /// The sheet (.xlsx .ods .csv .tsv), or - for standard input
    #[arg(value_name = "FILE", add = Completes::Files)]
    pub file: PathBuf,
    /// Folder that gets the registry
    #[arg(value_name = "DIR", default_value = "roles", add = Completes::Folders)]
    pub folder: PathBuf,
    /// The sheet of a workbook, by its name or number
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// What a column holds, by its heading or letter (repeatable)
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// What the names in it are; else what they look like
    #[arg(long, value_name = "WHAT", value_parser = word(Who::WORDS, Who::parse))]
    pub who: Option<Who>,
    /// Show what would be, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Replace files that are there already
    #[arg(long)]
    pub force: bool,
    /// How it is said what became of the rows
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: ImportFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    Human,
    Json,
}

/// Print the JSON Schema of a file, for editors and other tools
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles schema
  roles schema role -o role.json")]
pub struct SchemaArgs {
    /// Which file; without it, all are listed
    #[arg(value_name = "FILE", value_parser = SCHEMAS.map(|(name, what)| PossibleValue::new(name).help(what)))]
    pub kind: Option<String>,
    #[command(flatten)]
    pub output: OutputArg,
}

/// The files that have a schema, each with what it is about.
const SCHEMAS: [(&str, &str); 5] = [
    ("role", "One file for each role"),
    ("change", "What is different in a role of the registry that is extended"),
    ("registry", "registry.yaml: what all roles share"),
    ("team", "team.yaml: the people"),
    ("also_called", "also_called.yaml: other words for tasks"),
];

/// Print what makes a shell complete commands and the names of your registry
#[derive(Args, Debug)]
#[command(after_long_help = "\
Examples:
  roles completions
  roles completions bash
  roles completions fish -o roles.fish

Roles, tasks, areas, company sizes and people are completed from the registry that the line \
means when you press Tab. Without SHELL it says where to put which line.")]
pub struct CompletionsArgs {
    /// Which shell; without it, all are listed with how to set them up
    #[arg(value_name = "SHELL")]
    pub shell: Option<Shell>,
    #[command(flatten)]
    pub output: OutputArg,
}

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
  roles man assign | man -l -
  roles man path/to/man1

There is a page for each command: roles.1, roles-list.1 and so on. In a folder man1 of man's \
own path, such as ~/.local/share/man/man1, man finds them.")]
pub struct ManArgs {
    /// Folder that gets a page for each command, or the command whose page is printed
    #[arg(value_name = "DIR|COMMAND", add = Completes::PagesAndFolders)]
    pub folder: Option<PathBuf>,
    /// Replace files there that are no pages of this program
    #[arg(long, requires = "folder")]
    pub force: bool,
}
