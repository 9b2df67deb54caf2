//! A place of a file: the keys that may stand there, and what is read of each. In a file that changes what a base has,
//! only what is different stands there.

use super::decoder::{Decoder, Entry, Word};
use super::hints;
use super::tree::{Node, Value};
use crate::normalize::{slug, title};
use crate::problem::{Code, shortened};
use crate::source::Span;
use std::ops::Deref;

/// Describes a place once: the field of each key with its type, and the function of the decoder that reads it.
macro_rules! place {
    (
        $name:ident, $keys:ident of $what:literal $(, needs $needed:expr)? $(, changed by $changes:expr)?;
        $($key:ident: $kind:ty = $read:ident($($argument:expr),*);)+
    ) => {
        #[derive(Debug)]
        pub struct $name<'a> {
            pub place: Span,
            /// Whether there is a key that nobody knows: what is missing may stand under it.
            pub has_unknown: bool,
            pub change: Option<Box<RawChange<'a>>>,
            $(pub $key: $kind,)+
        }

        #[allow(clippy::needless_update, reason = "not every place needs keys or changes a base")]
        pub const $keys: Keys = Keys {
            what: $what,
            all: &[$(stringify!($key)),+],
            $(needed: $needed,)?
            $(changes: Some($changes),)?
            ..NO_KEYS
        };

        impl<'a> Placed<'a> for $name<'a> {
            fn read(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<Self> {
                let fields = decoder.fields(node, &$keys)?;
                $(let $key = decoder.$read(fields.get(stringify!($key)) $(, $argument)*);)+
                let Fields { place, has_unknown, change, .. } = fields;
                Some(Self { place, has_unknown, change, $($key),+ })
            }

            fn over(mut self, base: Self) -> Self {
                if let Some(change) = &mut self.change {
                    change.base = Some(base.place);
                    $(if !change.says(stringify!($key)) { self.$key = base.$key; })+
                }
                self
            }
        }
    };
}

pub(super) use place;

/// The keys of what a base may have too: it stands before another, or is removed.
pub const CHANGE: [&str; 2] = ["before", "remove"];

#[derive(Debug)]
pub struct Keys {
    /// What stands in the place: "a task".
    pub what: &'static str,
    /// All of them, in the order in which they are best written. The schemas for editors are held against them by a test.
    pub all: &'static [&'static str],
    /// The keys that have to be there, each with an example; of what changes a base, only the id.
    pub needed: &'static [(&'static str, &'static str)],
    /// The keys that say what else becomes of something that a base has; `None` where nothing is changed.
    pub changes: Option<&'static [&'static str]>,
}

/// Those of a place that knows none, of which nothing has to be there or is changed.
pub const NO_KEYS: Keys = Keys { what: "", all: &[], needed: &[], changes: None };

impl Deref for Keys {
    type Target = [&'static str];

    fn deref(&self) -> &[&'static str] {
        self.all
    }
}

/// What stands in a place.
pub trait Placed<'a>: Sized {
    /// Reads it, unless it is no map.
    fn read(decoder: &mut Decoder<'a>, node: &Node<'a>) -> Option<Self>;

    /// This change in front of what the base says.
    #[must_use]
    fn over(self, base: Self) -> Self;
}

/// What a role, task, area, company size or source says that changes that of a base.
#[derive(Debug)]
pub struct RawChange<'a> {
    /// Where the base has it, once it is found there.
    pub base: Option<Span>,
    /// Its keys, in their order; behind them those that a misspelt one was probably meant to be.
    pub keys: Vec<&'static str>,
    /// The id of the one that it stands before.
    pub before: Option<Word<'a>>,
    /// Where it says that it is removed.
    pub removal: Option<Span>,
}

impl<'a> RawChange<'a> {
    /// What these fields change. A key with nothing behind it takes away what the base says.
    pub fn of(fields: &mut Fields<'_, 'a>, keys: &Keys, decoder: &mut Decoder<'a>) -> Self {
        let known = |name: &str| keys.iter().copied().find(|key| *key == name);
        let said = fields.entries.iter().filter_map(|(name, _)| known(&name.value));
        let said = said.filter(|key| *key != "id").chain(fields.misspelt.iter().copied()).collect();
        let is_kept = |key: &str| ["id", "name", "title", "staffing"].contains(&key);
        fields.entries.retain(|(key, node)| {
            is_kept(&key.value) || known(&key.value).is_none() || !matches!(node.value, Value::Null)
        });
        let before = decoder.single(fields.get("before"), "the id of the one behind it");
        let can_go = keys.changes.is_some_and(|changes| changes.contains(&"remove"));
        let remove = fields.get("remove").filter(|_| can_go);
        let removal = decoder.truth(remove).then(|| remove.map(|node| decoder.bytes(node)));
        Self { base: None, keys: said, before, removal: removal.flatten() }
    }

    /// Whether it says this key, or one that this belongs with: days belong to their cadence, there is one kind of hours,
    /// and holder and positions belong to the staffing.
    pub fn says(&self, key: &str) -> bool {
        let with = match key {
            "on" => "cadence",
            "hours_each_time" => "hours_per_week",
            "hours_per_week" => "hours_each_time",
            "holder" | "positions" => "staffing",
            _ => key,
        };
        key == "id" || self.keys.iter().any(|said| *said == key || *said == with)
    }
}

/// The entries of a map, taken by name.
pub struct Fields<'n, 'a> {
    pub place: Span,
    pub has_unknown: bool,
    /// Keys that an unknown one was probably meant to be.
    pub misspelt: Vec<&'static str>,
    pub change: Option<Box<RawChange<'a>>>,
    entries: Vec<Entry<'n, 'a>>,
}

impl<'n, 'a> Fields<'n, 'a> {
    pub fn get(&self, key: &str) -> Option<&'n Node<'a>> {
        self.entries.iter().find(|(name, _)| name.value == key).map(|(_, node)| *node)
    }

    /// The value of a key, if there is something behind it.
    pub fn filled(&self, key: &str) -> Option<&'n Node<'a>> {
        self.get(key).filter(|node| !matches!(node.value, Value::Null))
    }
}

#[derive(Debug)]
pub struct Listed<T> {
    /// Where the list begins, if there is one.
    pub place: Option<Span>,
    /// What could be read of it.
    pub items: Vec<T>,
    /// Whether these are all: none is left out because something is wrong with it.
    pub is_whole: bool,
}

impl<'a> Decoder<'a> {
    /// The entries of a map whose keys are all known. Unknown, repeated and missing keys are reported here.
    pub fn fields<'n>(&mut self, node: &'n Node<'a>, keys: &Keys) -> Option<Fields<'n, 'a>> {
        let changes = keys.changes.filter(|_| self.is_change);
        let more = changes.unwrap_or_default();
        let entries = self.entries(node, keys.what)?;
        let (begin, mut misspelt, mut has_unknown) = (self.span(node), Vec::new(), false);
        for (word, _) in &entries {
            let name = word.value.as_ref();
            if !keys.contains(&name) && !more.contains(&name) && name != "<<" {
                has_unknown = true;
                misspelt.extend(self.unknown_key(word, keys, more));
            }
        }
        let mut fields = Fields { place: begin, has_unknown, misspelt, change: None, entries };
        if changes.is_some() {
            fields.change = Some(Box::new(RawChange::of(&mut fields, keys, self)));
        }
        self.require(&fields, keys);
        Some(fields)
    }

    /// Reports a key that nobody knows. Returns the one that was probably meant.
    fn unknown_key(
        &mut self,
        word: &Word,
        keys: &Keys,
        more: &[&'static str],
    ) -> Option<&'static str> {
        let name = word.value.as_ref();
        let known = [keys.all, more].concat();
        // `id:publishing` is the key `id`, glued to its value.
        let glued = name.split_once(':').and_then(|(key, _)| known.iter().find(|one| **one == key));
        let near = glued
            .copied()
            .or_else(|| self.nearest.nearest(name, known.iter().copied()))
            .or_else(|| hints::other_word(name, keys.all));
        let space = glued.map(|_| "write a space after the colon".to_owned());
        let start = word.span.start as usize;
        let fix = space
            .or_else(|| near.map(|near| format!("did you mean '{near}'?")))
            .or_else(|| hints::comma_in_number(self.text, name, start))
            .or_else(|| hints::stray_language(name).filter(|_| known.contains(&"name")))
            .unwrap_or_else(|| format!("known keys: {}", known.join(", ")));
        let message = format!("{} has no key '{}'", keys.what, shortened(name));
        self.problems.report(Code::UnknownKey, word.span, message, fix);
        near
    }

    /// Reports keys that have to be there and are not.
    fn require(&mut self, fields: &Fields, keys: &Keys) {
        let what = keys.what;
        let is_there = |key| fields.get(key).is_some() || fields.misspelt.contains(&key);
        let missing: Vec<_> = keys.needed.iter().filter(|(key, _)| !is_there(key)).collect();
        // An item without both is probably part of the one before.
        if what == "a task" && missing.len() == 2 && !fields.entries.is_empty() {
            let message = format!("{what} has no 'id' and no 'name'");
            let fix =
                "remove the hyphen if this belongs to what stands above; else add `id` and `name`";
            self.problems.report(Code::MissingKey, fields.place, message, fix);
            return;
        }
        let is_wanted = |key: &str| fields.change.is_none() || key == "id";
        for (key, example) in missing.into_iter().filter(|(key, _)| is_wanted(key)) {
            let written = |key| fields.get(key).and_then(Node::plain_text);
            let made = match (what, *key) {
                ("a role", _) => Some(title(&shortened(self.stem))),
                ("a task", "id") => written("name").and_then(slug),
                ("a task", _) => written("id").map(title),
                _ => None,
            };
            let fix = format!("add `{key}: {}`", made.as_deref().unwrap_or(example));
            let message = format!("{what} has no '{key}'");
            self.problems.report(Code::MissingKey, fields.place, message, fix);
        }
    }

    pub fn listed<T: Placed<'a>>(&mut self, node: Option<&Node<'a>>, expected: &str) -> Listed<T> {
        let (items, is_whole) = self.whole_list(node, expected, T::read);
        let place = node.map(|node| self.span(node));
        Listed { place, items: items.unwrap_or_default(), is_whole }
    }
}
