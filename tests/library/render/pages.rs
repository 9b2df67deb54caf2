use super::{TERMINAL, page, written};
use roles::query::{Roster, assign};
use roles::render::pages::{Plan, loads};
use roles::render::{Cell, Csv, Page, PageFormat, Reader, write_page};

/// A text as Markdown: the title of a page.
fn escaped(text: &str) -> String {
    let page = Page { title: text.to_owned(), ..Page::default() };
    let written = written(&page, PageFormat::Markdown, Csv::Programs, "en");
    written.strip_prefix("# ").unwrap().trim_end_matches('\n').to_owned()
}

#[test]
fn a_thing_to_tick_off_is_one_line_of_text() {
    let check = |what: &str, nobody: Option<&str>, more: &[&str], expected: &str| {
        let mut page = page(&["task"], vec![vec![Cell::Empty]]);
        let checks = &mut page.table.sections[0].checks;
        checks.resize_with(1, Default::default);
        checks[0].what = what.to_owned();
        checks[0].nobody = nobody.map(str::to_owned);
        checks[0].more = more.iter().map(|&more| more.to_owned()).collect();
        let written = written(&page, PageFormat::Markdown, Csv::Programs, "en");
        assert_eq!(written, format!("# \n\n- [ ] {expected}\n"));
    };
    check("1. *Reply*", None, &[], "1\\. \\*Reply\\*");
    check("[x] a\n# b", None, &["<Luis>", "4 h"], "\\[x] a # b (&lt;Luis>, 4 h)");
    check("a", Some("nobody: **none**"), &["4 h"], "a (**nobody: \\*\\*none\\*\\***, 4 h)");
}

#[test]
fn what_means_nothing_stays_as_it_is() {
    for plain in [
        "R&D & more; a",
        "snake_case_name",
        "~5 h (or ~6 ~ 7)",
        "a > b",
        "by [to be named]",
        "ana@example.org",
        "@ Ana",
        "C# 1",
        "Ana@",
        "@é",
        "2.5 h",
        "Draw up the plan (2.5 h)",
    ] {
        assert_eq!(escaped(plain), plain);
    }
}

#[test]
fn markdown_and_html_come_out_as_text_and_nobody_and_nothing_is_linked() {
    for (text, expected) in [
        ("a | b `c` <script> *d* _e_", "a \\| b \\`c\\` &lt;script> \\*d\\* \\_e\\_"),
        ("*d* [f](g)", "\\*d\\* \\[f](g)"),
        ("# no heading", "\\# no heading"),
        ("1. no list - still", "1\\. no list - still"),
        ("2.", "2\\."),
        ("2) a", "2\\) a"),
        ("\\| & &amp; &#38;", "\\\\\\| & &amp;amp; &amp;#<!-- -->38;"),
        ("> no quotation", "\\> no quotation"),
        ("~~a~~", "~\\~a\\~\\~"),
        ("[a]: b", "\\[a]: b"),
        ("~~~", "~\\~\\~"),
        ("@octocat", "@<!-- -->octocat"),
        ("Fix (#12, a#1)", "Fix (#<!-- -->12, a#<!-- -->1)"),
        ("#12", "\\#<!-- -->12"),
    ] {
        assert_eq!(escaped(text), expected);
    }
}

#[test]
fn what_runs_to_the_left_stands_apart() {
    let check = |text: &str, expected: &str| {
        let page = Page { lead: vec![text.to_owned()], ..Page::default() };
        let html = written(&page, PageFormat::Html, Csv::Programs, "en");
        assert!(html.contains(&format!("<p>{expected}</p>")), "{text}");
    };
    check("Ana & Luis: 2 tasks", "Ana &#38; Luis: 2 tasks");
    check("דוד: 2 tasks", "<bdi>דוד</bdi>: 2 tasks");
    check(
        "Ana reports to مدير (ب): 1 <task>",
        "Ana reports to <bdi>مدير (ب)</bdi>: 1 &#60;task&#62;",
    );
    check("خطة 1", "<bdi>خطة 1</bdi>");
    check("a ب c ד", "a <bdi>ب</bdi> c <bdi>ד</bdi>");
}

#[test]
fn bars_show_what_is_used_free_and_over() {
    for (used, limit, bar) in [
        (", hours_per_week: 5", "10", "########........"),
        (", hours_per_week: 10", "10", "################"),
        ("", "10", "................"),
        (", hours_per_week: 0.1", "100", "#..............."),
        (", hours_per_week: 99.9", "100", "###############."),
        (", hours_per_week: 20", "15", "############!!!!"),
        (", hours_per_week: 15.1", "15", "###############!"),
    ] {
        let role = format!("name: R\ntasks:\n  - {{id: t, name: T{used}}}\n");
        let team =
            format!("people: [{{name: Ana, hours_per_week: {limit}}}]\npins: {{r/t: Ana}}\n");
        let registry = crate::written::written("", &[("r", &role), ("team", &team)]);
        let roster = Roster::from(registry.team().unwrap());
        let plan = Plan::new(assign(&registry, None, &roster));
        let reader = Reader::new(&registry, None);
        let page = Page { table: loads(&plan, &reader).unwrap(), ..Page::default() };
        let mut out = Vec::new();
        let (format, csv) = (PageFormat::Table, Csv::Programs);
        write_page(&page, format, &reader, TERMINAL, csv, &mut out).unwrap();
        let shown = String::from_utf8(out).unwrap();
        assert!(shown.contains(&format!("\nAna  {bar}  ")), "{shown}");
    }
}
