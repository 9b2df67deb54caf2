//! Bash. It cuts words at `=`, `:` and `@`, hands them over with their quotes, and puts in what it gets as it is.

use super::quoted;
use super::words::Asked;
use clap::Command;
use clap_complete::engine;
use clap_complete::env::EnvCompleter;
use std::ffi::OsString;
use std::io::{Error, Write};
use std::path::Path;

/// The function that completes. It puts words together again that bash has cut, up to the cursor. Works from 3.2 on,
/// which macOS has: there without a space after what is complete.
const SCRIPT: &str = r#"_roles() {
    local IFS=$' \t\n' line rest spaces word index words=()
    line=${COMP_LINE-}
    line=${line:0:${COMP_POINT:-${#line}}}
    if [[ -z $line ]]; then
        words=("${COMP_WORDS[@]:0:COMP_CWORD+1}")
    fi
    rest=$line
    for ((index = 0; index <= COMP_CWORD && ${#line} > 0; index++)); do
        spaces=${rest%%[![:space:]]*}
        rest=${rest#"$spaces"}
        word=${COMP_WORDS[index]}
        if ((index == COMP_CWORD)); then
            word=$rest
        fi
        if [[ -z $spaces ]] && ((index > 0)); then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        rest=${rest#"$word"}
    done
    compopt +o nospace 2>/dev/null
    COMPREPLY=()
    while IFS= read -r word; do
        if [[ -n $word ]]; then
            COMPREPLY+=("$word")
        fi
    done <<<"$(VARIABLE=bash COMPLETER "${2-}" -- "${words[@]}" 2>/dev/null)"
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=:@] ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}
if ((BASH_VERSINFO[0] > 4 || (BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] >= 4))); then
    complete -o nospace -o bashdefault -o nosort -F _roles BIN
else
    complete -o nospace -o bashdefault -F _roles BIN
fi
"#;

/// What stands in a word of bash without quotes.
const PLAIN: &str = "_-./:=@%+,";

/// The bridge to bash.
pub struct Bash;

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        "bash"
    }

    fn is(&self, name: &str) -> bool {
        name == "bash"
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

    fn write_complete(
        &self,
        command: &mut Command,
        words: Vec<OsString>,
        current: Option<&Path>,
        out: &mut dyn Write,
    ) -> Result<(), Error> {
        let (before, open) = (String::new(), None);
        write(
            command,
            &Asked {
                words,
                before,
                open,
            },
            current,
            out,
        )
    }
}

/// Writes the candidates, one a line: what bash puts in the place of the part that it replaces.
pub fn write(
    command: &mut Command,
    asked: &Asked,
    current: Option<&Path>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let words = asked.words.clone();
    let last = words.len().saturating_sub(1);
    for candidate in engine::complete(command, words, last, current)? {
        let value = candidate.get_value().to_str();
        let part = value.and_then(|value| value.strip_prefix(asked.before.as_str()));
        if let Some(part) = part.and_then(|part| put_in(part, asked.open)) {
            writeln!(out, "{part}")?;
        }
    }
    Ok(())
}

/// The text as it is put in: where no quote is open, with a backslash before what means something to the shell.
fn put_in(text: &str, open: Option<char>) -> Option<String> {
    let is_special = |letter: char| match open {
        Some('"') => "\"\\$`".contains(letter),
        Some(_) => false,
        None => letter.is_ascii() && !letter.is_ascii_alphanumeric() && !PLAIN.contains(letter),
    };
    if open == Some('\'') && text.contains('\'') {
        return None;
    }
    let home = if open.is_none() && text.starts_with("~/") {
        "~"
    } else {
        ""
    };
    let mut written = home.to_owned();
    for letter in text[home.len()..].chars() {
        if is_special(letter) {
            written.push('\\');
        }
        written.push(letter);
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_one_word() {
        let put = |text: &str, open| put_in(text, open).unwrap();
        assert_eq!(put("community-manager/a", None), "community-manager/a");
        assert_eq!(put("Ana María", None), r"Ana\ María");
        assert_eq!(put("$(a)", None), r"\$\(a\)");
        assert_eq!(put("~/a b", None), r"~/a\ b");
        assert_eq!(put("Ana $M", Some('"')), r"Ana \$M");
        assert_eq!(put("Ana $M", Some('\'')), "Ana $M");
        assert_eq!(put_in("O'Hara", Some('\'')), None);
    }
}
