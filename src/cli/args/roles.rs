//! Questions about roles and tasks: list, show, compare, who.

use super::Completes;
use super::common::{FormatArg, PeopleArgs, TeamArgs};
use clap::{Args, ValueEnum};

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
    #[arg(long = "as", value_name = "WHAT", default_value = "card", hide_default_value = true)]
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
