//! Which roles and tasks there are, which of them have some words, in whatever form these stand there, and the card of each,
//! with everything that it is linked to.

use super::assign::Load;
use super::links::{Exchange, area_order, exchanges, handoffs};
use super::matcher::{Matcher, Subject, languages_in};
use super::named::{self, Words};
use crate::model::{AreaIx, Cadence, Focus, Importance, Registry, RoleIx, TaskRef};

/// What has all the words explains at least this much: those in a detail or at the role count for less.
const ALL_WORDS: f64 = 0.79;
/// What is suggested for a wrong name explains at least this much of it.
const SUGGESTED: f64 = 0.6;

/// Every role with what its tasks come to, in the registry's order.
pub fn roles(registry: &Registry) -> Vec<(RoleIx, Load)> {
    let load = |role| Load::of(registry, registry.tasks_of(role));
    registry.roles().map(|role| (role, load(role))).collect()
}

/// The roles of these tasks, with how many of them each has.
pub fn roles_of(registry: &Registry, tasks: &[TaskRef]) -> Vec<(RoleIx, Load)> {
    let by_role = tasks.chunk_by(|one, other| one.role == other.role);
    let load = |tasks: &[TaskRef]| Load::of(registry, tasks.iter().copied());
    by_role.map(|tasks| (tasks[0].role, load(tasks))).collect()
}

/// Which tasks are wanted. Several values of a kind widen the choice, several kinds narrow it; an empty list wants all.
#[derive(Debug, Default, PartialEq)]
pub struct TaskFilter {
    /// Of these alone, if there is a list.
    pub among: Option<Vec<TaskRef>>,
    /// Of these roles.
    pub roles: Vec<RoleIx>,
    /// About these areas.
    pub areas: Vec<AreaIx>,
    /// Of roles with this focus.
    pub focus: Vec<Focus>,
    /// At this rhythm.
    pub cadences: Vec<Cadence>,
    /// Of this importance.
    pub importance: Vec<Importance>,
}

impl TaskFilter {
    fn wants(&self, registry: &Registry, task: TaskRef) -> bool {
        fn among<T: PartialEq>(wanted: &[T], value: Option<T>) -> bool {
            wanted.is_empty() || value.is_some_and(|value| wanted.contains(&value))
        }
        let (role, details) = (registry.role(task.role), registry.task(task));
        self.among.as_ref().is_none_or(|tasks| tasks.contains(&task))
            && among(&self.roles, Some(task.role))
            && among(&self.areas, details.area)
            && among(&self.focus, role.focus)
            && among(&self.cadences, details.cadence)
            && among(&self.importance, Some(details.importance))
    }
}

/// The tasks that are wanted, role by role and in each by area.
pub fn tasks(registry: &Registry, filter: &TaskFilter) -> Vec<TaskRef> {
    let mut tasks: Vec<TaskRef> = registry.tasks().collect();
    tasks.retain(|&task| filter.wants(registry, task));
    for of_role in tasks.chunk_by_mut(|one, other| one.role == other.role) {
        of_role.sort_by_key(|&task| area_order(registry, task));
    }
    tasks
}

/// What has all words of a text.
#[derive(Debug, Default)]
pub struct Search {
    /// The roles, the best first; before them those whose name it is, or its initials.
    pub roles: Vec<RoleIx>,
    /// The tasks, the best first.
    pub tasks: Vec<TaskRef>,
    /// Where there is neither, other words that were probably meant and find some.
    pub respelled: Option<String>,
}

impl Search {
    /// True if nothing has them.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty() && self.tasks.is_empty()
    }
}

/// Looks for the roles and tasks that have all words of a text.
pub fn search(registry: &Registry, text: &str) -> Search {
    let matcher = matcher_for(registry, text);
    let mut found = having(registry, text, &matcher);
    if found.is_empty() {
        let has_any =
            |words: &String| !having(registry, words, &matcher_for(registry, words)).is_empty();
        found.respelled = matcher.respelled(text).filter(has_any);
    }
    found
}

fn matcher_for<'r>(registry: &'r Registry, text: &str) -> Matcher<'r> {
    Matcher::new(registry, &languages_in(registry), None, text)
}

/// The roles and tasks that have all words of the text that a matcher is for.
fn having(registry: &Registry, text: &str, matcher: &Matcher) -> Search {
    let asked = Words::new(text);
    let named = named::roles(registry, &asked, matcher);
    let mut found = Search { roles: named::alone(&named, &asked, matcher).0, ..Search::default() };
    for fit in matcher.fits(text) {
        match fit.subject {
            _ if fit.explained < ALL_WORDS => {}
            Subject::Role(role) if fit.held > 0.0 && !found.roles.contains(&role) => {
                found.roles.push(role);
            }
            Subject::Role(_) => {}
            Subject::Task(task) => found.tasks.push(task),
        }
    }
    found
}

/// The role or task that somebody may have meant by a name that nothing has: the one with most of its words in its own
/// name.
pub fn suggest(registry: &Registry, name: &str) -> Option<Subject> {
    let mut fits = matcher_for(registry, name).fits(name).into_iter();
    fits.find(|fit| fit.explained >= SUGGESTED && fit.held > 0.0).map(|fit| fit.subject)
}

/// All about one role.
#[derive(Debug)]
pub struct RoleCard<'r> {
    /// The role.
    pub role: RoleIx,
    /// The roles that report to it.
    pub reports: Vec<RoleIx>,
    /// Its tasks, by area.
    pub tasks: Vec<TaskRef>,
    /// What it gives to tasks of other roles.
    pub gives: Vec<Exchange<'r>>,
    /// What it gets from them.
    pub gets: Vec<Exchange<'r>>,
}

/// All about one task.
#[derive(Debug)]
pub struct TaskCard<'r> {
    /// The task.
    pub task: TaskRef,
    /// The tasks that wait for it.
    pub before: Vec<TaskRef>,
    /// What it gives to other tasks.
    pub gives: Vec<Exchange<'r>>,
    /// What it gets from them.
    pub gets: Vec<Exchange<'r>>,
}

/// The card of a role.
pub fn show_role(registry: &Registry, role: RoleIx) -> RoleCard<'_> {
    let (gives, gets) = sides(handoffs(registry), |task| task.role == role);
    let is_below = |other: &RoleIx| registry.role(*other).reports_to == Some(role);
    RoleCard {
        role,
        reports: registry.roles().filter(is_below).collect(),
        tasks: tasks(registry, &TaskFilter { roles: vec![role], ..TaskFilter::default() }),
        gives,
        gets,
    }
}

/// The card of a task.
pub fn show_task(registry: &Registry, task: TaskRef) -> TaskCard<'_> {
    let (gives, gets) = sides(exchanges(registry), |other| other == task);
    let waits = |other: &TaskRef| registry.task(*other).after.contains(&task);
    TaskCard { task, before: registry.tasks().filter(waits).collect(), gives, gets }
}

fn sides<'r>(
    all: impl Iterator<Item = Exchange<'r>>,
    is_mine: impl Fn(TaskRef) -> bool,
) -> (Vec<Exchange<'r>>, Vec<Exchange<'r>>) {
    let mine = all.filter(|exchange| is_mine(exchange.from) || is_mine(exchange.to));
    mine.partition(|exchange| is_mine(exchange.from))
}
