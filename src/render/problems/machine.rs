//! Problems for programs: our own JSON, SARIF 2.1.0 for code scanning, and annotations for GitHub's logs.

use crate::problem::{Code, Place, Problem};
use crate::render::json::write;
use crate::render::visible::visible;
use crate::source::{Position, Sources, Span};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// A problem with its place in words and numbers.
#[derive(Serialize)]
struct Entry<'p> {
    code: &'static str,
    severity: &'static str,
    message: &'p str,
    file: &'p str,
    line: Option<usize>,
    column: Option<usize>,
    fix: Option<&'p str>,
}

#[derive(Serialize)]
struct Report<'p> {
    schema: &'static str,
    problems: Vec<Entry<'p>>,
}

impl<'p> Entry<'p> {
    fn new(problem: &'p Problem, sources: &'p Sources) -> Self {
        let position = problem.place.position(sources);
        Self {
            code: problem.code.as_str(),
            severity: problem.code.severity().as_str(),
            message: &problem.message,
            file: sources.file(problem.place.file()).map_or("", |file| &file.path),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            fix: problem.fix.as_deref(),
        }
    }
}

/// `roles.problems/v1`.
///
/// # Errors
/// If the writer fails.
pub fn json(problems: &[Problem], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    let problems = problems.iter().map(|problem| Entry::new(problem, sources)).collect();
    let report = Report { schema: "roles.problems/v1", problems };
    write(&report, out)
}

/// The Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0).
///
/// # Errors
/// If the writer fails.
pub fn sarif(problems: &[Problem], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    let codes: BTreeSet<Code> = problems.iter().map(|problem| problem.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let rule = |code: &Code| {
        json!({
            "id": code.as_str(),
            "shortDescription": { "text": code.explanation().meaning },
            "help": { "text": code.explanation().why },
            "defaultConfiguration": { "level": code.severity().as_str() },
        })
    };
    let result = |problem: &Problem| {
        let fix = problem.fix.as_deref().map(|fix| format!(" ({fix})")).unwrap_or_default();
        json!({
            "ruleId": problem.code.as_str(),
            "ruleIndex": codes.iter().position(|code| *code == problem.code),
            "level": problem.code.severity().as_str(),
            "message": { "text": format!("{}{fix}", problem.message) },
            "locations": [{ "physicalLocation": location(problem, sources) }],
        })
    };
    let tool = json!({ "driver": {
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "rules": codes.iter().map(rule).collect::<Vec<_>>(),
    }});
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        runs: [Run {
            column_kind: "unicodeCodePoints",
            results: OneByOne(|| problems.iter().map(result)),
            tool,
        }],
        version: "2.1.0",
    };
    write(&log, out)
}

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Run<R>; 1],
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    column_kind: &'static str,
    results: R,
    tool: Value,
}

/// A list whose items are made when they are written: a hundred thousand results at once take a gigabyte.
struct OneByOne<F>(F);

impl<F, I> Serialize for OneByOne<F>
where
    F: Fn() -> I,
    I: IntoIterator<Item = Value>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Where a problem is. One of a whole file stands at its first line: code scanning shows nothing without a region.
fn location(problem: &Problem, sources: &Sources) -> Value {
    let entry = Entry::new(problem, sources);
    let mut region = json!({ "startLine": entry.line.unwrap_or(1) });
    if let Some(column) = entry.column {
        region["startColumn"] = column.into();
    }
    if let Place::Span(span) = problem.place {
        let end = sources.position(Span::new(span.file, span.end, span.end));
        region["endLine"] = end.line.into();
        region["endColumn"] = end.column.into();
    }
    json!({ "artifactLocation": { "uri": uri(entry.file) }, "region": region })
}

/// A path as a relative reference (RFC 3986): every byte but letters, digits and a few marks as its number.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// One annotation a line: `::error file=…,line=…,col=…::message`.
///
/// # Errors
/// If the writer fails.
pub fn github(problems: &[Problem], sources: &Sources, out: &mut dyn Write) -> io::Result<()> {
    for problem in problems {
        let entry = Entry::new(problem, sources);
        write!(out, "::{} file={}", entry.severity, property(entry.file))?;
        if let Some(Position { line, column }) = problem.place.position(sources) {
            write!(out, ",line={line},col={column}")?;
        }
        let fix = entry.fix.map(|fix| format!(": {fix}")).unwrap_or_default();
        let message = data(&format!("{}{fix}", entry.message));
        writeln!(out, ",title={}::{message}", property(entry.code))?;
    }
    Ok(())
}

/// The escapes of workflow commands in messages; what could move the cursor of a log's reader stands there by its number.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same in properties, where colons and commas mean something too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
