//! The SARIF of `roles check` keeps the rules of the format, whatever is wrong.

use roles::problem::{Code, Example, Place, Problem};
use roles::render::problems::sarif;
use roles::source::{Fault, FileId, SourceFile, Sources};
use roles::{check, resolve};
use serde_json::{Value, json};

/// A registry whose one role is this text, or cannot be read.
fn registry(path: &str, role: Result<String, Fault>) -> Sources {
    let head = SourceFile::from_bytes(
        "roles/registry.yaml".into(),
        "registry".into(),
        b"version: 1".to_vec(),
    );
    Sources::of(vec![head, SourceFile::new(path.into(), "role".into(), role)])
}

fn problems(sources: &Sources) -> Vec<Problem> {
    match resolve::read(sources) {
        Ok(registry) => check::warnings(&registry, sources),
        Err(problems) => problems,
    }
}

/// The log for these problems, held against the rules of the format.
fn log(problems: &[Problem], sources: &Sources) -> Value {
    let mut out = Vec::new();
    sarif(problems, sources, &mut out).unwrap();
    let log: Value = serde_json::from_slice(&out).unwrap();
    let rules = serde_json::from_str(include_str!("../helpers/sarif.json")).unwrap();
    let options = jsonschema::draft7::options().should_validate_formats(true);
    let validator = options.build(&rules).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(&log)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert_eq!(faults, Vec::<String>::new(), "{log:#}");
    log
}

#[test]
fn every_problem_is_a_result_with_its_rule_and_place() {
    for &code in Code::ALL {
        let Example::Role(text) = code.explanation().bad else {
            continue;
        };
        let sources = registry("roles/role.yaml", Ok(text.to_owned()));
        let problems = problems(&sources);
        let log = log(&problems, &sources);
        let run = &log["runs"][0];
        assert_eq!(run["results"].as_array().unwrap().len(), problems.len());
        let result = &run["results"][0];
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        let rules = &run["tool"]["driver"]["rules"];
        assert_eq!(result["ruleId"], code.as_str());
        assert_eq!(rules[rule]["id"], code.as_str());
        assert_eq!(result["level"], code.severity().as_str());
        for described in ["shortDescription", "fullDescription", "help"] {
            let text = rules[rule][described]["text"].as_str().unwrap();
            assert!(!text.is_empty() && text.len() <= 1024, "{code:?}: {text:?}");
        }
        let position = problems[0].place.position(&sources);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert_eq!(region["startLine"], position.map_or(1, |at| at.line));
        assert_eq!(region["startColumn"], position.map_or(1, |at| at.column));
        let end = |key: &str| region[key].as_u64().unwrap();
        assert!((end("endLine"), end("endColumn")) >= (end("startLine"), 1));
    }
}

#[test]
fn a_problem_of_a_whole_file_stands_where_it_begins() {
    let sources = registry("roles/role.yaml", Err(Fault::TooLong(1 << 30)));
    let log = log(&problems(&sources), &sources);
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let beginning = json!({ "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1 });
    assert_eq!(place["region"], beginning);
}

#[test]
fn odd_names_and_texts_keep_the_rules() {
    for path in ["roles/a b#?.yaml", "roles/é%.yaml", "C:\\roles\\\u{1b}.yaml", "(shipped) x"] {
        let sources = registry(path, Ok("name: \"\\e[31m\"\nfoc\u{202e}us: a\n".to_owned()));
        let found = problems(&sources);
        assert!(!found.is_empty(), "{path}");
        log(&found, &sources);
    }
    let sources = registry("roles/role.yaml", Ok(String::new()));
    log(&[], &sources);
    let nowhere = Problem::new(Code::EmptyFile, Place::File(FileId(1)), "empty");
    log(&[nowhere], &sources);
}
