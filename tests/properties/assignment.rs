//! Every task is assigned exactly once or has a reason, and the sums are right.

use super::registries::{read, registry, roster, team};
use proptest::prelude::*;
use roles::model::{Doers, Hours, Importance, Pin, Registry, SizeIx, TaskRef};
use roles::query::{
    Assignment, Doer, Duty, Load, Reason, Roster, Tie, Why, assign, growth, handovers,
};
use std::collections::HashSet;

fn sizes(registry: &Registry) -> Vec<SizeIx> {
    registry.sizes().iter().filter_map(|size| registry.size_by_id(size.id.as_str())).collect()
}

fn is_pinned(duty: &Duty) -> bool {
    duty.why == Ok(Why::Pinned)
}

/// Pinned tasks are with those that they are pinned to, if these are there.
fn check_pins(assignment: &Assignment, roster: &Roster) {
    for pin in &roster.pins {
        let duty = assignment.duties.iter().find(|duty| duty.task == pin.task).unwrap();
        assert!(duty.people().eq([pin.person]) || !is_pinned(duty));
        let fell_away = duty.why == Err(Reason::FellAway);
        assert_eq!(is_pinned(duty), !roster.away.contains(&pin.person) && !fell_away);
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
        }) || assignment.stand_in(duty.task.role).is_some();
        assert_eq!(duty.shares.is_empty(), duty.why.is_err());
        match duty.why {
            Ok(why) => {
                let is_deputy = why == Why::Deputy;
                let is_theirs = holding.contains(&duty.position.unwrap_or(usize::MAX));
                assert!(is_pinned(duty) || is_deputy || is_theirs, "the position holds the role");
                let (by, mut doers) = (&duty.shares, duty.doers().collect::<Vec<_>>());
                doers.dedup();
                assert_eq!(doers.len(), by.len(), "each doer once");
                let task = registry.task(duty.task);
                assert!(
                    by.iter().all(|share| share.hours.is_some() == task.hours_per_week.is_some())
                );
                assert!(by.iter().all(|share| share.hours != Some(Hours::ZERO)));
                let done: Hours = by.iter().filter_map(|share| share.hours).sum();
                if task.doers != Doers::Each || is_pinned(duty) {
                    assert!(
                        done + duty.missing == task.hours_per_week.unwrap_or_default() || is_deputy
                    );
                }
            }
            Err(Reason::FellAway) => {
                assert!(registry.task(duty.task).coordinates_with.is_some());
                assert_eq!(duty.coordination, Some(Tie::WithinOnePerson));
            }
            Err(Reason::NoPosition) => assert!(holding.is_empty()),
            Err(Reason::VacantPosition) => {
                assert!(assignment.has_people() && !there && !holding.is_empty());
            }
            Err(Reason::NoTimeLeft) => assert!(there || !assignment.has_people()),
        }
        for doer in duty.doers() {
            assert_eq!(doer.person().is_some(), assignment.has_people());
            assert!(doer.person().is_none_or(|person| !assignment.is_away(person)));
        }
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
        let mine = || assignment.duties.iter().filter(|duty| duty.is_of(doer));
        let shares = mine().flat_map(|duty| &duty.shares).filter(|share| share.doer == doer);
        let hours: Hours = shares.filter_map(|share| share.hours).sum();
        assert_eq!(workload.load.hours_per_week, hours);
        assert_eq!(workload.load.tasks, mine().count());
        match doer {
            Doer::Person(person) => {
                assert_eq!(workload.limit, assignment.people[person].hours_per_week)
            }
            Doer::Position(_) => assert_eq!(workload.limit, limit),
        }
        let has_estimate = |duty: &&Duty| registry.task(duty.task).hours_per_week.is_some();
        assert!(
            workload.over() == Hours::ZERO || mine().filter(has_estimate).all(is_pinned),
            "nobody does more than their hours but for what is pinned to them"
        );
        if let Some(free) = workload.free() {
            assert_eq!(free + hours, workload.limit.unwrap() + workload.over());
        }
    }
}

/// What a task waits for, also by way of others, and the task itself.
fn with_prerequisites(registry: &Registry, task: TaskRef, all: &mut HashSet<TaskRef>) {
    if all.insert(task) {
        for &before in &registry.task(task).after {
            with_prerequisites(registry, before, all);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_task_is_assigned_once_or_has_a_reason(sources in registry(), team in team(), pins in 0..6_usize, hours in proptest::option::of(1..40_u32)) {
        let registry = read(&sources);
        let mut roster = roster(&team, pins, &registry);
        let hours = hours.and_then(|hours| Hours::parse(&hours.to_string()).ok());
        roster.hours = hours;
        for size in sizes(&registry).into_iter().map(Some).chain([None]) {
            let assignment = assign(&registry, size, &roster);
            check(&registry, &assignment, hours);
            check_pins(&assignment, &roster);
            check(&registry, &assign(&registry, size, &Roster { hours, ..Roster::default() }), hours);
        }
    }

    #[test]
    fn what_an_absence_changes_is_all_that_changes(sources in registry(), team in team(), pins in 0..4_usize) {
        let registry = read(&sources);
        let roster = roster(&team, pins, &registry);
        let before = assign(&registry, None, &roster.complete());
        let after = assign(&registry, None, &roster);
        let moves = handovers(&before, &after);
        for (old, new) in before.duties.iter().zip(&after.duties) {
            let step = moves.iter().find(|step| step.from.task == old.task);
            prop_assert_eq!(!old.doers().eq(new.doers()), step.is_some());
            if let Some(step) = step {
                prop_assert_eq!(&step.from, old);
                prop_assert_eq!(&step.to, new);
            }
        }
        if roster.away.is_empty() {
            prop_assert!(moves.is_empty());
        }
    }

    #[test]
    fn an_absence_moves_only_the_tasks_of_those_away(sources in registry(), team in team(), pins in 0..4_usize) {
        let registry = read(&sources);
        let roster = roster(&team, pins, &registry);
        let before = assign(&registry, None, &roster.complete());
        let after = assign(&registry, None, &roster);
        for (old, new) in before.duties.iter().zip(&after.duties) {
            let is_theirs = old.people().any(|person| roster.away.contains(&person));
            prop_assert!(is_theirs || old.shares == new.shares, "{:?} {:?}", old, new);
            let goes_on = old.doers().any(|doer| new.is_of(doer));
            if goes_on && registry.task(old.task).doers == Doers::Each {
                prop_assert!(new.missing <= old.missing, "{:?} {:?}", old, new);
            }
            // There are deputies only where somebody was named as one.
            let has_deputy = roster.away.iter().any(|&person| roster.people[person].deputy.is_some());
            prop_assert!(has_deputy || new.why != Ok(Why::Deputy), "{:?}", new);
        }
    }

    #[test]
    fn planned_afresh_those_away_leave_no_trace(sources in registry(), team in team(), pins in 0..4_usize) {
        let registry = read(&sources);
        let mut roster = roster(&team, pins, &registry);
        roster.rebalance = true;
        let mut present = roster.complete();
        let mut numbers: Vec<usize> = (0..roster.people.len()).collect();
        numbers.retain(|&number| !roster.away.contains(&number));
        present.people = numbers.iter().map(|&number| roster.people[number].clone()).collect();
        let number = |old: usize| numbers.iter().position(|number| *number == old);
        present.pins = roster.pins.iter().filter_map(|pin| Some(Pin { person: number(pin.person)?, ..*pin })).collect();
        prop_assume!(!numbers.is_empty());
        let (all, few) = (assign(&registry, None, &roster), assign(&registry, None, &present));
        for (one, other) in all.duties.iter().zip(&few.duties) {
            let people = one.people().map(number);
            prop_assert!(people.eq(other.people().map(Some)), "{:?} {:?}", one, other);
        }
    }

    #[test]
    fn a_core_task_never_waits_for_a_supplemental_one(sources in registry(), team in team(), limit in 1..30_u32) {
        let registry = read(&sources);
        let mut roster = roster(&team, 0, &registry).complete();
        roster.hours = Hours::parse(&limit.to_string()).ok();
        let assignment = assign(&registry, None, &roster);
        let is_core = |duty: &&Duty| registry.task(duty.task).importance == Importance::Core;
        let mut needed = HashSet::new();
        for duty in assignment.duties.iter().filter(is_core) {
            with_prerequisites(&registry, duty.task, &mut needed);
        }
        for undone in assignment.duties.iter().filter(is_core).filter(|duty| duty.why == Err(Reason::NoTimeLeft)) {
            let candidates: Vec<Doer> = assignment.candidates(undone.task.role).collect();
            for duty in assignment.duties.iter().filter(|duty| !needed.contains(&duty.task)) {
                prop_assert!(duty.doers().all(|doer| !candidates.contains(&doer)), "{:?} {:?}", undone, duty);
            }
        }
    }

    #[test]
    fn one_person_with_more_hours_does_no_less(sources in registry(), less in 1..30_u32, more in 0..30_u32) {
        let registry = read(&sources);
        let plan = |hours: u32| {
            let hours = Hours::parse(&hours.to_string()).ok();
            assign(&registry, registry.size_by_id("sme"), &Roster { hours, ..Roster::default() })
        };
        for (few, many) in plan(less).duties.iter().zip(&plan(less + more).duties) {
            let hours = |duty: &Duty| duty.shares.iter().filter_map(|share| share.hours).sum::<Hours>();
            prop_assert!(few.doers().len() <= many.doers().len() && hours(few) <= hours(many));
        }
    }

    #[test]
    fn in_a_company_of_one_person_everything_stays_within_one_person(sources in registry()) {
        let registry = read(&sources);
        let assignment = assign(&registry, registry.size_by_id("sme"), &Roster::default());
        prop_assert_eq!(assignment.totals.unassigned.tasks, 0);
        prop_assert!(assignment.handoffs.iter().all(|(_, tie)| *tie == Tie::WithinOnePerson));
        let fell_away = |duty: &Duty| duty.why == Err(Reason::FellAway);
        prop_assert!(assignment.duties.iter().all(|duty| registry.task(duty.task).coordinates_with.is_none() || fell_away(duty)));
    }

    #[test]
    fn growth_moves_or_keeps_every_task(sources in registry()) {
        let registry = read(&sources);
        for from in sizes(&registry) {
            for to in sizes(&registry) {
                let growth = growth(&registry, from, to, &Roster::default());
                let tasks: HashSet<_> = growth.moves.iter().chain(&growth.stays).map(|step| step.to.task).collect();
                prop_assert_eq!(tasks.len(), growth.moves.len() + growth.stays.len());
                prop_assert_eq!(tasks, registry.tasks().collect::<HashSet<_>>());
                prop_assert!(from != to || growth.moves.is_empty());
            }
        }
    }
}
