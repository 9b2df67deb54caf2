// What the checks found: one line for each of them, and their numbers at the end.

/** Collects lines, so that what runs at the same time is not printed in between one another. */
export class Checks {
  lines = [];
  passed = 0;
  failed = 0;

  /** One check. Its reasons are what is wrong: none at all, and it has passed. */
  check(name, reasons) {
    const list = [reasons].flat().filter(Boolean).map(folded);
    if (list.length === 0) {
      this.passed++;
      this.lines.push(`ok ${name}`);
      return;
    }
    this.failed++;
    const more = list.length > 3 ? `; and ${list.length - 3} more` : "";
    this.lines.push(`FAILED ${name}: ${list.slice(0, 3).join("; ")}${more}`);
  }

  /** What is worth a line, and no reason to fail. */
  note(text) {
    this.lines.push(`note: ${text}`);
  }

  /** Runs checks of which each has its own lines; what throws has failed. */
  async within(name, work) {
    const own = new Checks();
    try {
      await work(own);
    } catch (error) {
      own.check(name, String(error?.stack ?? error).split("\n").slice(0, 3).join(" | "));
    }
    this.passed += own.passed;
    this.failed += own.failed;
    console.log(own.lines.join("\n"));
  }
}

/** A text with its white space folded, as it is seen. */
export function folded(text) {
  return text.replace(/\s+/gu, " ").trim();
}

/** "expected … and got …", where two texts differ; else nothing. */
export function differs(what, expected, got) {
  return expected === got ? null : `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`;
}
