// Registries that are generated for the checks: a hostile one, whose texts are full of what means something to HTML,
// Mermaid, Graphviz or SVG; a large one; a deep one; and one with next to nothing in it. JSON is YAML too, so that the
// files are written as JSON.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SIZES = [
  { id: "solo", name: "Solo", employees: { max: 1 }, staffing: "one-person", holder: "The one" },
  { id: "large", name: "Large", employees: { min: 2 }, staffing: "one-per-role" },
];

/** Writes a registry into a folder and returns the folder. */
function write(folder, registry, roles) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "registry.yaml"), JSON.stringify({ version: 1, ...registry }));
  for (const [id, role] of Object.entries(roles)) {
    writeFileSync(join(folder, `${id}.yaml`), JSON.stringify(role));
  }
  return folder;
}

/** Texts that are harmless only when every one of their characters is taken for a text. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(2)> <b>bold</b> <br/>",
  "</title></style></svg><iframe src=//example.com>",
  "\"]; n0 --> n1; click n0 call alert(3)",
  "&amp; &lt; &#38; &eacute; #quot; #35; #amp;",
  "`code` ```js``` **strong** _slanted_ ~~gone~~",
  "\\N \\G \\l \\r \\n \\\\ \\\" \\{",
  "{} {{x}} [[y]] ((z)) >a] |b| /c/ \\d\\",
  "%% %%{init: {'theme': 'dark'}}%% // /* */ <!-- --> ]]> -->",
  "' \" ’ ‘ “ ” « » „ ‚ ` ´ ′ ″",
  "style: x#y; classDef a fill:#f00; linkStyle",
  "end", "click", "graph", "subgraph", "style", "default", "class", "o", "x",
  "مدير وسائل التواصل (الأول) 123",
  "מנהל רשתות חברתיות <ראשון>",
  "Ana أحمد Luis משה (x)",
  "社交媒体经理負責規劃所有網路平台上的策略並且每天都要檢查一次結果ソーシャルメディア",
  "👩‍👧 emoji 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👍🏽 é é ﷽",
  "Donaudampfschifffahrt".repeat(15).slice(0, 300),
  "W".repeat(300),
  "a-b_c=d+e*f^g~h!i?j;k:l,m.n@o#p$q%r",
  "https://example.com/a?b=c&d=e#f mailto:x@example.com www.example.com",
  "1. one", "- two", "# three", "+ four", "> five", "javascript:alert(4)",
];

/** Every text of this registry is hostile; the first role is the head of all others. */
export function hostile(folder) {
  const at = (number) => HOSTILE[number % HOSTILE.length];
  const texts = (number) => ({ en: at(number), ar: `مدير ${at(number)}`, he: at(number + 1) });
  const ids = HOSTILE.map((_, number) => `role-${number}`);
  const roles = {};
  HOSTILE.forEach((_, number) => {
    const next = (number + 1) % ids.length;
    roles[ids[number]] = {
      name: texts(number),
      also_called: [at(number + 2), at(number + 3)],
      purpose: texts(number + 4),
      focus: number % 2 ? "operations" : "strategy",
      ...(number ? { reports_to: ids[Math.floor((number - 1) / 3)] } : {}),
      classification: { [at(number + 5)]: [at(number + 6)] },
      sources: [`source-${number}`],
      tasks: [0, 1].map((task) => ({
        id: `task-${task}`,
        name: texts(number + 7 + task),
        detail: texts(number + 8),
        area: `area-${number}`,
        cadence: "weekly",
        ...(task ? {} : { hours_per_week: 1.5, consulted: [ids[next]] }),
        handoffs: number < 3 && !task ? [{ to: `${ids[(number + 1) % 3]}/task-1`, what: texts(number + 9) }] : [],
        sources: [`source-${number}`],
      })),
    };
  });
  const sources = HOSTILE.map((_, number) => [
    `source-${number}`,
    {
      title: texts(number),
      languages: ["en", "ar"],
      ...(number % 2 ? { url: "https://example.com/?a=\"><script>alert(5)</script>&b='" } : {}),
    },
  ]);
  const registry = {
    languages: ["en", "ar", "he"],
    sources: Object.fromEntries(sources),
    areas: HOSTILE.map((_, number) => ({ id: `area-${number}`, name: texts(number) })),
    sizes: [
      { id: "one", name: texts(0), employees: { max: 1 }, staffing: "one-person", holder: texts(3) },
      { id: "all", name: texts(20), employees: { min: 2, max: 99 }, staffing: "one-per-role" },
      {
        id: "few",
        name: texts(21),
        employees: { min: 100 },
        staffing: "custom",
        positions: [
          { id: "a", name: texts(4), roles: ids.slice(0, 9) },
          { id: "b", name: texts(22), roles: ids.slice(9) },
        ],
      },
    ],
    allow: ["similar-names", "same-task-twice"],
  };
  write(folder, registry, roles);
  const people = HOSTILE.map((text, number) => ({ name: text.slice(0, 100), roles: [ids[number]] }));
  // Two positions are vacant, and one has two people.
  people[5].roles = [ids[4]];
  people[8].roles = [ids[7]];
  writeFileSync(join(folder, "..", "hostile-team.yaml"), JSON.stringify({ people }));
  return { folder, team: join(folder, "..", "hostile-team.yaml") };
}

/** A tree of so many roles with so many tasks each, in which each role heads ten others. */
export function large(folder, count, tasks) {
  const roles = {};
  for (let number = 0; number < count; number++) {
    roles[`role-${number}`] = {
      name: `Coordinator of the team number ${number}`,
      purpose: `Looks after what belongs to the team number ${number}.`,
      ...(number ? { reports_to: `role-${Math.floor((number - 1) / 10)}` } : {}),
      tasks: Array.from({ length: tasks }, (_, task) => ({
        id: `task-${task}`,
        name: `Look after matter ${task} of the team number ${number}`,
        area: `area-${(number + task) % 7}`,
        cadence: "weekly",
        hours_per_week: 1 + task,
      })),
    };
  }
  const areas = Array.from({ length: 7 }, (_, area) => ({ id: `area-${area}`, name: `Matters ${area}` }));
  return write(folder, { languages: ["en"], sources: {}, areas, sizes: SIZES }, roles);
}

/** A line of so many roles, in which each reports to the one before. */
export function deep(folder, count) {
  const roles = {};
  for (let number = 0; number < count; number++) {
    roles[`role-${number}`] = {
      name: `Deputy number ${number}`,
      ...(number ? { reports_to: `role-${number - 1}` } : {}),
      tasks: [{ id: "task", name: `Stand in for number ${number - 1}`, area: "all", cadence: "daily" }],
    };
  }
  const areas = [{ id: "all", name: "All" }];
  return write(folder, { languages: ["en"], sources: {}, areas, sizes: SIZES }, roles);
}

/** So many people of whom one has something to do. */
export function crowd(folder, count) {
  const task = { id: "task", name: "Look after everything", area: "all", cadence: "daily", hours_per_week: 2 };
  const roles = { head: { name: "Head", tasks: [task] }, helper: { name: "Helper", reports_to: "head" } };
  const people = Array.from({ length: count }, (_, number) => ({ name: `Helper number ${number}`, roles: ["helper"] }));
  const team = join(folder, "..", "crowd-team.yaml");
  write(folder, { languages: ["en"], sources: {}, areas: [{ id: "all", name: "All" }], sizes: SIZES }, roles);
  writeFileSync(team, JSON.stringify({ people: [{ name: "Ana", roles: ["head"] }, ...people] }));
  return { folder, team };
}

/** Names in capitals, which are wider than other letters. */
export function loud(folder) {
  const names = ["MARKETING COORDINATOR", "COMMUNITY MANAGER", "HEAD OF COMMUNICATION", "WEB WOMEN MANAGEMENT"];
  const role = (name, number) => [`role-${number}`, { name, ...(number ? { reports_to: "role-0" } : {}) }];
  return write(folder, { languages: ["en"], sources: {} }, Object.fromEntries(names.map(role)));
}

/** Names that mean something to a version of Mermaid, whose Markdown is none of ours. */
const MARKED = [
  "1. Community manager", "10) x", "1986. A great year", "3.", "- x", "- [ ] x", "+ x", "* x", "# x", "## x", "#", "> x", "---", "===",
  "***", "~~~ x", "[text](https://example.com)", "![text](x.png)", "[x]: https://example.com", "[^1]: x", "<https://example.com>",
  "www.example.com", "see WWW.1and1.com", "https://example.com", "ftp://example.com", "mail@example.com", "mailto:x@example.com",
  "`x`", "``x`` and `y`", "_x_", "a __x__ b", "snake_case_name", "*x*", "a **x** b", "a*b*c", "*é* _é_ ~é~", "~x~", "~~x~~", "\"*x*\"",
  "<b>x</b>", "a < b > c", "&amp;", "R&D", "#35;", "#quot;", "ﬂ°°35¶ß", "\"x\"", "Ana's", ";", "%%", "%% x", "end", "fa:fa-x", "fab:fa-car x",
  "$$x$$", "\\(x\\)", "x\\", "\\n", "|x|", "x:::y", "@{ shape: x }", "C++ / C#", "+49 30 123456", "1. مدير", "- מנהל", "*مدير*", "- 😀", "😀",
];

/** A role for each of these names. */
export function marked(folder) {
  const roles = MARKED.map((name, number) => [`role-${number}`, { name, ...(number ? { reports_to: "role-0" } : {}) }]);
  return write(folder, { languages: ["en"], sources: {} }, Object.fromEntries(roles));
}

/** One role without a task. */
export function single(folder) {
  return write(folder, { languages: ["en"], sources: {} }, { only: { name: "The only one" } });
}
