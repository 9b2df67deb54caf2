//! Roles of one registry as files of another: with the texts in its languages, the links to what is there, and the areas,
//! sources and other words that they need.

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
