//! Reports as pages: which columns, which sections, which sentences.

mod assign;
mod compare;
mod growth;
mod job;
mod list;
mod raci;
mod show;
mod who;

pub use assign::{By, Plan, assignment, checklist, headcount_is_a_proxy};
pub use compare::comparison;
pub use growth::growth;
pub use job::job_description;
pub use list::{role_list, task_list};
pub use raci::raci;
pub(super) use raci::{column_name, legend};
pub use show::{role_card, task_card};
pub use who::answer;
