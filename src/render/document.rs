//! A page of prose for many formats: facts, and passages of sentences and lists. Reports of figures are pages with tables
//! instead. How a document looks in Markdown and in HTML is decided by the formats, not here.
//!
//! A line of a document mixes the report's own words with texts of the registry. They are kept apart until a format
//! writes them, so that it can say which language each is in.

use super::reader::Reader;
use crate::model::Text;
use fluent_bundle::FluentValue;

/// A report to be read, printed and published.
#[derive(Debug)]
pub struct Document<'r> {
    /// What it is about.
    pub title: &'r Text,
    /// Labels, each with a word or two.
    pub facts: Vec<(String, Line<'r>)>,
    /// Its text, under headings.
    pub passages: Vec<Passage<'r>>,
}

/// A sentence and lists under a heading.
#[derive(Debug)]
pub struct Passage<'r> {
    pub title: String,
    pub lead: Option<Line<'r>>,
    pub groups: Vec<Group<'r>>,
}

/// A list, under what its items have in common if that is said.
#[derive(Debug)]
pub struct Group<'r> {
    pub title: Option<Line<'r>>,
    pub items: Vec<Line<'r>>,
}

/// Words on one line.
#[derive(Clone, Debug, Default)]
pub struct Line<'r> {
    pub pieces: Vec<Piece<'r>>,
}

/// A piece of a line.
#[derive(Clone, Debug)]
pub enum Piece<'r> {
    /// Words of the report's own.
    Own(String),
    /// A text of the registry.
    Text(&'r Text),
    /// A text that does not begin its line, so that it may begin with a small letter.
    Inside(&'r Text),
    /// An address on the web.
    Link(&'r str),
}

/// Stand in a sentence for the lines that it takes. None of our sentences has them, and no text of the registry gets here.
const GAPS: [char; 2] = ['\u{1}', '\u{2}'];

impl<'r> Line<'r> {
    pub fn own(words: impl Into<String>) -> Self {
        Self::of(Piece::Own(words.into()))
    }

    pub fn text(text: &'r Text) -> Self {
        Self::of(Piece::Text(text))
    }

    pub fn inside(text: &'r Text) -> Self {
        Self::of(Piece::Inside(text))
    }

    pub fn link(address: &'r str) -> Self {
        Self::of(Piece::Link(address))
    }

    fn of(piece: Piece<'r>) -> Self {
        Self { pieces: vec![piece] }
    }

    /// One of the report's own sentences, with a line for each variable.
    pub fn say<const N: usize>(id: &str, lines: [(&str, Self); N], reader: &Reader) -> Self {
        Self::say_with(id, [], lines, reader)
    }

    /// The same with further variables, which are the report's own words.
    pub fn say_with<'a, const N: usize>(
        id: &str,
        arguments: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
        mut lines: [(&'a str, Self); N],
        reader: &Reader,
    ) -> Self {
        let names = lines.iter().map(|(name, _)| *name).zip(GAPS);
        let gaps = names.map(|(name, gap)| (name, gap.to_string().into()));
        let sentence = reader.say(id, arguments.into_iter().chain(gaps));
        let mut line = Self::default();
        let mut rest = sentence.as_str();
        while let Some((place, gap)) = rest.char_indices().find(|(_, letter)| GAPS.contains(letter))
        {
            line.push_own(&rest[..place]);
            let number = GAPS.iter().position(|known| *known == gap);
            let put_in = number.and_then(|number| lines.get_mut(number));
            line.extend(put_in.map(|(_, line)| std::mem::take(line)).unwrap_or_default());
            rest = &rest[place + gap.len_utf8()..];
        }
        line.push_own(rest);
        line
    }

    /// "a; b; c".
    pub fn series(lines: Vec<Self>, reader: &Reader) -> Self {
        let semicolon = reader.word("semicolon");
        let mut series = Self::default();
        for line in lines {
            if !series.pieces.is_empty() {
                series.push_own(&semicolon);
            }
            series.extend(line);
        }
        series
    }

    /// Ends the line with a full stop, unless it ends like a sentence already.
    pub fn sentence(mut self, reader: &Reader) -> Self {
        if !self.plain(reader).ends_with(['.', '!', '?', '…', '。', '！', '？']) {
            self.push_own(".");
        }
        self
    }

    /// Adds another line to its end.
    pub fn then(mut self, between: &str, other: Self) -> Self {
        self.push_own(between);
        self.extend(other);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The whole line as the reader reads it.
    pub fn plain(&self, reader: &Reader) -> String {
        let mut plain = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Own(words) => plain += words,
                Piece::Text(text) => plain += reader.text(text).trim(),
                Piece::Inside(text) => plain += reader.inside(text).trim(),
                Piece::Link(address) => plain += address,
            }
        }
        plain
    }

    fn push_own(&mut self, words: &str) {
        if !words.is_empty() {
            self.pieces.push(Piece::Own(words.to_owned()));
        }
    }

    fn extend(&mut self, other: Self) {
        self.pieces.extend(other.pieces);
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
            let often = [("often", "daily".into())];
            let line = Line::say_with("job-duty", often, [("task", Line::text(&task))], reader);
            assert_eq!(line.plain(reader), "Écouter { $often } \u{1} (chaque jour)");
            let why = Line::own("pourquoi");
            let parts = [("task", Line::text(&task)), ("own", why)];
            let line = Line::say("job-mistaken", parts, reader);
            let expected = "Écouter { $often } \u{1} (à ne pas confondre avec\u{a0}: pourquoi)";
            assert_eq!(line.plain(reader), expected);
        });
    }

    #[test]
    fn a_sentence_ends_once() {
        with_reader("en", |reader| {
            let sentence = |words: &str| Line::own(words).sentence(reader).plain(reader);
            assert_eq!(sentence("Watch"), "Watch.");
            for whole in ["Watch.", "Watch!", "Watch?", "見る。"] {
                assert_eq!(sentence(whole), whole);
            }
        });
    }

    #[test]
    fn only_a_small_word_begins_in_a_small_letter() {
        let inside = |tag: &str, words: &str, expected: &str| {
            with_reader(tag, |reader| {
                let text = text(words);
                assert_eq!(Line::inside(&text).plain(reader), expected, "{tag}");
            });
        };
        inside("en", "The goals", "the goals");
        inside("en", "What users say", "what users say");
        inside("fr", "L'avis du public", "l'avis du public");
        inside("es", "Lo que dicen", "lo que dicen");
        for as_it_is in ["Instagram figures", "A/B tests", "THE goals", "The", "", "Les posts"] {
            inside("en", as_it_is, as_it_is);
        }
    }
}
