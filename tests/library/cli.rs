//! What the program writes, asked as a library.

use roles::cli::{Environment, Status, Streams, run};
use std::ffi::OsString;

/// What a line writes on standard output, in a folder without a registry.
fn said(line: &str, change: impl Fn(&mut Environment)) -> String {
    let mut environment = Environment::of_process();
    environment.current = "/".into();
    (environment.registry, environment.locale) = (None, None);
    change(&mut environment);
    let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams { input: &mut std::io::empty(), out: &mut out, err: &mut err };
    assert_eq!(run(&words, &environment, &mut streams), Status::Done);
    String::from_utf8(out).unwrap()
}

#[test]
fn the_last_value_of_an_option_counts() {
    let registry = |line: &str| said(line, |_| {});
    for line in ["roles --version", "roles --version -- --registry a"] {
        assert!(registry(line).contains("shipped with the program"), "{line}");
    }
    for (line, last) in
        [("roles --registry a --version", "a"), ("roles --registry=a --version --registry b", "b")]
    {
        let named = format!("registry: --registry names the folder '{last}'");
        assert!(registry(line).contains(&named), "{line}");
    }
}

#[test]
fn without_a_first_day_it_is_a_monday() {
    let check = |today, first: &str| {
        let calendar =
            said("roles assign --sme --format ics", |environment| environment.today = today);
        assert!(calendar.contains(&format!("DTSTAMP:{first}T000000Z\r\n")), "{first}");
    };
    check(|| "2026-11-22".parse().unwrap(), "20261123");
    check(|| "2026-11-23".parse().unwrap(), "20261123");
    check(|| "2026-11-24".parse().unwrap(), "20261130");
    check(|| "2026-12-31".parse().unwrap(), "20270104");
    check(|| chrono::NaiveDate::MAX, "+2621421231");
}
