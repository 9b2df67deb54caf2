//! The keys of each place.

pub use super::decoder::OWN;
pub use super::place::{CHANGE, Keys};
pub use super::registry::{AREA, EMPLOYEES, HEAD, POSITION, SIZE, SOURCE};
pub use super::role::{EVERY_TASK, HANDOFF, ROLE, TASK};
pub use super::team::{ABSENCE, PERSON, TEAM, VACANCY};
