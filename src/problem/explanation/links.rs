//! What does not go together: circles, overlaps, and roles that nobody holds.

use super::Example::{Registry, Role};
use super::Explanation;

pub(super) const REPORTING_CYCLE: Explanation = Explanation {
    meaning: "Roles report to one another in a circle, or a role reports to itself. \
        The role in `roles/role.yaml` has the id `role`.",
    why: "Following the line upwards, one would never arrive at anybody. The role at the top \
        reports to nobody: leave `reports_to` out there.",
    bad: Role(
        "\
name: Social media manager
reports_to: role
tasks:
  - id: crisis-plan
    name: Prepare the crisis plan
",
    ),
    good: Role(
        "\
name: Social media manager
tasks:
  - id: crisis-plan
    name: Prepare the crisis plan
",
    ),
};

pub(super) const PREREQUISITE_CYCLE: Explanation = Explanation {
    meaning: "Tasks wait for one another in a circle. `after` lists the tasks that must exist \
        first, and by following it you come back to where you began.",
    why: "None of these tasks could ever begin. Decide which one comes first, and remove its \
        `after`.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: approve
    name: Have the posts approved
    after: [publish]
  - id: publish
    name: Publish the posts
    after: [approve]
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: approve
    name: Have the posts approved
  - id: publish
    name: Publish the posts
    after: [approve]
",
    ),
};

pub(super) const SELF_HANDOFF: Explanation = Explanation {
    meaning: "A task hands its result to itself. A handoff is what one task's result gives to \
        another task.",
    why: "Handoffs show where work goes from one person to the next. One that stays in its place \
        says nothing, so another task was probably meant.",
    bad: Role(
        "\
name: Community manager
tasks:
  - id: report
    name: Report on the comments of the week
    handoffs: [{to: report, what: What people complain about}]
  - id: crisis-plan
    name: Keep the crisis plan up to date
",
    ),
    good: Role(
        "\
name: Community manager
tasks:
  - id: report
    name: Report on the comments of the week
    handoffs: [{to: crisis-plan, what: What people complain about}]
  - id: crisis-plan
    name: Keep the crisis plan up to date
",
    ),
};

pub(super) const OVERLAPPING_SIZES: Explanation = Explanation {
    meaning: "Two company sizes claim the same number of employees. `min` and `max` belong to \
        the range themselves.",
    why: "For such a number nobody could say which size holds, and so who does which task.",
    bad: Registry(
        "\
version: 1
sizes:
  - id: studio
    name: Studio
    employees: {max: 10}
    staffing: one-person
  - id: agency
    name: Agency
    employees: {min: 10}
    staffing: one-per-role
",
    ),
    good: Registry(
        "\
version: 1
sizes:
  - id: studio
    name: Studio
    employees: {max: 10}
    staffing: one-person
  - id: agency
    name: Agency
    employees: {min: 11}
    staffing: one-per-role
",
    ),
};

pub(super) const ROLE_WITHOUT_POSITION: Explanation = Explanation {
    meaning: "In one company size no position holds this role. A position is a seat in the \
        company, and it holds one or more roles.",
    why: "Nobody would do the tasks of the role in such a company. If that is meant, add this \
        code to `allow` in `registry.yaml`.",
    bad: Registry(
        "\
version: 1
sizes:
  - id: agency
    name: Agency
    staffing: custom
    positions:
      - {id: lead, name: Team lead, roles: []}
",
    ),
    good: Registry(
        "\
version: 1
sizes:
  - id: agency
    name: Agency
    staffing: custom
    positions:
      - {id: lead, name: Team lead, roles: [role]}
",
    ),
};
