//! What the Tab key completes in the place of an argument; how it does so is known elsewhere.

use clap::builder::ArgExt;

/// What an argument completes. An argument says so by `add = Completes::Roles`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completes {
    /// Ids of roles.
    Roles,
    /// Ids of roles, and of tasks as ROLE/TASK.
    RolesAndTasks,
    /// Ids of areas.
    Areas,
    /// Ids of company sizes.
    Sizes,
    /// strategy and operations.
    Focus,
    /// daily, weekly and so on.
    Cadences,
    /// core and supplemental.
    Importance,
    /// The languages of the registry and of the reports.
    Languages,
    /// Problem codes.
    Codes,
    /// Problem codes of warnings.
    Warnings,
    /// People of the team and of the line.
    People,
    /// People of the team, and after `NAME@` roles.
    PeopleWithRoles,
    /// Folders.
    Folders,
    /// Files.
    Files,
}

impl ArgExt for Completes {}
