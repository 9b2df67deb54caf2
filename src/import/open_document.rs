//! The sheets of an ODS file. calamine reads these too, but fills memory with cells that say how often they are repeated,
//! and does not say which are merged.

use super::sheet::{Book, Result, broken};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::HashSet;

pub fn read(content: &str) -> Result<Book> {
    let mut reader = Reader::from_str(content);
    reader.config_mut().expand_empty_elements = true;
    let mut walk = Walk::default();
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(element) if walk.passes_over(&element) => {
                reader.read_to_end(element.name()).map_err(broken)?;
            }
            Event::Start(element) if element.name().as_ref() == "table:table" => {
                walk.table(&element)?;
            }
            Event::Start(element) if !walk.is_given_up => walk.start(element),
            Event::End(element) => {
                if let Err(why) = walk.end(element.name().as_ref()) {
                    walk.book.give_up(why);
                    walk.is_given_up = true;
                }
            }
            Event::Text(text) if walk.is_paragraph => walk.text += &text.xml10_content(),
            Event::GeneralRef(entity) if walk.is_paragraph => {
                let letter = entity.resolve_char_ref().map_err(broken)?;
                walk.text.extend(letter);
                walk.text += resolve_xml_entity(&entity).unwrap_or_default();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(walk.book)
}

#[derive(Default)]
struct Walk<'c> {
    book: Book,
    style: String,
    hidden_styles: HashSet<String>,
    row: usize,
    column: usize,
    rows_repeated: usize,
    /// The filled cells of the row.
    cells: Vec<(usize, String)>,
    merged: Vec<[usize; 4]>,
    cell: Option<BytesStart<'c>>,
    text: String,
    is_paragraph: bool,
    is_given_up: bool,
}

impl<'c> Walk<'c> {
    /// Comments, pictures, what was changed, and tables within cells are no cells.
    fn passes_over(&self, element: &BytesStart) -> bool {
        match element.name().as_ref() {
            "office:annotation" | "table:shapes" | "table:tracked-changes" => true,
            "table:table" => self.cell.is_some(),
            name => name.starts_with("draw:"),
        }
    }

    fn table(&mut self, element: &BytesStart) -> Result<()> {
        let style = attribute(element, "table:style-name");
        let is_hidden = style.is_some_and(|style| self.hidden_styles.contains(&style));
        (self.row, self.is_given_up) = (0, false);
        self.merged.clear();
        self.cells.clear();
        self.book.begin(&attribute(element, "table:name").unwrap_or_default(), is_hidden)
    }

    fn start(&mut self, element: BytesStart<'c>) {
        let attribute = |name: &str| attribute(&element, name);
        match element.name().as_ref() {
            "style:style" => self.style = attribute("style:name").unwrap_or_default(),
            "style:table-properties" if attribute("table:display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table:table-row" => {
                self.column = 0;
                self.rows_repeated = count(&element, "table:number-rows-repeated");
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.text.clear();
                self.cell = Some(element);
            }
            "text:p" if self.cell.is_some() => {
                self.is_paragraph = true;
                self.text.push('\n');
            }
            "text:s" | "text:tab" => self.text.push(' '),
            "text:line-break" => self.text.push('\n'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "text:p" => self.is_paragraph = false,
            _ if self.is_given_up => {}
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let (row, column) = (self.row, self.column);
                let count = |name: &str| count(&cell, name);
                self.column = column.saturating_add(count("table:number-columns-repeated"));
                let text = value(&cell).unwrap_or_else(|| self.text.trim().to_owned());
                if text.is_empty() {
                    let formula = attribute(&cell, "table:formula");
                    return formula.map_or(Ok(()), |formula| {
                        self.book.leave_out((row, column), "formula", &formula)
                    });
                }
                let [height, width] =
                    ["table:number-rows-spanned", "table:number-columns-spanned"].map(count);
                if height > 1 || width > 1 {
                    let bottom = row.saturating_add(height - 1);
                    self.merged.push([row, column, bottom, column.saturating_add(width - 1)]);
                }
                for column in column..self.column {
                    self.book.put(row, column, &text)?;
                    self.cells.push((column, text.clone()));
                }
            }
            "table:table-row" => {
                let next = self.row.saturating_add(self.rows_repeated);
                let cells = std::mem::take(&mut self.cells);
                for row in (self.row..next).skip(1).take_while(|_| !cells.is_empty()) {
                    for (column, text) in &cells {
                        self.book.put(row, *column, text)?;
                    }
                }
                self.row = next;
            }
            "table:table" => self.book.spread(&std::mem::take(&mut self.merged))?,
            _ => {}
        }
        Ok(())
    }
}

/// What a cell's attributes say: a number, a time, a day, yes or no.
fn value(element: &BytesStart) -> Option<String> {
    let attribute = |name: &str| attribute(element, name);
    match attribute("office:value-type").as_deref() {
        Some("float" | "percentage" | "currency") => {
            attribute("office:value")?.parse().ok().map(decimal)
        }
        Some("time") => attribute("office:time-value").map(|text| duration(&text)),
        Some("date") => attribute("office:date-value"),
        Some("boolean") => attribute("office:boolean-value").map(|text| text.to_uppercase()),
        Some(_) => attribute("office:string-value").filter(|text| !text.is_empty()),
        None => None,
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// A number of cells; 1 where nothing or nonsense is said.
fn count(element: &BytesStart, name: &str) -> usize {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

/// A number without what computing leaves behind its sixth place.
pub fn decimal(number: f64) -> String {
    ((number * 1e6).round() / 1e6).to_string()
}

/// Minutes as a clock shows them: `1:30`.
pub fn clock(minutes: f64) -> String {
    let minutes = minutes.round();
    format!("{}:{:02}", (minutes / 60.0).floor(), minutes.rem_euclid(60.0))
}

/// A duration of ISO 8601, hours first (`PT1H30M`), as a clock shows it.
pub fn duration(text: &str) -> String {
    let (mut minutes, mut number) = (0.0, String::new());
    for letter in text.chars() {
        let unit = match letter {
            'D' => 24.0 * 60.0,
            'H' => 60.0,
            'M' => 1.0,
            'S' => 1.0 / 60.0,
            letter => {
                number.extend(
                    Some(letter).filter(|letter| letter.is_ascii_digit() || *letter == '.'),
                );
                continue;
            }
        };
        minutes += std::mem::take(&mut number).parse().unwrap_or(0.0) * unit;
    }
    clock(minutes)
}
