//! What a command knows of the process that it runs in: variables, folder, terminal, day.

use crate::model::Language;
use crate::render::Terminal;
use chrono::{Local, NaiveDate};
use clap::ColorChoice;
use std::env;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// The variable by which a shell asks for completions, and says which shell it is.
pub const COMPLETE: &str = "ROLES_COMPLETE";

pub const WIDTH_WITHOUT_TERMINAL: usize = 100;
/// The most columns that sentences take: longer lines are hard to read.
pub const WIDEST: usize = 80;
const LEAST_WIDTH: usize = 20;

/// The process around a command. An empty variable counts as unset.
#[derive(Clone, Debug)]
pub struct Environment {
    pub current: PathBuf,
    /// `ROLES_REGISTRY`.
    pub registry: Option<PathBuf>,
    /// `ROLES_COMPLETE`: the shell that asks for completions.
    pub completing_shell: Option<String>,
    /// `GITHUB_WORKSPACE`: the root that the paths of annotations begin at.
    pub workspace: Option<PathBuf>,
    /// The first of `ROLES_LANG`, `LC_ALL`, `LC_MESSAGES`, `LANG`; without them, what Windows or macOS is set to.
    pub locale: Option<String>,
    /// Whether the locale asks for plain ASCII (`C` or `POSIX`).
    pub ascii: bool,
    pub width: usize,
    pub out_is_terminal: bool,
    pub err_is_terminal: bool,
    /// Asks the clock for the day, where the process runs: only calendars need it.
    pub today: fn() -> NaiveDate,
}

impl Environment {
    pub fn of_process() -> Self {
        let out_is_terminal = io::stdout().is_terminal();
        let terminal = || {
            terminal_size::terminal_size()
                .filter(|_| out_is_terminal)
                .map(|(width, _)| usize::from(width.0))
        };
        let columns = variable("COLUMNS")
            .and_then(|columns| columns.parse().ok())
            .filter(|&columns: &usize| columns > 0);
        let first = |names: &[&str]| names.iter().find_map(|name| variable(name));
        let characters = first(&["LC_ALL", "LC_CTYPE", "LANG"]);
        Self {
            current: env::current_dir().unwrap_or_default(),
            registry: env::var_os("ROLES_REGISTRY")
                .filter(|path| !path.is_empty())
                .map(PathBuf::from),
            completing_shell: variable(COMPLETE),
            workspace: variable("GITHUB_WORKSPACE").map(PathBuf::from),
            locale: first(&["ROLES_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]).or_else(settings),
            ascii: characters.is_some_and(|locale| locale == "C" || locale == "POSIX"),
            width: columns.or_else(terminal).unwrap_or(WIDTH_WITHOUT_TERMINAL).max(LEAST_WIDTH),
            out_is_terminal,
            err_is_terminal: io::stderr().is_terminal(),
            today: || Local::now().date_naive(),
        }
    }

    pub fn terminal(&self, when: ColorChoice) -> Terminal {
        Terminal { width: self.width, color: self.color(when, true), ascii: self.ascii }
    }

    pub fn color(&self, when: ColorChoice, out: bool) -> bool {
        let terminal = if out { self.out_is_terminal } else { self.err_is_terminal };
        match when {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto if anstyle_query::no_color() => false,
            ColorChoice::Auto if anstyle_query::clicolor_force() => true,
            ColorChoice::Auto => {
                terminal
                    && anstyle_query::term_supports_color()
                    && anstyle_query::clicolor() != Some(false)
            }
        }
    }
}

/// The language of a tag or a locale, where an encoding or a variant follows it: fr_CA.UTF-8.
pub fn language(tag: &str) -> Option<Language> {
    Language::parse(tag.split(['.', '@']).next().unwrap_or_default())
}

/// The locale of the system's settings, where it does not hand it to programs as a variable.
fn settings() -> Option<String> {
    #[cfg(any(windows, target_os = "macos"))]
    return sys_locale::get_locale();
    #[cfg(not(any(windows, target_os = "macos")))]
    None
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
