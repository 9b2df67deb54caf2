//! The registry as it must be. A [`Registry`] exists only if nothing was wrong in its files.
//!
//! Nothing here knows YAML, serde or output. Links between roles, tasks, areas and sources are numbers that are right
//! by construction; ids are types of their own with one parsing door each.

mod hours;
mod id;
mod language;
mod registry;
mod role;
mod size;
mod team;

pub use hours::{Hours, HoursFault};
pub use id::{
    AreaId, AreaIx, IdFault, PositionId, RoleId, RoleIx, SizeId, SizeIx, SourceId, SourceIx,
    TaskId, TaskRef,
};
pub use language::{Language, LanguageIx, MAX_CHARACTERS, Preference, Text};
pub use registry::{FORM_VERSION, Own, Parts, Registry};
pub use role::{Cadence, Classification, Focus, Handoff, Importance, Role, Task};
pub use size::{Area, Employees, ONE_PERSON, OwnPosition, Position, Size, Source, Staffing};
pub use team::{Holds, MAX_NAME, Person, Pin, Team};
