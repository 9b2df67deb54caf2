//! How long reading, listing, asking, comparing, assigning and drawing take, from the shipped registry up to ten thousand roles.
//!
//! Two things to look for. `read` should take at most one and a half times as long as `decode_only`, which is the YAML
//! engine and the decoder on the same texts. And ten times as many roles should take ten times as long, never a
//! hundred times.

mod generator;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use generator::TASKS_PER_ROLE;
use rayon::prelude::*;
use roles::model::{Holds, Hours, Person, Registry, RoleIx, SizeIx};
use roles::problem::Problems;
use roles::query::{self, Rivals, Roster, TaskFilter};
use roles::raw::{self, RawRole};
use roles::resolve;
use roles::source::{self, OtherWords, Sources, is_role};
use std::fmt;
use std::path::PathBuf;
use std::sync::OnceLock;
use tempfile::TempDir;

/// How many seconds a question is asked at each scale; a large registry gets the samples that fit.
const SECONDS: f64 = 1.5;

/// The same for reading, which takes seconds at the largest scale and should still get a few samples there.
const SECONDS_OF_READING: f64 = 8.0;

/// How often a registry is read at most.
const READINGS: u32 = 20;

/// The library reads fewer files than this one after another, so the yardstick does the same.
const PARALLEL_FROM: usize = 16;

/// The folder of all generated registries.
static ROOT: OnceLock<PathBuf> = OnceLock::new();

static CASES: [Case; 4] =
    [Case::new(None), Case::new(Some(100)), Case::new(Some(1_000)), Case::new(Some(10_000))];

fn main() {
    // A static is never dropped, so the folder that is to vanish in the end belongs to main.
    let root = TempDir::new().expect("a temporary folder can be made");
    ROOT.get_or_init(|| root.path().to_owned());
    divan::main();
}

/// A registry of some size, made when it is first asked for.
struct Case {
    /// How many roles are generated; `None` for the shipped registry.
    roles: Option<usize>,
    fixture: OnceLock<Fixture>,
}

/// What the benchmarks work on.
struct Fixture {
    /// `None` for the shipped registry.
    folder: Option<PathBuf>,
    sources: Sources,
    registry: Registry,
    bytes: usize,
}

impl Case {
    const fn new(roles: Option<usize>) -> Self {
        Self { roles, fixture: OnceLock::new() }
    }

    fn fixture(&self) -> &Fixture {
        self.fixture.get_or_init(|| Fixture::new(self.roles))
    }
}

impl fmt::Display for Case {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self.roles {
            // The number comes first so that the report stands in the order of size.
            None => out.write_str("2 roles (shipped)"),
            Some(roles) => write!(out, "{roles} roles"),
        }
    }
}

impl Fixture {
    fn new(roles: Option<usize>) -> Self {
        let folder = roles.map(generate);
        let sources = load(folder.as_ref());
        let registry = resolve::read(&sources).expect("the registry has no errors");
        if let Some(roles) = roles {
            assert_eq!(registry.tasks().count(), roles * TASKS_PER_ROLE);
        }
        let bytes = sources.files.iter().map(|file| file.text().len()).sum();
        Self { folder, sources, registry, bytes }
    }

    fn bytes(&self) -> BytesCount {
        BytesCount::new(self.bytes)
    }

    fn tasks(&self) -> ItemsCount {
        ItemsCount::new(self.registry.tasks().count())
    }

    fn size(&self, id: &str) -> SizeIx {
        self.registry.size_by_id(id).expect("the shipped sizes are there")
    }
}

fn generate(roles: usize) -> PathBuf {
    let root = ROOT.get().expect("main has made the folder");
    let folder = root.join(roles.to_string());
    std::fs::create_dir(&folder).expect("each registry is generated once");
    generator::write(&folder, roles).expect("the disk has room for the files");
    folder
}

fn load(folder: Option<&PathBuf>) -> Sources {
    match folder {
        Some(folder) => {
            source::read_folder(folder, OtherWords::Read).expect("the folder can be listed")
        }
        None => source::embedded(),
    }
}

/// Every case; without optimisation the largest would only keep `cargo test --all-targets` waiting.
fn cases() -> &'static [Case] {
    let is_test = !std::env::args().any(|word| word == "--bench");
    if is_test { &CASES[..2] } else { &CASES }
}

/// From the disk to a registry: everything that a command does before it can answer.
#[divan::bench(args = cases(), sample_count = READINGS, max_time = SECONDS_OF_READING)]
fn read(bencher: Bencher, case: &Case) {
    let fixture = case.fixture();
    bencher.counter(fixture.bytes()).bench(|| resolve::read(&load(fixture.folder.as_ref())));
}

/// The yardstick: texts that are already there, decoded and nothing else.
#[divan::bench(args = cases(), sample_count = READINGS, max_time = SECONDS_OF_READING)]
fn decode_only(bencher: Bencher, case: &Case) {
    let fixture = case.fixture();
    bencher.counter(fixture.bytes()).bench(|| decode(&fixture.sources));
}

/// The yardstick with the disk: what is left of `read` without values, links and cycles.
#[divan::bench(args = cases(), sample_count = READINGS, max_time = SECONDS_OF_READING)]
fn decode_from_disk(bencher: Bencher, case: &Case) {
    let fixture = case.fixture();
    bencher.counter(fixture.bytes()).bench(|| {
        let sources = load(fixture.folder.as_ref());
        decode(&sources).len()
    });
}

fn decode(sources: &Sources) -> Vec<Option<RawRole<'_>>> {
    let files: Vec<_> = sources.iter().filter(|(_, file)| is_role(&file.stem)).collect();
    let decode = |&file: &_| raw::role(file, false, &mut Problems::default());
    if files.len() < PARALLEL_FROM {
        files.iter().map(decode).collect()
    } else {
        files.par_iter().map(decode).collect()
    }
}

/// Every role, and every task by area.
#[divan::bench(args = cases(), max_time = SECONDS)]
fn list(bencher: Bencher, case: &Case) {
    let fixture = case.fixture();
    bencher.counter(fixture.tasks()).bench(|| {
        let roles = query::roles(&fixture.registry);
        let tasks = query::tasks(&fixture.registry, &TaskFilter::default());
        (roles, tasks)
    });
}

/// A question of five words, one of them mistyped.
#[divan::bench(args = cases(), max_time = SECONDS)]
fn who(bencher: Bencher, case: &Case) {
    let fixture = case.fixture();
    let question = "who reviews the quartely budget report";
    bencher.counter(fixture.tasks()).bench(|| {
        let rivals = Rivals { catalogue: &fixture.registry, tasks: Vec::new(), may_win: true };
        query::who(&fixture.registry, &rivals, question).verdict
    });
}

/// Comparisons of roles and of company sizes.
mod compare {
    use super::{Bencher, Case, RoleIx, Roster, SECONDS, cases, query};

    /// The first two roles side by side.
    #[divan::bench(args = cases(), max_time = SECONDS)]
    fn two_roles(bencher: Bencher, case: &Case) {
        let fixture = case.fixture();
        let roles: Vec<RoleIx> = fixture.registry.roles().take(2).collect();
        bencher.counter(fixture.tasks()).bench(|| query::compare(&fixture.registry, &roles));
    }

    /// From one person for everything to one person a role.
    #[divan::bench(args = cases(), max_time = SECONDS)]
    fn growth(bencher: Bencher, case: &Case) {
        let fixture = case.fixture();
        let (from, to) = (fixture.size("sme"), fixture.size("large"));
        bencher
            .counter(fixture.tasks())
            .bench(|| query::growth(&fixture.registry, from, to, &Roster::default()));
    }
}

/// What people look at, from the question to its last byte.
mod pictures {
    use super::{Bencher, Case, Roster, SECONDS, cases, query};
    use roles::query::Chart;
    use roles::render::{Reader, Terminal, chart};
    use std::io;

    /// The tree of a terminal.
    #[divan::bench(args = cases(), max_time = SECONDS)]
    fn chart_as_tree(bencher: Bencher, case: &Case) {
        let terminal = Terminal { width: 100, color: false, ascii: false };
        draw(bencher, case, &|drawn, reader, out| chart::tree(drawn, reader, terminal, out));
    }

    /// The drawing.
    #[divan::bench(args = cases(), max_time = SECONDS)]
    fn chart_as_svg(bencher: Bencher, case: &Case) {
        draw(bencher, case, &chart::svg);
    }

    type Draw<'d> = dyn Fn(&Chart, &Reader, &mut dyn io::Write) -> io::Result<()> + Sync + 'd;

    fn draw(bencher: Bencher, case: &Case, write: &Draw) {
        let fixture = case.fixture();
        let size = Some(fixture.size("large"));
        let reader = Reader::new(&fixture.registry, None);
        bencher.counter(fixture.tasks()).bench_local(|| {
            let assignment = query::assign(&fixture.registry, size, &Roster::default());
            let drawn = query::chart(&fixture.registry, &assignment);
            let mut out = Vec::new();
            write(&drawn, &reader, &mut out).expect("memory takes everything");
            out
        });
    }
}

/// Assignments in the two kinds of company that are shipped.
mod assign {
    use super::{
        Bencher, CASES, Case, Holds, Hours, Person, RoleIx, Roster, SECONDS, cases, query,
    };

    /// One position holds every role.
    #[divan::bench(args = cases(), max_time = SECONDS)]
    fn sme(bencher: Bencher, case: &Case) {
        assign(bencher, case, "sme", &Roster::default());
    }

    /// Each role is a position.
    #[divan::bench(args = cases(), max_time = SECONDS)]
    fn large(bencher: Bencher, case: &Case) {
        assign(bencher, case, "large", &Roster::default());
    }

    /// Three people share every task.
    #[divan::bench(args = cases(), max_time = SECONDS)]
    fn sme_with_people(bencher: Bencher, case: &Case) {
        assign(bencher, case, "sme", &people());
    }

    /// Three people fill the first positions, and the others are vacant.
    #[divan::bench(args = cases(), max_time = SECONDS)]
    fn large_with_people(bencher: Bencher, case: &Case) {
        assign(bencher, case, "large", &people());
    }

    /// Fifty people and two thousand tasks, half of them with an estimate; everybody may do everything.
    #[divan::bench(args = ["enough", "too few"], max_time = SECONDS)]
    fn fifty_people_with_hours(bencher: Bencher, hours: &str) {
        let each = if hours == "enough" { "60" } else { "20" };
        let person = |number| Person {
            name: format!("Person {number}"),
            hours_per_week: Hours::parse(each).ok(),
            ..Person::default()
        };
        let people = (0..50).map(person).collect();
        assign(bencher, &CASES[1], "sme", &Roster { people, ..Roster::default() });
    }

    /// Eight hundred people and twenty thousand tasks; everybody may do everything.
    #[divan::bench(args = ["enough", "too few"], max_time = SECONDS)]
    fn eight_hundred_people_with_hours(bencher: Bencher, hours: &str) {
        let each = if hours == "enough" { "60" } else { "20" };
        let person = |number| Person {
            name: format!("Person {number}"),
            hours_per_week: Hours::parse(each).ok(),
            ..Person::default()
        };
        let people = (0..800).map(person).collect();
        assign(bencher, &CASES[2], "sme", &Roster { people, ..Roster::default() });
    }

    /// What could go wrong with four hundred people and two thousand tasks; everybody may do everything.
    #[divan::bench(args = ["nobody away", "every fifth away"], max_time = SECONDS)]
    fn risks(bencher: Bencher, away: &str) {
        let person = |number: usize| Person {
            name: format!("Person {number}"),
            hours_per_week: Hours::parse("20").ok(),
            ..Person::default()
        };
        let mut roster = Roster { people: (0..400).map(person).collect(), ..Roster::default() };
        if away == "every fifth away" {
            roster.away = (0..400).step_by(5).collect();
        }
        let fixture = CASES[1].fixture();
        let size = Some(fixture.size("sme"));
        bencher.counter(fixture.tasks()).bench(|| query::risks(&fixture.registry, size, &roster));
    }

    /// Fifty people where each of them has five of the hundred roles, and each role two or three people.
    #[divan::bench(max_time = SECONDS)]
    fn fifty_people_with_roles(bencher: Bencher) {
        let registry = &CASES[1].fixture().registry;
        let roles: Vec<RoleIx> = registry.roles().collect();
        let person = |number: usize| Person {
            name: format!("Person {number}"),
            holds: Holds::Roles((0..5).map(|step| roles[(number * 2 + step * 7) % 100]).collect()),
            hours_per_week: Hours::parse("60").ok(),
            ..Person::default()
        };
        let people = (0..50).map(person).collect();
        assign(bencher, &CASES[1], "large", &Roster { people, ..Roster::default() });
    }

    fn assign(bencher: Bencher, case: &Case, size: &str, roster: &Roster) {
        let fixture = case.fixture();
        let size = fixture.size(size);
        bencher
            .counter(fixture.tasks())
            .bench(|| query::assign(&fixture.registry, Some(size), roster));
    }

    /// One of them has limited hours, so that sharing has something to weigh.
    fn people() -> Roster {
        let person = |(name, hours): (&str, Option<&str>)| Person {
            name: name.to_owned(),
            hours_per_week: hours.and_then(|hours| Hours::parse(hours).ok()),
            ..Person::default()
        };
        let team = [("Ana", Some("40")), ("Luis", Some("20")), ("Noor", None)];
        Roster { people: team.into_iter().map(person).collect(), ..Roster::default() }
    }
}
