//! Roles on their way from one registry into another are the same there, and right in any.

use super::registries::{file, read, registry};
use proptest::prelude::*;
use roles::model::{Registry, RoleIx};
use roles::render::Transfer;
use roles::source::{SourceFile, Sources, catalogue, is_in_catalogue};
use roles::{check, resolve};

/// The files of a registry with these roles in it.
fn joined(sources: &Sources, from: &Registry, to: &Registry, roles: &[RoleIx]) -> Sources {
    let transfer = Transfer::new(from, to, roles);
    let mut files: Vec<(String, String)> =
        sources.files.iter().map(|file| (file.stem.clone(), file.text().to_owned())).collect();
    let text = |stem: &str| sources.with_stem(stem).map(SourceFile::text);
    let head = transfer.head_file(text("registry").unwrap());
    let words = transfer.other_words_file(text("also_called"), true);
    for (stem, new) in [("registry", head), ("also_called", words)] {
        if let Some(new) = new {
            files.retain(|(other, _)| other != stem);
            files.push((stem.to_owned(), new));
        }
    }
    for &role in roles {
        let text = transfer.role_file(role, "# A role\n", false);
        files.push((from.role(role).id.to_string(), text));
    }
    Sources::of(files.into_iter().map(|(stem, text)| file(&stem, text)).collect())
}

fn resolved(sources: &Sources) -> Result<Registry, TestCaseError> {
    resolve::read(sources).map_err(|problems| {
        let texts: Vec<&str> = sources.files.iter().map(SourceFile::text).collect();
        TestCaseError::fail(format!("{problems:#?} in\n{}", texts.join("\n---\n")))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn roles_stay_as_they_are_on_their_way(sources in registry()) {
        let from = read(&sources);
        let empty = Sources::of(vec![file("registry", "version: 1\n".to_owned())]);
        let roles: Vec<RoleIx> = from.roles().collect();
        let there = resolved(&joined(&empty, &from, &read(&empty), &roles))?;
        prop_assert_eq!(there.roles().len(), roles.len());
        // What is written of them once more is the same, and so are names that need quotes.
        let again: Vec<RoleIx> = there.roles().collect();
        let (first, second) = (Transfer::new(&from, &from, &roles), Transfer::new(&there, &there, &again));
        for (&one, &other) in roles.iter().zip(&again) {
            prop_assert_eq!(first.role_file(one, "", false), second.role_file(other, "", false));
        }
        let language = (from.preference(None), there.preference(None));
        for (one, other) in from.tasks().zip(there.tasks()) {
            let (one, other) = (from.task(one), there.task(other));
            prop_assert_eq!(one.name.pick(&language.0), other.name.pick(&language.1));
            prop_assert_eq!((one.hours_per_week, one.doers), (other.hours_per_week, other.doers));
        }
    }

    #[test]
    fn roles_of_the_catalogue_are_right_in_any_registry(sources in registry(), chosen in 1..1024_usize) {
        let from = resolve::catalogue(&catalogue()).unwrap();
        let all = from.roles().filter(|&role| is_in_catalogue(from.role(role).id.as_str()));
        let roles: Vec<RoleIx> =
            all.enumerate().filter(|(number, _)| chosen >> number & 1 == 1).map(|(_, role)| role).collect();
        let to = read(&sources);
        let before = check::warnings(&to, &sources).len();
        let joined = joined(&sources, &from, &to, &roles);
        let there = resolved(&joined)?;
        prop_assert_eq!(there.roles().len(), to.roles().len() + roles.len());
        let warnings = check::warnings(&there, &joined);
        let new = warnings.iter().filter(|problem| problem.code.as_str() != "role-without-position");
        prop_assert!(new.count() <= before, "{:#?}", warnings);
    }
}
