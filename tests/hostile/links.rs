//! Links: out of the folder, to nowhere, in circles. They are reported and not followed; the rest is read all the same.

use super::harness::Registry;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

/// A registry with a mistake in a file that has nothing to do with the links, and these links.
fn linked(links: &[(&str, &str)]) -> Registry {
    let registry = Registry::new().with("other.yaml", "name: R\nfoo: bar\n");
    fs::write(registry.home().join("secret.yaml"), "name: Secret\n").unwrap();
    for (name, target) in links {
        let _ = fs::remove_file(registry.roles().join(name));
        symlink(target, registry.roles().join(name)).unwrap();
    }
    registry
}

#[test]
fn links_out_of_the_folder_are_refused_unread() {
    for target in [
        "/etc/hosts",
        "/dev/zero",
        "/dev/random",
        "/dev/stdin",
        "/proc/self/environ",
        "/",
        "..",
        "../secret.yaml",
        "../roles/../secret.yaml",
    ] {
        if !Path::new(target).is_absolute() || Path::new(target).exists() {
            let registry = linked(&[("odd.yaml", target)]);
            registry.refused(target, "link-outside", "roles/odd.yaml");
            registry.refused(target, "unknown-key", "roles/other.yaml");
            let said = registry.run(target, &["check"]).out;
            assert!(!said.contains("Secret"), "{target}: {said}");
        }
    }
    let registry = linked(&[("registry.yaml", "../secret.yaml")]);
    registry.refused("registry.yaml", "link-outside", "roles/registry.yaml");
    let registry = linked(&[("a.yaml", "b.yaml"), ("b.yaml", "../secret.yaml")]);
    registry.refused("by way of another", "link-outside", "roles/a.yaml");
    let registry = linked(&[("way", ".."), ("odd.yaml", "way/secret.yaml")]);
    registry.refused("by way of a folder", "link-outside", "roles/odd.yaml");
}

#[test]
fn links_to_nowhere_and_in_circles_are_reported() {
    for links in [
        &[("odd.yaml", "odd.yaml")][..],
        &[("odd.yaml", "b.yaml"), ("b.yaml", "odd.yaml")],
        &[("odd.yaml", "nowhere.yaml")],
        &[("odd.yaml", "other.yaml/deeper")],
        &[("way", "way"), ("odd.yaml", "way/secret.yaml")],
        &[("odd.yaml", "../nowhere/secret.yaml")],
    ] {
        let registry = linked(links);
        registry.refused(links, "unreadable-file", "roles/odd.yaml");
        registry.refused(links, "unknown-key", "roles/other.yaml");
    }
    for target in ["registry.yaml", "nowhere.yaml"] {
        let registry = linked(&[("registry.yaml", target)]);
        registry.refused(target, "unreadable-file", "roles/registry.yaml");
    }
    let registry = linked(&[("odd.yaml", &"x/".repeat(2_000))]);
    registry.refused("a long way", "unreadable-file", "roles/odd.yaml");
}

#[test]
fn links_inside_the_folder_lead_to_the_same_text() {
    let role = "name: R\ntasks: [{id: t, name: T}]\n";
    let registry = Registry::new().with("role.yaml", role);
    symlink("role.yaml", registry.roles().join("same.yaml")).unwrap();
    let listed = registry.run("a link", &["list", "--format", "json"]);
    assert!(listed.out.contains("\"same\""), "{}", listed.out);
    symlink(".", registry.roles().join("folder.yaml")).unwrap();
    let listed = registry.run("a folder in itself", &["list"]);
    assert_eq!(listed.status, Some(0));
    assert!(listed.err.contains("roles/folder.yaml is no regular file"), "{}", listed.err);
}

#[test]
fn the_folder_itself_may_be_a_link_that_leads_somewhere() {
    let registry = Registry::new().with("role.yaml", "name: Somewhere\n");
    fs::rename(registry.roles(), registry.home().join("elsewhere")).unwrap();
    symlink("elsewhere", registry.roles()).unwrap();
    let listed = registry.run("a link to a folder", &["list"]);
    assert!(listed.out.contains("Somewhere"), "{}", listed.head());
    for target in ["roles", "nowhere"] {
        fs::remove_file(registry.roles()).unwrap();
        symlink(target, registry.roles()).unwrap();
        for arguments in
            [&["list"][..], &["check"], &["list", "--registry", "roles"], &["check", "roles"]]
        {
            let said = registry.run(target, arguments);
            assert_eq!(said.status, Some(2), "{target}, {arguments:?}: {}", said.out);
            assert!(said.err.contains("roles'"), "{target}: {}", said.err);
        }
    }
}
