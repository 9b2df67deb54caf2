//! The people of a company, and what they are meant for.

use crate::model::{Date, Holds, Hours, Person, Pin, Registry, SizeIx, Team, Vacancy};
use std::collections::{BTreeSet, HashSet};

/// The people of a company, and what is pinned to whom. If there is nobody, tasks go to positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The people, each name once.
    pub people: Vec<Person>,
    /// Those of them who are not there, by their numbers: they keep their positions, but do nothing.
    pub away: BTreeSet<usize>,
    /// The hours a week of everybody who brings none of their own; of positions, where there are no people.
    pub hours: Option<Hours>,
    /// Tasks that one person does whatever else is decided.
    pub pins: Vec<Pin>,
    /// The vacancies that are open.
    pub vacancies: Vec<Vacancy>,
    /// The day that all this is about, if it depends on the day who is there.
    pub day: Option<Date>,
    /// True if those who are there are planned afresh; else only the tasks of those who are away move.
    pub rebalance: bool,
}

/// Everybody, as if they were all there.
impl From<&Team> for Roster {
    fn from(team: &Team) -> Self {
        Self {
            people: team.people.to_vec(),
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
        let is_away = |person: &usize| !team.people[*person].is_there(day);
        roster.away = (0..team.people.len()).filter(is_away).collect();
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
        let person = |name: &str| Person { name: name.into(), ..Person::default() };
        Self { people: names.into_iter().map(person).collect(), ..Self::default() }
    }

    /// The same people with their hours. Planned afresh, whoever is away has neither a place nor hours, and nothing is pinned
    /// to them.
    pub(super) fn to_plan(&self) -> Self {
        let mut roster = self.clone();
        for (number, person) in roster.people.iter_mut().enumerate() {
            person.hours_per_week = person.hours_per_week.or(self.hours);
            if self.rebalance && self.away.contains(&number) {
                person.holds = Holds::Roles(Box::default());
                person.hours_per_week = None;
            }
        }
        roster.pins.retain(|pin| !(self.rebalance && self.away.contains(&pin.person)));
        roster
    }

    /// The same people with everybody there.
    #[must_use]
    pub fn complete(&self) -> Self {
        Self { away: BTreeSet::new(), ..self.clone() }
    }
}
