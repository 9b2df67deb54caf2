//! More entries in a list of `registry.yaml` or `team.yaml`, which otherwise stays as it is: its comments, its order, its form.
//!
//! Whoever writes the result reads it first: a file in an unusual form may not be understood here.

pub struct Entry {
    /// Its lines where it stands below the key.
    pub block: Vec<String>,
    /// The same in brackets or braces.
    pub flow: String,
}

/// The text with more entries in these lists; it stays as it is where there are none.
pub fn with_lists(text: &str, lists: &[(&str, Vec<Entry>)]) -> String {
    let lists = lists.iter().filter(|(_, entries)| !entries.is_empty());
    lists.fold(text.to_owned(), |text, (key, entries)| with_entries(&text, key, entries))
}

/// The file with these people and pins too: people as maps in one line, pins with who they are.
pub fn team_file(old: &str, people: &[String], pins: &[String]) -> String {
    let person =
        |person: &String| Entry { block: vec![format!("- {person}")], flow: person.clone() };
    let pin = |pin: &String| Entry { block: vec![pin.clone()], flow: pin.clone() };
    let (people, pins) = (people.iter().map(person).collect(), pins.iter().map(pin).collect());
    with_lists(old, &[("people", people), ("pins", pins)])
}

/// The text with these entries at the end of this list of its outermost map, or of a new one at the end of the text.
fn with_entries(text: &str, key: &str, entries: &[Entry]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let begins = |line: &String| {
        let rest = line.strip_prefix(key).and_then(|rest| rest.strip_prefix(':'));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    let Some(start) = lines.iter().position(begins) else {
        while lines.last().is_some_and(|line| line.trim().is_empty()) {
            lines.pop();
        }
        lines.extend([String::new(), format!("{key}:")]);
        lines.extend(indented(entries, 2));
        return lines.join("\n") + "\n";
    };
    let value = lines[start][key.len() + 1..].trim_start();
    if value.starts_with(['[', '{']) {
        let before: usize = lines[..start].iter().map(|line| line.len() + 1).sum();
        let open = before + lines[start].len() - value.len();
        return with_flow_entries(&lines.join("\n"), open, entries) + "\n";
    }
    for null in ["~", "null"] {
        if let Some(rest) = value.strip_prefix(null).filter(|rest| is_comment(rest)) {
            lines[start] = format!("{key}:{rest}");
            break;
        }
    }
    let (end, indent) = block(&lines, start + 1);
    lines.splice(end..end, indented(entries, indent));
    lines.join("\n") + "\n"
}

fn is_comment(rest: &str) -> bool {
    rest.trim_start().is_empty() || rest.trim_start().starts_with('#')
}

/// The line behind the last one of a block that begins at this line, and how far its entries are indented.
fn block(lines: &[String], start: usize) -> (usize, usize) {
    let (mut end, mut indent) = (start, None);
    for (number, line) in lines.iter().enumerate().skip(start) {
        let (content, depth) = (line.trim_start(), line.len() - line.trim_start().len());
        if content.is_empty() || (depth == 0 && content.starts_with('#')) {
            continue;
        }
        if depth == 0 && !line.starts_with("- ") {
            break;
        }
        end = number + 1;
        if !content.starts_with('#') {
            indent = indent.or(Some(depth));
        }
    }
    (end, indent.unwrap_or(2))
}

fn indented(entries: &[Entry], by: usize) -> Vec<String> {
    let lines = entries.iter().flat_map(|entry| &entry.block);
    lines.map(|line| format!("{}{line}", " ".repeat(by))).collect()
}

/// The same for a list in brackets or braces, which open at this byte.
fn with_flow_entries(text: &str, open: usize, entries: &[Entry]) -> String {
    let Some((last, close)) = flow(text, open) else { return text.to_owned() };
    let Some(last) = last else {
        // There was nothing in it: the entries stand below the key.
        let (rest, below) = text[close + 1..].split_once('\n').unwrap_or((&text[close + 1..], ""));
        let key = text[..open].trim_end();
        let entries = indented(entries, 2).join("\n");
        return format!("{key}{rest}\n{entries}\n{below}").trim_end().to_owned();
    };
    let (before, behind) = text.split_at(last);
    let comma = if before.ends_with(',') { "" } else { "," };
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let depth = text[line..].len() - text[line..].trim_start_matches(' ').len();
    let break_line = if line > open { format!("\n{}", " ".repeat(depth)) } else { " ".to_owned() };
    let entries: Vec<&str> = entries.iter().map(|entry| entry.flow.as_str()).collect();
    format!("{before}{comma}{break_line}{}{behind}", entries.join(&format!(",{break_line}")))
}

/// Where the last thing in brackets or braces ends, if there is any, and where these close.
fn flow(text: &str, open: usize) -> Option<(Option<usize>, usize)> {
    let (mut depth, mut last) = (0, None);
    let mut letters =
        text[open..].char_indices().map(|(at, letter)| (open + at, letter)).peekable();
    // Quotes and comments begin only where something else ends.
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let begins = " \n\t,:[{".contains(before);
        match letter {
            '#' if before.is_whitespace() => {
                while letters.next_if(|(_, letter)| *letter != '\n').is_some() {}
            }
            '"' | '\'' if begins => {
                while let Some((_, inside)) = letters.next() {
                    match inside {
                        '\\' if letter == '"' => drop(letters.next()),
                        '\'' if letters
                            .next_if(|(_, next)| letter == '\'' && *next == '\'')
                            .is_some() => {}
                        _ if inside == letter => break,
                        _ => {}
                    }
                }
            }
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((last, at));
        }
        let end = letters.peek().map_or(text.len(), |(next, _)| *next);
        if at > open && !letter.is_whitespace() && letter != '#' {
            last = Some(end);
        }
        before = letter;
    }
    None
}
