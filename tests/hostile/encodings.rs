//! Bytes that are not UTF-8, and the two oddities of it that are welcome.

use super::cases::accept_each;
use super::harness::Registry;

/// A text in UTF-16, in one of two orders.
fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn other_encodings_are_refused_and_named() {
    let text = "name: Réseau\ntasks: [{id: t, name: T}]\n";
    let marked = format!("\u{feff}{text}");
    let utf_32: Vec<u8> =
        marked.chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
    let sixteen = "it looks like UTF-16";
    let eight = "it looks like an eight-bit encoding";
    for (case, bytes, looks) in [
        ("UTF-16 LE", utf_16(text, u16::to_le_bytes), sixteen),
        ("UTF-16 BE", utf_16(text, u16::to_be_bytes), sixteen),
        ("UTF-16 LE with a mark", utf_16(&marked, u16::to_le_bytes), sixteen),
        ("UTF-16 BE with a mark", utf_16(&marked, u16::to_be_bytes), sixteen),
        ("UTF-16 mark only", vec![0xff, 0xfe], sixteen),
        ("UTF-32 LE", utf_32, sixteen),
        ("Latin-1", b"name: R\xe9seau\n".to_vec(), eight),
        ("Windows-1252", b"name: \x93R\x94\n".to_vec(), eight),
        ("Shift JIS", b"name: \x83\x5c\n".to_vec(), eight),
        ("a surrogate", b"name: \xed\xa0\x80\n".to_vec(), eight),
        ("an overlong slash", b"name: \xc0\xaf\n".to_vec(), eight),
        ("a letter that stops halfway", b"name: R\xc3".to_vec(), eight),
        ("beyond Unicode", b"name: \xf4\x90\x80\x80\n".to_vec(), eight),
        ("as many as fit", [b"name: ".to_vec(), vec![0xff; (1 << 20) - 6]].concat(), eight),
    ] {
        for name in ["odd.yaml", "registry.yaml"] {
            let registry = Registry::new().with(name, &bytes);
            let said = registry.checked(case, "not-utf-8", &format!("roles/{name}:1:"));
            let said = said.out;
            assert!(said.contains(looks), "{case}: {said}");
        }
    }
}

#[test]
fn byte_order_marks_and_windows_line_ends_are_read() {
    let text = "name: Réseau\ntasks:\n  - id: t\n    name: |\n      One\n      two\n    detail: \"a\n      b\"\n";
    let windows = text.replace('\n', "\r\n");
    accept_each(&[
        text.to_owned(),
        format!("\u{feff}{text}"),
        format!("\u{feff}{windows}"),
        windows,
        text.replace('\n', "\r"),
        text.trim_end().to_owned(),
    ]);
    let head = "\u{feff}version: 1\r\nareas: [{id: a, name: A}]\r\n";
    let registry = Registry::new().with("registry.yaml", head);
    registry.with("odd.yaml", text).accepted("registry.yaml");
    let said =
        Registry::new().with("odd.yaml", "name: R\r\nfoo: b\r\n").run("CRLF", &["check"]).out;
    assert!(said.contains("roles/odd.yaml:2:1"), "{said}");
}
