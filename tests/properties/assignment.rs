//! Every task is assigned exactly once or has a reason, and the sums are right.

use super::registries::{read, registry, roster, team};
use proptest::prelude::*;
use roles::model::{Hours, Importance, Registry, SizeIx};
use roles::query::{Assignment, Doer, Duty, Load, Reason, Roster, Why, assign, growth, handovers};
use std::collections::HashSet;

fn sizes(registry: &Registry) -> Vec<SizeIx> {
    registry.sizes().iter().filter_map(|size| registry.size_by_id(size.id.as_str())).collect()
}

fn is_pinned(duty: &Duty) -> bool {
    duty.why() == Some(Why::Pinned)
}

/// Pinned tasks are with those that they are pinned to, if these are there.
fn check_pins(assignment: &Assignment, roster: &Roster) {
    for pin in &roster.pins {
        let duty = assignment.duties.iter().find(|duty| duty.task == pin.task).unwrap();
        let is_theirs = duty.person() == Some(pin.person);
        assert!(is_theirs || !is_pinned(duty));
        assert_eq!(is_pinned(duty), !roster.people[pin.person].away);
    }
}

fn check(registry: &Registry, assignment: &Assignment, limit: Option<Hours>) {
    let tasks: Vec<_> = registry.tasks().collect();
    let assigned: Vec<_> = assignment.duties.iter().map(|duty| duty.task).collect();
    assert_eq!(tasks, assigned, "every task once, in order");
    for duty in &assignment.duties {
        let holding: Vec<usize> = (0..assignment.positions.len())
            .filter(|&position| assignment.positions[position].roles.contains(&duty.task.role))
            .collect();
        let there = assignment.present().any(|(person, _)| {
            assignment.filled[person].iter().any(|position| holding.contains(position))
        });
        match duty.reason() {
            None => assert!(
                is_pinned(duty) || holding.contains(&duty.position.unwrap()),
                "the position holds the role"
            ),
            Some(Reason::NoPosition) => assert!(holding.is_empty()),
            Some(Reason::VacantPosition) => {
                assert!(assignment.has_people() && !there && !holding.is_empty())
            }
            Some(Reason::NoTimeLeft) => assert!(
                registry.task(duty.task).hours_per_week.is_some()
                    && (there || !assignment.has_people())
            ),
        }
        let filled = duty.person().map(|person| &assignment.filled[person]);
        assert!(
            is_pinned(duty) || filled.is_none_or(|all| all.contains(&duty.position.unwrap())),
            "the person is in the position"
        );
        assert!(duty.person().is_none_or(|person| !assignment.people[person].away));
        assert_eq!(duty.reason().is_none() && assignment.has_people(), duty.person().is_some());
        assert_eq!(duty.reason().is_none(), duty.doer().is_some());
    }
    let totals = &assignment.totals;
    assert_eq!(totals.assigned.tasks + totals.unassigned.tasks, totals.all.tasks);
    assert_eq!(
        totals.assigned.hours_per_week + totals.unassigned.hours_per_week,
        totals.all.hours_per_week
    );
    assert_eq!(
        totals.assigned.without_estimate + totals.unassigned.without_estimate,
        totals.all.without_estimate
    );
    assert_eq!(totals.all, Load::of(registry, tasks.into_iter()));
    check_hours(registry, assignment, limit);
}

fn check_hours(registry: &Registry, assignment: &Assignment, limit: Option<Hours>) {
    for doer in assignment.doers() {
        let workload = assignment.workload(doer);
        let duties = assignment.duties.iter();
        let mine: Vec<&Duty> = duties.filter(|duty| duty.doer() == Some(doer)).collect();
        let load = Load::of(registry, mine.iter().map(|duty| duty.task));
        assert_eq!(workload.load, load);
        match doer {
            Doer::Person(person) => assert_eq!(workload.limit, assignment.people[person].hours),
            Doer::Position(_) => assert_eq!(workload.limit, limit),
        }
        let has_estimate = |duty: &&&Duty| registry.task(duty.task).hours_per_week.is_some();
        assert!(
            workload.over() == Hours::ZERO
                || mine.iter().filter(has_estimate).all(|duty| is_pinned(duty)),
            "nobody does more than their hours but for what is pinned to them"
        );
        if let Some(free) = workload.free() {
            assert_eq!(free + load.hours_per_week, workload.limit.unwrap() + workload.over());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_task_is_assigned_once_or_has_a_reason(sources in registry(), team in team(), pins in 0..6_usize, hours in proptest::option::of(1..40_u32)) {
        let registry = read(&sources);
        let roster = roster(&team, pins, &registry);
        let hours = hours.and_then(|hours| Hours::parse(&hours.to_string()).ok());
        for size in sizes(&registry).into_iter().map(Some).chain([None]) {
            let assignment = assign(&registry, size, &roster, hours);
            check(&registry, &assignment, hours);
            check_pins(&assignment, &roster);
            check(&registry, &assign(&registry, size, &Roster::default(), hours), hours);
        }
    }

    #[test]
    fn what_an_absence_changes_is_all_that_changes(sources in registry(), team in team(), pins in 0..4_usize) {
        let registry = read(&sources);
        let roster = roster(&team, pins, &registry);
        let before = assign(&registry, None, &roster.complete(), None);
        let after = assign(&registry, None, &roster, None);
        let moves = handovers(&before, &after);
        for (old, new) in before.duties.iter().zip(&after.duties) {
            let step = moves.iter().find(|step| step.task == old.task);
            prop_assert_eq!(old.doer() != new.doer(), step.is_some());
            if let Some(step) = step {
                prop_assert_eq!(&step.from, old);
                prop_assert_eq!(&step.to, new);
            }
        }
        if roster.people.iter().all(|person| !person.away) {
            prop_assert!(moves.is_empty());
        }
    }

    #[test]
    fn a_core_task_never_waits_for_a_supplemental_one(sources in registry(), limit in 1..30_u32) {
        let registry = read(&sources);
        let hours = Hours::parse(&limit.to_string()).ok();
        let size = registry.size_by_id("sme").unwrap();
        let assignment = assign(&registry, Some(size), &Roster::default(), hours);
        let estimate = |duty: &Duty| registry.task(duty.task).hours_per_week.unwrap_or_default();
        let is_core = |duty: &&Duty| registry.task(duty.task).importance == Importance::Core;
        let core: Hours = assignment.duties.iter().filter(is_core).filter(|duty| duty.reason().is_none()).map(estimate).sum();
        for left_out in assignment.duties.iter().filter(is_core).filter(|duty| duty.reason().is_some()) {
            prop_assert!(core + estimate(left_out) > hours.unwrap(), "it would have fitted beside the core alone");
        }
    }

    #[test]
    fn in_a_company_of_one_person_everything_stays_within_one_person(sources in registry()) {
        let registry = read(&sources);
        let assignment = assign(&registry, registry.size_by_id("sme"), &Roster::default(), None);
        prop_assert_eq!(assignment.totals.unassigned.tasks, 0);
        prop_assert!(assignment.handoffs.iter().all(|handoff| handoff.tie == roles::query::Tie::WithinOnePerson));
        prop_assert!(assignment.duties.iter().all(|duty| registry.task(duty.task).coordinates_with.is_none() || duty.is_within_one_person()));
    }

    #[test]
    fn growth_moves_or_keeps_every_task(sources in registry()) {
        let registry = read(&sources);
        for from in sizes(&registry) {
            for to in sizes(&registry) {
                let growth = growth(&registry, from, to, &Roster::default());
                let tasks: HashSet<_> = growth.moves.iter().chain(&growth.stays).map(|step| step.task).collect();
                prop_assert_eq!(tasks.len(), growth.moves.len() + growth.stays.len());
                prop_assert_eq!(tasks, registry.tasks().collect::<HashSet<_>>());
                prop_assert!(from != to || growth.moves.is_empty());
            }
        }
    }
}
