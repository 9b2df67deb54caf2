//! `roles.raci/v1`.

use super::shared::{role_id, write};
use crate::query::{Column, Raci, Reading, Reason, Row};
use crate::render::pages::legend;
use crate::render::reader::Reader;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::io::{self, Write};

/// With more columns than this, rows hold only the cells that are not empty.
const MOST_CELLS: usize = 200;

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    size: Option<&'a str>,
    /// What the letters mean, in the reader's language.
    legend: Legend,
    columns: Vec<ColumnOf<'a>>,
    /// Every task once.
    rows: Rows<'a>,
    /// Roles whose tasks nobody does, because no position holds them.
    without_position: Vec<&'a str>,
}

struct Legend([(&'static str, String); 4]);

/// A person, or a position where there is nobody; `id` is the key of its cells.
#[derive(Serialize)]
struct ColumnOf<'a> {
    id: &'a str,
    name: String,
    person: Option<&'a str>,
    positions: Vec<&'a str>,
    vacant: bool,
    responsible: usize,
    accountable: usize,
    accountable_for_others: usize,
    consulted: usize,
    informed: usize,
    readings: Vec<&'static str>,
}

#[derive(Clone, Copy)]
struct Rows<'a>(&'a Raci<'a>, &'a Reader<'a>);

struct OneRow<'a>(&'a Raci<'a>, &'a Reader<'a>, Row);

#[derive(Serialize)]
struct RowOf<'a> {
    task: String,
    name: &'a str,
    role: &'a str,
    area: Option<&'a str>,
    /// Why nobody does it.
    reason: Option<&'static str>,
    cells: Cells<'a>,
}

struct Cells<'a>(&'a Raci<'a>, &'a Row);

/// A matrix.
pub fn raci(raci: &Raci, reader: &Reader, out: &mut dyn Write) -> io::Result<()> {
    let size = raci.assignment.size;
    let report = Report {
        schema: "roles.raci/v1",
        size: size.map(|size| reader.registry.size(size).id.as_str()),
        legend: Legend(legend(reader)),
        columns: raci.columns.iter().map(|column| column_of(raci, column, reader)).collect(),
        rows: Rows(raci, reader),
        without_position: raci.without_position.iter().map(|&role| role_id(role, reader)).collect(),
    };
    write(&report, out)
}

fn column_of<'a>(raci: &'a Raci, column: &'a Column, reader: &Reader) -> ColumnOf<'a> {
    let assignment = raci.assignment;
    let positions = assignment.positions_of(column.doer).into_iter();
    let counts = column.counts;
    ColumnOf {
        id: &column.id,
        name: reader.doer_name(assignment, column.doer),
        person: column.doer.person().map(|person| assignment.people[person].name.as_str()),
        positions: positions.map(|position| assignment.positions[position].id).collect(),
        vacant: column.is_vacant,
        responsible: counts.responsible,
        accountable: counts.accountable,
        accountable_for_others: counts.of_others,
        consulted: counts.consulted,
        informed: counts.informed,
        readings: column.readings.iter().copied().map(Reading::as_str).collect(),
    }
}

impl Serialize for Legend {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(letter, meaning)| (letter, meaning)))
    }
}

/// Row by row: a matrix may be larger than what fits into the memory.
impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Rows(raci, reader) = *self;
        serializer.collect_seq(raci.rows().map(|row| OneRow(raci, reader, row)))
    }
}

impl Serialize for OneRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let OneRow(raci, reader, row) = self;
        let area = reader.registry.task(row.task).area;
        let fields = RowOf {
            task: reader.registry.task_id(row.task),
            name: reader.task(row.task),
            role: role_id(row.task.role, reader),
            area: area.map(|area| reader.registry.area(area).id.as_str()),
            reason: row.reason.map(Reason::as_str),
            cells: Cells(raci, row),
        };
        fields.serialize(serializer)
    }
}

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Cells(raci, row) = self;
        let mut map = serializer.serialize_map(None)?;
        if raci.columns.len() > MOST_CELLS {
            for &(column, letters) in &row.cells {
                map.serialize_entry(&raci.columns[column].id, letters.as_str())?;
            }
        } else {
            let mut cells = row.cells.iter().peekable();
            for (number, column) in raci.columns.iter().enumerate() {
                let cell = cells.next_if(|(column, _)| *column == number);
                map.serialize_entry(&column.id, cell.map_or("", |(_, letters)| letters.as_str()))?;
            }
        }
        map.end()
    }
}
