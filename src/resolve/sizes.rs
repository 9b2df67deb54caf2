//! Company sizes: their ranges, their staffing, and the roles that their positions hold.

use super::declared::Declared;
use super::links::{Index, all, each_once};
use super::merge::blame;
use super::values::Values;
use crate::model::{
    Employees, List, ONE_PERSON, OwnPosition, PositionId, Size, SizeId, SourceIx, Staffing, Text,
};
use crate::problem::{Code, Problem, Problems, shortened};
use crate::raw::{RawSize, Word};
use crate::source::Span;
use std::collections::HashMap;

/// A size whose positions still name roles by id. What is wrong or missing is `None`.
pub struct SizeDraft {
    id: Option<SizeId>,
    place: Span,
    name: Option<Text>,
    employees: Option<Employees>,
    staffing: Option<Kind>,
    holder: Option<Text>,
    positions: Vec<PositionDraft>,
    sources: List<SourceIx>,
}

struct PositionDraft {
    id: Option<PositionId>,
    name: Option<Text>,
    roles: Vec<Word<'static>>,
}

words! {
    /// A [`Staffing`] without its parts.
    Kind {
        OnePerson = "one-person",
        OnePerRole = "one-per-role",
        Custom = "custom",
    }
}

/// Checks the values of all sizes and that their ranges do not overlap.
pub fn draft(raws: &[RawSize], declared: &Declared, values: &mut Values) -> Vec<SizeDraft> {
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut drafts = Vec::with_capacity(raws.len());
    for raw in raws {
        let draft = draft_one(raw, declared, values);
        if let Some(id) = &draft.id {
            let what = || format!("company size '{id}'");
            values.is_first(&mut seen, id.to_string(), draft.place, what);
        }
        drafts.push(draft);
    }
    check_overlaps(&drafts, values);
    drafts
}

fn draft_one(raw: &RawSize, declared: &Declared, values: &mut Values) -> SizeDraft {
    let draft = SizeDraft {
        id: values.id(raw.id.as_ref(), SizeId::parse),
        place: raw.place,
        name: values.text(raw.name.as_ref()),
        employees: raw.employees.as_ref().and_then(|bounds| employees(bounds, values)),
        holder: raw.holder.as_ref().and_then(|holder| values.text(holder.value.as_ref())),
        sources: declared.cited(&raw.sources, values),
        positions: positions(raw, values),
        staffing: values.one_of(raw.staffing.as_ref(), "staffing", Kind::WORDS, Kind::parse),
    };
    if let Some(staffing) = draft.staffing {
        check_parts(raw, staffing, values);
    }
    draft
}

/// Positions and holder belong to one staffing each.
fn check_parts(raw: &RawSize, staffing: Kind, values: &mut Values) {
    let is_custom = staffing == Kind::Custom;
    if is_custom && raw.positions.place.is_none() {
        let message = "a size with custom staffing has no 'positions'";
        let example = "add `positions: [{id: lead, name: Lead, roles: [designer]}]`";
        values.problems.report(Code::MissingKey, raw.place, message, example);
    }
    if let (Some(place), false) = (raw.positions.place, is_custom) {
        let message = "only a size with custom staffing has positions of its own";
        let fix = "write `staffing: custom`, or remove the positions";
        values.problems.report(Code::InvalidValue, place, message, fix);
    }
    if let (Some(holder), false) = (&raw.holder, staffing == Kind::OnePerson) {
        let message = "only a size with one person has a holder";
        let fix = "write `staffing: one-person`, or remove the holder";
        values.problems.report(Code::InvalidValue, holder.span, message, fix);
    }
}

fn employees([min, max]: &[Option<Word>; 2], values: &mut Values) -> Option<Employees> {
    let mut bound = |word: &Word| {
        let plain = word.value.bytes().all(|byte| byte.is_ascii_digit())
            && (word.value.len() == 1 || !word.value.starts_with('0'));
        let number = word.value.parse::<u32>().ok().filter(|_| plain);
        if number.is_none() {
            let message = format!("'{}' is no number of employees", shortened(&word.value));
            let fix = "write a whole number such as 249";
            values.problems.report(Code::InvalidValue, word.span, message, fix);
        }
        number
    };
    let from = min.as_ref().map_or(Some(0), &mut bound);
    let end = max.as_ref().map(&mut bound);
    let (min, end) = (from?, end.map_or(Some(None), |end| end.map(Some))?);
    if let (Some(end), Some(word)) = (end.filter(|&end| end < min), max) {
        let message = format!("the size ends at {end} employees before it begins at {min}");
        values.problems.report(Code::InvalidValue, word.span, message, "exchange `min` and `max`");
        return None;
    }
    Some(Employees { min, max: end })
}

fn positions(raw: &RawSize, values: &mut Values) -> Vec<PositionDraft> {
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut drafts = Vec::new();
    for raw in &raw.positions.items {
        let id = values.id(raw.id.as_ref(), PositionId::parse);
        let name = values.text(raw.name.as_ref());
        if let (Some(id), Some(word)) = (&id, &raw.id) {
            let what = || format!("position '{id}'");
            values.is_first(&mut seen, id.to_string(), word.span, what);
        }
        let owned = |word: &Word| Word { span: word.span, value: word.value.to_string().into() };
        drafts.push(PositionDraft { id, name, roles: raw.roles.iter().map(owned).collect() });
    }
    drafts
}

fn check_overlaps(drafts: &[SizeDraft], values: &mut Values) {
    let mut ranges: Vec<(&SizeId, Span, Employees)> = drafts
        .iter()
        .filter_map(|draft| Some((draft.id.as_ref()?, draft.place, draft.employees?)))
        .collect();
    ranges.sort_by_key(|(_, place, range)| (range.min, *place));
    let mut reach: Option<(&SizeId, Span, Employees)> = None;
    for (id, place, range) in ranges {
        if let Some((before, other, below)) = reach
            && below.max.is_none_or(|max| range.min <= max)
        {
            let message = format!("the sizes '{before}' and '{id}' overlap from {} on", range.min);
            let problem = Problem::new(Code::OverlappingSizes, place, message);
            let fix = match range.min.checked_sub(1) {
                Some(end) if below.min <= end => format!("let '{before}' end at {end}"),
                _ => "let each number of employees belong to one size".to_owned(),
            };
            let problem = problem.fix(fix).related(other, "the other size is here");
            values.problems.push(blame(other, problem, place));
        }
        let is_farther = |max: u32| range.max.is_none_or(|end| end > max);
        if reach.is_none_or(|(.., before)| before.max.is_some_and(is_farther)) {
            reach = Some((id, place, range));
        }
    }
}

/// The positions of all sizes together.
#[derive(Default)]
pub struct Positions {
    /// Whether these are all; if not, nothing is said about one that is missing.
    pub known: bool,
    /// Each id with its place in the order of the sizes, and the roles that it has where sizes list it themselves.
    ids: HashMap<String, (usize, Vec<String>)>,
}

impl Positions {
    /// The positions of these sizes; `known` says whether there are no others.
    pub fn new(drafts: &[SizeDraft], known: bool, index: &Index) -> Self {
        let mut positions = Self { known, ..Self::default() };
        let mut has_roles = false;
        for draft in drafts {
            match draft.staffing {
                Some(Kind::OnePerson) => positions.add(ONE_PERSON, &[]),
                Some(Kind::OnePerRole) if has_roles => {}
                Some(Kind::OnePerRole) => {
                    index.role_ids().iter().for_each(|id| positions.add(id, &[]));
                    has_roles = true;
                }
                Some(Kind::Custom) | None => {
                    for position in &draft.positions {
                        let Some(id) = position.id.as_ref().map(PositionId::as_str) else {
                            positions.known = false;
                            continue;
                        };
                        positions.add(id, &position.roles);
                    }
                    positions.known &= draft.staffing.is_some();
                }
            }
        }
        positions
    }

    fn add(&mut self, id: &str, roles: &[Word]) {
        let next = self.ids.len();
        let (_, own) = self.ids.entry(id.to_owned()).or_insert((next, Vec::new()));
        own.extend(roles.iter().map(|role| role.value.to_string()));
    }

    /// Whether some size has a position with this id.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// Whether a position with this id holds a role in some size: one of its own, its namesake, or any for one person.
    pub fn hold(&self, id: &str, role: &str) -> bool {
        let has = |(_, roles): &(usize, Vec<String>)| roles.iter().any(|own| own == role);
        id == ONE_PERSON || id == role || self.ids.get(id).is_some_and(has)
    }

    /// The ids, in the order of the sizes.
    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<(&str, usize)> =
            self.ids.iter().map(|(id, &(place, _))| (id.as_str(), place)).collect();
        ids.sort_unstable_by_key(|&(_, place)| place);
        ids.into_iter().map(|(id, _)| id).collect()
    }
}

/// The sizes with the roles of their positions, or `None` if one of them is not whole.
pub fn link(drafts: Vec<SizeDraft>, index: &Index, problems: &mut Problems) -> Option<Vec<Size>> {
    all(drafts.into_iter().map(|draft| link_one(draft, index, problems)))
}

fn link_one(draft: SizeDraft, index: &Index, problems: &mut Problems) -> Option<Size> {
    let positions = all(draft.positions.into_iter().map(|draft| {
        let roles = each_once(&draft.roles, |word| index.role(word, problems))?;
        Some(OwnPosition { id: draft.id?, name: draft.name?, roles })
    }));
    let staffing = match draft.staffing? {
        Kind::OnePerson => Staffing::OnePerson(draft.holder),
        Kind::OnePerRole => Staffing::OnePerRole,
        Kind::Custom => Staffing::Custom(positions?),
    };
    Some(Size {
        id: draft.id?,
        place: draft.place,
        name: draft.name?,
        employees: draft.employees,
        staffing,
        sources: draft.sources,
    })
}
