//! The file of a new role: what has to be there, to be filled in, and everything else as comments to be uncovered.

use crate::model::{Cadence, Importance, Language, Registry, RoleId};
use crate::normalize;

/// How many names of the registry a comment lists.
const LISTED: usize = 8;

/// The text of the file. Its comments name the roles, areas and sources that this registry has; without the `# ` in
/// front, each of those that hold a key is a line that fits in its place.
pub fn role_file(id: &RoleId, registry: &Registry, has_schemas: bool) -> String {
    let mut lines = head(id, registry, has_schemas);
    lines.extend(role(id, registry));
    lines.push(String::new());
    lines.extend(task(registry));
    lines.join("\n") + "\n"
}

/// How to fill the file in.
fn head(id: &RoleId, registry: &Registry, has_schemas: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if has_schemas {
        lines.push("# yaml-language-server: $schema=.schema/role.json\n#".to_owned());
    }
    lines.push(format!(
        "# The role {id}. Fill in the texts. Of the lines that begin with #, use those you need: take the # away, and the\n\
         # space behind it; remove the rest."
    ));
    let listed = listed(registry);
    if let [_, _, ..] = listed {
        let each = listed.iter().map(Language::as_str);
        let each: Vec<String> = each.take(LISTED).map(|tag| format!("{tag}: …")).collect();
        lines.push(format!(
            "#\n# A text is the same in every language, or stands there once for each: {{{}}}.",
            each.join(", ")
        ));
    }
    lines
}

/// The languages that texts are asked for in: shipped parts may speak more than a registry lists.
fn listed(registry: &Registry) -> &[Language] {
    match registry.own().languages {
        0 => registry.languages(),
        own => &registry.languages()[..own],
    }
}

/// The keys of the role.
fn role(id: &RoleId, registry: &Registry) -> Vec<String> {
    let roles = registry.roles().map(|role| registry.role(role).id.as_str());
    let others = roles.filter(|other| *other != id.as_str());
    let sources = registry.sources().iter().map(|source| source.id.as_str());
    let mut lines = vec![
        format!("name: {}", name(id)),
        "# also_called: [Another title]".to_owned(),
        "# purpose: What the role is there for, in a sentence".to_owned(),
        "# focus: strategy  # it decides where to go; operations: it gets there, day by day"
            .to_owned(),
    ];
    lines.extend(choice("# reports_to: ", others, ""));
    lines.push("# skills: [What it takes to do it well]".to_owned());
    lines.push("# measures: [What its success is measured by]".to_owned());
    lines.push(
        "# classification: {esco: [\"2432.5\"]}  # codes in classifications of occupations"
            .to_owned(),
    );
    lines.extend(choice("# sources: [", sources, "]"));
    lines
}

/// The keys of a first task.
fn task(registry: &Registry) -> Vec<String> {
    let areas = registry.areas().iter().map(|area| area.id.as_str());
    let other = registry.tasks().next();
    let mut lines = vec![
        "# The duties. Begin each with a hyphen, as this one.".to_owned(),
        "tasks:".to_owned(),
        "  - id: first-task  # lower-case letters, digits and hyphens".to_owned(),
        "    name: What is to be done, in a few words".to_owned(),
    ];
    lines.extend(choice("    area: ", areas, ""));
    lines.push("    # detail: The same at more length".to_owned());
    lines.push(
        "    # Other words for it stand in also_called.yaml: `roles who` finds it by them."
            .to_owned(),
    );
    lines.extend(choice("    # cadence: ", Cadence::WORDS.iter().copied(), ""));
    lines.push("    # hours_per_week: 2.5  # leave it out where nobody has an estimate".to_owned());
    lines.extend(choice("    # importance: ", Importance::WORDS.iter().copied(), ""));
    if let Some(other) = other {
        let (role, other) = (&registry.role(other.role).id, registry.task_id(other));
        lines.extend([
            format!("    # after: [{other}]  # tasks that must exist first"),
            "    # handoffs:  # what the result gives to tasks of other roles".to_owned(),
            format!("    #   - {{to: {other}, what: What is handed over}}"),
            format!("    # coordinates_with: {role}  # a task that exists only between two people"),
            format!("    # accountable: {role}  # who answers for the result, if it is not the usual one"),
            format!("    # consulted: [{role}]  # who is asked beforehand"),
            format!("    # informed: [{role}]  # who is told afterwards"),
        ]);
    }
    lines
}

/// A line with the first of a few words, and the others behind it; none where there are no words.
fn choice<'w>(
    before: &str,
    mut words: impl Iterator<Item = &'w str>,
    after: &str,
) -> Option<String> {
    let first = words.next()?;
    let mut others: Vec<&str> = words.by_ref().take(LISTED).collect();
    if words.next().is_some() {
        others.push("…");
    }
    let others = match others.as_slice() {
        [] => String::new(),
        others => format!("  # or {}", others.join(", ")),
    };
    Some(format!("{before}{first}{after}{others}"))
}

/// The name that the id suggests, as YAML takes it for a text.
fn name(id: &RoleId) -> String {
    let title = normalize::title(id.as_str());
    // What YAML could take for something else than a text stands in quotes.
    if title.starts_with(|letter: char| letter.is_ascii_digit())
        || matches!(
            id.as_str(),
            "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n"
        )
    {
        format!("\"{title}\"")
    } else {
        title
    }
}
