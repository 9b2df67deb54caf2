//! The slips that people make in YAML, each named in plain words at its place, with a way out.

use roles::problem::{Code, Problem};
use roles::resolve;
use roles::source::{SourceFile, Sources};

/// A role file, the line and column, and what is said there.
const SLIPS: &[(&str, &str, &str)] = &[
    ("name: A\n\tfocus: b\n", "2:1", "a tab in the indentation"),
    ("name: A\ntasks:\n\t- id: x\n", "3:2", "a tab in the indentation"),
    ("name: A\npurpose: |\n\tx\n", "3:1", "a tab in the indentation"),
    ("\tname: A\n", "1:1", "a tab in the indentation"),
    ("name: A\ntasks:\n  -\tid: a\n    name: b\n", "3:4", "a tab in the indentation"),
    ("name: \"\\q\"\n", "1:7", "a backslash in double quotes that stands for no character"),
    ("name: \"\\ud800\"\n", "1:7", "a backslash in double quotes that stands for no character"),
    ("\"\n", "1:1", "a quote that is not closed"),
    ("\"a\n--- b\"\n", "1:1", "a quote that is not closed"),
    ("name: \"A\ntasks: []\n", "1:7", "a quote that is not closed"),
    ("name: 'it's'\n", "1:11", "something behind the quote that closes the text"),
    ("name: \"a\"b\n", "1:10", "something behind the quote that closes the text"),
    ("tasks: []]\n", "1:10", "a closing bracket that nothing opens"),
    ("tasks: [{id: x]}\n", "1:9", "'{' is closed by ']'"),
    ("tasks: [a\n", "1:8", "'[' is not closed"),
    ("tasks: {id: x name: y}\n", "1:19", "a comma is missing in front of this"),
    ("tasks: [{a} {b}]\n", "1:13", "a comma is missing in front of this"),
    ("name: A\nfocus:strategy\n", "2:6", "a colon without a space behind it"),
    ("focus:strategy\nname: A\n", "1:6", "a colon without a space behind it"),
    (
        "tasks:\n  - id: x\n   name: X\n",
        "3:4",
        "a line that does not stand under the hyphens above it",
    ),
    ("name:\n    en: c\n  fr: e\n", "3:3", "a line that does not stand under the keys above it"),
    ("  name: A\nfocus: d\n", "2:1", "a line that stands further out than those above it allow"),
    ("name: |2\n A\n", "2:2", "a line that stands further out than those above it allow"),
    ("name: A\n tasks: []\n", "2:7", "a line that stands further in than those above it allow"),
    ("name: | text\n", "1:7", "something behind the | or > that begins a text"),
    ("tasks: [- b]\n", "1:9", "a hyphen inside brackets"),
    ("tasks: - id: x\n", "1:8", "a list that begins behind something else"),
    ("tasks:\n  -id: x\n   name: X\n", "2:3", "a hyphen without a space behind it"),
    ("tasks: [-]\n", "1:9", "a hyphen without a space behind it"),
    ("tasks: [-a, -]\n", "1:13", "a hyphen without a space behind it"),
    ("- a\n-b\n", "2:1", "a hyphen without a space behind it"),
    ("name: A\npurpose: Plan: first\n", "2:14", "a second colon in one line"),
    ("{a :[b]}\n", "1:4", "a colon where none can stand"),
    ("name: ? x\n", "1:7", "a question mark where no key can stand"),
    ("name: \"a\"#b\n", "1:10", "a # right behind a value"),
    ("name: a # c\n  b\n", "1:9", "a comment in the middle of a text"),
    ("name: a\n%x\n", "2:1", "a line that begins with %"),
    ("%YAML 9.9\n---\na: b\n", "1:1", "a line that begins with %"),
    ("name: a\n... b\n", "2:5", "something behind the three dots that end a file"),
    ("name: \u{feff}a\n", "1:7", "a byte order mark in the middle of the file"),
    ("name: @a\n", "1:7", "@ where a text begins"),
    ("name: `a`\n", "1:7", "` where a text begins"),
    ("name: %a\n", "1:7", "% where a text begins"),
    ("name: \u{7}\n", "1:7", "the character \\u{7}, which YAML refuses"),
    ("version:1\nname: a\n", "1:8", "a colon without a space behind it"),
    ("name:\n  en:C\n  fr: b\n", "2:5", "a colon without a space behind it"),
    ("tasks:\n  - id:x\n    name: b\n", "2:7", "a colon without a space behind it"),
    ("name: A\nfocus is strategy\n", "2:1", "a line that is no `key: value`"),
    ("name\n  en: a\n", "1:4", "a key without a colon"),
    (
        "name: A # x\n purpose: y\n",
        "2:2",
        "a line that stands further in than those above it allow",
    ),
    ("name: A\nfocus:\u{a0}strategy\n", "2:7", "a space of another kind, which is none to YAML"),
    ("languages: [en, fr\n\nsources:\n  a: {title: b}\n", "1:12", "'[' is not closed"),
    ("areas:\n  - {id: a, name: {es: b}\n  - {id: c, name: d}\n", "2:5", "'{' is not closed"),
    ("name: it's\npurpose: 'a\nfocus: b\n", "2:10", "a quote that is not closed"),
    ("<<<<<<< HEAD\nname: a\n", "1:1", "an unresolved merge conflict begins here"),
    (
        "name: A\ntasks:\n\u{3000} - {id: x, name: y}\n",
        "3:1",
        "a space of another kind, which is none to YAML",
    ),
    ("name: A\ntasks：\n  - id: x\n", "2:6", "a full-width colon, which is none to YAML"),
    ("name：A\ntasks: []\n", "1:5", "a full-width colon, which is none to YAML"),
    ("tasks: [{id: a， name: A}]\n", "1:15", "a full-width comma, which is none to YAML"),
    ("name: , X\n", "1:7", "a sign that begins no value"),
    ("name: ] X\n", "1:7", "a closing bracket that nothing opens"),
    ("tasks:\n  – {id: x, name: y}\n", "2:3", "a bullet or dash that is no hyphen"),
    ("tasks:\n  - id: x\n  – id: y\n", "3:3", "a bullet or dash that is no hyphen"),
    ("tasks: [{id: x, after: [#b]}]\n", "1:25", "a # right behind a value"),
    (
        "name: {en: Post #tags, fr: B}\n",
        "1:7",
        "a # that begins a comment before the bracket is closed",
    ),
    ("name: [a]#c\n", "1:10", "a # right behind a value"),
];

/// The problems of a role file, and the place of the first as line:column.
fn problems(text: &str) -> (Vec<Problem>, String) {
    let file = |stem: &str, text: &str| {
        SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
    };
    let sources = Sources::of(vec![file("registry", "version: 1\n"), file("role", text)]);
    let problems = resolve::read(&sources).map_or_else(|problems| problems, |_| Vec::new());
    let place = problems.first().and_then(|first| first.place.position(&sources));
    let place = place.map_or(String::new(), |at| format!("{}:{}", at.line, at.column));
    (problems, place)
}

#[test]
fn every_slip_of_syntax_is_named_in_plain_words() {
    for (text, place, message) in SLIPS {
        let (problems, found) = problems(text);
        let said = problems[0].message.strip_prefix("this is not YAML: ");
        assert_eq!((problems.len(), problems[0].code), (1, Code::YamlSyntax), "{text:?}");
        assert_eq!((found.as_str(), said), (*place, Some(*message)), "{text:?}");
        assert!(problems[0].fix.is_some(), "no way out of {text:?}");
    }
}

/// What is written of a task, with the place of the problem, its kind and its way out.
const SLIPS_IN_A_TASK: &[(&str, &str, Code, &str)] = &[
    ("hours_per_week: 2,5", "3:40", Code::UnknownKey, "write 2.5, with a point"),
    ("hours_per_week: much", "3:38", Code::WrongType, "write a plain number such as 2.5"),
    ("hours_per_week: \"8\"", "3:38", Code::WrongType, "write the number without quotes"),
    (
        "coordinates_with: role",
        "3:40",
        Code::InvalidValue,
        "name the other role, or remove the key",
    ),
    ("also_called: B", "3:35", Code::WrongType, "write it as a list: [B]"),
    ("also_called: {en: B}", "3:40", Code::WrongType, "write it as a list: [B]"),
    (
        "also_called: {en: [B, C], D}",
        "3:48",
        Code::WrongType,
        "put a text that has a comma in it in quotes",
    ),
    (
        "also_called: {en: [{en: B}]}",
        "3:42",
        Code::WrongType,
        "write one value, without braces and further keys",
    ),
    (
        "also_called: [{en: [B]}]",
        "3:42",
        Code::WrongType,
        "write one value, without brackets and hyphens",
    ),
    ("also_called: {en: [B], en: [C]}", "3:45", Code::DuplicateKey, "keep one of them"),
    ("also_called: {en: [B], EN: [C]}", "3:45", Code::DuplicateKey, "keep one of them"),
    ("also_called: {en: [\"\"]}", "3:41", Code::BlankText, "write something"),
    (
        "also_called: {english: [B]}",
        "3:36",
        Code::UnknownLanguage,
        "a language is a tag such as en, fr or pt-BR",
    ),
    ("overlaps: role/task", "3:32", Code::WrongType, "write it as a list: [role/task]"),
    (
        "overlaps: [lead/plan, task]",
        "3:44",
        Code::InvalidId,
        "write the id of a role, a slash and the id of a task",
    ),
    ("overlaps: [lead/Plan]", "3:33", Code::InvalidId, "write 'plan'"),
    (
        "overlaps: [lead/]",
        "3:33",
        Code::InvalidId,
        "lower-case letters a to z, digits and single hyphens",
    ),
    ("cadence: every week", "3:31", Code::InvalidValue, "write 'weekly'"),
    ("cadence: Every two weeks", "3:31", Code::InvalidValue, "write 'biweekly'"),
    ("cadence: every six months", "3:31", Code::InvalidValue, "write 'semiannual'"),
    (
        "cadence: bimonthly",
        "3:31",
        Code::InvalidValue,
        "one of: daily, weekly, biweekly, monthly, quarterly, semiannual, yearly, once, ongoing",
    ),
    ("cadence: weekly, on: monday", "3:43", Code::WrongType, "write it as a list: [monday]"),
    ("cadence: weekly, on: [mondey]", "3:44", Code::InvalidValue, "did you mean 'monday'?"),
    ("cadence: weekly, on: [Jeudi]", "3:44", Code::InvalidValue, "write 'thursday'"),
    ("cadence: weekly, days: [monday]", "3:39", Code::UnknownKey, "did you mean 'on'?"),
    ("cadence: daily, on: [friday, friday]", "3:51", Code::InvalidValue, "keep one of them"),
    (
        "cadence: biweekly, on: [friday, saturday]",
        "3:54",
        Code::InvalidValue,
        "write one of monday, tuesday, wednesday, thursday, friday, or add it to `workdays` in registry.yaml",
    ),
    (
        "cadence: monthly, on: [friday]",
        "3:45",
        Code::InvalidValue,
        "days are for daily, weekly and biweekly tasks: change the cadence, or remove `on`",
    ),
    (
        "on: [friday]",
        "3:27",
        Code::InvalidValue,
        "days are for daily, weekly and biweekly tasks: change the cadence, or remove `on`",
    ),
    (
        "cadence: weekly, hours_each_time: 2, hours_per_week: 2",
        "3:56",
        Code::InvalidValue,
        "keep one of them: from the hours of each time and the cadence follow the hours a week",
    ),
    (
        "cadence: once, hours_each_time: 2",
        "3:54",
        Code::InvalidValue,
        "write `hours_per_week`, or a cadence that comes round, such as `weekly`",
    ),
    (
        "hours_each_time: 2",
        "3:39",
        Code::InvalidValue,
        "add a cadence such as `cadence: weekly`, or write `hours_per_week`",
    ),
    (
        "cadence: daily, hours_each_time: 40",
        "3:55",
        Code::HoursOutOfRange,
        "correct them, or the cadence",
    ),
    ("doers: everybody", "3:29", Code::InvalidValue, "write 'each'"),
    ("doers: two", "3:29", Code::InvalidValue, "one of: one, each, shared"),
    ("hours_per_week: 1,000", "3:40", Code::UnknownKey, "write 1000, without a comma"),
    (
        "area: Video Clips",
        "3:28",
        Code::UnknownArea,
        "add `- {id: video-clips, name: Video clips}` to `areas` in registry.yaml",
    ),
    ("area: [crisis]", "3:29", Code::WrongType, "write one value, without brackets and hyphens"),
    ("sources: esco", "3:31", Code::WrongType, "write it as a list: [esco]"),
    (
        "after: [role]",
        "3:30",
        Code::UnknownTask,
        "this is a role; add a slash and a task: it has x",
    ),
];

/// The same of a role's whole file.
const SLIPS_IN_A_ROLE: &[(&str, &str, Code, &str)] = &[
    ("name: A\npurpose: |\nfocus: strategy\n", "2:10", Code::BlankText, "write something"),
    ("name:A\n", "1:1", Code::WrongType, "write a space after the colon"),
    ("Name: A\n", "1:1", Code::UnknownKey, "did you mean 'name'?"),
    (
        "name: A\ntasks: {x: {name: X}}\n",
        "2:9",
        Code::WrongType,
        "write it as a list: each begins with a hyphen, `- {id: first-draft, name: Make the first draft}`",
    ),
    ("name: A\nalso_called: B\n", "2:14", Code::WrongType, "write it as a list: [B]"),
    (
        "name: A\nreports_to: CEO\n",
        "2:13",
        Code::UnknownRole,
        "a role's id is the name of its file without the ending; there are role",
    ),
    (
        "name: {en: Writer, editor, fr: Plume}\n",
        "1:20",
        Code::WrongType,
        "put a text that has a comma in it in quotes",
    ),
    ("name: {en:Writer}\n", "1:8", Code::WrongType, "write a space after the colon"),
    ("name: A\ntasks:\n  - name: Cut videos\n", "3:5", Code::MissingKey, "add `id: cut-videos`"),
    ("tasks: []\n", "1:1", Code::MissingKey, "add `name: Role`"),
    (
        "name: A\ntasks: [Cut videos]\n",
        "2:9",
        Code::WrongType,
        "write it as `{id: first-draft, name: Make the first draft}`",
    ),
    (
        "name: A\ntasks:\n  - {id: x, name: X}\n  - area: crisis\n",
        "4:5",
        Code::MissingKey,
        "remove the hyphen if this belongs to what stands above; else add `id` and `name`",
    ),
    (
        "name: A\ntasks:\n  - id: x\n    name: X\n    area: crisis\n    id: y\n    name: Y\n    area: crisis\n",
        "6:5",
        Code::DuplicateKey,
        "put a hyphen and a space before it if another item begins here; else keep one of them",
    ),
    ("name:\n  en: #brand watch\n", "2:7", Code::BlankText, "put the text in quotes"),
    (
        "name: A\nen: B\n",
        "2:1",
        Code::UnknownKey,
        "a language stands inside a text, further in: `name: {en: …}`",
    ),
    ("{\\rtf1 name: A}\n", "1:1", Code::NotUtf8, "save it as plain text in UTF-8"),
];

#[test]
fn slips_that_are_still_yaml_get_a_hint_at_their_cause() {
    let task = |rest: &str| format!("name: A\ntasks:\n  - {{id: x, name: X, {rest}}}\n");
    let in_task =
        SLIPS_IN_A_TASK.iter().map(|(rest, place, code, fix)| (task(rest), place, code, fix));
    let in_role = SLIPS_IN_A_ROLE
        .iter()
        .map(|(text, place, code, fix)| ((*text).to_owned(), place, code, fix));
    for (text, place, code, fix) in in_task.chain(in_role) {
        let (problems, found) = problems(&text);
        assert_eq!(problems.len(), 1, "{text:?}: {problems:#?}");
        assert_eq!((found.as_str(), problems[0].code), (*place, *code), "{text:?}");
        assert_eq!(problems[0].fix.as_deref(), Some(*fix), "{text:?}");
    }
}

/// A registry.yaml that lists its languages.
const LISTED: &str = "version: 1\nlanguages: [en, fr]\n";

/// A registry.yaml, a role beside it, and the way out of what is wrong.
const SLIPS_IN_A_REGISTRY: &[(&str, &str, &str)] = &[
    ("# nothing\n", "name: A\n", "write the line `version: 1`"),
    ("version: 1\nworkdays: [monday, saterday]\n", "name: A\n", "did you mean 'saturday'?"),
    (
        "version: 1\nworking_days: [saturday]\n",
        "name: A\ntasks: [{id: x, name: X, cadence: weekly, on: [sunday]}]\n",
        "did you mean 'workdays'?",
    ),
    (
        "version: 1\nworkdays: [sunday, monday]\n",
        "name: A\ntasks: [{id: x, name: X, cadence: weekly, on: [friday]}]\n",
        "write one of monday, sunday, or add it to `workdays` in registry.yaml",
    ),
    (
        "version: 1\nlanguages: [en, German]\n",
        "name: A\n",
        "a language is a tag such as en, fr or pt-BR",
    ),
    (LISTED, "name: {en: A, ft: B}\n", "did you mean 'fr'?"),
    (
        LISTED,
        "name: {en: A, de: B}\n",
        "add it to `languages` in registry.yaml, which has en, fr, or remove the text",
    ),
    (
        "version: 1\nlanguages: [en]\n",
        "name: {en: A, es: B}\n",
        "add it to `languages` in registry.yaml, which has en, or remove the text",
    ),
    ("version: 1\nareas: [{id:video, name: V}]\n", "name: A\n", "write a space after the colon"),
    (
        "version: 1\nsizes: [{id: a, name: A, employees: {min: '1,000'}, staffing: one-person}, {id: b, name: B, employees: {max: 5}, staffing: one-person}]\n",
        "name: A\n",
        "write a whole number such as 249",
    ),
    (
        "version: 1\nsizes: [{id: a, name: A, employees: {min: 1,000}, staffing: one-person}, {id: b, name: B, employees: {max: 5}, staffing: one-person}]\n",
        "name: A\n",
        "write 1000, without a comma",
    ),
    (
        "version: 1\nsizes: [{id: a, name: A, employees: 2-249, staffing: one-person}]\n",
        "name: A\n",
        "write it as `{min: 2, max: 249}`",
    ),
    (
        "version: 1\nsizes:\n- {id: a, name: A, employees: {max: 9}, staffing: one-person}\n- {id: b, name: B, employees: {min: 9}, staffing: one-person}\n",
        "name: A\n",
        "let 'a' end at 8",
    ),
];

#[test]
fn slips_in_registry_yaml_get_a_hint_too() {
    for &(registry, role, fix) in SLIPS_IN_A_REGISTRY {
        let sources = Sources::of(vec![
            SourceFile::from_bytes("registry.yaml".into(), "registry".into(), registry.into()),
            SourceFile::from_bytes("role.yaml".into(), "role".into(), role.into()),
        ]);
        let problems = resolve::read(&sources).unwrap_err();
        assert_eq!(problems.len(), 1, "{registry:?}: {problems:#?}");
        assert_eq!(problems[0].fix.as_deref(), Some(fix), "{registry:?} {role:?}");
    }
}

/// What is written, the line and column of the problem, its code and its fix.
type Slip = (&'static str, &'static str, Code, &'static str);

/// A team.yaml with a slip.
const TEAM_SLIPS: &[Slip] = &[
    ("# nobody yet\n", "", Code::EmptyFile, "write at least one line, or remove the file"),
    ("people:\n  - Ana\n", "2:5", Code::WrongType, "write `- name: Ana`"),
    ("people: [Ana]\n", "1:10", Code::WrongType, "write `{name: Ana}`"),
    ("people:\n  - name:Ana\n", "2:5", Code::WrongType, "write a space after the colon"),
    (
        "people:\n  Ana: {roles: [role]}\n",
        "2:3",
        Code::WrongType,
        "write it as a list: each begins with a hyphen, `- {name: Ana, hours_per_week: 40}`",
    ),
    (
        "people: Ana\n",
        "1:9",
        Code::WrongType,
        "write it as a list: each begins with a hyphen, `- {name: Ana, hours_per_week: 40}`",
    ),
    ("members:\n  - name: Ana\n", "1:1", Code::UnknownKey, "did you mean 'people'?"),
    ("people: []\npin: {}\n", "2:1", Code::UnknownKey, "did you mean 'pins'?"),
    ("people: []\nversion: 1\n", "2:1", Code::UnknownKey, "known keys: people, pins, vacancies"),
    (
        "people:\n  - name: Ana\n    name: Luis\n",
        "3:5",
        Code::DuplicateKey,
        "put a hyphen and a space before it if another item begins here; else keep one of them",
    ),
    ("people: []\nvacancy: []\n", "2:1", Code::UnknownKey, "did you mean 'vacancies'?"),
    (
        "vacancies:\n  - from: 2027-03-01\n",
        "2:5",
        Code::MissingKey,
        "add `roles` and a list, or a `position`",
    ),
    (
        "vacancies: [role]\n",
        "1:13",
        Code::WrongType,
        "write it as `{roles: [designer], from: 2027-03-01, hours_per_week: 20}`",
    ),
    ("people:\n  - roles: [role]\n", "2:5", Code::MissingKey, "add `name: Ana`"),
    ("people:\n  - name:\n", "2:9", Code::BlankText, "write a name"),
    (
        "people:\n  - name: [Ana, Luis]\n",
        "2:12",
        Code::WrongType,
        "write one value, without brackets and hyphens",
    ),
    (
        "people:\n  - {name: Ana}\n  - {name: Ana}\n",
        "3:12",
        Code::DuplicateId,
        "give one person all their roles in one place, or tell two people apart",
    ),
    (
        "people:\n  - {name: Ana, roles: [role], position: role}\n",
        "2:42",
        Code::InvalidValue,
        "keep one of them; a position brings its roles along",
    ),
    ("pins: {role/x: Luis}\n", "1:16", Code::UnknownPerson, "add `- name: Luis` under `people`"),
];

/// What stands under the name of a person.
const PERSON_SLIPS: &[Slip] = &[
    ("role: role", "3:5", Code::UnknownKey, "did you mean 'roles'?"),
    ("hours: 20", "3:5", Code::UnknownKey, "did you mean 'hours_per_week'?"),
    ("capacity: 20", "3:5", Code::UnknownKey, "did you mean 'hours_per_week'?"),
    ("Position: role", "3:5", Code::UnknownKey, "did you mean 'position'?"),
    (
        "email: a@b.c",
        "3:5",
        Code::UnknownKey,
        "known keys: name, roles, position, hours_per_week, external, lead, from, until, away, deputy",
    ),
    ("external: yes", "3:15", Code::WrongType, "write true, or leave the key out"),
    ("freelancer: true", "3:5", Code::UnknownKey, "did you mean 'external'?"),
    ("lead: role", "3:11", Code::WrongType, "write it as a list: [role]"),
    ("start: 2027-01-04", "3:5", Code::UnknownKey, "did you mean 'from'?"),
    ("holidays: []", "3:5", Code::UnknownKey, "did you mean 'away'?"),
    ("from: 4.1.2027", "3:11", Code::InvalidDate, "write it such as 2027-08-02"),
    ("from: 2027-02-29", "3:11", Code::InvalidDate, "write a day that the calendar has"),
    ("until: 1927-01-04", "3:12", Code::InvalidDate, "correct the year"),
    (
        "away: {from: 2027-08-02}",
        "3:12",
        Code::WrongType,
        "write it as a list: each begins with a hyphen, `- {from: 2027-08-02, until: 2027-08-13}`",
    ),
    (
        "away: [2027-08-02]",
        "3:12",
        Code::WrongType,
        "write it as `{from: 2027-08-02, until: 2027-08-13}`",
    ),
    ("deputy: Ana", "3:13", Code::InvalidValue, "name somebody else, or leave the key out"),
    ("deputy: ana", "3:13", Code::UnknownPerson, "did you mean 'Ana'?"),
    ("roles: role", "3:12", Code::WrongType, "write it as a list: [role]"),
    ("roles: [rol]", "3:13", Code::UnknownRole, "did you mean 'role'?"),
    (
        "roles: [one-person]",
        "3:13",
        Code::UnknownRole,
        "this is a position: write `position: one-person`",
    ),
    ("position: Role", "3:15", Code::UnknownPosition, "did you mean 'role'?"),
    ("position: [role]", "3:16", Code::WrongType, "write one value, without brackets and hyphens"),
    ("position: ceo", "3:15", Code::UnknownPosition, "there are one-person, other, role"),
    ("hours_per_week: 20h", "3:21", Code::WrongType, "write 20, without the unit"),
    ("hours_per_week: 37.5 Hours", "3:21", Code::WrongType, "write 37.5, without the unit"),
    ("hours_per_week: \"20\"", "3:21", Code::WrongType, "write the number without quotes"),
    ("hours_per_week:", "3:19", Code::WrongType, "leave the key out where there is none"),
    (
        "hours_per_week: 0",
        "3:21",
        Code::HoursOutOfRange,
        "take somebody without time out of the list, or name them with `--without`",
    ),
    (
        "hours_per_week: 400",
        "3:21",
        Code::HoursOutOfRange,
        "correct it, or leave the key out where there is no limit",
    ),
    ("hours_per_week: full time", "3:21", Code::WrongType, "write a plain number such as 2.5"),
];

/// What stands under `pins`.
const PIN_SLIPS: &[Slip] = &[
    ("- role/x: Ana", "4:5", Code::WrongType, "write it as `designer/first-draft: Ana`"),
    ("role/x:Ana", "4:3", Code::WrongType, "write a space after the colon"),
    ("x: Ana", "4:3", Code::UnknownTask, "write 'role/x'"),
    ("y: Ana", "4:3", Code::UnknownTask, "write the role in front of it, such as 'other/y'"),
    ("role: Ana", "4:3", Code::UnknownTask, "this is a role; add a slash and a task: it has x, y"),
    (
        "nothing: Ana",
        "4:3",
        Code::UnknownTask,
        "write the id of a role, a slash and the id of a task",
    ),
    ("rolle/x: Ana", "4:3", Code::UnknownRole, "did you mean 'role'?"),
    ("role/z: Ana", "4:3", Code::UnknownTask, "did you mean 'other/z'?"),
    ("role/x: ana", "4:11", Code::UnknownPerson, "did you mean 'Ana'?"),
    ("role/x: Anna", "4:11", Code::UnknownPerson, "did you mean 'Ana'?"),
    (
        "role/x: Luis",
        "4:11",
        Code::UnknownPerson,
        "add `- name: Luis` under `people`; there are Ana",
    ),
    (
        "role/x: [Ana, Luis]",
        "4:12",
        Code::WrongType,
        "write one value, without brackets and hyphens",
    ),
    ("role/x:", "4:9", Code::BlankText, "write a name"),
    ("role/x: #ana", "4:11", Code::BlankText, "put the text in quotes"),
];

/// An `also_called.yaml` with a slip, beside a role `role` with the tasks x and y and a role `other` with y and z.
const OTHER_WORDS_SLIPS: &[Slip] = &[
    ("# none yet\n", "", Code::EmptyFile, "write at least one line, or remove the file"),
    (
        "- role\n",
        "1:3",
        Code::WrongType,
        "write it as `designer: {first-draft: {en: [Sketch, Outline]}}`",
    ),
    ("role: [x]\n", "1:8", Code::WrongType, "write it as `{first-draft: {en: [Sketch, Outline]}}`"),
    ("role:\n  x:[A]\n", "2:3", Code::WrongType, "write a space after the colon"),
    ("role: {x: A}\n", "1:11", Code::WrongType, "write it as a list: [A]"),
    ("role: {x: {en: A}}\n", "1:16", Code::WrongType, "write it as a list: [A]"),
    (
        "role: {x: {en: [A, B], C}}\n",
        "1:24",
        Code::WrongType,
        "put a text that has a comma in it in quotes",
    ),
    (
        "role: {x: {english: [A]}}\n",
        "1:12",
        Code::UnknownLanguage,
        "a language is a tag such as en, fr or pt-BR",
    ),
    ("roles: {x: [A]}\n", "1:1", Code::UnknownRole, "did you mean 'role'?"),
    (
        "x: {en: [A]}\n",
        "1:1",
        Code::UnknownRole,
        "a role's id is the name of its file without the ending; there are other, role",
    ),
    (
        "role/x: {en: [A]}\n",
        "1:1",
        Code::UnknownRole,
        "write the task below its role: `role: {x: …}`",
    ),
    ("role: {z: [A]}\n", "1:8", Code::UnknownTask, "did you mean 'other/z'?"),
    ("role: {en: [A]}\n", "1:8", Code::UnknownTask, "'role' has x, y"),
    ("role: {x: [A], x: [B]}\n", "1:16", Code::DuplicateKey, "keep one of them"),
];

#[test]
fn slips_in_other_words_get_a_hint_too() {
    for (words, place, code, fix) in OTHER_WORDS_SLIPS {
        check_beside_two_roles("also_called", words, (place, *code, fix));
    }
}

#[test]
fn slips_in_team_yaml_get_a_hint_too() {
    let whole = |slip: &Slip| (slip.0.to_owned(), *slip);
    let person = |slip: &Slip| (format!("people:\n  - name: Ana\n    {}\n", slip.0), *slip);
    let pin = |slip: &Slip| {
        let team = format!("people:\n  - name: Ana\npins:\n  {}\n", slip.0);
        (team, *slip)
    };
    let slips = TEAM_SLIPS.iter().map(whole);
    let slips = slips.chain(PERSON_SLIPS.iter().map(person));
    for (team, (_, place, code, fix)) in slips.chain(PIN_SLIPS.iter().map(pin)) {
        check_beside_two_roles("team", &team, (place, code, fix));
    }
}

/// This file beside two roles has one problem, with this place, code and fix.
fn check_beside_two_roles(stem: &str, text: &str, (place, code, fix): (&str, Code, &str)) {
    let file = |stem: &str, text: &str| {
        SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
    };
    let sources = Sources::of(vec![
        file("other", "name: B\ntasks: [{id: y, name: Y}, {id: z, name: Z}]\n"),
        file("registry", "version: 1\n"),
        file("role", "name: A\ntasks: [{id: x, name: X}, {id: y, name: Y}]\n"),
        file(stem, text),
    ]);
    let problems = resolve::read(&sources).unwrap_err();
    assert_eq!(problems.len(), 1, "{text:?}: {problems:#?}");
    let at = problems[0].place.position(&sources);
    let at = at.map_or(String::new(), |at| format!("{}:{}", at.line, at.column));
    assert_eq!((at.as_str(), problems[0].code), (place, code), "{text:?}");
    assert_eq!(problems[0].fix.as_deref(), Some(fix), "{text:?}");
}
