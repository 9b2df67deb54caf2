//! The people that a command line is about: those of the team file, and those of `--to`.

use super::args::PeopleArgs;
use super::{Context, Failure, Result, names};
use crate::model::{Holds, Hours, MAX_NAME, Person, Registry, RoleIx};
use crate::normalize::{composed, fold};
use crate::problem::{Code, few, shortened};
use crate::query::Roster;
use std::collections::HashMap;

const EXAMPLES: &str = "for example: --to Ana, --to Ana=40, --to Ana@ROLE=20";

const ONCE_FOR_EACH_ROLE: &str =
    "name a person once for each role: --to Ana@ROLE --to Ana@OTHER-ROLE";

/// What is no part of a name that the team does not list.
const NO_PART_OF_A_NAME: [char; 10] = [',', ';', '|', '，', '；', '、', ':', '=', '：', '＝'];

/// What people write behind hours.
const HOURS: [&str; 7] = ["h", "hr", "hrs", "hs", "hours", "heures", "horas"];

const MOST_NAMED: usize = 8;

/// Everybody who was named. What `--to` says of somebody counts more than what the team file says.
pub fn roster(arguments: &PeopleArgs, context: &Context) -> Result<Roster> {
    let mut roster = team(context);
    let of_the_file = roster.people.len();
    for person in on_the_line(&arguments.to, &roster, &context.registry)? {
        let listed = &roster.people[..of_the_file];
        let Some(number) = listed.iter().position(|known| known.name == person.name) else {
            roster.people.push(person);
            continue;
        };
        let known = &mut roster.people[number];
        known.hours_per_week = person.hours_per_week.or(known.hours_per_week);
        if person.holds != Holds::Anything {
            known.holds = person.holds;
        }
    }
    for name in &arguments.without {
        roster.away.insert(find(name, &roster)?);
    }
    roster.rebalance = arguments.rebalance;
    Ok(roster)
}

/// The people of the team file, on the day that counts.
pub fn team(context: &Context) -> Roster {
    match (context.registry.team(), context.day) {
        (Some(team), Some(day)) => Roster::on(day, team),
        (Some(team), None) => Roster::from(team),
        (None, _) => Roster::default(),
    }
}

/// The people of `--to`, in order. A name that comes twice is one person with two roles.
fn on_the_line(written: &[String], team: &Roster, registry: &Registry) -> Result<Vec<Person>> {
    let mut people: Vec<Person> = Vec::with_capacity(written.len());
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for written in written {
        let (name, role, hours) = parse(written, team, registry)?;
        let Some(&number) = numbers.get(&name) else {
            numbers.insert(name.clone(), people.len());
            let holds = role.map_or(Holds::Anything, |role| Holds::Roles([role].into()));
            people.push(Person { name, holds, hours_per_week: hours, ..Person::default() });
            continue;
        };
        let before = &mut people[number];
        before.holds = match (&before.holds, role) {
            (Holds::Roles(roles), Some(role)) if !roles.contains(&role) => {
                Holds::Roles(roles.iter().copied().chain([role]).collect())
            }
            _ => {
                let failure = Failure::usage(format!("'{name}' is named twice"));
                return Err(failure.hint(ONCE_FOR_EACH_ROLE));
            }
        };
        if before.hours_per_week.is_some() && hours.is_some() && before.hours_per_week != hours {
            let message = format!("'{name}' is given two different numbers of hours");
            let hint = "give them once; they are the hours of all roles together";
            return Err(Failure::usage(message).hint(hint));
        }
        before.hours_per_week = before.hours_per_week.or(hours);
    }
    Ok(people)
}

type Written = (String, Option<RoleIx>, Option<Hours>);

/// A name with a role and hours: `Ana@community-manager=20`. A name that the team lists wins over any other reading.
fn parse(written: &str, team: &Roster, registry: &Registry) -> Result<Written> {
    let listed = |name: &str| {
        named(name, &team.people)
            .map(|number| number.map(|number| team.people[number].name.clone()))
    };
    if let Some(name) = listed(written)? {
        return Ok((name, None, None));
    }
    let (rest, figure) = match written.rsplit_once('=') {
        Some((rest, figure)) => (rest, Some(figure)),
        None => (written, None),
    };
    let (name, role) = match rest.rsplit_once('@') {
        Some((name, role)) if listed(rest)?.is_none() => (name, Some(role)),
        _ => (rest, None),
    };
    let name = match listed(name)? {
        Some(name) => name,
        None => new_name(name, written)?,
    };
    let parse_hours = |figure: &str| parse_hours(&format!("the hours of --to {written}"), figure);
    let hours = figure.map(|figure| parse_hours(figure.trim())).transpose()?;
    let role = role.map(|written| {
        let hint = "an address can be a name if the team file lists it".to_owned();
        let hint = written.contains('.').then_some(hint);
        names::role(registry, written.trim()).map_err(|failure| failure.hints(hint))
    });
    Ok((name, role.transpose()?, hours))
}

/// A name that the team does not list, unless it looks like something else.
fn new_name(name: &str, written: &str) -> Result<String> {
    if name.contains(NO_PART_OF_A_NAME) || ends_with_unit(name) {
        return Err(Failure::usage(format!("--to '{written}' is no NAME[@ROLE][=HOURS]"))
            .hint("one --to for each person, with the role behind @ and the hours behind =: --to Ana=40 --to Luis@ROLE=20")
            .hint("somebody whose name has such signs in it can stand in a team file"));
    }
    let name = composed(name.trim());
    if name.contains('@') {
        let message = format!("--to '{written}' has two roles");
        return Err(Failure::usage(message).hint(ONCE_FOR_EACH_ROLE));
    }
    if name.is_empty() {
        return Err(Failure::usage(format!("--to '{written}' has no name")).hint(EXAMPLES));
    }
    if name.chars().count() > MAX_NAME || name.chars().any(char::is_control) {
        return Err(Failure::usage(format!(
            "--to '{}' cannot be a name: it has at most {MAX_NAME} characters and no control characters",
            shortened(&name)
        )));
    }
    Ok(name)
}

/// Whether hours with their unit come last: `40h`, `40 hours`, `(40 h)`.
fn ends_with_unit(text: &str) -> bool {
    let text = text.trim_end_matches(')').to_lowercase();
    let is_number = |text: &str| text.trim_end().ends_with(|letter: char| letter.is_ascii_digit());
    HOURS.iter().any(|unit| text.strip_suffix(unit).is_some_and(is_number))
}

/// The hours of those who bring none.
pub fn hours(written: Option<&str>) -> Result<Option<Hours>> {
    written.map(|written| parse_hours("--hours", written)).transpose()
}

/// Parses hours a week, with a decimal point or the comma of French and Spanish.
fn parse_hours(option: &str, written: &str) -> Result<Hours> {
    Hours::parse(&written.replacen(',', ".", 1)).map_err(|fault| {
        let failure = Failure::usage(format!("{option} cannot be '{written}': {fault}"));
        if written.contains('@') || !written.contains(|letter: char| letter.is_ascii_digit()) {
            failure.hint("the role comes before the hours: --to NAME@ROLE=HOURS")
        } else if ends_with_unit(written) {
            failure.hint("write the number without its unit")
        } else {
            failure.hint("for example: --hours 10, or --to Ana=37.5")
        }
    })
}

/// The number of a person: by their name as it is written, else by the only name that differs in case or accents.
fn named(name: &str, people: &[Person]) -> Result<Option<usize>> {
    let name = composed(name.trim());
    let exact = people.iter().position(|person| person.name == name);
    let folded = fold(&name);
    let is_alike = |&number: &usize| fold(&people[number].name) == folded;
    let found = exact.map_or_else(|| (0..people.len()).filter(is_alike).collect(), |it| vec![it]);
    match found[..] {
        [] => Ok(None),
        [number] => Ok(Some(number)),
        ref several => {
            let message = format!("'{name}' may be any of several people");
            let names = several.iter().map(|&number| people[number].name.clone());
            let hint = format!("write the name as it is listed: {}", few(names, MOST_NAMED, ", "));
            Err(Failure::unknown(Code::UnknownPerson, message).hint(hint))
        }
    }
}

fn find(name: &str, roster: &Roster) -> Result<usize> {
    if let Some(number) = named(name, &roster.people)? {
        return Ok(number);
    }
    let names: Vec<&str> = roster.people.iter().map(|person| person.name.as_str()).collect();
    let failure = Failure::unknown(Code::UnknownPerson, format!("nobody here is called '{name}'"));
    let one = "name one person at a time; --without can be repeated".to_owned();
    let failure = failure.hints(name.contains(NO_PART_OF_A_NAME).then_some(one));
    Err(names::with_choice(failure, name, &names, "people")
        .hint("name people with --to NAME, or in a team file"))
}

pub fn present(name: &str, roster: &Roster) -> Result<usize> {
    let number = find(name, roster)?;
    if roster.away.contains(&number) {
        let message = format!("'{name}' is away, so there is nothing to show");
        return Err(Failure::usage(message)
            .hint("leave out --without or --person, or name another day with --on"));
    }
    Ok(number)
}
