//! Texts made comparable.

use roles::normalize::{fold, lower, pieces, slug, title, words};

#[test]
fn case_accents_forms_and_spaces_do_not_count() {
    assert_eq!(fold("  Stratégie\n DE   l'été "), "strategie de l'ete");
    assert_eq!(fold("E\u{301}t\u{e9}"), fold("ÉTE\u{301}"));
    assert_eq!(words("Test, evaluate – and change!"), ["test", "evaluate", "and", "change"]);
}

#[test]
fn pieces_keep_their_accents() {
    let found: Vec<&str> = pieces("L'e\u{301}te\u{301}, d’abord!").collect();
    assert_eq!(found, ["L", "e\u{301}te\u{301}", "d", "abord"]);
    assert_eq!(pieces("SNS運用").count(), 3);
    assert_eq!(lower("E\u{301}TÉ"), "été");
}

#[test]
fn a_text_becomes_an_id() {
    assert_eq!(slug("Éditeur  vidéo!").as_deref(), Some("editeur-video"));
    assert_eq!(slug("../../etc/passwd").as_deref(), Some("etc-passwd"));
    assert_eq!(slug("經理"), None);
    assert_eq!(slug(" - "), None);
    assert_eq!(title("ad-buyer"), "Ad buyer");
    assert_eq!(title("éditeur"), "Éditeur");
    assert_eq!(title(""), "");
}
