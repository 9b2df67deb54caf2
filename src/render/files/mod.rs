//! Roles of one registry as files of another: with the texts in its languages, the links to what is there, and the areas,
//! sources and other words that they need.

mod head;
mod list;
mod role;
mod scalar;
mod transfer;
mod words;

pub use scalar::{in_flow, list, plain};
pub use transfer::Transfer;
