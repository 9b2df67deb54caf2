//! A page of prose for many formats: facts, and passages of sentences and lists. Reports of figures are pages with tables
//! instead. How a document looks in Markdown and in HTML is decided by the formats, not here.
//!
//! A line of a document mixes the report's own words with texts of the registry. They are kept apart until a format
//! writes them, so that it can say which language each is in.

use super::reader::Reader;
use super::words::Argument;
use crate::model::Text;

#[derive(Debug)]
pub struct Document {
    pub title: Line,
    pub facts: Vec<(String, Line)>,
    pub passages: Vec<Passage>,
}

#[derive(Debug)]
pub struct Passage {
    pub title: String,
    pub lead: Option<Line>,
    pub groups: Vec<Group>,
}

/// A list, under what its items have in common if that is said.
#[derive(Debug)]
pub struct Group {
    pub title: Option<Line>,
    pub items: Vec<Line>,
}

#[derive(Clone, Debug, Default)]
pub struct Line {
    pub pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
pub enum Piece {
    Own(String),
    /// A text of the registry, with its language if that is not the report's.
    Text(String, Option<String>),
    Link(String),
}

/// Stand in a sentence for the lines that it takes. None of our sentences has them, and no text of the registry gets here.
const GAPS: [char; 2] = ['\u{1}', '\u{2}'];

impl Line {
    pub fn own(words: impl Into<String>) -> Self {
        Self { pieces: vec![Piece::Own(words.into())] }
    }

    pub fn text(text: &Text, reader: &Reader) -> Self {
        Self::in_language_of(text, reader.text(text).to_owned(), reader)
    }

    /// A text that does not begin its line, so that it may begin with a small letter.
    pub fn inside(text: &Text, reader: &Reader) -> Self {
        Self::in_language_of(text, reader.inside(text).into_owned(), reader)
    }

    fn in_language_of(text: &Text, words: String, reader: &Reader) -> Self {
        let language = reader.language_of(text).map(str::to_owned);
        Self { pieces: vec![Piece::Text(words, language)] }
    }

    /// One of the report's own sentences, with a line for each variable.
    pub fn say<const N: usize>(id: &str, lines: [(&str, Self); N], reader: &Reader) -> Self {
        Self::say_with(id, &[], lines, reader)
    }

    /// The same with further variables, which are the report's own words.
    pub fn say_with<'a, const N: usize>(
        id: &str,
        arguments: &[(&'a str, &dyn Argument<'a>)],
        mut lines: [(&'a str, Self); N],
        reader: &Reader,
    ) -> Self {
        let gaps = GAPS.map(String::from);
        let mut arguments = arguments.to_vec();
        arguments.extend(lines.iter().zip(&gaps).map(|((name, _), gap)| (*name, gap as _)));
        let sentence = reader.say(id, &arguments);
        let mut line = Self::default();
        let mut rest = sentence.as_str();
        while let Some((place, gap)) = rest.char_indices().find(|(_, letter)| GAPS.contains(letter))
        {
            line.push_own(&rest[..place]);
            let number = GAPS.iter().position(|known| *known == gap);
            let put_in = number.and_then(|number| lines.get_mut(number));
            line.pieces
                .extend(put_in.map(|(_, it)| std::mem::take(&mut it.pieces)).into_iter().flatten());
            rest = &rest[place + gap.len_utf8()..];
        }
        line.push_own(rest);
        line
    }

    /// "a; b; c".
    pub fn series(lines: Vec<Self>, reader: &Reader) -> Self {
        let semicolon = reader.word("semicolon");
        let lines = lines.into_iter();
        lines.reduce(|series, line| series.then(&semicolon, line)).unwrap_or_default()
    }

    /// Ends the line with a full stop, unless it ends like a sentence already.
    pub fn sentence(mut self) -> Self {
        if !self.plain().ends_with(['.', '!', '?', '…', '。', '！', '？']) {
            self.push_own(".");
        }
        self
    }

    pub fn then(mut self, between: &str, other: Self) -> Self {
        self.push_own(between);
        self.pieces.extend(other.pieces);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    pub fn plain(&self) -> String {
        let words = |piece: &Piece| match piece {
            Piece::Own(words) | Piece::Text(words, _) | Piece::Link(words) => words.clone(),
        };
        self.pieces.iter().map(words).collect()
    }

    fn push_own(&mut self, words: &str) {
        if !words.is_empty() {
            self.pieces.push(Piece::Own(words.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::resolve;
    use crate::source::{FileId, Span, embedded};

    /// Runs a check with a reader of this language.
    fn with_reader(tag: &str, check: impl Fn(&Reader)) {
        let registry = resolve::read(&embedded()).unwrap();
        check(&Reader::new(&registry, Language::parse(tag).as_ref()));
    }

    fn text(words: &str) -> Text {
        Text::everywhere(Span::new(FileId(0), 0, 0), words)
    }

    #[test]
    fn a_sentence_takes_lines_in_its_gaps_and_words_beside_them() {
        with_reader("fr", |reader| {
            let task = text("Écouter { $often } \u{1}");
            let line = Line::text(&task, reader);
            let said = Line::say_with(
                "job-duty",
                &[("often", &"daily")],
                [("task", line.clone())],
                reader,
            );
            assert_eq!(said.plain(), "Écouter { $often } \u{1} (chaque jour)");
            let parts = [("task", line), ("own", Line::own("pourquoi"))];
            let line = Line::say("job-mistaken", parts, reader);
            let expected = "Écouter { $often } \u{1} (à ne pas confondre avec\u{a0}: pourquoi)";
            assert_eq!(line.plain(), expected);
        });
    }

    #[test]
    fn a_sentence_ends_once() {
        let sentence = |words: &str| Line::own(words).sentence().plain();
        assert_eq!(sentence("Watch"), "Watch.");
        for whole in ["Watch.", "Watch!", "Watch?", "見る。"] {
            assert_eq!(sentence(whole), whole);
        }
    }
}
