//! What `roles` says when it is called without a command: where to begin.

use super::failure::Failure;
use super::{Status, Streams};

const WELCOME: &str = "\
roles: who does what in a social media team

Begin here; each of these works in any folder:

  roles list           the roles, and how many tasks each has
  roles compare        where the social media and the community manager differ
  roles assign --sme   who does which task in a small or medium company
  roles init           a registry of your own to begin with: a folder with this one in it

roles --help lists everything; roles assign --help shows examples.
";

pub fn run(streams: &mut Streams) -> Result<Status, Failure> {
    streams.out.write_all(WELCOME.as_bytes())?;
    Ok(Status::Done)
}
