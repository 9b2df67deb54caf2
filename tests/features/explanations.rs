//! Every problem code is explained by a page, and its examples are run: the bad one has that problem only, the good one
//! none.

use roles::problem::{Code, Example, Explanation, Severity};
use roles::source::{OtherWords, SourceFile, Sources, read_base};
use roles::{check, resolve};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};
use std::{fs, io};

/// The role beside a `registry.yaml`.
const ROLE: &str =
    "name: Role\ntasks: [{id: publish, name: Publish the posts, accountable: role}]\n";

/// The codes of what is wrong in a registry of `registry.yaml` and one role, and perhaps people.
fn codes(registry: &str, role: &str, team: Option<&str>) -> BTreeSet<Code> {
    let file = |path: &str, stem: &str, text: &str| {
        SourceFile::from_bytes(path.to_owned(), stem.to_owned(), text.into())
    };
    let mut files = vec![
        file("roles/registry.yaml", "registry", registry),
        file("roles/role.yaml", "role", role),
    ];
    files.extend(team.map(|team| file("roles/team.yaml", "team", team)));
    let mut sources = Sources::of(files);
    if registry.contains("extends: shipped") {
        sources.base = read_base(Path::new("."), "shipped", OtherWords::Read);
    }
    let problems = match resolve::read(&sources) {
        Ok(registry) => check::warnings(&registry, &sources),
        Err(problems) => problems,
    };
    problems.iter().map(|problem| problem.code).collect()
}

/// Runs a command line by the shipped registry: no file and no variable is near.
fn run(line: &str) -> Output {
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("roles"), "{line}");
    let folder = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_roles"))
        .args(words)
        .env_clear()
        .current_dir(folder.path())
        .output()
        .unwrap()
}

/// An example has this problem and no other, or none at all.
fn run_example(example: Example, expected: Option<Code>) {
    let all: BTreeSet<Code> = expected.into_iter().collect();
    match example {
        Example::Role(role) => assert_eq!(codes("version: 1\n", role, None), all, "{role}"),
        Example::Registry(registry) => {
            assert_eq!(codes(registry, ROLE, None), all, "{registry}");
        }
        Example::Team(team) => {
            assert_eq!(codes("version: 1\n", ROLE, Some(team)), all, "{team}");
        }
        Example::Command(line) => {
            let output = run(line);
            let said = String::from_utf8(output.stderr).unwrap();
            let status = expected.map_or(0, |_| 2);
            assert_eq!(output.status.code(), Some(status), "{line}\n{said}");
            assert_eq!(said.matches("error[").count(), all.len(), "{line}\n{said}");
            for code in all {
                let head = format!("error[{}]", code.as_str());
                assert!(said.contains(&head), "{line}\n{said}");
            }
        }
        Example::Said(words) => assert!(is_sentence(words), "{words}"),
    }
}

fn is_sentence(words: &str) -> bool {
    words.len() > 1 && words.ends_with('.') && words.chars().count() < 300
}

#[test]
fn every_bad_example_has_its_problem_only_and_every_good_one_none() {
    for &code in Code::ALL {
        let explanation = code.explanation();
        run_example(explanation.bad, Some(code));
        run_example(explanation.good, None);
        assert_ne!(explanation.bad, explanation.good, "{}", code.as_str());
    }
}

#[test]
fn every_explanation_is_a_few_sentences_of_its_own() {
    let mut said = BTreeSet::new();
    for &code in Code::ALL {
        let explanation = code.explanation();
        for words in [explanation.meaning, explanation.why] {
            assert!(is_sentence(words), "{}: {words}", code.as_str());
            assert!(said.insert(words), "said twice: {words}");
        }
    }
}

/// A page as every page is written.
fn page(code: Code) -> String {
    let (name, severity) = (code.as_str(), code.severity().as_str());
    let Explanation { meaning, why, bad, good } = code.explanation();
    let (bad, good) = (section("Wrong", bad), section("Right", good));
    format!("# {name} ({severity})\n\n{meaning}\n\n{why}\n\n{bad}\n{good}")
}

fn section(title: &str, example: Example) -> String {
    let (place, kind, text) = match example {
        Example::Role(text) => (" (roles/role.yaml)", "yaml role", text),
        Example::Registry(text) => (" (roles/registry.yaml)", "yaml registry", text),
        Example::Team(text) => (" (roles/team.yaml)", "yaml team", text),
        Example::Command(text) => ("", "sh", text),
        Example::Said(text) => ("", "text", text),
    };
    format!("## {title}{place}\n\n```{kind}\n{}\n```\n", text.trim_end())
}

/// The list of the pages, with the first sentence of each.
fn index() -> String {
    let list = |severity| {
        let codes = Code::ALL.iter().filter(|code| code.severity() == severity);
        let lines = codes.map(|code| {
            let (name, first) = (code.as_str(), code.explanation().first_sentence());
            format!("- [`{name}`]({name}.md): {first}\n")
        });
        lines.collect::<String>()
    };
    format!(
        "# Problem codes\n\n`roles check` names each problem by a code, and `roles explain CODE` prints its page.\n\n\
         ## Errors\n\n{}\n## Warnings\n\n{}",
        list(Severity::Error),
        list(Severity::Warning)
    )
}

#[test]
fn every_code_has_a_page_of_one_shape_and_no_page_is_without_a_code() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/problems"));
    let read = |entry: io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    let found: BTreeMap<String, String> = folder.read_dir().unwrap().map(read).collect();
    let pages = Code::ALL.iter().map(|&code| (format!("{}.md", code.as_str()), page(code)));
    let mut expected: BTreeMap<String, String> = pages.collect();
    expected.insert("README.md".to_owned(), index());
    assert!(found.keys().eq(expected.keys()), "{:?}", found.keys());
    for (name, text) in expected {
        assert_eq!(found[&name], text, "{name}");
    }
}
