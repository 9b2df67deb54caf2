//! Writes registries of any number of roles: varied, valid, and the same on every run.
//!
//! Speed depends on what the files look like, so these look like files that people write: three languages, a tree of
//! reporting lines, prerequisites and handoffs across roles, about 6.5 kB a role.

mod words;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use words::{
    DOMAINS, HANDED_OVER, LANGUAGES, OBJECTS, PROFESSIONS, PURPOSES, Phrase, QUALIFIERS, REASONS,
    VERBS,
};

/// How many tasks each role has.
pub const TASKS_PER_ROLE: usize = 20;

/// How many roles report to the same one.
const SPAN_OF_CONTROL: usize = 4;

const AREAS: [&str; 6] =
    ["strategy", "analytics", "publishing", "monitoring", "community", "crisis"];
const CADENCES: [&str; 7] =
    ["daily", "weekly", "monthly", "quarterly", "yearly", "once", "ongoing"];
const HOURS: [&str; 8] = ["0.5", "1", "1.25", "1.5", "2", "2.5", "3", "4"];
const SOURCES: [&str; 4] =
    ["diccionario-economico", "dictionnaire-economique", "workweek-benchmark", "daily-checklists"];

/// Writes a registry into an empty folder.
///
/// # Errors
/// If the disk refuses.
pub fn write(folder: &Path, roles: usize) -> io::Result<()> {
    // Areas, sizes and sources are left out, so they are the shipped ones.
    let head = format!("version: 1\nlanguages: [{}]\n", LANGUAGES.join(", "));
    fs::write(folder.join("registry.yaml"), head)?;
    for number in 1..=roles {
        let path = folder.join(role_id(number) + ".yaml");
        let mut out = BufWriter::new(File::create(path)?);
        write_role(&mut out, number, roles)?;
        out.flush()?;
    }
    Ok(())
}

fn role_id(number: usize) -> String {
    format!("role-{number:04}")
}

fn task_id(number: usize) -> String {
    format!("task-{number:02}")
}

/// The role that a role reports to: a tree with the first role at its root.
fn above(number: usize) -> Option<usize> {
    number.checked_sub(2).map(|rest| rest / SPAN_OF_CONTROL + 1)
}

fn write_role(out: &mut impl Write, number: usize, roles: usize) -> io::Result<()> {
    // Each role begins its own series, so that its texts do not depend on the roles before it.
    let mut dice = Dice::new(number);
    let (profession, domain) = (
        &PROFESSIONS[number % PROFESSIONS.len()],
        &DOMAINS[number / PROFESSIONS.len() % DOMAINS.len()],
    );
    let team = number / (PROFESSIONS.len() * DOMAINS.len()) + 1;
    write_text(out, "", "name", |language| {
        let word = ["team", "équipe", "equipo"][language];
        format!("{} {}, {word} {team}", profession[language], domain[language])
    })?;
    let purpose = dice.pick(&PURPOSES);
    write_text(out, "", "purpose", |language| {
        format!("{} {}.", purpose[language], domain[language])
    })?;
    let focus = if dice.one_in(4) { "strategy" } else { "operations" };
    writeln!(out, "focus: {focus}")?;
    if let Some(above) = above(number) {
        writeln!(out, "reports_to: {}", role_id(above))?;
    }
    writeln!(out, "sources: [{}]\n\ntasks:", dice.pick(&SOURCES))?;
    let first_object = dice.below(OBJECTS.len());
    for task in 1..=TASKS_PER_ROLE {
        // No two tasks of a role are about the same thing, so none of them say the same.
        let object = &OBJECTS[(first_object + task) % OBJECTS.len()];
        write_task(out, &mut dice, (number, task), object, roles)?;
    }
    Ok(())
}

fn write_task(
    out: &mut impl Write,
    dice: &mut Dice,
    (role, task): (usize, usize),
    object: &Phrase,
    roles: usize,
) -> io::Result<()> {
    let (verb, qualifier) = (dice.pick(&VERBS), dice.pick(&QUALIFIERS));
    let is_short = dice.one_in(4);
    writeln!(out, "  - id: {}", task_id(task))?;
    write_text(out, "    ", "name", |language| {
        let short = format!("{} {}", verb[language], object[language]);
        if is_short { short } else { format!("{short} {}", qualifier[language]) }
    })?;
    if dice.one_in(12) {
        let reason = dice.pick(&REASONS);
        write_text(out, "    ", "detail", |language| reason[language].to_owned())?;
    }
    let partner = above(role).filter(|_| dice.one_in(12));
    match partner {
        Some(partner) => {
            writeln!(out, "    area: coordination\n    coordinates_with: {}", role_id(partner))?
        }
        None => writeln!(out, "    area: {}", dice.pick(&AREAS))?,
    }
    if !dice.one_in(4) {
        writeln!(out, "    cadence: {}", dice.pick(&CADENCES))?;
    }
    if dice.one_in(2) {
        writeln!(out, "    hours_per_week: {}", dice.pick(&HOURS))?;
    }
    if dice.one_in(6) {
        writeln!(out, "    importance: supplemental")?;
    }
    write_prerequisites(out, dice, role, task)?;
    write_handoff(out, dice, role, roles)?;
    if dice.one_in(6) {
        writeln!(out, "    sources: [{}]", dice.pick(&SOURCES))?;
    }
    Ok(())
}

/// A task waits only for tasks before it, in its role or in a role before its own: so no circle can come about.
fn write_prerequisites(
    out: &mut impl Write,
    dice: &mut Dice,
    role: usize,
    task: usize,
) -> io::Result<()> {
    let mut after = Vec::new();
    if task > 1 && dice.one_in(4) {
        after.push(task_id(1 + dice.below(task - 1)));
    }
    if role > 1 && dice.one_in(8) {
        let other = 1 + dice.below(role - 1);
        after.push(full_id(other, dice));
    }
    if after.is_empty() {
        return Ok(());
    }
    writeln!(out, "    after: [{}]", after.join(", "))
}

fn write_handoff(
    out: &mut impl Write,
    dice: &mut Dice,
    role: usize,
    roles: usize,
) -> io::Result<()> {
    let other = 1 + dice.below(roles);
    if other == role || !dice.one_in(8) {
        return Ok(());
    }
    let to = full_id(other, dice);
    let [en, fr, es] = dice.pick(&HANDED_OVER);
    writeln!(out, "    handoffs:\n      - to: {to}")?;
    writeln!(out, "        what: {{en: {en}, fr: {fr}, es: {es}}}")
}

fn full_id(role: usize, dice: &mut Dice) -> String {
    let task = 1 + dice.below(TASKS_PER_ROLE);
    format!("{}/{}", role_id(role), task_id(task))
}

fn write_text(
    out: &mut impl Write,
    indent: &str,
    key: &str,
    text: impl Fn(usize) -> String,
) -> io::Result<()> {
    writeln!(out, "{indent}{key}:")?;
    for (number, language) in LANGUAGES.iter().enumerate() {
        writeln!(out, "{indent}  {language}: {}", text(number))?;
    }
    Ok(())
}

/// A series of numbers that only looks like chance: Knuth's linear congruential generator (MMIX).
struct Dice(u64);

impl Dice {
    fn new(seed: usize) -> Self {
        let mut dice = Self(seed as u64);
        // Neighbouring seeds begin with neighbouring numbers; a few throws drive them apart.
        for _ in 0..4 {
            dice.below(1);
        }
        dice
    }

    /// A number from 0 up to, but without, `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The high bits are the varied ones.
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn pick<'t, T>(&mut self, among: &'t [T]) -> &'t T {
        &among[self.below(among.len())]
    }
}
