//! What each shell is given and what it asks: a script once, then, for each line, candidates in the form that it reads.
//! The scripts of fish, elvish and PowerShell are clap's; those for bash and zsh know no quotes, nor words that bash cuts.

use crate::cli::args::Shell;
use crate::cli::environment::COMPLETE;
use clap_complete::engine::CompletionCandidate;
use clap_complete::env::{Elvish, EnvCompleter, Fish, Powershell};
use std::ffi::OsString;
use std::io::{self, Write};

const PROGRAM: &str = "roles";

/// The function that completes in bash. Bash cuts words at `=`, `:` and `@`, hands them over with their quotes, and puts in
/// what it gets as it is: the function puts the words together again, up to the cursor. Whatever follows `>` is any file.
/// Works from bash 3.2 on, which macOS has: there without a space after what is complete.
const BASH: &str = include_str!("roles.bash");

/// The function that completes in zsh, which shows what each candidate means, and quotes by itself what it puts in. Works
/// where it is sourced, and as a file `_roles` in a folder of `fpath`.
const ZSH: &str = include_str!("roles.zsh");

/// Writes what makes a shell complete: a script that calls this program by its name, wherever it lies.
pub fn write_script(shell: Shell, out: &mut dyn Write) -> io::Result<()> {
    let mut of_clap = |shell: &dyn EnvCompleter| {
        shell.write_registration(COMPLETE, PROGRAM, PROGRAM, PROGRAM, out)
    };
    match shell {
        Shell::Fish => of_clap(&Fish),
        Shell::Elvish => of_clap(&Elvish),
        Shell::Powershell => of_clap(&Powershell),
        Shell::Bash => own(BASH, out),
        Shell::Zsh => own(ZSH, out),
    }
}

fn own(script: &str, out: &mut dyn Write) -> io::Result<()> {
    let script = script.replace("VARIABLE", COMPLETE).replace("PROGRAM", PROGRAM);
    out.write_all(script.as_bytes())
}

/// A candidate as the script reads it, unless it is no valid text.
pub fn line(shell: Shell, candidate: &CompletionCandidate, asked: &Asked) -> Option<String> {
    let value = candidate.get_value().to_str()?;
    let help = candidate.get_help().map(ToString::to_string);
    let help = help.as_deref().and_then(|help| help.lines().next());
    Some(match (shell, help) {
        (Shell::Bash, _) => put_into_bash(value, asked)?,
        (Shell::Zsh, _) => described(value, help),
        (Shell::Fish | Shell::Powershell, Some(help)) => format!("{value}\t{help}"),
        (Shell::Fish | Shell::Powershell, None) | (Shell::Elvish, _) => value.to_owned(),
    })
}

/// The signs that need no quotes in bash.
const PLAIN: &str = "_-./:=@%+,";

/// What bash puts in the place of the part that it replaces; where no quote is open, with a backslash before each sign
/// that has a meaning there. None if the open quote allows no such text.
fn put_into_bash(value: &str, asked: &Asked) -> Option<String> {
    let text = value.strip_prefix(asked.before.as_str())?;
    if asked.open == Some('\'') && text.contains('\'') {
        return None;
    }
    let is_home = asked.open.is_none() && text.starts_with("~/");
    let home = if is_home { "~" } else { "" };
    let mut written = home.to_owned();
    for letter in text[home.len()..].chars() {
        let is_special = match asked.open {
            Some('"') => "\"\\$`".contains(letter),
            Some(_) => false,
            None => letter.is_ascii() && !letter.is_ascii_alphanumeric() && !PLAIN.contains(letter),
        };
        if is_special {
            written.push('\\');
        }
        written.push(letter);
    }
    Some(written)
}

/// A candidate for zsh, with what it means after a colon.
fn described(value: &str, help: Option<&str>) -> String {
    let value = value.replace('\\', r"\\").replace(':', r"\:");
    match help {
        Some(help) => format!("{value}:{}", help.replace('\\', r"\\")),
        None => value,
    }
}

/// What a shell asks: the words up to the cursor, of which the last is completed.
pub struct Asked {
    /// The words without quotes.
    pub words: Vec<OsString>,
    /// The beginning of the last word, up to the part that bash replaces, without quotes.
    pub before: String,
    /// The quote that is open where that part begins.
    pub open: Option<char>,
}

impl Asked {
    /// What a shell asks with these words; before them, bash says which part of the last one it replaces. None if there
    /// are no words, or the last one is no valid text.
    pub fn new(shell: Shell, words: &[OsString]) -> Option<Self> {
        let (replaced, words) = match shell {
            Shell::Bash => words.split_first().map(|(part, words)| (part.to_str(), words))?,
            Shell::Zsh | Shell::Fish | Shell::Elvish | Shell::Powershell => (None, words),
        };
        let (last, earlier) = words.split_last()?;
        let last = last.to_str()?;
        let kept = replaced.and_then(|part| last.strip_suffix(part));
        let kept = kept.unwrap_or_default();
        let open = kept.chars().next_back().filter(|letter| "\"'".contains(*letter));
        let before = unquoted(open.map_or(kept, |quote| kept.trim_end_matches(quote)));
        // Fish takes the quotes away itself, except from the last word; elvish and PowerShell do so from all words.
        let (quotes, quotes_in_last) = match shell {
            Shell::Bash | Shell::Zsh => (true, true),
            Shell::Fish => (false, true),
            Shell::Elvish | Shell::Powershell => (false, false),
        };
        let earlier = earlier.iter().map(|word| match word.to_str() {
            Some(word) if quotes => unquoted(word).into(),
            _ => word.clone(),
        });
        let mut words: Vec<OsString> = earlier.collect();
        let rest = &last[kept.len()..];
        words.push(if quotes_in_last {
            format!("{before}{}", unquoted(rest)).into()
        } else {
            last.into()
        });
        Some(Self { words, before, open })
    }
}

/// A word without its quotes; a quote that is still open counts as closed.
fn unquoted(word: &str) -> String {
    for end in ["", "\\", "\"", "'"] {
        if let Some([plain]) = shlex::split(&format!("{word}{end}")).as_deref() {
            return plain.clone();
        }
    }
    word.to_owned()
}
