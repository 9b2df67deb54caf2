//! What a command line says of the registry before it is parsed, or where it cannot be parsed: clap answers `--version`
//! before anything else, and a line that is being completed has no end yet.

use super::args::Global;
use clap::{ColorChoice, Command, ValueEnum};
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The values of an option, as `--name VALUE` or `--name=VALUE`.
pub fn values<'a>(arguments: &'a [OsString], name: &'a str) -> impl Iterator<Item = &'a OsStr> {
    let options = options(arguments);
    options.iter().enumerate().filter_map(move |(number, word)| {
        if *word == *name {
            return options.get(number + 1).map(OsString::as_os_str);
        }
        word.to_str()?.strip_prefix(name)?.strip_prefix('=').map(OsStr::new)
    })
}

/// The value of an option: the last one that is given.
pub fn option<'a>(arguments: &'a [OsString], name: &'a str) -> Option<&'a OsStr> {
    values(arguments, name).last()
}

/// The options of every command, as far as they say which registry is meant and how it is read and written.
pub fn global(arguments: &[OsString]) -> Global {
    let lang = option(arguments, "--lang").and_then(OsStr::to_str);
    let color = option(arguments, "--color").and_then(OsStr::to_str);
    let color = color.and_then(|when| ColorChoice::from_str(when, false).ok());
    Global {
        registry: option(arguments, "--registry").map(path),
        lang: lang.map(str::to_owned),
        color: color.unwrap_or(ColorChoice::Auto),
        quiet: true,
    }
}

/// A path as the shell would hand it over: on a line that is being completed, `~/` still stands for one's own folder.
pub fn path(written: &OsStr) -> PathBuf {
    let path = Path::new(written);
    match (path.strip_prefix("~"), env::home_dir()) {
        (Ok(below), Some(home)) => home.join(below),
        _ => path.to_owned(),
    }
}

/// The command of a line; the program where it has none.
pub fn command<'c>(main: &'c Command, line: &[OsString]) -> &'c Command {
    let mut words = line.iter().skip(1);
    words.find_map(|word| main.find_subcommand(word)).unwrap_or(main)
}

/// The words that can be options: those before `--`.
pub fn options(arguments: &[OsString]) -> &[OsString] {
    let end = arguments.iter().position(|argument| argument == "--");
    &arguments[..end.unwrap_or(arguments.len())]
}
