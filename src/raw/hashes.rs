//! Texts that end where a hashtag begins: in YAML, a # behind a space begins a comment, and what follows is lost.

use super::node::{Node, Value};
use super::reader;
use crate::problem::{Code, Problem, Problems};
use crate::source::{FileId, SourceFile, Span};

/// Every such text of a file. A # with a space behind it is taken for the comment that it is.
pub fn cut_by_hashes(id: FileId, file: &SourceFile) -> Problems {
    let mut problems = Problems::default();
    if has_hashtag(file.text())
        && let Ok(tree) = reader::read(id, file.text())
    {
        visit(id, file.text(), &tree.root, &mut problems);
    }
    problems
}

fn visit(id: FileId, text: &str, node: &Node, problems: &mut Problems) {
    match &node.value {
        Value::Map(entries) => {
            for (_, value) in entries.iter() {
                visit(id, text, value, problems);
            }
        }
        Value::List(items) => items.iter().for_each(|item| visit(id, text, item, problems)),
        Value::Null | Value::Alias => {}
        Value::Bool | Value::Number | Value::Text(_) => {
            let written = text.get(node.start as usize..).unwrap_or_default();
            let is_plain = !written.starts_with(['"', '\'', '|', '>']);
            if let Some(tag) = hashtag(text, node.end as usize).filter(|_| is_plain) {
                let place = Span::of(id, tag.clone());
                let message =
                    format!("the text ends before '{}', which is a comment to YAML", &text[tag]);
                let problem = Problem::new(Code::HashInText, place, message);
                let fix = "put the text in quotes, or a space behind the # of a comment";
                problems.push(problem.fix(fix));
            }
        }
    }
}

/// A longer word is no hashtag, in bytes.
const LONGEST: usize = 60;

/// Whether there may be one at all: most files have none, and need not be parsed again.
fn has_hashtag(text: &str) -> bool {
    let mut hashes = text.match_indices('#');
    hashes.any(|(at, _)| {
        text[..at].ends_with([' ', '\t']) && text[at + 1..].starts_with(char::is_alphanumeric)
    })
}

/// The word with a # in front that follows a byte on its line. No more than the word is looked at: there may be a great
/// many values on one line.
pub fn hashtag(text: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let rest = text.get(from..)?;
    let word = rest.trim_start_matches([' ', '\t']);
    let blank = rest.len() - word.len();
    let tag = word.strip_prefix('#')?;
    let mut letters = tag.char_indices();
    let end = letters.find(|&(at, letter)| letter.is_whitespace() || at >= LONGEST);
    let length = end.map_or(tag.len(), |(at, _)| at);
    let is_tag = blank > 0 && tag.starts_with(char::is_alphanumeric) && length < LONGEST;
    is_tag.then(|| from + blank..from + blank + 1 + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_no_hashtags() {
        let tag = |line: &str| hashtag(line, 1).map(|tag| line[tag].to_owned());
        assert_eq!(tag("a #1 post").as_deref(), Some("#1"));
        assert_eq!(tag("a  #Throwback\nb").as_deref(), Some("#Throwback"));
        let long = format!("a #{}", "b".repeat(LONGEST));
        for comment in ["a # b", "a#b", "a ##b", "a #", "a\n#b", "a b #c", &long] {
            assert_eq!(tag(comment), None, "{comment}");
        }
    }
}
