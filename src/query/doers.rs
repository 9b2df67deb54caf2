//! Who does a task by their role or because it is pinned to them, who answers for it, and who stands in for those who are
//! away: straight from roles, positions and people. Who of several does it, and whether they have the time, only a plan
//! says.

use super::assign::{Doer, Person, Pools, Roster, fill, in_place_of, lead, stand_in};
use super::links::{answering, positions_by_role};
use crate::model::{Date, Position, Registry, RoleIx, SizeIx, TaskRef};
use std::collections::HashMap;

/// Who may do what in a company.
#[derive(Debug)]
pub struct Doers<'r> {
    registry: &'r Registry,
    /// The positions.
    pub positions: Vec<Position<'r>>,
    /// The people, under the numbers of the roster.
    pub people: Vec<Person>,
    /// The day that it is about, if it depends on the day who is there.
    pub day: Option<Date>,
    pools: Pools,
    holding: HashMap<RoleIx, Vec<usize>>,
}

/// Who has to do with a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskDoers {
    /// Everybody who does it, their lead first; a position where nobody is there.
    pub does: Vec<Doer>,
    /// Those who stand in for others who are away.
    pub stands_in: Vec<Doer>,
    /// Who answers for it: one, or each of several for what they do.
    pub answers: Vec<Doer>,
}

impl<'r> Doers<'r> {
    /// The company of these people; without a size, each role is a position.
    pub fn new(registry: &'r Registry, size: Option<SizeIx>, roster: &Roster) -> Self {
        let positions = registry.positions(size);
        let filled = fill(&positions, &roster.people);
        let pools = Pools::new(&positions, &roster.people, &filled, &roster.pins);
        let holding = positions_by_role(&positions);
        let (people, day) = (roster.people.clone(), roster.day);
        Self { registry, positions, people, day, pools, holding }
    }

    /// The names of those who are away.
    pub fn away(&self) -> impl Iterator<Item = &str> {
        self.people.iter().filter(|person| person.away).map(|person| person.name.as_str())
    }

    /// The people who hold a role, those who are away too.
    pub fn holders(&self, role: RoleIx) -> Vec<usize> {
        let people = self.pools.of_role(role).iter().copied();
        people.filter(|_| !self.people.is_empty()).collect()
    }

    /// The roles that somebody holds.
    pub fn held(&self, person: usize) -> Vec<RoleIx> {
        let holds = |role: &RoleIx| self.holders(*role).contains(&person);
        self.registry.roles().filter(holds).collect()
    }

    /// Who has to do with a task.
    pub fn of(&self, task: TaskRef) -> TaskDoers {
        let meant = self.pools.of_task(task).iter().copied();
        let (away, there): (Vec<usize>, Vec<usize>) =
            meant.partition(|&number| self.is_away(number));
        let mut does: Vec<Doer> = if self.pools.pins.contains_key(&task) {
            there.into_iter().map(|number| self.pools.doer(number)).collect()
        } else {
            self.there(task.role).collect()
        };
        let mut stands_in: Vec<Doer> = Vec::new();
        for person in away {
            let deputy = in_place_of(&self.people, person).map(Doer::Person);
            stands_in.extend(deputy.filter(|it| !does.contains(it) && !stands_in.contains(it)));
        }
        if does.is_empty() && stands_in.is_empty() {
            does.extend(self.vacant(task.role));
        }
        let lead = self.lead(task.role);
        does.sort_by_key(|&doer| Some(doer) != lead);
        let answers = self.answering(task, does.iter().chain(&stands_in));
        TaskDoers { does, stands_in, answers }
    }

    /// Who answers for a task that these do.
    fn answering<'d>(&self, task: TaskRef, doing: impl Iterator<Item = &'d Doer>) -> Vec<Doer> {
        let is_held = |role: RoleIx| self.holding.contains_key(&role);
        let Some(role) = answering(self.registry, task, is_held) else { return Vec::new() };
        if let Some(lead) = self.lead(role) {
            return vec![lead];
        }
        let holders: Vec<Doer> = self.there(role).collect();
        let stand_in = || stand_in(&self.people, &self.pools, role).map(Doer::Person);
        let first = holders.first().copied().or_else(stand_in).or_else(|| self.vacant(role));
        let mut answers: Vec<Doer> = Vec::new();
        for doer in doing {
            let by = holders.contains(doer).then_some(*doer).or(first);
            answers.extend(by.filter(|by| !answers.contains(by)));
        }
        answers
    }

    fn is_away(&self, number: usize) -> bool {
        self.people.get(number).is_some_and(|person| person.away)
    }

    /// Those who may do the tasks of a role and are there.
    fn there(&self, role: RoleIx) -> impl Iterator<Item = Doer> {
        self.pools.present_for(role).iter().map(|&number| self.pools.doer(number))
    }

    /// The first position of a role, in which nobody is there.
    fn vacant(&self, role: RoleIx) -> Option<Doer> {
        let first = self.holding.get(&role)?.first()?;
        Some(Doer::Position(*first))
    }

    fn lead(&self, role: RoleIx) -> Option<Doer> {
        lead(&self.people, &self.pools, role).map(Doer::Person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Pin;
    use crate::resolve;

    /// A boss and workers; the team is written as in `team.yaml`. Those named `away` are.
    fn check(team: &str, pins: &[usize], away: &[usize], expected: [&str; 2]) {
        let roles = "boss\n  {id: b, name: b}\nworker<boss\n  {id: w, name: w}";
        let registry = resolve::written(roles, &[("team", &format!("people: {team}\n"))]);
        let mut roster = Roster::from(registry.team().unwrap());
        for &person in away {
            roster.people[person].away = true;
        }
        let tasks: Vec<TaskRef> = registry.tasks().collect();
        roster.pins.extend(pins.iter().map(|&person| Pin { task: tasks[1], person }));
        let doers = Doers::new(&registry, None, &roster);
        let name = |doer: &Doer| match *doer {
            Doer::Person(person) => doers.people[person].name.clone(),
            Doer::Position(position) => doers.positions[position].id.to_owned(),
        };
        let names = |doers: &[Doer]| doers.iter().map(name).collect::<Vec<_>>().join(" ");
        let written = |task: TaskRef| {
            let TaskDoers { does, stands_in, answers } = doers.of(task);
            format!("{}, {}: {}", names(&does), names(&stands_in), names(&answers))
        };
        assert_eq!([written(tasks[0]), written(tasks[1])], expected, "{team}");
    }

    #[test]
    fn everybody_who_holds_the_role_is_named() {
        let team = "[{name: Ana, roles: [boss]}, {name: Bob, roles: [worker]}, {name: Eva, roles: [worker]}]";
        check(team, &[], &[], ["Ana, : Ana", "Bob Eva, : Ana"]);
        check(team, &[2], &[], ["Ana, : Ana", "Eva, : Ana"]);
        let both = "[{name: Ana, roles: [boss, worker]}, {name: Bob, roles: [boss, worker]}]";
        check(both, &[], &[], ["Ana Bob, : Ana Bob", "Ana Bob, : Ana Bob"]);
    }

    #[test]
    fn the_lead_comes_first_and_answers() {
        let team = "[{name: Ana, roles: [boss]}, {name: Bob, roles: [boss], lead: [boss], deputy: Eva}, {name: Eva, roles: [worker]}]";
        check(team, &[], &[], ["Bob Ana, : Bob", "Eva, : Bob"]);
        check(team, &[], &[1], ["Ana, Eva: Eva", "Eva, : Eva"]);
    }

    #[test]
    fn deputies_stand_in_and_vacant_positions_are_named() {
        let team = "[{name: Bob, roles: [worker], deputy: Eva}, {name: Eva, roles: [worker]}, {name: Zoe, roles: [worker], deputy: Bob}]";
        check(team, &[], &[], ["boss, : boss", "Bob Eva Zoe, : boss"]);
        check(team, &[], &[2], ["boss, : boss", "Bob Eva, : boss"]);
        check(team, &[2], &[2, 0], ["boss, : boss", ", Eva: boss"]);
        check(team, &[], &[0, 1, 2], ["boss, : boss", "worker, : boss"]);
        let team = "[{name: Ana, roles: [boss], deputy: Eva}, {name: Eva, roles: [worker]}]";
        check(team, &[], &[0], [", Eva: Eva", "Eva, : Eva"]);
    }
}
