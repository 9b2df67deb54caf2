//! The people, the positions that they fill, and who of them may do which task.

use super::duty::Doer;
use crate::model::{
    Date, Holds, Hours, Pin, Position, Registry, RoleIx, SizeIx, TaskRef, Team, Vacancy,
};
use crate::query::links::positions_by_role;
use std::collections::{HashMap, HashSet};

/// The people of a company, and what is pinned to whom. If there is nobody, tasks go to positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The people, each name once.
    pub people: Vec<Person>,
    /// Tasks that one person does whatever else is decided.
    pub pins: Vec<Pin>,
    /// The vacancies that are open.
    pub vacancies: Vec<Vacancy>,
    /// The day that all this is about, if it depends on the day who is there.
    pub day: Option<Date>,
    /// True if those who are there are planned afresh; else only the tasks of those who are away move.
    pub rebalance: bool,
}

/// Somebody who is to fill a position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// What they are meant for.
    pub holds: Holds,
    /// Their hours a week, if they are known.
    pub hours: Option<Hours>,
    /// True if they belong to another company or to none.
    pub external: bool,
    /// The roles for which they answer where several hold them.
    pub lead: Box<[RoleIx]>,
    /// True if they are not there: they keep their positions and their number, but do nothing.
    pub away: bool,
    /// Who stands in for them, as a number among the people.
    pub deputy: Option<usize>,
}

/// Everybody, as if they were all there.
impl From<&Team> for Roster {
    fn from(team: &Team) -> Self {
        let person = |person: &crate::model::Person| Person {
            name: person.name.to_string(),
            holds: person.holds.clone(),
            hours: person.hours_per_week,
            external: person.external,
            lead: person.lead.clone(),
            away: false,
            deputy: person.deputy,
        };
        Self {
            people: team.people.iter().map(person).collect(),
            pins: team.pins.to_vec(),
            vacancies: team.vacancies.to_vec(),
            ..Self::default()
        }
    }
}

impl Roster {
    /// A team on some day: whoever has not come yet, has left or is on leave is away.
    pub fn on(day: Date, team: &Team) -> Self {
        let mut roster = Self::from(team);
        for (person, known) in roster.people.iter_mut().zip(&team.people) {
            person.away = !known.is_there(day);
        }
        roster.vacancies.retain(|vacancy| vacancy.from.is_none_or(|from| from <= day));
        roster.day = team.has_dates().then_some(day);
        roster
    }

    /// The only company size that has the positions of everybody who names one; none if nobody does.
    pub fn size(&self, registry: &Registry) -> Option<SizeIx> {
        let mut named = HashSet::new();
        for person in &self.people {
            if let Holds::Position(id) = &person.holds {
                named.insert(id.as_str());
            }
        }
        if named.is_empty() {
            return None;
        }
        let mut fitting = registry.every_size().filter(|&size| {
            let positions = registry.positions(Some(size));
            named.is_subset(&positions.iter().map(|position| position.id).collect())
        });
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// People of whom only the names are known.
    pub fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut roster = Self::default();
        for name in names {
            roster.people.push(Person { name: name.to_owned(), ..Person::default() });
        }
        roster
    }

    /// The people with their hours, else `hours`, and the pins that count. Planned afresh, whoever is away has neither a
    /// place nor hours, and nothing is pinned to them.
    pub(super) fn to_plan(&self, hours: Option<Hours>) -> (Vec<Person>, Vec<Pin>) {
        let mut people = self.people.clone();
        for person in &mut people {
            person.hours = person.hours.or(hours);
            if self.rebalance && person.away {
                person.holds = Holds::Roles(Box::default());
                person.hours = None;
            }
        }
        let mut pins = self.pins.clone();
        pins.retain(|pin| !(self.rebalance && people[pin.person].away));
        (people, pins)
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

/// Who is there in a person's place: they themselves, else their deputy, who passes on if they are away too, until a circle
/// closes.
pub(in crate::query) fn in_place_of(people: &[Person], person: usize) -> Option<usize> {
    let mut next = Some(person);
    for _ in people {
        match next {
            Some(person) if people[person].away => next = people[person].deputy,
            _ => break,
        }
    }
    next.filter(|&person| !people[person].away)
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
pub(in crate::query) fn fill(positions: &[Position], people: &[Person]) -> Vec<Vec<usize>> {
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

/// Who may do what: people, or positions where there are no people, as numbers in order.
#[derive(Debug)]
pub(in crate::query) struct Pools {
    /// Who may do the tasks of each role, as if nobody were away.
    pub by_role: HashMap<RoleIx, Vec<usize>>,
    /// Those who are there, of the same people or of those who take over where none of them is.
    pub present: HashMap<RoleIx, Vec<usize>>,
    /// Those who are there, in the positions of each role.
    in_positions: HashMap<RoleIx, Vec<usize>>,
    /// The person that a task is pinned to.
    pub pins: HashMap<TaskRef, usize>,
    everybody: Vec<usize>,
}

impl Pools {
    pub fn new(
        positions: &[Position],
        people: &[Person],
        filled: &[Vec<usize>],
        pins: &[Pin],
    ) -> Self {
        let mut pools = Self {
            by_role: positions_by_role(positions),
            present: HashMap::new(),
            in_positions: HashMap::new(),
            pins: pins.iter().map(|pin| (pin.task, pin.person)).collect(),
            everybody: (0..people.len()).collect(),
        };
        if people.is_empty() {
            pools.present.clone_from(&pools.by_role);
            return pools;
        }
        let mut in_position: Vec<Vec<usize>> = vec![Vec::new(); positions.len()];
        for (number, filled) in filled.iter().enumerate() {
            for &position in filled {
                in_position[position].push(number);
            }
        }
        for (&role, pool) in &mut pools.by_role {
            let mut all: Vec<usize> =
                pool.iter().flat_map(|&position| &in_position[position]).copied().collect();
            all.sort_unstable();
            all.dedup();
            let present: Vec<usize> =
                all.iter().copied().filter(|&person| !people[person].away).collect();
            pools.present.insert(role, meant_for(role, present.clone(), people));
            pools.in_positions.insert(role, present);
            *pool = meant_for(role, all, people);
        }
        pools
    }

    /// Whose number this is.
    pub fn doer(&self, number: usize) -> Doer {
        if self.everybody.is_empty() { Doer::Position(number) } else { Doer::Person(number) }
    }

    /// Who may do the tasks of a role that are not pinned.
    pub fn of_role(&self, role: RoleIx) -> &[usize] {
        self.by_role.get(&role).map(Vec::as_slice).unwrap_or_default()
    }

    /// Those who are there.
    pub fn present_for(&self, role: RoleIx) -> &[usize] {
        self.present.get(&role).map(Vec::as_slice).unwrap_or_default()
    }

    /// The same if one of them were not there either.
    pub fn present_without(&self, person: usize, role: RoleIx, people: &[Person]) -> Vec<usize> {
        let mut there = self.in_positions.get(&role).cloned().unwrap_or_default();
        there.retain(|&other| other != person);
        meant_for(role, there, people)
    }

    /// Who may do a task.
    pub fn of_task(&self, task: TaskRef) -> &[usize] {
        match self.pins.get(&task) {
            Some(&person) => &self.everybody[person..=person],
            None => self.of_role(task.role),
        }
    }
}

/// Who answers for a role in the name of its lead: the lead, or the deputy of a lead who is away. `None` if it has no lead, or
/// one who does not hold it in this company.
pub(in crate::query) fn lead(people: &[Person], pools: &Pools, role: RoleIx) -> Option<usize> {
    let lead = people.iter().position(|person| person.lead.contains(&role))?;
    let there = in_place_of(people, lead)?;
    (people[lead].away || pools.present_for(role).contains(&there)).then_some(there)
}

/// Who stands in for those who hold a role, where all of them are away.
pub(in crate::query) fn stand_in(people: &[Person], pools: &Pools, role: RoleIx) -> Option<usize> {
    let mut holders = pools.of_role(role).iter().filter(|_| !people.is_empty());
    holders.find_map(|&person| in_place_of(people, person))
}

/// The people in the positions of a role, but for those who were named for other roles only; these take over where there
/// is nobody else.
fn meant_for(role: RoleIx, there: Vec<usize>, people: &[Person]) -> Vec<usize> {
    let is_meant = |&number: &usize| {
        let roles = people[number].roles();
        roles.is_empty() || roles.contains(&role)
    };
    let meant: Vec<usize> = there.iter().copied().filter(is_meant).collect();
    if meant.is_empty() { there } else { meant }
}
