// The checks of a page: that it stands alone, that it fits the smallest screens and paper, that it can be read and used
// without a mouse, without script and by a screen reader.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { openTab } from "./browser.mjs";
import { differs, folded } from "./report.mjs";
import * as inside from "./inside.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SMALL = [360, 320];
const WIDE = 1100;
/** Where tables have all the room that a page gives them. */
const ROOMY = 1200;
/** Chromium takes no picture of more than this. */
const HIGHEST = 16000;
/** The width of the text on A4, between margins of 15 mm, at 96 pixels an inch. */
const PAPER = Math.floor((180 / 25.4) * 96);
/** The heights of some sheets, so that they end at other places. */
const SHEETS = [1000, 920, 840, 760, 680];

/**
 * All checks of one page.
 *
 * @param page `name`, `file`, `language`; `pictures`, the beginning of the names of its pictures; `isOrdinary`, whether
 *   its names are such that the boxes of drawings hold them, and lines its words; `isOfPeople`, whether it is about a team; `sheets`, how many
 *   sheets of paper it may need.
 */
export async function checkPage(browser, page, checks) {
  await within(browser, page, "light", checks, async (tab, check, note) => {
    checkOutline(await tab.evaluate(inside.outline), page.language, check);
    await checkWidths(tab, [...SMALL, WIDE], check);
    check("no text sticks out of a drawing", await tab.evaluate(inside.stickingOutOfDrawings, page.isOrdinary));
    check("texts of drawings have contrast", await tab.evaluate(inside.paleTexts));
    check("what is copied brings no background", await tab.evaluate(inside.backgrounds));
    await checkKeyboard(tab, check);
    checkNames(await tab.evaluate(inside.panels), check);
    await photograph(tab, "light", page);
    await checkAccess(tab, {}, check, note);
    await checkPaper(tab, page, check);
    if (page.isOrdinary) await checkLines(tab, check);
    const rows = await tab.locator("tr").count();
    if (page.rows) check(`has ${page.rows} rows at most`, rows > page.rows && `they are ${rows}`);
  });
  // Dark pages differ from light ones by nothing but their colours.
  await within(browser, page, "dark", checks, async (tab, check, note) => {
    await checkWidths(tab, [SMALL[0]], check);
    check("what is copied brings no background", await tab.evaluate(inside.backgrounds));
    check("texts of drawings have contrast", await tab.evaluate(inside.paleTexts));
    await photograph(tab, "dark", page);
    await checkAccess(tab, { runOnly: ["color-contrast"] }, check, note);
  });
  await checkWithoutScript(browser, page, checks);
}

/** The checks of a page that is very long: it is there in time, and it fits. */
export async function checkLargePage(browser, page, checks) {
  await within(browser, page, "light", checks, async (tab, check) => {
    checkOutline(await tab.evaluate(inside.outline), page.language, check);
    await checkWidths(tab, [360, WIDE], check);
  });
}

/** Opens a page and looks at it; nothing may be loaded from elsewhere, and nothing may be said in the console. */
async function within(browser, { name, file, seconds = 10 }, scheme, checks, look) {
  const check = (what, reasons) => checks.check(`${name}, ${scheme}: ${what}`, reasons);
  const note = (text) => checks.note(`${name}, ${scheme}: ${text}`);
  const address = pathToFileURL(file).href;
  const options = { colorScheme: scheme, viewport: { width: WIDE, height: 900 } };
  const { tab, complaints, requests } = await openTab(browser, options, (url) => url === address);
  const begin = Date.now();
  await tab.goto(address);
  const took = Date.now() - begin;
  check(`loads within ${seconds} s`, took > seconds * 1000 && `${took} ms`);
  await look(tab, check, note);
  check("the console stays empty", complaints);
  check("nothing is loaded from elsewhere", requests);
  await tab.context().close();
}

async function checkWidths(tab, widths, check) {
  for (const width of widths) {
    await tab.setViewportSize({ width, height: 800 });
    const scrolls = await tab.evaluate(() => document.documentElement.scrollWidth);
    check(`fits ${width} pixels`, [
      scrolls > width && `it is ${scrolls} wide`,
      ...(await tab.evaluate(inside.stickingOut, width)).map((text) => `a text sticks out ${text}`),
    ]);
  }
}

function checkOutline({ language, title, headings, foreign, handlers, twice, lost }, expected, check) {
  check("says its language", differs("lang", expected, language));
  check("has a title", !title.trim() && "it is empty");
  check("has nothing that runs or loads", [...foreign, ...handlers]);
  check("its ids are unique, and its links lead somewhere", [...twice, ...lost]);
  const levels = headings.map(({ level }) => level);
  const skipped = headings.filter(({ level }, place) => place > 0 && level > levels[place - 1] + 1);
  check("its headings are in order", [
    levels[0] !== 1 && "it does not begin with h1",
    levels.filter((level) => level === 1).length !== 1 && "h1 is not there once",
    ...skipped.map(({ level, text }) => `h${level} skips a level: ${text}`),
    ...headings.filter(({ text }) => !text).map(({ level }) => `an h${level} is empty`),
  ]);
}

/** The choice of a company size, by the keyboard alone. */
async function checkKeyboard(tab, check) {
  const count = (await tab.evaluate(inside.panels)).length;
  if (count === 0) return;
  const wrong = [];
  const look = async (after) => {
    const panels = await tab.evaluate(inside.panels);
    const seen = panels.filter((panel) => panel.seen);
    if (seen.length !== 1) wrong.push(`${after} ${seen.length} panels are seen`);
    else if (!seen[0].chosen) wrong.push(`${after} the panel that is seen is not the chosen one`);
    return panels.findIndex((panel) => panel.chosen);
  };
  const first = await look("at first");
  let focus = { tag: "BODY" };
  for (let steps = 0; focus.type !== "radio" && steps < 60; steps++) {
    await tab.keyboard.press("Tab");
    focus = await tab.evaluate(inside.focused);
    if (focus.outline === "none") wrong.push(`the focus on ${focus.tag} is not seen`);
  }
  if (focus.type !== "radio") wrong.push("Tab does not reach the choice");
  for (let step = 1; step <= count; step++) {
    await tab.keyboard.press(step % 2 ? "ArrowDown" : "ArrowRight");
    const chosen = await look(`after ${step} arrow keys`);
    if (chosen !== (first + step) % count) wrong.push(`${step} arrow keys lead to the choice ${chosen}`);
  }
  check("the company size is chosen by keyboard", wrong);
}

/** Choices are told apart. */
function checkNames(panels, check) {
  const names = panels.map(({ name }) => name);
  const isWithin = (name) => names.filter((other) => other.includes(name)).length > 1;
  check("no choice is called like another", names.filter(isWithin));
}

/** Where lines and sheets end, in a font with wide letters. */
async function checkLines(tab, check) {
  for (const [media, width] of [["screen", ROOMY], ["print", PAPER]]) {
    await tab.emulateMedia({ media });
    await tab.setViewportSize({ width, height: 900 });
    check(`no word is broken, ${media}`, await tab.evaluate(inside.brokenWords));
    check(`fits ${width} pixels in a wide font`, await tab.evaluate(inside.stickingOut, width));
  }
  for (const height of SHEETS) {
    const left = await tab.evaluate(inside.leftBehind, { width: PAPER, height });
    check(`what leads to a list or a table stands on its sheet, ${height} pixels high`, left);
  }
}

/** What axe finds, on small and on wide screens. */
async function checkAccess(tab, options, check, note) {
  await tab.evaluate(AXE);
  for (const width of [360, WIDE]) {
    await tab.setViewportSize({ width, height: 800 });
    const { violations, rules } = await tab.evaluate(async (options) => {
      const { violations, passes } = await axe.run(document, { resultTypes: ["violations"], ...options });
      const short = ({ id, impact, help, nodes }) =>
        ({ id, impact, help, count: nodes.length, html: nodes[0]?.html.slice(0, 90) });
      return { violations: violations.map(short), rules: passes.length + violations.length };
    }, options);
    const say = ({ id, help, count, html }) => `${id} (${help}), ${count} times, such as ${html}`;
    const isGrave = ({ impact }) => ["serious", "critical"].includes(impact);
    check(`axe has no objection at ${width} pixels`, [
      rules === 0 && "it looked at nothing",
      ...violations.filter(isGrave).map(say),
    ]);
    violations.filter((violation) => !isGrave(violation)).forEach((violation) =>
      note(`axe finds at ${width} pixels, ${violation.impact}: ${say(violation)}`));
  }
}

/** The page on A4. */
async function checkPaper(tab, { sheets, isOrdinary, isOfPeople }, check) {
  await tab.emulateMedia({ media: "print" });
  await tab.setViewportSize({ width: PAPER, height: 1000 });
  const panels = await tab.evaluate(inside.panels);
  const wrong = panels.filter(({ seen, chosen }) => seen !== (chosen || !isOfPeople));
  check(isOfPeople ? "the team is printed, and no other company" : "all company sizes are printed",
    wrong.map(({ name, seen }) => `${name} is ${seen ? "there" : "not there"}`));
  const scrolls = await tab.evaluate(() => document.documentElement.scrollWidth);
  check("fits paper", [
    scrolls > PAPER && `it is ${scrolls} wide`,
    ...(await tab.evaluate(inside.stickingOut, PAPER)),
    ...(await tab.evaluate(inside.stickingOutOfDrawings, isOrdinary)),
  ]);
  const paper = (await tab.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  const count = paper.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  check(`is printed on ${sheets} sheets at most`, (count < 1 || count > sheets) && `they are ${count}`);
}

async function checkWithoutScript(browser, { name, file }, checks) {
  const texts = [];
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: WIDE, height: 900 } });
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(file).href);
    texts.push(folded(await tab.innerText("body")));
    await context.close();
  }
  checks.check(`${name}: says the same without script`, [
    texts[0].length < 100 && `it says nearly nothing: ${texts[0]}`,
    texts[0] !== texts[1] && "the texts differ",
  ]);
}

async function photograph(tab, scheme, { pictures }) {
  if (!pictures) return;
  for (const width of [WIDE, 360]) {
    await tab.setViewportSize({ width, height: 900 });
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    await tab.setViewportSize({ width, height: Math.min(height, HIGHEST) });
    await tab.screenshot({ path: `${pictures}-${scheme}-${width}.png` });
  }
}
