//! Where text comes from: a folder on the disk or the registry inside the binary.
//!
//! This room reads files and knows places in them. It does not know YAML, and it never writes.

mod discover;
mod embedded;
mod file;
mod folder;
mod span;

pub use discover::{Found, Missing, Origin, discover, named_folder};
pub use embedded::{EMBEDDED, SCHEMA_FOLDER, SCHEMAS, embedded};
pub use file::{Encoding, Fault, PassedOver, SourceFile, Sources};
pub use folder::{
    HEAD_STEM, MAX_FILE_BYTES, PARALLEL_FROM, TEAM_STEM, list_folder, read_file, read_folder,
};
pub use span::{FileId, Position, Span};
