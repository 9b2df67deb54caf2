//! `roles`: a registry of the roles and tasks of social media teams.
//!
//! The registry is a folder of YAML files. Read, it answers questions with plain structs. Who does what in a company with
//! twelve employees, of whom two look after its social media:
//!
//! ```
//! use roles::query::{Roster, assign};
//!
//! # fn main() -> Result<(), roles::LoadError> {
//! let registry = roles::load("roles")?;
//! let size = registry.size_for(12);
//! let assignment = assign(&registry, size, &Roster::of(["Ana", "Luis"]));
//! let language = registry.preference(None);
//! for duty in &assignment.duties {
//!     let task = registry.task(duty.task).name.pick(&language);
//!     let doers: Vec<&str> = duty.doers().map(|doer| assignment.name_of(doer)).collect();
//!     match duty.why {
//!         Ok(_) => println!("{task}: {}", doers.join(" and ")),
//!         Err(reason) => println!("{task}: nobody ({})", reason.as_str()),
//!     }
//! }
//! # assert!(assignment.duties.iter().all(|duty| duty.doers().len() > 0));
//! # Ok(())
//! # }
//! ```
//!
//! A registry exists only if nothing is wrong with its files: otherwise the error, printed, says everything that is, a
//! problem a line. Warnings are looked for on request:
//!
//! ```
//! use roles::source::OtherWords;
//! use roles::{check, read_with_base, resolve};
//!
//! # fn main() -> std::io::Result<()> {
//! let sources = read_with_base("roles".as_ref(), OtherWords::Read)?;
//! let problems = match resolve::read(&sources) {
//!     Ok(registry) => check::warnings(&registry, &sources),
//!     Err(errors) => errors,
//! };
//! for problem in &problems {
//!     println!("{}", problem.display(&sources));
//! }
//! # assert!(problems.is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! Two features are on by default: `render` makes tables, pages, charts, calendars and JSON of the answers, and `cli` is
//! the program. `default-features = false` leaves both out, and most dependencies with them.
//!
//! # The map
//!
//! Data flows one way, and each room knows only the rooms before it:
//!
//! ```text
//! files → source → raw → resolve → model → query → render → stdout
//! ```
//!
//! - [`source`] finds and reads files; it knows places in them, but no YAML. `sink` writes files, whole or not at all.
//! - [`problem`] is what can be wrong: a code, a place, a fix. It draws nothing.
//! - [`raw`] is the YAML as written; the only room that knows the YAML engine.
//! - [`model`] is the registry as it must be: checked, linked, without serde.
//! - [`resolve`] makes the model of the raw files and collects what is wrong. [`load`] is the short way through these.
//! - [`check`] looks for what is probably not meant, once nothing is wrong.
//! - [`query`] answers questions with plain structs; it cannot fail and formats nothing.
//! - `render` turns answers into pages, and pages into tables, Markdown, CSV and HTML; or into documents, and those
//!   into Markdown and HTML; or into charts and drawings. JSON and calendars come from the answers themselves,
//!   and files of a registry from the roles of another.
//! - `import` reads sheets that people have, and makes files of a registry of them.
//! - `cli` knows the command line; each command loads, asks and renders.
//! - [`normalize`] makes texts comparable, and [`unicode`] knows characters that deceive the eye; they know no other room.
//!   Nor does `words`, with which values are written that are a word each.
//!
//! Architecture invariants, held by the test `tests/features/rooms.rs`: no files import one another in a circle, only
//! `raw` knows the YAML crate, only `cli` knows clap, only `render` knows tables, colours and columns, only `source` and
//! `sink` touch files, and nothing prints: writers are handed in.
#![cfg_attr(test, allow(clippy::unwrap_used))]

#[macro_use]
mod words;
mod load;

pub use load::{LoadError, load, read_revision_with_base, read_with_base};

pub mod check;
#[cfg(feature = "cli")]
#[allow(missing_docs, reason = "the program alone uses it: names that say enough need no sentence")]
pub mod cli;
#[cfg(feature = "cli")]
mod import;
pub mod model;
pub mod normalize;
pub mod problem;
pub mod query;
#[allow(missing_docs, reason = "as in cli")]
pub mod raw;
#[cfg(feature = "render")]
#[allow(missing_docs, reason = "as in cli")]
pub mod render;
pub mod resolve;
#[cfg(feature = "cli")]
#[allow(missing_docs, reason = "as in cli")]
pub mod sink;
pub mod source;
pub mod unicode;

/// Runs the example of the page on the library.
#[cfg(doctest)]
#[doc = include_str!("../docs/library.md")]
struct Documentation;
