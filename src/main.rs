//! The program: hands arguments, environment and streams to the library, and leaves with its status.

use roles::cli::{Environment, Streams, explain_panics, run};
use std::ffi::OsString;
use std::io::{self, BufWriter, LineWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(windows)]
    anstyle_query::windows::enable_ansi_colors();
    explain_panics(io::stderr);
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let mut out = BufWriter::new(io::stdout().lock());
    // Not locked: a thread that panics has to be able to say so.
    let mut err = LineWriter::new(io::stderr());
    let mut streams = Streams { input: &mut io::stdin().lock(), out: &mut out, err: &mut err };
    let status = run(&arguments, &Environment::of_process(), &mut streams);
    ExitCode::from(status as u8)
}
