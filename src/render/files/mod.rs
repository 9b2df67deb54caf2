//! Roles of one registry as files of another: texts in its languages, links to what is there, areas, sources, other words.

mod head;
mod list;
mod registry;
mod role;
mod scalar;
mod transfer;
mod words;

pub use list::team_file;
pub use scalar::{Lines, in_flow, list, plain, schema};
pub use transfer::Transfer;
