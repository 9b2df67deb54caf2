//! Bash. It cuts words at `=`, `:` and `@`, hands them over with their quotes, and puts in what it gets as it is.

use super::words::Asked;

/// The function that completes. It puts words together again that bash has cut, up to the cursor. Whatever follows `>`
/// is any file. Works from bash 3.2 on, which macOS has: there without a space after what is complete.
pub const SCRIPT: &str = r#"_roles() {
    local IFS=$' \t\n' line rest spaces word index words=()
    COMPREPLY=()
    if ((COMP_CWORD > 0)) && [[ ${COMP_WORDS[COMP_CWORD-1]} == *[\<\>] ]]; then
        compopt -o default +o nospace 2>/dev/null
        return 0
    fi
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
    while IFS= read -r word; do
        if [[ -n $word ]]; then
            COMPREPLY+=("$word")
        fi
    done <<<"$(VARIABLE=bash COMPLETER -- "${2-${COMP_WORDS[COMP_CWORD]}}" "${words[@]}" 2>/dev/null)"
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=:@] ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}
if ((BASH_VERSINFO[0] > 4 || (BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] >= 4))); then
    complete -o nospace -o bashdefault -o nosort -F _roles PROGRAM
else
    complete -o nospace -o bashdefault -F _roles PROGRAM
fi
"#;

/// What stands in a word of bash without quotes.
const PLAIN: &str = "_-./:=@%+,";

/// What bash puts in the place of the part that it replaces: where no quote is open, with a backslash before whatever
/// means something to it. Nothing where that is not possible.
pub fn put_in(value: &str, asked: &Asked) -> Option<String> {
    let text = value.strip_prefix(asked.before.as_str())?;
    let is_special = |letter: char| match asked.open {
        Some('"') => "\"\\$`".contains(letter),
        Some(_) => false,
        None => letter.is_ascii() && !letter.is_ascii_alphanumeric() && !PLAIN.contains(letter),
    };
    if asked.open == Some('\'') && text.contains('\'') {
        return None;
    }
    let is_home = asked.open.is_none() && text.starts_with("~/");
    let home = if is_home { "~" } else { "" };
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
        let put = |text: &str, open| {
            let (words, before) = (Vec::new(), "--to=".to_owned());
            let asked = Asked { words, before, open };
            put_in(&format!("--to={text}"), &asked)
        };
        assert_eq!(put("community-manager/a", None).unwrap(), "community-manager/a");
        assert_eq!(put("Ana María", None).unwrap(), r"Ana\ María");
        assert_eq!(put("$(a)", None).unwrap(), r"\$\(a\)");
        assert_eq!(put("~/a b", None).unwrap(), r"~/a\ b");
        assert_eq!(put("Ana $M", Some('"')).unwrap(), r"Ana \$M");
        assert_eq!(put("Ana $M", Some('\'')).unwrap(), "Ana $M");
        assert_eq!(put("O'Hara", Some('\'')), None);
    }
}
