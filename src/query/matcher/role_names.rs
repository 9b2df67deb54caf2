//! What words weigh in the names of roles: hardly anything where nearly every role is a manager, a team or an officer.

use super::candidates::{self, Candidate, Kind};
use super::lexicon::rarity;
use crate::model::Language;
use crate::normalize::{fold, pieces};
use std::collections::HashMap;

/// The words of the names of the registry's own roles in one language.
pub struct RoleNames {
    /// How many roles have each folded word in their names, and the last of them.
    having: HashMap<String, (usize, usize)>,
    roles: usize,
}

impl RoleNames {
    pub fn new(language: &Language, candidates: &[Candidate]) -> Self {
        let own = candidates.iter().enumerate().filter(|(_, candidate)| candidate.is_own);
        let roles = own.filter(|&(number, candidate)| candidate.role == number).count();
        let mut names = Self { having: HashMap::new(), roles };
        candidates::read(language, candidates, |of, kind, text| {
            if !is_role_name(of, kind, candidates) || !candidates[of].is_own {
                return;
            }
            for piece in pieces(text) {
                let (count, last) = names.having.entry(fold(piece)).or_insert((0, usize::MAX));
                if *last != of {
                    (*count, *last) = (*count + 1, of);
                }
            }
        });
        names
    }

    /// What a word weighs in the name of a role, from 0 to 1: the more, the fewer roles have it in theirs.
    pub fn weight(&self, written: &str) -> f64 {
        rarity(self.having.get(&fold(written)).map_or(0, |&(count, _)| count), self.roles)
    }
}

/// Whether a phrase is the name of a role, or another of its names.
pub fn is_role_name(of: usize, kind: Kind, candidates: &[Candidate]) -> bool {
    kind == Kind::Name && candidates[of].role == of
}
