//! What a role does not do, though one might think so: the tasks of other roles that are most easily taken for its own.

use super::likeness::nearest_likenesses;
use super::links::{Exchange, area_order};
use super::show::RoleCard;
use crate::model::{AreaIx, Registry, TaskRef};
use crate::normalize::fold;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

/// Nobody reads a longer list of what is not their work.
const MOST: usize = 6;
/// A common area alone says little: such tasks are there only where fewer others are.
const FEW: usize = 3;

/// A task of another role that is easily taken for one of this role.
#[derive(Debug)]
pub struct Lookalike<'r> {
    /// The other role's task.
    pub task: TaskRef,
    /// The role's own task that says nearly the same.
    pub alike: Option<TaskRef>,
    /// What the role gives to it.
    pub gives: Vec<Exchange<'r>>,
    /// What the role gets from it.
    pub gets: Vec<Exchange<'r>>,
}

impl Lookalike<'_> {
    /// Whether more than a common area binds it to the role.
    fn is_linked(&self) -> bool {
        self.alike.is_some() || !self.gives.is_empty() || !self.gets.is_empty()
    }
}

/// The tasks of other roles that are most easily confused with the role's own, each once, at most six.
///
/// First come tasks that say nearly the same as one of its own; the nearest first. Then those that give to one of its
/// tasks or get from it; first where both are about the same area. Then, where these are fewer than three, those that are
/// about an area in which the role has a task too. Otherwise they stand in the order of areas and roles.
///
/// Left out are tasks that the role shares, because the same text stands among its own, and those for which the other
/// role needs it as a partner: it has a part in both.
pub(super) fn lookalikes<'r>(registry: &'r Registry, card: &RoleCard<'r>) -> Vec<Lookalike<'r>> {
    let default = registry.preference(None);
    let text = |task: TaskRef| fold(registry.task(task).name.pick(&default));
    // What the role does itself, and then each task that is taken: the same text is said once.
    let mut said: HashSet<String> = card.tasks.iter().map(|&task| text(task)).collect();
    let mut candidates = candidates(registry, card);
    candidates.sort_by_cached_key(|candidate| rank(registry, candidate));
    let mut taken = Vec::new();
    for candidate in candidates {
        let most = if candidate.lookalike.is_linked() { MOST } else { FEW };
        if taken.len() < most && said.insert(text(candidate.lookalike.task)) {
            taken.push(candidate.lookalike);
        }
    }
    taken
}

/// A task that may be taken, and how alike it is to one of the role's own, in hundredths.
struct Candidate<'r> {
    lookalike: Lookalike<'r>,
    likeness: u8,
}

fn candidates<'r>(registry: &'r Registry, card: &RoleCard<'r>) -> Vec<Candidate<'r>> {
    let mut found: BTreeMap<TaskRef, Candidate> = BTreeMap::new();
    let is_together = |task: TaskRef| registry.task(task).coordinates_with == Some(card.role);
    let others = || {
        let others = registry.tasks().filter(|task| task.role != card.role);
        others.filter(|&task| !is_together(task))
    };
    for alike in nearest_likenesses(registry, &card.tasks, others()) {
        let [own, other] = alike.tasks;
        let candidate = candidate(&mut found, other);
        candidate.lookalike.alike = Some(own);
        candidate.likeness = hundredths(alike.similarity);
    }
    for &exchange in card.gives.iter().filter(|given| !is_together(given.to)) {
        let candidate = candidate(&mut found, exchange.to);
        candidate.lookalike.gives.push(exchange);
    }
    for &exchange in card.gets.iter().filter(|got| !is_together(got.from)) {
        let candidate = candidate(&mut found, exchange.from);
        candidate.lookalike.gets.push(exchange);
    }
    let area = |task: TaskRef| registry.task(task).area;
    let areas: HashSet<AreaIx> = card.tasks.iter().filter_map(|&task| area(task)).collect();
    for task in others().filter(|&task| area(task).is_some_and(|area| areas.contains(&area))) {
        candidate(&mut found, task);
    }
    found.into_values().collect()
}

fn candidate<'f, 'r>(
    found: &'f mut BTreeMap<TaskRef, Candidate<'r>>,
    task: TaskRef,
) -> &'f mut Candidate<'r> {
    found.entry(task).or_insert_with(|| Candidate {
        lookalike: Lookalike { task, alike: None, gives: Vec::new(), gets: Vec::new() },
        likeness: 0,
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between 0 and 1"
)]
fn hundredths(share: f64) -> u8 {
    (share * 100.0).round() as u8
}

/// Where a candidate stands: the more alike, then the linked, and of those the ones about the same area as their link.
fn rank(
    registry: &Registry,
    Candidate { lookalike, likeness }: &Candidate,
) -> (Reverse<u8>, bool, bool, (bool, Option<AreaIx>), TaskRef) {
    let area = |task: TaskRef| registry.task(task).area;
    let links = || lookalike.gives.iter().chain(&lookalike.gets);
    let is_near = |link: &Exchange| {
        let area = area(link.from).filter(|&from| area(link.to) == Some(from));
        area.is_some()
    };
    (
        Reverse(*likeness),
        links().next().is_none(),
        !links().any(is_near),
        area_order(registry, lookalike.task),
        lookalike.task,
    )
}

#[cfg(test)]
mod tests {
    use crate::model::Registry;
    use crate::query::job_description;
    use crate::resolve;
    use crate::source::{SourceFile, Sources, embedded};

    /// A registry of roles, each a name and its tasks as YAML.
    fn registry(roles: &[(&str, &[&str])]) -> Registry {
        let file = |stem: &str, text: &str| {
            SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
        };
        let mut files = vec![file("registry", "version: 1")];
        files.extend(roles.iter().map(|(stem, tasks)| {
            let text = format!("name: {stem}\ntasks: [{}]\n", tasks.join(", "));
            file(stem, &text)
        }));
        files.sort_by(|a, b| a.stem.cmp(&b.stem));
        resolve::read(&Sources::of(files)).unwrap()
    }

    /// What a role does not do, and why, in marks: `~` alike, `>` what it gives to, `<` what it gets from.
    fn does_not(registry: &Registry, role: &str) -> Vec<String> {
        let job = job_description(registry, registry.role_by_id(role).unwrap());
        let mark = |mark: &str, is_so: bool| {
            if is_so { mark.to_owned() } else { String::new() }
        };
        let line = |lookalike: &super::Lookalike| {
            let id = registry.task_id(lookalike.task);
            let alike = mark("~", lookalike.alike.is_some());
            let (gives, gets) = (lookalike.gives.len(), lookalike.gets.len());
            format!("{id}{alike}{}{}", ">".repeat(gives), "<".repeat(gets))
        };
        job.does_not.iter().map(line).collect()
    }

    #[test]
    fn alike_comes_before_linked_and_a_common_area_says_little() {
        let registry = registry(&[
            (
                "a",
                &[
                    "{id: own, name: Write weekly newsletter texts, area: publishing}",
                    "{id: report, name: Report, area: analytics, handoffs: [{to: b/far}, {to: b/near}]}",
                ],
            ),
            (
                "b",
                &[
                    "{id: area, name: Choose pictures, area: publishing}",
                    "{id: far, name: Plan, area: strategy}",
                    "{id: near, name: Evaluate, area: analytics, handoffs: [{to: a/own}]}",
                    "{id: alike, name: Send weekly newsletter texts, area: publishing}",
                    "{id: nothing, name: Cook, area: crisis}",
                ],
            ),
        ]);
        assert_eq!(does_not(&registry, "a"), ["b/alike~", "b/near><", "b/far>"]);
    }

    #[test]
    fn the_most_alike_comes_first() {
        let registry = registry(&[
            ("a", &["{id: own, name: Write weekly newsletter texts}"]),
            (
                "b",
                &[
                    "{id: less, name: Send weekly newsletter}",
                    "{id: more, name: Write monthly newsletter texts}",
                    "{id: other-area, name: Write weekly newsletter posts, area: crisis}",
                ],
            ),
        ]);
        assert_eq!(does_not(&registry, "a"), ["b/more~", "b/less~"]);
    }

    #[test]
    fn each_text_stands_once_and_none_that_the_role_has_itself() {
        let registry = registry(&[
            (
                "a",
                &[
                    "{id: own, name: Meet the team, area: crisis}",
                    "{id: give, name: Give, handoffs: [{to: b/get}, {to: b/get, what: More}, {to: b/shared}]}",
                ],
            ),
            (
                "b",
                &[
                    "{id: get, name: Get, area: crisis, handoffs: [{to: a/own}]}",
                    "{id: shared, name: meet the TEAM, area: crisis}",
                    "{id: twice, name: Cook, area: crisis}",
                ],
            ),
            ("c", &["{id: twice, name: Cook, area: crisis}"]),
        ]);
        assert_eq!(does_not(&registry, "a"), ["b/get>><", "b/twice"]);
    }

    #[test]
    fn what_two_roles_do_together_is_nobody_elses() {
        let registry = registry(&[
            ("a", &["{id: own, name: Own, area: crisis, handoffs: [{to: b/talk}]}"]),
            (
                "b",
                &[
                    "{id: talk, name: Talk to a, area: crisis, coordinates_with: a}",
                    "{id: with-c, name: Talk to c, area: crisis, coordinates_with: c}",
                ],
            ),
            ("c", &[]),
        ]);
        assert_eq!(does_not(&registry, "a"), ["b/with-c"]);
    }

    #[test]
    fn nobody_reads_more_than_six_nor_three_of_a_common_area() {
        let tasks = |more: &str| -> Vec<String> {
            let task = |n| format!("{{id: t{n}, name: Task number {n}, area: crisis{more}}}");
            (0..9).map(task).collect()
        };
        for (more, expected) in [("", 3), (", handoffs: [{to: a/own}]", 6)] {
            let tasks = tasks(more);
            let tasks: Vec<&str> = tasks.iter().map(String::as_str).collect();
            let registry =
                registry(&[("a", &["{id: own, name: Own, area: crisis}"]), ("b", &tasks)]);
            assert_eq!(does_not(&registry, "a").len(), expected);
            assert_eq!(does_not(&registry, "b").len(), 1);
        }
    }

    #[test]
    fn the_shipped_roles_are_told_apart_where_they_meet() {
        let registry = resolve::read(&embedded()).unwrap();
        assert_eq!(
            does_not(&registry, "community-manager"),
            [
                "social-media-manager/metrics-analysis>",
                "social-media-manager/social-media-plan<",
                "social-media-manager/strategy<",
                "social-media-manager/goals<",
                "social-media-manager/test-and-adjust>",
                "social-media-manager/crisis-plan<",
            ]
        );
        assert_eq!(
            does_not(&registry, "social-media-manager"),
            [
                "community-manager/activity-report<",
                "community-manager/publication-calendar>",
                "community-manager/comment-replies><",
            ]
        );
    }
}
