//! Every kind of error: what is written, and which problem it gets at which place. One mistake, one problem.

use roles::model::{Date, Holds, Hours, PositionId, Text};
use roles::problem::{Code, Problem, Severity};
use roles::query::Roster;
use roles::source::{Fault, SourceFile, Sources};
use roles::{check, resolve};
use std::collections::BTreeSet;

const HEAD: &str = "version: 1\n";
const ROLE: &str = "name: Role\ntasks: [{id: t, name: T}]\n";

fn sources(files: &[(&str, &str)]) -> Sources {
    let file = |(stem, text): &(&str, &str)| {
        SourceFile::from_bytes(format!("roles/{stem}.yaml"), (*stem).to_owned(), (*text).into())
    };
    let mut files: Vec<SourceFile> = files.iter().map(file).collect();
    files.sort_by(|a, b| a.stem.cmp(&b.stem));
    Sources::of(files)
}

/// Each problem as its code, file, line and column.
fn said(problems: &[Problem], sources: &Sources) -> Vec<String> {
    let say = |problem: &Problem| {
        let file = &sources.file(problem.place.file()).unwrap().stem;
        let place = problem.place.position(sources).map(|at| format!(":{}:{}", at.line, at.column));
        format!("{} {file}{}", problem.code.as_str(), place.unwrap_or_default())
    };
    problems.iter().map(say).collect()
}

fn problems_of(sources: &Sources) -> Vec<String> {
    match resolve::read(sources) {
        Ok(registry) => said(&check::warnings(&registry, sources), sources),
        Err(problems) => said(&problems, sources),
    }
}

/// A registry.yaml and a role, and what they get.
const CASES: &[(&str, &str, &[&str])] = &[
    (HEAD, ROLE, &[]),
    (HEAD, "name: [a\n", &["yaml-syntax role:1:7"]),
    (HEAD, "name: a\n\tfocus: b\n", &["yaml-syntax role:2:1"]),
    (HEAD, "name: !x a\n", &["yaml-tag role:1:7"]),
    (HEAD, "name: &a A\npurpose: *a\n", &["yaml-alias role:2:10"]),
    (HEAD, "name: a\n<<: {focus: strategy}\n", &["merge-key role:2:1"]),
    (HEAD, "name: a\nfoucs: strategy\n", &["unknown-key role:2:1"]),
    (HEAD, "focus: strategy\n", &["missing-key role:1:1"]),
    (
        HEAD,
        "name: a\ntasks: [{name: b}, {id: c}]\n",
        &["missing-key role:2:10", "missing-key role:2:21"],
    ),
    (HEAD, "name: a\ntasks: x\n", &["wrong-type role:2:8"]),
    (HEAD, "- name\n", &["wrong-type role:1:3"]),
    (
        HEAD,
        "name: [a]\nfocus: {a: b}\ntasks: 3\nsources: x\n",
        &[
            "wrong-type role:1:8",
            "wrong-type role:2:9",
            "wrong-type role:3:8",
            "wrong-type role:4:10",
        ],
    ),
    (HEAD, "name: a\nfocus: planning\n", &["invalid-value role:2:8"]),
    ("version: 2\n", ROLE, &["invalid-value registry:1:10"]),
    (
        "version: 1\nsizes: [{id: a, name: A, staffing: none}]\n",
        ROLE,
        &["invalid-value registry:2:36"],
    ),
    (HEAD, "name: ~\n", &["blank-text role:1:7"]),
    (HEAD, "name: \"  \"\n", &["blank-text role:1:7"]),
    (HEAD, "name: {en: A, fr: }\n", &["blank-text role:1:17"]),
    (HEAD, "name: {}\n", &["blank-text role:1:7"]),
    (HEAD, "name: a\nname: b\n", &["duplicate-key role:2:1"]),
    (HEAD, "name: {en: a, en: b}\n", &["duplicate-key role:1:15"]),
    (HEAD, "name: a\ntasks: [{id: b, name: B}, {id: b, name: C}]\n", &["duplicate-id role:2:32"]),
    (
        "version: 1\nareas: [{id: a, name: A}, {id: a, name: B}]\n",
        ROLE,
        &["duplicate-id registry:2:32"],
    ),
    (HEAD, "name: a\ntasks: [{id: Not An Id, name: B}]\n", &["invalid-id role:2:14"]),
    (HEAD, "name: a\nreports_to: nobody\n", &["unknown-role role:2:13"]),
    (HEAD, "name: a\ntasks: [{id: b, name: B, after: [c]}]\n", &["unknown-task role:2:34"]),
    (HEAD, "name: a\ntasks: [{id: b, name: B, area: c}]\n", &["unknown-area role:2:32"]),
    (HEAD, "name: a\nsources: [hearsay]\n", &["unknown-source role:2:11"]),
    (HEAD, "name: {english-and-more: a}\n", &["unknown-language role:1:8"]),
    ("version: 1\nlanguages: [en]\n", "name: {en: a, de: b}\n", &["unknown-language role:1:15"]),
    (HEAD, "name: {de: a, en: b}\ntasks: [{id: t, name: T}]\n", &[]),
    (HEAD, "name: a\nreports_to: role\n", &["reporting-cycle role:2:13"]),
    (
        HEAD,
        "name: a\ntasks: [{id: b, name: B, after: [c]}, {id: c, name: C, after: [b]}]\n",
        &["prerequisite-cycle role:2:34"],
    ),
    (
        HEAD,
        "name: a\ntasks: [{id: b, name: B, handoffs: [{to: b}]}]\n",
        &["self-handoff role:2:42"],
    ),
    (
        HEAD,
        "name: a\ntasks: [{id: b, name: B, hours_per_week: 169}]\n",
        &["hours-out-of-range role:2:42"],
    ),
    (
        HEAD,
        "name: a\ntasks: [{id: b, name: B, hours_per_week: \"8\"}]\n",
        &["wrong-type role:2:42"],
    ),
    (
        "version: 1\nsizes: [{id: a, name: A, staffing: custom, positions: [{id: p, name: P, roles: [role]}, {id: q, name: Q, roles: [role]}]}]\n",
        "name: a\ntasks: [{id: t, name: T, accountable: role}, {id: u, name: U}]\n",
        &["no-single-accountable role:2:10"],
    ),
    (
        "version: 1\nsizes:\n- {id: a, name: A, employees: {max: 5}, staffing: one-person}\n- {id: b, name: B, employees: {min: 5}, staffing: one-person}\n",
        ROLE,
        &["overlapping-sizes registry:4:4"],
    ),
    (HEAD, "name: \"a\\e[31mb\"\n", &["control-character role:1:7"]),
    (HEAD, "name: a\u{202e}b\n", &["control-character role:1:8"]),
    (HEAD, "name: a\n---\nname: b\n", &["several-documents role:2:1"]),
    (HEAD, "", &["empty-file role"]),
    (HEAD, "# nothing yet\n", &["empty-file role"]),
];

/// A registry.yaml and a role that can be used, and the warnings that they get.
const WARNINGS: &[(&str, &str, &[&str])] = &[
    (HEAD, "name: “a”\ntasks: [{id: t, name: T}]\n", &["look-alike role:1:7"]),
    (HEAD, "name: a\nskills: [b，c]\ntasks: [{id: t, name: T}]\n", &["look-alike role:2:10"]),
    (
        HEAD,
        "name: a\nalso_called: [“b, c”]\ntasks: [{id: t, name: T}]\n",
        &["look-alike role:2:15"],
    ),
    (HEAD, "name: “a” and “b”\npurpose: \"“c”\"\ntasks: [{id: t, name: T}]\n", &[]),
    (
        HEAD,
        "name: a\ntasks: [{id: t, name: 'What is to be done, in a few words'}]\n",
        &["to-fill-in role:2:10"],
    ),
    (
        HEAD,
        "name: a\ntasks: [{id: b, name: Read the comments}, {id: c, name: Read the coments}]\n",
        &["similar-names role:2:44"],
    ),
    (HEAD, "name: a\n", &["role-without-tasks role:1:1"]),
    (
        "version: 1\nsizes: [{id: a, name: A, staffing: custom, positions: []}]\n",
        ROLE,
        &["role-without-position registry:2:10"],
    ),
    (
        "version: 1\nallow: [role-without-position]\nsizes: [{id: a, name: A, staffing: custom, positions: []}]\n",
        ROLE,
        &[],
    ),
    (
        "version: 1\nsizes:\n- {id: a, name: A, employees: {max: 5}, staffing: one-person}\n- {id: b, name: B, employees: {min: 7}, staffing: one-person}\n",
        ROLE,
        &["size-gap registry:4:4"],
    ),
    (
        "version: 1\nlanguages: [en, fr]\n",
        "name: {en: a}\ntasks: [{id: t, name: T}]\n",
        &["missing-translation role:1:8"],
    ),
    (HEAD, "name: {en: a}\ntasks: [{id: t, name: T}]\n", &[]),
    (
        HEAD,
        "name: a\ntasks: [{id: b, name: Reply}, {id: c, name: Reply}]\n",
        &["same-task-twice role:2:32"],
    ),
    (
        HEAD,
        "name: a\ntasks: [{id: b, name: Reply}, {id: c, name: REPLY}]\n",
        &["same-task-twice role:2:32"],
    ),
    (
        HEAD,
        "name: a\ntasks: [{id: b, name: B, area: crisis}, {id: c, name: C}]\n",
        &["task-without-area role:2:42"],
    ),
    (
        HEAD,
        "name: Post #1 of # the day\ntasks: [{id: t, name: T #no\n  }, {id: u, name: 'U' #1\n  }] #2\n",
        &["hash-in-text role:1:12", "hash-in-text role:2:25"],
    ),
    ("version: 1\nsources: {s: {title: S}}\n", ROLE, &["uncited-source registry:2:11"]),
    (
        HEAD,
        "name: a\ntasks: [{id: b, name: \"pl\\u200ban\"}]\n",
        &["zero-width-character role:2:10"],
    ),
];

/// A registry.yaml, a team.yaml, and what they get beside a role.
const TEAMS: &[(&str, &str, &[&str])] = &[
    (HEAD, "people: [{name: Ana}]\npins: {role/t: Ana}\n", &[]),
    (HEAD, "people:\npins:\n", &[]),
    (HEAD, "people: [{name: Ana, roles: [role, role]}]\n", &[]),
    (HEAD, "people: [{name: Ana, position: role}]\n", &[]),
    (HEAD, "people: [{name: Ana, position: one-person}]\n", &[]),
    (OWN_SIZE, "people: [{name: Ana, position: lead}]\n", &[]),
    (HEAD, "", &["empty-file team"]),
    (HEAD, "# nobody yet\n", &["empty-file team"]),
    (HEAD, "people: [\n", &["yaml-syntax team:1:9"]),
    (HEAD, "people: []\n---\npins:\n", &["several-documents team:2:1"]),
    (HEAD, "people: [&a {name: Ana}, *a]\n", &["yaml-alias team:1:26"]),
    (HEAD, "people: [{name: !x Ana}]\n", &["yaml-tag team:1:17"]),
    (HEAD, "people: [{name: Ana}]\npins:\n  <<: {role/t: Ana}\n", &["merge-key team:3:3"]),
    (HEAD, "people: []\nroles: []\n", &["unknown-key team:2:1"]),
    (HEAD, "people: []\npeople: []\n", &["duplicate-key team:2:1"]),
    (
        HEAD,
        "people: [{name: Ana}]\npins: {role/t: Ana, role/t: Ana}\n",
        &["duplicate-key team:2:21"],
    ),
    (
        HEAD,
        "people: [{name: Ana}]\npins: {role/t: Ana, ' role/t ': Ana}\n",
        &["duplicate-key team:2:21"],
    ),
    (HEAD, "people: [{hours_per_week: 40}]\npins: {role/t: Ana}\n", &["missing-key team:1:11"]),
    (HEAD, "people: Ana\n", &["wrong-type team:1:9"]),
    (HEAD, "- name: Ana\n", &["wrong-type team:1:3"]),
    (
        HEAD,
        "people: [Ana, {name: [Eva], roles: role, hours_per_week: '20'}]\npins: [role/t]\n",
        &[
            "wrong-type team:1:10",
            "wrong-type team:1:23",
            "wrong-type team:1:36",
            "wrong-type team:1:58",
            "wrong-type team:2:8",
        ],
    ),
    (HEAD, "people: [{name: Ana, roles: [role], position: role}]\n", &["invalid-value team:1:47"]),
    (HEAD, "people: [{name: Ana, hours_per_week: 1e1}]\n", &["invalid-value team:1:38"]),
    (
        HEAD,
        "people: [{name: ' '}, {name: }, {name: \"\\u200b\"}]\npins: {role/t: }\n",
        &[
            "blank-text team:1:17",
            "blank-text team:1:28",
            "blank-text team:1:40",
            "blank-text team:2:14",
        ],
    ),
    (
        HEAD,
        "people: [{name: \"a\\e[31mb\"}, {name: \"a\\tb\"}, {name: \"a\\u202eb\"}]\n",
        &[
            "control-character team:1:17",
            "control-character team:1:37",
            "control-character team:1:53",
        ],
    ),
    (HEAD, "people: [{name: Ana}, {name: Eva}, {name: Ana}]\n", &["duplicate-id team:1:43"]),
    (HEAD, "people: [{name: Ana, roles: [rolle]}]\n", &["unknown-role team:1:30"]),
    (HEAD, "people: [{name: Ana, position: lead}]\n", &["unknown-position team:1:32"]),
    (
        "version: 1\nsizes: []\n",
        "people: [{name: Ana, position: role}]\n",
        &["unknown-position team:1:32"],
    ),
    (OWN_SIZE, "people: [{name: Ana, position: one-person}]\n", &["unknown-position team:1:32"]),
    (
        HEAD,
        "people: [{name: Ana, hours_per_week: 0}, {name: Eva, hours_per_week: 169}]\n",
        &["hours-out-of-range team:1:38", "hours-out-of-range team:1:70"],
    ),
    (
        HEAD,
        "people: [{name: Ana}]\npins: {t: Ana, rol/t: Ana, role/u: Ana, role/t: Anna}\n",
        &[
            "unknown-task team:2:8",
            "unknown-role team:2:16",
            "unknown-task team:2:28",
            "unknown-person team:2:49",
        ],
    ),
    (
        HEAD,
        "people: [{name: Ana, from: 2027-02-29, until: soon, away: [{from: 1927-01-01, until: 2027-01-01}]}]\n",
        &["invalid-date team:1:28", "invalid-date team:1:47", "invalid-date team:1:67"],
    ),
    (
        HEAD,
        "people: [{name: Ana, from: 2027-02-02, until: 2027-02-01}]\n",
        &["invalid-date team:1:47"],
    ),
    (
        HEAD,
        "people:
- name: Ana
  away:
  - {from: 2027-08-16, until: 2027-08-20}
  - {from: 2027-08-02, until: 2027-08-16}
  - {from: 2027-09-02, until: 2027-09-01}
  - {from: 2027-10-01}
",
        &["invalid-date team:4:12", "invalid-date team:6:31", "missing-key team:7:6"],
    ),
    (
        OWN_SIZE,
        "people: [{name: Ana, position: lead, lead: [role]}, {name: Luis, lead: [role]}]\n",
        &["invalid-lead team:1:73"],
    ),
    (
        HEAD,
        "people: [{name: Ana, roles: [role], lead: [role, role, rolle]}]\n",
        &["unknown-role team:1:56"],
    ),
    (
        HEAD,
        "people: [{name: Ana, deputy: Eva}, {name: Luis, deputy: Luis}]\n",
        &["unknown-person team:1:30", "invalid-value team:1:57"],
    ),
    (HEAD, "people: [{name: Ana, deputy: Eva}, {name: Eva, deputy: Ana}]\n", &[]),
    (
        HEAD,
        "vacancies: [{roles: [rolle]}, {position: lead, from: soon}, {hours_per_week: 200}]\n",
        &[
            "unknown-role team:1:22",
            "unknown-position team:1:42",
            "invalid-date team:1:54",
            "missing-key team:1:62",
            "hours-out-of-range team:1:78",
        ],
    ),
    (HEAD, "pins: {role/t: Ana}\n", &["unknown-person team:1:16"]),
    (HEAD, "people: [{name: \"Zo\\u00e9\"}]\npins: {role/t: \"Zoe\\u0301\"}\n", &[]),
    (HEAD, "people: [{name: Ana}, {name: ana}]\n", &["similar-names team:1:30"]),
    (HEAD, "people: [{name: \"An\\u200ba\"}]\n", &["zero-width-character team:1:17"]),
    (HEAD, "people:\n- name: Ana #boss\n", &["hash-in-text team:2:13"]),
];

/// A registry whose one company size has the position `lead`.
const OWN_SIZE: &str = "version: 1
sizes:
- {id: a, name: A, staffing: custom, positions: [{id: lead, name: L, roles: [role]}]}
";

#[test]
fn each_mistake_in_a_team_gets_its_problem_at_its_place() {
    let mut wrong = Vec::new();
    for (head, team, expected) in TEAMS {
        let sources = sources(&[("registry", head), ("role", ROLE), ("team", team)]);
        let found = problems_of(&sources);
        if found != *expected {
            wrong.push(format!("{team:?}\n  found {found:?}\n  not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let long = format!("people: [{{name: {}}}]\n", "a".repeat(101));
    let found = problems_of(&sources(&[("registry", HEAD), ("team", &long)]));
    assert_eq!(found, ["text-too-long team:1:17"]);
}

/// A registry.yaml, an `also_called.yaml`, and what they get beside a role.
const OTHER_WORDS: &[(&str, &str, &[&str])] = &[
    (HEAD, "role: {t: {en: [A, 1], de: [B]}}\n", &[]),
    (HEAD, "role: {t: [A, {fr: B}]}\n", &[]),
    (HEAD, "role: {t: }\n", &[]),
    (HEAD, "role:\n", &[]),
    (HEAD, "{}\n", &[]),
    (HEAD, "every_task: {en: [A], nl: [B]}\nrole: {t: [C]}\n", &[]),
    (HEAD, "every_task: [A, {fr: B}]\n", &[]),
    (HEAD, "every_task:\n", &[]),
    (HEAD, "# none yet\n", &["empty-file also_called"]),
    (HEAD, "role: {\n", &["yaml-syntax also_called:1:7"]),
    (HEAD, "role: {t: !x [A]}\n", &["yaml-tag also_called:1:11"]),
    (HEAD, "role: {t: [&a A, *a]}\n", &["yaml-alias also_called:1:18"]),
    (
        HEAD,
        "<<: {role: {t: [A]}}\nrole: {<<: {t: [A]}}\n",
        &["merge-key also_called:1:1", "merge-key also_called:2:8"],
    ),
    (HEAD, "- role\n", &["wrong-type also_called:1:3"]),
    (HEAD, "role: [t]\n", &["wrong-type also_called:1:8"]),
    (HEAD, "role: {t: A}\n", &["wrong-type also_called:1:11"]),
    (HEAD, "role: {t: {en: A}}\n", &["wrong-type also_called:1:16"]),
    (HEAD, "role: {}\nrole: {}\n", &["duplicate-key also_called:2:1"]),
    (HEAD, "role: {t: [A], t: [B]}\n", &["duplicate-key also_called:1:16"]),
    (HEAD, "role: {t: {en: [A], EN: [B]}}\n", &["duplicate-key also_called:1:21"]),
    (HEAD, "rolle: {t: [A]}\n", &["unknown-role also_called:1:1"]),
    (HEAD, "role/t: {en: [A]}\n", &["unknown-role also_called:1:1"]),
    (HEAD, "every-task: {en: [A]}\n", &["unknown-role also_called:1:1"]),
    (HEAD, "every_task: A\n", &["wrong-type also_called:1:13"]),
    (HEAD, "every_task: {t: [A]}\n", &["unknown-language also_called:1:14"]),
    (HEAD, "every_task: [\"\", \"a\\u200bb\"]\n", &["blank-text also_called:1:14"]),
    (HEAD, "every_task: [\"a\\u200bb\"]\n", &["zero-width-character also_called:1:14"]),
    (
        HEAD,
        "role: {u: [A], role/t: [B]}\n",
        &["unknown-task also_called:1:8", "unknown-task also_called:1:16"],
    ),
    (
        HEAD,
        "role: {u: ['']}\nrolle: {t: {english: [A]}}\n",
        &[
            "unknown-task also_called:1:8",
            "blank-text also_called:1:12",
            "unknown-role also_called:2:1",
            "unknown-language also_called:2:13",
        ],
    ),
    (
        "version: 1\nlanguages: [en]\n",
        "role: {t: {fr: [A]}}\n",
        &["unknown-language also_called:1:12"],
    ),
    (HEAD, "role: {t: [\"a\\e[31mb\"]}\n", &["control-character also_called:1:12"]),
    (HEAD, "role: {t: [A, \"a\\u200bb\"]}\n", &["zero-width-character also_called:1:15"]),
    (HEAD, "role:\n  t:\n    - A #b\n", &["hash-in-text also_called:3:9"]),
];

#[test]
fn each_mistake_in_other_words_gets_its_problem_at_its_place() {
    let mut wrong = Vec::new();
    for (head, words, expected) in OTHER_WORDS {
        let sources = sources(&[("registry", head), ("role", ROLE), ("also_called", words)]);
        let found = problems_of(&sources);
        if found != *expected {
            wrong.push(format!("{words:?}\n  found {found:?}\n  not {expected:?}"));
        }
        // Who leaves the file out is not told.
        assert_eq!(problems_of(&sources.without_other_words()), [""; 0], "{words:?}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn other_words_of_a_task_and_of_the_file_add_up_in_any_languages() {
    let sources = sources(&[
        ("registry", HEAD),
        ("other", "name: {nl: Andere}\ntasks: [{id: o, name: O}]\n"),
        (
            "role",
            "name: R\ntasks: [{id: t, name: T, also_called: {sv: [A], en: [B]}}, {id: u, name: U}]\n",
        ),
        ("also_called", "role: {u: {it: [C], sv: [D]}, t: [{nl: E}, F]}\n"),
    ]);
    let registry = resolve::read(&sources).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let words = |task: &str| {
        let role = registry.role_by_id("role").unwrap();
        let task = registry.task(registry.task_by_id(role, task).unwrap());
        let tag = |text: &Text| {
            let language = text.by_language().next();
            language.map_or("", |(number, _)| registry.languages()[usize::from(number.0)].as_str())
        };
        let words = task.also_called.iter();
        words.map(|text| format!("{} {}", tag(text), text.all().next().unwrap())).collect()
    };
    let words: [Vec<String>; 2] = ["t", "u"].map(words);
    assert_eq!(words[0], ["sv A", "en B", "nl E", " F"]);
    assert_eq!(words[1], ["it C", "sv D"]);
}

#[test]
fn people_are_kept_as_they_are_written() {
    let team = "people:
- {name: No, roles: [role, role, other], hours_per_week: 20.5}
- {name: 123, position: one-person}
- {name: ' Ana@home=1 ', roles: []}
pins:
  other/o: 123
  role/t: Ana@home=1
";
    let sources = sources(&[
        ("registry", HEAD),
        ("role", ROLE),
        ("other", "name: Other\ntasks: [{id: n, name: N}, {id: o, name: O}]\n"),
        ("team", team),
    ]);
    let registry = resolve::read(&sources).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let team = registry.team().unwrap();
    let [role, other] = ["role", "other"].map(|id| registry.role_by_id(id).unwrap());
    let people: Vec<_> = team
        .people
        .iter()
        .map(|member| (member.name.as_ref(), &member.holds, member.hours_per_week))
        .collect();
    let hours = Hours::parse("20.5").ok();
    let position = PositionId::parse("one-person").unwrap();
    assert_eq!(
        people,
        [
            ("No", &Holds::Roles([role, other].into()), hours),
            ("123", &Holds::Position(position), None),
            ("Ana@home=1", &Holds::Anything, None),
        ]
    );
    let pins: Vec<_> =
        team.pins.iter().map(|pin| (registry.task_id(pin.task), pin.person)).collect();
    assert_eq!(pins, [("other/o".to_owned(), 1), ("role/t".to_owned(), 2)]);
    let without = Sources::of(sources.files.into_iter().take(3).collect());
    assert!(resolve::read(&without).unwrap().team().is_none());
}

#[test]
fn first_and_last_days_count() {
    let team = "people:
- {name: Ana, away: [{from: 2027-08-09, until: 2027-08-10}, {from: 2027-08-02, until: 2027-08-02}]}
- {name: Luis, from: 2027-08-02, until: 2027-08-09}
vacancies:
- {roles: [role]}
- {roles: [role], from: 2027-08-09}
";
    let sources = sources(&[("registry", HEAD), ("role", ROLE), ("team", team)]);
    let registry = resolve::read(&sources).unwrap_or_else(|problems| panic!("{problems:#?}"));
    for (day, is_away, vacancies) in [
        ("2027-08-01", [false, true], 1),
        ("2027-08-02", [true, false], 1),
        ("2027-08-03", [false, false], 1),
        ("2027-08-09", [true, false], 2),
        ("2027-08-10", [true, true], 2),
        ("2027-08-11", [false, true], 2),
    ] {
        let roster = Roster::on(Date::parse(day).unwrap(), registry.team().unwrap());
        let away: Vec<bool> =
            (0..roster.people.len()).map(|person| roster.away.contains(&person)).collect();
        assert_eq!((&away[..], roster.vacancies.len()), (&is_away[..], vacancies), "{day}");
    }
}

#[test]
fn each_mistake_gets_its_problem_at_its_place() {
    let mut wrong = Vec::new();
    for (head, role, expected) in CASES.iter().chain(WARNINGS) {
        let sources = sources(&[("registry", head), ("role", role)]);
        let found = problems_of(&sources);
        if found != *expected {
            wrong.push(format!("{head:?} with {role:?}\n  found {found:?}\n  not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_too_long_too_deep_or_no_text_is_refused() {
    let long = format!("name: {}\n", "a".repeat(10_001));
    let deep = format!("name: {}", "{a: ".repeat(100_000));
    let deep_list = "- ".repeat(100_000);
    let many = format!("name: a\ntasks: [{}]\n", "5,".repeat(100_000));
    for (role, expected) in [
        (long.as_str(), "text-too-long role:1:7"),
        (&many, "file-too-long role:2:"),
        (&deep, "nesting-too-deep role:1:"),
        (&deep_list, "nesting-too-deep role:1:"),
    ] {
        let found = problems_of(&sources(&[("registry", HEAD), ("role", role)]));
        assert!(found.len() == 1 && found[0].starts_with(expected), "{found:?}");
    }
    let faults = [
        (Fault::TooLong(1 << 30), "file-too-long role"),
        (Fault::LinkOut, "link-outside role"),
        (Fault::LinkBroken, "unreadable-file role"),
        (Fault::Unreadable("Permission denied".into()), "unreadable-file role"),
    ];
    for (fault, expected) in faults {
        let mut sources = sources(&[("registry", HEAD), ("role", ROLE)]);
        sources.files[1].text = Err(fault);
        assert_eq!(problems_of(&sources), [expected]);
    }
    let mut sources = sources(&[("registry", HEAD)]);
    sources.files.push(SourceFile::from_bytes(
        "roles/role.yaml".into(),
        "role".into(),
        b"name: caf\xe9\n".to_vec(),
    ));
    assert_eq!(problems_of(&sources), ["not-utf-8 role:1:10"]);
}

#[test]
fn every_error_code_has_a_case() {
    let from_cases = CASES
        .iter()
        .chain(WARNINGS)
        .chain(TEAMS)
        .flat_map(|(.., expected)| expected.iter().map(|said| said.split(' ').next().unwrap()));
    let mut tested: BTreeSet<&str> = from_cases.collect();
    tested.extend([
        "text-too-long", "nesting-too-deep", "file-too-long", "link-outside", "unreadable-file",
        "not-utf-8",
    ]);
    // Sizes are named on the command line only, two roles have the same tasks, and a base is another folder; tests/cmd
    // shows this.
    tested.extend(["unknown-size", "same-tasks", "invalid-base"]);
    let all: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(all.difference(&tested).collect::<Vec<_>>(), Vec::<&&str>::new());
    assert!(Code::ALL.iter().any(|code| code.severity() == Severity::Warning));
}

#[test]
fn a_broken_file_does_not_make_the_others_wrong() {
    let files = [
        ("registry", HEAD),
        ("broken", "name: [\n"),
        (
            "role",
            "name: Role\nreports_to: broken\ntasks: [{id: a, name: A, after: [broken/anything]}]\n",
        ),
    ];
    assert_eq!(problems_of(&sources(&files)), ["yaml-syntax broken:1:7"]);
    let files = [
        ("registry", "version: [\n"),
        ("role", "name: {xx: R}\nsources: [any]\ntasks: [{id: a, name: A, area: any}]\n"),
    ];
    assert_eq!(problems_of(&sources(&files)), ["yaml-syntax registry:1:10"]);
}

#[test]
fn what_is_broken_elsewhere_does_not_make_the_team_wrong() {
    let team = "people: [{name: Ana, roles: [broken]}, {name: Eva, position: lead}]
pins: {broken/anything: Ana}
";
    let with = |head, broken: (&'static str, &'static str)| {
        problems_of(&sources(&[("registry", head), ("role", ROLE), broken, ("team", team)]))
    };
    assert_eq!(with(OWN_SIZE, ("broken", "name: [\n")), ["yaml-syntax broken:1:7"]);
    assert_eq!(
        with(OWN_SIZE, ("broken", "name: B\ntask: [{id: a, name: A}]\n")),
        ["unknown-key broken:2:1"]
    );
    let misnamed = with(OWN_SIZE, ("Broken", "name: B\n"));
    assert_eq!(misnamed, ["invalid-id Broken"]);
    let broken = ("broken", "name: B\ntasks: [{id: anything, name: A}]\n");
    for (head, expected) in [
        ("version: [\n", "yaml-syntax registry:1:10"),
        ("version: 1\nsizes: x\n", "wrong-type registry:2:8"),
        ("version: 1\nsize: []\n", "unknown-key registry:2:1"),
        (
            "version: 1\nsizes: [{id: a, name: A, staffing: custom, positions: [{name: L, roles: [role, broken]}]}]\n",
            "missing-key registry:2:57",
        ),
        (
            "version: 1\nsizes: [{id: a, name: A, staffing: custm, positions: []}]\n",
            "invalid-value registry:2:36",
        ),
    ] {
        assert_eq!(with(head, broken), [expected]);
    }
    // Nobody knows who is meant by a pin if somebody has no name, or stands under another key.
    for (team, expected) in [
        ("people: [{name: []}]\npins: {role/t: Ana}\n", "wrong-type team:1:17"),
        ("people: [Ana]\npins: {role/t: Ana}\n", "wrong-type team:1:10"),
        ("poeple: [{name: Ana}]\npins: {role/t: Ana}\n", "unknown-key team:1:1"),
        ("people: {a: b}\npins: {role/t: Ana}\n", "wrong-type team:1:10"),
    ] {
        let sources = sources(&[("registry", HEAD), ("role", ROLE), ("team", team)]);
        assert_eq!(problems_of(&sources), [expected], "{team}");
    }
}

#[test]
fn problems_of_all_files_come_together() {
    let found = problems_of(&sources(&[
        ("registry", "version: 2\n"),
        ("role", "name: R\nfoo: bar\n"),
        ("team", "people: [{name: Ana, roles: [nobody]}]\n"),
    ]));
    assert_eq!(
        found,
        ["invalid-value registry:1:10", "unknown-key role:2:1", "unknown-role team:1:30"]
    );
}

#[test]
fn a_team_that_cannot_be_read_has_a_way_out_of_its_own() {
    for (fault, code, fix) in [
        (Fault::NotAFile, Code::UnreadableFile, "name a file with the line `people:`"),
        (
            Fault::TooLong(1 << 30),
            Code::FileTooLong,
            "leave nothing in it but people, pins and vacancies",
        ),
    ] {
        let team = SourceFile::new("../people".into(), "people".into(), Err(fault));
        let sources = sources(&[("registry", HEAD), ("role", ROLE)]).with_team(team);
        let problems = resolve::read(&sources).unwrap_err();
        assert_eq!((problems.len(), problems[0].code), (1, code));
        assert_eq!(problems[0].fix.as_deref(), Some(fix));
        let file = sources.file(problems[0].place.file()).unwrap();
        assert_eq!(file.path, "../people");
    }
}

#[test]
fn the_first_of_two_files_of_people_is_read() {
    let mut sources = sources(&[("registry", HEAD), ("role", ROLE), ("team", "people: [x]\n")]);
    let second = "people: [y, z]\n";
    let second = SourceFile::from_bytes("roles/team.yml".into(), "team".into(), second.into());
    sources.files.push(second);
    let found = problems_of(&sources);
    assert_eq!(found, ["wrong-type team:1:10", "duplicate-id team"]);
}

#[test]
fn what_looks_like_something_else_stays_the_text_it_is() {
    for text in ["NO", "yes", "1.10", "2026-01-01", "007", "true", "0x10", "1_000", "1e5"] {
        let sources = sources(&[("registry", HEAD), ("role", &format!("name: {text}\r\n"))]);
        let registry = resolve::read(&sources).unwrap_or_else(|problems| panic!("{problems:#?}"));
        let role = registry.role(registry.role_by_id("role").unwrap());
        assert_eq!(role.name.pick(&registry.preference(None)), text);
    }
}

#[test]
fn a_registry_has_a_limited_number_of_languages_wherever_they_are_met() {
    let tag = |number: usize| format!("en-x-{number}");
    let role = |first: usize| {
        let each: Vec<String> =
            (first..first + 120).map(|number| format!("{}: R", tag(number))).collect();
        format!("name: {{{}}}\n", each.join(", "))
    };
    let (one, other) = (role(0), role(120));
    let files = [("registry", HEAD), ("one", one.as_str()), ("other", &other)];
    assert_eq!(problems_of(&sources(&files[..2])), ["role-without-tasks one:1:1"]);
    assert_eq!(problems_of(&sources(&files)), ["invalid-value other:1:1"]);
}

#[test]
fn a_wrong_name_is_compared_with_a_limited_number_of_right_ones() {
    let roles: Vec<(String, String)> = (0..600)
        .map(|number| (format!("role-{number}"), format!("name: R\nreports_to: rolle-{number}x\n")))
        .collect();
    let mut files: Vec<(&str, &str)> =
        roles.iter().map(|(stem, text)| (stem.as_str(), text.as_str())).collect();
    files.push(("registry", HEAD));
    let found = problems_of(&sources(&files));
    assert_eq!(found.len(), 600);
    assert!(found.iter().all(|said| said.starts_with("unknown-role")));
}

#[test]
fn a_task_for_which_an_absent_role_is_accountable_is_warned_of_where_it_is_done() {
    let size = |roles: &str| {
        format!(
            "version: 1\nsizes: [{{id: a, name: A, staffing: custom, positions: [{{id: p, name: P, roles: [{roles}]}}]}}]\n"
        )
    };
    let warned = |roles: &str| {
        problems_of(&sources(&[
            ("registry", &size(roles)),
            ("role", "name: a\ntasks: [{id: t, name: T, accountable: boss}]\n"),
            ("boss", "name: b\ntasks: [{id: t, name: T}]\n"),
        ]))
    };
    assert_eq!(warned("role, boss"), Vec::<String>::new());
    assert_eq!(
        warned("role"),
        ["role-without-position registry:2:10", "no-single-accountable role:2:10"]
    );
    // Nobody does the task there, so nobody has to answer for it.
    assert_eq!(warned("boss"), ["role-without-position registry:2:10"]);
}
