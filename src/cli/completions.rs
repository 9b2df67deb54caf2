//! `roles completions`: what makes a shell complete, or how to set it up.

use super::args::{CompletionsArgs, Global};
use super::complete;
use super::environment::Environment;
use super::failure::Failure;
use super::{Status, Streams, WIDEST, columns, next};
use std::ffi::OsStr;
use std::io::{self, Write};

/// Each shell with the file that it reads when it starts, and the line to put there.
const SET_UP: [(&str, &str); 5] = [
    ("bash: in ~/.bashrc", r#"eval "$(roles completions bash)""#),
    ("zsh: in ~/.zshrc", r#"eval "$(roles completions zsh)""#),
    ("fish: in ~/.config/fish/completions/roles.fish", "roles completions fish | source"),
    ("elvish: in ~/.config/elvish/rc.elv", "eval (roles completions elvish | slurp)"),
    (
        "powershell: in the file that $PROFILE names",
        "roles completions powershell | Out-String | Invoke-Expression",
    ),
];

const BEGIN: &str = "These shells complete commands, options and the names of your registry when you press Tab. \
    Put your shell's line into its file, and open a new shell:";

pub fn run(
    arguments: &CompletionsArgs,
    program: Option<&OsStr>,
    global: &Global,
    environment: &Environment,
    streams: &mut Streams,
) -> Result<Status, Failure> {
    let Some(shell) = arguments.shell else {
        list(environment.width.min(WIDEST), streams.out)?;
        let what = "prints what the line for bash sets up";
        next::say("roles completions bash", what, global, environment, streams)?;
        return Ok(Status::Done);
    };
    complete::write_script(shell, program, &environment.current, streams.out)?;
    let what = "says where to put which line";
    next::say("roles completions", what, global, environment, streams)?;
    Ok(Status::Done)
}

fn list(width: usize, out: &mut dyn Write) -> io::Result<()> {
    columns::sentences(BEGIN, width, out)?;
    for (file, line) in &SET_UP {
        writeln!(out, "\n{file}\n  {line}")?;
    }
    Ok(())
}
