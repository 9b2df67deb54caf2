//! Properties that hold for any registry, any team and any text.

#![allow(clippy::unwrap_used, clippy::panic)]

mod adverts;
#[path = "../helpers/any_text.rs"]
mod any_text;
mod assignment;
mod calendars;
mod charts;
mod differences;
mod extending;
mod formats;
#[path = "../helpers/ics.rs"]
mod ics;
mod new_roles;
mod questions;
mod raci;
mod registries;
mod risks;
mod sheets;
mod texts;
mod transfers;
