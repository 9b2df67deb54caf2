//! How much of a file the engine reads, and in which ways.

use serde_yaml::Options;
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};

/// Lists and maps inside one another; a registry needs seven. The engine recurses, and threads have small stacks.
pub const MAX_DEPTH: usize = 24;

/// Lists, maps, keys and values in one file. A file of 1 MiB that is full of roles has half as many; one that is full of
/// `{},{},{},` would take hundreds of times its length in memory.
pub const MAX_NODES: usize = 100_000;

/// The limits of the engine, and its ways.
pub fn options() -> Options {
    // Aliases are refused by the decoder, one by one; the engine only keeps them from growing.
    let budget = serde_yaml::budget! {
        max_depth: MAX_DEPTH,
        flow_nesting_limit: MAX_DEPTH,
        max_nodes: MAX_NODES,
        max_events: 3_000_000,
        max_anchors: 1_000,
        max_aliases: 1_000,
        max_documents: 1,
    };
    serde_yaml::options! {
        budget: budget,
        alias_limits: serde_yaml::alias_limits! { max_total_replayed_events: 10_000 },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        strict_booleans: true,
        with_snippet: false,
    }
}
