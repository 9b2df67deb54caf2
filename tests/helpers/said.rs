//! What a program wrote, as text.

/// The text, with `/` in paths on every system.
pub fn text(written: Vec<u8>) -> String {
    let text = String::from_utf8(written).unwrap();
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}
