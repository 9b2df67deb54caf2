//! Properties that hold for any registry, any team and any text.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../helpers/any_text.rs"]
mod any_text;
mod assignment;
mod formats;
mod new_roles;
mod questions;
mod registries;
mod texts;
