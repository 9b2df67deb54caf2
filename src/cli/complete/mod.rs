//! Completes an unfinished line, when a shell asks for it: `ROLES_COMPLETE=fish roles -- roles show comm`.
//!
//! What the shell sends is set up by `roles completions SHELL`. The answer is candidates and nothing else: whatever is
//! odd (an unknown shell, a broken registry, a folder that may not be read) completes nothing and is not spoken of, for
//! a message would stand in the middle of what somebody types.

mod shells;
mod values;

use super::args::{Cli, Completes, CompletionsArgs, Shell};
use super::{Console, Environment, Result, Status};
use clap::{Command, CommandFactory, ValueEnum};
use clap_complete::engine::{self, ArgValueCompleter, CompletionCandidate};
use shells::Asked;
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use values::Line;

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

/// `roles completions`: what makes a shell complete, or how to set it up.
pub fn completions(arguments: &CompletionsArgs, console: &mut Console) -> Result<Status> {
    if let Some(shell) = arguments.shell {
        shells::write_script(shell, console.out)?;
        return console.next("roles completions", "next-completions");
    }
    console.sentences(BEGIN)?;
    for (file, line) in &SET_UP {
        writeln!(console.out, "\n{file}\n  {line}")?;
    }
    console.next("roles completions bash", "next-bash")
}

/// Completes the line that stands after `--`, if a shell asks for it.
pub fn run(arguments: &[OsString], environment: &Environment, out: &mut dyn Write) -> Option<()> {
    let shell = Shell::from_str(environment.completing_shell.as_deref()?, false).ok()?;
    let start = arguments.iter().position(|argument| argument == "--")? + 1;
    if let Some(asked) = Asked::new(shell, &arguments[start..]) {
        let candidates = candidates(&asked, environment);
        let lines =
            candidates.iter().filter_map(|candidate| shells::line(shell, candidate, &asked));
        let answer: String = lines.map(|line| line + "\n").collect();
        // A shell that does not read the answer does not miss it.
        let _ = out.write_all(answer.as_bytes());
    }
    Some(())
}

/// What may stand in the place of the last word.
fn candidates(asked: &Asked, environment: &Environment) -> Vec<CompletionCandidate> {
    let last = asked.words.len() - 1;
    let (words, environment) = (asked.words[..last].to_vec(), environment.clone());
    let line = Arc::new(Line { words, environment, was_asked: AtomicBool::new(false) });
    let (mut command, words) = (attach(Cli::command(), &line), asked.words.clone());
    let found = engine::complete(&mut command, words, last, Some(&line.environment.current));
    let mut found = found.unwrap_or_default();
    // Options come when somebody begins one, or where nothing else may stand.
    let is_option = |candidate: &CompletionCandidate| {
        candidate.get_value().as_encoded_bytes().starts_with(b"-")
    };
    if asked.words[last].is_empty()
        && (line.was_asked.load(Ordering::Relaxed) || !found.iter().all(is_option))
    {
        found.retain(|candidate| !is_option(candidate));
    }
    found
}

/// Gives each argument that says what it completes a completer for this line.
fn attach(command: Command, line: &Arc<Line>) -> Command {
    command
        .mut_args(|arg| match arg.get::<Completes>().copied() {
            Some(what) => {
                let line = Arc::clone(line);
                arg.add(ArgValueCompleter::new(move |word: &OsStr| line.complete(what, word)))
            }
            None => arg,
        })
        .mut_subcommands(|command| attach(command, line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{Arg, ValueHint};

    /// What nobody can know before it is written.
    const FREE: &str = "depth named employees hours start title words word more employer place contract pay contact map \
         sheet";

    fn says_what_it_completes(arg: &Arg) -> bool {
        let takes_no_value = !arg.get_action().takes_values();
        takes_no_value
            || arg.get::<Completes>().is_some()
            || !arg.get_possible_values().is_empty()
            || arg.get_value_hint() != ValueHint::Unknown
    }

    #[test]
    fn every_argument_says_what_it_completes() {
        for command in Cli::command().get_subcommands() {
            let is_new_name = command.get_name() == "new";
            for arg in command.get_arguments().filter(|arg| !says_what_it_completes(arg)) {
                let id = arg.get_id().as_str();
                let is_free = FREE.split(' ').any(|free| free == id) || (is_new_name && id == "id");
                let command = command.get_name();
                assert!(is_free, "{id} of {command} lacks `add = Completes::…` in args");
            }
        }
    }
}
