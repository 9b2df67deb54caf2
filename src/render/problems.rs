//! Problems with their place in the file, drawn as rustc draws them. What a file holds is cleaned before it is shown.

use super::clean::{one_line, visible};
use super::style::Look;
use crate::problem::{Place, Problem, Severity};
use crate::source::{Position, Sources, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// A line of a file is cut around the place if it is longer than this, in bytes.
const LONGEST_LINE: usize = 160;

/// A problem as it is printed, without a line end.
pub fn draw(problem: &Problem, sources: &Sources, look: Look) -> String {
    let level = match problem.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(one_line(&problem.message).into_owned())
        .id(problem.code.as_str());
    let path = |file| one_line(sources.file(file).map_or("", |file| &file.path)).into_owned();
    let fix = problem.fix.as_deref().map(|fix| one_line(fix).into_owned());
    let mut group = Group::with_title(title);
    match problem.place {
        Place::Span(span) => {
            group = group.element(snippet(
                sources,
                span,
                path(span.file),
                fix,
                AnnotationKind::Primary,
            ));
            if let Some((other, note)) = &problem.related {
                group = group.element(snippet(
                    sources,
                    *other,
                    path(other.file),
                    Some(note.clone()),
                    AnnotationKind::Context,
                ));
            }
        }
        Place::Position(file, Position { line, column }) => {
            group = group.element(Origin::path(path(file)).line(line).char_column(column));
            group = group.elements(fix.map(|fix| Level::HELP.message(fix)));
        }
        Place::File(file) => {
            group = group.element(Origin::path(path(file)));
            group = group.elements(fix.map(|fix| Level::HELP.message(fix)));
        }
    }
    let renderer = if look.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer
        .decor_style(DecorStyle::Ascii)
        .term_width(look.width.max(60))
        .render(&[group])
}

/// The line of a span, cleaned and cut, with the span marked in it.
fn snippet(
    sources: &Sources,
    span: Span,
    path: String,
    label: Option<String>,
    kind: AnnotationKind,
) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
    let text = sources
        .file(span.file)
        .map(crate::source::SourceFile::text)
        .unwrap_or_default();
    let (start, end) = (
        text.floor_char_boundary(span.start as usize),
        text.floor_char_boundary(span.end as usize),
    );
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..]
        .find('\n')
        .map_or(text.len(), |newline| start + newline);
    let end = end.clamp(start, line_end);
    let line = sources.position(span).line;
    let (head, tail) = window(text, line_start, start, end, line_end);
    let clean = |part: &str| visible(part.trim_end_matches('\r')).replace('\t', " ");
    let before = clean(&text[head..start]);
    let marked = clean(&text[start..end]);
    let after = clean(&text[end..tail]);
    let range = before.len()..before.len() + marked.len();
    let annotation = kind.span(range).label(label);
    Snippet::source(format!("{before}{marked}{after}"))
        .line_start(line)
        .path(path)
        .annotation(annotation)
}

/// The part of a long line around the place.
fn window(
    text: &str,
    line_start: usize,
    start: usize,
    end: usize,
    line_end: usize,
) -> (usize, usize) {
    if line_end - line_start <= LONGEST_LINE {
        return (line_start, line_end);
    }
    let head = text.floor_char_boundary(start.saturating_sub(LONGEST_LINE / 4).max(line_start));
    let tail =
        text.floor_char_boundary((end.min(start + LONGEST_LINE) + LONGEST_LINE / 4).min(line_end));
    (head, tail.max(end.min(line_end)))
}
