//! Answers.

mod advert;
mod chart;
mod company;
mod job;
mod links;
mod plan;
