//! A text that is written in some of the registry's languages but not in all of them.

use super::texts::texts;
use crate::model::{LanguageIx, Registry, Text};
use crate::problem::{Code, Problem, Problems, first_few};

pub(super) fn check(registry: &Registry, problems: &mut Problems) {
    let listed = &registry.languages()[..registry.own().languages];
    let missing = |text: &Text| -> Vec<&str> {
        let Text::Each(_, each) = text else {
            return Vec::new();
        };
        let has =
            |number: usize| each.iter().any(|(LanguageIx(has), _)| usize::from(*has) == number);
        let lacking = listed.iter().enumerate().filter(|(number, _)| !has(*number));
        lacking.map(|(_, language)| language.as_str()).collect()
    };
    let problem = |written: super::texts::Written| {
        let missing = missing(written.text);
        let message = format!("{} is not written in {}", written.what, first_few(&missing));
        let problem = Problem::new(Code::MissingTranslation, written.place, message);
        let fix = "write it, or put `allow: [missing-translation]` into registry.yaml";
        (!missing.is_empty()).then(|| problem.fix(fix))
    };
    let translated = texts(registry).into_iter().filter(|written| written.is_translated);
    problems.extend(translated.filter_map(problem));
}
