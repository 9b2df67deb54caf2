//! What the program and the library do, feature by feature. They share one binary, so that it is linked once and all cores
//! have something to do.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../helpers/documentation.rs"]
mod documentation;
#[path = "../helpers/ics.rs"]
mod ics;
#[path = "../helpers/raw.rs"]
mod raw;
#[path = "../helpers/said.rs"]
mod said;
#[path = "../helpers/schema.rs"]
mod schema;

mod action;
mod adding;
mod adverts;
mod calendars;
mod catalogue;
mod cells;
mod checking;
mod commands;
mod completions;
mod csv_and_json;
mod differences;
mod docs;
mod explanations;
mod extending;
mod help;
mod importing;
mod json_fields;
mod large;
mod manual;
mod next;
mod output;
mod own_registry;
mod pictures;
mod problems;
mod raci;
mod rooms;
mod sarif;
mod schemas;
mod shipped;
mod slips;
mod streams;
mod version;
mod who;
mod wording;
mod workbooks;
mod writing;
