// The checks of charts: the real Mermaid and the real Graphviz draw them, with the names that the registry gives, and the
// SVG is drawn by the browser as it is.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { openTab } from "./browser.mjs";
import * as inside from "./inside.mjs";
import { differs, folded } from "./report.mjs";

/** The newest Mermaid, or the one that the tester chose. */
const MERMAID = process.env.MERMAID ?? join(
  dirname(createRequire(import.meta.url).resolve("mermaid/package.json")), "dist", "mermaid.min.js");

/**
 * A text without what is invisible and keeps letters apart that together mean something. A letter may stand there in
 * another form that Unicode calls canonically equivalent.
 */
const seen = (text) => text.replace(/[\u200c\ufeff]+/gu, "").normalize("NFC");

/** The letters of a text. */
const solid = (text) => seen(text).replace(/\s+/gu, "");

/** A text in which HTML's own marks are written as entities, as Mermaid shows them before version 12 without HTML. */
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };
const decoded = (text) => text.replace(/&(lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity]);

/** How texts differ from those that are drawn. */
function compare(expected, drawn) {
  return [
    differs("the number of positions", expected.length, drawn.length),
    ...expected.map((name, number) => drawn[number] !== undefined && differs(`n${number}`, name, drawn[number])),
  ];
}

/** The same, where one person may hold several roles: "Lead (writer and host)". */
function compareNames(positions, drawn) {
  const named = positions.map(({ name, roles }, number) => {
    const text = drawn[number] ?? "";
    const rest = text.startsWith(name) && text.endsWith(")") ? text.slice(name.length) : "";
    return roles.length > 1 && rest && roles.every((role) => rest.includes(role)) ? text : name;
  });
  return compare(named, drawn);
}

/**
 * All checks of one chart.
 *
 * @param chart `name`; `write`, which gives it in a format; `list`, the roles as JSON; `isOrdinary`, whether its names are
 *   such that boxes hold them; `isLarge`, whether it takes Mermaid long to draw it.
 */
export async function checkChart(browser, { name, write, list, isOrdinary, isLarge }, checks) {
  const nameOf = new Map(JSON.parse(list).roles.map(({ id, name }) => [id, folded(name)]));
  const positions = JSON.parse(write("json")).positions.map(({ name, roles, people }) => ({
    name: folded(name),
    roles: roles.map((role) => nameOf.get(role)),
    people: people.map(({ name }) => folded(name ?? "")),
  }));
  const check = (what, reasons) => checks.check(`${name}: ${what}`, reasons);
  const isOwn = (url) => /^(about|data|blob):/.test(url);
  const { tab, complaints, requests } = await openTab(browser, { viewport: { width: 1100, height: 900 } }, isOwn);
  await checkSvg(tab, write("svg"), positions, isOrdinary, check);
  const labels = await checkDot(tab, write("dot"), positions, check);
  await checkMermaid(tab, write("mermaid"), positions, labels, isLarge ? [true] : [true, false], check);
  check("nothing runs, loads or complains", [...complaints, ...requests]);
  await tab.context().close();
}

/** The file as it is: one `text` for each line, in the box that stands before them. */
async function checkSvg(tab, svg, positions, isOrdinary, check) {
  const { error, drawn } = await tab.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    const error = parsed.querySelector("parsererror")?.textContent;
    const boxes = [];
    for (const element of parsed.documentElement.children) {
      if (element.localName === "rect") boxes.push([]);
      if (element.localName === "text" && element.classList.contains("strong")) boxes.at(-1)?.push(element.textContent);
    }
    return { error, drawn: boxes.map((lines) => lines.join(" ")) };
  }, svg);
  check("its SVG is well-formed", error);
  // Lines break anywhere: only letters can be compared.
  const letters = ({ name, roles }) => ({ name: solid(name), roles: roles.map(solid) });
  check("its SVG names the positions", compareNames(positions.map(letters), drawn.map(solid)));
  // As a file of its own.
  await tab.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  const foreign = await tab.evaluate(inside.outline);
  check("its SVG has nothing that runs or loads", [...foreign.foreign, ...foreign.handlers]);
  check("its SVG has its texts inside", await tab.evaluate(inside.stickingOutOfDrawings, isOrdinary));
  for (const colorScheme of ["light", "dark"]) {
    await tab.emulateMedia({ colorScheme });
    check(`its SVG has contrast, ${colorScheme}`, await tab.evaluate(inside.paleTexts));
  }
}

/** What Graphviz draws; returns all lines of each position. */
async function checkDot(tab, dot, positions, check) {
  const { status, stdout, stderr, error } = spawnSync("dot", ["-Tsvg"], { input: dot, encoding: "utf8", maxBuffer: 1 << 28 });
  check("Graphviz draws it without a warning", [error?.message, status !== 0 && `status ${status}`, stderr.trim()]);
  const labels = await tab.evaluate((svg) => {
    const nodes = [...new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("g.node")];
    const number = (node) => Number(node.querySelector("title").textContent.slice(1));
    nodes.sort((one, other) => number(one) - number(other));
    return nodes.map((node) => [...node.querySelectorAll("text")].map((text) => text.textContent));
  }, stdout);
  check("Graphviz names the positions", compareNames(positions, labels.map(([first]) => folded(first))));
  check("Graphviz names the people", positions.flatMap(({ people }, number) => {
    const said = folded(labels[number]?.slice(1).join(" ") ?? "");
    return people.filter((person) => !said.includes(person)).map((person) => `n${number} has no ${person}`);
  }));
  return labels;
}

/** What Mermaid draws, with labels in HTML as on most sites, and with labels in SVG. */
async function checkMermaid(tab, text, positions, labels, ways, check) {
  await tab.goto("about:blank");
  await tab.setContent("<!DOCTYPE html><title>Mermaid</title><body></body>");
  await tab.addScriptTag({ path: MERMAID });
  for (const htmlLabels of ways) {
    const what = htmlLabels ? "Mermaid with HTML labels" : "Mermaid with SVG labels";
    const { error, drawn, foreign } = await tab.evaluate(async ({ text, htmlLabels }) => {
      try {
        const flowchart = { htmlLabels };
        mermaid.initialize({ startOnLoad: false, securityLevel: "strict", htmlLabels, flowchart });
        await mermaid.parse(text);
        document.body.innerHTML = (await mermaid.render(`chart-${htmlLabels}`, text)).svg;
      } catch (error) {
        return { error: String(error), drawn: [], foreign: [] };
      }
      const nodes = [...document.querySelectorAll("g.node")];
      const number = (node) => Number(node.id.match(/flowchart-n(\d+)-/)[1]);
      nodes.sort((one, other) => number(one) - number(other));
      const drawn = nodes.map((node) => {
        const label = node.querySelector("foreignObject p") ?? node.querySelector("foreignObject .nodeLabel");
        if (!label) return { all: [...node.querySelectorAll("text")].map((text) => text.textContent).join(" ") };
        const parts = [...label.childNodes];
        const end = parts.findIndex((part) => part.nodeName === "BR");
        return { name: parts.slice(0, end).map((part) => part.textContent).join(""), all: label.textContent };
      });
      const of = "script, img, iframe, object, embed, form, a, input, audio, video, link";
      const elements = [...document.body.querySelectorAll("*")];
      const runs = elements.filter((element) => element.matches(of) ||
        [...element.attributes].some(({ name, value }) => name.startsWith("on") || /^javascript:/i.test(value)));
      return { error: null, drawn, foreign: runs.map((element) => element.outerHTML.slice(0, 80)) };
    }, { text, htmlLabels });
    check(`${what} draws it`, error?.slice(0, 300));
    if (htmlLabels) check(`${what} names the positions`, compareNames(positions, drawn.map(({ name }) => folded(seen(name ?? "")))));
    // Mermaid breaks lines anywhere: only letters can be compared.
    const lines = labels.map((label) => solid(label.join("")));
    const all = drawn.map(({ all }) => solid(all));
    const asWritten = all.map((text, number) => htmlLabels || text === lines[number] ? text : decoded(text));
    check(`${what} says what Graphviz says`, compare(lines, asWritten));
    check(`${what} makes nothing that runs or loads`, foreign);
  }
}
