//! Every position stands in the chart once, below the one that it reports to; no name means anything to the formats, and
//! a page has only the tags that it is made of.

use super::any_text::page;
use super::registries::{read, registry, registry_in_plain_letters, roster, team};
use proptest::prelude::*;
use roles::model::{Registry, SizeIx};
use roles::query::{Chart, Roster, assign, chart};
use roles::render::{Reader, Terminal, chart};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// The elements that pages and drawings are made of.
const ELEMENTS: &str = "!DOCTYPE !-- html head meta title link style body main header h1 h2 h3 h4 p nav ul li a section \
    div article dl dt dd bdi fieldset legend input label figure figcaption table caption thead tbody tr th td span svg \
    rect text polyline path footer";

fn sizes(registry: &Registry) -> Vec<Option<SizeIx>> {
    let ids = registry.sizes().iter().map(|size| size.id.as_str());
    ids.map(|id| registry.size_by_id(id)).chain([None]).collect()
}

fn check(chart: &Chart, registry: &Registry) {
    let assignment = chart.assignment;
    let positions: BTreeSet<usize> = chart.nodes.iter().map(|node| node.position).collect();
    assert_eq!(positions, (0..assignment.positions.len()).collect());
    assert_eq!(chart.nodes.len(), positions.len());
    for (number, node) in chart.nodes.iter().enumerate() {
        let depth = node.above.map_or(0, |above| chart.nodes[above].depth + 1);
        assert!(node.above.is_none_or(|above| above < number));
        assert_eq!(node.depth, depth);
        let mut people = node.people.iter().map(|(person, _)| *person);
        assert!(people.all(|person| assignment.filled[person].contains(&node.position)));
        assert_eq!(node.is_vacant, assignment.has_people() && node.people.is_empty());
    }
    // Tasks without a position are in no node. Every other one is in one, or in that of each position that does it.
    let lost = chart.without_position.iter();
    let lost: usize = lost.map(|&role| registry.role(role).tasks.len()).sum();
    let shown: usize = chart.nodes.iter().map(|node| node.load.tasks).sum();
    let more = assignment.duties.iter().map(|duty| duty.doers().len().saturating_sub(1));
    let more = if assignment.has_people() { 0 } else { more.sum() };
    assert_eq!(shown + lost, registry.tasks().count() + more);
}

type Writer = fn(&Chart, &Reader, &mut dyn Write) -> io::Result<()>;

fn text(write: Writer, chart: &Chart, reader: &Reader) -> String {
    let mut out = Vec::new();
    write(chart, reader, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Each line of Mermaid is one of few forms, and a label ends only where its line does.
fn check_mermaid(text: &str) {
    for line in text.lines().skip(1).map(str::trim_start) {
        if let Some((_, label)) = line.split_once("[\"") {
            let label = label.strip_suffix("\"]").expect("a whole label");
            let words = ["<b>", "</b>", "<br/>"]
                .iter()
                .fold(label.to_owned(), |label, tag| label.replace(tag, ""));
            let is_plain = |letter: char| {
                !letter.is_ascii() || letter.is_ascii_alphanumeric() || " ,.-#;".contains(letter)
            };
            assert!(words.chars().all(is_plain), "{line}");
        } else {
            let is_known = line.contains(" --> ") || line.starts_with("class");
            assert!(is_known, "{line}");
        }
    }
}

/// Read as Graphviz reads them, the strings of DOT are the names, and nothing else has a quote.
fn check_dot(text: &str) {
    let mut quoted = false;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '"' => quoted = !quoted,
            '\n' => assert!(!quoted, "a string goes on: {text}"),
            '&' => assert!(letters.as_str().starts_with("amp;"), "{text}"),
            _ => {}
        }
    }
    assert!(!quoted, "{text}");
}

/// Every tag is one of those that pages are made of, and each is closed.
fn check_tags(page: &str) {
    let known: BTreeSet<&str> = ELEMENTS.split_whitespace().collect();
    let mut open: BTreeMap<&str, i32> = BTreeMap::new();
    for rest in page.split('<').skip(1) {
        let name = |rest: &'_ str| rest.find(['>', ' ', '/', '\n']).unwrap_or(rest.len());
        let (tag, step) = match rest.strip_prefix('/') {
            Some(rest) => (&rest[..name(rest)], -1),
            None => (&rest[..name(rest)], 1),
        };
        assert!(known.contains(tag), "<{tag} in {rest}");
        let is_void =
            ["!DOCTYPE", "!--", "meta", "link", "input", "rect", "polyline", "path"].contains(&tag);
        *open.entry(tag).or_default() += if is_void { 0 } else { step };
    }
    open.retain(|_, count| *count != 0);
    assert!(open.is_empty(), "not closed: {open:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_position_stands_in_the_chart_once(sources in registry(), team in team(), pins in 0..4_usize) {
        let registry = read(&sources);
        let people = roster(&team, pins, &registry);
        for size in sizes(&registry) {
            for roster in [&people, &Roster::default()] {
                let assignment = assign(&registry, size, roster);
                check(&chart(&registry, &assignment), &registry);
                for levels in 1..4 {
                    let whole = chart(&registry, &assignment);
                    let (all, expected) = (whole.nodes.len(), whole.nodes.iter().filter(|node| node.depth < levels).count());
                    let cut = whole.down_to(levels);
                    prop_assert_eq!(cut.nodes.len(), expected);
                    let hidden: usize = cut.nodes.iter().map(|node| node.hidden).sum();
                    prop_assert_eq!(cut.nodes.len() + hidden, all);
                }
            }
        }
    }

    #[test]
    fn no_name_means_anything_to_a_format(sources in registry(), team in team()) {
        let registry = read(&sources);
        let people = roster(&team, 2, &registry);
        let reader = Reader::new(&registry, None);
        for size in sizes(&registry) {
            let assignment = assign(&registry, size, &people);
            let drawn = chart(&registry, &assignment);
            check_mermaid(&text(chart::mermaid, &drawn, &reader));
            check_dot(&text(chart::dot, &drawn, &reader));
            check_tags(&text(chart::svg, &drawn, &reader));
        }
        check_tags(&page::whole(&registry, &people, &reader));
    }

    #[test]
    fn no_tree_is_wider_than_the_terminal(sources in registry_in_plain_letters(), team in team(), width in 20..170_usize) {
        let registry = read(&sources);
        let people = roster(&team, 3, &registry);
        let reader = Reader::new(&registry, None);
        for size in sizes(&registry) {
            let assignment = assign(&registry, size, &people);
            let terminal = Terminal { width, color: false, ascii: false };
            let mut out = Vec::new();
            chart::tree(&chart(&registry, &assignment), &reader, terminal, &mut out).unwrap();
            for line in String::from_utf8(out).unwrap().lines() {
                let columns = unicode_width::UnicodeWidthStr::width(line);
                prop_assert!(columns <= width, "{columns} > {width}: {line:?}");
            }
        }
    }
}
