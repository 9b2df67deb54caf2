//! Reports as pages: which columns, which sections, which sentences.

mod areas;
mod assign;
mod compare;
mod growth;
mod job;
mod list;
mod raci;
mod show;
mod who;

pub use areas::{roles_by_area, tasks_by_area};
pub use assign::{By, Plan, assignment, checklist, headcount_is_a_proxy, loads};
pub use compare::{comparison, in_one_line, who_holds_them};
pub use growth::growth;
pub use job::job_description;
pub use list::{role_list, task_list};
pub(super) use raci::{column_name, legend};
pub use raci::{raci, raci_in_words};
pub use show::{role_card, task_card};
pub use who::answer;
