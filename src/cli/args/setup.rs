//! What sets a shell and a manual up: completions and man.

use super::Completes;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

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
  roles man assign | man -l -
  roles man path/to/man1

There is a page for each command: roles.1, roles-list.1 and so on. In a folder man1 of man's \
own path, such as ~/.local/share/man/man1, man finds them.")]
pub struct ManArgs {
    /// Folder that gets a page for each command, or the command whose page is printed
    #[arg(value_name = "DIR|COMMAND", add = Completes::Folders)]
    pub folder: Option<PathBuf>,
    /// Replace files there that are no pages of this program
    #[arg(long, requires = "folder")]
    pub force: bool,
}
