//! What commands share: the options of every command, the format, the company size, the people; and what the Tab key
//! completes in the place of an argument.

use crate::render::{Csv, PageFormat};
use clap::builder::{ArgExt, PossibleValuesParser, TypedValueParser};
use clap::{Args, ColorChoice};
use std::path::PathBuf;
use std::sync::LazyLock;

#[derive(Args, Debug)]
#[command(next_help_heading = "Options of every command")]
pub struct Global {
    /// Folder of the registry; else the nearest or the shipped
    #[arg(long, global = true, value_name = "DIR", add = Completes::Folders)]
    pub registry: Option<PathBuf>,
    /// Language of the report, such as en, fr or es
    #[arg(long, global = true, value_name = "TAG", add = Completes::Languages)]
    pub lang: Option<String>,
    /// When to colour
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        value_name = "WHEN",
        default_value = "auto"
    )]
    pub color: ColorChoice,
    /// Say nothing but the report and errors
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Page(PageFormat),
    Json,
}

impl Format {
    pub const TABLE: Self = Self::Page(PageFormat::Table);
    pub const MARKDOWN: Self = Self::Page(PageFormat::Markdown);
    pub const HTML: Self = Self::Page(PageFormat::Html);

    pub fn words() -> &'static [&'static str] {
        static WORDS: LazyLock<Vec<&str>> =
            LazyLock::new(|| [PageFormat::WORDS, &["json"]].concat());
        &WORDS
    }

    pub fn parse(word: &str) -> Option<Self> {
        if word == "json" { Some(Self::Json) } else { PageFormat::parse(word).map(Self::Page) }
    }
}

#[derive(Args, Clone, Debug)]
pub struct OutputArg {
    /// File for the report; its ending says the format
    #[arg(long, short, value_name = "FILE", add = Completes::Files)]
    pub output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct FormatArg {
    /// How the report is written
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = word(Format::words(), Format::parse))]
    pub format: Format,
    #[command(flatten)]
    pub csv: CsvArg,
    #[command(flatten)]
    pub output: OutputArg,
}

#[derive(Args, Debug)]
pub struct AllArg {
    /// Every task in a terminal too, however many there are
    #[arg(long)]
    pub all: bool,
}

#[derive(Args, Debug)]
pub struct CsvArg {
    /// CSV for a spreadsheet in your language: excel
    #[arg(
        long,
        value_name = "PROGRAM",
        hide_possible_values = true,
        value_parser = PossibleValuesParser::new(["excel"]).map(|_| Csv::Excel)
    )]
    pub csv: Option<Csv>,
}

/// Reads one of a few words.
pub fn word<T: Clone + Send + Sync + 'static>(
    words: &'static [&str],
    parse: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words).try_map(move |word| parse(&word).ok_or("no such word"))
}

/// Which size the company has, and who is there.
#[derive(Args, Debug)]
pub struct CompanyArgs {
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
    #[command(flatten)]
    pub people: PeopleArgs,
}

#[derive(Args, Debug)]
pub struct TeamArgs {
    /// File of people, or -; else the registry's own
    #[arg(long, value_name = "FILE", add = Completes::Files)]
    pub team: Option<PathBuf>,
    /// Leave the registry's team.yaml aside
    #[arg(long, conflicts_with = "team")]
    pub no_team: bool,
    /// The day to look at where team.yaml has dates
    #[arg(long, value_name = "YYYY-MM-DD", allow_hyphen_values = true, add = Completes::Days)]
    pub on: Option<String>,
}

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
    /// Plan afresh with those who are there
    #[arg(long)]
    pub rebalance: bool,
}

/// What the Tab key completes. An argument says so by `add = Completes::Roles`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completes {
    Roles,
    /// Those of the catalogue too.
    RolesAnywhere,
    /// Roles, and tasks as ROLE/TASK, those of the catalogue too.
    RolesAndTasks,
    /// Those of the catalogue that the registry does not have.
    RolesToAdd,
    Areas,
    Sizes,
    Focus,
    Cadences,
    Importance,
    Languages,
    Codes,
    WarningCodes,
    /// People of the team and of the line.
    People,
    /// People of the team, and after `NAME@` roles.
    PeopleWithRoles,
    /// Days from which or until which people of the team are there or away.
    Days,
    /// Folders, and the commands that have a page of the manual.
    PagesAndFolders,
    Folders,
    Files,
}

impl ArgExt for Completes {}
