// The browser, and tabs in it that write down what they complain about and what they load.

import { accessSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

function path() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      accessSync(join(folder, "chromium"));
      return join(folder, "chromium");
    } catch {
      // The next one.
    }
  }
  throw new Error("chromium is missing; CHROMIUM may be the path of another one");
}

/** Starts the browser. */
export function start() {
  return chromium.launch({ executablePath: path() });
}

/** Opens an empty tab. It may load from addresses that are its own. */
export async function openTab(browser, options, isOwn) {
  const tab = await (await browser.newContext(options)).newPage();
  const complaints = [], requests = [];
  tab.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  tab.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  tab.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  tab.on("request", (request) => {
    if (!isOwn(request.url())) requests.push(request.url());
  });
  return { tab, complaints, requests };
}
