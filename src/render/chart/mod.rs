//! The chart of a company in its formats: a tree for the terminal, Mermaid and DOT for other programs, SVG to look at.

mod label;
mod picture;
mod text;

pub use label::notes;
pub(super) use label::title;
pub use picture::svg;
pub(super) use picture::{narrow_picture, picture};
pub use text::{MOST_ARROWS, MOST_CHARACTERS, dot, mermaid, tree};
