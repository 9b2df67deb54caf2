//! Where text comes from: a folder on the disk, a revision of git or the registry inside the binary.
//!
//! This room reads files and knows places in them. It does not know YAML, and it never writes.

mod base;
mod discover;
mod embedded;
mod file;
mod folder;
mod git;

pub use base::{SHIPPED, read_base};
pub use discover::{Found, Missing, Origin, discover, named_folder};
pub use embedded::{
    CATALOGUE, CATALOGUE_FOLDER, EMBEDDED, SCHEMA_FOLDER, SCHEMAS, catalogue, catalogue_alone,
    embedded, ids_of_catalogue, ids_of_shipped, ids_offered, is_in_catalogue, is_offered,
    shipped_head,
};
pub use file::{
    BaseFault, Encoding, Fault, FileId, FileText, HEAD_STEM, OTHER_WORDS_STEM, PassedOver,
    Position, SourceFile, Sources, Span, TEAM_STEM, is_role,
};
pub use folder::{
    MAX_FILE_BYTES, OtherWords, PARALLEL_FROM, list_folder, plain, read_bytes, read_file,
    read_folder, read_stream, resolved,
};
pub use git::{NoRevision, read_base_of_revision, read_revision};
