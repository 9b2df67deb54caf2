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
mod text;

pub use hours::{Hours, HoursFault};
pub use id::{AreaId, IdFault, PositionId, RoleId, SizeId, SourceId, TaskId};
pub use language::{Language, LanguageIx, Preference};
pub use registry::{AreaIx, FORM_VERSION, Own, Parts, Registry, RoleIx, SizeIx, SourceIx, TaskRef};
pub use role::{Cadence, Classification, Focus, Handoff, Importance, Role, Task};
pub use size::{Area, Employees, ONE_PERSON, Position, Size, Source, Staffing};
pub use team::{Holds, MAX_NAME, Pin, Team, TeamMember};
pub use text::{MAX_CHARACTERS, Text};
