//! The shipped registry: its facts as the sources give them, whole in three languages, and without anything to warn of.

use roles::model::{Cadence, Focus, Hours, Registry, Staffing, Text};
use roles::{check, query, resolve, source};
use std::collections::BTreeMap;

fn shipped() -> Registry {
    resolve::read(&source::embedded()).unwrap()
}

#[test]
fn it_has_no_errors_and_no_warnings() {
    assert_eq!(check::warnings(&shipped(), &source::embedded()), []);
}

#[test]
fn two_roles_with_eight_and_five_tasks() {
    let registry = shipped();
    let counts: Vec<(&str, usize, Option<Focus>)> = registry
        .roles()
        .map(|role| registry.role(role))
        .map(|role| (role.id.as_str(), role.tasks.len(), role.focus))
        .collect();
    let expected = [
        ("social-media-manager", 8, Some(Focus::Strategy)),
        ("community-manager", 5, Some(Focus::Operations)),
    ];
    assert_eq!(counts, expected);
    let below = registry.role_by_id("community-manager").unwrap();
    let above = registry.role_by_id("social-media-manager");
    assert_eq!(registry.role(below).reports_to, above);
}

#[test]
fn hours_and_cadences_are_those_of_the_sources() {
    use Cadence::{Daily, Monthly, Weekly, Yearly};
    let registry = shipped();
    let facts: BTreeMap<String, (Option<String>, Option<Cadence>)> = registry
        .tasks()
        .map(|task| (registry.task_id(task), registry.task(task)))
        .map(|(id, task)| {
            (id, (task.hours_per_week.map(|hours: Hours| hours.to_string()), task.cadence))
        })
        .collect();
    let expected = [
        ("community-manager/activity-report", None, Some(Weekly)),
        ("community-manager/brand-monitoring", Some("2.5"), Some(Daily)),
        ("community-manager/comment-replies", Some("4.0"), Some(Daily)),
        ("community-manager/guidelines", None, None),
        ("community-manager/publication-calendar", Some("1.0"), Some(Weekly)),
        ("social-media-manager/community-manager-contact", None, Some(Weekly)),
        ("social-media-manager/competitor-analysis", Some("3.0"), Some(Monthly)),
        ("social-media-manager/crisis-plan", None, Some(Yearly)),
        ("social-media-manager/goals", None, Some(Yearly)),
        ("social-media-manager/metrics-analysis", Some("2.5"), Some(Monthly)),
        ("social-media-manager/social-media-plan", None, Some(Yearly)),
        ("social-media-manager/strategy", Some("2.5"), Some(Yearly)),
        ("social-media-manager/test-and-adjust", None, Some(Monthly)),
    ];
    let expected =
        expected.map(|(id, hours, cadence)| (id.to_owned(), (hours.map(str::to_owned), cadence)));
    assert_eq!(facts, BTreeMap::from(expected));
}

#[test]
fn every_claim_cites_a_source_and_every_source_is_cited() {
    let registry = shipped();
    let mut cited = std::collections::BTreeSet::new();
    for role in registry.roles() {
        let role = registry.role(role);
        assert!(!role.sources.is_empty(), "{}", role.id);
        cited.extend(role.sources.iter().copied());
        for task in &role.tasks {
            assert!(!task.sources.is_empty(), "{}/{}", role.id, task.id);
            cited.extend(task.sources.iter().copied());
        }
    }
    for size in registry.sizes() {
        assert!(!size.sources.is_empty(), "{}", size.id);
        cited.extend(size.sources.iter().copied());
    }
    assert_eq!(cited.len(), registry.sources().len());
}

#[test]
fn measures_are_those_of_the_articles_and_no_source_names_a_skill() {
    let registry = shipped();
    for role in registry.roles().map(|role| registry.role(role)) {
        assert_eq!((role.measures.len(), role.skills.len()), (1, 0));
    }
}

#[test]
fn every_text_stands_in_all_three_languages() {
    let registry = shipped();
    let whole = |text: &Text| text.by_language().count() == 3;
    for role in registry.roles().map(|role| registry.role(role)) {
        assert!(whole(&role.name) && role.purpose.as_ref().is_some_and(whole), "{}", role.id);
        for texts in [&role.also_called, &role.skills, &role.measures] {
            assert!(texts.iter().all(whole), "{}", role.id);
        }
        for task in &role.tasks {
            assert!(whole(&task.name) && task.detail.as_deref().is_none_or(whole), "{}", task.id);
            assert!(
                task.handoffs.iter().all(|handoff| handoff.what.as_ref().is_some_and(whole)),
                "{}",
                task.id
            );
        }
    }
    assert!(registry.areas().iter().all(|area| whole(&area.name)));
    assert!(registry.sizes().iter().all(|size| whole(&size.name)));
}

#[test]
fn every_number_of_employees_has_its_size() {
    let registry = shipped();
    let size = |employees| registry.size(registry.size_for(employees).unwrap()).id.to_string();
    assert_eq!(
        [0, 1, 2, 249, 250, u32::MAX].map(size),
        ["solo", "solo", "sme", "sme", "large", "large"]
    );
    let one_person = |id: &str| {
        matches!(registry.size(registry.size_by_id(id).unwrap()).staffing, Staffing::OnePerson(_))
    };
    assert_eq!(["solo", "sme", "large"].map(one_person), [true, true, false]);
}

#[test]
fn the_plan_comes_before_anything_is_published() {
    let registry = shipped();
    let role = registry.role_by_id("social-media-manager").unwrap();
    let plan = query::show_task(&registry, registry.task_by_id(role, "social-media-plan").unwrap());
    let before: Vec<String> = plan.before.iter().map(|&task| registry.task_id(task)).collect();
    assert_eq!(
        before,
        ["community-manager/publication-calendar", "community-manager/comment-replies"]
    );
}

#[test]
fn handoffs_go_both_ways_and_both_roles_coordinate() {
    let registry = shipped();
    let roles: Vec<_> = registry.roles().collect();
    let comparison = query::compare(&registry, &roles);
    for role in &roles {
        assert!(comparison.handoffs.iter().any(|handoff| handoff.from.role == *role));
        assert!(registry.role(*role).tasks.iter().any(|task| task.coordinates_with.is_some()));
    }
}
