//! What every command has at hand: the options that all share, the process around it and its streams; and what it writes
//! beside its report: notes, sentences, rows of two columns, the files that it wrote, and the line that says what comes next.

use super::args::{Format, Global};
use super::environment::{Environment, WIDEST, language};
use super::failure::{Failure, Result, say};
use crate::render::{Argument, Csv, Terminal, Words, one_line, wrap};
use crate::sink::{self, Draft, Existing, Unwritten, Written};
use std::io::{self, Read, Write};
use std::path::{MAIN_SEPARATOR_STR, Path};

/// The fewest columns for meanings beside their names; with less room they stand below.
const NARROWEST: usize = 24;

pub struct Streams<'s> {
    /// What `-` stands for.
    pub input: &'s mut dyn Read,
    /// The report, and nothing else.
    pub out: &'s mut dyn Write,
    /// Problems, notes and hints.
    pub err: &'s mut dyn Write,
}

/// How a command ended; the number is the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It did what it was asked.
    Done = 0,
    /// It found what it looks for, a problem, or with `assign --strict` a task that nobody does; or `who` or `match` found nothing.
    Found = 1,
    /// Wrong use, an unknown name, a registry with errors, or a file or disk that fails.
    Failed = 2,
}

pub struct Console<'c> {
    pub global: &'c Global,
    pub environment: &'c Environment,
    pub csv: Csv,
    pub input: &'c mut dyn Read,
    pub out: &'c mut dyn Write,
    pub err: &'c mut dyn Write,
}

impl Console<'_> {
    pub fn terminal(&self) -> Terminal {
        self.environment.terminal(self.global.color)
    }

    /// The words of the reader, as far as they are known without a registry.
    pub fn words(&self) -> Words {
        let asked = self.global.lang.as_deref().filter(|asked| !asked.is_empty());
        let asked = asked.or(self.environment.locale.as_deref());
        Words::new(asked.and_then(language).as_ref())
    }

    /// Says something beside the report, unless only the report is wanted: one of our sentences, with its arguments.
    pub fn note<'a>(&mut self, id: &str, arguments: &[(&'a str, &dyn Argument<'a>)]) {
        self.note_text(&self.words().say(id, arguments));
    }

    /// The same with a sentence in the reader's words.
    pub fn note_text(&mut self, note: &str) {
        if !self.global.quiet {
            let words = self.words();
            let (what, note) = (words.word("note"), one_line(note));
            let note = words.say("heading", &[("what", &what), ("more", &note)]);
            // A note that cannot be written is no reason to stop.
            let _ = say(&note, "", self.environment.width.min(WIDEST), self.err);
        }
    }

    /// Writes sentences on as many lines as they need.
    pub fn sentences(&mut self, text: &str) -> io::Result<()> {
        let lines = wrap(text, self.environment.width.min(WIDEST));
        lines.iter().try_for_each(|line| writeln!(self.out, "{line}"))
    }

    /// Writes names, indented, and what each means beside it or, in a narrow terminal, below. Names are never wrapped.
    pub fn rows(
        &mut self,
        rows: &[(impl AsRef<str>, impl AsRef<str>)],
        widest: usize,
    ) -> io::Result<()> {
        let width = self.environment.width.min(widest);
        let names = rows.iter().map(|(name, _)| name.as_ref().chars().count());
        let column = names.max().unwrap_or_default() + 3;
        let room = width.saturating_sub(column + 2);
        for (name, meaning) in rows {
            let (name, meaning) = (name.as_ref(), meaning.as_ref());
            if room < NARROWEST {
                writeln!(self.out, "  {name}")?;
                for line in wrap(meaning, width.saturating_sub(6).max(NARROWEST)) {
                    writeln!(self.out, "      {line}")?;
                }
                continue;
            }
            for (number, line) in wrap(meaning, room).iter().enumerate() {
                let name = if number == 0 { name } else { "" };
                writeln!(self.out, "  {name:column$}{line}")?;
            }
        }
        Ok(())
    }

    /// Says which files were written, a line each, with these words for those that were there.
    pub fn written(&mut self, files: &[Written], replaced: &str) -> io::Result<()> {
        for file in files {
            let id = if file.replaced { replaced } else { "file-wrote" };
            // Names of ours have / in them, also where the system writes \.
            let path = file.path.display().to_string().replace('/', MAIN_SEPARATOR_STR);
            writeln!(self.out, "{}", self.words().say(id, &[("file", &one_line(&path))]))?;
        }
        Ok(())
    }

    /// Ends a command: says a sentence or two, and commands with what they do, unless it is to be quiet.
    pub fn steps(&mut self, sentences: &str, steps: &[(String, &str)]) -> Result<Status> {
        if self.global.quiet {
            return Ok(Status::Done);
        }
        writeln!(self.out)?;
        self.sentences(&one_line(sentences))?;
        writeln!(self.out)?;
        let words = self.words();
        let steps = steps.iter().map(|(command, what)| (one_line(command), words.word(what)));
        self.rows(&steps.collect::<Vec<_>>(), WIDEST)?;
        Ok(Status::Done)
    }

    /// True if a report in this format is a table on a terminal, where nothing but what is seen counts.
    pub fn shows_table(&self, format: Format) -> bool {
        format == Format::TABLE && self.environment.out_is_terminal
    }

    /// True if somebody sees reports and hints alike, and wants hints.
    pub fn is_watched(&self) -> bool {
        !self.global.quiet && self.environment.out_is_terminal && self.environment.err_is_terminal
    }

    /// Ends a command: says what comes next after a report that needs no registry.
    pub fn next(&mut self, command: &str, what: &str) -> Result<Status> {
        if self.is_watched() {
            self.next_line(&self.words(), &one_line(command), what)?;
        }
        Ok(Status::Done)
    }

    /// Writes the line that says what comes next, after all of the report.
    pub fn next_line(&mut self, words: &Words, command: &str, what: &str) -> io::Result<()> {
        self.out.flush()?;
        let (terminal, what) = (self.terminal(), words.word(what));
        let line = words.say("next", &[("command", &command), ("what", &what)]);
        let lines = wrap(&line, terminal.width).join("\n");
        // A hint that cannot be written is no reason to stop.
        let _ = writeln!(self.err, "\n{}", terminal.paint(Terminal::QUIET, &lines));
        Ok(())
    }

    /// The options of this command that the next one needs too.
    pub fn flags(&self) -> String {
        let lang = self.global.lang.as_ref().map(|lang| format!(" --lang {lang}"));
        let registry = self.global.registry.as_deref().map(registry_flag);
        [lang, registry].into_iter().flatten().collect()
    }
}

/// Writes files. Those in their places that this program wrote, which is seen by how they begin, are replaced; those of
/// others only by `force`, and without it they are kept, with this hint.
pub fn write_over_own(
    folder: &Path,
    drafts: &[Draft],
    start: &'static str,
    force: bool,
    hint: &str,
) -> Result<Vec<Written>> {
    let existing = if force { Existing::Replace } else { Existing::ReplaceOwn(start) };
    sink::write(folder, drafts, existing).map_err(|why| match why {
        Unwritten::Exists(_) => Failure::from(why).hint(hint),
        Unwritten::Outside(_) | Unwritten::Failed(..) => why.into(),
    })
}

pub fn registry_flag(folder: &Path) -> String {
    format!(" --registry {}", pasteable(&folder.display().to_string()))
}

/// A word of a command line, ready to be pasted into a shell.
pub fn pasteable(word: &str) -> String {
    if word.chars().all(|letter| letter.is_alphanumeric() || "._-/\\:~+@%=".contains(letter)) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
