//! Any bytes as a sheet: read, or refused with a reason.
#![no_main]

use libfuzzer_sys::fuzz_target;
use roles::cli::{Environment, Status, Streams, run};
use std::ffi::OsString;

fuzz_target!(|bytes: &[u8]| {
    let line = ["roles", "import", "-", "made", "--dry-run"].map(OsString::from);
    let (mut input, mut out, mut err) = (bytes, Vec::new(), Vec::new());
    let mut streams = Streams { input: &mut input, out: &mut out, err: &mut err };
    let status = run(&line, &Environment::of_process(), &mut streams);
    assert!(matches!(status, Status::Done) || err.starts_with(b"error: "));
});
