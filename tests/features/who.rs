//! Questions as people ask them, and what they are about.

#[path = "../matching/measure.rs"]
pub mod measure;

use measure::{Outcome, Question, Registries, outcome, questions};
use roles::model::{Language, Position, Registry};
use roles::query::{self, Rivals, Verdict};
use roles::render::{Reader, json, pages};
use roles::{resolve, source};

/// How many of these questions have each outcome: right, second, wrong but not sure, wrong and sure, missed.
fn counts(registries: &Registries, questions: &[Question]) -> [usize; 5] {
    let outcomes: Vec<Outcome> =
        questions.iter().map(|question| outcome(registries, question)).collect();
    [Outcome::Right, Outcome::Second, Outcome::WrongUnsure, Outcome::WrongSure, Outcome::Missed]
        .map(|wanted| outcomes.iter().filter(|&&outcome| outcome == wanted).count())
}

/// Of the questions that are meant, so many at least are right, and so many at most are wrong and sure.
fn holds(
    registries: &Registries,
    file: &str,
    is_meant: impl Fn(&str) -> bool,
    right: usize,
    wrong: usize,
) {
    let mut questions = questions(file);
    questions.retain(|question| is_meant(&question.wanted));
    let counts = counts(registries, &questions);
    assert!(counts[0] >= right && counts[3] <= wrong, "{file}: {counts:?} of {}", questions.len());
}

#[test]
fn questions_about_what_a_team_does_find_it() {
    let shipped = Registries::shipped();
    let file = "questions/tuned.tsv";
    holds(&shipped, file, |wanted| wanted.contains('/'), 22, 1);
    holds(&shipped, file, |wanted| wanted.contains(':'), 20, 1);
    for (file, right) in
        [("questions/more.tsv", 172), ("questions/earlier.tsv", 408), ("questions/latest.tsv", 405)]
    {
        holds(&shipped, file, |wanted| wanted.contains('/'), right, 6);
    }
}

#[test]
fn questions_in_every_language_find_their_tasks() {
    let shipped = Registries::shipped();
    for language in ["en", "fr", "es"] {
        let mut questions = questions("questions/more.tsv");
        questions.retain(|it| it.language == language && it.wanted != "nobody");
        let counts = counts(&shipped, &questions);
        assert!(10 * counts[0] >= 9 * questions.len(), "{language}: {counts:?}");
    }
}

#[test]
fn questions_about_other_things_are_never_answered_for_sure() {
    let shipped = Registries::shipped();
    holds(&shipped, "questions/tuned.tsv", |wanted| wanted == "nobody", 14, 0);
    holds(&shipped, "questions/more.tsv", |wanted| wanted == "nobody", 20, 0);
    holds(&shipped, "questions/earlier.tsv", |wanted| wanted == "nobody", 75, 1);
    holds(&shipped, "questions/latest.tsv", |wanted| wanted == "nobody", 265, 0);
}

#[test]
fn registries_about_other_things_are_asked_as_well() {
    for (name, right) in [("office", 23), ("workshop", 26), ("software", 27)] {
        holds(&Registries::named(name), &format!("registries/{name}.tsv"), |_| true, right, 1);
    }
}

#[test]
fn every_task_is_found_by_its_name_and_by_its_other_words_in_every_language() {
    let shipped = Registries::shipped();
    let mut unsure = 0;
    for task in shipped.own.tasks() {
        let details = shipped.own.task(task);
        for text in std::iter::once(&details.name).chain(&details.also_called) {
            for words in text.all() {
                let answer = shipped.who(words);
                let found = answer.matches.iter().any(|found| found.task == task);
                assert!(found, "{words}: {answer:?}");
                unsure += usize::from(answer.verdict != Verdict::Sure);
            }
        }
    }
    assert!(unsure <= 45, "{unsure}");
}

#[test]
fn other_words_mean_the_same_in_both_their_forms() {
    let registry = |words: &str| {
        let text = format!("name: A\ntasks: [{{id: x, name: X, also_called: {words}}}]\n");
        let file = source::SourceFile::from_bytes("a.yaml".into(), "a".into(), text.into());
        resolve::read(&source::Sources::of(vec![file])).unwrap()
    };
    let [lists, texts] = [
        "{en: [media spend, ROAS], fr: [budget média, ROAS], es: [ROAS]}",
        "[{en: media spend, fr: budget média}, ROAS]",
    ]
    .map(registry);
    for language in ["en", "fr"] {
        let words = |registry: &Registry| {
            let reader = Reader::new(registry, Language::parse(language).as_ref());
            let task = registry.tasks().next().unwrap();
            let words = reader.words_of(&registry.task(task).also_called);
            words.join(", ")
        };
        assert_eq!(words(&lists), words(&texts));
    }
    for question in ["media spend", "Budget media", "roas", "the media", "nothing"] {
        let scores = |registry: &Registry| {
            let rivals = Rivals { catalogue: registry, tasks: Vec::new(), may_win: true };
            let found = query::who(registry, &rivals, question).matches;
            found.iter().map(|found| found.score).collect::<Vec<_>>()
        };
        assert_eq!(scores(&lists), scores(&texts), "{question}");
    }
}

#[test]
fn case_accents_and_punctuation_do_not_count() {
    let shipped = Registries::shipped();
    for [one, other] in [
        ["stratégie digitale", "¿STRATEGIE, Digitale?!"],
        ["análisis de la competencia", "ANALISIS  de la\tcompetencia"],
        ["content calendar", "Content-Calendar…"],
        ["comments", "com\u{200b}ments"],
        ["comments", "com\u{3164}ments"],
    ] {
        let scores = |question| {
            let answer = shipped.who(question);
            let found = answer.matches.into_iter();
            found.map(|found| (found.task, found.score)).collect::<Vec<_>>()
        };
        let found = scores(one);
        assert!(!found.is_empty() && found == scores(other), "{one}");
    }
}

/// What an answer names here and in the catalogue, behind its verdict.
fn said(registries: &Registries, question: &str) -> String {
    let answer = registries.who(question);
    let mut said = vec![format!("{:?}", answer.verdict)];
    said.extend(registries.named_in(&answer));
    let people = answer.people.iter();
    said.extend(people.map(|&person| registries.own.team().unwrap().people[person].name.clone()));
    let mut elsewhere = registries.elsewhere_in(&answer);
    elsewhere.dedup();
    said.extend(elsewhere.into_iter().map(|role| format!("({role})")));
    said.join(" ")
}

#[test]
fn what_nobody_here_does_may_be_in_the_catalogue() {
    let shipped = Registries::shipped();
    for (question, expected) in [
        ("who makes the videos", "Nobody (content-creator)"),
        ("qui fait les vidéos ?", "Nobody (content-creator)"),
        ("¿quién hace los vídeos?", "Nobody (content-creator)"),
        ("content creator", "Nobody (content-creator)"),
        ("who is the content creator", "Nobody (content-creator)"),
        ("who buys the ads", "Nobody (paid-social-specialist)"),
        ("dentist", "Nobody"),
        ("who does it", "Nobody"),
        ("?", "Nobody"),
    ] {
        assert_eq!(said(&shipped, question), expected, "{question}");
    }
}

#[test]
fn roles_and_people_are_answers_too() {
    let shipped = Registries::shipped();
    for (question, expected) in [
        ("community manager", "Sure community-manager"),
        ("community engagement", "Sure community-manager/comment-replies"),
        ("what does a community manager do", "Sure community-manager"),
        ("gestionnaire de communauté", "Sure community-manager"),
        ("what does the CM do", "Sure community-manager"),
        ("smm", "Sure social-media-manager"),
        ("head of social media", "Sure social-media-manager"),
        ("social networks", "Unsure social-media-manager community-manager"),
        ("who is in charge of social media", "Unsure social-media-manager community-manager"),
        (
            "¿quién es el responsable de redes sociales?",
            "Sure social-media-manager community-manager",
        ),
        ("who is the entrepreneur", "Sure social-media-manager community-manager"),
        ("chef du community manager", "Sure community-manager"),
        ("who is the boss of the community manager", "Sure community-manager"),
        ("who reports to the social media manager", "Sure social-media-manager"),
        ("¿de quién depende el community manager?", "Sure community-manager"),
        ("who is the boss", "Sure social-media-manager"),
        ("quién manda", "Sure social-media-manager"),
        ("who does the reporting", "Sure community-manager/activity-report"),
        (
            "social media manager vs community manager",
            "Unsure social-media-manager community-manager",
        ),
        (
            "who keeps in touch with the community manager",
            "Sure social-media-manager/community-manager-contact",
        ),
        (
            "what does the community manager do about comments",
            "Sure community-manager/comment-replies",
        ),
        // Other words for a task of that role are its name in another form: `community management`.
        ("who feeds the community manager", "Unsure community-manager"),
        (
            "qui papote sans arrêt avec le community manager",
            "Unsure social-media-manager/community-manager-contact",
        ),
        (
            "which reports does the community manager write",
            "Sure community-manager/activity-report",
        ),
    ] {
        assert_eq!(said(&shipped, question), expected, "{question}");
    }
    let software = Registries::named("software");
    assert_eq!(said(&software, "who is on the release team"), "Sure release-team");
}

#[test]
fn words_that_say_hardly_anything_are_never_sure() {
    let shipped = Registries::shipped();
    for question in ["a", "b", "no", "the"] {
        assert!(said(&shipped, question).starts_with("Unsure "), "{question}");
    }
}

#[test]
fn a_small_part_of_other_words_is_not_sure_and_a_word_of_the_name_is() {
    let words = "also_called: [tell the boss how the week went, buy coal for winter]";
    let tasks = format!("{{id: stove, name: Light the old iron stove, {words}}}");
    let files = [
        ("registry.yaml", "{version: 1, languages: [en]}".to_owned()),
        ("keeper.yaml", format!("name: Keeper\ntasks: [{tasks}]")),
    ];
    let house = of_files(files.iter().map(|(name, text)| (*name, text.as_str())));
    for (question, expected) in [
        ("boss", "Unsure keeper/stove"),
        ("who tells the boss how it went", "Sure keeper/stove"),
        ("coal", "Sure keeper/stove"),
        ("iron", "Sure keeper/stove"),
    ] {
        assert_eq!(said(&house, question), expected, "{question}");
    }
}

#[test]
fn the_id_of_a_task_is_other_words_where_there_are_none() {
    let tasks = "{id: minikube, name: A small cluster}, \
                 {id: kubelet, name: The agent, also_called: [what runs on each node]}";
    let files = [
        ("registry.yaml", "{version: 1, languages: [en]}".to_owned()),
        ("node.yaml", format!("name: Node\ntasks: [{tasks}]")),
    ];
    let group = of_files(files.iter().map(|(name, text)| (*name, text.as_str())));
    assert_eq!(said(&group, "who owns minikube"), "Unsure node/minikube");
    assert_eq!(said(&group, "minikube"), "Sure node/minikube");
    assert_eq!(said(&group, "kubelet"), "Nobody");
}

#[test]
fn what_asks_for_the_head_of_all_may_be_a_task_instead() {
    let files = |task| {
        [
            ("registry.yaml", "{version: 1, languages: [fr]}".to_owned()),
            ("tailor.yaml", format!("name: Tailleur\nreports_to: head\ntasks: [{task}]")),
            ("head.yaml", "name: Directrice\ntasks: [{id: pay, name: Payer}]".to_owned()),
        ]
    };
    for (task, expected) in [
        ("{id: sew, name: Coudre la robe}", "Sure head"),
        ("{id: draw, name: Dessiner le patron}", "Sure tailor/draw"),
    ] {
        let files = files(task);
        let shop = of_files(files.iter().map(|(name, text)| (*name, text.as_str())));
        assert_eq!(said(&shop, "le patron"), expected);
    }
}

fn of_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Registries {
    let files = files.into_iter().map(|(name, text)| {
        let stem = name.trim_end_matches(".yaml").to_owned();
        source::SourceFile::from_bytes(name.into(), stem, text.into())
    });
    Registries::new(resolve::read(&source::Sources::of(files.collect())).unwrap())
}

fn with_team(team: &str) -> Registries {
    of_files(source::EMBEDDED.into_iter().chain([("team.yaml", team)]))
}

/// A role's file: its name, what it is there for, and its tasks.
fn role(name: &str, purpose: &str, tasks: &[&str]) -> String {
    let task =
        |name: &&str| format!("{{id: {}, name: {name}}}", name.to_lowercase().replace(' ', "-"));
    let tasks: Vec<String> = tasks.iter().map(task).collect();
    format!("{{name: {name}, purpose: {purpose}, tasks: [{}]}}", tasks.join(", "))
}

/// Roles that hardly differ but for one word of their names.
fn teams(head: &str) -> Registries {
    let others = ["art", "book", "chess", "drama", "echo", "fish", "golf", "harp"];
    let others = others.map(|id| {
        let name = format!("{id} team");
        (format!("{id}.yaml"), role(&name, id, &[&format!("Meet about {id}")]))
    });
    let others = others.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    of_files(others.chain([
        ("registry.yaml", head),
        (
            "cargo.yaml",
            &role("Cargo team", "Packages", &["Publish crates", "Write the book about cargo"]),
        ),
        ("desk.yaml", &role("Help desk team", "Computers", &["Install anti-virus software"])),
        ("farm.yaml", &role("Farm team", "Tends honey bees", &["Choose tools to be used"])),
        (
            "miri.yaml",
            &role("Miri team", "Interprets", &["Cargo miri", "Find undefined behaviour"]),
        ),
    ]))
}

#[test]
fn a_role_is_known_by_the_word_that_its_name_alone_has_and_unsurely_by_any_other() {
    let teams = teams("version: 1");
    for (question, expected) in [
        ("cargo", "Sure cargo"),
        ("the desk", "Unsure desk"),
        ("who tends bees", "Unsure farm"),
        ("cargo miri", "Sure miri/cargo-miri"),
        ("team", "Unsure art book"),
    ] {
        assert_eq!(said(&teams, question), expected, "{question}");
    }
}

#[test]
fn what_a_slip_means_is_never_sure_and_the_second_likeliest_is_shown() {
    let shipped = Registries::shipped();
    for (question, expected) in [
        (
            "brand montioring",
            "Unsure community-manager/brand-monitoring social-media-manager/competitor-analysis",
        ),
        ("comunity manager", "Unsure community-manager"),
    ] {
        assert_eq!(said(&shipped, question), expected, "{question}");
    }
}

#[test]
fn words_are_found_without_the_space_in_them_but_not_for_sure() {
    let teams = teams("version: 1");
    assert_eq!(said(&teams, "helpdesk"), "Unsure desk");
    assert_eq!(said(&teams, "antivirus"), "Unsure desk/install-anti-virus-software");
}

#[test]
fn words_are_taken_as_those_of_the_languages_of_the_registry() {
    // In Spanish, `bees` would be a form of `be`, and so it was.
    for head in ["version: 1", "{version: 1, languages: [en]}"] {
        assert_eq!(said(&teams(head), "bees"), "Unsure farm", "{head}");
    }
}

#[test]
fn the_catalogue_does_not_win_in_a_registry_about_other_things() {
    let bakery = role("Shop", "Sales", &["Put the cakes in pictures on the wall"]);
    let files = |id| [("registry.yaml", "{version: 1, languages: [en]}"), (id, bakery.as_str())];
    let question = "who makes pictures";
    assert_eq!(
        said(&of_files(files("shop.yaml")), question),
        "Unsure shop/put-the-cakes-in-pictures-on-the-wall"
    );
    assert_eq!(
        said(&of_files(files("shop.yaml")), "who makes the videos"),
        "Nobody (content-creator)"
    );
    let of_team = of_files(files("community-manager.yaml"));
    assert_eq!(said(&of_team, question), "Nobody (content-creator)");
}

#[test]
fn shipped_roles_that_are_not_here_are_offered_as_those_of_the_catalogue() {
    let shop = role("Shop", "Sales", &["Sell cakes"]);
    let bakery = of_files([("registry.yaml", "version: 1"), ("shop.yaml", &shop)]);
    assert_eq!(said(&bakery, "who replies to the comments"), "Nobody (community-manager)");
    assert_eq!(said(&bakery, "shop"), "Sure shop");
}

#[test]
fn the_catalogue_does_not_win_by_words_that_are_in_every_question() {
    let networks = of_files([
        ("registry.yaml", "{version: 1, languages: [en]}"),
        ("network.yaml", &role("SIG Network", "Networks", &["Define what a network policy is"])),
    ]);
    let answer = said(&networks, "who is in the networking group");
    assert!(answer.starts_with("Unsure network"), "{answer}");
}

#[test]
fn people_are_known_by_any_word_of_their_names() {
    let team = with_team(
        "people: [{name: Ana Sol}, {name: Ana Rey, roles: [community-manager]}, {name: Luis}]",
    );
    for (question, expected) in [
        ("what does Luis do", "Sure Luis"),
        ("LUIS", "Sure Luis"),
        ("¿qué hace Ana Rey?", "Sure Ana Rey"),
        ("what does Rey do", "Sure Ana Rey"),
        ("who is Ana", "Sure Ana Sol Ana Rey"),
        ("Ana or Luis", "Sure Ana Sol Ana Rey Luis"),
        ("does Luis answer comments", "Sure community-manager/comment-replies"),
        ("Luis and the coffee machine", "Sure Luis"),
        ("when is Luis back", "Sure Luis"),
        ("à qui Luis rend-il compte ?", "Sure Luis"),
        ("who reports to Ana Rey", "Sure Ana Rey"),
    ] {
        assert_eq!(said(&team, question), expected, "{question}");
    }
    // A word that roles or tasks have in their names is nobody's name.
    let team = with_team(
        "people: [{name: Eva Manager}, {name: Ida Comment}, {name: Inés Uno}, {name: And Dos}]",
    );
    for (question, expected) in [
        ("what does Inés do", "Sure Inés Uno"),
        ("And", "Sure And Dos"),
        ("community managers", "Sure community-manager"),
        ("who answers a comment", "Sure community-manager/comment-replies"),
        ("Ida", "Sure Ida Comment"),
    ] {
        assert_eq!(said(&team, question), expected, "{question}");
    }
}

#[test]
fn an_answer_says_who_does_it_and_who_answers_for_it_in_each_size() {
    let shipped = Registries::shipped();
    let registry = &shipped.own;
    let answer = shipped.who("comments");
    let found = &answer.matches[0];
    let name = |role| registry.role(role).id.as_str();
    assert_eq!(name(found.task.role), "community-manager");
    assert_eq!(name(found.accountable), "social-media-manager");
    let sizes = found.sizes.iter().map(|size| {
        let ids = |all: &[Position]| all.iter().map(|position| position.id.to_owned()).collect();
        let id = registry.size(size.size).id.as_str();
        (id, ids(&size.doers), ids(&size.accountable), size.one_person)
    });
    let one = || vec!["one-person".to_owned()];
    let expected = [
        ("solo", one(), one(), true),
        ("sme", one(), one(), true),
        (
            "large",
            vec!["community-manager".to_owned()],
            vec!["social-media-manager".to_owned()],
            false,
        ),
    ];
    assert_eq!(sizes.collect::<Vec<_>>(), expected);
}

#[test]
fn the_answer_is_in_the_language_of_the_report() {
    let shipped = Registries::shipped();
    for (question, lang, name) in [
        ("who answers comments", "fr", "Répondre aux commentaires sur les réseaux"),
        ("qui répond aux avis", "es", "Contestar a los comentarios en las redes"),
        ("calendario editorial", "en", "Draw up the publication calendar"),
        ("bad buzz", "es", "Preparar el plan de crisis"),
        ("quién vigila la marca", "fr", "Surveiller ce qui se dit sur la marque"),
    ] {
        let reader = Reader::new(&shipped.own, Language::parse(lang).as_ref());
        let (answer, catalogue) = (&shipped.who(question), &shipped.catalogue);
        let asked = pages::Asked { question, answer, team: None, catalogue };
        let mut out = Vec::new();
        json::answer(&asked, &reader, &mut out).unwrap();
        let report: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(report["matches"][0]["name"], name, "{question}");
    }
}
