//! Any bytes as a registry: what has to hold of any text holds of them.
#![no_main]

#[path = "../../helpers/any_text.rs"]
mod any_text;

use libfuzzer_sys::fuzz_target;

// The bytes up to the first 0xFF, which UTF-8 has nowhere, are `registry.yaml`; those after it are a role, and those
// after a second one `team.yaml` and `also_called.yaml`. Without that byte all is the role.
fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |&byte| byte == 0xff);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(registry), Some(role), Some(team)) => {
            any_text::read_with_other_words(registry, role, team);
            any_text::read_with_team(registry, role, team)
        }
        (Some(registry), Some(role), None) => any_text::read(registry, role),
        _ => any_text::read(b"version: 1", bytes),
    };
});
