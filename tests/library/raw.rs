//! Files as they are written: what their scalars are, how much they may hold, and what is no hashtag.

use roles::problem::{Code, Problem};
use roles::source::{SourceFile, Sources};
use roles::{check, resolve};

/// A registry with one role, which is written so.
fn sources(role: &str) -> Sources {
    let file = |stem: &str, text: &str| {
        SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
    };
    Sources::of(vec![file("a", role), file("registry", "version: 1")])
}

fn errors(role: &str) -> Vec<Problem> {
    resolve::read(&sources(role)).err().unwrap_or_default()
}

#[test]
fn scalars_are_what_the_core_schema_takes_them_for() {
    for (kind, words) in [
        ("nothing", "~ null Null NULL"),
        ("the truth value", "true True TRUE false False FALSE"),
        (
            "the number",
            "0 00 007 0.5 00.5 1. .5 1.10 -1 +1 1e3 1e999 1E-3 0x1f 0o17 0b1 1_000 1234567890 99999999999999999999 .inf -.INF .nan",
        ),
        (
            "the text",
            "nUll tRue yes no off 1.2.3 -- inf nan 1:30 2026-01-01 ~a . .. << é ١ 1#c 1__0 _1 e3 0x 1e",
        ),
        ("the text", "\"1\" '~' \"\" !!str"),
    ] {
        for word in words.split(' ') {
            let problems = errors(&format!("name: A\ntasks: [{word}]\n"));
            let found = format!("found {kind}");
            let is_taken = problems.iter().any(|problem| problem.message.contains(&found));
            assert!(is_taken, "{word}: {problems:?}");
        }
    }
}

#[test]
fn limits_are_met_exactly() {
    let limits = [Code::NestingTooDeep, Code::FileTooLong, Code::YamlAlias, Code::SeveralDocuments];
    let code = |text: &str| {
        let mut codes = errors(text).into_iter().map(|problem| problem.code);
        codes.find(|code| limits.contains(code))
    };
    let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(code(&deep(24)), None);
    assert_eq!(code(&deep(25)), Some(Code::NestingTooDeep));
    let blocks = |depth| "- ".repeat(depth) + "a";
    assert_eq!(code(&blocks(24)), None);
    assert_eq!(code(&blocks(25)), Some(Code::NestingTooDeep));
    assert_eq!(code(&"- a\n".repeat(99_999)), None);
    assert_eq!(code(&"- a\n".repeat(100_000)), Some(Code::FileTooLong));
    // A file that is refused for its aliases has that one problem; else each of them is one.
    let aliases = |number| errors(&format!("- &a b\n{}", "- *a\n".repeat(number)));
    let refused = |problems: Vec<Problem>| {
        problems.iter().filter(|problem| problem.message.contains("grows too large")).count()
    };
    assert_eq!(refused(aliases(999)), 0);
    assert_eq!(refused(aliases(1_000)), 1);
    assert_eq!(code("a\n--- b"), Some(Code::SeveralDocuments));
}

#[test]
fn comments_are_no_hashtags() {
    let tag = |text: &str| {
        let sources = sources(&format!("name: {text}\n"));
        let registry = resolve::read(&sources).unwrap();
        let warnings = check::warnings(&registry, &sources).into_iter();
        let mut hashes = warnings.filter(|problem| problem.code == Code::HashInText);
        hashes.next().map(|problem| problem.message)
    };
    let cut = |tag: &str| Some(format!("the text ends before '{tag}', which is a comment to YAML"));
    assert_eq!(tag("a #1 post"), cut("#1"));
    assert_eq!(tag("a  #Throwback"), cut("#Throwback"));
    let long = format!("a #{}", "b".repeat(60));
    for comment in ["a # b", "a#b", "a ##b", "a #", "a\n#b", &long] {
        assert_eq!(tag(comment), None, "{comment}");
    }
}
