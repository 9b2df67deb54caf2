//! Who does each task, who answers for it, who is asked and who is told: the matrix, and what its columns say.

mod columns;
mod matrix;

use crate::model::RoleIx;
use crate::query::{Column, Raci};
use crate::render::page::{Page, Table};
use crate::render::reader::Reader;

/// More notes of one kind than this are counted.
const MOST_NOTES: usize = 12;

/// The letters with their meanings, in the reader's words.
pub fn legend(reader: &Reader) -> [(&'static str, String); 4] {
    let words = &reader.words;
    [
        ("R", words.word("raci-does")),
        ("A", words.word("raci-answers")),
        ("C", words.word("raci-asked")),
        ("I", words.word("raci-told")),
    ]
}

/// What a column is called: a person, or a position.
pub fn column_name(raci: &Raci, column: &Column, reader: &Reader) -> String {
    let member = column.member.map(|member| &raci.assignment.members[member]);
    let seat = || column.seat.map(|seat| &raci.assignment.seats[seat]);
    member.map_or_else(
        || seat().map_or_else(String::new, |seat| reader.seat_name(seat)),
        |member| member.name.clone(),
    )
}

/// The same, and whether nobody is there.
pub fn heading(raci: &Raci, column: &Column, reader: &Reader) -> String {
    let name = column_name(raci, column, reader);
    if column.is_vacant {
        format!("{} ({name})", reader.words.word("reason-vacant-position"))
    } else {
        name
    }
}

/// The page of a matrix.
pub fn raci(raci: &Raci, reader: &Reader) -> Page {
    let writer = Writer::new(raci, reader);
    page(&writer, writer.matrix())
}

/// The same with the names of those who have to do with each task in place of letters.
pub fn raci_in_words(raci: &Raci, reader: &Reader) -> Page {
    let writer = Writer::new(raci, reader);
    page(&writer, writer.matrix_in_words())
}

fn page(writer: &Writer, table: Table) -> Page {
    let (raci, reader) = (writer.raci, writer.reader);
    let size = reader.company(raci.assignment.size);
    let legend = legend(reader);
    let legend: Vec<String> =
        legend.iter().map(|(letter, meaning)| glued(&reader.heading(letter, meaning))).collect();
    let mut lead = vec![
        reader.words.say("raci-lead", [("size", size.as_str().into())]),
        reader.series(&legend),
    ];
    if writer.is_one_person() {
        lead.push(reader.words.word("raci-nothing-to-split"));
    }
    let mut notes = writer.notes();
    let columns = writer.reading();
    notes.extend(writer.unread(&columns));
    Page {
        title: reader.heading("RACI", &size),
        lead,
        table,
        more: writer.columns_table(&columns).into_iter().collect(),
        notes,
    }
}

/// With the letter on the line of its first word.
fn glued(meaning: &str) -> String {
    meaning.replacen(": ", ":\u{a0}", 1)
}

struct Writer<'p, 'r> {
    raci: &'p Raci<'p>,
    reader: &'p Reader<'r>,
    /// What the columns are called.
    names: Vec<String>,
}

impl<'p, 'r> Writer<'p, 'r> {
    fn new(raci: &'p Raci<'p>, reader: &'p Reader<'r>) -> Self {
        let name = |column: &Column| heading(raci, column, reader);
        Self { names: raci.columns.iter().map(name).collect(), raci, reader }
    }

    /// Whether one person does everything.
    fn is_one_person(&self) -> bool {
        let is_there = matches!(&self.raci.columns[..], [only] if !only.is_vacant && only.counts.responsible > 0);
        is_there && self.raci.without_position.is_empty()
    }

    fn notes(&self) -> Vec<String> {
        let words = &self.reader.words;
        let role = |role: &RoleIx| self.reader.role(*role);
        let spokespeople = self.raci.spokespeople.iter().map(|(several, column)| {
            let who = self.names[*column].as_str().into();
            words.say("raci-several", [("role", role(several).into()), ("who", who)])
        });
        let stand_ins = self.raci.stand_ins.iter().map(|(meant, other)| {
            let arguments = [("role", role(meant).into()), ("other", role(other).into())];
            words.say("raci-stand-in", arguments)
        });
        let without_position = self.raci.without_position.iter().map(|lost| {
            let tasks = self.reader.registry.role(*lost).tasks.len();
            let arguments = [("role", role(lost).into()), ("n", tasks.into())];
            words.say("raci-undone", arguments)
        });
        let mut notes = Vec::new();
        self.first(spokespeople, &mut notes);
        self.first(stand_ins, &mut notes);
        self.first(without_position, &mut notes);
        notes
    }

    /// The first sentences of one kind, and how many more there are.
    fn first(&self, sentences: impl ExactSizeIterator<Item = String>, into: &mut Vec<String>) {
        let more = sentences.len().saturating_sub(MOST_NOTES);
        into.extend(sentences.take(MOST_NOTES));
        into.extend((more > 0).then(|| self.reader.more(more)));
    }
}
