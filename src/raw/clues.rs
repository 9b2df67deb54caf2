//! Where the cause of a complaint stands. The engine stops where it can read on no longer; the slip that led there is
//! often in the line above.

use super::complaints::{
    BULLET, Cause, GLUED_COLON, HYPHEN, NO_BREAK_SPACE, NO_COLON, OPEN_BRACE, OPEN_BRACKET,
    OPEN_QUOTE, SECOND_COLON, TAB, TOO_FAR_IN,
};

/// The cause and its byte, if the text around the place shows more than the engine says.
pub fn look(said: &str, text: &str, at: usize) -> Option<(usize, Cause)> {
    let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
    let line = Line::at(text, at);
    if says(&["found a tab"]) {
        let before = &text[line.start..at];
        return before.trim().is_empty().then_some((at, TAB));
    }
    if says(&["comment intercepting"]) {
        let below = line.below()?;
        return below.key().map(|_| (below.first(), TOO_FAR_IN));
    }
    if says(&["multiline quoted scalar"]) {
        return line.with_above().find_map(|line| Some((line.odd_quote()?, OPEN_QUOTE)));
    }
    if says(&["parsing a flow", "valid inside a block", "of ':'", "':' m"]) {
        let open = open_bracket(&text[..at])?;
        let cause = if text[open..].starts_with('[') { OPEN_BRACKET } else { OPEN_BRACE };
        return (open < line.start).then_some((open, cause));
    }
    if !says(&["mapping values", "simple key", "did not find expected"]) {
        return None;
    }
    let near = || line.with_above().take(2);
    if let Some(space) = near().find_map(|line| line.no_break_space()) {
        return Some((space, NO_BREAK_SPACE));
    }
    if says(&["mapping values"]) && text[line.start..at].contains(": ") {
        return Some((at, SECOND_COLON));
    }
    if let Some(hyphen) = near().find_map(|line| line.glued_hyphen()) {
        return Some((hyphen, HYPHEN));
    }
    if let Some(bullet) = near().find_map(|line| line.bullet()) {
        return Some((bullet, BULLET));
    }
    if let Some(colon) = near().find_map(|line| line.glued_colon()) {
        return Some((colon, GLUED_COLON));
    }
    if !says(&["mapping values"]) {
        return None;
    }
    let above = line.above()?;
    match above.lone_word() {
        Some(word) => Some((word, NO_COLON)),
        None => (line.first() > line.start).then_some((at, TOO_FAR_IN)),
    }
}

/// Whether a comment begins behind a byte on its line.
pub fn has_comment_behind(text: &str, at: usize) -> bool {
    text[at..Line::at(text, at).end].contains(" #")
}

/// A line of the text.
#[derive(Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Line<'t> {
    /// The line that holds a byte.
    fn at(text: &'t str, at: usize) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        Self { text, start, end }
    }

    fn content(&self) -> &'t str {
        &self.text[self.start..self.end]
    }

    /// Whether there is more in it than a comment.
    fn is_visible(&self) -> bool {
        let content = self.content().trim();
        !content.is_empty() && !content.starts_with('#')
    }

    /// The last line above with something in it.
    fn above(self) -> Option<Self> {
        self.with_above().nth(1)
    }

    /// The next line below with something in it.
    fn below(self) -> Option<Self> {
        let next =
            |line: &Self| (line.end < line.text.len()).then(|| Self::at(line.text, line.end + 1));
        let mut lines = std::iter::successors(next(&self), next);
        lines.find(Self::is_visible)
    }

    /// This line and those above with something in them, upwards.
    fn with_above(self) -> impl Iterator<Item = Self> {
        let up = |line: &Self| line.start.checked_sub(1).map(|end| Self::at(line.text, end));
        let above = std::iter::successors(up(&self), up).filter(Self::is_visible);
        std::iter::once(self).chain(above)
    }

    /// The byte of the first character that is no space.
    fn first(&self) -> usize {
        self.end - self.content().trim_start().len()
    }

    /// What stands behind the indentation and the hyphens of a list, and its byte.
    fn item(&self) -> (usize, &'t str) {
        let content = self.content().trim_start_matches([' ', '-']);
        (self.end - content.len(), content)
    }

    /// The word in front of the first colon, if it could be a key; the colon's byte, and what is behind it.
    fn key(&self) -> Option<(usize, &'t str)> {
        let (at, content) = self.item();
        let (word, rest) = content.split_once(':')?;
        let is_key = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
        (!word.is_empty() && word.chars().all(is_key)).then_some((at + word.len(), rest))
    }

    /// The colon of `key:value`.
    fn glued_colon(&self) -> Option<usize> {
        let (colon, rest) = self.key()?;
        let is_glued =
            !rest.is_empty() && !rest.starts_with(char::is_whitespace) && !rest.starts_with("//");
        is_glued.then_some(colon)
    }

    /// The hyphen of `-item`.
    fn glued_hyphen(&self) -> Option<usize> {
        let behind = self.content().trim_start().strip_prefix('-')?;
        behind.starts_with(char::is_alphanumeric).then(|| self.first())
    }

    /// What a word processor makes of a hyphen at the beginning of a line.
    fn bullet(&self) -> Option<usize> {
        let is_bullet = |letter: char| "–—•·‣*".contains(letter);
        let mut letters = self.content().trim_start().chars();
        let begins = letters.next().is_some_and(is_bullet) && letters.next() == Some(' ');
        begins.then(|| self.first())
    }

    /// The last letter of a line that is one word.
    fn lone_word(&self) -> Option<usize> {
        let (at, content) = self.item();
        let word = content.trim_end();
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let (last, _) = word.char_indices().next_back()?;
        word.chars().all(is_word).then_some(at + last)
    }

    /// A non-breaking space where an ordinary one means something: in front of everything, or behind a colon or hyphen.
    fn no_break_space(&self) -> Option<usize> {
        let spaces = self.content().match_indices('\u{a0}');
        let mut meaning = spaces.filter(|(at, _)| {
            let before = self.content()[..*at].trim_end_matches('\u{a0}');
            before.trim().is_empty() || before.ends_with([':', '-'])
        });
        meaning.next().map(|(at, _)| self.start + at)
    }

    /// The quote of a line that has an odd number of them, if a value could begin there.
    fn odd_quote(&self) -> Option<usize> {
        let content = self.content();
        let odd = ['"', '\''].into_iter().find(|&quote| content.matches(quote).count() % 2 == 1)?;
        let at = content.find(odd)?;
        let before = content[..at].trim_end();
        let begins = before.is_empty() || before.ends_with([':', '-', ',', '[', '{']);
        begins.then_some(self.start + at)
    }
}

/// The last bracket or brace of a text that nothing closes.
fn open_bracket(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut before = '\n';
    let mut in_comment = false;
    for (at, letter) in text.char_indices() {
        let begins = before.is_whitespace() || "[{,:".contains(before);
        match letter {
            '\n' => in_comment = false,
            _ if in_comment => {}
            _ if quote.is_some() => quote = quote.filter(|&quote| quote != letter),
            '"' | '\'' if begins => quote = Some(letter),
            '#' if before.is_whitespace() => in_comment = true,
            '[' | '{' if begins => open.push(at),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
        before = letter;
    }
    open.pop()
}
