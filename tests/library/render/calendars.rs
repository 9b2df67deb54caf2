use crate::written::written;
use roles::query::{Roster, assign};
use roles::render::pages::Plan;
use roles::render::{Calendars, Reader};
use std::collections::BTreeSet;

/// The file of the only calendar of a registry, and the mark that its events have.
fn only_file(role: &str, roster: &Roster) -> (String, String) {
    let text = "name: Host\ntasks:\n  - {id: t, name: T, cadence: daily}\n";
    let registry = written("", &[(role, text)]);
    let (plan, reader) = (Plan::new(assign(&registry, None, roster)), Reader::new(&registry, None));
    let calendars = Calendars::new(&plan, "2026-01-05".parse().unwrap(), &reader);
    let [(name, text)] = &calendars.files()[..] else { unreachable!("one calendar") };
    let uid = text.lines().find_map(|line| line.strip_prefix("UID:")).unwrap();
    let mark = uid.strip_suffix("@roles").unwrap().rsplit('.').next().unwrap();
    (name.clone(), mark.to_owned())
}

fn of_person(name: &str) -> (String, String) {
    only_file("host", &Roster::of([name]))
}

#[test]
fn marks_stay_what_they_are() {
    // FNV-1a of "person Ana" and "position host".
    assert_eq!(of_person("Ana").1, "59c6cb51045d97d2");
    assert_eq!(only_file("host", &Roster::default()).1, "cb351912a114b5e8");
}

#[test]
fn files_are_called_after_their_doers() {
    for (name, expected) in [
        ("Ana", "ana.ics"),
        ("Ana Lopez", "ana-lopez.ics"),
        ("ana", "ana-?.ics"),
        ("Ana-Lopez", "ana-lopez-?.ics"),
        ("José", "jose-?.ics"),
        ("../../etc/passwd", "etc-passwd-?.ics"),
        ("經理", "person-?.ics"),
        ("🦀", "person-?.ics"),
        ("Con", "con-?.ics"),
        ("Com1", "com1-?.ics"),
        ("Host", "host-?.ics"),
    ] {
        let (file, mark) = of_person(name);
        assert_eq!(file, expected.replace('?', &mark[..8]));
    }
    let (long, _) = of_person("Ab ".repeat(33).trim());
    assert_eq!(long.len(), 59 + "-12345678.ics".len());
    let (file, _) = only_file("community-manager", &Roster::default());
    assert_eq!(file, "community-manager.ics");
}

#[test]
fn no_name_is_that_of_somebody_else() {
    let (marked, _) = of_person("José");
    let likewise = marked.trim_end_matches(".ics").replace("jose-", "Jose ");
    assert_ne!(of_person(&likewise).0, marked);
    let names = "Ana|ana|ANA|Ana!|Ána|A na|An A|Ana 2|Jose|李小龍|Анна|Мария".split('|');
    let files: BTreeSet<String> = names.clone().map(|name| of_person(name).0).collect();
    assert_eq!(files.len(), names.count());
}

#[test]
fn the_form_of_a_name_does_not_count() {
    assert_eq!(of_person("Jos\u{e9}"), of_person("Jose\u{301}"));
    assert_ne!(of_person("host").1, only_file("host", &Roster::default()).1);
}

#[test]
fn what_comes_round_in_weeks_is_on_its_days_or_on_working_days() {
    let usual = "monday, tuesday, wednesday, thursday, friday";
    let week = &format!("{usual}, saturday, sunday");
    let two = "tuesday, friday";
    // 2026-01-03 is a Saturday.
    for (cadence, on, workdays, start, first, rule) in [
        ("daily", "", usual, "2026-01-03", "20260105", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("daily", "", usual, "2026-01-07", "20260107", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("daily", "", week, "2026-01-03", "20260103", "FREQ=DAILY"),
        ("daily", two, usual, "2026-01-07", "20260109", "FREQ=WEEKLY;BYDAY=TU,FR"),
        ("weekly", "", usual, "2026-01-03", "20260105", "FREQ=WEEKLY"),
        ("weekly", two, usual, "2026-01-03", "20260106", "FREQ=WEEKLY;BYDAY=TU,FR"),
        ("biweekly", "", usual, "2026-01-03", "20260105", "FREQ=WEEKLY;INTERVAL=2"),
        ("biweekly", "friday", usual, "2026-01-03", "20260109", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ] {
        let on = if on.is_empty() { String::new() } else { format!(", on: [{on}]") };
        let task = format!("name: R\ntasks:\n  - {{id: t, name: T, cadence: {cadence}{on}}}\n");
        let head = format!("version: 1\nworkdays: [{workdays}]\n");
        let registry = written("", &[("registry", &head), ("r", &task)]);
        let plan = Plan::new(assign(&registry, None, &Roster::default()));
        let reader = Reader::new(&registry, None);
        let mut out = Vec::new();
        Calendars::new(&plan, start.parse().unwrap(), &reader).write(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains(&format!("DTSTART;VALUE=DATE:{first}\r\n")), "{text}");
        assert!(text.contains(&format!("RRULE:{rule}\r\n")), "{text}");
    }
}

/// The calendar of a task with this detail.
fn with_detail(detail: &str) -> String {
    let detail = serde_json::to_string(detail).unwrap();
    let task = format!("{{id: t, name: T, cadence: weekly, detail: {detail}}}");
    let registry = written("", &[("r", &format!("name: R\ntasks:\n  - {task}\n"))]);
    let plan = Plan::new(assign(&registry, None, &Roster::default()));
    let reader = Reader::new(&registry, None);
    let mut out = Vec::new();
    Calendars::new(&plan, "2026-01-05".parse().unwrap(), &reader).write(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn no_line_is_too_long_at_any_length_and_each_is_filled_before_the_next_begins() {
    for length in 1..400 {
        for letter in ["a", "é", "字", "🦀", "a "] {
            let detail = letter.repeat(length);
            let text = with_detail(&detail);
            let lines: Vec<&str> = text.split_terminator("\r\n").collect();
            assert!(lines.iter().all(|line| line.len() <= 75));
            let widest = letter.chars().next().map_or(0, char::len_utf8);
            for two in lines.windows(2).filter(|two| two[1].starts_with(' ')) {
                assert!(two[0].len() > 75 - widest, "{two:?}");
            }
            let whole = format!("\r\nDESCRIPTION:{}\\n", detail.trim());
            assert!(text.replace("\r\n ", "").contains(&whole));
        }
    }
}

#[test]
fn texts_are_escaped_and_other_values_are_not() {
    let text = with_detail("a, b; c\\n\nd: \"e\"").replace("\r\n ", "");
    assert!(text.contains("\r\nDESCRIPTION:a\\, b\\; c\\\\n\\nd: \"e\"\\n"), "{text}");
    assert!(text.contains("\r\nDTSTART;VALUE=DATE:20260105\r\n"), "{text}");
}
