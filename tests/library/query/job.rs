//! What a job description says.

use crate::written::written;
use roles::model::{Registry, RoleIx, TaskRef};
use roles::query::{Partner, job_description};

const ROLES: &str = "lead
  {id: plan, name: Plan, handoffs: [{to: desk/post}]}
desk<lead
  {id: extra, name: Extra, area: crisis, importance: supplemental}
  {id: talk, name: Talk, coordinates_with: video}
  {id: post, name: Post, area: crisis, handoffs: [{to: shop/sell}, {to: desk/talk}]}
  {id: watch, name: Watch, area: analytics}
video<desk
  {id: ask, name: Ask, coordinates_with: desk}
shop
  {id: sell, name: Sell}
far
  {id: cook, name: Cook}";

#[test]
fn duties_stand_by_importance_and_area() {
    let registry = written(ROLES, &[]);
    let job = job_description(&registry, registry.role_by_id("desk").unwrap());
    let id = |task: &TaskRef| registry.task(*task).id.to_string();
    let ids = |tasks: &[TaskRef]| tasks.iter().map(id).collect::<Vec<_>>();
    assert_eq!(ids(&job.core), ["watch", "post", "talk"]);
    assert_eq!(ids(&job.supplemental), ["extra"]);
}

#[test]
fn every_partner_stands_once_and_who_has_nothing_to_do_with_it_does_not() {
    let registry = written(ROLES, &[]);
    let job = job_description(&registry, registry.role_by_id("desk").unwrap());
    let known = |(role, partner): &(RoleIx, Partner)| {
        let (gives, gets) = (partner.gives.len(), partner.gets.len());
        let together = (partner.coordinates.len(), partner.takes_part.len());
        let line = (partner.is_above, partner.is_below);
        (registry.role(*role).id.as_str(), line, (gives, gets), together)
    };
    let expected = [
        ("lead", (true, false), (0, 1), (0, 0)),
        ("video", (false, true), (0, 0), (1, 1)),
        ("shop", (false, false), (1, 0), (0, 0)),
    ];
    assert_eq!(job.partners.iter().map(known).collect::<Vec<_>>(), expected);
}

/// What a role does not do; behind what says nearly the same as a task of its own stands `~`.
fn does_not(registry: &Registry, role: &str) -> Vec<String> {
    let job = job_description(registry, registry.role_by_id(role).unwrap());
    let line = |&(task, own): &(TaskRef, Option<TaskRef>)| {
        registry.task_id(task) + if own.is_some() { "~" } else { "" }
    };
    job.does_not.iter().map(line).collect()
}

#[test]
fn what_is_most_easily_taken_for_its_own_comes_first_and_nothing_else() {
    // What is alike before what is linked; a common area says little.
    let linked = "a
  {id: own, name: Write weekly newsletter texts, area: publishing}
  {id: report, name: Report, area: analytics, handoffs: [{to: b/far}, {to: b/near}]}
b
  {id: area, name: Choose pictures, area: publishing}
  {id: far, name: Plan, area: strategy}
  {id: near, name: Evaluate, area: analytics, handoffs: [{to: a/own}]}
  {id: alike, name: Send weekly newsletter texts, area: publishing}
  {id: nothing, name: Cook, area: crisis}";
    let alike = "a
  {id: own, name: Write weekly newsletter texts}
b<a
  {id: less, name: Send weekly newsletter}
  {id: more, name: Write monthly newsletter texts}
  {id: other-area, name: Write weekly newsletter posts, area: crisis}";
    // Of a role that it has nothing to do with, it does nothing anyhow.
    let strangers = "a
  {id: own, name: Write weekly newsletter texts}
b
  {id: more, name: Write monthly newsletter texts}";
    let overlapping = &strangers
        .replace("monthly newsletter texts", "monthly newsletter texts, overlaps: [a/own]");
    // Each text stands once, and none that the role has itself.
    let twice = "a
  {id: own, name: Meet the team, area: crisis}
  {id: give, name: Give, handoffs: [{to: b/get}, {to: b/get, what: More}, {to: b/shared}]}
b
  {id: get, name: Get, area: crisis, handoffs: [{to: a/own}]}
  {id: shared, name: meet the TEAM, area: crisis}
  {id: twice, name: Cook, area: crisis}
c
  {id: twice, name: Cook, area: crisis}";
    // What two roles do together is nobody else's.
    let together = "a
  {id: own, name: Own, area: crisis, handoffs: [{to: b/talk}]}
b
  {id: talk, name: Talk to a, area: crisis, coordinates_with: a}
  {id: with-c, name: Talk to c, area: crisis, coordinates_with: c}
c";
    for (roles, expected) in [
        (linked, "b/alike~ b/near b/far"),
        (alike, "b/more~ b/less~"),
        (strangers, ""),
        (overlapping, "b/more~"),
        (twice, "b/get b/twice"),
        (together, "b/with-c"),
    ] {
        assert_eq!(does_not(&written(roles, &[]), "a").join(" "), expected, "{roles}");
    }
}

#[test]
fn nobody_reads_more_than_six_nor_three_of_a_common_area() {
    for (more, expected) in [("", 3), (", handoffs: [{to: a/own}]", 6)] {
        let task = |n| format!("\n  {{id: t{n}, name: Task number {n}, area: crisis{more}}}");
        let tasks: String = (0..9).map(task).collect();
        let roles = format!("a\n  {{id: own, name: Own, area: crisis}}\nb<a{tasks}");
        let registry = written(&roles, &[]);
        assert_eq!(does_not(&registry, "a").len(), expected);
        assert_eq!(does_not(&registry, "b").len(), 1);
    }
}
