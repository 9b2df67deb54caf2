//! Why each task of an assignment went where it did.

use super::duties::Duties;
use crate::query::{Duty, Reason, Why};

const MOST_NAMES: usize = 4;

impl Duties<'_, '_> {
    /// Which rule decided, in a sentence, and for which vacancy the task waits.
    pub fn why(&self, duty: &Duty) -> String {
        let why = self.rule(duty);
        match self.waits.get(&duty.task) {
            Some(what) => {
                let id = if duty.is_partly() { "why-rest-waits" } else { "why-waits" };
                self.reader.say(id, &[("why", &why), ("what", what)])
            }
            None => why,
        }
    }

    fn rule(&self, duty: &Duty) -> String {
        let reader = self.reader;
        let role = reader.role(duty.task.role);
        let why = match duty.why {
            Ok(why) => why,
            Err(Reason::FellAway) => return reader.reason(Reason::FellAway),
            Err(Reason::VacantPosition) => {
                let position = self.position_name(duty).unwrap_or_default();
                return reader.say("why-vacant", &[("position", &position)]);
            }
            Err(Reason::NoPosition) => return reader.say("no-position-for", &[("role", &role)]),
            Err(Reason::NoTimeLeft) => return reader.word("why-no-time"),
        };
        let mut doers = duty.doers();
        let who = doers.clone().next().map(|doer| self.doer_name(doer)).unwrap_or_default();
        let is_position = doers.any(|doer| doer.person().is_none());
        let id = match why {
            // The plan was made as if everybody were there.
            Why::Spread | Why::OnlyOne if self.plan.assignment.away().next().is_some() => {
                "why-as-ever"
            }
            Why::Spread => return self.spread(duty),
            Why::OnlyOne if is_position => "why-position",
            Why::Pinned => "why-pinned",
            Why::Each
                if duty.shares.len() < self.plan.assignment.candidates(duty.task.role).len() =>
            {
                "why-each-in-time"
            }
            Why::Each => "why-each",
            Why::Shared => "why-shared",
            Why::Deputy => "why-deputy",
            Why::StandIn => "why-stand-in",
            Why::WholeRole => "why-whole-role",
            Why::OnlyOne => "why-only-one",
            Why::Need => "why-need",
        };
        reader.say(id, &[("who", &who), ("role", &role)])
    }

    /// Who may do it, and how busy the busiest of them is.
    fn spread(&self, duty: &Duty) -> String {
        let (reader, assignment) = (self.reader, &self.plan.assignment);
        let candidates = assignment.candidates(duty.task.role);
        let names = if candidates.len() > MOST_NAMES {
            reader.count("why-so-many", candidates.len())
        } else {
            reader.list(candidates.clone().map(|doer| self.doer_name(doer)))
        };
        let busiest = candidates.reduce(|busiest, doer| {
            let is_busier = assignment.workload(doer).is_busier_than(assignment.workload(busiest));
            if is_busier { doer } else { busiest }
        });
        let Some(busiest) = busiest else { return String::new() };
        let workload = assignment.workload(busiest);
        let hours = reader.hours_with_limit(&workload.load, workload.limit);
        let who = self.doer_name(busiest);
        reader.say("why-spread", &[("names", &names), ("who", &who), ("hours", &hours)])
    }
}
