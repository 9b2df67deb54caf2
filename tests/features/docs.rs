//! What the documentation says is right: its files are registries, its commands for the shell work, its links lead
//! somewhere. What it shows of a terminal is run by `tests/features/commands.rs`.

use crate::documentation;
use crate::schema;

use documentation::{Page, ROOT, pages};
use roles::source::{EMBEDDED, OtherWords, SourceFile, Sources, is_role};
use roles::{check, read_with_base, resolve};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output};

/// Runs `roles` in a folder, without the tester's environment.
fn roles(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_roles"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .output()
        .unwrap()
}

fn page(path: &str) -> Page {
    pages().into_iter().find(|page| page.path == path).unwrap()
}

/// Reads a registry in which nothing is wrong and nothing is probably not meant.
fn read_clean(sources: &Sources, path: &str) {
    let registry =
        resolve::read(sources).unwrap_or_else(|problems| panic!("{path}: {problems:#?}"));
    assert_eq!(check::warnings(&registry, sources), [], "{path}");
}

#[test]
fn every_block_is_of_a_kind_that_a_test_holds() {
    let held = ["console", "sh", "yaml", "yaml wrong", "rust"];
    let shells = ["bash", "zsh", "fish", "elvish", "powershell"];
    for page in pages() {
        for (kind, text) in page.blocks() {
            // Plain text may be a drawing, and nothing that somebody would type.
            let drawing = kind == "text" && !text.contains("$ ") && !text.contains("roles ");
            // Files that commands of the page read.
            let is_file = (kind == "markdown" && text.starts_with("<!-- "))
                || (["tsv", "csv"].contains(&kind) && text.starts_with("# "));
            let known = held.contains(&kind) || shells.contains(&kind) || drawing || is_file;
            assert!(known, "{}: ```{kind}\n{text}", page.path);
            assert!(kind != "console" || text.starts_with("$ roles "), "{}: {text}", page.path);
        }
        assert_eq!(page.text.matches("```").count(), 2 * page.blocks().count(), "{}", page.path);
    }
}

#[test]
fn every_file_that_a_page_shows_is_right() {
    let mut count = 0;
    for page in pages() {
        let wrong: BTreeSet<&str> =
            page.blocks().filter(|(kind, _)| *kind == "yaml wrong").map(|(_, text)| text).collect();
        let files = page.registry_files();
        for (number, &(name, text)) in files.iter().enumerate() {
            if wrong.contains(text) {
                continue;
            }
            count += 1;
            let stem = name.strip_suffix(".yaml").unwrap();
            let is_shipped = EMBEDDED.iter().any(|(shipped, _)| *shipped == name);
            let is_change = is_shipped
                && is_role(stem)
                && files.iter().any(|(_, text)| text.contains("\nextends: shipped"));
            let kind = if is_change { "change" } else { schema::kind(stem) };
            let faults = schema::faults(kind, text);
            assert_eq!(faults, Some(Vec::new()), "{}: {name}", page.path);
            // A first, short form of a role stands alone in a registry.
            let is_first_of_two = files[number + 1..].iter().any(|(other, _)| *other == name);
            if is_first_of_two && stem != "registry" {
                let file = |name: &str, stem: &str, text: &str| {
                    SourceFile::from_bytes(name.to_owned(), stem.to_owned(), text.into())
                };
                let head = file("registry.yaml", "registry", "version: 1\n");
                read_clean(&Sources::of(vec![file(name, stem, text), head]), &page.path);
            }
        }
        if !files.is_empty() && wrong.is_empty() {
            let folder = tempfile::tempdir().unwrap();
            page.make_folder(folder.path());
            let sources = read_with_base(&folder.path().join("roles"), OtherWords::Read).unwrap();
            read_clean(&sources, &page.path);
        }
    }
    assert!(count > 4, "{count} files");
}

/// What a line of a block tells a shell to do: `roles check` in `- run: roles check`, too.
#[cfg(unix)]
fn command_in(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = line.strip_prefix("- ").unwrap_or(line);
    let line = line.strip_prefix("run: ").or(line.strip_prefix("entry: ")).unwrap_or(line);
    line.starts_with("roles ").then_some(line)
}

/// Whoever reads these blocks uses a POSIX shell.
#[cfg(unix)]
#[test]
fn commands_for_the_shell_end_well() {
    let folder = tempfile::tempdir().unwrap();
    let shell = |command: &str| {
        let program = Path::new(env!("CARGO_BIN_EXE_roles"));
        let output = Command::new("/bin/sh")
            .args(["-c", command])
            .current_dir(folder.path())
            .env_clear()
            .env("PATH", program.parent().unwrap())
            .env("HOME", folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command}: {said}");
    };
    shell("roles init --copy");
    let team = "people:\n  - {name: Ana, hours_per_week: 20}\n  - {name: Luis}\n";
    fs::write(folder.path().join("roles/team.yaml"), team).unwrap();
    let mut count = 0;
    for page in pages() {
        for (kind, text) in page.blocks() {
            if kind == "yaml" {
                serde_yaml::from_str::<serde_json::Value>(text).unwrap();
            }
            if kind == "sh" || kind == "yaml" {
                text.lines().filter_map(command_in).for_each(|command| {
                    count += 1;
                    shell(command);
                });
            }
        }
    }
    assert!(count > 20, "{count} commands");
}

#[test]
fn lines_for_shells_are_those_that_the_program_names() {
    let output = roles(&["completions"], Path::new(ROOT));
    let said = String::from_utf8(output.stdout).unwrap();
    let page = page("docs/completions.md");
    let blocks: Vec<_> = page.blocks().collect();
    assert_eq!(blocks.len(), 5);
    for (shell, text) in blocks {
        let (place, line) = text.strip_prefix("# ").unwrap().split_once('\n').unwrap();
        assert!(place.starts_with(shell), "{text}");
        assert!(said.contains(&format!("{place}\n  {line}\n")), "{text}");
    }
}

/// What the table of limits says is said, in its order.
#[cfg(unix)]
fn limits(page: &Page) -> Vec<&str> {
    let table = page.text.split("| limit | what is said |").nth(1).unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|row| row.split('`').nth(1).unwrap()).collect()
}

#[cfg(unix)]
#[test]
fn limits_read_as_their_page_says() {
    let languages: Vec<String> = (0..201).map(|number| format!("en-x-a{number}")).collect();
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("role", vec![b' '; (1 << 20) + 1]),
        ("role", format!("name: {}\n", "a".repeat(10_001)).into()),
        ("team", format!("people: [{{name: {}}}]\n", "a".repeat(101)).into()),
        ("role", format!("name: a\ntasks: [{{id: {}, name: b}}]\n", "a".repeat(101)).into()),
        ("role", format!("tasks: [{}]\n", "1,".repeat(100_001)).into()),
        ("role", "[".repeat(100).into()),
        ("registry", format!("version: 1\nlanguages: [{}]\n", languages.join(", ")).into()),
        ("role", b"name: !text a\n".to_vec()),
        ("role", b"name: \"\\e[31m\"\n".to_vec()),
        ("role", "name: a # \u{202e}\n".into()),
        ("role", b"\xff\xfen\0a\0".to_vec()),
        ("link", Vec::new()),
        ("folder", Vec::new()),
    ];
    let page = page("docs/limits.md");
    let limits = limits(&page);
    assert_eq!(files.len(), limits.len());
    for ((stem, bytes), said) in files.into_iter().zip(limits) {
        let folder = tempfile::tempdir().unwrap();
        let registry = folder.path().join("roles");
        fs::create_dir(&registry).unwrap();
        fs::write(registry.join("registry.yaml"), "version: 1\n").unwrap();
        let path = registry.join(format!("{stem}.yaml"));
        match stem {
            "link" => std::os::unix::fs::symlink("/etc/hosts", path).unwrap(),
            "folder" => fs::create_dir(path).unwrap(),
            _ => fs::write(path, bytes).unwrap(),
        }
        let output = roles(&["check", "--registry", "roles"], folder.path());
        let all = [output.stdout, output.stderr].concat();
        let all = String::from_utf8(all).unwrap();
        // Long ones take two lines.
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&all).contains(&words(said)), "{said}\nis not in\n{all}");
    }
}

/// What GitHub calls the headings of a page when a link leads to one.
fn anchors(page: &Page) -> BTreeSet<String> {
    let prose = page.text.split("\n```").step_by(2);
    let headings = prose.flat_map(str::lines).filter_map(|line| {
        let title = line.trim_start_matches('#');
        (title.len() < line.len()).then(|| title.trim())
    });
    let anchor = |title: &str| {
        let kept =
            title.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    };
    headings.map(anchor).collect()
}

/// Where the links and pictures of a page lead, but not those to other computers, nor to what GitHub keeps beside a
/// repository's files.
fn links(page: &Page) -> Vec<&str> {
    let prose = page.text.split("\n```").step_by(2);
    let links = prose.flat_map(|text| text.split("](").skip(1));
    let links = links.map(|rest| rest.split(')').next().unwrap());
    let beside = ["../releases", "../issues", "../security/advisories/new"];
    let leads_away =
        |link: &str| link.starts_with("http") || beside.iter().any(|place| link.ends_with(place));
    links.filter(|link| !leads_away(link)).collect()
}

/// A path in the repository without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            assert!(plain.pop(), "{} leads out of the repository", path.display());
        } else {
            plain.push(part);
        }
    }
    plain
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_in_the_index() {
    let mut pages = pages();
    for path in ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"] {
        let text = fs::read_to_string(Path::new(ROOT).join(path)).unwrap();
        pages.push(Page { path: path.to_owned(), text });
    }
    let all: BTreeMap<PathBuf, BTreeSet<String>> =
        pages.iter().map(|page| (PathBuf::from(&page.path), anchors(page))).collect();
    let mut listed = BTreeSet::new();
    for page in &pages {
        for link in links(page) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let path = plain(&Path::new(&page.path).with_file_name(file));
            let path = if file.is_empty() { PathBuf::from(&page.path) } else { path };
            assert!(Path::new(ROOT).join(&path).is_file(), "{}: {link}", page.path);
            let known = anchor.is_empty() || all[&path].contains(anchor);
            assert!(known, "{}: no heading for {link}", page.path);
            if page.path == "docs/README.md" {
                listed.insert(path);
            }
        }
    }
    for path in all.keys().filter(|path| path.starts_with("docs")) {
        let is_index = path == Path::new("docs/README.md");
        assert!(is_index || listed.contains(path), "the index does not list {}", path.display());
    }
}

#[test]
fn every_command_has_a_page() {
    let help = String::from_utf8(roles(&["--help"], Path::new(ROOT)).stdout).unwrap();
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = list.lines().map(|line| line.split_whitespace().next().unwrap());
    let index = page("docs/README.md");
    for name in names.filter(|name| *name != "help") {
        let title = format!("# `roles {name}`: ");
        assert!(page(&format!("docs/{name}.md")).text.starts_with(&title), "{title}");
        assert!(index.text.contains(&format!("| [`{name}`]({name}.md) | ")), "{name}");
    }
}

#[test]
fn the_front_page_stays_short() {
    let bytes = page("README.md").text.len();
    assert!(bytes <= 12_000, "README.md has {bytes} bytes; docs/ has room");
}
