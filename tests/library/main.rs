//! What the library answers to a program that uses it, a module for each room: only by its public names.

#![allow(clippy::unwrap_used)]

mod render;
mod sink;
