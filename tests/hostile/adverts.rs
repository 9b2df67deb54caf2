//! Adverts that nobody writes: they are answered in time, or refused.

use super::cases::full;
use super::harness::Registry;

/// What an advert of 1 MiB may be.
fn adverts() -> Vec<(&'static str, String)> {
    let word = |number: usize| format!("w{number} ");
    let words = || (0..160_000).map(word).collect::<String>();
    vec![
        ("brackets", full("", "<", "")),
        ("paragraphs", full("", "<p>", "")),
        ("elements in elements", full("", "<div>", "a")),
        ("lists in lists", full("", "<ul><li>a", "")),
        ("bold in bold", full("<p>", "<b>", "a")),
        ("attributes", full("<p ", "a=1 ", ">")),
        ("entities", full("<p>", "&amp;", "")),
        ("half entities", full("<p>", "&a", "")),
        ("scripts", full("", "<script>", "")),
        ("comments", full("", "<!--", "")),
        ("emphasis", full("", "**a", "")),
        ("underscores", full("", "_a", "")),
        ("links", full("", "[a](", "")),
        ("labels of links", full("", "[a", "")),
        ("headings", full("", "# a\n", "")),
        ("underlines", full("", "a\n---\n", "")),
        ("bullets", full("", "- a\n", "")),
        ("names of sections", full("", "Responsibilities\n", "")),
        ("colons", full("", "a: ", "")),
        ("lines", full("", "a\n", "")),
        ("sentences", full("", "Reply to comments. ", "")),
        ("clauses", full("Tasks\n\n", "reply to comments, publish the posts, ", "")),
        ("quotes", full("", ">", "a")),
        ("bullets in one", full("", "✅", "a")),
        ("what is not seen", full("", "\u{200b}", "a")),
        ("accents", full("", "a\u{301}", "")),
        ("a word", full("", "a", "")),
        ("many words", words()),
        ("an item of many words", format!("- {}", words())),
        ("many duties", "- reply to comments and publish posts on the networks\n".repeat(1_900)),
        ("many sentences", "You reply to comments, plan what we post, and write. ".repeat(1_900)),
    ]
}

#[test]
fn any_advert_is_answered_or_refused() {
    let mut registry =
        Registry::new().with("role.yaml", "name: R\ntasks: [{id: t, name: Reply to comments}]\n");
    for (case, text) in adverts() {
        registry = registry.with("advert.txt", &text);
        let outcome = registry.run(case, &["match", "roles/advert.txt", "--format", "json"]);
        assert!(matches!(outcome.status, Some(0..=2)), "{case}: {}", outcome.head());
    }
}
