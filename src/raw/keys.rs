//! The keys that each place knows, in the order in which they are best written. The schemas for editors are held
//! against them by a test.
#![expect(missing_docs, reason = "each list is called after the place of its keys")]

pub const HEAD: [&str; 9] =
    ["version", "extends", "title", "languages", "sources", "areas", "sizes", "workdays", "allow"];
pub const SOURCE: [&str; 3] = ["title", "languages", "url"];
pub const AREA: [&str; 2] = ["id", "name"];
pub const SIZE: [&str; 7] =
    ["id", "name", "employees", "staffing", "holder", "positions", "sources"];
pub const EMPLOYEES: [&str; 2] = ["min", "max"];
pub const POSITION: [&str; 3] = ["id", "name", "roles"];
pub const ROLE: [&str; 10] = [
    "name", "also_called", "purpose", "focus", "reports_to", "skills", "measures",
    "classification", "sources", "tasks",
];
pub const TASK: [&str; 19] = [
    "id", "name", "detail", "also_called", "area", "cadence", "on", "hours_per_week",
    "hours_each_time", "importance", "doers", "after", "handoffs", "coordinates_with",
    "accountable", "consulted", "informed", "overlaps", "sources",
];
pub const TEAM: [&str; 3] = ["people", "pins", "vacancies"];
pub const PERSON: [&str; 10] = [
    "name", "roles", "position", "hours_per_week", "external", "lead", "from", "until", "away",
    "deputy",
];
pub const VACANCY: [&str; 4] = ["roles", "position", "from", "hours_per_week"];
pub const ABSENCE: [&str; 2] = ["from", "until"];
pub const HANDOFF: [&str; 2] = ["to", "what"];
/// Of a task, an area or a company size, where the registry extends another.
pub const CHANGE: [&str; 2] = ["before", "remove"];
/// Keys that begin so are anybody's own.
pub const OWN: &str = "x-";
/// Of `also_called.yaml`; its other keys are the ids of roles, which have no underscores.
pub const EVERY_TASK: &str = "every_task";
