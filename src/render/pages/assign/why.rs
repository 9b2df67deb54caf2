//! Why a task went where it did, in a sentence.

use super::plan::Writer;
use crate::model::Hours;
use crate::query::{Doer, Duty, Outcome, Reason, Why};

/// More names than this are counted, not listed.
const MOST_NAMES: usize = 4;

impl Writer<'_, '_> {
    pub fn why(&self, duty: &Duty) -> String {
        let (reader, words) = (self.reader, &self.reader.words);
        let role = reader.role(duty.task.role);
        let (by, why) = match duty.outcome {
            Outcome::Done { by, why } => (by, why),
            Outcome::Undone(Reason::NoTimeLeft) => return self.no_time(duty),
            Outcome::Undone(Reason::VacantPosition) => {
                let position = self.position_name(duty).unwrap_or_default();
                return words.say("why-vacant", [("position", position.into())]);
            }
            Outcome::Undone(Reason::NoPosition) => {
                return words.say("no-position-for", [("role", role.into())]);
            }
        };
        let who = self.doer_name(by);
        match (why, by) {
            (Why::Pinned, _) => words.say("why-pinned", [("who", who.into())]),
            (Why::OnlyOne, Doer::Person(_)) => words.say("why-only-one", [("role", role.into())]),
            (Why::OnlyOne, Doer::Position(_)) => {
                words.say("why-position", [("who", who.into()), ("role", role.into())])
            }
            (Why::Spread, _) => self.spread(duty, by),
            (Why::SameArea, _) => {
                let area = reader.area(reader.registry.task(duty.task).area);
                words.say("why-same-area", [("who", who.into()), ("area", area.into())])
            }
            (Why::FewestTasks, _) => words.say("why-fewest-tasks", [("who", who.into())]),
        }
    }

    /// Who else had time for it, and how busy the busiest of all who may do it is.
    fn spread(&self, duty: &Duty, by: Doer) -> String {
        let assignment = &self.plan.assignment;
        let hours = self.reader.registry.task(duty.task).hours_per_week;
        let mut with_time = Vec::new();
        let mut busiest = by;
        for (place, doer) in assignment.candidates(duty.task.role).enumerate() {
            let workload = assignment.workload(doer);
            if doer == by || workload.free().is_none_or(|free| Some(free) >= hours) {
                with_time.push(doer);
            }
            if place == 0 || workload.is_busier_than(assignment.workload(busiest)) {
                busiest = doer;
            }
        }
        if with_time.len() == 1 {
            return self.reader.words.word("why-only-time");
        }
        let workload = assignment.workload(busiest);
        let load = self.reader.hours_with_limit(&workload.load, workload.limit);
        let names = if with_time.len() > MOST_NAMES {
            self.reader.words.count("why-so-many", with_time.len())
        } else {
            let names: Vec<String> = with_time.iter().map(|&doer| self.doer_name(doer)).collect();
            self.reader.list(&names)
        };
        let who = self.doer_name(busiest);
        let arguments = [("names", names.into()), ("who", who.into()), ("hours", load.into())];
        self.reader.words.say("why-spread", arguments)
    }

    /// How long it takes, and how much the one with the most time has left.
    fn no_time(&self, duty: &Duty) -> String {
        let (reader, assignment) = (self.reader, &self.plan.assignment);
        let needs = reader.registry.task(duty.task).hours_per_week.unwrap_or_default();
        let mut most: Option<(Doer, Hours)> = None;
        for doer in assignment.candidates(duty.task.role) {
            let free = assignment.workload(doer).free().unwrap_or_default();
            if most.is_none_or(|(_, most)| free > most) {
                most = Some((doer, free));
            }
        }
        let Some((doer, free)) = most.filter(|(_, free)| *free > Hours::ZERO) else {
            let arguments = [("needs", reader.hours(needs).into())];
            return reader.words.say("why-no-time-at-all", arguments);
        };
        reader.words.say(
            "why-no-time",
            [
                ("needs", reader.hours(needs).into()),
                ("who", self.doer_name(doer).into()),
                ("free", reader.hours(free).into()),
                ("missing", reader.hours(needs - free).into()),
            ],
        )
    }
}
