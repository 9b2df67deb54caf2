//! The reader of a report: the registry in their language, and the report's own words in theirs.

use super::page::{Cell, Column};
use super::words::{Argument, Words};
use crate::model::{
    AreaIx, Employees, Holds, Hours, Language, LanguageIx, Position, Preference, Registry, Role,
    RoleIx, SizeIx, TaskRef, Text, Vacancy, Weekday,
};
use crate::normalize::{fold, lower};
use crate::query::{Assignment, Company, Doer, Duty, Exchange, Load, Reason};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

/// A registry without a title is called after its roles, unless they are more than this.
const MOST_NAMED: usize = 3;

/// Turns what a report holds into words.
pub struct Reader<'r> {
    pub registry: &'r Registry,
    pub words: Words,
    /// Whether the registry is the catalogue.
    pub is_catalogue: bool,
    preference: Preference,
    /// Whether the same report can be had as JSON.
    has_json: bool,
    /// The ids of positions that share their name, once they have been asked for.
    namesakes: OnceCell<HashSet<String>>,
}

impl<'r> Reader<'r> {
    /// A reader of this language; without one, of the registry's default language.
    pub fn new(registry: &'r Registry, language: Option<&Language>) -> Self {
        let default = registry.languages().first();
        Self {
            registry,
            words: Words::new(language.or(default)),
            is_catalogue: false,
            preference: registry.preference(language),
            has_json: true,
            namesakes: OnceCell::new(),
        }
    }

    /// A reader whose report exists in one format only, so that JSON has nothing more.
    #[must_use]
    pub fn without_json(self) -> Self {
        Self { has_json: false, ..self }
    }

    /// The same reader before another registry, as near to their language.
    pub fn of<'o>(&self, registry: &'o Registry) -> Reader<'o> {
        Reader::new(registry, Language::parse(self.words.language()).as_ref())
    }

    pub fn word(&self, id: &str) -> String {
        self.words.word(id)
    }

    pub fn say<'a>(&self, id: &str, arguments: &[(&'a str, &dyn Argument<'a>)]) -> String {
        self.words.say(id, arguments)
    }

    pub fn count(&self, id: &str, n: usize) -> String {
        self.words.count(id, n)
    }

    pub fn column(&self, id: &str) -> Column {
        Column::new(self.word(id))
    }

    /// The first of these sentences, and how many more there are; JSON has all of them.
    pub fn few(&self, all: impl ExactSizeIterator<Item = String>, most: usize) -> Vec<String> {
        let more = all.len().checked_sub(most).filter(|more| *more > 0);
        all.take(most).chain(more.map(|more| self.more(more))).collect()
    }

    /// "… and 3 more", and where to find all of them.
    pub fn more(&self, n: usize) -> String {
        self.count(if self.has_json { "more-in-json" } else { "and-more" }, n)
    }

    /// A text of the registry in the reader's language, or the next best.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.pick(&self.preference)
    }

    /// Inside a sentence: "The goals" becomes "the goals" if it begins with a small word of ours; any other may be a name.
    pub fn inside<'t>(&self, text: &'t Text) -> Cow<'t, str> {
        let is_ours = self.language_of(text).is_none();
        let text = self.text(text);
        let end = text.find(|letter: char| !letter.is_alphabetic());
        let (first, rest) = text.split_at(end.unwrap_or(text.len()));
        let small = lower(first);
        let is_capitalised = first.chars().skip(1).eq(small.chars().skip(1));
        let small_words = self.word("job-small-words");
        if is_ours
            && is_capitalised
            && rest.starts_with([' ', '\'', '’'])
            && small_words.split(' ').any(|word| word == small)
        {
            Cow::Owned(small + rest)
        } else {
            Cow::Borrowed(text)
        }
    }

    /// The language that a text is read in, if it is not that of the report's own words or the same in all languages.
    pub fn language_of(&self, text: &Text) -> Option<&'r str> {
        let number = usize::from(text.language(&self.preference)?.0);
        let tag = self.registry.languages().get(number).map(Language::as_str);
        tag.filter(|tag| tag.split('-').next() != Some(self.words.language()))
    }

    /// How many languages of the registry the reader would rather have than this one.
    pub fn rank(&self, language: &Language) -> usize {
        let languages = self.registry.languages();
        let is_it = |number: &LanguageIx| languages.get(usize::from(number.0)) == Some(language);
        self.preference.order().iter().position(is_it).unwrap_or(languages.len())
    }

    /// Of these texts, those in the reader's language; if there are none, those in the next best language that has any.
    pub fn words_of<'t>(&self, texts: &'t [Text]) -> Vec<&'t str> {
        let languages = self.preference.order().iter();
        let known = |&language| texts.iter().filter_map(move |text| text.in_language(language));
        languages.map(known).map(Vec::from_iter).find(|known| !known.is_empty()).unwrap_or_default()
    }

    /// What the registry is called; where it does not say so, what is in it.
    pub fn title(&self) -> String {
        if let Some(title) = self.registry.title() {
            return self.text(title).to_owned();
        }
        let roles = self.registry.roles();
        let what = match roles.len() {
            0 => return self.word("report-people"),
            1..=MOST_NAMED => self.list(roles.map(|role| self.role(role))),
            many => commas([
                Some(self.count("count-roles", many)),
                Some(self.count("count-tasks", self.registry.tasks().count())),
            ]),
        };
        self.heading(&self.word("report-people"), &what)
    }

    pub fn role(&self, role: RoleIx) -> &'r str {
        self.text(&self.registry.role(role).name)
    }

    pub fn task(&self, task: TaskRef) -> &'r str {
        self.text(&self.registry.task(task).name)
    }

    /// An area's name; tasks without one stand under "Other".
    pub fn area(&self, area: Option<AreaIx>) -> String {
        match area {
            Some(area) => self.text(&self.registry.area(area).name).to_owned(),
            None => self.word("other"),
        }
    }

    /// "Answer the comments (1.5 of 4.0 h)".
    pub fn task_partly(&self, task: TaskRef, done: Hours, of: Hours) -> String {
        let partly = self.say("partly", &[("hours", &self.hours(done)), ("of", &self.hours(of))]);
        format!("{} ({partly})", self.task(task))
    }

    /// A task's name; one that nobody has all the time for is marked.
    pub fn task_of_duty(&self, duty: &Duty) -> String {
        if !duty.is_partly() {
            return self.task(duty.task).to_owned();
        }
        let done: Hours = duty.shares.iter().filter_map(|share| share.hours).sum();
        self.task_partly(duty.task, done, done + duty.missing)
    }

    /// "Answer the comments (Community manager)".
    pub fn task_of_role(&self, task: TaskRef) -> String {
        format!("{} ({})", self.task(task), self.role(task.role))
    }

    /// What is handed over; where nobody says what, the task that gives it.
    pub fn handed(&self, exchange: &Exchange<'r>) -> &'r str {
        exchange.what.map_or_else(|| self.task(exchange.from), |what| self.text(what))
    }

    /// The name of the role that a role reports to, or that there is none.
    pub fn above(&self, role: &Role) -> String {
        let above = role.reports_to.map(|above| self.role(above).to_owned());
        above.unwrap_or_else(|| self.word("nobody-above"))
    }

    /// Says that a role has no position, so that nobody does its tasks.
    pub fn undone(&self, role: RoleIx) -> String {
        let n = self.registry.role(role).tasks.len();
        self.say("raci-undone", &[("role", &self.role(role)), ("n", &n)])
    }

    pub fn position_name(&self, position: &Position) -> String {
        position.name.map_or_else(|| self.word("one-person"), |name| self.text(name).to_owned())
    }

    /// A position's name, with its id where another one of its company size has the same name: "Desk (desk-2)".
    pub fn position_label(&self, position: &Position) -> String {
        let namesakes = self.namesakes.get_or_init(|| {
            let mut namesakes = HashSet::new();
            for size in self.registry.every_size().map(Some).chain([None]) {
                let mut known: HashMap<String, &str> = HashMap::new();
                for position in self.registry.positions(size) {
                    if let Some(other) = known.insert(self.position_name(&position), position.id) {
                        namesakes.extend([other, position.id].map(str::to_owned));
                    }
                }
            }
            namesakes
        });
        let id = Some(position.id).filter(|id| namesakes.contains(*id));
        in_brackets(self.position_name(position), id)
    }

    /// "Social media lead (Social media manager and Community manager)"; a position that is one role needs no more.
    pub fn position_title(&self, position: &Position) -> String {
        in_brackets(self.position_label(position), self.position_roles(position).as_deref())
    }

    /// The roles of a position, unless its name says them or there are many.
    pub fn position_roles(&self, position: &Position) -> Option<String> {
        let roles: Vec<&str> = position.roles.iter().map(|&role| self.role(role)).collect();
        let is_said = roles == [self.position_name(position)] || !(1..=4).contains(&roles.len());
        (!is_said).then(|| self.list(roles))
    }

    /// What whoever comes will be: the position, or the roles.
    pub fn vacancy_name(&self, vacancy: &Vacancy, assignment: &Assignment) -> String {
        match &vacancy.holds {
            Holds::Anything => String::new(),
            Holds::Roles(roles) => self.list(roles.iter().map(|&role| self.role(role))),
            Holds::Position(id) => {
                let mut positions = assignment.positions.iter();
                let position = positions.find(|position| position.id == id.as_str());
                position.map_or(id.to_string(), |position| self.position_label(position))
            }
        }
    }

    /// The name of somebody who does tasks: a person, or a position where there are no people.
    pub fn doer_name(&self, assignment: &Assignment, doer: Doer) -> String {
        match doer {
            Doer::Person(person) => assignment.people[person].name.clone(),
            Doer::Position(position) => self.position_label(&assignment.positions[position]),
        }
    }

    /// The day that a company is looked at, and who is away on it; `None` where it does not depend on the day.
    pub fn day(&self, company: &Company) -> Option<String> {
        let (day, names) = (company.day?.to_string(), company.away().collect::<Vec<&str>>());
        let id = if names.is_empty() { "day-everybody" } else { "day-away" };
        Some(self.say(id, &[("day", &day), ("names", &self.list(names))]))
    }

    /// Who does a task, or why nobody does.
    pub fn outcome(&self, assignment: &Assignment, duty: &Duty) -> String {
        match duty.why {
            Ok(_) => self.list(duty.doers().map(|doer| self.doer_name(assignment, doer))),
            Err(reason) => self.reason(reason),
        }
    }

    pub fn reason(&self, reason: Reason) -> String {
        self.value("reason", reason.as_str())
    }

    /// "Ana (community manager)": a person with their positions, or a position with its roles.
    pub fn doer_title(&self, assignment: &Assignment, doer: Doer) -> String {
        match doer {
            Doer::Position(position) => self.position_title(&assignment.positions[position]),
            Doer::Person(person) => {
                let positions = self.positions_of(assignment, doer);
                let positions = Some(&*positions).filter(|positions| !positions.is_empty());
                in_brackets(assignment.people[person].name.clone(), positions)
            }
        }
    }

    pub fn positions_of(&self, assignment: &Assignment, doer: Doer) -> String {
        let positions = assignment.positions_of(doer).into_iter();
        self.list(positions.map(|number| self.position_label(&assignment.positions[number])))
    }

    pub fn size(&self, size: SizeIx) -> &'r str {
        self.text(&self.registry.size(size).name)
    }

    /// A company size's name; without a size, "Team".
    pub fn company_name(&self, size: Option<SizeIx>) -> String {
        size.map_or_else(|| self.word("assign-team"), |size| self.size(size).to_owned())
    }

    /// A company size's name with its range; without a size, "Team".
    pub fn company(&self, size: Option<SizeIx>) -> String {
        size.map_or_else(|| self.company_name(size), |size| self.size_with_range(size))
    }

    /// A company size's name with its range: "Large company (250 employees and more)".
    pub fn size_with_range(&self, size: SizeIx) -> String {
        let range = self.registry.size(size).employees.map(|range| self.employees(range));
        in_brackets(self.size(size).to_owned(), range.as_deref())
    }

    /// "2 to 249 employees", in the reader's words.
    pub fn employees(&self, range: Employees) -> String {
        match (range.min, range.max) {
            (min, Some(max)) if min == max => self.say("employees-exactly", &[("n", &max)]),
            (0, Some(max)) => self.say("employees-up-to", &[("max", &max)]),
            (min, Some(max)) => self.say("employees-between", &[("min", &min), ("max", &max)]),
            (min, None) => self.say("employees-from", &[("min", &min)]),
        }
    }

    /// A value of some kind that is a word in files, in the reader's words: "everybody with the role".
    pub fn value(&self, kind: &str, word: &str) -> String {
        self.word(&format!("{kind}-{word}"))
    }

    pub fn focus(&self, role: &Role) -> Option<String> {
        role.focus.map(|focus| self.value("focus", focus.as_str()))
    }

    pub fn cadence(&self, task: TaskRef) -> Option<String> {
        self.registry.task(task).cadence.map(|cadence| self.value("cadence", cadence.as_str()))
    }

    /// Hours with the language's decimal point.
    pub fn hours(&self, hours: Hours) -> String {
        self.words.number(&hours.to_string())
    }

    /// "on average 2.5 h a week", with the hours of each time where the task says them and they are all somebody's.
    pub fn hours_on_average(&self, task: TaskRef, hours: Hours) -> String {
        let details = self.registry.task(task);
        let each = details.hours_each_time.filter(|_| details.hours_per_week == Some(hours));
        let average = self.hours(hours);
        let Some(each) = each else { return self.say("hours-average", &[("hours", &average)]) };
        let each = self.hours(each);
        self.say("hours-each-time-average", &[("each", &each), ("hours", &average)])
    }

    /// "Monday and Thursday"; `None` where any working day will do.
    pub fn days(&self, days: &[Weekday]) -> Option<String> {
        let named = || days.iter().map(|day| self.value("day", day.as_str()));
        (!days.is_empty()).then(|| self.list(named()))
    }

    pub fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty | Cell::Bar(_) => self.word("none"),
            Cell::Text(text) => text.clone(),
            Cell::Hours(hours) => self.hours(*hours),
            Cell::Count(count) => count.to_string(),
            Cell::Part(part) => self.words.number(&format!("{part:.2}")),
        }
    }

    /// "6.5", or "at least 6.5" where tasks that have no estimate come to it.
    pub fn hours_at_least(&self, hours: Hours, without_estimate: usize) -> String {
        let hours = self.hours(hours);
        if without_estimate == 0 { hours } else { self.say("at-least", &[("hours", &hours)]) }
    }

    /// "5 tasks, at least 6.5 h a week, 2 without an estimate".
    pub fn load(&self, load: &Load, limit: Option<Hours>) -> String {
        let tasks = self.count("count-tasks", load.tasks);
        commas([Some(tasks), self.hours_of(load, limit)])
    }

    /// The same beside a rhythm, where hours could be taken for those of one occasion: "on average 6.5 h a week".
    pub fn load_on_average(&self, load: &Load) -> String {
        let hours = self.hours_at_least(load.hours_per_week, load.without_estimate);
        let hours = self.say("hours-average", &[("hours", &hours)]);
        let hours = Some(hours).filter(|_| load.hours_per_week > Hours::ZERO);
        commas([Some(self.count("count-tasks", load.tasks)), hours, self.without_estimate(load)])
    }

    /// "at least 6.5 h a week, 2 without an estimate"; `None` if there is neither.
    pub fn hours_of(&self, load: &Load, limit: Option<Hours>) -> Option<String> {
        let is_said = limit.is_some() || load.hours_per_week > Hours::ZERO;
        let hours = is_said.then(|| self.hours_with_limit(load, limit));
        Some(commas([hours, self.without_estimate(load)])).filter(|said| !said.is_empty())
    }

    fn without_estimate(&self, load: &Load) -> Option<String> {
        let n = load.without_estimate;
        (n > 0).then(|| self.count("count-without-estimate", n))
    }

    /// "6.5 of 20.0 h a week"; without a limit, "6.5 h a week".
    pub fn hours_with_limit(&self, load: &Load, limit: Option<Hours>) -> String {
        let hours = self.hours_at_least(load.hours_per_week, load.without_estimate);
        let Some(limit) = limit else { return self.say("count-hours", &[("hours", &hours)]) };
        self.say("count-hours-of", &[("hours", &hours), ("limit", &self.hours(limit))])
    }

    /// "Ana (community manager): 5 tasks".
    pub fn heading(&self, what: &str, more: &str) -> String {
        self.say("heading", &[("what", &what), ("more", &more)])
    }

    /// "a; b; c", for parts that may hold commas.
    pub fn series(&self, parts: impl IntoIterator<Item: AsRef<str>>) -> String {
        self.series_if_any(parts).unwrap_or_default()
    }

    /// The same; `None` if there are no parts.
    pub fn series_if_any(&self, parts: impl IntoIterator<Item: AsRef<str>>) -> Option<String> {
        let parts = owned(parts);
        (!parts.is_empty()).then(|| parts.join(&self.word("semicolon")))
    }

    /// "a; b; and 3 more": the first of these tasks.
    pub fn few_tasks(&self, tasks: &[TaskRef], most: usize) -> String {
        self.series(self.words.first(tasks.iter().map(|&task| self.task(task).to_owned()), most))
    }

    /// "a, b and c".
    pub fn list(&self, items: impl IntoIterator<Item: AsRef<str>>) -> String {
        let mut items = owned(items);
        match items.pop() {
            Some(last) if !items.is_empty() => {
                // Spanish says "e" before the sound of an i.
                let folded = fold(&last);
                let folded = folded.strip_prefix('h').unwrap_or(&folded);
                let is_i = folded.starts_with('i') && !folded.starts_with("ie");
                let and = self.word(if is_i { "and-before-i" } else { "and" });
                format!("{} {and} {last}", items.join(", "))
            }
            only => only.unwrap_or_default(),
        }
    }
}

/// "Desk (desk-2)", or the name alone.
pub fn in_brackets(name: String, more: Option<&str>) -> String {
    match more {
        Some(more) => format!("{name} ({more})"),
        None => name,
    }
}

fn owned(words: impl IntoIterator<Item: AsRef<str>>) -> Vec<String> {
    words.into_iter().map(|word| word.as_ref().to_owned()).collect()
}

/// Joins the parts that there are: "a, b".
pub fn commas(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
