//! Reports as HTML pages that stand alone: one file each, without network and without script. The templates escape every
//! text; what a page shows is gathered into plain strings before.

pub(super) mod document;
mod handoffs;
mod page;
mod parts;
mod report;
mod table;

pub use page::REPORT_START;
pub use report::{Company, Report, report};
