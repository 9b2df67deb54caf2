//! The registry as a whole: its parts, found by number or by id.

use super::company::{ONE_PERSON, Position, Size, Staffing, Team};
use super::id::{AreaIx, RoleIx, SizeIx, SourceIx, TaskRef};
use super::language::{Language, LanguageIx, Preference, Text};
use super::list::List;
use super::role::{Area, Role, Source, Task, Weekday};
use std::collections::BTreeSet;
use std::slice;

/// The `version` of registries: that of their form, of which there is one so far.
pub const FORM_VERSION: &str = "1";

/// What a registry is made of, which its functions describe; every number in it must be right, and the roles are sorted by
/// id.
#[derive(Debug)]
pub(crate) struct Parts {
    pub title: Option<Text>,
    pub languages: Vec<Language>,
    pub areas: Vec<Area>,
    pub sizes: Vec<Size>,
    pub sources: Vec<Source>,
    pub roles: Vec<Role>,
    pub workdays: Vec<Weekday>,
    pub allow: Vec<String>,
    pub own: Own,
    pub words_of_every_task: List<Text>,
    pub team: Option<Team>,
}

/// Which lists a registry brings itself; the others are the shipped ones, and nothing is said about those.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// How many languages it lists; 0 where it lists none.
    pub languages: usize,
    /// Whether the areas are its own.
    pub areas: bool,
    /// Whether the company sizes are its own.
    pub sizes: bool,
    /// Whether the sources are its own.
    pub sources: bool,
}

/// Roles, tasks, areas, company sizes and sources, all of them checked.
#[derive(Debug)]
pub struct Registry {
    parts: Parts,
    order: Vec<RoleIx>,
    /// The number of the first task of each role.
    first_tasks: Vec<usize>,
}

impl Registry {
    /// A registry of parts whose links are right. Only the resolving room makes one.
    pub(crate) fn new(parts: Parts) -> Self {
        let above = parts.roles.iter().map(|role| role.reports_to.map(RoleIx::index));
        let order = depth_first(&above.collect::<Vec<_>>()).into_iter();
        let order: Vec<RoleIx> = order.map(|(role, _)| RoleIx::at(role)).collect();
        let mut first_tasks = vec![0; order.len()];
        let mut next = 0;
        for role in &order {
            first_tasks[role.index()] = next;
            next += parts.roles[role.index()].tasks.len();
        }
        Self { parts, order, first_tasks }
    }

    /// What the registry is called, where it says so.
    pub fn title(&self) -> Option<&Text> {
        self.parts.title.as_ref()
    }

    /// The languages, the default one first.
    pub fn languages(&self) -> &[Language] {
        &self.parts.languages
    }

    /// The areas in the order of reports.
    pub fn areas(&self) -> &[Area] {
        &self.parts.areas
    }

    /// The company sizes in the order of the file.
    pub fn sizes(&self) -> &[Size] {
        &self.parts.sizes
    }

    /// The numbers of the company sizes, in the same order.
    pub fn every_size(&self) -> impl ExactSizeIterator<Item = SizeIx> + use<> {
        (0..self.sizes().len()).map(SizeIx::at)
    }

    /// The sources, by id.
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// The days of the week on which people work, in their order.
    pub fn workdays(&self) -> &[Weekday] {
        &self.parts.workdays
    }

    /// The codes of warnings that are meant.
    pub fn allowed(&self) -> &[String] {
        &self.parts.allow
    }

    /// Which lists are the registry's own.
    pub fn own(&self) -> Own {
        self.parts.own
    }

    /// Words that fit every task of this registry alike, and so tell none from another.
    pub fn words_of_every_task(&self) -> &[Text] {
        &self.parts.words_of_every_task
    }

    /// The people and their pins, where there is a file of them.
    pub fn team(&self) -> Option<&Team> {
        self.parts.team.as_ref()
    }

    /// The roles as reports show them: each before those that report to it, otherwise by id.
    pub fn roles(&self) -> impl ExactSizeIterator<Item = RoleIx> + Clone {
        self.order.iter().copied()
    }

    /// Every task: role by role as [`Self::roles`], in the order of the files.
    pub fn tasks(&self) -> impl Iterator<Item = TaskRef> {
        self.roles().flat_map(|role| self.tasks_of(role))
    }

    /// The number of a task in the order of [`Self::tasks`].
    pub fn task_number(&self, task: TaskRef) -> usize {
        self.first_tasks[task.role.index()] + task.task as usize
    }

    /// The tasks of one role.
    pub fn tasks_of(&self, role: RoleIx) -> impl Iterator<Item = TaskRef> + use<> {
        let count = self.role(role).tasks.len();
        (0..count).map(move |task| TaskRef::at(role, task))
    }

    /// A role.
    pub fn role(&self, role: RoleIx) -> &Role {
        &self.parts.roles[role.index()]
    }

    /// A task.
    pub fn task(&self, task: TaskRef) -> &Task {
        &self.role(task.role).tasks[task.task as usize]
    }

    /// An area.
    pub fn area(&self, area: AreaIx) -> &Area {
        &self.parts.areas[area.index()]
    }

    /// A source.
    pub fn source(&self, source: SourceIx) -> &Source {
        &self.parts.sources[source.index()]
    }

    /// A company size.
    pub fn size(&self, size: SizeIx) -> &Size {
        &self.parts.sizes[size.index()]
    }

    /// The positions of a company of this size, in their order; without a size, each role is a position.
    pub fn positions(&self, size: Option<SizeIx>) -> Vec<Position<'_>> {
        match size.map_or(&Staffing::OnePerRole, |size| &self.size(size).staffing) {
            Staffing::OnePerson(name) => {
                vec![Position { id: ONE_PERSON, name: name.as_ref(), roles: &self.order }]
            }
            Staffing::OnePerRole => self
                .order
                .iter()
                .map(|role| Position {
                    id: self.role(*role).id.as_str(),
                    name: Some(&self.role(*role).name),
                    roles: slice::from_ref(role),
                })
                .collect(),
            Staffing::Custom(positions) => positions.iter().map(Position::from).collect(),
        }
    }

    /// The sources that a role, a task or a company size cites.
    pub fn cited(&self) -> BTreeSet<SourceIx> {
        let of_roles = self.parts.roles.iter().flat_map(|role| {
            let of_tasks = role.tasks.iter().flat_map(|task| task.sources.iter());
            role.sources.iter().chain(of_tasks)
        });
        let of_sizes = self.sizes().iter().flat_map(|size| size.sources.iter());
        of_roles.chain(of_sizes).copied().collect()
    }

    /// A task's full id: `role/task`.
    pub fn task_id(&self, task: TaskRef) -> String {
        format!("{}/{}", self.role(task.role).id, self.task(task).id)
    }

    /// The role with this id.
    pub fn role_by_id(&self, id: &str) -> Option<RoleIx> {
        let found = self.parts.roles.binary_search_by(|role| role.id.as_str().cmp(id));
        found.ok().map(RoleIx::at)
    }

    /// The task with this id in a role.
    pub fn task_by_id(&self, role: RoleIx, id: &str) -> Option<TaskRef> {
        self.tasks_of(role).find(|&task| self.task(task).id.as_str() == id)
    }

    /// The area with this id.
    pub fn area_by_id(&self, id: &str) -> Option<AreaIx> {
        self.areas().iter().position(|area| area.id.as_str() == id).map(AreaIx::at)
    }

    /// The company size with this id.
    pub fn size_by_id(&self, id: &str) -> Option<SizeIx> {
        self.sizes().iter().position(|size| size.id.as_str() == id).map(SizeIx::at)
    }

    /// The company size of a company with this many employees.
    ///
    /// Headcount is a proxy: the European classes behind the shipped sizes (Recommendation 2003/361/EC) also look at
    /// turnover and balance sheet.
    pub fn size_for(&self, employees: u32) -> Option<SizeIx> {
        let mut sizes = self.sizes().iter();
        let fits =
            sizes.position(|size| size.employees.is_some_and(|range| range.contains(employees)));
        fits.map(SizeIx::at)
    }

    /// The order of languages for a reader of `wanted`.
    pub fn preference(&self, wanted: Option<&Language>) -> Preference {
        Preference::new(self.languages(), wanted)
    }

    /// The number of a language; that of the same language in another region will do.
    pub fn language_like(&self, wanted: &Language) -> Option<LanguageIx> {
        let languages = self.languages();
        let same = languages.iter().position(|language| language == wanted);
        let near = || languages.iter().position(|other| other.primary() == wanted.primary());
        same.or_else(near).and_then(|place| u16::try_from(place).ok()).map(LanguageIx)
    }
}

/// What stands below what, depth first, with how much is above each: `above` says for each what is next above it. Without
/// recursion: a line may be as long as the registry.
pub fn depth_first(above: &[Option<usize>]) -> Vec<(usize, usize)> {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); above.len()];
    let mut waiting = Vec::new();
    for (number, above) in above.iter().enumerate().rev() {
        match above {
            Some(above) => below[*above].push(number),
            None => waiting.push((number, 0)),
        }
    }
    let mut order = Vec::with_capacity(above.len());
    while let Some((number, depth)) = waiting.pop() {
        order.push((number, depth));
        waiting.extend(below[number].iter().map(|&below| (below, depth + 1)));
    }
    order
}
