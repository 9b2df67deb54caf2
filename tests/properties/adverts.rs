//! Any text as an advert: every line with words is in a duty or counted as passed over, and the answer is the same each time.

use super::registries::{read, registry};
use proptest::prelude::*;
use roles::query::Rivals;
use roles::query::advert::Advert;

/// Lines as adverts have them, and any others.
fn advert() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        prop::sample::select(vec![
            "# Community manager",
            "## Tasks",
            "Vos missions :",
            "REQUISITOS",
            "- Reply to comments",
            "  and to messages",
            "• Établir le calendrier de publication ;",
            "1) Set goals; study the competitors. Try things out",
            "You plan the posts, and keep an eye on what people say about us.",
            "<li>Film <b>short</b> videos",
            "</li></ul><p>",
            "<script>",
            "",
            "---",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
        "\\PC{0,40}",
    ];
    proptest::collection::vec(line, 0..20).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_line_is_a_duty_or_passed_over(sources in registry(), text in advert()) {
        let registry = read(&sources);
        let rivals = Rivals { catalogue: &registry, tasks: registry.tasks().take(2).collect(), may_win: true };
        let Ok(advert) = Advert::read(&text) else { return Ok(()) };
        let found = advert.answer(&registry, &rivals);
        prop_assert!(found.duties.is_sorted_by_key(|duty| duty.line));
        let mut lines: Vec<usize> = found.duties.iter().flat_map(|duty| duty.lines.clone()).collect();
        lines.dedup();
        let all = text.lines().count();
        prop_assert!(found.passed_over + lines.len() <= all.max(1));
        if !text.contains(['<', '\r']) {
            let has_words = |line: &&str| line.contains(char::is_alphanumeric);
            prop_assert_eq!(found.passed_over + lines.len(), text.lines().filter(has_words).count());
        }
        let again = advert.answer(&registry, &rivals);
        prop_assert_eq!(format!("{found:?}"), format!("{again:?}"));
    }
}
