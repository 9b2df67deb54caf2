//! What roles hand to one another: a line for each role, and an arrow for each handoff from one line to another.

use crate::model::RoleIx;
use crate::query::Exchange;
use crate::render::drawing::{Drawing, Lines, Pixels, Weight};
use crate::render::page::{Columns, Table};
use crate::render::reader::Reader;

/// With more roles than this, or more arrows, nobody follows the lines.
const MOST_ROLES: usize = 5;
const MOST_ARROWS: usize = 40;

/// The box with a role's name, above its line.
const BOX: Pixels = 130;
/// From one line to the next.
const APART: Pixels = 190;
/// Around a text.
const PADDING: Pixels = 8;
/// Between two arrows.
const GAP: Pixels = 16;

/// The drawing, where there is something that can be followed.
pub fn drawing(handoffs: &[Exchange], reader: &Reader) -> Option<Drawing> {
    if handoffs.is_empty() || handoffs.len() > MOST_ARROWS {
        return None;
    }
    let roles = roles(handoffs, reader);
    if roles.len() > MOST_ROLES {
        return None;
    }
    let mut arrows = Drawing::default();
    let head = heads(&roles, reader);
    let bottom = head.height + GAP;
    let mut y = bottom;
    for exchange in handoffs {
        y = arrow(&mut arrows, exchange, &roles, y, reader);
    }
    let mut drawing = Drawing::default();
    for number in 0..roles.len() {
        let x = middle(number);
        drawing.line("lane", &[(x, head.height), (x, y)]);
    }
    drawing.reach(0, y);
    drawing.append(head);
    drawing.append(arrows);
    Some(drawing)
}

/// The roles that give or get something, in the registry's order.
fn roles(handoffs: &[Exchange], reader: &Reader) -> Vec<RoleIx> {
    let is_in = |role: &RoleIx| {
        let mut both = handoffs.iter().flat_map(|exchange| [exchange.from.role, exchange.to.role]);
        both.any(|other| other == *role)
    };
    reader.registry.roles().filter(is_in).take(MOST_ROLES + 1).collect()
}

/// Where a role's line stands.
fn middle(number: usize) -> Pixels {
    1 + BOX / 2 + APART * Pixels::try_from(number).unwrap_or_default()
}

/// The names of the roles, in boxes of one height.
fn heads(roles: &[RoleIx], reader: &Reader) -> Drawing {
    let names: Vec<Lines> = roles
        .iter()
        .map(|&role| {
            let mut lines = Lines::default();
            lines.add(reader.role(role), Weight::Strong, BOX - 2 * PADDING);
            lines
        })
        .collect();
    let height = names.iter().map(Lines::height).max().unwrap_or_default() + 2 * PADDING;
    let mut drawing = Drawing::default();
    for (number, lines) in names.iter().enumerate() {
        let x = middle(number);
        drawing.frame("box", [x - BOX / 2, 1, BOX, height]);
        let top = 1 + (height - lines.height()) / 2;
        drawing.text(lines, (x, top), true);
    }
    drawing
}

/// One handoff, from this height on; where the next one begins.
fn arrow(
    drawing: &mut Drawing,
    exchange: &Exchange,
    roles: &[RoleIx],
    top: Pixels,
    reader: &Reader,
) -> Pixels {
    let place = |role: RoleIx| roles.iter().position(|&other| other == role).unwrap_or_default();
    let (from, to) = (middle(place(exchange.from.role)), middle(place(exchange.to.role)));
    let mut lines = Lines::default();
    lines.add(reader.handed(exchange), Weight::Plain, APART - 3 * PADDING);
    drawing.text(&lines, (from.midpoint(to), top), true);
    let y = top + lines.height() + PADDING / 2;
    let is_to_the_right = from < to;
    // The line ends behind the arrow's head.
    let end = if is_to_the_right { to - 6 } else { to + 6 };
    drawing.line("link", &[(from, y), (end, y)]);
    drawing.arrow_head((to, y), is_to_the_right);
    y + GAP
}

/// The same as a table, with the tasks.
pub fn table(handoffs: &[Exchange], reader: &Reader) -> Table {
    let columns = Columns::new()
        .with(reader.column("handed-over"), |exchange: &Exchange| reader.handed(exchange))
        .with(reader.column("handed-from"), |exchange| reader.task_of_role(exchange.from))
        .with(reader.column("handed-to"), |exchange| reader.task_of_role(exchange.to));
    columns.table(handoffs)
}
