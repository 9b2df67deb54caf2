//! What an advert says, and on which lines: its title, and the duties in it.

use crate::written::written;
use roles::query::Rivals;
use roles::query::advert::{Advert, Answer, Match};

/// What is found in an advert, for a registry that has one task.
fn read(text: &str) -> Match {
    let registry = written("gardener\n  {id: t, name: Write weekly newsletter texts}", &[]);
    let rivals = Rivals { catalogue: &registry, tasks: Vec::new(), may_win: false };
    Advert::read(text).unwrap().answer(&registry, &rivals)
}

/// Duties, each with its first line and its last.
fn check(text: &str, expected: &[(usize, usize, &str)]) {
    let found = read(text).duties;
    let found = found.iter().map(|it| (*it.lines.start(), *it.lines.end(), it.text.as_str()));
    assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
}

/// The duties alone.
fn duties(text: &str) -> Vec<String> {
    read(text).duties.into_iter().map(|duty| duty.text).collect()
}

fn title(text: &str) -> Option<String> {
    read(text).title.text
}

#[test]
fn answers_are_those_of_the_first_duties_on_a_line() {
    let registry = written("gardener\n  {id: t, name: Write weekly newsletter texts}", &[]);
    let text =
        "## Duties\nYou write weekly newsletter texts. You will write weekly newsletter texts.";
    let mut found = read(text);
    assert_eq!(found.duties.len(), 2);
    found.correct(&registry, &[(2, vec![Answer::Nobody])].into());
    let said: Vec<Answer> = found.duties.iter().map(|duty| duty.answer).collect();
    assert!(matches!(said[..], [Answer::Nobody, Answer::Sure(_)]), "{said:?}");
}

#[test]
fn wrapped_lines_are_one() {
    check(
        "- Move, merge and\n  Remove posts\n- Answer questions about\nthe product\n- Plan",
        &[
            (1, 2, "Move, merge and Remove posts"),
            (3, 4, "Answer questions about the product"),
            (5, 5, "Plan"),
        ],
    );
    check(
        "# Duties\n\nMake tents for people who do\nnot mind rain, and who walk in\nKendal.\n\nSail, or stay at home and write\nto others who do.\n\nPlan",
        &[
            (3, 5, "Make tents for people who do not mind rain, and who walk in Kendal."),
            (7, 8, "Sail, or stay at home and write to others who do."),
            (10, 10, "Plan"),
        ],
    );
}

#[test]
fn lines_that_are_whole_are_several() {
    check(
        "Missions\nGérer les réseaux\nRédiger les posts\nFilmer",
        &[(2, 2, "Gérer les réseaux"), (3, 3, "Rédiger les posts"), (4, 4, "Filmer")],
    );
}

#[test]
fn headings_need_no_marks() {
    // Below a heading of duties, one that is not known begins another section unless it is a lesser one.
    for (text, expected) in [
        ("VOUS\n- Bac+5\n- Anglais\n\nMissions\n- A\n- B", "A B"),
        ("In this job you take care of the following:\n- A\n- B\n\nPlace\n- Lille\n- Lens", "A B"),
        ("Missions\n- A\n- B\n\nPlace\n- C\n- D", "A B C D"),
        ("Missions\n- A\n- B\n\nOur promise\n\nWe pay.\n\nPlace\n- Lille\n- Lens", "A B"),
        ("Missions\n- A\n- B\n\nLILLE\n- Lens\n- Douai", "A B"),
        ("Missions\n1.1 A\n1.2 B\n\nThe forum\n2.1 C\n2.2 D", "A B C D"),
        ("1. SUS TAREAS\na) A\nb) B\n\n2. SU PERFIL\na) Inglés\nb) Carné", "A B"),
        ("ESSENTIAL DUTIES\n- A\n- B\n\nSkills and experience\n\nYou answer comments.", "A B"),
        ("Missions\na) Content\n- Write\n- Film\n\nb) Community\n- Answer", "Write Film Answer"),
        ("Missions\n- Content:\n  - Write\n  - Film\n- Community\n  - Answer", "Write Film Answer"),
    ] {
        assert_eq!(duties(text).join(" "), expected, "{text}");
    }
}

#[test]
fn labels_are_titles_and_headings() {
    let text = "Job title: Editor\nTasks: write weekly newsletter texts\n**Diversity.** Write weekly newsletter texts";
    check(text, &[(2, 2, "write weekly newsletter texts")]);
    assert_eq!(title(text).as_deref(), Some("Editor"));
}

#[test]
fn a_heading_below_that_of_a_section_is_a_part_of_it() {
    let text = "# Editor\n## Duties\n### Content\n- Write\n- Film\n## You will have\n- A degree\n- A car\n## Other\n- Sea\n- Sun";
    check(text, &[(4, 4, "Write"), (5, 5, "Film")]);
}

#[test]
fn sentences_end_before_a_capital_and_at_semicolons() {
    for (text, first) in [
        ("Write posts, e.g. Reels. Film!", Some("Write posts, e.g. Reels.")),
        ("Film! Write posts", Some("Film!")),
        ("Film. and write", Some("Film. and write")),
        ("Écrire ; filmer ; p. ej. Reels", Some("Écrire ;")),
        ("p. ej. Reels", Some("p. ej. Reels")),
        ("… — !", None),
    ] {
        assert_eq!(title(text).as_deref(), first, "{text}");
    }
}

#[test]
fn bullets_and_numbers_begin_items() {
    for (written, text) in [
        ("• Écrire", "Écrire"),
        ("•Écrire", "Écrire"),
        ("  * Write [posts](https://example.org) for `us`", "Write posts for us"),
        ("-Répondre aux avis", "Répondre aux avis"),
        ("– Répondre", "Répondre"),
        ("🎯 Plan", "Plan"),
        ("✔️ Plan", "Plan"),
        ("12) Suivre", "Suivre"),
        ("3. Suivre", "Suivre"),
        ("(3) Suivre", "Suivre"),
        ("b) Suivre", "Suivre"),
        ("4.1 Suivre", "Suivre"),
        ("4.1. Suivre", "Suivre"),
        ("| Étape | Suivre | Lille |", "Étape: Suivre, Lille"),
    ] {
        check(&format!("## Duties\n- One.\n\n{written}"), &[(2, 2, "One."), (4, 4, text)]);
    }
}

#[test]
fn other_lines_are_no_items_and_lose_their_marks() {
    for (written, text) in [
        ("**Rain** is good, **sun** too", "Rain is good, sun too"),
        ("2026. a year", "2026. a year"),
        ("1.5 million users", "1.5 million users"),
        ("*Rain.* Write it down", "Rain: Write it down"),
        ("$ 30,000", "$ 30,000"),
        ("« Oui »", "« Oui »"),
        ("> a snake_case \\- word", "a snake_case - word"),
        ("#hashtag", "#hashtag"),
    ] {
        let advert = format!("## Duties\n\n{written}\n\nAnswer comments\n\nPlan posts");
        check(&advert, &[(3, 3, text), (5, 5, "Answer comments"), (7, 7, "Plan posts")]);
    }
}

#[test]
fn headings_have_levels() {
    assert_eq!(title("Intro\n# About *you* ##").as_deref(), Some("About you"));
    assert_eq!(title("One\n\nTwo\n===").as_deref(), Some("Two"));
    let below = |duties: &str, other: &str| {
        let text = format!("{duties}\n- A\n- B\n\n{other}\n- Lille\n- Lens");
        self::duties(&text).len()
    };
    for (duties, other, expected) in [
        ("## Duties", "## Place", 2),
        ("## Duties", "### Place", 4),
        ("## Duties", "**A place**", 4),
        ("**Duties**", "**A place**", 2),
        ("### Duties", "The place\n-----", 2),
        ("## Duties", "Some **place**", 4),
        ("# Duties", "The place\n-----", 4),
        ("# Duties", "The place\n=====", 2),
    ] {
        assert_eq!(below(duties, other), expected, "{duties} {other}");
    }
}

#[test]
fn rules_and_empty_lines_set_others_apart() {
    for (between, first) in [("\n", "Plan and more"), ("\n\n", "Plan"), ("\n***\n", "Plan")] {
        let text = format!("## Duties\n- Plan{between}and more");
        assert_eq!(duties(&text), [first], "{text}");
    }
}

#[test]
fn elements_of_html_are_lines_with_the_numbers_of_the_file() {
    check(
        "<h2>Your\ntasks</h2>\n<ul>\n<li>Write <b>posts</b> &amp; texts\n  for us</li><li><p>Film</p></li></ul>",
        &[(4, 5, "Write posts & texts for us"), (5, 5, "Film")],
    );
    check("<p><strong>Funciones</strong><br>- Responder<br>Medir</p>", &[(1, 1, "Responder")]);
    check(
        "<h2>Duties</h2><pre>Write\nFilm\nAnswer</pre>",
        &[(1, 1, "Write"), (2, 2, "Film"), (3, 3, "Answer")],
    );
    check("<h2>Duties</h2><div><li>a", &[(1, 1, "a")]);
}

#[test]
fn scripts_comments_and_broken_tags_are_no_text() {
    let text = "<p>a<script>if (1 < 2) '<li>b'</script><style>c</style><!-- d --><noscript><p>e</p></noscript>f";
    let found = read(text);
    assert_eq!((found.title.text.as_deref(), found.passed_over), (Some("af"), 1));
    assert!(Advert::read("<p").unwrap().is_empty());
    check("<nav><ul><li>Home</ul></nav><h2>Duties</h2><ul><li>a</ul>", &[(1, 1, "a")]);
    check("<nav><li>Home<h1>Editor</h1><h2>Duties</h2><li>a", &[(1, 1, "a")]);
}

#[test]
fn html_is_known_by_its_tags() {
    assert!(Advert::read("<!DOCTYPE html>").unwrap().is_empty());
    for (text, first) in [
        (" \n<p>a", "a"),
        ("News\n<UL><LI>a</LI></UL>", "News"),
        ("< 5 years", "< 5 years"),
        ("<!-- Note -->", "<!-- Note -->"),
        ("a <b>bold</b> word", "a <b>bold</b> word"),
    ] {
        assert_eq!(title(text).as_deref(), Some(first), "{text}");
    }
}

#[test]
fn headings_are_known_in_three_languages() {
    for (headings, is_of_duties) in [
        ("Key responsibilities|What you’ll do|About the role|Vos missions|LE POSTE", true),
        ("Essential duties and responsibilities|ESSENTIAL FUNCTIONS|Required tasks", true),
        ("¿Qué harás?|Descripción del puesto", true),
        ("You will have|Job requirements|Requirements of the role", false),
        ("What you’ll bring to the role|Who we are looking for|Profil recherché|VOUS", false),
        ("Requisitos del puesto|Sobre ti", false),
        ("What’s in it for you?|Ce que nous vous offrons", false),
        ("About Brightwell|Our mission|À propos de nous|Sobre nosotros", false),
        ("Comment postuler ?|Diversidad e inclusión", false),
    ] {
        for heading in headings.split('|') {
            let alone = duties(&format!("# Editor\n## {heading}\n- Sea\n- Sun"));
            assert_eq!(alone.len(), if is_of_duties { 2 } else { 0 }, "{heading}");
            let further = duties(&format!("## Tasks\n- A\n- B\n## {heading}\n- Sea\n- Sun"));
            assert_eq!(further.len(), if is_of_duties { 4 } else { 2 }, "{heading}");
        }
    }
    // What no heading says is duties where nothing else is, and not beside them.
    assert_eq!(duties("# Editor\n## Content\n- Sea\n- Sun").len(), 2);
    assert_eq!(duties("## Tasks\n- A\n- B\n## Content\n- Sea\n- Sun").len(), 2);
}

#[test]
fn lines_that_are_called_as_sections_are_headings() {
    assert_eq!(duties("Le poste\n- A\n- B\nRequirements:\n- Sea\n- Sun"), ["A", "B"]);
    let skills = "## Tasks\n- A\n- B\nStrong communication skills\n- C\n- D";
    assert_eq!(duties(skills), ["A", "B", "C", "D"]);
}

#[test]
fn a_list_keeps_its_section_whatever_its_lead_and_the_title_speak_of() {
    // An agency is a company, and experience is required, but neither is what the list is about.
    for text in [
        "EDITOR – AGENCY – LYON\n\nWork\n\n1. Sea\n2. Sun",
        "### Tasks\n\nReporting to the director, marketing and experience, you:\n\n1. Sea\n2. Sun",
        "### Tasks\n\n**Team, money & planning**\n- Sea\n- Sun",
    ] {
        assert_eq!(duties(text), ["Sea", "Sun"], "{text}");
    }
    let text = "### Tasks\n- Sea\n\n**Requirements**\n- Sun";
    assert_eq!(duties(text), ["Sea"]);
}

#[test]
fn the_sign_of_quotes_is_a_bullet_unless_most_lines_have_it() {
    let text = "Tasks\n> Sea\n> Sun and\n  rain\n\nRequirements\n> Joy\n\nPerks: none\nPlace: Lyon";
    assert_eq!(duties(text), ["Sea", "Sun and rain"]);
    let mail = "> Tasks\n> - Sea\n>   and sun\n> - Rain\n>\n> Requirements\n> - Joy";
    assert_eq!(duties(mail), ["Sea and sun", "Rain"]);
}

#[test]
fn letters_are_bullets_where_several_lines_begin_with_them() {
    let text = "Tasks\n  o Sea\n  o Sun\n    and rain\n  o L’air\n";
    assert_eq!(duties(text), ["Sea", "Sun and rain", "L’air"]);
    assert_eq!(duties("Tasks\na. Sea\nb. Sun\n"), ["Sea", "Sun"]);
    // Here it is a word, or half of "a. m."
    assert_eq!(duties("Tareas\n- Mar (Vigo\no Lugo)\n"), ["Mar (Vigo o Lugo)"]);
    assert_eq!(duties("Tareas\n- El sol desde las 8\na. m.\n"), ["El sol desde las 8 a. m."]);
}

#[test]
fn a_single_item_is_a_list_below_a_heading() {
    let text = "# Editor\n\n**Sea**\n* Sail\n\n**Land**\n* Walk\n* Ride\n";
    assert_eq!(duties(text), ["Sail", "Walk", "Ride"]);
}

#[test]
fn what_was_passed_over_is_a_duty_once_somebody_says_whose() {
    let registry = written("gardener\n  {id: t, name: Write weekly newsletter texts}", &[]);
    let mut found = read("## Tasks\n- Sea\n\n## Profile\n- Sun and\n  rain\n- Joy\n");
    assert_eq!((found.duties.len(), found.passed_over), (1, 5));
    found.correct(&registry, &[(5, vec![Answer::Nobody])].into());
    let said: Vec<&str> = found.duties.iter().map(|duty| duty.text.as_str()).collect();
    assert_eq!((said, found.passed_over), (vec!["Sea", "Sun and rain"], 3));
}

#[test]
fn a_list_that_says_nothing_known_counts_only_where_no_other_says_more() {
    let text = "## Editor\n* Lyon\n* 30 h\n\n**We want somebody to:**\n\n* Write newsletter texts, sell them\n* Sing\n";
    assert_eq!(duties(text), ["Write newsletter texts, sell them", "Sing"]);
}

#[test]
fn a_sentence_about_what_somebody_brings_along_is_no_duty() {
    let text = |begin| {
        format!(
            "You write weekly newsletter texts. {begin} weekly newsletter texts of some small village bakery."
        )
    };
    assert_eq!(duties(&text("Explain")).len(), 2);
    assert_eq!(duties(&text("Experience with")).len(), 1);
}

#[test]
fn the_first_row_of_a_table_says_what_the_others_are_and_is_no_duty() {
    let text = "## Duties\n\n| Area | What |\n| --- | --- |\n| Plan | Write |\n| Film | Cut |\n\n| Sun | Rain |";
    let said = ["Plan: Write", "Film: Cut", "Sun: Rain"];
    assert_eq!(duties(text), said);
    assert_eq!(
        duties("## Duties\n- Sing\n\n| 1 | Write<br>texts | 20 % |"),
        ["Sing", "Write texts"]
    );
}

#[test]
fn a_row_of_a_table_in_html_is_one_item_unless_the_table_is_the_layout() {
    let row = |cells: &[&str]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let table = |rows: &[String]| format!("<h2>Duties</h2><table>{}</table>", rows.concat());
    let head = "<tr><th>Area</th><th>What</th></tr>".to_owned();
    let rows =
        [head, row(&["<p>Plan:</p>", "Write\ntexts", "daily"]), row(&["<b>Film</b>", "Cut"])];
    assert_eq!(duties(&table(&rows)), ["Plan: Write texts, daily", "Film: Cut"]);
    let rows = [row(&["<b>Area</b>", "<b>What</b>"]), row(&["", "Write"]), row(&["Film", "Cut"])];
    assert_eq!(duties(&table(&rows)), ["Film: Cut"]);
    let rows = [row(&["Sun<br>and rain", "Write"]), row(&["1", "Film"]), row(&["2", "3"])];
    assert_eq!(duties(&table(&rows)), ["Sun and rain: Write", "Film"]);
    assert_eq!(duties(&table(&rows).replace("<table>", "<ul><li>Sing</ul><table>")).len(), 3);
    let inner = format!("Menu<table>{}</table>", row(&["Film", "Cut"]));
    let rows = [row(&["<ul><li>Sun<li>Rain</ul>", "Berlin"]), row(&[&inner, "Berlin"])];
    assert_eq!(duties(&table(&rows)), ["Sun", "Rain", "Film: Cut"]);
}

#[test]
fn an_item_set_off_from_those_with_another_sign_is_their_heading() {
    let text = ">> The team\n\n• Sun\n• Rain\n\n>> Your tasks\n\n• Write\n• Film\n";
    assert_eq!(duties(text), ["Write", "Film"]);
    assert_eq!(duties("- Write\n- Film\n\n- Cut\n\n- Post\n"), ["Write", "Film", "Cut", "Post"]);
}
