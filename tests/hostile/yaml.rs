//! What YAML can do beyond keys, lists and texts. None of it is passed over in silence.

use super::cases::{accept_each, refuse_each};
use super::harness::Registry;

#[test]
fn tags_are_refused_wherever_they_stand() {
    let tags = [
        "!x",
        "!",
        "!!str",
        "!!binary",
        "!!int",
        "!!null",
        "!!python/object:os.system",
        "!<tag:yaml.org,2002:str>",
        "!!set",
        "!!omap",
        "!!timestamp",
    ];
    let each = tags.iter().flat_map(|tag| {
        [
            format!("name: {tag} aGk=\n"),
            format!("name: R\nalso_called: {tag} [a]\n"),
            format!("name: R\ntasks: [{{id: {tag} t, name: T}}]\n"),
            format!("{tag} name: R\n"),
            format!("name: {{en: {tag} R}}\n"),
            format!("--- {tag}\nname: R\n"),
        ]
    });
    refuse_each("yaml-tag", &each.collect::<Vec<_>>());
}

#[test]
fn merge_keys_are_refused() {
    refuse_each(
        "merge-key",
        &[
            "name: R\n<<: {focus: strategy}\n",
            "name: R\n<<: [{focus: strategy}]\n",
            "name: R\n\"<<\": x\n",
            "{name: R, <<: {focus: strategy}}\n",
            "name: R\ntasks: [{id: t, name: T, <<: {area: crisis}}]\n",
            "name: {en: R, <<: {fr: S}}\n",
        ],
    );
}

#[test]
fn a_file_is_one_document() {
    refuse_each(
        "several-documents",
        &[
            "name: a\n---\nname: b\n",
            "name: a\n...\n---\nname: b\n",
            "name: a\n---\n",
            "--- {name: a}\n--- {name: b}\n",
            "---\n---\nname: a\n",
            "name: a\n---\n[",
        ],
    );
    accept_each(&[
        "---\nname: a\n",
        "name: a\n...\n",
        "%YAML 1.2\n---\nname: a\n",
        "--- # a\nname: a\n...\n# b\n",
    ]);
}

#[test]
fn nothing_is_no_file() {
    let empty = [
        "",
        "\n",
        " \n\t\n",
        "# only a comment\n",
        "---\n",
        "---\n...\n",
        "~\n",
        "null\n",
        "\u{feff}",
        "\u{feff}# a\r\n",
    ];
    refuse_each("empty-file", &empty);
    for text in empty {
        let registry = Registry::new().with("registry.yaml", text);
        registry.checked(text, "empty-file", "roles/registry.yaml");
    }
    refuse_each("wrong-type", &["just words\n", "[]\n", "12\n", "- name: a\n", "yes\n", "\"\"\n"]);
}

#[test]
fn keys_are_words_and_stand_once() {
    refuse_each(
        "duplicate-key",
        &[
            "name: a\nname: b\n",
            "name: a\n\"name\": b\n",
            "name: a\n? name\n: b\n",
            "name: a\ntasks: []\ntasks: []\n",
            "name: a\ntasks: [{id: t, name: T, id: u}]\n",
        ],
    );
    let no_words = ["[b]", "{b: c}", "~", ""];
    refuse_each("wrong-type", &no_words.map(|key| format!("name: a\n{key}: d\n")));
    let unknown = ["1", "yes", "NAME", "__proto__", "1e5", "\"\""];
    refuse_each("unknown-key", &unknown.map(|key| format!("name: a\n{key}: d\n")));
    let registry = Registry::new().with("registry.yaml", "version: 1\nversion: 1\n");
    registry.refused("version twice", "duplicate-key", "roles/registry.yaml");
    let said = Registry::new().with("odd.yaml", "name: a\nname: b\n").run("twice", &["check"]).out;
    assert!(said.contains("roles/odd.yaml:2:1") && said.contains("roles/odd.yaml:1:1"), "{said}");
}

#[test]
fn broken_yaml_is_said_to_be_broken() {
    refuse_each(
        "yaml-syntax",
        &[
            "name: [a\n",
            "name: {a\n",
            "name: \"a\n",
            "name: 'a\n",
            "name: a: b\n",
            "name: a\n\tfocus: b\n",
            "name: @a\n",
            "name: `a\n",
            "name: %a\n",
            "name: \"\\q\"\n",
            "name: \"\\ud800\"\n",
            "name: \"\\xZZ\"\n",
            "name: ]\n",
            "name: a\n<<<<<<< HEAD\n",
            "name: |\n a\nb\n",
            "%TAG ! !\nname: a\n",
            "name: a\n  focus: b\n",
            "- a\nname: b\n",
            "name: ,\n",
        ],
    );
}
