//! Every task is assigned exactly once or has a reason, and the sums are right.

use super::registries::{people, read, registry, team};
use proptest::prelude::*;
use roles::model::{Hours, Importance, Registry, SizeIx};
use roles::query::{Assignment, Load, Reason, assign, growth};
use std::collections::HashSet;

fn sizes(registry: &Registry) -> Vec<SizeIx> {
    registry
        .sizes()
        .iter()
        .filter_map(|size| registry.size_by_id(size.id.as_str()))
        .collect()
}

fn check(registry: &Registry, assignment: &Assignment, limit: Option<Hours>) {
    let tasks: Vec<_> = registry.tasks().collect();
    let assigned: Vec<_> = assignment.duties.iter().map(|duty| duty.task).collect();
    assert_eq!(tasks, assigned, "every task once, in order");
    for duty in &assignment.duties {
        let holders: Vec<usize> = (0..assignment.seats.len())
            .filter(|&seat| assignment.seats[seat].roles.contains(&duty.task.role))
            .collect();
        let there = assignment
            .members
            .iter()
            .any(|member| member.seats.iter().any(|seat| holders.contains(seat)));
        match duty.reason {
            None => assert!(
                holders.contains(&duty.seat.unwrap()),
                "the position holds the role"
            ),
            Some(Reason::NoPosition) => assert!(holders.is_empty()),
            Some(Reason::VacantPosition) => {
                assert!(assignment.peopled && !there && !holders.is_empty())
            }
            Some(Reason::NoTimeLeft) => assert!(
                registry.task(duty.task).hours_per_week.is_some() && (there || !assignment.peopled)
            ),
        }
        let doer = duty.member.map(|member| &assignment.members[member]);
        assert!(
            doer.is_none_or(|member| member.seats.contains(&duty.seat.unwrap())),
            "the person is in the position"
        );
        assert_eq!(
            duty.reason.is_none() && assignment.peopled,
            duty.member.is_some()
        );
    }
    let totals = &assignment.totals;
    assert_eq!(
        totals.assigned.tasks + totals.unassigned.tasks,
        totals.all.tasks
    );
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
    let doers = if assignment.peopled {
        assignment.members.len()
    } else {
        assignment.seats.len()
    };
    for doer in 0..doers {
        let mine = |duty: &&roles::query::Duty| {
            duty.reason.is_none()
                && (if assignment.peopled {
                    duty.member
                } else {
                    duty.seat
                }) == Some(doer)
        };
        let hours: Hours = assignment
            .duties
            .iter()
            .filter(mine)
            .filter_map(|duty| registry.task(duty.task).hours_per_week)
            .sum();
        let has = if assignment.peopled {
            assignment.members[doer].hours
        } else {
            limit
        };
        assert!(
            has.is_none_or(|has| hours <= has),
            "nobody does more than their hours"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_task_is_assigned_once_or_has_a_reason(sources in registry(), team in team(), hours in proptest::option::of(1..40_u32)) {
        let registry = read(&sources);
        let people = people(&team, &registry);
        let hours = hours.and_then(|hours| Hours::parse(&hours.to_string()).ok());
        for size in sizes(&registry) {
            check(&registry, &assign(&registry, size, &people, hours), hours);
            check(&registry, &assign(&registry, size, &[], hours), hours);
        }
    }

    #[test]
    fn a_core_task_never_waits_for_a_supplemental_one(sources in registry(), limit in 1..30_u32) {
        let registry = read(&sources);
        let hours = Hours::parse(&limit.to_string()).ok();
        let size = registry.size_by_id("sme").unwrap();
        let assignment = assign(&registry, size, &[], hours);
        let estimate = |duty: &roles::query::Duty| registry.task(duty.task).hours_per_week.unwrap_or_default();
        let is_core = |duty: &&roles::query::Duty| registry.task(duty.task).importance == Importance::Core;
        let core: Hours = assignment.duties.iter().filter(is_core).filter(|duty| duty.reason.is_none()).map(estimate).sum();
        for left_out in assignment.duties.iter().filter(is_core).filter(|duty| duty.reason.is_some()) {
            prop_assert!(core + estimate(left_out) > hours.unwrap(), "it would have fitted beside the core alone");
        }
    }

    #[test]
    fn in_a_company_of_one_person_everything_stays_within_one_person(sources in registry()) {
        let registry = read(&sources);
        let assignment = assign(&registry, registry.size_by_id("sme").unwrap(), &[], None);
        prop_assert_eq!(assignment.totals.unassigned.tasks, 0);
        prop_assert!(assignment.handoffs.iter().all(|handoff| handoff.tie == roles::query::Tie::WithinOnePerson));
        prop_assert!(assignment.duties.iter().all(|duty| registry.task(duty.task).coordinates_with.is_none() || duty.is_within_one_person()));
    }

    #[test]
    fn growth_moves_or_keeps_every_task(sources in registry()) {
        let registry = read(&sources);
        for from in sizes(&registry) {
            for to in sizes(&registry) {
                let growth = growth(&registry, from, to);
                let tasks: HashSet<_> = growth.moves.iter().chain(&growth.stays).map(|step| step.task).collect();
                prop_assert_eq!(tasks.len(), growth.moves.len() + growth.stays.len());
                prop_assert_eq!(tasks, registry.tasks().collect::<HashSet<_>>());
                prop_assert!(from != to || growth.moves.is_empty());
            }
        }
    }
}
