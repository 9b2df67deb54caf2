//! Problems: their codes, their words, how many are kept.

use roles::problem::{Code, Nearest, Place, Problem, Problems, few, nearest};
use roles::source::{FileId, SourceFile, Sources, Span};
use std::collections::BTreeSet;

const MOST_IN_A_FILE: usize = 1_000;
const MOST: usize = 100_000;
const MORE_IN_THE_FILE: &str = "; more is wrong with this file than is shown";
const MORE: &str = "; more is wrong with this registry than is shown";

#[test]
fn names_are_unique_kebab_case_and_lead_back() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    for &code in Code::ALL {
        assert_eq!(Code::parse(code.as_str()), Some(code));
        assert!(
            code.as_str().chars().all(|letter| letter.is_ascii_lowercase()
                || letter.is_ascii_digit()
                || letter == '-')
        );
    }
}

fn problem(file: u32, number: usize) -> Problem {
    let place = Place::File(FileId(file));
    Problem::new(Code::InvalidValue, place, format!("{number:06}"))
}

#[test]
fn a_problem_is_printed_on_one_line_with_or_without_its_place() {
    let file = |name: &str, text: &str| {
        SourceFile::from_bytes(format!("roles/{name}.yaml"), name.to_owned(), text.into())
    };
    let sources = Sources::of(vec![file("a", ""), file("b\u{1b}", "name: é x\n")]);
    let empty = Problem::new(Code::EmptyFile, Place::File(FileId(0)), "it is empty");
    assert_eq!(empty.to_string(), "error[empty-file]: it is empty");
    let shown = empty.display(&sources);
    assert_eq!(shown, "roles/a.yaml: error[empty-file]: it is empty");
    let place = Span::new(FileId(1), 9, 10);
    let hidden = Problem::new(Code::HashInText, place, "a\nb\u{202e}");
    let shown = hidden.display(&sources);
    let expected = r"roles/b\u{1b}.yaml:1:9: warning[hash-in-text]: a\u{a}b\u{202e}";
    assert_eq!(shown, expected);
}

fn messages(problems: Problems) -> Vec<String> {
    problems.into_iter().map(|problem| problem.message).collect()
}

#[test]
fn a_file_and_a_registry_have_so_many_problems_and_no_more() {
    let many = || {
        let mut problems = Problems::default();
        problems.extend((0..MOST_IN_A_FILE + 5).map(|number| problem(7, number)));
        problems.push(problem(8, 0));
        problems
    };
    let of_files = messages(many());
    assert_eq!(of_files[MOST_IN_A_FILE], format!("001000{MORE_IN_THE_FILE}"));
    assert_eq!(of_files.len(), MOST_IN_A_FILE + 2);
    let most = || {
        let mut problems = many();
        problems.extend((9..).flat_map(|file| [problem(file, 1), problem(file, 2)]));
        problems
    };
    assert!(!most().has_room(FileId(0)) && messages(most())[MOST].ends_with(MORE));
    assert_eq!(most().sorted().len(), MOST + 1);
}

#[test]
fn problems_of_a_file_that_has_too_many_say_so_once() {
    let mut of_file = Problems::default();
    of_file.extend((0..MOST_IN_A_FILE + 5).map(|number| problem(0, number)));
    let mut all = Problems::default();
    all.extend(of_file);
    let messages = messages(all);
    let says_so = |message: &&String| message.contains(MORE_IN_THE_FILE);
    let last = messages.iter().filter(says_so).collect::<Vec<_>>();
    assert_eq!(last.len(), 1);
    assert_eq!(last[0].matches(MORE_IN_THE_FILE).count(), 1);
}

#[test]
fn they_come_in_the_order_of_files_and_what_is_said_twice_comes_once() {
    let mut problems = Problems::default();
    problems.extend([problem(2, 1), problem(1, 2), problem(1, 1), problem(2, 1)]);
    let sorted = [problem(1, 1), problem(1, 2), problem(2, 1)];
    assert_eq!(problems.sorted(), sorted);
}

#[test]
fn a_few_names_are_said_and_the_others_counted() {
    let few = |names: &[&str]| few(names.iter().map(ToString::to_string), 3, "; ");
    assert_eq!(few(&["a"]), "a");
    assert_eq!(few(&["a", "b", "c"]), "a; b; c");
    assert_eq!(few(&["a", "b", "c", "d"]), "a; b; c and 1 more");
}

#[test]
fn typos_accents_and_beginnings_find_their_word() {
    let roles = ["community-manager", "social-media-manager", "sme"];
    let find = |word| nearest(word, roles);
    assert_eq!(find("comunity-manager"), Some("community-manager"));
    assert_eq!(find("Socal-Media-Manager"), Some("social-media-manager"));
    assert_eq!(find("community"), Some("community-manager"));
    assert_eq!(find("comunity"), Some("community-manager"));
    assert_eq!(find("socal-med"), Some("social-media-manager"));
    assert_eq!(find("smé"), Some("sme"));
    assert_eq!(find("smee"), Some("sme"));
    assert_eq!(find("accountant"), None);
    assert_eq!(find("x"), None);
    assert_eq!(nearest("rf", ["fr", "en"]), Some("fr"));
    assert_eq!(nearest("es", ["en", "fr"]), None);
}

#[test]
fn the_work_has_an_end() {
    let limited = Nearest::for_one_of(usize::MAX);
    let many = [["xy"; 50].as_slice(), &["ab"]].concat();
    assert_eq!(limited.did_you_mean("ab", many), None);
    assert_eq!(limited.did_you_mean("ab", ["ab"]), None);
}

#[test]
fn long_words_are_more_work_and_are_not_suggested() {
    let long = "a".repeat(200);
    let limited = Nearest::for_one_of(usize::MAX);
    for _ in 0..2 {
        assert_eq!(limited.nearest(&long, [long.as_str()]), Some(long.as_str()));
    }
    assert_eq!(limited.nearest("x", ["x"]), None);
    let endless = "a".repeat(201);
    assert_eq!(Nearest::default().nearest("aaa", [endless.as_str()]), None);
}
