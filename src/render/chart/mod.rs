//! The chart of a company in its formats: a tree for the terminal, Mermaid and DOT for other programs, SVG to look at.

mod diagram_languages;
mod label;
mod outline;
mod picture;
mod tree;

pub use diagram_languages::{MOST_ARROWS, MOST_CHARACTERS, dot, mermaid};
pub use label::notes;
pub use picture::svg;
pub(super) use picture::{narrow_picture, picture};
pub use tree::tree;
