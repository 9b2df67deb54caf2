//! Reports as pages: which columns, which sections, which sentences.

mod advert;
mod assign;
mod compare;
mod diff;
mod duties;
mod job;
mod raci;
mod reasons;
mod registry;
mod risks;
mod who;

pub use advert::advert;
pub use assign::{assignment, checklist, is_large, loads, overview};
pub use compare::{comparison, growth, in_one_line, roles_by_area, tasks_by_area, who_holds_them};
pub use diff::difference;
pub(super) use diff::name;
pub use duties::{By, Plan};
pub use job::{Offer, job_description};
pub(super) use raci::legend;
pub use raci::{raci, raci_in_words};
pub use registry::{Evidence, role_card, role_list, task_card, task_list};
pub(super) use risks::Sentences;
pub use risks::risks;
pub use who::{Asked, answer};
