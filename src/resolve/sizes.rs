//! Company sizes: their ranges, their staffing, and the roles that their positions hold.

use super::catalogue::Catalogue;
use super::links::Index;
use super::values::Values;
use crate::model::{
    Employees, ONE_PERSON, OwnPosition, PositionId, RoleIx, Size, SizeId, Staffing, Text,
};
use crate::problem::{Code, Problem, Problems, shortened};
use crate::raw::{RawPosition, RawSize, Word};
use crate::source::Span;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A size whose positions still name roles by id; without a value where something is wrong with it.
pub struct SizeDraft {
    size: Option<Size>,
    positions: Vec<PositionDraft>,
}

struct PositionDraft {
    id: Option<PositionId>,
    name: Option<Text>,
    roles: Vec<Word<'static>>,
}

const STAFFINGS: [&str; 3] = ["one-person", "one-per-role", "custom"];

/// Checks the values of all sizes and that their ranges do not overlap.
pub fn draft(raws: &[RawSize], catalogue: &Catalogue, values: &mut Values) -> Vec<SizeDraft> {
    let mut seen: HashMap<String, Span> = HashMap::new();
    let mut drafts = Vec::with_capacity(raws.len());
    for raw in raws {
        let draft = draft_one(raw, catalogue, values);
        if let Some(size) = &draft.size {
            let id = size.id.to_string();
            if let Some(first) = seen.insert(id, size.place) {
                let message = format!("the company size '{}' is defined a second time", size.id);
                let problem = Problem::new(Code::DuplicateId, size.place, message);
                let problem = problem.fix("remove or rename one of them");
                values.problem(problem.related(first, "the first is here"));
            }
        }
        drafts.push(draft);
    }
    check_overlaps(&drafts, values);
    drafts
}

fn draft_one(raw: &RawSize, catalogue: &Catalogue, values: &mut Values) -> SizeDraft {
    let id = raw.id.as_ref().and_then(|word| values.id(word, SizeId::parse));
    let name = raw.name.as_ref().and_then(|name| values.text(name));
    let employees = raw.has_employees.then(|| employees(raw, values)).flatten();
    let holder = raw.holder.as_ref().and_then(|holder| values.text(holder));
    let sources = catalogue.cited(&raw.sources, values);
    let positions = positions(raw, values);
    let staffing = raw.staffing.as_ref().and_then(|word| {
        values.one_of(word, "staffing", &STAFFINGS, |word| {
            STAFFINGS.iter().position(|known| *known == word)
        })
    });
    let staffing = match staffing {
        Some(0) => Some(Staffing::OnePerson(holder)),
        Some(1) => Some(Staffing::OnePerRole),
        Some(_) => Some(Staffing::Custom(Box::default())),
        None => None,
    };
    if let Some(staffing) = &staffing {
        check_parts(raw, staffing, values);
    }
    let size = || {
        Some(Size {
            id: id?,
            place: raw.place,
            name: name?,
            employees,
            staffing: staffing?,
            sources,
        })
    };
    let size = size();
    SizeDraft { size, positions }
}

/// Positions and holder belong to one staffing each.
fn check_parts(raw: &RawSize, staffing: &Staffing, values: &mut Values) {
    let is_custom = matches!(staffing, Staffing::Custom(_));
    if is_custom && raw.positions.is_none() {
        let message = "a size with custom staffing has no 'positions'";
        let problem = Problem::new(Code::MissingKey, raw.place, message);
        let example = "add `positions: [{id: lead, name: Lead, roles: [social-media-manager]}]`";
        values.problem(problem.fix(example));
    }
    if let (Some((place, _)), false) = (&raw.positions, is_custom) {
        let message = "only a size with custom staffing has positions of its own";
        let problem = Problem::new(Code::InvalidValue, *place, message);
        values.problem(problem.fix("write `staffing: custom`, or remove the positions"));
    }
    if let (Some(place), false) = (raw.holder_place, matches!(staffing, Staffing::OnePerson(_))) {
        let message = "only a size with one person has a holder";
        let problem = Problem::new(Code::InvalidValue, place, message);
        values.problem(problem.fix("write `staffing: one-person`, or remove the holder"));
    }
}

fn employees(raw: &RawSize, values: &mut Values) -> Option<Employees> {
    let mut bound = |word: &Word| {
        let plain = word.value.bytes().all(|byte| byte.is_ascii_digit())
            && (word.value.len() == 1 || !word.value.starts_with('0'));
        let number = word.value.parse::<u32>().ok().filter(|_| plain);
        if number.is_none() {
            let message = format!("'{}' is no number of employees", shortened(&word.value));
            values.problem(
                Problem::new(Code::InvalidValue, word.span, message)
                    .fix("write a whole number such as 249"),
            );
        }
        number
    };
    let min = raw.min.as_ref().map_or(Some(0), &mut bound);
    let max = raw.max.as_ref().map(&mut bound);
    let (min, max) = (min?, max.map_or(Some(None), |max| max.map(Some))?);
    if let (Some(end), Some(word)) = (max.filter(|&max| max < min), &raw.max) {
        let message = format!("the size ends at {end} employees before it begins at {min}");
        values.problem(
            Problem::new(Code::InvalidValue, word.span, message).fix("exchange `min` and `max`"),
        );
        return None;
    }
    Some(Employees { min, max })
}

fn positions(raw: &RawSize, values: &mut Values) -> Vec<PositionDraft> {
    let mut seen: HashMap<String, Span> = HashMap::new();
    let raws =
        raw.positions.as_ref().map(|(_, positions)| positions.as_slice()).unwrap_or_default();
    let mut drafts = Vec::with_capacity(raws.len());
    for raw in raws {
        let draft = position(raw, values);
        if let (Some(id), Some(word)) = (&draft.id, &raw.id)
            && let Some(first) = seen.insert(id.to_string(), word.span)
        {
            let message = format!("the position '{id}' is defined a second time");
            let problem = Problem::new(Code::DuplicateId, word.span, message);
            let problem = problem.fix("remove or rename one of them");
            values.problem(problem.related(first, "the first is here"));
        }
        drafts.push(draft);
    }
    drafts
}

fn position(raw: &RawPosition, values: &mut Values) -> PositionDraft {
    let id = raw.id.as_ref().and_then(|word| values.id(word, PositionId::parse));
    let name = raw.name.as_ref().and_then(|name| values.text(name));
    let owned =
        |word: &Word| Word { span: word.span, value: Cow::Owned(word.value.clone().into_owned()) };
    PositionDraft { id, name, roles: raw.roles.iter().map(owned).collect() }
}

fn check_overlaps(drafts: &[SizeDraft], values: &mut Values) {
    let mut ranges: Vec<(&Size, Employees)> = drafts
        .iter()
        .filter_map(|draft| draft.size.as_ref())
        .filter_map(|size| Some((size, size.employees?)))
        .collect();
    ranges.sort_by_key(|(size, range)| (range.min, size.place));
    let mut reach: Option<(&Size, Option<u32>)> = None;
    for (size, range) in ranges {
        if let Some((before, max)) = reach
            && max.is_none_or(|max| range.min <= max)
        {
            let message = format!(
                "the sizes '{}' and '{}' overlap from {} on",
                before.id, size.id, range.min
            );
            let problem = Problem::new(Code::OverlappingSizes, size.place, message);
            let fix = match range.min.checked_sub(1) {
                Some(end) if before.employees.is_some_and(|below| below.min <= end) => {
                    format!("let '{}' end at {end}", before.id)
                }
                _ => "let each number of employees belong to one size".to_owned(),
            };
            values.problem(problem.fix(fix).related(before.place, "the other size is here"));
        }
        let farther =
            |max: Option<u32>| max.is_some_and(|max| range.max.is_none_or(|end| end > max));
        if reach.is_none_or(|(_, max)| farther(max)) {
            reach = Some((size, range.max));
        }
    }
}

/// The positions of all sizes together.
#[derive(Default)]
pub struct Positions {
    /// Whether these are all; if not, nothing is said about one that is missing.
    pub known: bool,
    /// Each id with its place in the order of the sizes.
    ids: HashMap<String, usize>,
}

impl Positions {
    /// The positions of these sizes; `known` says whether there are no others.
    pub fn new(drafts: &[SizeDraft], known: bool, index: &Index) -> Self {
        let mut positions = Self { known, ids: HashMap::new() };
        let mut has_roles = false;
        for draft in drafts {
            match draft.size.as_ref().map(|size| &size.staffing) {
                Some(Staffing::OnePerson(_)) => positions.add(ONE_PERSON),
                Some(Staffing::OnePerRole) if !has_roles => {
                    index.role_ids().iter().for_each(|id| positions.add(id));
                    has_roles = true;
                }
                Some(Staffing::OnePerRole) => {}
                Some(Staffing::Custom(_)) | None => {
                    let ids = draft.positions.iter().map(|position| &position.id);
                    ids.clone().flatten().for_each(|id| positions.add(id.as_str()));
                    positions.known &= draft.size.is_some() && ids.clone().all(Option::is_some);
                }
            }
        }
        positions
    }

    fn add(&mut self, id: &str) {
        let next = self.ids.len();
        self.ids.entry(id.to_owned()).or_insert(next);
    }

    /// Whether some size has a position with this id.
    pub fn has(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// The ids, in the order of the sizes.
    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<(&str, usize)> =
            self.ids.iter().map(|(id, &place)| (id.as_str(), place)).collect();
        ids.sort_unstable_by_key(|&(_, place)| place);
        ids.into_iter().map(|(id, _)| id).collect()
    }
}

/// Replaces role ids by roles, once all roles are known.
pub fn link(drafts: Vec<SizeDraft>, index: &Index, problems: &mut Problems) -> Option<Vec<Size>> {
    let mut whole = true;
    let mut sizes = Vec::with_capacity(drafts.len());
    for SizeDraft { size, positions } in drafts {
        let mut linked = Vec::with_capacity(positions.len());
        for PositionDraft { id, name, roles } in positions {
            let found: Vec<Option<RoleIx>> =
                roles.iter().map(|word| index.role(word, problems)).collect();
            whole &= found.iter().all(Option::is_some);
            let mut seen = HashSet::new();
            let once = |role: &RoleIx| seen.insert(*role);
            let roles = found.into_iter().flatten().filter(once).collect();
            match (id, name) {
                (Some(id), Some(name)) => linked.push(OwnPosition { id, name, roles }),
                (None, _) | (_, None) => whole = false,
            }
        }
        match size {
            Some(mut size) => {
                if let Staffing::Custom(positions) = &mut size.staffing {
                    *positions = linked.into();
                }
                sizes.push(size);
            }
            None => whole = false,
        }
    }
    whole.then_some(sizes)
}
