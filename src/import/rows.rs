//! The rows of a sheet, each of which ends up somewhere or is named: tasks with what is said of them, people, sections.

use super::layout::{Layout, Shape};
use super::sheet::{Account, Place, Sheet};
use super::values::{Letter, days, hours, letters, names, rhythm, vacancy};
use super::vocabulary::Vocabulary;
use crate::model::{Cadence, Hours, MAX_NAME, Weekday};
use crate::normalize::words as words_of;
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Entry {
    /// The accounts of the rows that it stands in.
    pub accounts: Vec<usize>,
    pub task: String,
    pub id: Option<String>,
    pub role: Option<String>,
    pub area: Option<String>,
    pub cadence: Option<Cadence>,
    pub days: Vec<Weekday>,
    pub hours: Option<Hours>,
    pub each_time: Option<Hours>,
    pub importance: Option<&'static str>,
    pub doers: Option<&'static str>,
    pub detail: Vec<String>,
    pub parts: Vec<Part>,
    /// Whether the sheet says of tasks who answers for them.
    pub is_raci: bool,
}

#[derive(Clone, Debug)]
pub struct Part {
    pub name: String,
    pub letter: Letter,
    pub is_vacant: bool,
    pub place: Place,
}

/// Somebody without a task.
pub struct Member {
    pub name: String,
    pub role: Option<String>,
    pub hours: Option<Hours>,
}

#[derive(Default)]
pub struct Rows {
    pub title: Option<String>,
    pub entries: Vec<Entry>,
    /// Those who stand above columns of letters, in their order, and whether each is vacant.
    pub above: Vec<(String, bool)>,
    pub members: Vec<Member>,
    pub accounts: Vec<Account>,
}

pub fn read(sheet: &Sheet, layout: &Layout, words: &Vocabulary) -> Rows {
    let last = layout.column("task").unwrap_or_default();
    let mut lone: Vec<Option<bool>> =
        (0..sheet.rows.len()).map(|row| is_lone(sheet, row, last)).collect();
    let below = lone.iter().skip(layout.heading + 1).flatten();
    let (alone, all) = (below.clone().filter(|lone| **lone).count(), below.count());
    if layout.shape == Shape::List && alone * 2 > all {
        // Where most rows have only one text, these are the tasks.
        lone.iter_mut().flatten().for_each(|lone| *lone = false);
    }
    let (rows, carried) = (Rows::default(), BTreeMap::new());
    let mut walk = Walk { sheet, layout, words, lone, rows, carried, area: None, is_above: true };
    walk.headings();
    for row in 0..sheet.rows.len() {
        walk.row(row);
    }
    walk.rows
}

/// Whether only one text stands in a row, once or the same in each filled cell, and no further right than the tasks;
/// nothing for an empty row.
fn is_lone(sheet: &Sheet, row: usize, last: usize) -> Option<bool> {
    let mut filled = sheet.filled(row);
    let (column, text) = filled.next()?;
    Some(column <= last && filled.all(|(_, other)| other == text))
}

struct Walk<'s> {
    sheet: &'s Sheet,
    layout: &'s Layout,
    words: &'s Vocabulary,
    lone: Vec<Option<bool>>,
    rows: Rows,
    /// What a column left of the tasks said last: it holds for the rows below.
    carried: BTreeMap<usize, String>,
    /// The section that the rows stand in; at first the sheet, if there are several.
    area: Option<String>,
    /// Whether the headings of the sheet are still to come.
    is_above: bool,
}

impl Walk<'_> {
    fn account(&mut self, place: Place, became: &'static str, why: Option<&'static str>) {
        self.rows.accounts.push(Account::new(place, became, why));
    }

    /// The names above columns of letters, and the headings of columns that nobody reads.
    fn headings(&mut self) {
        let heading = self.layout.heading;
        for (column, field) in self.layout.columns.iter().enumerate() {
            if *field == Some("letters") && self.heading(column).len() <= MAX_NAME {
                self.rows.above.push(vacancy(self.heading(column), self.words));
            }
            // Numbers of rows have no heading.
            let is_said = |text: &str| {
                let is_headed = !self.sheet.cell(heading, column).is_empty();
                !text.is_empty() && (is_headed || text.contains(char::is_alphabetic))
            };
            let mut below = heading + 1..self.sheet.rows.len();
            if field.is_none() && below.any(|row| is_said(self.sheet.cell(row, column))) {
                self.account((heading, column), "nothing", Some("unread-column"));
            }
        }
    }

    /// What stands above a column, in one line.
    fn heading(&self, column: usize) -> String {
        self.sheet.cell(self.layout.heading, column).replace('\n', " ")
    }

    /// Above the headings: the title of the only sheet, parts of the headings, or something else.
    fn above(&mut self, row: usize, column: usize, text: &str) {
        let heading = self.layout.heading;
        let is_part = |(column, text)| self.sheet.cell(heading, column) == text;
        if self.rows.title.is_none() && self.sheet.parts.len() <= 1 {
            self.rows.title = Some(text.replace('\n', " "));
            self.account((row, column), "title", None);
        } else if self.sheet.filled(row).any(is_part) {
            self.account((row, column), "heading", None);
        } else if self.sheet.name_of(row) == text {
            self.account((row, column), "title", None);
        } else {
            self.account((row, column), "nothing", Some("above-heading"));
        }
    }

    fn row(&mut self, row: usize) {
        let (sheet, layout) = (self.sheet, self.layout);
        if row == 0 || sheet.begins(row) {
            self.carried.clear();
            self.is_above = true;
            let is_area = sheet.parts.len() > 1 && layout.says_who();
            self.area = is_area.then(|| sheet.name_of(row).to_owned());
        }
        let Some((first, text)) = sheet.filled(row).next() else { return };
        if row == layout.heading || sheet.filled(row).eq(sheet.filled(layout.heading)) {
            self.is_above = false;
            return self.account((row, first), "heading", None);
        }
        if self.is_above {
            return self.above(row, first, text);
        }
        let is_read = |&(column, _): &(usize, &str)| {
            layout.columns[column].is_some_and(|field| field != "ignore")
        };
        let read: Vec<(usize, &str)> = sheet.filled(row).filter(is_read).collect();
        let Some(&(start, text)) = read.first() else {
            return self.account((row, first), "nothing", Some("no-task"));
        };
        let task = layout.column("task").map_or("", |column| sheet.cell(row, column));
        if self.is_total(text, &read) || self.is_total(task, &read) {
            self.account((row, start), "nothing", Some("total"));
        } else if self.lone[row] == Some(true) {
            self.lone(row, start, text);
        } else if let Some(column) = layout.column("task").filter(|_| !task.is_empty()) {
            self.task(row, column, task);
        } else if layout.column("person").is_some_and(|column| !sheet.cell(row, column).is_empty())
        {
            self.member(row, start);
        } else {
            self.account((row, start), "nothing", Some("no-task"));
        }
    }

    /// A total says so, and has only numbers beside it.
    fn is_total(&self, text: &str, read: &[(usize, &str)]) -> bool {
        let first = words_of(text).into_iter().next().unwrap_or_default();
        let is_number =
            |text: &str| !text.contains(char::is_alphabetic) || hours(text, self.words).is_some();
        self.words.is("mark", "total", text)
            || self.words.is("mark", "total", &first)
                && read.iter().all(|(_, other)| *other == text || is_number(other))
    }

    /// A text alone in its row begins a section if tasks follow.
    fn lone(&mut self, row: usize, column: usize, text: &str) {
        let mut below = self.lone[row + 1..self.sheet.end(row)].iter().flatten();
        match below.next() {
            Some(false) => {
                self.area = Some(text.replace('\n', " "));
                self.carried.clear();
                self.account((row, column), "section", None);
            }
            Some(true) if below.any(|lone| !lone) => {
                self.account((row, column), "nothing", Some("lone-text"));
            }
            _ => self.account((row, column), "nothing", Some("footnote")),
        }
    }

    fn member(&mut self, row: usize, start: usize) {
        let column = self.layout.column("person").unwrap_or_default();
        let hours = self.hours(row, "hours").map(|(hours, _)| hours);
        let role = self.text(row, "role");
        for name in names(self.sheet.cell(row, column), self.words) {
            if name.len() > MAX_NAME {
                self.account((row, column), "nothing", Some("name-too-long"));
                continue;
            }
            self.rows.members.push(Member { name, role: role.clone(), hours });
        }
        for (number, field) in self.layout.columns.iter().enumerate() {
            let is_read = ["person", "role", "hours", "ignore"].map(Some).contains(field);
            if field.is_some() && !is_read && !self.sheet.cell(row, number).is_empty() {
                self.account((row, number), "nothing", Some("not-of-people"));
            }
        }
        self.account((row, start), "person", None);
    }

    fn task(&mut self, row: usize, column: usize, task: &str) {
        let accounts = vec![self.rows.accounts.len()];
        self.account((row, column), "task", None);
        let mut entry = Entry { accounts, task: task.replace('\n', " "), ..Entry::default() };
        entry.is_raci =
            self.layout.shape == Shape::Matrix || self.layout.column("accountable").is_some();
        entry.id = self.text(row, "id");
        entry.role = self.text(row, "role");
        if self.sheet.parts.len() > 1 && !self.layout.says_who() {
            entry.role = Some(self.sheet.name_of(row).to_owned());
        }
        let area = self.text(row, "area").or_else(|| self.area.clone());
        entry.area = area.filter(|area| !self.words.is("mark", "other", area));
        let details = self.layout.columns.iter().enumerate();
        for (column, _) in details.filter(|(_, field)| **field == Some("detail")) {
            let text = self.sheet.cell(row, column);
            entry.detail.extend((!text.is_empty()).then(|| text.to_owned()));
        }
        self.time(row, &mut entry);
        let words = self.words;
        [entry.importance, entry.doers] = ["importance", "doers"]
            .map(|field| self.read(row, field, "unknown-word", |text| words.get(field, text)));
        self.parts(row, &mut entry);
        self.rows.entries.push(entry);
    }

    /// What a field says; what is there and says something else is named.
    fn read<T>(
        &mut self,
        row: usize,
        field: &'static str,
        unknown: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(row, field)?;
        let found = read(&text);
        if found.is_none() && !self.words.is("mark", "nothing", &text) {
            self.unknown(row, field, unknown);
        }
        found
    }

    fn time(&mut self, row: usize, entry: &mut Entry) {
        let words = self.words;
        let rhythm = self.read(row, "cadence", "unknown-cadence", |text| rhythm(text, words));
        if let Some((cadence, days)) = rhythm {
            (entry.cadence, entry.days) = (Some(cadence), days);
        }
        if let Some(text) = self.text(row, "days") {
            match days(&text, self.words) {
                Some(days) if entry.cadence.is_none_or(|cadence| cadence <= Cadence::Biweekly) => {
                    entry.cadence = entry.cadence.or(Some(Cadence::Weekly));
                    entry.days = days;
                }
                _ => self.unknown(row, "days", "unknown-days"),
            }
        }
        let each_time = self.hours(row, "each-time").map(|(hours, _)| hours);
        let a_week = self.hours(row, "hours");
        if let Some(hours) = each_time {
            self.each_time(row, "each-time", hours, entry);
        }
        match a_week {
            // Where hours each time are said, those of a week follow from them.
            Some((hours, _)) if may_follow(entry, hours) => {}
            Some(_) if entry.each_time.is_some() => self.unknown(row, "hours", "unknown-hours"),
            Some((hours, None | Some(Cadence::Weekly))) => entry.hours = Some(hours),
            Some((hours, often)) if entry.cadence.is_none() || entry.cadence == often => {
                entry.cadence = often;
                self.each_time(row, "hours", hours, entry);
            }
            Some(_) => self.unknown(row, "hours", "unknown-hours"),
            None => {}
        }
    }

    /// Takes hours each time if the task comes round.
    fn each_time(&mut self, row: usize, field: &str, hours: Hours, entry: &mut Entry) {
        if entry.cadence.is_some_and(|cadence| cadence.times_a_year(1).is_some()) {
            entry.each_time = Some(hours);
        } else {
            self.unknown(row, field, "hours-without-cadence");
        }
    }

    /// The hours of a field, and how often they are spent.
    fn hours(&mut self, row: usize, field: &'static str) -> Option<(Hours, Option<Cadence>)> {
        let words = self.words;
        self.read(row, field, "unknown-hours", |text| hours(text, words))
    }

    fn unknown(&mut self, row: usize, field: &str, reason: &'static str) {
        if let Some(column) = self.layout.column(field) {
            self.account((row, column), "nothing", Some(reason));
        }
    }

    fn parts(&mut self, row: usize, entry: &mut Entry) {
        for (column, field) in self.layout.columns.iter().enumerate() {
            let (Some(field), cell) = (*field, self.sheet.cell(row, column)) else { continue };
            let letter = match field {
                "person" => Some(Letter::Responsible),
                _ => Letter::parse(field),
            };
            let found: Vec<(String, Letter)> = if cell.is_empty() {
                continue;
            } else if let Some(letter) = letter {
                names(cell, self.words).into_iter().map(|name| (name, letter)).collect()
            } else if field != "letters" {
                continue;
            } else if let Some(letters) = letters(cell, self.words) {
                letters.into_iter().map(|letter| (self.heading(column), letter)).collect()
            } else {
                self.account((row, column), "nothing", Some("unknown-letters"));
                continue;
            };
            for (name, letter) in found {
                if name.len() > MAX_NAME {
                    self.account((row, column), "nothing", Some("name-too-long"));
                    continue;
                }
                let (name, is_vacant) = vacancy(name, self.words);
                entry.parts.push(Part { name, letter, is_vacant, place: (row, column) });
            }
        }
    }

    /// The text of a field in one line. Left of the tasks, an empty cell means what stands above.
    fn text(&mut self, row: usize, field: &str) -> Option<String> {
        let column = self.layout.column(field)?;
        let text = self.sheet.cell(row, column).replace('\n', " ");
        let is_left = self.layout.column("task").is_some_and(|task| column < task);
        if !is_left || !["area", "role"].contains(&field) {
            return Some(text).filter(|text| !text.is_empty());
        }
        if !text.is_empty() {
            self.carried.insert(column, text);
        }
        self.carried.get(&column).cloned()
    }
}

/// Whether the hours each time may make these a week: a sheet does not say how many days a registry works.
fn may_follow(entry: &Entry, hours_a_week: Hours) -> bool {
    let days = match (entry.cadence, entry.days.len()) {
        (Some(Cadence::Daily), 0) => 1..=7,
        (_, days) => days.max(1)..=days.max(1),
    };
    let hours = |days| entry.each_time?.so_often(entry.cadence?.times_a_year(days)?);
    days.into_iter().any(|days| hours(days) == Some(hours_a_week))
}
