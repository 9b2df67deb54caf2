//! What words weigh in the names of roles: hardly anything where nearly every role is a manager, a team or an officer.

use super::candidates::{Candidate, Kind, Subject};
use super::lexicon::rarity;
use crate::model::Language;
use crate::normalize::{fold, pieces};
use std::collections::HashMap;

/// The words of the names of the registry's own roles in one language.
pub struct RoleNames {
    /// How many roles have each folded word in their names, and the last of them, counted from 1.
    having: HashMap<String, (usize, usize)>,
    roles: usize,
}

impl RoleNames {
    pub fn new(language: &Language, candidates: &[Candidate]) -> Self {
        let mut names = Self { having: HashMap::new(), roles: 0 };
        let own = candidates.iter().filter(|candidate| candidate.is_own);
        for role in own.filter(|candidate| matches!(candidate.subject, Subject::Role(_))) {
            names.roles += 1;
            role.read(language, |kind, text| {
                if kind == Kind::Name {
                    pieces(text).for_each(|piece| names.add(piece));
                }
            });
        }
        names
    }

    fn add(&mut self, written: &str) {
        let (count, last) = self.having.entry(fold(written)).or_default();
        if *last != self.roles {
            (*count, *last) = (*count + 1, self.roles);
        }
    }

    /// What a word weighs in the name of a role, from 0 to 1: the more, the fewer roles have it in theirs.
    pub fn weight(&self, written: &str) -> f64 {
        rarity(self.having.get(&fold(written)).map_or(0, |&(count, _)| count), self.roles)
    }
}
