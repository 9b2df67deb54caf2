//! The commands end to end, as files that read like a terminal: one folder for each width of the terminal, and the pages
//! of the documentation.
//!
//! `TRYCMD=overwrite cargo test --test features commands` writes what the program prints now; read the difference.

use crate::documentation;

use std::fs;
use std::path::Path;

/// An environment without the tester's own language, width and colours. An empty variable counts as unset.
fn cases(columns: &str) -> trycmd::TestCases {
    let cases = trycmd::TestCases::new();
    cases.env("COLUMNS", columns);
    cases.env("LC_ALL", "en_US.UTF-8").env("RUST_BACKTRACE", "0");
    // Whoever publishes the program changes Cargo.toml only.
    cases.insert_var("[REPOSITORY]", env!("CARGO_PKG_REPOSITORY")).unwrap();
    for name in ["ROLES_LANG", "ROLES_REGISTRY", "NO_COLOR", "CLICOLOR_FORCE"] {
        cases.env(name, "");
    }
    cases
}

#[test]
fn without_a_terminal() {
    cases("").case("tests/cmd/any/*.trycmd");
}

#[test]
fn on_40_columns() {
    cases("40").case("tests/cmd/40/*.trycmd");
}

#[test]
fn on_60_columns() {
    cases("60").case("tests/cmd/60/*.trycmd");
}

#[test]
fn on_80_columns() {
    cases("80").case("tests/cmd/80/*.trycmd");
}

#[test]
fn on_160_columns() {
    cases("160").case("tests/cmd/160/*.trycmd");
}

/// Each page runs in a folder of its own, with the registry that it shows.
#[test]
fn documentation() {
    let folder = tempfile::tempdir().unwrap();
    let cases = cases("80");
    let pages = documentation::pages();
    for page in &pages {
        let copy = folder.path().join(&page.path);
        page.make_folder(&copy.with_extension("in"));
        fs::write(&copy, &page.text).unwrap();
        cases.case(&copy);
    }
    cases.run();
    for page in pages {
        let written = fs::read_to_string(folder.path().join(&page.path)).unwrap();
        if written != page.text {
            fs::write(Path::new(documentation::ROOT).join(&page.path), written).unwrap();
        }
    }
}
