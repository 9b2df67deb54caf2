//! Names that have to stay what they are: of events, by which a calendar knows them again, and of files.

use crate::fold::slug;
use std::collections::HashSet;

/// The longest name of a file before its ending.
const LONGEST: usize = 60;

/// What Windows keeps for devices, whatever the ending.
const RESERVED: [&str; 4] = ["aux", "con", "nul", "prn"];

/// A short word for a text: the same on every machine and in every version (FNV-1a), other texts have others.
pub(super) fn fingerprint(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// A file name for each doer: the name in plain letters where it has some, else a number; no two are the same.
pub(super) fn file_names<'n>(doers: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut used = HashSet::new();
    let stem = |(place, name): (usize, &str)| {
        let stem = plain(name).unwrap_or_else(|| (place + 1).to_string());
        let mut free = stem.clone();
        let mut again = 2;
        while !used.insert(free.clone()) {
            free = format!("{stem}-{again}");
            again += 1;
        }
        format!("{free}.ics")
    };
    doers.enumerate().map(stem).collect()
}

fn plain(name: &str) -> Option<String> {
    let mut stem = slug(name)?;
    stem.truncate(LONGEST);
    stem.truncate(stem.trim_end_matches('-').len());
    let is_device = RESERVED.contains(&stem.as_str())
        || (stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")));
    Some(if is_device {
        format!("{stem}-calendar")
    } else {
        stem
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(doers: &[&str]) -> String {
        file_names(doers.iter().copied()).join(" ")
    }

    #[test]
    fn fingerprints_stay_what_they_are() {
        // The published values of FNV-1a.
        assert_eq!(fingerprint(""), "cbf29ce484222325");
        assert_eq!(fingerprint("foobar"), "85944171f73967e8");
    }

    #[test]
    fn files_are_called_after_their_doers() {
        assert_eq!(names(&["Ana", "José María"]), "ana.ics jose-maria.ics");
        assert_eq!(names(&["../../etc/passwd"]), "etc-passwd.ics");
        assert_eq!(names(&["Ana", "經理", "🦀"]), "ana.ics 2.ics 3.ics");
        assert_eq!(
            names(&["Con", "COM1"]),
            "con-calendar.ics com1-calendar.ics"
        );
        assert_eq!(names(&[&"ab ".repeat(33)]).len(), LONGEST - 1 + 4);
    }

    #[test]
    fn no_two_files_have_the_same_name() {
        assert_eq!(
            names(&["Ana", "ana", "Ana-2", "ANA"]),
            "ana.ics ana-2.ics ana-2-2.ics ana-3.ics"
        );
        assert_eq!(names(&["2", "經理"]), "2.ics 2-2.ics");
    }
}
