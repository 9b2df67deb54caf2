//! A company: its positions, its people, and who of them may do which task, answers for it, or stands in for those who are
//! away. Who of several does it, and whether they have the time, only a plan says.

use super::duty::{Doer, Duty, Reason};
use super::roster::Roster;
use crate::model::{Date, Holds, Person, Position, Registry, RoleIx, SizeIx, TaskRef};
use crate::query::links::{down_the_lines, positions_by_role};
use std::collections::{BTreeSet, HashMap};
use std::{iter, slice};

/// Who is in a company, and who of them may do what.
#[derive(Debug)]
pub struct Company<'r> {
    pub(in crate::query) registry: &'r Registry,
    /// The positions.
    pub positions: Vec<Position<'r>>,
    /// The people of the roster, under the same numbers; empty if tasks go to positions.
    pub people: Vec<Person>,
    /// Those of them who are not there.
    away: BTreeSet<usize>,
    /// The day that it is about, if it depends on the day who is there.
    pub day: Option<Date>,
    /// The positions that each of them fills.
    pub filled: Vec<Vec<usize>>,
    /// The same the other way round.
    in_position: Vec<Vec<usize>>,
    /// The positions that hold each role.
    holding: Vec<Vec<usize>>,
    /// Who may do the tasks of each role, as if nobody were away: people, or positions where there are no people.
    pub(super) by_role: Vec<Vec<usize>>,
    /// Those who are there, of the same people or of those who take over where none of them is.
    present: Vec<Vec<usize>>,
    /// The person that a task is pinned to.
    pub(in crate::query) pins: HashMap<TaskRef, usize>,
    /// Of the reporting line of each role, its head, and the highest role that has a position.
    heads: Vec<Option<RoleIx>>,
    highest: Vec<Option<RoleIx>>,
}

impl<'r> Company<'r> {
    /// The company of these people; without a size, each role is a position.
    pub fn new(registry: &'r Registry, size: Option<SizeIx>, roster: Roster) -> Self {
        let Roster { people, away, pins, day, .. } = roster;
        let positions = registry.positions(size);
        let holding = positions_by_role(registry, &positions);
        let filled = fill(&positions, &holding, &people);
        let mut in_position = vec![Vec::new(); positions.len()];
        for (person, filled) in filled.iter().enumerate() {
            for &position in filled {
                in_position[position].push(person);
            }
        }
        let mut company = Self {
            filled,
            in_position,
            by_role: Vec::new(),
            present: Vec::new(),
            pins: pins.into_iter().map(|pin| (pin.task, pin.person)).collect(),
            heads: down_the_lines(registry, |role, above| above.or(Some(role))),
            highest: down_the_lines(registry, |role, above| {
                above.or_else(|| (!holding[role.index()].is_empty()).then_some(role))
            }),
            registry,
            positions,
            people,
            away,
            day,
            holding,
        };
        let roles = (0..company.holding.len()).map(RoleIx::at);
        company.present = roles
            .clone()
            .map(|role| company.may_do(role, |person| !company.is_away(person)))
            .collect();
        company.by_role = roles.map(|role| company.may_do(role, |_| true)).collect();
        company
    }

    /// The people who may do the tasks of a role, of those who are there: all in its positions, but for those who were named
    /// for other roles only; these take over where there is nobody else. Without people, its positions.
    pub(super) fn may_do(&self, role: RoleIx, is_there: impl Fn(usize) -> bool) -> Vec<usize> {
        let positions = self.holding(role);
        if !self.has_people() {
            return positions.to_vec();
        }
        let people = positions.iter().flat_map(|&position| &self.in_position[position]).copied();
        let mut there: Vec<usize> = people.filter(|&person| is_there(person)).collect();
        there.sort_unstable();
        there.dedup();
        let is_meant = |&person: &usize| match &self.people[person].holds {
            Holds::Roles(roles) => roles.is_empty() || roles.contains(&role),
            Holds::Anything | Holds::Position(_) => true,
        };
        let meant: Vec<usize> = there.iter().copied().filter(is_meant).collect();
        if meant.is_empty() { there } else { meant }
    }

    /// True if there are people, so that tasks go to them and not to positions.
    pub fn has_people(&self) -> bool {
        !self.people.is_empty()
    }

    /// True if a person is not there.
    pub fn is_away(&self, person: usize) -> bool {
        self.away.contains(&person)
    }

    /// Those who are not away, with their numbers.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Person)> + Clone {
        self.people.iter().enumerate().filter(|(number, _)| !self.is_away(*number))
    }

    /// The names of those who are away.
    pub fn away(&self) -> impl Iterator<Item = &str> + Clone {
        self.away.iter().map(|&person| self.people[person].name.as_str())
    }

    /// The names of those who hold a position and are away.
    pub fn away_from(&self, position: usize) -> Vec<&str> {
        let roles = &self.positions[position].roles;
        let holds = |person: &usize| self.held(*person).iter().any(|role| roles.contains(role));
        let away = self.away.iter().filter(|person| holds(person));
        away.map(|&person| self.people[person].name.as_str()).collect()
    }

    /// The people who are there, by position.
    pub fn people_by_position(&self) -> Vec<Vec<usize>> {
        let is_there = |person: &usize| !self.is_away(*person);
        let there = |people: &Vec<usize>| people.iter().copied().filter(is_there).collect();
        self.in_position.iter().map(there).collect()
    }

    /// Whose number this is.
    pub(super) fn doer(&self, number: usize) -> Doer {
        if self.has_people() { Doer::Person(number) } else { Doer::Position(number) }
    }

    /// Everybody who could do tasks: the people who are there, or the positions where there are no people.
    pub fn doers(&self) -> impl Iterator<Item = Doer> {
        let positions = if self.has_people() { 0 } else { self.positions.len() };
        let people = self.present().map(|(person, _)| Doer::Person(person));
        people.chain((0..positions).map(Doer::Position))
    }

    /// The name of a person, or the id of a position.
    pub fn name_of(&self, doer: Doer) -> &str {
        match doer {
            Doer::Person(person) => &self.people[person].name,
            Doer::Position(position) => self.positions[position].id,
        }
    }

    /// The name of a person; `None` for a position.
    pub fn person_name(&self, doer: Doer) -> Option<&str> {
        doer.person().map(|person| self.people[person].name.as_str())
    }

    /// The positions that somebody fills; a position fills itself.
    pub fn positions_of(&self, doer: Doer) -> Vec<usize> {
        match doer {
            Doer::Position(position) => vec![position],
            Doer::Person(person) => self.filled[person].clone(),
        }
    }

    pub(in crate::query) fn holding(&self, role: RoleIx) -> &[usize] {
        &self.holding[role.index()]
    }

    /// Who may do the tasks of a role that are not pinned.
    pub(in crate::query) fn of_role(&self, role: RoleIx) -> &[usize] {
        &self.by_role[role.index()]
    }

    pub(in crate::query) fn of_task(&self, task: TaskRef) -> &[usize] {
        match self.pins.get(&task) {
            Some(person) => slice::from_ref(person),
            None => self.of_role(task.role),
        }
    }

    /// Those of the people or positions of a role who are there.
    pub(super) fn present_for(&self, role: RoleIx) -> &[usize] {
        &self.present[role.index()]
    }

    /// Who may do the tasks of a role, in order; only those who are there.
    pub fn candidates(&self, role: RoleIx) -> impl ExactSizeIterator<Item = Doer> + Clone {
        self.present_for(role).iter().map(|&number| self.doer(number))
    }

    /// Who is on a task's side where something goes to another one: of a task that fell away, the one who is on both.
    pub(in crate::query) fn on_side(&self, duty: &Duty) -> Vec<Doer> {
        match duty.why {
            Err(Reason::FellAway) => {
                self.of_task(duty.task).iter().map(|&number| self.doer(number)).collect()
            }
            Ok(_) | Err(_) => duty.doers().collect(),
        }
    }

    /// Who is there in a person's place, if somebody were gone too: they themselves, else their deputy, who passes on if
    /// they are away too, until a circle closes.
    pub fn in_place_of(&self, person: usize, gone: Option<usize>) -> Option<usize> {
        let deputies = iter::successors(Some(person), |&person| self.people[person].deputy);
        let is_there = |person: &usize| !self.is_away(*person) && Some(*person) != gone;
        deputies.take(self.people.len()).find(is_there)
    }

    /// Who answers for a role in the name of its lead: the lead, or the deputy of a lead who is away. `None` if it has no
    /// lead, or one who does not hold it in this company.
    pub fn lead(&self, role: RoleIx) -> Option<Doer> {
        let lead = self.people.iter().position(|person| person.lead.contains(&role))?;
        let there = self.in_place_of(lead, None)?;
        let is_lead = self.is_away(lead) || self.present_for(role).contains(&there);
        is_lead.then_some(Doer::Person(there))
    }

    /// Who stands in for those who hold a role, where all of them are away.
    pub fn stand_in(&self, role: RoleIx) -> Option<Doer> {
        let mut holders = self.of_role(role).iter().filter(|_| self.has_people());
        holders.find_map(|&person| self.in_place_of(person, None)).map(Doer::Person)
    }

    /// The first position of a role, for which nobody is there.
    pub(in crate::query) fn vacant(&self, role: RoleIx) -> Option<Doer> {
        self.holding(role).first().map(|&position| Doer::Position(position))
    }

    /// Those who hold a role, or who stands in for them, or its first position if that is vacant.
    pub(in crate::query) fn holders(&self, role: RoleIx) -> impl Iterator<Item = Doer> {
        let there = self.candidates(role);
        let instead =
            if there.len() == 0 { self.stand_in(role).or_else(|| self.vacant(role)) } else { None };
        there.chain(instead)
    }

    /// The role that is to answer for a task: [`accountable`](crate::query::accountable()) without walking up the line.
    pub(in crate::query) fn meant_to_answer(&self, task: TaskRef) -> RoleIx {
        let named = self.registry.task(task).accountable;
        named.or(self.heads[task.role.index()]).unwrap_or(task.role)
    }

    /// The role that answers for a task: the one that is to, or, if no position holds it, the highest of the task's reporting
    /// line that one holds.
    pub(in crate::query) fn answering(&self, task: TaskRef) -> Option<RoleIx> {
        let meant = Some(self.meant_to_answer(task));
        meant.filter(|&role| !self.holding(role).is_empty()).or(self.highest[task.role.index()])
    }

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

/// The positions of each person. Those who were named for a role or a position choose first, then the others, each the
/// emptiest position, in order. Whoever is away keeps their position, which then lacks one person.
fn fill(positions: &[Position], holding: &[Vec<usize>], people: &[Person]) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..positions.len()).collect();
    let mut crowd = vec![0_usize; positions.len()];
    let mut filled: Vec<Vec<usize>> = vec![Vec::new(); people.len()];
    for named in [true, false] {
        for (person, filled) in people.iter().zip(&mut filled) {
            let choices: Vec<&[usize]> = match &person.holds {
                Holds::Roles(roles) if named => {
                    roles.iter().map(|role| &holding[role.index()][..]).collect()
                }
                Holds::Position(id) if named => {
                    let place = positions.iter().position(|position| position.id == id.as_str());
                    place.map(|place| &all[place..=place]).into_iter().collect()
                }
                Holds::Anything if !named => vec![&all],
                Holds::Roles(_) | Holds::Position(_) | Holds::Anything => continue,
            };
            for choice in choices {
                let emptiest = choice.iter().copied().min_by_key(|&position| crowd[position]);
                if let Some(position) = emptiest.filter(|position| !filled.contains(position)) {
                    crowd[position] += 1;
                    filled.push(position);
                }
            }
            filled.sort_unstable();
        }
    }
    filled
}
