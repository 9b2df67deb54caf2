//! The words of an unfinished line, as the program would get them: without the quotes of the shell.

use crate::cli::args::Shell;
use std::ffi::OsString;

/// What a shell asks: the words up to the cursor, of which the last is completed.
pub struct Asked {
    /// The words without quotes.
    pub words: Vec<OsString>,
    /// What of the last word stands before the part that bash replaces, without quotes.
    pub before: String,
    /// The quote that is open where that part begins.
    pub open: Option<char>,
}

impl Asked {
    /// What this shell asks with these words; bash says before them which part of the last one it replaces. Nothing if
    /// there are no words, or the last one is no text.
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
        // Fish hands over all words but the last as the program would get them, the other two all words.
        let (quotes, quotes_in_last) = match shell {
            Shell::Bash | Shell::Zsh => (true, true),
            Shell::Fish => (false, true),
            Shell::Elvish | Shell::Powershell => (false, false),
        };
        let plain = |word: &OsString| match word.to_str() {
            Some(word) if quotes => unquoted(word).into(),
            _ => word.clone(),
        };
        let mut words: Vec<OsString> = earlier.iter().map(plain).collect();
        let rest = &last[kept.len()..];
        words.push(if quotes_in_last {
            format!("{before}{}", unquoted(rest)).into()
        } else {
            last.into()
        });
        Some(Self { words, before, open })
    }
}

/// A word without its quotes; one that is still open counts as closed.
fn unquoted(word: &str) -> String {
    let whole = |word: &str| {
        let mut words = shlex::split(word)?;
        if words.len() == 1 { words.pop() } else { None }
    };
    let ends = ["", "\\", "\"", "'"].iter();
    let closed = ends.map(|end| format!("{word}{end}"));
    let mut plain = closed.filter_map(|word| whole(&word));
    plain.next().unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_taken_away_and_open_ones_closed() {
        for (written, plain) in [
            ("", ""),
            ("a", "a"),
            (r"my\ dir", "my dir"),
            (r#""my dir""#, "my dir"),
            (r#"--to="Ana M"#, "--to=Ana M"),
            ("'Ana M", "Ana M"),
            (r"a\", r"a\"),
            ("#a", "#a"),
            ("$(b) `c`", "$(b) `c`"),
        ] {
            assert_eq!(unquoted(written), plain, "{written}");
        }
    }

    #[test]
    fn bash_replaces_a_part_of_the_last_word() {
        let asked = |replaced: &str, last: &str| {
            let words = [replaced.into(), "roles".into(), last.into()];
            let asked = Asked::new(Shell::Bash, &words).unwrap();
            let word = asked.words[1].to_str().unwrap().to_owned();
            (word, asked.before, asked.open)
        };
        let plain = |word: &str, before: &str, open| (word.to_owned(), before.to_owned(), open);
        assert_eq!(asked("com", "com"), plain("com", "", None));
        assert_eq!(asked("com", "--to=Ana@com"), plain("--to=Ana@com", "--to=Ana@", None));
        assert_eq!(asked("Ana M", "\"Ana M"), plain("Ana M", "", Some('"')));
        assert_eq!(asked("Ana M", "--to='Ana M"), plain("--to=Ana M", "--to=", Some('\'')));
    }
}
