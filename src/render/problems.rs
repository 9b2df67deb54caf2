//! Problems for people, drawn with their place in the file as rustc draws them, and for programs: our own JSON, SARIF
//! 2.1.0 for code scanning, and annotations for GitHub's logs. What a file holds is cleaned before it is shown.

use super::json::{Each, object, write};
use super::terminal::{Terminal, wrap};
use super::visible::{one_line, visible};
use crate::problem::{Code, Place, Problem, Severity};
use crate::source::{FileId, Position, SourceFile, Sources, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// A line that is longer than this, in bytes, is cut around the place.
const LONGEST_LINE: usize = 160;

/// A number of things in English: "1 error", "2 errors".
pub fn counted(count: usize, word: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {word}{plural}")
}

/// The columns in front of a line of a file: its number and a bar.
const GUTTER: usize = 8;
/// If at least this many problems of a file say the same, one is drawn, with the lines of the others.
const SAME: usize = 3;
const MOST_LINES: usize = 8;

/// Writes problems, each followed by an empty line, until `most` are drawn. Returns how many of them were shown.
pub fn write_all(
    problems: &[Problem],
    sources: &Sources,
    terminal: Terminal,
    most: usize,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let mut same: HashMap<_, Vec<&Problem>> = HashMap::new();
    for problem in problems {
        same.entry(key(problem)).or_default().push(problem);
    }
    let (mut drawn, mut shown) = (0, 0);
    for problem in problems {
        if drawn == most {
            break;
        }
        let alike = &same[&key(problem)][..];
        let note = match alike {
            [first, others @ ..] if alike.len() >= SAME => {
                if !std::ptr::eq(*first, problem) {
                    continue;
                }
                shown += others.len();
                Some(lines(others, sources))
            }
            _ => None,
        };
        writeln!(out, "{}\n", draw(problem, note, sources, terminal))?;
        drawn += 1;
        shown += 1;
    }
    Ok(shown)
}

/// What problems that say the same have in common.
fn key(problem: &Problem) -> (FileId, Code, &str) {
    (problem.place.file(), problem.code, &problem.message)
}

/// "the same in lines 12, 15 and 20 others".
fn lines(problems: &[&Problem], sources: &Sources) -> String {
    let mut lines: Vec<usize> =
        problems.iter().filter_map(|problem| Some(problem.place.position(sources)?.line)).collect();
    lines.dedup();
    let named: Vec<String> = lines.iter().take(MOST_LINES).map(usize::to_string).collect();
    let named = named.join(", ");
    match lines.len().saturating_sub(MOST_LINES) {
        0 if lines.len() == 1 => format!("the same in line {named}"),
        0 => format!("the same in lines {named}"),
        others => format!("the same in lines {named} and {others} others"),
    }
}

fn draw(problem: &Problem, note: Option<String>, sources: &Sources, terminal: Terminal) -> String {
    let level = match problem.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let room = terminal.width.saturating_sub("warning[]: ".len() + problem.code.as_str().len());
    let message = wrap(&one_line(&problem.message), room.max(30)).join("\n");
    let title = level.primary_title(message).id(problem.code.as_str());
    let path = |file| one_line(sources.file(file).map_or("", |file| &file.path)).into_owned();
    let mut help = problem.fix.as_deref().map(|fix| one_line(fix).into_owned());
    let mut group = Group::with_title(title);
    let mut headers = Vec::new();
    match problem.place {
        Place::Span(span) => {
            // Beside the place if it fits there, otherwise below, where there is more room.
            let room = terminal.width.saturating_sub(Cut::new(sources, span).end() + GUTTER);
            let beside = help.take_if(|fix| fix.width() <= room);
            let related = problem.related.clone();
            let related = related.map(|(other, note)| (other, Some(note), AnnotationKind::Context));
            for (span, label, kind) in
                [(span, beside, AnnotationKind::Primary)].into_iter().chain(related)
            {
                let (cut, path) = (Cut::new(sources, span), path(span.file));
                let Position { line, column } = sources.position(span);
                headers.push((cut.header(&path), format!("{path}:{line}:{column}")));
                group = group.element(cut.snippet(path, label, kind));
            }
        }
        Place::Position(file, Position { line, column }) => {
            group = group.element(Origin::path(path(file)).line(line).char_column(column));
        }
        Place::File(file) => group = group.element(Origin::path(path(file))),
    }
    let room = terminal.width.saturating_sub(GUTTER + "= help: ".len()).max(40);
    let wrapped = |text: String| wrap(&text, room).join("\n");
    group = group.elements(help.map(|help| Level::HELP.message(wrapped(help))));
    group = group.elements(note.map(|note| Level::NOTE.message(wrapped(note))));
    let renderer = if terminal.color { Renderer::styled() } else { Renderer::plain() };
    let drawn =
        renderer.decor_style(DecorStyle::Ascii).term_width(terminal.width.max(60)).render(&[group]);
    // The renderer counts columns in the line that it gets, which may have been cut or cleaned.
    headers
        .into_iter()
        .filter(|(given, right)| given != right)
        .fold(drawn, |drawn, (given, right)| drawn.replacen(&given, &right, 1))
}

/// The line of a span, cleaned, and cut if it is long.
struct Cut {
    line: usize,
    before: String,
    marked: String,
    after: String,
}

impl Cut {
    fn new(sources: &Sources, span: Span) -> Self {
        let text = sources.file(span.file).map(SourceFile::text).unwrap_or_default();
        let start = text.floor_char_boundary(span.start as usize);
        let end = text.floor_char_boundary(span.end as usize);
        let (head, tail) = window(text, start, end);
        let end = text.floor_char_boundary(end.clamp(start, tail).min(start + LONGEST_LINE));
        let clean = |part: &str| visible(part.trim_end_matches('\r')).replace('\t', " ");
        Self {
            line: sources.position(span).line,
            before: clean(&text[head..start]),
            marked: clean(&text[start..end]),
            after: clean(&text[end..tail]),
        }
    }

    /// The columns up to the end of the place.
    fn end(&self) -> usize {
        self.before.width() + self.marked.width()
    }

    /// The place as the renderer counts it.
    fn header(&self, path: &str) -> String {
        format!("{path}:{}:{}", self.line, self.before.chars().count() + 1)
    }

    fn snippet(
        self,
        path: String,
        label: Option<String>,
        kind: AnnotationKind,
    ) -> Snippet<'static, Annotation<'static>> {
        let range = self.before.len()..self.before.len() + self.marked.len();
        let annotation = kind.span(range).label(label);
        Snippet::source(self.before + &self.marked + &self.after)
            .line_start(self.line)
            .path(path)
            .annotation(annotation)
    }
}

/// The line around a place, or its nearest part if it is long. No more of the text is looked at than that.
fn window(text: &str, start: usize, end: usize) -> (usize, usize) {
    let nearest = text.floor_char_boundary(start.saturating_sub(LONGEST_LINE));
    let farthest = text.floor_char_boundary(start + 2 * LONGEST_LINE);
    let line_start = text[nearest..start].rfind('\n').map(|newline| nearest + newline + 1);
    let line_start = line_start.or((nearest == 0).then_some(0));
    let line_end = text[start..farthest].find('\n').map(|newline| start + newline);
    let line_end = line_end.or((farthest == text.len()).then_some(farthest));
    match (line_start, line_end) {
        (Some(head), Some(tail)) if tail - head <= LONGEST_LINE => (head, tail),
        (head, tail) => {
            let near = text.floor_char_boundary(start.saturating_sub(LONGEST_LINE / 4));
            let far = end.min(start + LONGEST_LINE) + LONGEST_LINE / 4;
            let far = text.floor_char_boundary(far);
            (near.max(head.unwrap_or(near)), far.min(tail.unwrap_or(far)))
        }
    }
}

/// `roles.problems/v1`.
pub fn json(problems: &[Problem], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    let problems = problems.iter().map(|problem| {
        let position = problem.place.position(sources);
        object! {
            code: problem.code.as_str(),
            severity: problem.code.severity().as_str(),
            message: &problem.message,
            file: file_of(problem, sources),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            fix: &problem.fix,
        }
    });
    write(&object! { schema: "roles.problems/v1", problems: Each(problems) }, out)
}

fn file_of<'s>(problem: &Problem, sources: &'s Sources) -> &'s str {
    sources.file(problem.place.file()).map_or("", |file| &file.path)
}

/// The Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0).
pub fn sarif(problems: &[Problem], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    let codes: BTreeSet<Code> = problems.iter().map(|problem| problem.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let mut rules = Vec::with_capacity(codes.len());
    for code in &codes {
        rules.push(json!({
            "id": code.as_str(),
            "shortDescription": { "text": code.explanation().first_sentence() },
            "fullDescription": { "text": code.explanation().meaning },
            "help": { "text": code.explanation().why },
            "defaultConfiguration": { "level": code.severity().as_str() },
        }));
    }
    let results = problems.iter().map(|problem| {
        let fix = problem.fix.as_deref().map(|fix| format!(" ({fix})")).unwrap_or_default();
        json!({
            "ruleId": problem.code.as_str(),
            "ruleIndex": codes.iter().position(|code| *code == problem.code),
            "level": problem.code.severity().as_str(),
            "message": { "text": format!("{}{fix}", problem.message) },
            "locations": [{ "physicalLocation": location(problem, sources) }],
        })
    });
    let tool = json!({ "driver": {
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    }});
    let run =
        object! { columns "columnKind": "unicodeCodePoints", results: Each(results), tool: tool };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    write(&object! { schema "$schema": schema, runs: [run], version: "2.1.0" }, out)
}

/// Where a problem is. That of a whole file is where it begins: code scanning needs a region with both its ends.
fn location(problem: &Problem, sources: &Sources) -> Value {
    let (start, end) = match problem.place {
        Place::File(_) => (Position::START, Position::START),
        Place::Position(_, position) => (position, position),
        Place::Span(span) => {
            (sources.position(span), sources.position(Span::new(span.file, span.end, span.end)))
        }
    };
    json!({
        "artifactLocation": { "uri": uri(file_of(problem, sources)) },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}

/// A path as a relative reference (RFC 3986): all bytes but letters, digits and a few marks become numbers.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// One annotation a line: `::error file=…,line=…,col=…::message`.
pub fn github(problems: &[Problem], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    for problem in problems {
        let (severity, file) = (problem.code.severity().as_str(), file_of(problem, sources));
        write!(out, "::{severity} file={}", property(file))?;
        if let Some(Position { line, column }) = problem.place.position(sources) {
            write!(out, ",line={line},col={column}")?;
        }
        let fix = problem.fix.as_deref().map(|fix| format!(": {fix}")).unwrap_or_default();
        let message = data(&format!("{}{fix}", problem.message));
        writeln!(out, ",title={}::{message}", property(problem.code.as_str()))?;
    }
    Ok(())
}

/// A message with the escapes of workflow commands; characters that could harm a log's reader become their numbers.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, in which colons and commas have a meaning too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
