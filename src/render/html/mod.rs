//! Reports as HTML pages that stand alone: one file each, without network and without script. What a page shows is gathered
//! into plain strings first; the templates escape every one of them.

mod page;
mod parts;
mod report;
mod table;

pub use page::write_document;
pub use report::{Company, Report, report};
pub use table::write_page;
