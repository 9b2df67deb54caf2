//! An assignment as a list to tick off: each task with what one has to know at that moment.

use super::{By, Writer};
use crate::model::TaskRef;
use crate::query::Duty;
use crate::render::page::Check;
use std::collections::HashSet;

/// More prerequisites than these are counted only.
const MOST_PREREQUISITES: usize = 3;

impl Writer<'_, '_> {
    /// The size; before it, whose list it is, where it is one person's.
    pub(super) fn title(&self, duties: &[&Duty]) -> String {
        let size = self.reader.company(self.plan.assignment.size);
        let whose = match self.plan.only {
            Some(member) => Some(self.doer_name(member)),
            None if self.one_doer => {
                let done = duties.iter().find(|duty| duty.reason.is_none());
                done.map(|duty| self.who(duty))
            }
            None => None,
        };
        match whose.filter(|_| self.by == By::Cadence) {
            Some(who) => self.reader.heading(&who, &size),
            None => size,
        }
    }

    /// The tasks of one rhythm as things to tick off, in the order that they are given in.
    pub(super) fn checks(&self, duties: &[&Duty]) -> Vec<Check> {
        let mut above = HashSet::with_capacity(duties.len());
        let check = |duty: &&Duty| {
            let check = self.check(duty, &above);
            above.insert(duty.task);
            check
        };
        duties.iter().map(check).collect()
    }

    fn check(&self, duty: &Duty, above: &HashSet<TaskRef>) -> Check {
        let (reader, details) = (self.reader, self.reader.registry.task(duty.task));
        let nobody = duty.reason.map(|reason| {
            let reason = uncapitalised(&self.reason(reason));
            reader.words.say("nobody", [("reason", reason.into())])
        });
        let who = (nobody.is_none() && !self.one_doer).then(|| self.who(duty));
        let hours = details
            .hours_per_week
            .map(|hours| reader.words.say("count-hours", [("hours", reader.hours(hours).into())]));
        // What stands above needs to be said least: who goes down the list has done it.
        let mut before = details.after.to_vec();
        before.sort_by_key(|task| above.contains(task));
        let more = before.len().saturating_sub(MOST_PREREQUISITES);
        let first = before.iter().take(MOST_PREREQUISITES);
        let mut names: Vec<String> = first.map(|&task| reader.task(task).to_owned()).collect();
        if more > 0 {
            names.push(reader.words.count("and-more", more));
        }
        let after = (!names.is_empty()).then(|| {
            let tasks = reader.series(&names);
            reader.words.say("only-after", [("tasks", tasks.into())])
        });
        Check {
            what: self.task(duty),
            nobody,
            more: [who, hours, after].into_iter().flatten().collect(),
        }
    }
}

/// Whether one and the same does everything that anybody does.
pub(super) fn one_doer(duties: &[&Duty]) -> bool {
    // A person in two positions is one doer; without people, each position is one.
    let doer = |duty: &&Duty| (duty.member, duty.seat.filter(|_| duty.member.is_none()));
    let mut doers = duties.iter().filter(|duty| duty.reason.is_none()).map(doer);
    let first = doers.next();
    first.is_some() && doers.all(|other| Some(other) == first)
}

/// A word as it stands in a sentence.
fn uncapitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}
