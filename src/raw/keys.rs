//! The keys that each place knows, in the order in which they are best written. The schemas for editors are held
//! against them by a test.

/// The keys of `registry.yaml`.
pub const HEAD: [&str; 6] = ["version", "languages", "sources", "areas", "sizes", "allow"];

/// The keys of a source.
pub const SOURCE: [&str; 3] = ["title", "languages", "url"];

/// The keys of an area.
pub const AREA: [&str; 2] = ["id", "name"];

/// The keys of a company size.
pub const SIZE: [&str; 7] =
    ["id", "name", "employees", "staffing", "holder", "positions", "sources"];

/// The keys of a range of employees.
pub const EMPLOYEES: [&str; 2] = ["min", "max"];

/// The keys of a position.
pub const POSITION: [&str; 3] = ["id", "name", "roles"];

/// The keys of a role.
pub const ROLE: [&str; 10] = [
    "name",
    "also_called",
    "purpose",
    "focus",
    "reports_to",
    "skills",
    "measures",
    "classification",
    "sources",
    "tasks",
];

/// The keys of a task.
pub const TASK: [&str; 15] = [
    "id",
    "name",
    "detail",
    "also_called",
    "area",
    "cadence",
    "hours_per_week",
    "importance",
    "after",
    "handoffs",
    "coordinates_with",
    "accountable",
    "consulted",
    "informed",
    "sources",
];

/// The keys of `team.yaml`.
pub const TEAM: [&str; 2] = ["people", "pins"];

/// The keys of a person.
pub const PERSON: [&str; 4] = ["name", "roles", "position", "hours_per_week"];

/// The keys of a handoff.
pub const HANDOFF: [&str; 2] = ["to", "what"];
