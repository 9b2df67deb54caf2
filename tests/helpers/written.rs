//! Small registries, written in a few words.

use roles::model::Registry;
use roles::resolve;
use roles::source::{SourceFile, Sources};
use std::collections::BTreeMap;

/// A registry. Of each role there is a line with its id, behind `<` the one that it reports to,
/// and below it, further in, a line for each task. `registry.yaml` and `team.yaml` may be among the other files.
pub fn written(roles: &str, others: &[(&str, &str)]) -> Registry {
    let mut texts: BTreeMap<&str, String> = [("registry", "version: 1".to_owned())].into();
    let mut last = "";
    for line in roles.lines() {
        if let Some(task) = line.strip_prefix(' ') {
            texts.entry(last).or_default().extend(["  - ", task.trim(), "\n"]);
            continue;
        }
        let (id, above) = line.split_once('<').unwrap_or((line, ""));
        let above = if above.is_empty() { "" } else { &format!("reports_to: {above}\n") };
        texts.insert(id, format!("name: {id}\n{above}tasks:\n"));
        last = id;
    }
    texts.extend(others.iter().map(|&(stem, text)| (stem, text.to_owned())));
    let files = texts.into_iter().map(|(stem, text)| {
        SourceFile::from_bytes(format!("{stem}.yaml"), stem.to_owned(), text.into())
    });
    resolve::read(&Sources::of(files.collect())).unwrap()
}
