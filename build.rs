//! Reads the files of the shipped registry and of the catalogue when the program is built, and writes constants: their texts
//! for `src/source/embedded.rs`, and their trees for `src/raw/reader.rs`, because a command on this registry would spend
//! most of its work on parsing YAML. For `src/query/matcher/languages.rs` it writes the function words of each language: the
//! program would fold them each time, and be loaded with a pointer to each word of sixty languages.

#![allow(clippy::print_stdout, clippy::panic, clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "src/normalize.rs"]
mod normalize;
#[allow(dead_code)]
#[path = "src/raw/tree.rs"]
mod tree;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use tree::{Node, Value};

fn main() {
    println!("cargo::rerun-if-changed=roles");
    println!("cargo::rerun-if-changed=src/normalize.rs");
    println!("cargo::rerun-if-changed=src/raw/tree.rs");
    let folder = project().join("roles");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    let (shipped, catalogue) = (yaml_files(&folder), yaml_files(&folder.join("catalogue")));
    let texts = texts("The shipped files: name and text.", "EMBEDDED", &shipped)
        + &texts(
            "The files of the catalogue: roles that are in no registry until they are added, and the areas, sources and other \
             words that these have beyond the shipped registry's.",
            "CATALOGUE",
            &catalogue,
        );
    fs::write(out.join("embedded.rs"), texts).unwrap();
    let paths = [shipped, catalogue].concat();
    let mut code = format!("const TREES: [Node<'static>; {}] = [", paths.len());
    for path in paths {
        let text = fs::read_to_string(path).unwrap();
        let tree = tree::parse(&text).unwrap();
        assert!(tree.unsupported.is_empty(), "{:?}", tree.unsupported);
        code += &expression(&tree.root.unwrap());
        code += ",";
    }
    fs::write(out.join("shipped.rs"), code + "];").unwrap();
    fs::write(out.join("function_words.rs"), function_words()).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    let commit = commit().map(|commit| format!(" ({commit})")).unwrap_or_default();
    println!("cargo::rustc-env=ROLES_VERSION={version}{commit}");
}

/// The project's folder, asked for when this runs: where the project has moved, what was compiled before knows only its old place.
fn project() -> PathBuf {
    PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap())
}

/// The commit that a release build in a clone is made of, and its day, in the form of rustc's own version. While the program
/// is worked on, every commit would compile it anew.
fn commit() -> Option<String> {
    if env::var("PROFILE").unwrap() != "release" {
        return None;
    }
    // A package that is unpacked somewhere in another project's clone is not made of that project's commit.
    if !git(&["rev-parse", "--show-prefix"])?.is_empty() {
        return None;
    }
    git(&["ls-files", "--error-unmatch", "build.rs"])?;
    let moves = git(&["rev-parse", "--git-path", "logs/HEAD"])?;
    if Path::new(&moves).exists() {
        println!("cargo::rerun-if-changed={moves}");
    }
    git(&["log", "-1", "--abbrev=9", "--date=short", "--format=%h %cd"])
}

/// The line that git prints in this folder.
fn git(arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    // Where a hook of git's builds the program, these are about the clone that the hook is in.
    command.args(arguments).env_remove("GIT_DIR").env_remove("GIT_WORK_TREE");
    let output = command.current_dir(project()).output().ok()?;
    let is_done = output.status.success();
    is_done.then(|| String::from_utf8(output.stdout).ok())?.map(|line| line.trim_end().to_owned())
}

/// A constant with the name and the text of each file.
fn texts(what: &str, constant: &str, paths: &[PathBuf]) -> String {
    let project = project();
    let files = paths.iter().map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let path = path.strip_prefix(&project).unwrap().to_str().unwrap().replace('\\', "/");
        format!("({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{path}\"))),")
    });
    let files: String = files.collect();
    format!("/// {what}\npub const {constant}: [(&str, &str); {}] = [{files}];\n", paths.len())
}

/// A constant with each language and its function words, folded: each in a line, in the order of their bytes.
fn function_words() -> String {
    let languages = stop_words::available_languages();
    let each = languages.iter().map(|language| {
        let words = stop_words::lookup(language).unwrap_or_default().iter();
        let words: BTreeSet<String> = words.map(|word| normalize::fold(word)).collect();
        let words = Vec::from_iter(words).join("\n");
        // Escaped, since signs that are decomposed are no good style in code.
        format!("({language:?}, \"{}\"),", words.escape_default())
    });
    let each: String = each.collect();
    format!("const FUNCTION_WORDS: [(&str, &str); {}] = [{each}];\n", languages.len())
}

/// The YAML files of a folder, in the order of their names.
fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
    paths.sort();
    paths
}

/// The tree as an expression of Rust.
fn expression(node: &Node) -> String {
    let value = match &node.value {
        Value::Null => "Null".to_owned(),
        Value::Bool => "Bool".to_owned(),
        Value::Number => "Number".to_owned(),
        Value::Alias => "Alias".to_owned(),
        Value::Text(text) => format!("Text(Cow::Borrowed({text:?}))"),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(expression).collect();
            format!("List(Items::Built(&[{}]))", items.join(","))
        }
        Value::Map(entries) => {
            let entries = entries.iter();
            let entries: Vec<String> = entries
                .map(|(key, value)| format!("({},{})", expression(key), expression(value)))
                .collect();
            format!("Map(Items::Built(&[{}]))", entries.join(","))
        }
    };
    format!("Node{{start:{},end:{},value:Value::{value}}}", node.start, node.end)
}
