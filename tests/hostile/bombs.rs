//! Small files that would grow: aliases of aliases, and lists in lists in lists.

use super::cases::{full, pieces, refuse};

/// Ten levels, each nine times the one below; `*` stands for it in the item.
fn laughs(item: &str) -> String {
    let level = |level: usize| {
        let below = item.replace('*', &format!("*a{}", level.saturating_sub(1)));
        let items = if level == 0 { "x".to_owned() } else { format!("{below}, ").repeat(9) };
        format!("a{level}: &a{level} [{items}]\n")
    };
    pieces(10, level)
}

#[test]
fn aliases_do_not_grow() {
    let long = "x".repeat(20_000);
    for (case, text) in [
        ("billion laughs", laughs("*")),
        ("billion laughs of maps", laughs("{x: *}")),
        (
            "a long text 20,000 times",
            format!("name: &n {long}\nalso_called: [{}]\n", "*n, ".repeat(20_000)),
        ),
        ("100,000 aliases", format!("name: &a x\nalso_called: [{}]\n", "*a, ".repeat(100_000))),
        ("as many aliases as fit", full("name: &a x\nalso_called: [", "*a,", "]\n")),
        ("as many anchors as fit", full("name: X\nalso_called: [", "&a x,", "]\n")),
    ] {
        refuse(case, text, "yaml-alias");
    }
}

#[test]
fn aliases_that_lead_nowhere_or_to_themselves_are_refused() {
    for text in [
        "name: *nowhere\n",
        "name: &a [*a]\n",
        "name: &a {en: *a}\n",
        "&a name: *a\n",
        "name: &a A\npurpose: *a\n",
        "name: &a A\n*a : b\n",
        "tasks: &t\n- id: a\n  name: A\n  after: *t\n",
        "&root\nname: R\ntasks: *root\n",
    ] {
        refuse(text, text, "yaml-alias");
    }
    let apart = "name: &a A\n---\nname: *a\n";
    refuse("an anchor of another document", apart, "several-documents");
}

#[test]
fn depth_has_an_end() {
    let opened = ["[", "{", "{a: ", "- ", "? ", "? - ", ": ", "[{a: ", "!x [", "&a ["];
    for open in opened {
        refuse(open, open.repeat(100_000), "nesting-too-deep");
        let in_place = format!("name: R\nalso_called: {}", open.repeat(100_000));
        if open.contains(['[', '{']) {
            refuse(open, in_place, "nesting-too-deep");
        }
    }
    refuse("as many as fit", full("", "[", ""), "nesting-too-deep");
    let closed = format!("name: {}{}\n", "[".repeat(100_000), "]".repeat(100_000));
    refuse("closed again", closed, "nesting-too-deep");
    for item in ["a:", "-", "?", "- a:", "? a:"] {
        let steps = (0..700).map(|depth| format!("{}{item}\n", " ".repeat(2 * depth)));
        refuse(item, steps.collect::<String>(), "nesting-too-deep");
    }
}
