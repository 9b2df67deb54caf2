use crate::written::written;
use roles::query::{self, Roster, assign};
use roles::render::{Reader, chart};

/// The chart of a role of this name, in both languages that other programs draw.
fn drawn(name: &str) -> [String; 2] {
    let text = format!("name: {}\ntasks: []\n", serde_json::to_string(name).unwrap());
    let registry = written("", &[("r", &text)]);
    let (assignment, reader) =
        (assign(&registry, None, &Roster::default()), Reader::new(&registry, None));
    let shown = query::chart(&registry, &assignment);
    let (mut dot, mut mermaid) = (Vec::new(), Vec::new());
    chart::dot(&shown, &reader, &mut dot).unwrap();
    chart::mermaid(&shown, &reader, &mut mermaid).unwrap();
    [dot, mermaid].map(|drawn| String::from_utf8(drawn).unwrap())
}

#[test]
fn nothing_means_anything_to_graphviz() {
    for (name, expected) in [
        ("Éva <b> {x}", "Éva <b> {x}"),
        ("say \"hi\"", "say \\\"hi\\\""),
        ("\\N &eacute;", "\\\\N &amp;eacute;"),
    ] {
        let [dot, _] = drawn(name);
        assert!(dot.contains(&format!("n0 [label=\"{expected}\\n")), "{dot}");
    }
}

#[test]
fn nothing_means_anything_to_mermaid() {
    // The invisible ones are shown as `'` and `^`.
    for (name, expected) in [
        ("Éva, 2.5 h, co-worker 日本 8,0\u{a0}h", "Éva, 2.5 h, co-worker 日本 8,0 h"),
        ("a\"];b", "a'#34;'#93;'#59;b"),
        ("#quot; & <b>", "'#35;quot'#59; '#38; '#60;b'#62;"),
        ("1. one", "1'. one"),
        ("10) ten", "10'#41; ten"),
        ("- two", "'- two"),
        ("www.example.com", "www'.example'.com"),
        ("https://a@b", "https'#58;'#47;'#47;a'#64;b"),
        ("[a](b)", "'#91;a'#93;'#40;b'#41;"),
        ("*a* _b_", "'#42;^a'#42;^ '#95;^b'#95;^"),
        ("a\\n `c`", "a'#92;^n '\u{1fef}c'\u{1fef}"),
        ("$$ fa:fa-car", "'#36;'#36; fa'#58;fa-car"),
        ("ﬂ°°35¶ß 5° Straße", "ﬂ'°°35¶'ß 5° Straße"),
    ] {
        let [_, mermaid] = drawn(name);
        let mermaid = mermaid.replace('\u{200c}', "'").replace('\u{feff}', "^");
        assert!(mermaid.contains(&format!("n0[\"{expected}<br/>")), "{mermaid}");
    }
}
