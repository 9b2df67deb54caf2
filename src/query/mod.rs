//! Answers: pure functions from a registry to plain structs. They cannot fail, print nothing and know no language: the
//! caller has looked names up, and whoever gets the answer picks the words.

pub mod advert;
mod assign;
mod cards;
mod chart;
mod compare;
mod diff;
mod growth;
mod job;
mod likeness;
mod links;
mod matcher;
mod named;
mod plan;
mod raci;
mod reporting;
mod risks;
mod who;

pub use assign::{
    Assignment, Company, Doer, Duty, Load, Loss, Move, Opening, Reason, Roster, Share, Tie, Totals,
    Why, Workload, assign, assign_without_limits, handovers,
};
pub use cards::{
    RoleCard, Search, TaskCard, TaskFilter, roles, roles_of, search, show_role, show_task, suggest,
    tasks,
};
pub use chart::{Chart, Node, chart};
pub use compare::{AreaLines, Comparison, Holding, compare};
pub use diff::{Affected, Change, Diff, Part, Thing, Value, Who, diff};
pub use growth::{First, Growth, growth};
pub use job::{JobDescription, Partner, job_description};
pub use likeness::{Alike, said_again};
pub use links::{
    Exchange, accountable, area_order, handoffs, in_order, positions_by_role, without_position,
};
pub use matcher::{Rivals, Subject, Verdict};
pub use raci::{Column, Counts, Letters, Raci, Reading, Row, raci};
pub use risks::{Risk, Risks, risks};
pub use who::{Answer, Found, InSize, has_words, who};
