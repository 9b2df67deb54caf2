//! Who does this? Finds what a question in anybody's words is about: a task, a role or a person.

use super::links::accountable;
use super::matcher::{
    Fit, Matcher, Meaning, Rivals, SURE, Subject, Verdict, languages_in, languages_of,
};
use super::named::{self, Words};
use super::reporting;
use crate::model::{Position, Registry, RoleIx, SizeIx, TaskRef};
use crate::normalize::pieces;
use crate::unicode::is_ignorable;

/// What lies behind this is not read: nobody asks that long. In bytes.
const LONGEST_QUESTION: usize = 1_000;
/// How many tasks are shown where it is not sure which is meant, and how many from elsewhere.
const LIKELIEST: usize = 2;
/// The second is shown if its score is at least this part of the first one's, and so is what is elsewhere.
const BESIDE: f64 = 0.7;
/// What stands elsewhere is shown from this score on.
const LEAST_ELSEWHERE: f64 = 0.5;
/// A text of function words alone is about something that is called just so, this much of each being the same; or it has so
/// few words that they must be what it is about.
const NEARLY_ALL: f64 = 0.8;
const FEW_WORDS: usize = 2;
/// What names a role or somebody as well is surely about a task if it holds this much of the task's name.
const HALF: f64 = 0.5;
/// No word weighs more.
const ONE_WORD: f64 = 1.0;
/// What counts as all of a name, where a sum of parts may lie a hair below.
const ALL: f64 = 0.999;
/// So many function words fewer than in another language may be chance in a question.
const CHANCE: usize = 1;

/// What a question is about.
#[derive(Debug, Default)]
pub struct Answer<'r> {
    /// How sure that is.
    pub verdict: Verdict,
    /// The task where it is sure, or the likeliest ones, the likeliest first.
    pub matches: Vec<Found<'r>>,
    /// Tasks of the catalogue that it may be about instead, the likeliest first.
    pub elsewhere: Vec<TaskRef>,
    /// The roles that it is about.
    pub roles: Vec<RoleIx>,
    /// The people of the team that it is about, by their numbers.
    pub people: Vec<usize>,
}

/// A task that was found, and who has to do with it.
#[derive(Debug)]
pub struct Found<'r> {
    /// The task. Its role does it.
    pub task: TaskRef,
    /// How well it fits, from 0 to 1, in hundredths.
    pub score: f64,
    /// The role that answers for it.
    pub accountable: RoleIx,
    /// The same in a company of each size, in the registry's order.
    pub sizes: Vec<InSize<'r>>,
}

/// Who has to do with a task in a company of one size.
#[derive(Debug)]
pub struct InSize<'r> {
    /// The size.
    pub size: SizeIx,
    /// The positions that do it; none where no position holds its role.
    pub doers: Vec<Position<'r>>,
    /// The positions that answer for it.
    pub accountable: Vec<Position<'r>>,
    /// Whether that is one and the same person.
    pub one_person: bool,
}

/// Whether a text has any word to look for.
pub fn has_words(question: &str) -> bool {
    pieces(question).next().is_some()
}

/// Answers a question in any of the registry's languages, or in several.
pub fn who<'r>(registry: &'r Registry, rivals: &Rivals<'r>, question: &str) -> Answer<'r> {
    // What shows nothing, such as a space of no width, would cut a word in two.
    let question: String =
        beginning(question).chars().filter(|&letter| !is_ignorable(letter)).collect();
    let ask = |rivals: &Rivals<'r>| ask(registry, rivals, &question);
    if rivals.may_win {
        return ask(rivals);
    }
    let none = Rivals { catalogue: rivals.catalogue, tasks: Vec::new(), may_win: false };
    let mut answer = ask(&none);
    if answer.verdict == Verdict::Nobody {
        answer.elsewhere = ask(rivals).elsewhere;
    }
    answer
}

/// Answers it beside these rivals. What is meant by a slip is never sure, be it a task or a role.
fn ask<'r>(registry: &'r Registry, rivals: &Rivals<'r>, question: &str) -> Answer<'r> {
    let (people, rest) = named::people(registry, question);
    let (matcher, meaning) =
        compare(registry, rivals, &rest, CHANCE, |verdict| verdict == Verdict::Sure);
    let respelled = if meaning.verdict == Verdict::Sure { None } else { matcher.respelled(&rest) };
    let Some(respelled) = respelled else {
        return conclude(registry, rivals, people, &rest, &matcher, meaning);
    };
    // In a large registry it takes much memory.
    drop(matcher);
    let (matcher, mut meaning) =
        compare(registry, rivals, &respelled, 0, |verdict| verdict != Verdict::Nobody);
    if meaning.verdict == Verdict::Sure {
        meaning.verdict = Verdict::Unsure;
    }
    let mut answer = conclude(registry, rivals, people, &respelled, &matcher, meaning);
    if answer.people.is_empty() && answer.verdict == Verdict::Sure {
        answer.verdict = Verdict::Unsure;
    }
    answer
}

/// The answer to a question of which it is known what it means, and what it says beside people.
fn conclude<'r>(
    registry: &'r Registry,
    rivals: &Rivals,
    people: Vec<usize>,
    rest: &str,
    matcher: &Matcher,
    mut meaning: Meaning,
) -> Answer<'r> {
    if !matcher.tells_apart(rest) || pieces(rest).all(|piece| piece.len() == 1) {
        only_what_is_called_so(&mut meaning, rest, matcher);
    }
    let asked = Words::new(rest);
    let named = named::roles(registry, &asked, matcher);
    let is_telling = |word: &str| matcher.tells_apart(word) || matcher.fits_every_task(word);
    let names_any = !people.is_empty() || !named.is_empty();
    if reporting::is_asked(&asked, &named, names_any, is_telling) {
        let roles = if names_any { named::each_once(&named) } else { reporting::heads(registry) };
        // What `patron` is in French may be a task: it is a pattern, too.
        if names_any || (!roles.is_empty() && meaning.verdict != Verdict::Sure) {
            return Answer { verdict: Verdict::Sure, roles, people, ..Answer::default() };
        }
    }
    let (roles, words) = named::alone(&named, &asked, matcher);
    let is_task = |fit: &Fit| fit.held >= ALL && fit.explained >= NEARLY_ALL && fit.words > words;
    let holds_half = |fit: &Fit| fit.held >= HALF;
    if !people.is_empty() {
        // One word that is a small part of a name may be about anything that somebody does.
        let is_said = |fit: &Fit| holds_half(fit) || fit.told > ONE_WORD;
        if meaning.verdict != Verdict::Sure || !meaning.own.first().is_some_and(is_said) {
            return Answer { verdict: Verdict::Sure, people, ..Answer::default() };
        }
    } else if !roles.is_empty() && !meaning.own.first().is_some_and(is_task) {
        return Answer { verdict: Verdict::Sure, roles, ..Answer::default() };
    } else if meaning.own.is_empty() && !matcher.tells_apart(rest) && matcher.fits_every_task(rest)
    {
        let roles = registry.roles().collect();
        return Answer { verdict: Verdict::Unsure, roles, ..Answer::default() };
    } else if !named.is_empty() && meaning.means_task() {
        // Who leads a role, or how two of them differ, is no task.
        let is_named = |at: usize| named.iter().any(|named| named.place.contains(&at));
        let rest = asked.without(is_named);
        let telling = pieces(&rest).filter(|piece| matcher.tells_apart(piece)).count();
        let beside = matcher.meaning(&rest);
        if telling <= FEW_WORDS && beside.own.is_empty() && beside.elsewhere.is_empty() {
            let roles = named::each_once(&named);
            return Answer { verdict: Verdict::Unsure, roles, ..Answer::default() };
        }
        if beside.verdict != Verdict::Sure && !meaning.own.first().is_some_and(holds_half) {
            meaning.verdict = Verdict::Unsure;
        }
    }
    let Meaning { verdict, own, elsewhere } = meaning;
    let best = own.first().filter(|_| verdict != Verdict::Nobody);
    let least = best.map_or(LEAST_ELSEWHERE, |best| best.score.max(LEAST_ELSEWHERE));
    let elsewhere = tasks_elsewhere(elsewhere, least, &rivals.tasks);
    match best.map(|best| best.subject) {
        None => {
            let named = named::roles(rivals.catalogue, &asked, matcher);
            let (roles, _) = named::alone(&named, &asked, matcher);
            let of_role = rivals.tasks.iter().copied().filter(|task| roles.contains(&task.role));
            let of_role: Vec<TaskRef> = of_role.collect();
            Answer {
                elsewhere: if of_role.is_empty() { elsewhere } else { of_role },
                ..Answer::default()
            }
        }
        Some(Subject::Role(_)) => about_roles(&own),
        Some(Subject::Task(_)) => about_tasks(registry, verdict, &own, elsewhere),
    }
}

/// Compares a text in the language that it is in; unless that is enough, also in others that have so many of its function
/// words fewer at most.
fn compare<'r>(
    registry: &'r Registry,
    rivals: &Rivals<'r>,
    text: &str,
    fewer: usize,
    is_enough: impl Fn(Verdict) -> bool,
) -> (Matcher<'r>, Meaning) {
    let likely = languages_of(text, &languages_in(registry), fewer);
    let (first, others) = likely.split_at(1);
    let mut matcher = Matcher::new(registry, first, Some(rivals), text);
    let meaning = matcher.meaning(text);
    if others.is_empty() || is_enough(meaning.verdict) {
        return (matcher, meaning);
    }
    matcher.add_languages(others);
    let meaning = matcher.meaning(text);
    (matcher, meaning)
}

/// Of a text that has nothing but function words, leaves what is called just so.
fn only_what_is_called_so(meaning: &mut Meaning, text: &str, matcher: &Matcher) {
    let is_short = pieces(text).count() <= FEW_WORDS && !matcher.fits_every_task(text);
    for fits in [&mut meaning.own, &mut meaning.elsewhere] {
        fits.retain(|fit| fit.explained >= NEARLY_ALL && (is_short || fit.held >= NEARLY_ALL));
    }
    match meaning.own.first() {
        None => meaning.verdict = Verdict::Nobody,
        Some(best) if best.held < NEARLY_ALL => meaning.verdict = Verdict::Unsure,
        Some(_) => {}
    }
}

/// That it is about a role, or about all that are called so. Where it has only parts of their names, the likeliest.
fn about_roles<'r>(own: &[Fit]) -> Answer<'r> {
    let best = own.first().map_or(0.0, |fit| fit.score);
    let (least, most) = match own.first() {
        Some(fit) if !fit.is_named() => (best * BESIDE, LIKELIEST),
        _ => (best, usize::MAX),
    };
    let alike = own.iter().take_while(|fit| fit.score >= least).take(most);
    let (mut roles, mut is_sure) = (Vec::new(), best >= SURE);
    for fit in alike {
        if let Subject::Role(role) = fit.subject {
            roles.push(role);
            is_sure &= fit.is_certain;
        }
    }
    let verdict = if is_sure { Verdict::Sure } else { Verdict::Unsure };
    Answer { verdict, roles, ..Answer::default() }
}

/// That it is about a task, or about one of the likeliest.
fn about_tasks<'r>(
    registry: &'r Registry,
    verdict: Verdict,
    own: &[Fit],
    mut elsewhere: Vec<TaskRef>,
) -> Answer<'r> {
    let most = if verdict == Verdict::Sure { 1 } else { LIKELIEST };
    let matches = likeliest(own).take(most).map(|(task, score)| Found {
        task,
        score: (score * 100.0).round() / 100.0,
        accountable: accountable(registry, task),
        sizes: in_sizes(registry, task),
    });
    if verdict == Verdict::Sure {
        elsewhere.clear();
    }
    Answer { verdict, matches: matches.collect(), elsewhere, ..Answer::default() }
}

/// The tasks elsewhere that fit at least so well, the likeliest first; where a role does, all of its tasks.
fn tasks_elsewhere(mut fits: Vec<Fit>, least: f64, rivals: &[TaskRef]) -> Vec<TaskRef> {
    fits.retain(|fit| fit.score >= least);
    if let Some(Fit { subject: Subject::Role(role), .. }) = fits.first() {
        return rivals.iter().copied().filter(|task| task.role == *role).collect();
    }
    likeliest(&fits).map(|(task, _)| task).collect()
}

/// The likeliest tasks with their scores: the first, and those that are not far behind.
fn likeliest(fits: &[Fit]) -> impl Iterator<Item = (TaskRef, f64)> {
    let tasks = fits.iter().filter_map(|fit| Some((fit.task()?, fit.score)));
    let best = tasks.clone().next().map_or(0.0, |(_, score)| score);
    tasks.take(LIKELIEST).filter(move |(_, score)| *score >= best * BESIDE)
}

/// The part of a long text that is read, without half a word at its end.
fn beginning(text: &str) -> &str {
    if text.len() <= LONGEST_QUESTION {
        return text;
    }
    let text = &text[..text.floor_char_boundary(LONGEST_QUESTION)];
    text.rsplit_once(char::is_whitespace).map_or(text, |(whole, _)| whole)
}

fn in_sizes(registry: &Registry, task: TaskRef) -> Vec<InSize<'_>> {
    let answers = accountable(registry, task);
    let in_size = |size: SizeIx| {
        let holding = |role: RoleIx| {
            let positions = registry.positions(Some(size)).into_iter();
            positions.filter(|position| position.roles.contains(&role)).collect::<Vec<_>>()
        };
        let (doers, accountable) = (holding(task.role), holding(answers));
        InSize { size, one_person: doers.len() == 1 && doers == accountable, doers, accountable }
    };
    registry.every_size().map(in_size).collect()
}
