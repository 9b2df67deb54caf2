//! How often questions get the right answer, as a table in Markdown: `cargo bench --bench matching`. With `-- --wrong FILE`
//! it lists the questions of a file that do not; never of `untuned`, which nobody looks at.
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]

#[path = "../tests/matching/measure.rs"]
mod measure;

use measure::{Outcome, Question, Registries, outcome, questions};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(flag) = arguments.iter().position(|argument| argument == "--wrong") {
        return wrong(&arguments[flag + 1]);
    }
    println!("| Questions | Asked | Right | Second | Not found | Wrong, not sure | Wrong, sure |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    let shipped = Registries::shipped();
    for name in ["tuned", "more", "earlier", "untuned"] {
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
