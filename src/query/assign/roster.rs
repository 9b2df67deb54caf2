//! The people of a company, and what they are meant for.

use crate::model::{Date, Holds, Hours, Pin, Registry, RoleIx, SizeIx, Team, Vacancy};
use std::collections::HashSet;

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
        let person = |name: &str| Person { name: name.to_owned(), ..Person::default() };
        Self { people: names.into_iter().map(person).collect(), ..Self::default() }
    }

    /// The same people with their hours, else `hours`. Planned afresh, whoever is away has neither a place nor hours, and
    /// nothing is pinned to them.
    pub(super) fn to_plan(&self, hours: Option<Hours>) -> Self {
        let mut roster = self.clone();
        for person in &mut roster.people {
            person.hours = person.hours.or(hours);
            if self.rebalance && person.away {
                person.holds = Holds::Roles(Box::default());
                person.hours = None;
            }
        }
        roster.pins.retain(|pin| !(self.rebalance && self.people[pin.person].away));
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
