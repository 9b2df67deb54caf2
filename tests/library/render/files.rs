use roles::render::{in_flow, list, plain, team_file};

#[test]
fn what_yaml_would_not_take_for_this_text_stands_in_quotes() {
    for text in ["Write the posts", "l'équipe", "B&B \"plus\"", "a:b", "a#b", "Élan"] {
        assert_eq!(plain(text), text);
    }
    for (text, written) in [
        ("2432.5", "\"2432.5\""),
        ("No", "\"No\""),
        ("- a", "\"- a\""),
        ("Plan: a", "\"Plan: a\""),
        ("a #b", "\"a #b\""),
        ("say \"#a\": b\\c\n\td", "\"say \\\"#a\\\": b\\\\c\\n\\td\""),
    ] {
        assert_eq!(plain(text), written);
    }
    assert_eq!((plain("a, b"), in_flow("a, b")), ("a, b".into(), "\"a, b\"".into()));
    assert_eq!(list(&["a", "[b]"]), "[a, \"[b]\"]");
}

fn check(text: &str, expected: &str) {
    let people = ["{id: x}", "{id: y}"].map(str::to_owned);
    assert_eq!(team_file(text, &people, &[]), expected);
}

const BLOCK: &str = "  - {id: x}\n  - {id: y}\n";

#[test]
fn entries_stand_at_the_end_of_the_list_as_its_own_do() {
    let people = "people:  # ours\n  # first\n  - {id: a}\n\n  - id: b\n    name: B\n  # last\n";
    let rest = "\n# Pins\npins: []\n";
    check(&format!("{people}{rest}"), &format!("{people}{BLOCK}{rest}"));
    check(people, &format!("{people}{BLOCK}"));
    check("people:\n- id: a\npins:\n", "people:\n- id: a\n- {id: x}\n- {id: y}\npins:\n");
}

#[test]
fn a_list_that_is_left_out_or_empty_gets_its_entries_below() {
    let version = "version: 1";
    check(version, &format!("{version}\n\npeople:\n{BLOCK}"));
    for empty in ["people:", "people: ~", "people: null", "people: []", "people:  [ ]"] {
        check(&format!("{empty}  # c\nb: 1\n"), &format!("people:  # c\n{BLOCK}b: 1\n"));
    }
    check("people: [ # c\n]\n", &format!("people:\n{BLOCK}"));
}

#[test]
fn a_list_in_brackets_keeps_them() {
    let more = "{id: x}, {id: y}";
    check("people: [{id: a}] # c\n", &format!("people: [{{id: a}}, {more}] # c\n"));
    check("people: [{id: a}, ]\nb: 1\n", &format!("people: [{{id: a}}, {more} ]\nb: 1\n"));
    let odd = "people: [{id: l'a, name: \"]\\\"\"}, {id: b, name: 'it''s ]'}";
    check(&format!("{odd}]\n"), &format!("{odd}, {more}]\n"));
    let lines = "people: [\n  {id: a},  # ]\n  {id: b#}";
    check(
        &format!("{lines}  # '\n]\nb: 1\n"),
        &format!("{lines},\n  {{id: x}},\n  {{id: y}}  # '\n]\nb: 1\n"),
    );
}
