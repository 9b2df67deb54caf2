//! Properties that hold for any registry, any team and any text.

#![allow(clippy::unwrap_used, clippy::panic)]

mod assignment;
mod formats;
mod new_roles;
mod registries;
mod texts;
