//! Zsh. It shows what each candidate means, and quotes by itself what it puts in.

use super::quoted;
use clap::Command;
use clap_complete::engine;
use clap_complete::env::EnvCompleter;
use std::ffi::OsString;
use std::io::{Error, Write};
use std::path::Path;

/// The function that completes. Works where it is sourced, and as a file `_roles` in a folder of `fpath`.
const SCRIPT: &str = r#"#compdef BIN
_roles() {
    local -a folders others
    local candidate
    for candidate in "${(@f)$(VARIABLE=zsh COMPLETER -- "${(@)words[1,CURRENT-1]}" "$IPREFIX$PREFIX" 2>/dev/null)}"; do
        if [[ $candidate == */ || $candidate == */:* ]]; then
            folders+=("${candidate/\/}")
        elif [[ -n $candidate ]]; then
            others+=("$candidate")
        fi
    done
    (( $#others )) && _describe -V 'values' others
    (( $#folders )) && _describe -V 'folders' folders -S / -r '/ '
    return 0
}
if [[ ${funcstack[1]-} == _roles ]]; then
    _roles "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _roles BIN
fi
"#;

/// The bridge to zsh.
pub struct Zsh;

impl EnvCompleter for Zsh {
    fn name(&self) -> &'static str {
        "zsh"
    }

    fn is(&self, name: &str) -> bool {
        name == "zsh"
    }

    fn write_registration(
        &self,
        variable: &str,
        _name: &str,
        bin: &str,
        completer: &str,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        let script = SCRIPT
            .replace("VARIABLE", variable)
            .replace("BIN", bin)
            .replace("COMPLETER", &quoted(completer));
        out.write_all(script.as_bytes())
    }

    /// Writes the candidates, one a line, each with what it means after a colon.
    fn write_complete(
        &self,
        command: &mut Command,
        words: Vec<OsString>,
        current: Option<&Path>,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        let last = words.len().saturating_sub(1);
        for candidate in engine::complete(command, words, last, current)? {
            let Some(value) = candidate.get_value().to_str() else {
                continue;
            };
            let value = value.replace('\\', r"\\").replace(':', r"\:");
            let help = candidate.get_help().map(ToString::to_string);
            match help.as_deref().and_then(|help| help.lines().next()) {
                Some(help) => writeln!(out, "{value}:{}", help.replace('\\', r"\\"))?,
                None => writeln!(out, "{value}")?,
            }
        }
        Ok(())
    }
}
