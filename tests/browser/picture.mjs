// Takes the picture of the report that docs/report.md shows.
//
//     node picture.mjs ROLES_BINARY PICTURE.png

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { start } from "./browser.mjs";

const [binary, picture] = process.argv.slice(2);
if (!picture) {
  console.error("usage: node picture.mjs ROLES_BINARY PICTURE.png");
  process.exit(2);
}
const home = mkdtempSync(join(tmpdir(), "roles-picture-"));
try {
  execFileSync(resolve(binary), ["report", "--sme", "-o", "report.html"], { cwd: home });
  const browser = await start();
  const tab = await browser.newPage({ viewport: { width: 1100, height: 1290 }, colorScheme: "light" });
  await tab.goto(pathToFileURL(join(home, "report.html")).href);
  await tab.screenshot({ path: picture });
  await browser.close();
} finally {
  rmSync(home, { recursive: true, force: true });
}
