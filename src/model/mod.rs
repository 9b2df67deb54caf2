//! The registry as it must be. A [`Registry`] exists only if nothing was wrong in its files.
//!
//! Nothing here knows YAML, serde or output. Links between roles, tasks, areas and sources are numbers that are right
//! by construction; ids are types of their own with one parsing door each.

mod company;
mod date;
mod hours;
mod id;
mod language;
mod list;
mod registry;
mod role;

pub use company::{
    Absence, Employees, Holds, MAX_NAME, ONE_PERSON, OwnPosition, Person, Pin, Position, Size,
    Staffing, Team, Vacancy,
};
pub use date::{Date, DateFault};
pub use hours::{Hours, HoursFault};
pub use id::{
    AreaId, AreaIx, IdFault, PositionId, RoleId, RoleIx, SizeId, SizeIx, SourceId, SourceIx,
    TaskId, TaskRef, is_device,
};
pub use language::{Language, LanguageIx, MAX_CHARACTERS, Preference, Text};
pub use list::List;
pub use registry::{FORM_VERSION, Own, Registry};
pub(crate) use registry::{Parts, depth_first};
pub use role::{
    Area, Cadence, Change, Classification, Doers, Focus, Handoff, Importance, Role, Source,
    TO_FILL_IN, Task, Weekday,
};
