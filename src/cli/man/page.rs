//! One manual page. Clap's own maker writes what it knows of the arguments; the texts below them, which it would run
//! together, are set here: each example on a line of its own.

use super::sections::{self, Section};
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use std::io;

/// How every page begins: by this we know our own. There is no date in it, so that the same program always writes the
/// same bytes.
pub const FIRST_LINE: &str = ".\\\" Written by `roles man`; the next one replaces it.\n";

/// The name of a page: `roles-list`.
pub fn name(command: &Command) -> String {
    let name = command.get_display_name();
    name.unwrap_or_else(|| command.get_name()).to_owned()
}

/// The page of a command. What is said once for all commands stands in each.
pub fn text(command: &Command, main: &Command) -> io::Result<String> {
    let maker = Man::new(command.clone());
    let version = main.get_version().unwrap_or_default();
    let name = name(command).to_uppercase();
    // Clap's title would leave out the date that is not there, and so take the version for it.
    let title = format!(".TH {name} 1 \"\" \"roles {version}\" \"Manual of roles\"\n");
    let below = command.get_after_long_help().map(ToString::to_string);
    let below = sections::of(below.as_deref().unwrap_or_default());
    let general = main.get_after_long_help().map(ToString::to_string);
    let general = sections::of(general.as_deref().unwrap_or_default());
    let is_main = command.get_name() == main.get_name();

    let mut page = Vec::new();
    maker.render_name_section(&mut page)?;
    synopsis(command).to_writer(&mut page)?;
    maker.render_description_section(&mut page)?;
    let mut sentences = Roff::new();
    for section in &below {
        prose(section, &mut sentences);
    }
    sentences.to_writer(&mut page)?;
    maker.render_options_section(&mut page)?;
    if is_main {
        maker.render_subcommands_section(&mut page)?;
    }
    let mut rest = Roff::new();
    for section in &below {
        rows(section, &mut rest);
    }
    if !is_main {
        for section in general.iter().filter(|section| !is_examples(section)) {
            rows(section, &mut rest);
        }
    }
    see_also(command, main, &mut rest);
    rest.to_writer(&mut page)?;
    Ok(FIRST_LINE.to_owned() + &title + &without_preambles(&String::from_utf8_lossy(&page)))
}

/// The usage as the help shows it: an option each would be a long line in no order.
fn synopsis(command: &Command) -> Roff {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ");
    let called = command.get_bin_name().unwrap_or_default();
    let rest = usage.strip_prefix(called).unwrap_or(usage);
    let mut page = Roff::new();
    page.control("SH", ["SYNOPSIS"]);
    page.text([bold(called), roman(rest)]);
    page
}

fn is_examples(section: &Section) -> bool {
    matches!(section, Section::Rows("Examples", _))
}

fn prose(section: &Section, page: &mut Roff) {
    if let Section::Prose(text) = section {
        page.control("PP", []);
        page.text([roman(text.as_str())]);
    }
}

/// A title and its rows: those of which something is said as a list, the others as lines.
fn rows(section: &Section, page: &mut Roff) {
    let Section::Rows(title, rows) = section else {
        return;
    };
    page.control("SH", [title.to_uppercase().as_str()]);
    let is_list = rows.iter().any(|(_, said)| !said.is_empty());
    if is_list {
        for (name, said) in rows {
            page.control("TP", []);
            page.text([bold(*name)]);
            page.text([roman(said.as_str())]);
        }
        return;
    }
    page.control("nf", []);
    for (name, _) in rows {
        page.text([roman(*name)]);
    }
    page.control("fi", []);
}

/// The other pages: of a command the main one, of the main one all.
fn see_also(command: &Command, main: &Command, page: &mut Roff) {
    page.control("SH", ["SEE ALSO"]);
    let others: Vec<String> = if command.get_name() == main.get_name() {
        main.get_subcommands().map(name).collect()
    } else {
        vec![name(main)]
    };
    let mut line = Vec::new();
    for (number, other) in others.iter().enumerate() {
        let before = if number == 0 { "" } else { ", " };
        line.extend([roman(before), italic(other.as_str()), roman("(1)")]);
    }
    page.text(line);
}

/// Each part begins with the same definitions; once is enough.
fn without_preambles(page: &str) -> String {
    let mut seen = Vec::new();
    let mut lines = String::with_capacity(page.len());
    for line in page.lines() {
        let is_definition = line.starts_with(".ie ") || line.starts_with(".el ");
        if is_definition && seen.contains(&line) {
            continue;
        }
        if is_definition {
            seen.push(line);
        }
        lines.push_str(line);
        lines.push('\n');
    }
    lines
}
