//! Any question to any registry: an answer, the same each time, with scores that mean something.

use super::registries::{read, registry};
use proptest::prelude::*;
use roles::query::{self, Rivals, Verdict};

/// Words of the shipped registry and of its tasks, and anything else.
fn question() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "who", "qui", "quién", "comments", "calendrier", "redes", "plan", "crisis", "l'",
            "Äußerung", "策略"
        ])
        .prop_map(str::to_owned),
        "[a-z]{1,12}",
        "\\PC{0,12}",
        any::<String>(),
    ];
    proptest::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_question_has_an_answer(sources in registry(), question in question()) {
        let registry = read(&sources);
        let rivals = Rivals { catalogue: &registry, tasks: registry.tasks().take(2).collect(), may_win: true };
        let answer = query::who(&registry, &rivals, &question);
        let found = &answer.matches;
        prop_assert!(found.iter().all(|found| (0.0..=1.0).contains(&found.score)));
        prop_assert!(found.is_sorted_by(|one, other| one.score >= other.score));
        for found in found {
            prop_assert_eq!(found.sizes.len(), registry.sizes().len());
        }
        let most = match answer.verdict {
            Verdict::Sure => 1,
            Verdict::Unsure => 2,
            Verdict::Nobody => 0,
        };
        prop_assert!(found.len() <= most);
        let says_something = !found.is_empty() || !answer.roles.is_empty() || !answer.people.is_empty();
        prop_assert_eq!(answer.verdict != Verdict::Nobody, says_something);
        let again = query::who(&registry, &rivals, &question);
        prop_assert_eq!(format!("{answer:?}"), format!("{again:?}"));
    }

    #[test]
    fn a_task_is_found_by_its_name(sources in registry()) {
        let registry = read(&sources);
        let default = registry.preference(None);
        for task in registry.tasks() {
            let name = registry.task(task).name.pick(&default);
            if query::has_words(name) {
                let rivals = Rivals { catalogue: &registry, tasks: Vec::new(), may_win: false };
                let answer = query::who(&registry, &rivals, name);
                prop_assert!(answer.verdict != Verdict::Nobody, "{:?}", name);
            }
        }
    }
}
