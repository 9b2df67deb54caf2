//! Whether what fits a text best is what it means.

use super::Matcher;
use super::candidates::Subject;
use super::fit::Fit;

/// From this score on a text may mean something.
const UNSURE: f64 = 0.3;
/// From this score on it means that.
pub const SURE: f64 = 0.6;
/// Whatever is sure is so far ahead that the next has at most this part of its score.
const BEHIND: f64 = 0.95;
/// From this score on something elsewhere may win.
const RIVAL: f64 = 0.5;
/// It must explain this much more than what is here.
pub const TIE: f64 = 1.02;
/// A text is about a role if it holds this much of its name.
const WHOLE_NAME: f64 = 0.8;

/// How sure it is what a text means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// It means that.
    Sure,
    /// It may mean one of two.
    Unsure,
    /// It means nothing in this registry.
    #[default]
    Nobody,
}

/// What a text means.
#[derive(Debug)]
pub struct Meaning {
    pub verdict: Verdict,
    /// What fits it in the registry in use, the best first; empty for nobody.
    pub own: Vec<Fit>,
    /// The tasks elsewhere that fit it, the best first.
    pub elsewhere: Vec<Fit>,
}

impl Matcher<'_> {
    /// What a text means: the one that the matcher is for, or a part of it.
    pub fn meaning(&self, text: &str) -> Meaning {
        let fits = self.fits(text).into_iter().filter(|fit| fit.score >= UNSURE);
        let fits = fits.filter(|fit| match fit.subject {
            Subject::Task(_) => true,
            Subject::Role(_) => fit.held >= WHOLE_NAME && fit.is_in_order,
        });
        let (own, elsewhere): (Vec<Fit>, Vec<Fit>) = fits.partition(|fit| fit.is_own);
        let verdict = verdict(&own, &elsewhere);
        Meaning { verdict, own, elsewhere }
    }
}

fn verdict(own: &[Fit], elsewhere: &[Fit]) -> Verdict {
    let Some(best) = own.first() else { return Verdict::Nobody };
    let rival = elsewhere.first().map_or(0.0, |fit| fit.score);
    let explained = own.iter().map(|fit| fit.explained).fold(0.0, f64::max);
    if let Some(rival) = elsewhere.first()
        && rival.score >= RIVAL
        && best.score < rival.score
        && rival.explained > explained * TIE
    {
        return Verdict::Nobody;
    }
    // The role of a task that fits is no other answer.
    let is_its_role = |fit: &&Fit| match (best.subject, fit.subject) {
        (Subject::Task(task), Subject::Role(role)) => task.role == role,
        _ => false,
    };
    let second = own.iter().skip(1).find(|fit| !is_its_role(fit));
    let second = second.map_or(0.0, |fit| fit.score).max(rival);
    if best.is_certain && best.score >= SURE && second <= best.score * BEHIND {
        Verdict::Sure
    } else {
        Verdict::Unsure
    }
}
