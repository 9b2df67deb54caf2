//! A folder read the short way.

use roles::load;

use std::fs;

#[test]
fn a_folder_gives_a_registry_or_all_that_is_wrong_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let missing = load(folder.path().join("none")).unwrap_err().to_string();
    assert!(missing.ends_with("none' does not exist"), "{missing}");
    let missing = load(folder.path()).unwrap_err().to_string();
    assert!(missing.ends_with("has no registry.yaml"), "{missing}");
    fs::write(folder.path().join("registry.yaml"), "version: 1\n").unwrap();
    fs::write(folder.path().join("host.yaml"), "name: Host\n").unwrap();
    assert_eq!(load(folder.path()).unwrap().roles().len(), 1);
    fs::write(folder.path().join("host.yaml"), "nam: Host\nreports_to: sme\n").unwrap();
    fs::write(folder.path().join("lead.yaml"), "").unwrap();
    let problems = load(folder.path()).unwrap_err().to_string();
    let lines: Vec<&str> = problems.lines().collect();
    assert_eq!(lines.len(), 3, "{problems}");
    assert!(lines[0].contains("host.yaml:1:1: error[unknown-key]: "), "{problems}");
    assert!(lines[2].contains("lead.yaml: error[empty-file]: "), "{problems}");
}
