//! Sentences, and commands, codes or names with what each means in two columns.

use crate::render::wrap;
use std::io::{self, Write};

/// What a second column needs at least; below that, the meaning stands under its name.
const NARROWEST: usize = 24;

/// Writes the rows, indented. Meanings are wrapped, names never.
pub fn write(rows: &[(&str, &str)], width: usize, out: &mut dyn Write) -> io::Result<()> {
    let names = rows.iter().map(|(name, _)| name.chars().count());
    let column = names.max().unwrap_or_default() + 3;
    let room = width.saturating_sub(column + 2);
    for (name, meaning) in rows {
        if room < NARROWEST {
            writeln!(out, "  {name}")?;
            for line in wrap(meaning, width.saturating_sub(6).max(NARROWEST)) {
                writeln!(out, "      {line}")?;
            }
            continue;
        }
        for (number, line) in wrap(meaning, room).iter().enumerate() {
            let name = if number == 0 { name } else { "" };
            writeln!(out, "  {name:column$}{line}")?;
        }
    }
    Ok(())
}

/// Writes sentences on as many lines as they need.
pub fn sentences(text: &str, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let lines = wrap(text, width);
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(width: usize) -> Vec<String> {
        let rows = [
            ("roles check", "shows what is wrong and how to mend it"),
            ("roles", "says where to begin"),
        ];
        let mut out = Vec::new();
        write(&rows, width, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn meanings_are_wrapped_beside_their_names_or_below_them() {
        assert_eq!(lines(80)[0], "  roles check   shows what is wrong and how to mend it");
        assert_eq!(lines(45)[1], "                to mend it");
        assert_eq!(lines(30)[..2], ["  roles check", "      shows what is wrong and"]);
    }
}
