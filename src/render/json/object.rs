//! What JSON reports are made of, and how they are written: objects whose keys stand beside their values, and lists whose
//! items are made on the way. Things are called by their ids.

use crate::model::{AreaIx, RoleIx, SizeIx, TaskRef};
use crate::render::reader::Reader;
use crate::render::visible::visible_in_json;
use serde::{Serialize, Serializer};
use std::io::{self, Write};

/// An object with these keys, in this order; one that is no word of Rust stands behind another name.
macro_rules! object {
    (@name $key:ident) => { stringify!($key) };
    (@name $key:ident $name:literal) => { $name };
    ($($key:ident $($name:literal)?: $value:expr),+ $(,)?) => {{
        // Each key is the type of its own value.
        #[allow(non_camel_case_types)]
        struct Object<$($key),+> {
            $($key: $key),+
        }
        #[allow(non_camel_case_types)]
        impl<$($key: serde::Serialize),+> serde::Serialize for Object<$($key),+> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $(serde::ser::SerializeMap::serialize_entry(&mut map, object!(@name $key $($name)?), &self.$key)?;)+
                serde::ser::SerializeMap::end(map)
            }
        }
        Object { $($key: $value),+ }
    }};
}
pub(crate) use object;

/// A list whose items are made as they are written: a large report may not fit into memory.
pub struct Each<I>(pub I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

/// An object whose keys are ids, in this order.
pub struct ById<K, V>(pub Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for ById<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

pub fn role_ids(roles: &[RoleIx], reader: &Reader) -> impl Serialize {
    Each(roles.iter().map(|&role| role_id(role, reader)))
}

pub fn task_ids(tasks: &[TaskRef], reader: &Reader) -> Vec<String> {
    tasks.iter().map(|&task| reader.registry.task_id(task)).collect()
}

pub fn role_id<'r>(role: RoleIx, reader: &Reader<'r>) -> &'r str {
    reader.registry.role(role).id.as_str()
}

pub fn area_id<'r>(area: Option<AreaIx>, reader: &Reader<'r>) -> Option<&'r str> {
    area.map(|area| reader.registry.area(area).id.as_str())
}

pub fn size_id<'r>(size: SizeIx, reader: &Reader<'r>) -> &'r str {
    reader.registry.size(size).id.as_str()
}

/// Writes a report as indented JSON with a line end. As it may be read on a terminal, characters that could do harm there
/// become their numbers, which is the same text to a parser.
pub fn write(report: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(Visible(out), report)?;
    writeln!(out)
}

/// Makes JSON visible on its way; each piece that comes is whole text.
struct Visible<'w>(&'w mut dyn Write);

impl Write for Visible<'_> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        let text = str::from_utf8(piece).map_err(io::Error::other)?;
        self.0.write_all(visible_in_json(text).as_bytes())?;
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
