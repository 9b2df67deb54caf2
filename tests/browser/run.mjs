// Looks at the pages and drawings of roles as people see them: in a real browser, with the real Mermaid and Graphviz.
//
//     node run.mjs ROLES_BINARY [FOLDER_FOR_PICTURES]
//
// One line for each check, and at the end how many passed and failed. Needs chromium and dot. CHROMIUM may be the path of
// another Chromium, MERMAID that of another Mermaid; ONLY may be a part of the names of the pages and charts to look at.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { start } from "./browser.mjs";
import { checkChart } from "./charts.mjs";
import { checkLargePage, checkPage } from "./pages.mjs";
import * as registries from "./registries.mjs";
import { Checks } from "./report.mjs";

/** How many pages are looked at at the same time. */
const ABREAST = 2;

const [binary, folder] = process.argv.slice(2);
if (!binary) {
  console.error("usage: node run.mjs ROLES_BINARY [FOLDER_FOR_PICTURES]");
  process.exit(2);
}
if (folder) mkdirSync(folder, { recursive: true });

const home = mkdtempSync(join(tmpdir(), "roles-browser-"));
process.on("exit", () => rmSync(home, { recursive: true, force: true }));

/** Runs roles and returns what it says. The tester's own settings are no part of it. */
function roles(...options) {
  const { PATH, HOME } = process.env;
  return execFileSync(resolve(binary), options, {
    cwd: home,
    encoding: "utf8",
    env: { PATH, HOME },
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Does each piece of work, a few at the same time. */
async function all(works) {
  const rest = [...works];
  const worker = async () => {
    for (let work = rest.shift(); work; work = rest.shift()) await work();
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
}

const TEAM = ["--large", "--to", "Ana=9", "--to", "Luis@community-manager=5", "--to", "Eva@community-manager"];
const hostile = registries.hostile(join(home, "hostile"));
const crowd = registries.crowd(join(home, "crowd"), 400);
const some = registries.large(join(home, "some"), 400, 1);

/** The pages: how each is made, and what holds for it. */
function pages() {
  const report = (name, options, rest = {}) => ({ name, options: ["report", ...options], language: "en", ...rest });
  const of = (registry, ...options) => ["--registry", registry, ...options];
  const all = [
    report("large", of(registries.large(join(home, "large"), 1000, 5)), { seconds: 20, isLarge: true }),
    report("many", of(registries.large(join(home, "many"), 30, 5)), { isOrdinary: true, sheets: 40, pictures: "many" }),
    report("hostile", of(hostile.folder), { sheets: 80, pictures: "hostile" }),
    report("hostile, Arabic, with people", of(hostile.folder, "--lang", "ar", "--size", "all", "--team", hostile.team),
      { isOfPeople: true, sheets: 80, pictures: "hostile-ar" }),
    report("deep", of(registries.deep(join(home, "deep"), 100)), { isOrdinary: true, sheets: 80, pictures: "deep" }),
    ...["en", "fr", "es"].map((language) =>
      report(language, ["--lang", language], { language, isOrdinary: true, sheets: 14, pictures: language })),
    report("team", [...TEAM, "--without", "Eva"], { isOrdinary: true, isOfPeople: true, sheets: 8, pictures: "team" }),
    report("crowd", of(crowd.folder, "--large", "--team", crowd.team),
      { isOrdinary: true, isOfPeople: true, sheets: 8, rows: 60 }),
    report("single", of(registries.single(join(home, "single"))), { isOrdinary: true, sheets: 3 }),
  ];
  for (const options of [["compare"], ["list", "--tasks"], ["show", "community-manager"], ["risks", ...TEAM],
    ["assign", ...TEAM, "--without", "Eva"], ["raci", ...TEAM], ["compare", "--sizes", "sme", "large"]]) {
    const name = `page of ${options.slice(0, 2).join(" ")}`;
    all.push({ name, options: [...options, "--format", "html"], language: "en", isOrdinary: true, sheets: 4 });
  }
  for (const role of ["community-manager", "social-media-manager"]) {
    for (const language of ["en", "fr", "es"]) {
      all.push({
        name: `job description, ${role}, ${language}`,
        options: ["show", role, "--as", "job-description", "--format", "html", "--lang", language],
        language, isOrdinary: true, sheets: 4, pictures: `job-${role}-${language}`,
      });
    }
  }
  return all;
}

/** The charts: the registry, the rest of the options, and what holds for their names. */
function charts() {
  const chart = (name, options, rest = {}) => ({ name: `chart of ${name}`, options, isOrdinary: true, ...rest });
  return [
    chart("400 roles", [], { registry: ["--registry", some], isLarge: true }),
    chart("the hostile registry", ["--size", "all", "--team", hostile.team],
      { registry: ["--registry", hostile.folder], isOrdinary: false }),
    chart("hostile positions", ["--size", "few"],
      { registry: ["--registry", hostile.folder, "--lang", "ar"], isOrdinary: false }),
    chart("names that are Markdown", [], { registry: ["--registry", registries.marked(join(home, "marked"))] }),
    chart("names in capitals", [], { registry: ["--registry", registries.loud(join(home, "loud"))] }),
    chart("the shipped roles", []),
    ...["solo", "sme", "large"].map((size) => chart(`the shipped registry, ${size}`, ["--size", size])),
    chart("a team with a vacancy", ["--large", "--to", "Ana=9"], { registry: ["--lang", "fr"] }),
  ];
}

const checks = new Checks();
const browser = await start();

async function lookAtPage(page, number) {
  await checks.within(page.name, async (own) => {
    const file = join(home, `${number}.html`);
    writeFileSync(file, roles(...page.options));
    const look = page.isLarge ? checkLargePage : checkPage;
    const pictures = folder && page.pictures && join(folder, page.pictures);
    await look(browser, { ...page, file, pictures }, own);
  });
}

async function lookAtChart({ name, registry = [], options = [], ...rest }) {
  await checks.within(name, async (own) => {
    const write = (format) => roles("chart", ...registry, ...options, "--format", format);
    const list = roles("list", ...registry, "--format", "json");
    await checkChart(browser, { name, write, list, ...rest }, own);
  });
}

const isWanted = ({ name }) => name.includes(process.env.ONLY ?? "");
await all([
  ...pages().filter(isWanted).map((page, number) => () => lookAtPage(page, number)),
  ...charts().filter(isWanted).map((chart) => () => lookAtChart(chart)),
]);
await browser.close();
if (checks.passed + checks.failed === 0) checks.failed++;
console.log(`${checks.passed} passed, ${checks.failed} failed`);
process.exitCode = checks.failed > 0 ? 1 : 0;
