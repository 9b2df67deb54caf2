//! Hostile and odd registries, end to end: the built program reads them in time and in little memory, says what is
//! wrong in which file, and lets nothing raw reach the terminal.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)]

mod adverts;
mod bombs;
mod cases;
mod characters;
mod circles;
mod crowds;
mod encodings;
mod files;
mod harness;
mod links;
mod messages;
mod mistakes;
mod names;
mod numbers;
mod other_words;
mod questions;
mod rights;
mod sheets;
mod teams;
mod terminals;
mod texts;
mod yaml;
