//! Machine output, version 1. Its types are frozen and its own: they are filled from reports, never dumped from them.
//!
//! A task, role, position, size or source is its id; a `name` is one string in the reader's language; hours are hours
//! a week. Keys, ids and codes are never translated and no text is cut short.

mod assign;
mod chart;
mod growth;
mod raci;
mod registry;
mod shared;

pub use assign::assignment;
pub use chart::chart;
pub use growth::growth;
pub use raci::raci;
pub use registry::{answer, comparison, role_card, role_list, task_card, task_list};
pub use shared::write;
