//! The matcher: which task or role a text is about, how well it fits, and whether that is enough to say so.
//!
//! What speaks for a task is how much of the text it explains, and how much of one of its phrases (its name, or other
//! words for it) the text holds. A word weighs the more, the fewer tasks have it in the registries at hand; function words
//! weigh little, and nothing where no registry has them.

mod candidates;
mod fit;
mod lexicon;
mod meaning;
mod rivals;
mod stems;
mod text;
mod tongue;

use crate::model::{Language, Registry};
use candidates::{Candidate, Candidates};
use tongue::Tongue;

pub(super) use lexicon::{Lexicon, WordIx, rarity};

pub use candidates::Subject;
pub use fit::Fit;
pub(super) use meaning::SURE;
pub use meaning::{Meaning, Verdict};
pub use rivals::Rivals;

/// Everything that texts are compared with.
pub struct Matcher<'r> {
    candidates: Vec<Candidate>,
    tongues: Vec<Tongue<'r>>,
}

impl<'r> Matcher<'r> {
    /// For the tasks and roles of a registry in some languages, and for those that compete with them.
    pub fn new(own: &'r Registry, languages: &[Language], rivals: Option<&Rivals<'r>>) -> Self {
        let mut candidates = Candidates::default();
        for role in own.roles() {
            candidates.add_role(role, true);
            own.tasks_of(role).for_each(|task| candidates.add_task(task, true));
        }
        let mut last = None;
        for &task in rivals.map_or(&[][..], |rivals| &rivals.tasks) {
            if last.replace(task.role) != Some(task.role) {
                candidates.add_role(task.role, false);
            }
            candidates.add_task(task, false);
        }
        let Candidates(candidates) = candidates;
        let registries = [rivals.map(|rivals| rivals.catalogue), Some(own)];
        let tongue = |language| Tongue::new(language, &candidates, registries);
        let tongues = languages.iter().map(tongue).collect();
        Self { candidates, tongues }
    }
}
