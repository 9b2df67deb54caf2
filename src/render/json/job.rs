//! `roles.job/v1`: a job description.

use super::object::{ById, Each, object, role_id, role_ids, task_ids, write};
use super::{handoffs, task_details, texts};
use crate::query::JobDescription;
use crate::render::pages::Offer;
use crate::render::reader::Reader;
use std::io::{self, Write};

/// `roles.job/v1`: the job description of a role. What is not offered is left out.
pub fn job_description(
    job: &JobDescription,
    offer: &Offer,
    reader: &Reader,
    out: &mut dyn Write,
) -> io::Result<()> {
    let role = reader.registry.role(job.role);
    let offered = offer.iter().map(|&(word, text)| (word.trim_start_matches("job-"), text));
    let report = object! {
        schema: "roles.job/v1",
        role: role.id.as_str(),
        name: reader.text(&role.name),
        also_called: texts(&role.also_called, reader),
        offer: ById(offered.collect()),
        reports_to: role.reports_to.map(|above| role_id(above, reader)),
        reports: role_ids(&job.reports, reader),
        purpose: role.purpose.as_ref().map(|purpose| reader.text(purpose)),
        core: task_details(&job.core, reader),
        supplemental: task_details(&job.supplemental, reader),
        works_with: Each(job.partners.iter().map(|(role, partner)| object! {
            role: role_id(*role, reader),
            gives: handoffs(&partner.gives, reader),
            gets: handoffs(&partner.gets, reader),
            coordinates: task_ids(&partner.coordinates, reader),
            takes_part: task_ids(&partner.takes_part, reader),
        })),
        skills: texts(&role.skills, reader),
        measures: texts(&role.measures, reader),
        does_not: Each(job.does_not.iter().map(|&(task, own)| object! {
            task: reader.registry.task_id(task),
            not_to_be_confused_with: own.map(|own| reader.registry.task_id(own)),
        })),
    };
    write(&report, out)
}
