//! New files: of a role, with what it must have, and everything else as comments to be uncovered; of a role that changes
//! another; and `registry.yaml` of a registry that extends the shipped one, with a change of a role as a comment.

use super::files::{plain, schema};
use super::terminal::wrap;
use super::words::Words;
use crate::model::{Cadence, Doers, Importance, Registry, RoleId, RoleIx, TO_FILL_IN, TaskRef};
use crate::normalize;

const WIDEST_COMMENT: usize = 76;
const MOST_LISTED: usize = 8;

/// The text of the file of a role. Its comments name the roles, areas and sources that this registry has; without the `# `
/// in front, each of those that hold a key is a line that fits in its place.
pub fn role_file(id: &RoleId, registry: &Registry, has_schemas: bool) -> String {
    let schema = schema("role", has_schemas);
    let (languages, name) = (languages(registry), name(id));
    let roles = registry.roles().map(|role| registry.role(role).id.as_str());
    let above = choice("# reports_to: ", roles.filter(|other| *other != id.as_str()), "");
    let sources = registry.sources().iter().map(|source| source.id.as_str());
    let sources = choice("# sources: [", sources, "]");
    let areas = choice("    area: ", registry.areas().iter().map(|area| area.id.as_str()), "");
    let cadences = choice("    # cadence: ", Cadence::WORDS.iter().copied(), "");
    let day = registry.workdays().first().map(|day| day.as_str()).unwrap_or_default();
    let doers = choice("    # doers: ", Doers::WORDS.iter().copied(), "");
    let importances = choice("    # importance: ", Importance::WORDS.iter().copied(), "");
    let [title, purpose, skill, measure, task, detail, _] = TO_FILL_IN;
    let links = registry.tasks().next().map(|task| links(task, registry)).unwrap_or_default();
    format!(
        "\
{schema}# The role {id}. Fill in the texts. Of the lines that begin with #, use those you need: take the # away, and the
# space behind it; remove the rest.
{languages}name: {name}
# also_called: [{title}]
# purpose: {purpose}
# focus: strategy  # it decides where to go; operations: it gets there, day by day
{above}# skills: [{skill}]
# measures: [{measure}]
# classification: {{esco: [\"2432.5\"]}}  # codes in classifications of occupations
{sources}
# The duties. Begin each with a hyphen, as this one.
tasks:
  - id: first-task  # lower-case letters, digits and hyphens
    name: {task}
{areas}    # detail: {detail}
    # Other words for it stand in also_called.yaml: `roles who` finds it by them.
{cadences}    # on: [{day}]  # the days, for what is daily, weekly or biweekly
    # hours_per_week: 2.5  # on average, or hours_each_time: 0.5; leave it out where nobody has an estimate
{importances}{doers}{links}"
    )
}

/// The text of the file for what is different in a role of the registry that this one extends.
pub fn change_file(role: RoleIx, registry: &Registry, has_schemas: bool) -> String {
    let schema = schema("change", has_schemas);
    let id = &registry.role(role).id;
    let mut tasks = registry.role(role).tasks.iter().map(|task| &task.id);
    let (first, other) = (tasks.next(), tasks.next());
    let hours = first.map(|id| format!("  # - {{id: {id}, hours_per_week: 2.5}}\n"));
    let removed = other.map(|id| format!("  # - {{id: {id}, remove: true}}\n"));
    let before = first.map(|id| format!(", before: {id}")).unwrap_or_default();
    let about = comment(&format!(
        "What is different here in the role {id}: everything else stays as it is in the registry that this one extends. A \
         key replaces what that says, and with nothing behind it takes it away; also_called is added to. Of the lines \
         that begin with #, use those you need: take the # away, and the space behind it; remove the rest."
    ));
    format!(
        "\
{schema}{about}# name: {}
# purpose: {}
tasks:
{}{}  # - {{id: another-task, name: \"{}\"{before}}}
",
        name(id),
        TO_FILL_IN[1],
        hours.unwrap_or_default(),
        removed.unwrap_or_default(),
        TO_FILL_IN[4],
    )
}

/// How texts of several languages are written. Of the registry's own: shipped parts may speak more than it lists.
fn languages(registry: &Registry) -> String {
    let listed = match registry.own().languages {
        0 => registry.languages(),
        own => &registry.languages()[..own],
    };
    if listed.len() < 2 {
        return String::new();
    }
    let each = listed.iter().take(MOST_LISTED).map(|language| format!("{}: …", language.as_str()));
    let each = each.collect::<Vec<_>>().join(", ");
    format!(
        "#\n# A text is the same in every language, or stands there once for each: {{{each}}}.\n"
    )
}

/// What binds a task to other roles and their tasks, such as to this one.
fn links(task: TaskRef, registry: &Registry) -> String {
    let (role, task) = (&registry.role(task.role).id, registry.task_id(task));
    format!(
        "    # after: [{task}]  # tasks that must exist first
    # handoffs:  # what the result gives to tasks of other roles
    #   - {{to: {task}, what: {}}}
    # coordinates_with: {role}  # a task that exists only between two people
    # accountable: {role}  # who answers for the result, if it is not the usual one
    # consulted: [{role}]  # who is asked beforehand
    # informed: [{role}]  # who is told afterwards
",
        TO_FILL_IN[6]
    )
}

/// A line with the first of a few words, and the others in a comment; empty if there are no words.
fn choice<'w>(before: &str, mut words: impl Iterator<Item = &'w str>, after: &str) -> String {
    let Some(first) = words.next() else { return String::new() };
    let mut others: Vec<&str> = words.by_ref().take(MOST_LISTED).collect();
    if words.next().is_some() {
        others.push("…");
    }
    let or = if others.is_empty() { "" } else { "  # or " };
    format!("{before}{first}{after}{or}{}\n", others.join(", "))
}

/// The name that the id suggests, written so that YAML takes it for a text.
fn name(id: &RoleId) -> String {
    plain(&normalize::title(id.as_str()))
}

/// The text of `registry.yaml`. Its example is about a task of this role of the shipped registry.
pub fn registry_file(shipped: &Registry, role: Option<RoleIx>, words: &Words) -> String {
    let task = role.and_then(|role| shipped.tasks_of(role).next());
    let example = task.map(|task| example(task, shipped, words));
    format!(
        "{}{}version: 1\nextends: shipped\n{}",
        schema("registry", true),
        comment(&words.word("init-file-what")),
        example.unwrap_or_default()
    )
}

/// How the role of a task is changed.
fn example(task: TaskRef, shipped: &Registry, words: &Words) -> String {
    let (role, task) = (shipped.role(task.role).id.as_str(), &shipped.task(task).id);
    format!(
        "
{}#
#   tasks:
#     - {{id: {task}, hours_per_week: 2.5}}
#     - {{id: newsletter, name: {}}}
",
        comment(&words.say("init-file-change", &[("role", &role)])),
        plain(&words.word("init-file-task")),
    )
}

pub fn comment(text: &str) -> String {
    wrap(text, WIDEST_COMMENT).iter().flat_map(|line| ["# ", line, "\n"]).collect()
}
