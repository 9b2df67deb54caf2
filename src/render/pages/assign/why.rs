//! Why a task went where it did, in a sentence.

use super::Writer;
use crate::model::Hours;
use crate::query::{Duty, Reason, Why};

/// More names than this are counted, not listed.
const MOST_NAMES: usize = 4;

impl Writer<'_, '_> {
    pub(super) fn why(&self, duty: &Duty) -> String {
        let assignment = &self.plan.assignment;
        let (reader, words) = (self.reader, &self.reader.words);
        let role = || reader.role(duty.task.role).to_owned();
        let who = || {
            let doer = duty.member.or(duty.seat);
            doer.map(|number| self.doer_name(number)).unwrap_or_default()
        };
        match (duty.reason, duty.why) {
            (Some(Reason::NoTimeLeft), _) => self.no_time(duty),
            (Some(Reason::VacantPosition), _) => {
                let seat = duty.seat.map(|seat| &assignment.seats[seat]);
                let seat = seat.map(|seat| reader.seat_name(seat)).unwrap_or_default();
                words.say("why-vacant", [("position", seat.into())])
            }
            (Some(Reason::NoPosition), _) => {
                words.say("no-position-for", [("role", role().into())])
            }
            (None, Some(Why::Pinned)) => words.say("why-pinned", [("who", who().into())]),
            (None, Some(Why::OnlyOne) | None) if assignment.peopled => {
                words.say("why-only-one", [("role", role().into())])
            }
            (None, Some(Why::OnlyOne) | None) => {
                let arguments = [("who", who().into()), ("role", role().into())];
                words.say("why-position", arguments)
            }
            (None, Some(Why::Spread)) => self.spread(duty),
            (None, Some(Why::SameArea)) => {
                let area = reader.area(reader.registry.task(duty.task).area);
                let arguments = [("who", who().into()), ("area", area.into())];
                words.say("why-same-area", arguments)
            }
            (None, Some(Why::FewestTasks)) => {
                words.say("why-fewest-tasks", [("who", who().into())])
            }
        }
    }

    /// Who else had time for it, and how busy the busiest of all who may do it is.
    fn spread(&self, duty: &Duty) -> String {
        let candidates = self.candidates(duty);
        let workloads = &self.plan.assignment.workloads;
        let hours = self.reader.registry.task(duty.task).hours_per_week;
        let doer = self.plan.assignment.doer(duty);
        let has_time = |number: &usize| {
            let free = workloads[*number].free();
            Some(*number) == doer || free.is_none_or(|free| Some(free) >= hours)
        };
        let with_time: Vec<usize> = candidates.iter().copied().filter(has_time).collect();
        if with_time.len() == 1 {
            return self.reader.words.word("why-only-time");
        }
        let busier = |one: usize, other: usize| {
            if workloads[other].is_busier_than(&workloads[one]) { other } else { one }
        };
        let busiest = candidates.iter().copied().reduce(busier).unwrap_or_default();
        let workload = &workloads[busiest];
        let load = self.reader.hours_with_limit(&workload.load, workload.limit);
        self.reader.words.say(
            "why-spread",
            [
                ("names", self.names(&with_time).into()),
                ("who", self.doer_name(busiest).into()),
                ("hours", load.into()),
            ],
        )
    }

    /// How long it takes, and how much the one with the most time has left.
    fn no_time(&self, duty: &Duty) -> String {
        let hours = self.reader.registry.task(duty.task).hours_per_week.unwrap_or_default();
        let workloads = &self.plan.assignment.workloads;
        let free = |number: &usize| workloads[*number].free().unwrap_or_default();
        let candidates = self.candidates(duty).iter();
        let most = candidates.max_by_key(|number| (free(number), usize::MAX - **number));
        let (who, free) =
            most.map(|number| (self.doer_name(*number), free(number))).unwrap_or_default();
        if free == Hours::ZERO {
            let arguments = [("needs", self.reader.hours(hours).into())];
            return self.reader.words.say("why-no-time-at-all", arguments);
        }
        self.reader.words.say(
            "why-no-time",
            [
                ("needs", self.reader.hours(hours).into()),
                ("who", who.into()),
                ("free", self.reader.hours(free).into()),
                ("missing", self.reader.hours(hours - free).into()),
            ],
        )
    }

    fn candidates(&self, duty: &Duty) -> &[usize] {
        let candidates = self.plan.assignment.candidates.get(&duty.task.role);
        candidates.map(Vec::as_slice).unwrap_or_default()
    }

    fn names(&self, doers: &[usize]) -> String {
        if doers.len() > MOST_NAMES {
            return self.reader.words.count("why-so-many", doers.len());
        }
        let names: Vec<String> = doers.iter().map(|&doer| self.doer_name(doer)).collect();
        self.reader.list(&names)
    }
}
