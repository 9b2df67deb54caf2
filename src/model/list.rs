//! Lists of few things, or none.

/// A list that takes the room of one pointer: most of the lists of most tasks are empty.
pub type List<T> = thin_vec::ThinVec<T>;
