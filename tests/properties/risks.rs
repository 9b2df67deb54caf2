//! What could go wrong is told, once and worst first.

use super::registries::{read, registry, roster, team};
use proptest::prelude::*;
use roles::model::{Hours, Importance, Registry, SizeIx};
use roles::query::{Doer, Duty, Loss, Reason, Risk, Risks, Roster, assign, risks};
use roles::render::{Reader, json};
use std::collections::{BTreeMap, BTreeSet};

/// The kinds in the order of badness.
const KINDS: [&str; 7] = [
    "undone", "vacant-position", "over-hours", "absence", "depends-on-one", "no-deputy",
    "no-estimate",
];

fn sizes(registry: &Registry) -> Vec<Option<SizeIx>> {
    let ids = registry.sizes().iter().map(|size| size.id.as_str());
    ids.map(|id| registry.size_by_id(id)).chain([None]).collect()
}

fn report(risks: &Risks, reader: &Reader) -> Vec<u8> {
    let mut bytes = Vec::new();
    json::risks(risks, reader, &mut bytes).unwrap();
    bytes
}

/// Whether somebody does a task, and the hours that nobody has the time for.
fn done(duty: &Duty) -> Option<Hours> {
    duty.why.is_ok().then_some(duty.missing)
}

/// What is told once, and of what: undone tasks, people over their hours, tasks without an estimate.
fn check(risks: &Risks, registry: &Registry) {
    let assignment = &risks.assignment;
    let duties: Vec<(usize, &Duty)> = assignment.duties.iter().enumerate().collect();
    let numbers = |is_meant: &dyn Fn(&Duty) -> bool| -> Vec<usize> {
        let meant = duties.iter().filter(|(_, duty)| is_meant(duty));
        meant.map(|(number, _)| *number).collect()
    };
    let told = |pick: &dyn Fn(&Risk) -> Option<usize>| -> Vec<usize> {
        let mut told: Vec<usize> = risks.all.iter().filter_map(pick).collect();
        told.sort_unstable();
        told
    };
    assert_eq!(
        told(&|risk| matches!(risk, Risk::Undone(_)).then(|| risk.duty().unwrap())),
        numbers(&|duty| duty.is_undone() || duty.is_partly()),
    );
    let fell_away = |duty: &Duty| duty.why == Err(Reason::FellAway);
    let has_estimate = |duty: &Duty| registry.task(duty.task).hours_per_week.is_some();
    assert_eq!(
        told(&|risk| matches!(risk, Risk::NoEstimate(_)).then(|| risk.duty().unwrap())),
        numbers(&|duty| !has_estimate(duty) && !fell_away(duty)),
    );
    let over = assignment.doers().filter(|&doer| assignment.workload(doer).over() > Hours::ZERO);
    assert_eq!(
        told(&|risk| matches!(risk, Risk::OverHours(_)).then(|| risk.doer().unwrap().number())),
        over.map(Doer::number).collect::<Vec<usize>>(),
    );
    let places = risks.all.iter().map(|risk| KINDS.iter().position(|kind| *kind == risk.as_str()));
    assert!(places.is_sorted(), "kind by kind");
    let undone = risks.all.iter().filter(|risk| matches!(risk, Risk::Undone(_)));
    let importance =
        |risk: &Risk| registry.task(assignment.duties[risk.duty().unwrap()].task).importance;
    let importances = undone.map(importance);
    assert!(importances.is_sorted() && Importance::Core < Importance::Supplemental);
    for risk in &risks.all {
        assert_eq!(risk.doer().is_some_and(|doer| doer.person().is_none()), {
            matches!(risk, Risk::DependsOnOne(..)) && !assignment.has_people()
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_risk_is_told_once_and_worst_first(sources in registry(), team in team(), pins in 0..6_usize, hours in proptest::option::of(1..40_u32)) {
        let registry = read(&sources);
        let mut people = roster(&team, pins, &registry);
        let hours = hours.and_then(|hours| Hours::parse(&hours.to_string()).ok());
        people.hours = hours;
        let reader = Reader::new(&registry, None);
        for size in sizes(&registry) {
            for roster in [&people, &Roster { hours, ..Roster::default() }] {
                let found = risks(&registry, size, roster);
                check(&found, &registry);
                let bytes = report(&found, &reader);
                prop_assert!(bytes == report(&risks(&registry, size, roster), &reader));
                let report: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
                let told = report["risks"].as_array().unwrap();
                prop_assert_eq!(told.len(), found.all.len());
                for (told, risk) in told.iter().zip(&found.all) {
                    prop_assert_eq!(&told["kind"], risk.as_str());
                    prop_assert!(["message", "advice"].iter().all(|key| !told[key].as_str().unwrap().is_empty()));
                }
            }
        }
    }

    #[test]
    fn an_absence_loses_what_the_plan_without_them_loses(sources in registry(), team in team(), pins in 0..6_usize) {
        let registry = read(&sources);
        let mut roster = roster(&team, pins, &registry);
        for size in sizes(&registry) {
            let found = risks(&registry, size, &roster);
            let mut told: BTreeMap<usize, BTreeMap<usize, Option<Hours>>> = BTreeMap::new();
            for risk in &found.all {
                let (person, duty, missing) = match *risk {
                    Risk::Absence(Loss { person, duty, missing, .. }) => (person, duty, missing),
                    Risk::DependsOnOne(Doer::Person(person), duty) => (person, duty, None),
                    _ => continue,
                };
                prop_assert!(told.entry(person).or_default().insert(duty, missing).is_none(), "told twice");
            }
            let now = &found.assignment.duties;
            for person in 0..roster.people.len() {
                if roster.away.contains(&person) {
                    prop_assert!(!told.contains_key(&person));
                    continue;
                }
                roster.away.insert(person);
                let then = assign(&registry, size, &roster).duties;
                roster.away.remove(&person);
                let mut lost = BTreeMap::new();
                for (duty, (now, then)) in now.iter().map(done).zip(then.iter().map(done)).enumerate() {
                    if now.is_some() && then.is_none_or(|missing| Some(missing) > now) {
                        lost.insert(duty, then);
                    }
                }
                prop_assert_eq!(told.remove(&person).unwrap_or_default(), lost);
            }
        }
    }

    #[test]
    fn what_depends_on_one_nobody_else_may_do(sources in registry(), team in team()) {
        let registry = read(&sources);
        let roster = roster(&team, 0, &registry);
        for size in sizes(&registry) {
            let found = risks(&registry, size, &roster);
            let mut only = BTreeSet::new();
            for risk in &found.all {
                if let Risk::DependsOnOne(doer, duty) = *risk {
                    let duty = &found.assignment.duties[duty];
                    prop_assert!(duty.is_of(doer) && duty.doers().len() == 1, "{:?} {:?}", risk, duty);
                    prop_assert!(only.insert(duty.task));
                }
            }
        }
    }
}
