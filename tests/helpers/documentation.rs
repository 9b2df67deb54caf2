//! The pages of the documentation: `README.md` and those in `docs/`, with the blocks that stand in them.

use roles::source::embedded;
use std::fs;
use std::path::Path;

/// The folder of the repository.
pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A page of Markdown.
pub struct Page {
    /// Its place in the repository, such as `docs/assign.md`.
    pub path: String,
    pub text: String,
}

/// Every page but those on problem codes, which `tests/features/explanations.rs` holds.
pub fn pages() -> Vec<Page> {
    let mut paths = vec!["README.md".to_owned()];
    for entry in fs::read_dir(Path::new(ROOT).join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            paths.push(format!("docs/{}", path.file_name().unwrap().to_str().unwrap()));
        }
    }
    paths.sort();
    let read = |path: String| {
        let text = fs::read_to_string(Path::new(ROOT).join(&path)).unwrap();
        Page { path, text }
    };
    paths.into_iter().map(read).collect()
}

impl Page {
    /// What stands behind the fence of each block, such as `console`, and what stands in the block.
    pub fn blocks(&self) -> impl Iterator<Item = (&str, &str)> {
        let inside = self.text.split("\n```").skip(1).step_by(2);
        inside.map(|block| block.split_once('\n').unwrap())
    }

    /// The files of a registry that the page shows, by their names: blocks of YAML that begin with the name.
    pub fn registry_files(&self) -> Vec<(&str, &str)> {
        let yaml = self.blocks().filter(|(kind, _)| kind.starts_with("yaml"));
        let named = yaml.filter_map(|(_, text)| Some((text.strip_prefix("# roles/")?, text)));
        named.map(|(rest, text)| (rest.lines().next().unwrap(), text)).collect()
    }

    /// Other files that the page shows, by their names: blocks that begin with `<!-- NAME -->`, or with `# NAME` where they
    /// are no YAML.
    fn other_files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.blocks().filter_map(|(kind, text)| {
            let (first, rest) = text.split_once('\n')?;
            let name = match kind {
                "markdown" => first.strip_prefix("<!-- ")?.strip_suffix(" -->")?,
                "tsv" | "csv" => first.strip_prefix("# ")?,
                _ => return None,
            };
            Some((name, rest))
        })
    }

    /// Makes the folder in which a reader of this page would be: with the files that it shows, those of a registry laid over
    /// the shipped one unless they extend it, the last of a name on top. If it shows none, the folder is empty.
    pub fn make_folder(&self, folder: &Path) {
        fs::create_dir_all(folder).unwrap();
        for (name, text) in self.other_files() {
            fs::write(folder.join(name), text).unwrap();
        }
        let files = self.registry_files();
        if files.is_empty() {
            return;
        }
        let roles = folder.join("roles");
        fs::create_dir(&roles).unwrap();
        // Who extends a registry does not copy it.
        if !files.iter().any(|(_, text)| text.contains("\nextends: ")) {
            for file in embedded().files {
                fs::write(roles.join(format!("{}.yaml", file.stem)), file.text()).unwrap();
            }
        }
        for (name, text) in files {
            fs::write(roles.join(name), text).unwrap();
        }
    }
}
