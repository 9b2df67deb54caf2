//! Roles side by side. Two are compared task by task; three and more become a matrix of counts.

use super::areas::{area_rows, few, in_common};
use crate::model::{Focus, Hours, RoleIx};
use crate::query::{Comparison, Exchange, Holding};
use crate::render::page::{Cell, Column, Page, Section, Table};
use crate::render::reader::Reader;
use std::collections::BTreeMap;

/// The page of a comparison.
pub fn comparison(comparison: &Comparison, reader: &Reader) -> Page {
    let words = &reader.words;
    let names: Vec<String> =
        comparison.roles.iter().map(|&role| reader.role(role).to_owned()).collect();
    let lead = in_one_line(comparison, reader);
    let mut columns = vec![Column::group(words.word("aspect"))];
    columns.extend(names.iter().map(Column::text));
    let mut rows = facts(comparison, reader);
    rows.extend(area_rows(comparison, reader));
    if let [one, other] = comparison.roles[..] {
        rows.extend(handoff_rows(comparison, one, other, reader));
    }
    let mut notes = in_common(comparison, reader);
    if comparison.roles.len() > 2 {
        notes.extend(few(handoff_notes(comparison, reader).into_iter(), reader));
    }
    notes.extend(who_holds_them(comparison, reader));
    let title = names.join(" / ");
    Page {
        title,
        lead: vec![lead],
        table: Table {
            columns,
            sections: vec![Section { rows, ..Section::default() }],
            ..Table::default()
        },
        notes,
        ..Page::default()
    }
}

/// What there is to say first: the difference of two roles, or how many roles there are.
pub fn in_one_line(comparison: &Comparison, reader: &Reader) -> String {
    match comparison.roles[..] {
        [one, other] => difference(comparison, one, other, reader),
        _ => reader.words.count("compare-roles", comparison.roles.len()),
    }
}

/// The difference in one line: by focus where that differs, else by the areas of the tasks.
fn difference(comparison: &Comparison, one: RoleIx, other: RoleIx, reader: &Reader) -> String {
    let words = &reader.words;
    let say = |strategy: RoleIx, operations: RoleIx| {
        words.say(
            "difference-plan-carry",
            [
                ("strategy", reader.role(strategy).into()),
                ("operations", reader.role(operations).into()),
            ],
        )
    };
    let focus = |role: RoleIx| reader.registry.role(role).focus;
    let same = match (focus(one), focus(other)) {
        (Some(Focus::Strategy), Some(Focus::Operations)) => return say(one, other),
        (Some(Focus::Operations), Some(Focus::Strategy)) => return say(other, one),
        (Some(Focus::Strategy), Some(Focus::Strategy)) => {
            Some(words.word("difference-same-strategy"))
        }
        (Some(Focus::Operations), Some(Focus::Operations)) => {
            Some(words.word("difference-same-operations"))
        }
        (None, _) | (_, None) => None,
    };
    let areas = |column: usize| {
        let has = |lines: &&crate::query::AreaLines| {
            lines.lines.iter().any(|line| line[column].is_some())
        };
        let names: Vec<String> =
            comparison.areas.iter().filter(has).map(|lines| reader.area(lines.area)).collect();
        if names.is_empty() { words.word("none") } else { reader.list(&names) }
    };
    let (mine, theirs) = (areas(0), areas(1));
    let by_area = if mine == theirs {
        words.say("difference-same-areas", [("areas", mine.into())])
    } else {
        words.say(
            "difference-areas",
            [
                ("one", reader.role(one).into()),
                ("areas", mine.into()),
                ("other", reader.role(other).into()),
                ("others", theirs.into()),
            ],
        )
    };
    same.map_or(by_area.clone(), |same| format!("{same}. {by_area}"))
}

/// Focus, purpose, reporting line, sums: one row each.
fn facts(comparison: &Comparison, reader: &Reader) -> Vec<Vec<Cell>> {
    let words = &reader.words;
    let row = |label: &str, value: &dyn Fn(RoleIx) -> Cell| {
        let cells = comparison.roles.iter().map(|&role| value(role));
        std::iter::once(Cell::text(words.word(label))).chain(cells).collect::<Vec<_>>()
    };
    let role = |role: RoleIx| reader.registry.role(role);
    let mut rows = vec![row("focus", &|number| {
        Cell::maybe(role(number).focus.map(|focus| reader.focus(focus)))
    })];
    if comparison.roles.len() == 2
        && comparison.roles.iter().any(|&number| role(number).purpose.is_some())
    {
        rows.push(row("purpose", &|number| {
            Cell::maybe(role(number).purpose.as_ref().map(|text| reader.text(text)))
        }));
    }
    rows.push(row("reports-to", &|number| {
        Cell::text(
            role(number)
                .reports_to
                .map_or_else(|| words.word("nobody-above"), |above| reader.role(above).to_owned()),
        )
    }));
    rows.push(row("tasks", &|number| Cell::Count(role(number).tasks.len())));
    let hours = |number: RoleIx| {
        role(number).tasks.iter().filter_map(|task| task.hours_per_week).sum::<Hours>()
    };
    rows.push(row("hours", &|number| {
        Cell::hours(Some(hours(number)).filter(|&hours| hours > Hours::ZERO))
    }));
    rows
}

/// What each of two roles hands to the other, in the column of the one that gives.
fn handoff_rows(
    comparison: &Comparison,
    one: RoleIx,
    other: RoleIx,
    reader: &Reader,
) -> Vec<Vec<Cell>> {
    let given = |role: RoleIx| {
        comparison
            .handoffs
            .iter()
            .filter(move |exchange| exchange.from.role == role)
            .map(|exchange| handed(exchange, reader))
            .collect::<Vec<_>>()
    };
    let (mine, theirs) = (given(one), given(other));
    let cell = |list: &[String], number: usize| {
        Cell::maybe(list.get(number).map(|what| format!("→ {what}")))
    };
    let label = reader.words.word("gives");
    (0..mine.len().max(theirs.len()))
        .map(|number| vec![Cell::text(&label), cell(&mine, number), cell(&theirs, number)])
        .collect()
}

fn handed(exchange: &Exchange, reader: &Reader) -> String {
    exchange
        .what
        .map_or_else(|| reader.task(exchange.from).to_owned(), |what| reader.text(what).to_owned())
}

/// What more than two roles hand to one another, a sentence for each pair.
fn handoff_notes(comparison: &Comparison, reader: &Reader) -> Vec<String> {
    let mut by_pair: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    let place =
        |role: RoleIx| comparison.roles.iter().position(|&other| other == role).unwrap_or_default();
    for exchange in &comparison.handoffs {
        by_pair
            .entry((place(exchange.from.role), place(exchange.to.role)))
            .or_default()
            .push(handed(exchange, reader));
    }
    let say = |((from, to), what): ((usize, usize), Vec<String>)| {
        let name = |number: usize| reader.role(comparison.roles[number]);
        reader.words.say(
            "compare-handoffs",
            [
                ("from", name(from).into()),
                ("to", name(to).into()),
                ("what", reader.series(&what).into()),
            ],
        )
    };
    by_pair.into_iter().map(say).collect()
}

/// In which company sizes one person holds the roles, and in which several do.
pub fn who_holds_them(comparison: &Comparison, reader: &Reader) -> Vec<String> {
    let (sizes, roles) = (&comparison.sizes, comparison.roles.len());
    let names = |wanted: &dyn Fn(Holding) -> bool| {
        let names: Vec<String> = sizes
            .iter()
            .filter(|(_, holding)| wanted(*holding))
            .map(|&(size, _)| reader.size_with_range(size))
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let mut notes = Vec::new();
    let one_person = names(&|holding| holding == Holding::OnePerson);
    notes.extend(one_person.map(|sizes| {
        reader.words.say("compare-one-person", [("roles", roles.into()), ("sizes", sizes.into())])
    }));
    let mut crowds: Vec<usize> = sizes
        .iter()
        .filter_map(|(_, holding)| match holding {
            Holding::Apart(people) => Some(*people),
            Holding::OnePerson | Holding::NotAll => None,
        })
        .collect();
    crowds.sort_unstable();
    crowds.dedup();
    for people in crowds {
        let sizes = names(&|holding| holding == Holding::Apart(people)).unwrap_or_default();
        notes.push(
            reader.words.say("compare-apart", [("people", people.into()), ("sizes", sizes.into())]),
        );
    }
    let not_all = names(&|holding| holding == Holding::NotAll);
    notes.extend(
        not_all.map(|sizes| reader.words.say("compare-not-all", [("sizes", sizes.into())])),
    );
    notes
}
