//! Calendars end to end: what the program writes, read back by a reader that is not the writer.

use crate::ics;

use ics::{Event, events, lines};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs `roles assign` with no setting of the tester's near.
fn assign(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    command.arg("assign").args(arguments);
    command.current_dir(folder).env_clear().output().unwrap()
}

/// The calendar that goes to standard output, and what is noted.
fn calendar(folder: &Path, arguments: &[&str]) -> (Vec<u8>, String) {
    let output = assign(folder, &[arguments, &["--format", "ics"]].concat());
    let noted = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{noted}");
    (output.stdout, noted)
}

fn shipped(arguments: &[&str]) -> Vec<u8> {
    calendar(Path::new("/"), arguments).0
}

/// What wrong use says.
fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = assign(folder, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

/// A folder with a registry of one role with these tasks.
fn registry(tasks: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("roles");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("registry.yaml"), "version: 1\n").unwrap();
    fs::write(folder.join("r.yaml"), format!("name: R\ntasks:\n{tasks}")).unwrap();
    dir
}

fn of<'e>(events: &'e [Event], task: &str) -> &'e Event {
    let (role, task) = task.split_once('/').unwrap();
    let start = format!("{role}.{task}.");
    let mut found = events.iter().filter(|event| event.uid.starts_with(&start));
    let event = found.next().unwrap_or_else(|| panic!("no {task}"));
    assert!(found.next().is_none(), "{task} comes twice");
    event
}

#[test]
fn every_task_that_comes_round_is_there_once() {
    let (bytes, noted) = calendar(Path::new("/"), &["--sme", "--start", "2026-01-05"]);
    let events = events(&bytes, 3);
    // What one person would only do with themselves fell away.
    assert_eq!(events.len(), 11);
    assert_eq!(noted, "");
    for (task, rule, days) in [
        (
            "community-manager/comment-replies",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            ["2026-01-05", "2026-01-06", "2026-01-07"],
        ),
        (
            "community-manager/publication-calendar",
            "FREQ=WEEKLY",
            ["2026-01-05", "2026-01-12", "2026-01-19"],
        ),
        (
            "social-media-manager/metrics-analysis",
            "FREQ=MONTHLY;BYDAY=3TH",
            ["2026-01-15", "2026-02-19", "2026-03-19"],
        ),
        (
            "social-media-manager/crisis-plan",
            "FREQ=YEARLY;BYMONTH=10;BYDAY=1MO",
            ["2026-10-05", "2027-10-04", "2028-10-02"],
        ),
    ] {
        let event = of(&events, task);
        assert_eq!((&*event.rule, &event.days[..]), (rule, &days.map(String::from)[..]));
        assert!(event.description.contains(&format!("Id: {task}")));
    }
    let reply = of(&events, "community-manager/comment-replies");
    assert_eq!(reply.summary, "Reply to comments on the networks");
    assert_eq!(reply.category.as_deref(), Some("Community"));
    assert_eq!(
        reply.description,
        "Role: Community manager\nTime: on average 4.0 h a week\nOnly after: Draw up the social media plan before anything is \
         published\nId: community-manager/comment-replies"
    );
}

#[test]
fn the_head_says_whose_calendar_it_is() {
    let lines = lines(&shipped(&["--solo", "--start", "2026-01-05", "--lang", "fr"]));
    assert_eq!(
        lines[..5],
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//roles//roles assign//EN",
            "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:Entrepreneur\u{a0}: Entrepreneur en solo",
        ]
    );
    // RFC 5546 wants an ORGANIZER with it; a calendar that is no invitation needs none.
    assert!(lines.iter().all(|line| !line.starts_with("METHOD")));
    for line in [
        "DTSTART;VALUE=DATE:20260105",
        "DTEND;VALUE=DATE:20260106",
        "DTSTAMP:20260105T000000Z",
        "TRANSP:TRANSPARENT",
        "SUMMARY:Répondre aux commentaires sur les réseaux",
    ] {
        assert!(lines.iter().any(|other| other == line), "{line}");
    }
}

/// When each task of a registry comes round, from a day on.
fn days_of(registry_file: &str, tasks: &str, start: &str) -> Vec<Event> {
    let dir = registry(tasks);
    fs::write(dir.path().join("roles/registry.yaml"), registry_file).unwrap();
    events(&calendar(dir.path(), &["--sme", "--start", start]).0, 13)
}

#[test]
fn what_comes_round_in_months_is_spread_over_its_period_on_working_days() {
    let tasks = "  - {id: y3, name: Y, cadence: yearly, after: [y1]}\n  - {id: y1, name: Y, cadence: yearly}\n  \
         - {id: y2, name: Y, cadence: yearly}\n  - {id: y4, name: Y, cadence: yearly}\n  \
         - {id: h, name: H, cadence: semiannual}\n  - {id: q, name: Q, cadence: quarterly}\n  \
         - {id: m1, name: M, cadence: monthly}\n  - {id: m2, name: M, cadence: monthly}\n";
    // A Saturday, and the last day of its month.
    let from = days_of("version: 1\n", tasks, "2026-01-31");
    let check = |task: &str, rule: &str, days: &str| {
        let event = of(&from, &format!("r/{task}"));
        assert_eq!(event.rule, rule);
        assert!(event.days.join(" ").starts_with(days), "{task}: {:?}", event.days);
    };
    check("y1", "FREQ=YEARLY;BYMONTH=2;BYDAY=1MO", "2026-02-02 2027-02-01");
    check("y3", "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO", "2026-05-04 2027-05-03");
    check("y2", "FREQ=YEARLY;BYMONTH=8;BYDAY=1MO", "2026-08-03 2027-08-02");
    check("y4", "FREQ=YEARLY;BYMONTH=11;BYDAY=1MO", "2026-11-02 2027-11-01");
    check("h", "FREQ=MONTHLY;INTERVAL=6;BYDAY=1MO", "2026-02-02 2026-08-03");
    check("q", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "2026-02-02 2026-05-04");
    check("m1", "FREQ=MONTHLY;BYDAY=1MO", "2026-02-02 2026-03-02 2026-04-06");
    // Half of the 28 days to the last of February are gone on a Saturday.
    check("m2", "FREQ=MONTHLY;BYDAY=3MO", "2026-02-16 2026-03-16 2026-04-20");
    for day in from.iter().flat_map(|event| &event.days) {
        let day: chrono::NaiveDate = day.parse().unwrap();
        assert!(!["6", "7"].contains(&&*day.format("%u").to_string()), "{day}");
    }
    // The fifth Thursday of a month is the last, which every month has.
    let from = days_of("version: 1\n", "  - {id: m, name: M, cadence: monthly}\n", "2026-01-29");
    let days = &of(&from, "r/m").days[..4];
    assert_eq!(days.join(" "), "2026-01-29 2026-02-26 2026-03-26 2026-04-30");
}

#[test]
fn what_comes_round_in_weeks_keeps_to_its_days() {
    let tasks = "  - {id: d, name: D, cadence: daily, hours_each_time: 0.5}\n  \
         - {id: w, name: W, cadence: weekly, on: [thursday, tuesday], hours_each_time: 2}\n  \
         - {id: b, name: B, cadence: biweekly, hours_per_week: 1}\n";
    let workdays = "version: 1\nworkdays: [tuesday, wednesday, thursday, saturday]\n";
    // A Friday.
    let from = days_of(workdays, tasks, "2026-01-02");
    let check = |task: &str, days: &str, said: &str| {
        let event = of(&from, &format!("r/{task}"));
        assert_eq!(event.days[..4].join(" "), days, "{}", event.rule);
        assert!(event.description.contains(said), "{}", event.description);
    };
    let days = "2026-01-03 2026-01-06 2026-01-07 2026-01-08";
    check("d", days, "\nTime: 0.5 h each time, on average 2.0 h a week\n");
    let days = "2026-01-06 2026-01-08 2026-01-13 2026-01-15";
    check("w", days, "\nTime: 2.0 h each time, on average 4.0 h a week\n");
    let days = "2026-01-03 2026-01-17 2026-01-31 2026-02-14";
    check("b", days, "\nTime: on average 1.0 h a week\n");
}

#[test]
fn what_everybody_does_is_in_everybodys_calendar_with_their_own_hours() {
    let dir = registry(
        "  - {id: e, name: E, cadence: daily, doers: each, hours_each_time: 0.4}\n  - {id: s, name: S, cadence: weekly, doers: shared, hours_each_time: 3}\n  - {id: o, name: O, cadence: weekly, doers: one}\n",
    );
    let people = ["--large", "--to", "Ana=20", "--to", "Luis=10"];
    let mut of_one = 0;
    for (name, hours) in [("Ana", "2.0"), ("Luis", "1.0")] {
        let read = events(&calendar(dir.path(), &[&people[..], &["--person", name]].concat()).0, 0);
        let said = "\nTime: 0.4 h each time, on average 2.0 h a week\n";
        assert!(of(&read, "r/e").description.contains(said));
        let said = format!("\nTime: on average {hours} h a week\n");
        assert!(of(&read, "r/s").description.contains(&said), "{name}");
        of_one += read.len() - 2;
    }
    assert_eq!(of_one, 1);
}

#[test]
fn what_does_not_come_round_is_named_and_in_no_calendar() {
    let dir = registry(
        "  - {id: a, name: A, cadence: once}\n  - {id: b, name: B, cadence: ongoing}\n  - {id: c, name: C, hours_per_week: 2}\n  - {id: d, name: D, cadence: daily, hours_per_week: 5, importance: supplemental}\n",
    );
    let (bytes, noted) = calendar(dir.path(), &["--sme", "--hours", "2"]);
    assert_eq!(events(&bytes, 0), []);
    assert_eq!(
        noted,
        "note: no task comes round at a fixed rhythm: there is nothing for a calendar\nnote: in no calendar: 3 tasks do not come round at a fixed rhythm (A; B; C)\nnote: in no calendar: 1 task has nobody (D)\n"
    );
    let (_, noted) = calendar(dir.path(), &["--sme", "--quiet"]);
    assert_eq!(noted, "");
    let output = assign(dir.path(), &["--sme", "--hours", "2", "--format", "ics", "--strict"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn texts_come_back_as_they_were() {
    let long = "🦀".repeat(300);
    let joined = "👩\u{200d}👩\u{200d}👧 ".repeat(60);
    let texts = [
        long.as_str(),
        joined.trim_end(),
        r#"a,b;c\d"e:f\n \\; \, ,,;;"#,
        "BEGIN:VEVENT",
        "X-WR: END:VCALENDAR",
        "مهمة التواصل مع الجمهور على الشبكات الاجتماعية كل يوم",
        "Répondre aux commentaires – à l'été, « vite »\u{a0}!",
        &"字\u{3000}字".repeat(120),
        &"a ".repeat(200),
        &"a".repeat(10_000),
    ];
    let mut tasks = String::new();
    for (number, text) in texts.iter().enumerate() {
        let text = serde_json::to_string(text).unwrap();
        let detail = r#""first\nsecond, third\n\nfourth""#;
        writeln!(tasks, "  - {{id: t{number}, name: {text}, detail: {detail}, cadence: daily}}")
            .unwrap();
    }
    let dir = registry(&tasks);
    // On the command line such a name would be taken for several people.
    let team = r"people: [{name: 'A,n;a\ \n'}]";
    fs::write(dir.path().join("roles/team.yaml"), team).unwrap();
    let (bytes, _) = calendar(dir.path(), &["--sme"]);
    let read = events(&bytes, 0);
    for (number, text) in texts.iter().enumerate() {
        let event = of(&read, &format!("r/t{number}"));
        assert_eq!(event.summary, text.trim_end(), "{number}");
        assert!(event.description.starts_with("first\nsecond, third\n\nfourth\n"));
    }
    let name = lines(&bytes).into_iter().find(|line| line.starts_with("X-WR-CALNAME:"));
    let name = name.unwrap();
    assert!(name.starts_with(r"X-WR-CALNAME:A\,n\;a\\ \\n: "), "{name}");
}

#[test]
fn names_that_would_bury_a_task_give_way_to_ids() {
    let long = "x".repeat(10_000);
    let dir = registry(&format!(
        "  - {{id: a, name: {long}, cadence: daily}}\n  - {{id: b, name: B, after: [a], cadence: daily}}\n"
    ));
    let role = dir.path().join("roles/r.yaml");
    let text = fs::read_to_string(&role).unwrap();
    fs::write(&role, text.replace("name: R", &format!("name: {long}"))).unwrap();
    let read = events(&calendar(dir.path(), &["--large"]).0, 0);
    assert_eq!(of(&read, "r/a").summary, long);
    let description = "Role: r\nOnly after: r/a\nId: r/b";
    assert_eq!(of(&read, "r/b").description, description);
}

#[test]
fn what_turns_the_direction_of_writing_stays_outside() {
    let name = "A\u{202e}b\u{200b}\u{feff}\u{2028}";
    let text = String::from_utf8(shipped(&["--sme", "--to", name])).unwrap();
    assert!(!text.contains(['\u{202e}', '\u{200b}', '\u{feff}', '\u{2028}']));
    assert!(text.contains(r"X-WR-CALNAME:A\\u{202e}b"));
}

#[test]
fn several_doers_are_told_apart_in_one_calendar() {
    let people = ["--large", "--to", "Ana", "--to", "Luis", "--start", "2026-01-05"];
    let all = events(&shipped(&people), 0);
    assert_eq!(all.len(), 12);
    let report = of(&all, "community-manager/activity-report");
    assert_eq!(report.summary, "Luis: Analyse the activity and pass the statistics on");
    assert!(of(&all, "social-media-manager/goals").summary.starts_with("Ana: "));
    // Their own calendars hold the same events, without the names.
    let own = |name: &str| events(&shipped(&[&people[..], &["--person", name]].concat()), 0);
    let (ana, luis) = (own("Ana"), own("Luis"));
    let uids = |events: &[Event]| -> BTreeSet<String> {
        events.iter().map(|event| event.uid.clone()).collect()
    };
    assert_eq!(&uids(&ana) | &uids(&luis), uids(&all));
    let report = of(&luis, "community-manager/activity-report");
    assert_eq!(report.summary, "Analyse the activity and pass the statistics on");
}

#[test]
fn events_keep_their_names() {
    let base = ["--large", "--to", "Ana@community-manager", "--to", "Luis"];
    let with = |more: &[&str]| {
        let read = events(&shipped(&[&base[..], more].concat()), 0);
        read.into_iter().map(|event| event.uid).collect::<BTreeSet<_>>()
    };
    let one = with(&["--start", "2026-01-05"]);
    assert_eq!(one, with(&["--start", "2027-03-31"]));
    assert_eq!(one, with(&["--lang", "es"]));
    let turned = ["--large", "--to", "Luis", "--to", "Ana@community-manager"];
    let turned = events(&shipped(&turned), 0);
    assert_eq!(one, turned.into_iter().map(|event| event.uid).collect());
    // Written down, so that no version of the program changes them unseen.
    assert!(one.contains("community-manager.comment-replies.59c6cb51045d97d2@roles"), "{one:?}");
    let names = |name: &str| {
        let read = events(&shipped(&["--sme", "--to", name]), 0);
        read.into_iter().map(|event| event.uid).collect::<BTreeSet<_>>()
    };
    for other in ["ana", "Ána", "Ana ", "An a", "position one-person"] {
        let same = other.trim() == "Ana";
        assert_eq!(names("Ana") == names(other), same, "{other}");
    }
    // Positions are known by their ids, whatever they are called.
    let seat = |lang: &str| {
        let read = events(&shipped(&["--large", "--lang", lang]), 0);
        read.into_iter().map(|event| event.uid).collect::<BTreeSet<_>>()
    };
    assert_eq!(seat("en"), seat("fr"));
}

#[test]
fn the_same_first_day_gives_the_same_bytes() {
    let arguments = ["--large", "--start", "2026-01-05"];
    assert_eq!(shipped(&arguments), shipped(&arguments));
    let sections = [&arguments[..], &["--by", "area"]].concat();
    assert_eq!(shipped(&arguments), shipped(&sections));
}

#[test]
fn without_a_first_day_it_is_the_next_monday() {
    let monday = || {
        let mut day = chrono::Local::now().date_naive();
        while day.format("%u").to_string() != "1" {
            day = day.succ_opt().unwrap();
        }
        day
    };
    let before = monday();
    let (bytes, noted) = calendar(Path::new("/"), &["--sme"]);
    let after = monday();
    let lines = lines(&bytes);
    let is_first = |day: chrono::NaiveDate| {
        let start = format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d"));
        let note = format!("note: the first day is Monday {day}; --start chooses another\n");
        lines.contains(&start) && noted.starts_with(&note)
    };
    assert!(is_first(before) || is_first(after), "{noted}");
    let (_, noted) = calendar(Path::new("/"), &["--sme", "--quiet"]);
    assert_eq!(noted, "");
}

/// The files of a folder, by name, with whose calendars they are.
fn owners(folder: &Path) -> Vec<(String, String)> {
    let files = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let owner = |file: fs::DirEntry| {
        let lines = lines(&fs::read(file.path()).unwrap());
        let head = lines.iter().find_map(|line| line.strip_prefix("X-WR-CALNAME:"));
        let owner = head.unwrap().split(": ").next().unwrap().to_owned();
        (file.file_name().into_string().unwrap(), owner)
    };
    let mut owners: Vec<_> = files.map(owner).collect();
    owners.sort();
    owners
}

#[test]
fn a_file_is_its_doers_whatever_the_order() {
    let dir = tempfile::tempdir().unwrap();
    let write = |names: &[&str]| {
        let mut arguments = vec!["--large", "--calendars", "p"];
        for name in names {
            arguments.extend(["--to", name]);
        }
        assert!(assign(dir.path(), &arguments).status.success());
        owners(&dir.path().join("p"))
    };
    let first = write(&["José", "Jose"]);
    // Written down, so that no version of the program changes it unseen.
    let named = |file: &str, owner: &str| (file.to_owned(), owner.to_owned());
    assert_eq!(first, [named("jose-61be2224.ics", "José"), named("jose.ics", "Jose")]);
    assert_eq!(write(&["Jose", "José"]), first);
    // The letters of a name may be one character or two.
    assert_eq!(write(&["Jose", "Jose\u{301}"]), first);
    write(&["李小龍", "Анна"]);
    let all = write(&["Мария", "Анна"]);
    for name in ["José", "Jose", "李小龍", "Анна", "Мария"] {
        let count = all.iter().filter(|(_, owner)| owner == name).count();
        assert_eq!(count, 1, "{name}");
    }
}

#[test]
fn the_form_of_a_name_changes_no_event() {
    let with = |name: &str| shipped(&["--sme", "--start", "2026-01-05", "--to", name]);
    assert_eq!(with("Jos\u{e9}"), with("Jose\u{301}"));
    let twice = ["--sme", "--to", "Jos\u{e9}", "--to", "Jose\u{301}"];
    assert!(refused(Path::new("/"), &twice).contains("is named twice"));
    let dir = registry("  - {id: a, name: A, cadence: daily}\n");
    let team = "people: [{name: \"Jos\u{e9}\"}, {name: \"Jose\u{301}\"}]\n";
    fs::write(dir.path().join("roles/team.yaml"), team).unwrap();
    assert!(refused(dir.path(), &["--sme"]).contains("stands here a second time"));
}

#[test]
fn who_has_no_calendar_or_none_any_more_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let noted = |arguments: &[&str]| {
        let base = ["--large", "--start", "2026-01-05", "--calendars", "p"];
        let output = assign(dir.path(), &[&base, arguments].concat());
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let slash = std::path::MAIN_SEPARATOR;
    let team = ["--to", "Ana", "--to", "Luis"];
    assert!(!noted(&team).contains("calendar of"));
    fs::write(dir.path().join("p/theirs.ics"), "BEGIN:VCALENDAR\r\n").unwrap();
    let old = format!("note: p{slash}luis.ics is a calendar of somebody who has none now;");
    assert!(noted(&["--to", "Ana"]).contains(&old));
    assert!(dir.path().join("p/luis.ics").is_file());
    // One person's calendar says nothing of the others'.
    let one = [&team[..], &["--person", "Ana"]].concat();
    assert!(!noted(&one).contains("calendar of"));
    let roles = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M"];
    let crowd: Vec<String> = roles.map(|name| format!("{name}@community-manager")).into();
    let crowd: Vec<&str> = crowd.iter().flat_map(|name| ["--to", name]).collect();
    let noted = noted(&[&["--to", "Ana"], &crowd[..]].concat());
    assert!(
        noted.contains(
            "note: no calendar for E, F, G, … and 6 more, who have no task that comes round\n"
        ),
        "{noted}"
    );
}

#[test]
fn a_checklist_says_what_comes_first_wherever_it_stands() {
    let dir = registry(
        "  - {id: a, name: A, cadence: daily, after: [b, y]}\n  - {id: b, name: B, cadence: daily}\n  - {id: y, name: Y, cadence: yearly}\n  - {id: z, name: Z, cadence: daily, after: [a, b, o, p, y]}\n  - {id: o, name: O, cadence: once}\n  - {id: p, name: P}\n",
    );
    let output = assign(dir.path(), &["--sme", "--by", "cadence", "--format", "markdown"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for line in [
        "- [ ] B",
        "- [ ] A (only after: Y; B)",
        "- [ ] Z (only after: O; P; Y; … and 2 more)",
        "- [ ] Y",
    ] {
        assert!(text.lines().any(|other| other == line), "{line}: {text}");
    }
    assert!(!text.contains("Without an estimate") && !text.contains("## Load"));
    assert_eq!(text.matches("Small or medium").count(), 1, "{text}");
}

#[test]
fn each_doer_gets_a_file() {
    const FILES: [&str; 3] = ["ana.ics", "ana-6fceeb51.ics", "person-3e50a755.ics"];
    let dir = tempfile::tempdir().unwrap();
    let team = [
        "--large",
        "--to",
        "Ana",
        "--to",
        "ana@community-manager",
        "--to",
        "經理@community-manager",
    ];
    let written = |more: &[&str]| {
        let output = assign(dir.path(), &[&team[..], &["--calendars", "out"], more].concat());
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let slash = std::path::MAIN_SEPARATOR;
    let said = |verb: &str| FILES.map(|name| format!("{verb} out{slash}{name}\n")).concat();
    assert_eq!(written(&["--start", "2026-01-05"]), said("wrote"));
    let read = |name: &str| fs::read(dir.path().join("out").join(name)).unwrap();
    let before = read("ana.ics");
    // What the program wrote it replaces: a calendar is made anew now and then.
    assert_eq!(written(&["--start", "2026-01-05"]), said("replaced"));
    assert_eq!(read("ana.ics"), before);
    assert_eq!(written(&["--start", "2026-02-05"]), said("replaced"));
    assert_ne!(read("ana.ics"), before);
    let count: usize = FILES.iter().map(|name| events(&read(name), 0).len()).sum();
    assert_eq!(count, 12);
    // What somebody else wrote stays, and nothing is written at all.
    fs::write(
        dir.path().join("out/person-3e50a755.ics"),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//theirs\r\n",
    )
    .unwrap();
    let before = read("ana.ics");
    let arguments = [&team[..], &["--calendars", "out"]].concat();
    let refusal = refused(dir.path(), &arguments);
    assert!(
        refusal.contains("3e50a755.ics is there already") && refusal.contains("--force"),
        "{refusal}"
    );
    assert_eq!(read("ana.ics"), before);
    written(&["--force"]);
    assert!(read(FILES[2]).starts_with(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//roles//"));
    // One person's calendar alone.
    let arguments = [&team[..], &["--calendars", "one", "--person", "ana"]].concat();
    assert!(assign(dir.path(), &arguments).status.success());
    let names: Vec<_> = fs::read_dir(dir.path().join("one")).unwrap().collect();
    assert_eq!(names.len(), 1);
}

#[test]
fn no_file_leaves_its_folder() {
    let dir = tempfile::tempdir().unwrap();
    let arguments = ["--sme", "--calendars", "in/out", "--to", "../../Escape"];
    assert!(assign(dir.path(), &arguments).status.success());
    assert!(dir.path().join("in/out/escape-a8217c8e.ics").is_file());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_or_a_pipe_in_a_files_place_is_not_ours() {
    let dir = tempfile::tempdir().unwrap();
    let arguments = ["--sme", "--calendars", "out", "--to", "Ana"];
    assert!(assign(dir.path(), &arguments).status.success());
    fs::rename(dir.path().join("out/ana.ics"), dir.path().join("theirs.ics")).unwrap();
    std::os::unix::fs::symlink("../theirs.ics", dir.path().join("out/ana.ics")).unwrap();
    assert!(refused(dir.path(), &arguments).contains("is there already"));
    fs::remove_file(dir.path().join("out/ana.ics")).unwrap();
    let made = Command::new("mkfifo").arg(dir.path().join("out/ana.ics")).status();
    if made.is_ok_and(|made| made.success()) {
        assert!(refused(dir.path(), &arguments).contains("is there already"));
    }
}

#[test]
fn a_file_in_the_folders_place_is_called_one() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("file"), "").unwrap();
    for folder in ["file", "file/folder"] {
        let said = refused(dir.path(), &["--sme", "--calendars", folder]);
        assert!(said.starts_with("error: 'file' is a file; --calendars names a folder\n"));
    }
}

#[test]
fn wrong_use_says_what_is_right() {
    let check = |arguments: &[&str], words: &str| {
        let said = refused(Path::new("/"), &[&["--sme"], arguments].concat());
        assert!(said.contains(words), "{said}");
    };
    let ics = ["--format", "ics"];
    let start = |day| [ics[0], ics[1], "--start", day];
    check(&start("tomorrow"), "for example: --start 2027-01-04");
    check(&start("2026-02-30"), "there is no such day");
    check(&start("-1"), "year-month-day");
    check(&start("1969-12-31"), "1970 to 2999");
    check(&start(""), "year-month-day");
    check(&["--start", "2026-01-05"], "--start is for calendars");
    check(&["--calendars", "d", "--format", "json"], "--calendars writes calendars");
    check(&["--calendars", "d", "-o", "x.ics"], "cannot be used with");
    check(&["--format", "ics", "--explain"], "--explain is for reports");
    check(&["--calendars", "-"], "to standard output");
    let long = "a".repeat(101);
    check(&["--to", &long], "--to 'aaa");
    check(&["--force"], "--calendars <DIR>");
    check(&["--format", "yaml"], "table, markdown, csv, html, xlsx, json, ics");
}
