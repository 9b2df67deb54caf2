//! What becomes of a sheet: roles with their tasks, and the people or positions who hold them.
//!
//! Everybody has a role of their own, which is named where they answer for a task, are asked or are told; and tasks that
//! several do belong to a role that these hold together. So the matrix of the registry is that of the sheet.

use super::rows::{Entry, Member, Rows};
use super::sheet::{Account, Place, Result, Unreadable};
use super::values::Letter;
use super::vocabulary::Vocabulary;
use crate::model::{Hours, MAX_NAME, is_device};
use crate::normalize::{fold, slug, words};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The longest id that is made of a name, in letters.
const LONGEST_ID: usize = 48;

words! {
    /// What names in a sheet are.
    Who {
        People = "people",
        Roles = "roles",
    }
}

pub struct RoleDraft {
    pub id: String,
    pub name: String,
    pub tasks: Vec<TaskDraft>,
    pub holders: BTreeSet<usize>,
}

/// A task with the ids of its area and of the roles that it is linked to.
pub struct TaskDraft {
    pub id: String,
    pub entry: Entry,
    pub area: Option<String>,
    pub doers: Option<&'static str>,
    pub accountable: Option<String>,
    pub consulted: Vec<String>,
    pub informed: Vec<String>,
}

/// A person or a position.
pub struct Party {
    pub name: String,
    pub hours: Option<Hours>,
    pub roles: BTreeSet<usize>,
    pub is_vacant: bool,
    own: Option<usize>,
}

pub struct Draft {
    pub who: Who,
    pub roles: Vec<RoleDraft>,
    pub parties: Vec<Party>,
    /// Ids and names.
    pub areas: Vec<(String, String)>,
    /// Tasks as `role/task`, each with the person who does it although others have the role too.
    pub pins: Vec<(String, usize)>,
    pub accounts: Vec<Account>,
    /// The parties, roles and areas by name, whatever its case and accents.
    places: HashMap<(Kind, String), usize>,
    /// The numbers of groups with too many names for a name.
    joint: HashMap<BTreeSet<usize>, usize>,
    /// The ids so far, with the number of the next one that is like it.
    ids: HashMap<String, usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Party,
    Vacancy,
    Role,
    Area,
}

/// Makes a registry of rows. Where these name nobody, their tasks belong to a role of this name.
pub fn draft(rows: Rows, who: Option<Who>, fallback: &str, words: &Vocabulary) -> Result<Draft> {
    let mut draft = Draft {
        who: Who::People,
        roles: Vec::new(),
        parties: Vec::new(),
        areas: Vec::new(),
        pins: Vec::new(),
        accounts: rows.accounts,
        places: HashMap::new(),
        joint: HashMap::new(),
        ids: ["registry", "team"].map(|id| (id.to_owned(), 2)).into(),
    };
    for (name, is_vacant) in &rows.above {
        draft.party(name, *is_vacant);
    }
    let mut entries = merged(rows.entries);
    let names_nobody = |entry: &Entry| entry.role.is_none() && entry.parts.is_empty();
    let is_nobody = rows.above.is_empty() && entries.iter().all(names_nobody);
    for entry in &mut entries {
        if is_nobody {
            entry.role = Some(fallback.to_owned());
        }
        for part in &entry.parts {
            draft.party(&part.name, part.is_vacant);
        }
    }
    for member in &rows.members {
        let party = draft.party(&member.name, false);
        draft.parties[party].hours = member.hours;
    }
    draft.who = who.unwrap_or_else(|| draft.guessed(&entries, &rows.members, words));
    draft.named_roles(&entries, &rows.members);
    for entry in entries {
        draft.entry(entry);
    }
    for party in 0..draft.parties.len() {
        if draft.parties[party].roles.is_empty() {
            draft.own(party);
        }
    }
    if draft.roles.is_empty() {
        let hint = "--map COLUMN=FIELD says what a column is; --dry-run writes nothing";
        return Err(Unreadable::new("there is no task in it, and nobody", hint));
    }
    Ok(draft)
}

/// One task in several rows, each with somebody else who does it, is one.
fn merged(entries: Vec<Entry>) -> Vec<Entry> {
    let mut seen: HashMap<_, usize> = HashMap::new();
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        let key = (entry.id.clone(), entry.role.as_deref().map(fold), fold(&entry.task));
        let is_new = |first: &Entry| {
            entry.parts.iter().all(|part| !first.parts.iter().any(|other| part.name == other.name))
        };
        let first = seen.get(&key).copied().filter(|&first: &usize| {
            entry.role.is_some() && !entry.parts.is_empty() && is_new(&kept[first])
        });
        if let Some(first) = first {
            kept[first].accounts.extend(entry.accounts);
            kept[first].parts.extend(entry.parts);
        } else {
            seen.insert(key, kept.len());
            kept.push(entry);
        }
    }
    kept
}

impl Draft {
    /// Says what was decided about a task.
    fn reason(&mut self, entry: &Entry, became: &'static str, reason: &'static str) {
        let account = &mut self.accounts[entry.accounts[0]];
        (account.became, account.reason) = (became, Some(reason));
    }

    /// Says of somebody's part in a task why it does not count.
    fn note(&mut self, place: Place, reason: &'static str) {
        self.accounts.push(Account::new(place, "nothing", Some(reason)));
    }

    /// Somebody by name, whatever its case and accents.
    fn party(&mut self, name: &str, is_vacant: bool) -> usize {
        let next = self.parties.len();
        let kind = if is_vacant { Kind::Vacancy } else { Kind::Party };
        let place = *self.places.entry((kind, fold(name))).or_insert(next);
        if place == next {
            let (name, roles) = (name.to_owned(), BTreeSet::new());
            self.parties.push(Party { name, hours: None, roles, is_vacant, own: None });
        }
        place
    }

    fn hold(&mut self, role: usize, party: usize) {
        if self.parties[party].is_vacant {
            return;
        }
        self.roles[role].holders.insert(party);
        self.parties[party].roles.insert(role);
    }

    /// An id that is not used yet.
    fn free(&mut self, before: &str, wanted: &str) -> String {
        let first = format!("{before}{wanted}");
        let mut id = first.clone();
        while self.ids.contains_key(&id) {
            let next = self.ids.entry(first.clone()).or_insert(2);
            id = format!("{first}-{next}");
            *next += 1;
        }
        self.ids.insert(id.clone(), 2);
        id.split_off(before.len())
    }

    /// Names are roles if most of them say so, by a word of titles or in the column of roles.
    fn guessed(&self, entries: &[Entry], members: &[Member], vocabulary: &Vocabulary) -> Who {
        let roles: HashSet<String> =
            entries.iter().filter_map(|entry| entry.role.as_deref()).map(fold).collect();
        let is_title = |name: &str| {
            roles.contains(&fold(name))
                || words(name).iter().any(|word| vocabulary.is("mark", "role", word))
        };
        let there = self.parties.iter().filter(|party| !party.is_vacant);
        let titles = there.clone().filter(|party| is_title(&party.name)).count();
        let is_titles = titles * 2 > there.count() && members.is_empty();
        if is_titles { Who::Roles } else { Who::People }
    }

    /// The roles that the sheet names, with those who do tasks of them.
    fn named_roles(&mut self, entries: &[Entry], members: &[Member]) {
        for entry in entries {
            let Some(name) = &entry.role else { continue };
            let id = entry.id.as_deref().and_then(|id| id.split_once('/')).map(|(role, _)| role);
            let role = self.role(name, id);
            for part in entry.parts.iter().filter(|part| part.letter == Letter::Responsible) {
                let doer = self.party(&part.name, part.is_vacant);
                self.hold(role, doer);
            }
        }
        for member in members {
            let role = self.role(member.role.as_ref().unwrap_or(&member.name), None);
            let holder = self.party(&member.name, false);
            self.hold(role, holder);
        }
    }

    /// A role by name; made if it is not there.
    fn role(&mut self, name: &str, id: Option<&str>) -> usize {
        let next = self.roles.len();
        let place = *self.places.entry((Kind::Role, fold(name))).or_insert(next);
        if place != next {
            return place;
        }
        let id = self.free("", &wanted_id(id, name, "role"));
        let (tasks, holders) = (Vec::new(), BTreeSet::new());
        self.roles.push(RoleDraft { id, name: name.to_owned(), tasks, holders });
        next
    }

    /// The role that somebody holds alone: one of their name, one that the sheet gives only to them, or a new one.
    fn own(&mut self, party: usize) -> usize {
        if let Some(own) = self.parties[party].own {
            return own;
        }
        let somebody = &self.parties[party];
        let namesake = self.places.get(&(Kind::Role, fold(&somebody.name))).copied();
        let mut held = somebody.roles.iter().copied();
        let own = namesake.or_else(|| held.find(|&role| self.roles[role].holders.len() == 1));
        let own = own.unwrap_or_else(|| {
            let name = self.parties[party].name.clone();
            self.role(&name, None)
        });
        self.hold(own, party);
        self.parties[party].own = Some(own);
        own
    }

    /// The role that these hold together, and nobody else.
    fn joint(&mut self, doers: &BTreeSet<usize>) -> usize {
        if let Some(&only) = doers.first().filter(|_| doers.len() == 1) {
            return self.own(only);
        }
        let names: Vec<&str> = doers.iter().map(|&doer| &*self.parties[doer].name).collect();
        let mut name = names.join(" + ");
        if name.len() > MAX_NAME {
            let next = self.joint.len();
            let number = *self.joint.entry(doers.clone()).or_insert(next) + 1;
            let first: String = names[0].chars().take(MAX_NAME / 2).collect();
            name = format!("{first} + {} ({number})", names.len() - 1);
        }
        let role = self.role(&name, None);
        for &doer in doers {
            self.hold(role, doer);
        }
        role
    }

    /// Puts a task into its role, with those who answer for it, are asked and are told.
    fn entry(&mut self, entry: Entry) {
        let (mut doers, mut accountable) = (BTreeSet::new(), None);
        let (mut consulted, mut informed) = (BTreeMap::new(), BTreeMap::new());
        for part in &entry.parts {
            let who = self.party(&part.name, part.is_vacant);
            match part.letter {
                Letter::Responsible => drop(doers.insert(who)),
                Letter::Accountable if accountable.is_some_and(|first| first != who) => {
                    self.note(part.place, "second-accountable");
                }
                Letter::Accountable => accountable = Some(who),
                Letter::Consulted => drop(consulted.insert(who, part.place)),
                Letter::Informed => drop(informed.insert(who, part.place)),
            }
        }
        match (accountable, doers.is_empty(), &entry.role) {
            (Some(who), true, None) => {
                doers.insert(who);
                self.reason(&entry, "task", "no-responsible");
            }
            (None, true, None) => return self.reason(&entry, "nothing", "nobody"),
            (None, false, _) if entry.is_raci => self.reason(&entry, "task", "no-accountable"),
            _ => {}
        }
        let role = match &entry.role {
            Some(name) => self.role(name, None),
            None => self.joint(&doers),
        };
        let above = accountable.filter(|who| doers.len() != 1 || !doers.contains(who));
        let above = above.map(|who| self.own(who)).filter(|own| *own != role);
        doers.retain(|doer| !self.parties[*doer].is_vacant);
        let [consulted, informed] = [consulted, informed].map(|letters| {
            let mut roles = BTreeSet::new();
            for (party, place) in letters {
                if doers.contains(&party) || accountable == Some(party) {
                    self.note(place, "told-anyway");
                } else {
                    roles.insert(self.own(party));
                }
            }
            roles.into_iter().map(|role| self.roles[role].id.clone()).collect()
        });
        let (id, pin) = self.settle(role, &doers, &entry);
        let area = entry.area.as_deref().map(|area| self.area(area));
        let is_together = doers.len() > 1 && pin.is_none();
        let has_hours = entry.hours.is_some() || entry.each_time.is_some();
        let together = is_together.then_some(if has_hours { "shared" } else { "each" });
        let doers = entry.doers.or(together);
        self.pins.extend(pin.map(|who| (format!("{}/{id}", self.roles[role].id), who)));
        let accountable = above.map(|role| self.roles[role].id.clone());
        let task = TaskDraft { id, entry, area, doers, accountable, consulted, informed };
        self.roles[role].tasks.push(task);
    }

    /// The id of a task, and who does it where others have its role too.
    fn settle(
        &mut self,
        role: usize,
        doers: &BTreeSet<usize>,
        entry: &Entry,
    ) -> (String, Option<usize>) {
        let id = entry.id.as_deref().and_then(|id| id.split('/').next_back());
        let before = format!("{}/", self.roles[role].id);
        let id = self.free(&before, &wanted_id(id, &entry.task, "task"));
        for &account in &entry.accounts {
            self.accounts[account].id = Some(format!("{before}{id}"));
        }
        let is_some_of = !doers.is_empty() && *doers != self.roles[role].holders;
        let pin = doers.first().copied().filter(|_| is_some_of);
        if pin.is_some() && (doers.len() > 1 || self.who == Who::Roles) {
            self.reason(entry, "task", "not-all-doers");
        }
        (id, pin.filter(|_| self.who == Who::People))
    }

    fn area(&mut self, name: &str) -> String {
        let next = self.areas.len();
        let place = *self.places.entry((Kind::Area, fold(name))).or_insert(next);
        if place == next {
            let id = self.free("area/", &short_slug(name, "area"));
            self.areas.push((id, name.to_owned()));
        }
        self.areas[place].0.clone()
    }

    pub fn roles_of(&self, party: usize) -> Vec<&str> {
        self.parties[party].roles.iter().map(|&role| self.roles[role].id.as_str()).collect()
    }

    /// The id of a position: that of its own role.
    pub fn position_id(&self, party: usize) -> String {
        let own = self.parties[party].own.map(|own| self.roles[own].id.clone());
        own.unwrap_or_else(|| format!("position-{}", party + 1))
    }

    /// True if the positions of a company size of its own say who holds what.
    pub fn needs_positions(&self) -> bool {
        let is_own = |role: &RoleDraft| match role.holders.first() {
            Some(&only) if role.holders.len() == 1 => {
                fold(&self.parties[only].name) == fold(&role.name)
            }
            holder => holder.is_none(),
        };
        self.who == Who::Roles && !self.roles.iter().all(is_own)
    }
}

/// The id that is written, if it is one, else that of a name; none that is a device's.
fn wanted_id(id: Option<&str>, name: &str, what: &str) -> String {
    let id = id.filter(|id| slug(id).as_deref() == Some(id));
    let wanted = id.map_or_else(|| short_slug(name, what), str::to_owned);
    if is_device(&wanted) { format!("{what}-{wanted}") } else { wanted }
}

/// The id that the first words of a name make.
fn short_slug(name: &str, otherwise: &str) -> String {
    let mut id = String::new();
    for word in words(name).iter().filter(|word| word.is_ascii()) {
        if id.len() + word.len() >= LONGEST_ID {
            break;
        }
        id = if id.is_empty() { word.clone() } else { format!("{id}-{word}") };
    }
    if id.is_empty() { otherwise.to_owned() } else { id }
}
