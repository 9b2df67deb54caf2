//! How often questions get the right answer, and the duties of adverts, as tables in Markdown: `cargo bench --bench
//! matching`. With `-- --wrong FILE` it lists the questions of a file that do not, with `--wrong adverts/tuned` the duties;
//! never of those that are `untuned`, which nobody looks at.
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]

#[path = "../tests/matching/measure.rs"]
mod measure;

#[path = "../tests/matching/adverts.rs"]
mod adverts;

use adverts::{Tally, adverts, found, named, tally};
use measure::{Outcome, Question, Registries, outcome, questions};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(flag) = arguments.iter().position(|argument| argument == "--wrong") {
        return wrong(&arguments[flag + 1]);
    }
    println!("| Questions | Asked | Right | Second | Not found | Wrong, not sure | Wrong, sure |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let shipped = Registries::shipped();
    for name in [
        "tuned",
        "more",
        "earlier",
        "sentences",
        "latest",
        "untuned",
        "untuned-sentences",
        "untuned-latest",
    ] {
        let all = questions(&format!("questions/{name}.tsv"));
        for (kind, sign) in
            [("tasks here", "/"), ("the catalogue's", ":"), ("other things", "nobody")]
        {
            let asked: Vec<&Question> =
                all.iter().filter(|question| question.wanted.contains(sign)).collect();
            row(&format!("{name}, about {kind}"), &shipped, &asked);
        }
        for (language, tag) in [("English", "en"), ("French", "fr"), ("Spanish", "es")] {
            let asked: Vec<&Question> =
                all.iter().filter(|question| question.language == tag).collect();
            row(&format!("{name}, {language}"), &shipped, &asked);
        }
    }
    for name in ["office", "workshop", "software"] {
        let all = questions(&format!("registries/{name}.tsv"));
        row(&format!("registry {name}"), &Registries::named(name), &all.iter().collect::<Vec<_>>());
    }
    println!();
    println!(
        "| Adverts | Given a task | Right | Have a task | Found | Others | Given one | Titles | Right |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for name in ["tuned", "untuned"] {
        let all = adverts(name);
        for language in ["all", "English", "French", "Spanish"] {
            let meant =
                all.iter().filter(|it| language == "all" || language_of(&it.text) == language);
            let sum = meant.map(|it| tally(&shipped, it)).fold(Tally::default(), Tally::and);
            advert_row(&format!("{name}, {language}"), &sum);
        }
    }
}

/// The language of a text, by two words that the others do not have.
fn language_of(text: &str) -> &'static str {
    let count =
        |words: [&str; 2]| words.map(|word| text.matches(word).count()).iter().sum::<usize>();
    let languages = [
        ("English", [" the ", " and "]),
        ("French", [" les ", " et "]),
        ("Spanish", [" los ", " y "]),
    ];
    languages.into_iter().max_by_key(|&(_, words)| count(words)).map_or("", |(name, _)| name)
}

fn advert_row(what: &str, tally: &Tally) {
    let counts = [tally.given, tally.own, tally.others, tally.titles];
    let percent = |[all, some]: [usize; 2]| {
        if all > 20 {
            format!("{some} ({} %)", (100 * some + all / 2) / all)
        } else {
            some.to_string()
        }
    };
    let cells = counts.map(|counts| format!("{} | {}", counts[0], percent(counts)));
    println!("| {what} | {} |", cells.join(" | "));
}

fn row(what: &str, registries: &Registries, asked: &[&Question]) {
    let outcomes: Vec<Outcome> =
        asked.iter().map(|question| outcome(registries, question)).collect();
    let count = |wanted| outcomes.iter().filter(|&&outcome| outcome == wanted).count();
    let counts = [
        Outcome::Right,
        Outcome::Second,
        Outcome::Missed,
        Outcome::WrongUnsure,
        Outcome::WrongSure,
    ]
    .map(|outcome| count(outcome).to_string());
    println!("| {what} | {} | {} |", asked.len(), counts.join(" | "));
}

fn wrong(file: &str) {
    assert!(!file.contains("untuned"), "nobody looks at those");
    if let Some(folder) = file.strip_prefix("adverts/") {
        return wrong_duties(folder);
    }
    let name = file.strip_prefix("registries/").and_then(|name| name.strip_suffix(".tsv"));
    let registries = name.map_or_else(Registries::shipped, Registries::named);
    for question in questions(file) {
        let outcome = outcome(&registries, &question);
        if outcome != Outcome::Right {
            let answer = registries.who(&question.text);
            let (here, elsewhere) =
                (registries.named_in(&answer), registries.elsewhere_in(&answer));
            println!(
                "{outcome:?}\t{}\t{}\t{here:?}\t{elsewhere:?}",
                question.text, question.wanted
            );
        }
    }
}

fn wrong_duties(folder: &str) {
    let shipped = Registries::shipped();
    for advert in adverts(folder) {
        let found = found(&shipped, &advert.text);
        let title = &found.title;
        println!(
            "{}\t{:?}\t{}\t{}",
            advert.path.display(),
            title.text,
            advert.verdict,
            title.fits.as_str()
        );
        let given = named(&shipped, &found);
        let lines: std::collections::BTreeSet<usize> =
            given.keys().chain(advert.duties.keys()).copied().collect();
        for line in lines {
            let wanted = advert.duties.get(&line);
            let names: Vec<&String> = given.get(&line).into_iter().flatten().collect();
            if names.is_empty()
                || names.iter().any(|name| wanted.is_none_or(|wanted| !wanted.contains(name)))
            {
                println!("{line}\t{:?}\t{names:?}", wanted.unwrap_or(&Vec::new()));
            }
        }
    }
}
