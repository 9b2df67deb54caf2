//! Answers: pure functions from a registry to plain structs. They cannot fail, print nothing and know no language:
//! whoever calls has looked names up, and whoever receives picks the words.

mod accountable;
mod assign;
mod compare;
mod exchange;
mod growth;
mod likeness;
mod list;
mod share;
mod show;
mod staffing;
mod who;

pub use accountable::accountable;
pub use assign::{
    Assignment, Duty, HandoffDuty, Load, Member, Person, Reason, Tie, Totals, assign,
};
pub use compare::{AreaLines, Comparison, Holding, compare};
pub use exchange::Exchange;
pub use growth::{Growth, Move, growth};
pub use likeness::Alike;
pub use list::{RoleRow, TaskFilter, roles, tasks};
pub use show::{RoleCard, TaskCard, show_role, show_task};
pub use staffing::{Seat, seats, unheld};
pub use who::{Answer, Found, InSize, has_words, who};
