//! Every task is one row of the RACI matrix, with one who answers for it and one who does it.

use super::registries::{file, read, registry, roster, team};
use proptest::prelude::*;
use roles::model::{Registry, SizeIx};
use roles::query::{Letters, Raci, Roster, Row, accountable, assign, assign_without_limits, raci};
use roles::render::{Reader, json};
use roles::source::Sources;
use std::collections::{BTreeSet, HashSet};

/// The key of an override and the role that it names.
type Override = (usize, usize);

/// The same registry with a word of their own in some tasks.
fn with_overrides(sources: &Sources, overrides: &[Override]) -> Registry {
    let roles = sources.files.len() - 1;
    let mut next = overrides.iter().cycle();
    let files = sources.files.iter().map(|source| {
        let lines = source.text().lines().map(|line| {
            let is_task = line.starts_with("  - id: task-");
            let word = is_task.then(|| next.next()).flatten();
            let word = word.filter(|(key, role)| *key < 3 && *role < roles);
            let word = word.map(|(key, role)| match key {
                0 => format!("    accountable: role-{role}\n"),
                1 => format!("    consulted: [role-{role}]\n"),
                _ => format!("    informed: [role-{role}, role-0]\n"),
            });
            format!("{line}\n{}", word.unwrap_or_default().replace("role-0, role-0", "role-0"))
        });
        file(&source.stem, lines.collect())
    });
    read(&Sources::of(files.collect()))
}

fn sizes(registry: &Registry) -> Vec<Option<SizeIx>> {
    let ids = registry.sizes().iter().map(|size| size.id.as_str());
    ids.map(|id| registry.size_by_id(id)).chain([None]).collect()
}

fn check_row(row: &Row, raci: &Raci, registry: &Registry) {
    let columns: BTreeSet<usize> = row.cells.iter().map(|(column, _)| *column).collect();
    assert_eq!(columns.len(), row.cells.len(), "a column has one cell");
    let with = |letter: char| {
        let cells = row.cells.iter();
        let those = cells.filter(|(_, letters)| letters.as_str().contains(letter));
        those.map(|(column, _)| *column).collect::<Vec<_>>()
    };
    let has_position = |role| {
        let mut positions = raci.assignment.positions.iter();
        positions.any(|position| position.roles.contains(&role))
    };
    let (responsible, accountable_for) = (with('R'), with('A'));
    assert!(accountable_for.len() <= 1, "exactly one answers, or nobody");
    if has_position(row.task.role) {
        assert!(!responsible.is_empty() && !accountable_for.is_empty());
    }
    let meant = accountable(registry, row.task);
    let Some(answering) = accountable_for.first().map(|column| &raci.columns[*column]) else {
        assert!(!has_position(meant));
        return;
    };
    if has_position(meant) {
        let positions = raci.assignment.positions_of(answering.doer);
        let holds = |position: &usize| raci.assignment.positions[*position].roles.contains(&meant);
        // Whoever is away is answered for by their deputy, whatever that one holds.
        let is_deputy = answering.doer.person().is_some_and(|person| {
            let mut people = raci.assignment.people.iter().enumerate();
            people.any(|(number, other)| {
                raci.assignment.is_away(number) && other.deputy == Some(person)
            })
        });
        assert!(positions.iter().any(holds) || is_deputy);
    }
    let told = with('I').into_iter().chain(with('C'));
    assert!(told.into_iter().all(|column| !responsible.contains(&column)));
}

fn check(raci: &Raci, registry: &Registry) {
    let tasks: HashSet<_> = raci.rows().map(|row| row.task).collect();
    assert_eq!(raci.rows().len(), tasks.len());
    assert_eq!(tasks, registry.tasks().collect());
    let ids: HashSet<&str> = raci.columns.iter().map(|column| column.id.as_str()).collect();
    assert_eq!(ids.len(), raci.columns.len(), "no two columns are called the same");
    let mut sums = vec![[0; 5]; raci.columns.len()];
    for row in raci.rows() {
        check_row(&row, raci, registry);
        for (column, letters) in row.cells {
            let sum = &mut sums[column];
            sum[0] += usize::from(letters.as_str().contains('R'));
            sum[1] += usize::from(letters.as_str().contains('A'));
            sum[2] += usize::from(letters == Letters::Accountable);
            sum[3] += usize::from(letters == Letters::Consulted);
            sum[4] += usize::from(letters == Letters::Informed);
        }
    }
    for (column, sum) in raci.columns.iter().zip(sums) {
        let counts = column.counts;
        let all = [
            counts.responsible, counts.accountable, counts.of_others, counts.consulted,
            counts.informed,
        ];
        assert_eq!(all, sum);
        assert!(
            !column.is_vacant || sum[0] + sum[1] > 0,
            "a vacant position is there for a reason"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_row_has_one_who_answers_and_one_who_does_it(
        sources in registry(),
        overrides in proptest::collection::vec((0..5_usize, 0..6_usize), 1..9),
        team in team(),
        pins in 0..4_usize,
    ) {
        let registry = with_overrides(&sources, &overrides);
        let people = roster(&team, pins, &registry);
        let reader = Reader::new(&registry, None);
        for size in sizes(&registry) {
            for roster in [&people, &Roster::default()] {
                let limited = assign(&registry, size, roster);
                check(&raci(&registry, &limited), &registry);
                let assignment = assign_without_limits(&registry, size, roster);
                let raci = raci(&registry, &assignment);
                check(&raci, &registry);
                let mut bytes = Vec::new();
                json::raci(&raci, &reader, &mut bytes).unwrap();
                let report: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
                let columns = report["columns"].as_array().unwrap();
                for row in report["rows"].as_array().unwrap() {
                    let cells = row["cells"].as_object().unwrap();
                    prop_assert_eq!(cells.len(), columns.len());
                    prop_assert!(columns.iter().all(|column| cells[column["id"].as_str().unwrap()].is_string()));
                }
            }
        }
    }
}
