//! A role, wherever it is.

use crate::model::RoleIx;

/// A role of the registry in use, or of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnyRole {
    /// One of the registry in use.
    Own(RoleIx),
    /// One of the catalogue.
    Elsewhere(RoleIx),
}
