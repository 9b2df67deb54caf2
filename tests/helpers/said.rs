//! What a program wrote, as text.

/// The text, with `/` in paths on every system. Escaped characters, such as `\u{1b}`, stay.
pub fn text(written: Vec<u8>) -> String {
    let text = String::from_utf8(written).unwrap();
    if cfg!(not(windows)) {
        return text;
    }
    let parts = text.split("\\u").map(|part| part.replace('\\', "/"));
    parts.collect::<Vec<_>>().join("\\u")
}
