//! What JSON calls things: their ids.

use super::object::Each;
use crate::model::{AreaIx, RoleIx, SizeIx, TaskRef};
use crate::render::reader::Reader;
use serde::Serialize;

/// The ids of roles.
pub fn role_ids(roles: &[RoleIx], reader: &Reader) -> impl Serialize {
    Each(roles.iter().map(|&role| role_id(role, reader)))
}

/// The full ids of tasks.
pub fn task_ids(tasks: &[TaskRef], reader: &Reader) -> Vec<String> {
    tasks.iter().map(|&task| reader.registry.task_id(task)).collect()
}

/// The id of a role.
pub fn role_id<'r>(role: RoleIx, reader: &Reader<'r>) -> &'r str {
    reader.registry.role(role).id.as_str()
}

/// The id of an area.
pub fn area_id<'r>(area: Option<AreaIx>, reader: &Reader<'r>) -> Option<&'r str> {
    area.map(|area| reader.registry.area(area).id.as_str())
}

/// The id of a company size.
pub fn size_id<'r>(size: SizeIx, reader: &Reader<'r>) -> &'r str {
    reader.registry.size(size).id.as_str()
}
