//! Questions that nobody asks: they are answered in time, and shown escaped.

use super::harness::Registry;

#[test]
fn any_question_is_answered() {
    let registry =
        Registry::new().with("role.yaml", "name: R\ntasks: [{id: t, name: Reply to comments}]\n");
    // A system takes 128 KiB in one argument.
    let long = "comments ".repeat(14_000);
    let words = (0..20_000).map(|number| format!("w{number}"));
    let many = words.collect::<Vec<_>>().join(" ");
    let word = "x".repeat(130_000);
    for (question, status) in [
        (long.as_str(), 0),
        (many.as_str(), 1),
        (word.as_str(), 1),
        ("\u{202e}comments\u{7}", 0),
        ("\u{1b}[31mpizza\u{1b}[0m \u{7}\n\n\npizza", 1),
        ("\u{202e}azzip\u{2066}", 1),
        ("pi\u{200b}zz\u{301}\u{301}\u{301}a", 1),
        ("👩\u{200d}👧 ✂ ٣ ǆ ß ﬃ", 1),
        ("\u{301}", 2),
        ("=1+1; $(id) <b>", 1),
        ("?!…", 2),
        (" ", 2),
    ] {
        for format in ["table", "markdown", "csv", "json"] {
            let case: String = question.chars().take(20).collect();
            let outcome =
                registry.run(case.escape_debug(), &["who", "--format", format, "--", question]);
            assert_eq!(outcome.status, Some(status), "{case:?}: {}", outcome.head());
            assert!(outcome.out.len() < 2_000, "{case:?}");
        }
    }
}

#[test]
fn many_arguments_are_one_question() {
    let registry =
        Registry::new().with("role.yaml", "name: R\ntasks: [{id: t, name: Reply to comments}]\n");
    let mut arguments = vec!["comments"; 50_000];
    arguments[0] = "who";
    assert_eq!(registry.run("many arguments", &arguments).status, Some(0));
}
