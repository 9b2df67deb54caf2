//! What the library answers to a program that uses it, a module for each room: only by its public names.

#![allow(clippy::unwrap_used)]

mod cli;
mod load;
mod model;
mod normalize;
mod problem;
mod query;
mod raw;
mod render;
mod sink;
mod source;
mod unicode;
#[path = "../helpers/written.rs"]
mod written;
