//! What each shell is given: a script once, and then candidates in the form that the script reads. Those of fish, elvish
//! and PowerShell are clap's; its scripts for bash and zsh know neither quotes nor the words that bash cuts.

use super::words::Asked;
use super::{VARIABLE, bash, zsh};
use crate::cli::args::Shell;
use clap_complete::engine::CompletionCandidate;
use clap_complete::env::{Elvish, EnvCompleter, Fish, Powershell};
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;

/// The command that is completed.
const PROGRAM: &str = "roles";

/// Writes what makes a shell complete: a script that calls this program, by its path if it was called by one.
pub fn write_script(
    shell: Shell,
    program: Option<&OsStr>,
    current: &Path,
    out: &mut dyn Write,
) -> io::Result<()> {
    let path = Path::new(program.unwrap_or(OsStr::new(PROGRAM)));
    let path = if path.components().count() > 1 { current.join(path) } else { path.to_owned() };
    let path = path.to_string_lossy();
    let mut of_clap =
        |shell: &dyn EnvCompleter| shell.write_registration(VARIABLE, PROGRAM, PROGRAM, &path, out);
    match shell {
        Shell::Fish => of_clap(&Fish),
        Shell::Elvish => of_clap(&Elvish),
        Shell::Powershell => of_clap(&Powershell),
        Shell::Bash => own(bash::SCRIPT, &path, out),
        Shell::Zsh => own(zsh::SCRIPT, &path, out),
    }
}

fn own(script: &str, path: &str, out: &mut dyn Write) -> io::Result<()> {
    let path = shlex::try_quote(path).map_err(io::Error::other)?;
    let script = script.replace("VARIABLE", VARIABLE).replace("PROGRAM", PROGRAM);
    out.write_all(script.replace("COMPLETER", &path).as_bytes())
}

/// Writes a candidate on a line of its own; one that is no text is left out.
pub fn write_candidate(
    shell: Shell,
    candidate: &CompletionCandidate,
    asked: &Asked,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(value) = candidate.get_value().to_str() else {
        return Ok(());
    };
    let help = candidate.get_help().map(ToString::to_string);
    let help = help.as_deref().and_then(|help| help.lines().next());
    match (shell, help) {
        (Shell::Bash, _) => match bash::put_in(value, asked) {
            Some(part) => writeln!(out, "{part}"),
            None => Ok(()),
        },
        (Shell::Zsh, _) => writeln!(out, "{}", zsh::described(value, help)),
        (Shell::Fish | Shell::Powershell, Some(help)) => writeln!(out, "{value}\t{help}"),
        (Shell::Fish | Shell::Powershell, None) | (Shell::Elvish, _) => writeln!(out, "{value}"),
    }
}
