//! Odd terminals and locales: what is said stays quiet and can be read.

use super::harness::{Outcome, Registry, USUAL};
use unicode_width::UnicodeWidthStr;

/// Variables as they should not be, alone and together.
const ODD: [&[(&str, &str)]; 14] = [
    &[("LANG", "garbage")],
    &[("LANG", "")],
    &[("LC_ALL", "")],
    &[("LC_ALL", ""), ("LANG", "xx_YY.UTF-99@@@")],
    &[("LC_ALL", "\u{1b}[31m")],
    &[("LANG", "../../etc/passwd")],
    &[("ROLES_LANG", "zz-garbage"), ("LANGUAGE", ":::")],
    &[("TERM", "dumb")],
    &[("TERM", "")],
    &[("TERM", "garbage\u{1b}")],
    &[("COLUMNS", "garbage")],
    &[("COLUMNS", "-20")],
    &[("COLUMNS", "0"), ("LINES", "0")],
    &[("NO_COLOR", ""), ("CLICOLOR", "garbage"), ("COLORTERM", "x")],
];

const REPORTS: [&[&str]; 8] = [
    &["list"],
    &["list", "--tasks"],
    &["show", "role"],
    &["assign", "--sme"],
    &["raci", "--large"],
    &["risks", "--large", "--hours", "2"],
    &["diff", "shipped", "--exit-zero"],
    &["check"],
];

fn role() -> Registry {
    let role = "name: A role with a rather long name\npurpose: What it is there for, in a sentence that does not fit into one line\ntasks:\n- {id: a-task-with-a-long-id, name: A task with a rather long name, hours_per_week: 2.5}\n";
    Registry::new().with("role.yaml", role)
}

fn run(registry: &Registry, variables: &[(&str, &str)], arguments: &[&str]) -> Outcome {
    let mut program = registry.program(arguments);
    program.envs(variables.iter().copied());
    registry.measure(&variables, program, USUAL)
}

#[test]
fn odd_variables_change_nothing_and_nothing_is_said_about_them() {
    let registry = role();
    for arguments in REPORTS {
        let usual = run(&registry, &[], arguments);
        assert_eq!((usual.status, usual.err.as_str()), (Some(0), ""), "{arguments:?}");
        for variables in ODD {
            let odd = run(&registry, variables, arguments);
            assert_eq!(
                (odd.status, odd.err.as_str()),
                (Some(0), ""),
                "{variables:?} {arguments:?}"
            );
            assert_eq!(odd.out, usual.out, "{variables:?} {arguments:?}");
        }
    }
}

#[test]
fn twenty_columns_are_enough() {
    let registry = role();
    for arguments in REPORTS {
        let narrow = run(&registry, &[("COLUMNS", "20")], arguments);
        assert_eq!((narrow.status, narrow.err.as_str()), (Some(0), ""), "{arguments:?}");
        // What `check` counts is one line for programs and people.
        let is_wide = |line: &&str| line.width() > 20 && arguments != ["check"];
        let wide: Vec<&str> = narrow.out.lines().filter(is_wide).collect();
        assert_eq!(wide, Vec::<&str>::new(), "{arguments:?}");
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
        assert!(letters(&narrow.out) > 20, "{arguments:?}: {}", narrow.out);
    }
}

#[test]
fn problems_can_be_read_in_any_of_them() {
    let registry = Registry::new().with("odd.yaml", "name: R\nreports_to: nobody\n");
    let columns =
        [&[("COLUMNS", "20")][..], &[("COLUMNS", "1")], &[("COLUMNS", "99999999999999999999")]];
    for variables in ODD.iter().chain(&columns) {
        let said = run(&registry, variables, &["list"]);
        assert_eq!((said.status, said.out.as_str()), (Some(2), ""), "{variables:?}");
        let parts =
            ["error[unknown-role]: 'nobody' is not a role", "--> roles/odd.yaml:2:13", "^^^^^^"];
        assert!(parts.iter().all(|part| said.err.contains(part)), "{variables:?}: {}", said.err);
    }
}
