//! Who does a task by their role or because it is pinned to them, who answers for it, and who stands in for those who are
//! away: straight from roles, positions and people. Who of several does it, and whether they have the time, only a plan
//! says.

use super::assign::{Company, Doer};
use crate::model::{RoleIx, TaskRef};

impl Company<'_> {
    /// The names of the people who hold a role, of those who are away too.
    pub fn names_of(&self, role: RoleIx) -> Vec<&str> {
        let people = self.of_role(role).iter().filter(|_| self.has_people());
        people.map(|&person| self.people[person].name.as_str()).collect()
    }

    /// The roles that a person holds.
    pub fn held(&self, person: usize) -> Vec<RoleIx> {
        self.registry.roles().filter(|&role| self.of_role(role).contains(&person)).collect()
    }

    /// Who does a task, their lead first, then those who stand in for others who are away; a position where nobody is there.
    /// And who answers for it: one, or each of several for what they do.
    pub fn doers_of(&self, task: TaskRef) -> [Vec<Doer>; 2] {
        let meant = self.of_task(task).iter().copied();
        let (away, there): (Vec<usize>, Vec<usize>) = meant.partition(|it| self.is_away(*it));
        let mut does: Vec<Doer> = if self.pins.contains_key(&task) {
            there.into_iter().map(Doer::Person).collect()
        } else {
            self.candidates(task.role).collect()
        };
        let lead = self.lead(task.role);
        does.sort_by_key(|&doer| Some(doer) != lead);
        for person in away {
            let deputy = self.in_place_of(person, None).map(Doer::Person);
            does.extend(deputy.filter(|deputy| !does.contains(deputy)));
        }
        if does.is_empty() {
            does.extend(self.vacant(task.role));
        }
        let answers = self.answers_of(task, &does);
        [does, answers]
    }

    /// Who answers for a task that these do.
    fn answers_of(&self, task: TaskRef, doing: &[Doer]) -> Vec<Doer> {
        let Some(role) = self.answering(task) else { return Vec::new() };
        if let Some(lead) = self.lead(role) {
            return vec![lead];
        }
        let mut answers: Vec<Doer> = Vec::new();
        for doer in doing {
            let is_theirs = self.candidates(role).any(|holder| holder == *doer);
            let by = is_theirs.then_some(*doer).or_else(|| self.holders(role).next());
            answers.extend(by.filter(|by| !answers.contains(by)));
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Pin;
    use crate::query::Roster;
    use crate::resolve;

    /// A boss and workers; the team is written as in `team.yaml`. Those named `away` are.
    fn check(team: &str, pins: &[usize], away: &[usize], expected: [&str; 2]) {
        let roles = "boss\n  {id: b, name: b}\nworker<boss\n  {id: w, name: w}";
        let registry = resolve::written(roles, &[("team", &format!("people: {team}\n"))]);
        let mut roster = Roster::from(registry.team().unwrap());
        roster.away.extend(away);
        let tasks: Vec<TaskRef> = registry.tasks().collect();
        roster.pins.extend(pins.iter().map(|&person| Pin { task: tasks[1], person }));
        let company = Company::new(&registry, None, roster);
        let names = |doers: &[Doer]| {
            doers.iter().map(|&doer| company.name_of(doer)).collect::<Vec<_>>().join(" ")
        };
        let written = |task: &TaskRef| {
            let [does, answers] = company.doers_of(*task);
            format!("{}: {}", names(&does), names(&answers))
        };
        assert_eq!(tasks.iter().map(written).collect::<Vec<_>>(), expected, "{team}");
    }

    #[test]
    fn everybody_who_holds_the_role_is_named() {
        let team = "[{name: Ana, roles: [boss]}, {name: Bob, roles: [worker]}, {name: Eva, roles: [worker]}]";
        check(team, &[], &[], ["Ana: Ana", "Bob Eva: Ana"]);
        check(team, &[2], &[], ["Ana: Ana", "Eva: Ana"]);
        let both = "[{name: Ana, roles: [boss, worker]}, {name: Bob, roles: [boss, worker]}]";
        check(both, &[], &[], ["Ana Bob: Ana Bob", "Ana Bob: Ana Bob"]);
    }

    #[test]
    fn the_lead_comes_first_and_answers() {
        let team = "[{name: Ana, roles: [boss]}, {name: Bob, roles: [boss], lead: [boss], deputy: Eva}, {name: Eva, roles: [worker]}]";
        check(team, &[], &[], ["Bob Ana: Bob", "Eva: Bob"]);
        check(team, &[], &[1], ["Ana Eva: Eva", "Eva: Eva"]);
    }

    #[test]
    fn deputies_stand_in_and_vacant_positions_are_named() {
        let team = "[{name: Bob, roles: [worker], deputy: Eva}, {name: Eva, roles: [worker]}, {name: Zoe, roles: [worker], deputy: Bob}]";
        check(team, &[], &[], ["boss: boss", "Bob Eva Zoe: boss"]);
        check(team, &[], &[2], ["boss: boss", "Bob Eva: boss"]);
        check(team, &[2], &[2, 0], ["boss: boss", "Eva: boss"]);
        check(team, &[], &[0, 1, 2], ["boss: boss", "worker: boss"]);
        let team = "[{name: Ana, roles: [boss], deputy: Eva}, {name: Eva, roles: [worker]}]";
        check(team, &[], &[0], ["Eva: Eva", "Eva: Eva"]);
    }
}
