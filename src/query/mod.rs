//! Answers: pure functions from a registry to plain structs. They cannot fail, print nothing and know no language:
//! whoever calls has looked names up, and whoever receives picks the words.

mod accountable;
mod assign;
mod chart;
mod compare;
mod exchange;
mod growth;
mod job;
mod likeness;
mod list;
mod lookalikes;
mod order;
mod raci;
mod share;
mod show;
mod staffing;
mod who;

pub use accountable::accountable;
pub use assign::{
    Assignment, Duty, HandoffDuty, Handover, Load, Member, Person, Reason, Roster, Tie, Totals,
    Why, Workload, assign, handovers,
};
pub use chart::{Chart, Node, chart};
pub use compare::{AreaLines, Comparison, Holding, compare};
pub use exchange::{Exchange, handoffs};
pub use growth::{First, Growth, Move, growth};
pub use job::{AreaDuties, JobDescription, Partner, job_description};
pub use likeness::Alike;
pub use list::{RoleRow, TaskFilter, roles, tasks};
pub use lookalikes::Lookalike;
pub use order::in_order;
pub use raci::{Column, Counts, Letters, Raci, Reading, Row, assign_beyond_hours, raci};
pub use show::{RoleCard, TaskCard, show_role, show_task};
pub use staffing::{Seat, holders, seats, unheld};
pub use who::{Answer, Found, InSize, has_words, who};
