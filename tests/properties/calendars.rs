//! Checklists and calendars lose no task, whatever it is called and whoever does it.

use super::ics::events;
use super::registries::{read, registry, roster, team};
use proptest::prelude::*;
use roles::query;
use roles::query::{Duty, Reason};
use roles::render::{Calendars, Csv, PageFormat, Reader, Terminal, one_line, pages, write_page};
use std::collections::BTreeSet;

/// The teams of the other properties, called anything at all.
fn strangers() -> impl Strategy<Value = Vec<(super::registries::PersonPlan, String)>> {
    let name = prop_oneof![any::<String>(), "[a-c]{1,3}", "[\\PC]{200}"];
    (team(), proptest::collection::vec(name, 7)).prop_map(|(team, names)| {
        let name = |plan: super::registries::PersonPlan| {
            let name = names[usize::from(plan.0)].clone();
            (plan, name)
        };
        team.into_iter().map(name).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn calendars_hold_every_task_that_comes_round(sources in registry(), plans in strangers()) {
        let registry = read(&sources);
        let (plans, names): (Vec<_>, Vec<_>) = plans.into_iter().unzip();
        let mut roster = roster(&plans, 0, &registry);
        let mut taken = BTreeSet::new();
        for (person, name) in roster.people.iter_mut().zip(names) {
            if taken.insert(name.clone()) {
                person.name = name;
            }
        }
        let reader = Reader::new(&registry, None);
        let start = "2026-01-31".parse().unwrap();
        for size in ["sme", "large", "own"].map(|id| registry.size_by_id(id).unwrap()) {
            let plan = pages::Plan::new(query::assign(&registry, Some(size), &roster));
            let (assignment, calendars) =
                (&plan.assignment, Calendars::new(&plan, start, &reader));
            let mut bytes = Vec::new();
            calendars.write(&mut bytes).unwrap();
            let all = events(&bytes, 0);
            let done = assignment.duties.iter().filter(|duty| duty.doers().len() > 0);
            let come_round = done.filter(|duty| !calendars.without_rhythm.contains(&duty.task));
            prop_assert_eq!(all.len(), come_round.map(|duty| duty.doers().len()).sum::<usize>());
            let files = calendars.files();
            for event in &all {
                let (role, rest) = event.uid.split_once('.').unwrap();
                let task = rest.split('.').next().unwrap();
                let task = registry.task_by_id(registry.role_by_id(role).unwrap(), task).unwrap();
                let duty = assignment.duties.iter().find(|duty| duty.task == task).unwrap();
                let name = reader.task(task);
                let mut expected = duty.doers().map(|doer| {
                    let whole = format!("{}: {name}", reader.doer_name(assignment, doer));
                    if files.len() == 1 { name.to_owned() } else { whole }
                });
                prop_assert!(expected.any(|expected| event.summary == one_line(&expected)));
            }
            // The files hold the same events, each in one of them.
            let names: BTreeSet<&String> = files.iter().map(|(name, _)| name).collect();
            prop_assert_eq!(names.len(), files.len());
            for name in names {
                let stem = name.strip_suffix(".ics").unwrap();
                prop_assert!(!stem.is_empty() && stem.len() < 80);
                let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
                prop_assert!(stem.bytes().all(plain), "{}", name);
            }
            let mut apart: Vec<String> = files
                .iter()
                .flat_map(|(_, text)| events(text.as_bytes(), 0))
                .map(|event| event.uid)
                .collect();
            let mut together: Vec<String> = all.into_iter().map(|event| event.uid).collect();
            apart.sort();
            together.sort();
            prop_assert_eq!(apart, together);
        }
    }

    #[test]
    fn checklists_hold_every_task_after_those_it_needs(sources in registry(), plans in team()) {
        let registry = read(&sources);
        let reader = Reader::new(&registry, None);
        let size = registry.size_by_id("large").unwrap();
        let plan = pages::Plan::new(query::assign(&registry, Some(size), &roster(&plans, 2, &registry)));
        let page = pages::checklist(&plan, &reader);
        for section in &page.table.sections {
            let ids: Vec<String> = section
                .rows
                .iter()
                .map(|row| match &row[0] {
                    roles::render::Cell::Text(id) => id.clone(),
                    _ => String::new(),
                })
                .collect();
            let place = |id: &String| ids.iter().position(|other| other == id);
            for id in &ids {
                let (role, task) = id.split_once('/').unwrap();
                let task = registry.task_by_id(registry.role_by_id(role).unwrap(), task).unwrap();
                for &before in &registry.task(task).after {
                    let before = place(&registry.task_id(before));
                    prop_assert!(before.is_none_or(|before| Some(before) < place(id)));
                }
            }
        }
        let mut out = Vec::new();
        let terminal = Terminal { width: 80, color: false, ascii: false };
        write_page(&page, PageFormat::Markdown, &reader, terminal, Csv::Programs, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let ticks = text.lines().filter(|line| line.starts_with("- [ ] ")).count();
        // A tick for everybody who does a task, or for nobody; none for what fell away.
        let ticks_of = |duty: &Duty| match duty.why.err() {
            None => duty.doers().len(),
            Some(Reason::FellAway) => 0,
            Some(_) => 1,
        };
        let duties = plan.assignment.duties.iter();
        prop_assert_eq!(ticks, duties.clone().map(ticks_of).sum::<usize>());
        let needy = duties.filter(|duty| !registry.task(duty.task).after.is_empty());
        prop_assert_eq!(text.matches("only after: ").count(), needy.map(ticks_of).sum::<usize>());
        let nobody = text.matches("**nobody: ").count();
        prop_assert_eq!(nobody, plan.assignment.totals.unassigned.tasks);
    }
}
