//! The people, the positions that they fill, and who of them may do which task.

use super::duty::Doer;
use crate::model::{Holds, Hours, Pin, Position, RoleIx, TaskRef, Team};
use crate::query::links::positions_by_role;
use crate::query::share::Candidates;
use std::collections::HashMap;

/// The people of a company, and what is pinned to whom. If there is nobody, tasks go to positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The people, each name once.
    pub people: Vec<Person>,
    /// Tasks that one person does whatever else is decided.
    pub pins: Vec<Pin>,
}

/// Somebody who is to fill a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// What they are meant for.
    pub holds: Holds,
    /// Their hours a week, if they are known.
    pub hours: Option<Hours>,
    /// True if they are not there: they keep their positions and their number, but do nothing.
    pub away: bool,
}

impl From<&Team> for Roster {
    fn from(team: &Team) -> Self {
        let person = |person: &crate::model::Person| Person {
            name: person.name.to_string(),
            holds: person.holds.clone(),
            hours: person.hours_per_week,
            away: false,
        };
        Self { people: team.people.iter().map(person).collect(), pins: team.pins.to_vec() }
    }
}

impl Roster {
    /// People of whom only the names are known.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut roster = Self::default();
        for name in names {
            let (name, holds) = (name.to_owned(), Holds::Anything);
            roster.people.push(Person { name, holds, hours: None, away: false });
        }
        roster
    }

    /// The same people with everybody there.
    #[must_use]
    pub fn complete(&self) -> Self {
        let mut complete = self.clone();
        for person in &mut complete.people {
            person.away = false;
        }
        complete
    }
}

impl Person {
    /// The roles that they were named for.
    fn roles(&self) -> &[RoleIx] {
        match &self.holds {
            Holds::Roles(roles) => roles,
            Holds::Anything | Holds::Position(_) => &[],
        }
    }
}

/// The positions of each person. Those who were named for a role or a position choose first, then the others, each the
/// emptiest position, in order. Whoever is away keeps their position, which then lacks one person.
pub(super) fn fill(positions: &[Position], people: &[Person]) -> Vec<Vec<usize>> {
    let by_role = positions_by_role(positions);
    let all: Vec<usize> = (0..positions.len()).collect();
    let mut crowd = vec![0_usize; positions.len()];
    let mut filled: Vec<Vec<usize>> = vec![Vec::new(); people.len()];
    for named in [true, false] {
        for (person, filled) in people.iter().zip(&mut filled) {
            let choices: Vec<&[usize]> = match &person.holds {
                Holds::Roles(roles) if named => {
                    roles.iter().filter_map(|role| Some(by_role.get(role)?.as_slice())).collect()
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

/// Who may do the tasks of one role, as numbers of people or of positions, in order.
#[derive(Debug, Default)]
pub(super) struct Pool {
    /// Everybody who may.
    pub all: Vec<usize>,
    /// Those of them who were named for the role, or all of them if nobody was.
    pub named: Vec<usize>,
}

/// Who may do what: people, or positions where there are no people.
#[derive(Debug)]
pub(super) struct Pools {
    pub by_role: HashMap<RoleIx, Pool>,
    /// The person that a task is pinned to. If they are away, it goes to whoever has the role.
    pub pins: HashMap<TaskRef, usize>,
    nobody: Pool,
    everybody: Vec<usize>,
}

impl Pools {
    pub fn new(
        positions: &[Position],
        people: &[Person],
        filled: &[Vec<usize>],
        pins: &[Pin],
    ) -> Self {
        let mut in_position: Vec<Vec<usize>> = vec![Vec::new(); positions.len()];
        for (number, person) in people.iter().enumerate() {
            for &position in filled[number].iter().filter(|_| !person.away) {
                in_position[position].push(number);
            }
        }
        let pool = |(role, holding): (RoleIx, Vec<usize>)| {
            let pool = if people.is_empty() {
                Pool { all: holding.clone(), named: holding }
            } else {
                let people_there = holding.iter().flat_map(|&position| &in_position[position]);
                Pool::of_people(role, people_there.copied().collect(), people)
            };
            (role, pool)
        };
        let pins = pins.iter().filter(|pin| !people[pin.person].away);
        Self {
            by_role: positions_by_role(positions).into_iter().map(pool).collect(),
            pins: pins.map(|pin| (pin.task, pin.person)).collect(),
            nobody: Pool::default(),
            everybody: (0..people.len()).collect(),
        }
    }

    /// Whose number this is.
    pub fn doer(&self, number: usize) -> Doer {
        if self.everybody.is_empty() { Doer::Position(number) } else { Doer::Person(number) }
    }

    /// Who may do the tasks of a role that are not pinned.
    pub fn of_role(&self, role: RoleIx) -> &Pool {
        self.by_role.get(&role).unwrap_or(&self.nobody)
    }

    /// Who may do a task.
    pub fn of_task(&self, task: TaskRef) -> Candidates<'_> {
        if let Some(&person) = self.pins.get(&task) {
            let only = &self.everybody[person..=person];
            return Candidates { all: only, named: only };
        }
        let pool = self.of_role(task.role);
        Candidates { all: &pool.all, named: &pool.named }
    }
}

impl Pool {
    /// The people in the positions of a role, without those who were named for other roles only, unless there is nobody
    /// else.
    fn of_people(role: RoleIx, mut there: Vec<usize>, people: &[Person]) -> Self {
        there.sort_unstable();
        there.dedup();
        let roles = |number: usize| people[number].roles();
        let mut named = there.clone();
        named.retain(|&number| roles(number).contains(&role));
        let mut all = there.clone();
        all.retain(|&number| roles(number).is_empty() || roles(number).contains(&role));
        if all.is_empty() {
            all = there;
        }
        if named.is_empty() {
            named.clone_from(&all);
        }
        Self { all, named }
    }
}
