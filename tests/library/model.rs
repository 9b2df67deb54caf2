//! Ids, dates, hours, languages and texts.

use super::written::written;
use roles::model::{
    Date, DateFault, Hours, IdFault, Language, LanguageIx, MAX_CHARACTERS, Preference, RoleId,
};

#[test]
fn slugs_are_ids_and_nothing_else_is() {
    for good in ["a", "sme", "community-manager", "level-2", "007"] {
        assert_eq!(RoleId::parse(good).unwrap().as_str(), good);
    }
    let fault = |word: &str| RoleId::parse(word).unwrap_err();
    assert_eq!(fault(""), IdFault::Empty);
    assert_eq!(fault("../etc"), IdFault::Character('.'));
    assert_eq!(fault("Manager"), IdFault::Character('M'));
    assert_eq!(fault("gérant"), IdFault::Character('é'));
    assert_eq!(fault("a--b"), IdFault::Hyphen);
    assert_eq!(fault("-a"), IdFault::Hyphen);
    assert_eq!(fault(&"a".repeat(101)), IdFault::TooLong);
}

#[test]
fn days_that_exist_are_days() {
    for day in ["2026-12-01", "2028-02-29", "2000-02-29", "1970-01-01", "2999-12-31"] {
        assert_eq!(Date::parse(day).map(|day| day.to_string()), Ok(day.to_owned()));
    }
    assert!(Date::parse("2026-09-30").unwrap() < Date::parse("2026-10-01").unwrap());
}

#[test]
fn no_other_days_are() {
    let not_plain = "|today|26-12-01|2026-1-1|01.12.2026|2026-12-01 |+026-12-01|２０２６-12-01";
    for wrong in not_plain.split('|') {
        assert_eq!(Date::parse(wrong), Err(DateFault::NotPlain), "{wrong}");
    }
    for wrong in
        ["2026-02-30", "2027-02-29", "2100-02-29", "2026-13-01", "2026-04-31", "0000-00-00"]
    {
        assert_eq!(Date::parse(wrong), Err(DateFault::NoSuchDay), "{wrong}");
    }
    for wrong in ["1969-12-31", "3000-01-01", "0026-12-01"] {
        assert_eq!(Date::parse(wrong), Err(DateFault::OutOfRange), "{wrong}");
    }
}

#[test]
fn plain_numbers_are_hours() {
    for (written, shown) in
        [("2.5", "2.5"), ("4", "4.0"), ("0.125", "0.125"), ("168", "168.0"), ("1.50000", "1.5")]
    {
        assert_eq!(Hours::parse(written).map(|hours| hours.to_string()), Ok(shown.to_owned()));
    }
}

#[test]
fn no_other_hours_are() {
    let not_plain = "|-|.5|5.|1e3|0x10|1_000|010|.nan|.inf|+3|1,5|٣|1h";
    let out_of_range = "0|0.0|-3|168.001|169|99999999999999999999";
    for (all, reason) in [
        (not_plain, "hours are a plain number such as 2.5"),
        (out_of_range, "hours lie above 0 and at most at 168, which a week has"),
        ("0.0001|1.2345", "hours have at most three decimals"),
    ] {
        for wrong in all.split('|') {
            assert_eq!(Hours::parse(wrong).unwrap_err().to_string(), reason, "{wrong}");
        }
    }
}

#[test]
fn hours_each_time_are_spread_over_the_year() {
    for (hours, times, expected) in [
        ("0.5", 5 * 52, Some("2.5")),
        ("3", 26, Some("1.5")),
        ("6", 12, Some("1.385")),
        ("8", 1, Some("0.154")),
        ("0.001", 1, Some("0.001")),
        ("33.6", 5 * 52, Some("168.0")),
        ("33.7", 5 * 52, None),
    ] {
        let week = Hours::parse(hours).unwrap().so_often(times).map(|hours| hours.to_string());
        assert_eq!(week.as_deref(), expected, "{hours}, {times}");
    }
}

#[test]
fn sums_are_exact() {
    let tenth = Hours::parse("0.1").unwrap();
    assert_eq!(std::iter::repeat_n(tenth, 10).sum::<Hours>().to_string(), "1.0");
}

#[test]
fn tags_are_checked_and_spelled_as_usual() {
    assert_eq!(Language::parse("FR_ca").unwrap().as_str(), "fr-CA");
    assert_eq!(Language::parse("zh-hans").unwrap().primary(), "zh");
    let endless = format!("x{}", "-aaaaaaaa".repeat(12));
    for bad in ["", "f", "German", "not a tag", "en--", "日本", &endless] {
        assert_eq!(Language::parse(bad), None, "{bad}");
    }
}

#[test]
fn a_text_is_the_same_in_every_language_or_there_in_some() {
    let letter = |number: u8| char::from(b'a' + number);
    let more = (0..196).map(|number| format!("q{}{}", letter(number / 26), letter(number % 26)));
    // Two hundred at most, with those of the shipped registry.
    let tags = ["en", "fr", "fr-CA", "es"].map(str::to_owned);
    let tags: Vec<String> = tags.into_iter().chain(more).collect();
    let long = "é".repeat(MAX_CHARACTERS);
    let head = format!(
        "version: 1\nlanguages: [{}]\ntitle: {{en: b, {}: {long}, fr: c}}\n",
        tags.join(", "),
        tags[199]
    );
    let registry = written("a", &[("registry", &head)]);
    let same = &registry.role(registry.role_by_id("a").unwrap()).name;
    assert!(same.is_everywhere() && same.by_language().next().is_none());
    assert_eq!(same.in_language(LanguageIx(7)), Some("a"));
    let text = registry.title().unwrap();
    let each = [(LanguageIx(0), "b"), (LanguageIx(199), long.as_str()), (LanguageIx(1), "c")];
    assert!(!text.is_everywhere() && text.by_language().eq(each));
    assert_eq!(text.in_language(LanguageIx(2)), None);
    for (reader, expected) in [("fr-CA", "c"), ("qaa", "b"), (&tags[199], &long)] {
        let preference = registry.preference(Language::parse(reader).as_ref());
        assert_eq!(text.pick(&preference), expected, "{reader}");
    }
}

#[test]
fn the_reader_gets_the_nearest_language_then_the_default() {
    let languages: Vec<Language> =
        ["en", "fr", "fr-CA", "es-MX"].iter().map(|tag| Language::parse(tag).unwrap()).collect();
    let order = |wanted: &str| {
        let preference = Preference::new(&languages, Language::parse(wanted).as_ref());
        preference
            .order()
            .iter()
            .map(|number| languages[usize::from(number.0)].as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(order("fr-CA"), ["fr-CA", "fr", "en", "es-MX"]);
    assert_eq!(order("fr-BE"), ["fr", "fr-CA", "en", "es-MX"]);
    assert_eq!(order("es"), ["es-MX", "en", "fr", "fr-CA"]);
    assert_eq!(order("de"), ["en", "fr", "fr-CA", "es-MX"]);
}
