//! The picture of a terminal in `docs/` shows what the program prints.
//!
//! `PICTURES=overwrite cargo test --test features pictures` draws it anew; look at it.

use std::path::Path;
use std::process::Command;

/// What the README shows.
const COMMAND: &str = "assign --large --to Ana=10 --to Luis@community-manager=6";

#[test]
fn the_terminal_in_the_readme_is_true() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_roles"))
        .args(COMMAND.split(' '))
        .args(["--color", "always"])
        .current_dir(folder.path())
        .env_clear()
        .env("COLUMNS", "100")
        .output()
        .unwrap();
    assert!(output.status.success());
    let shown = String::from_utf8(output.stdout).unwrap();
    let shown = format!("$ roles {COMMAND}\n{}", shown.trim_end());
    let picture = anstyle_svg::Term::new().render_svg(&shown);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/terminal.svg");
    if std::env::var("PICTURES").is_ok_and(|word| word == "overwrite") {
        std::fs::write(&path, &picture).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(
        kept == picture,
        "{} shows something else; PICTURES=overwrite cargo test --test features pictures draws it anew",
        path.display()
    );
    let readme = include_str!("../../README.md");
    assert!(readme.contains(&format!("`roles {COMMAND}`")));
}
