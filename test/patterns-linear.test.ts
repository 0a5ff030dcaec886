import { createContext, runInContext } from "node:vm";
import { type Pattern, patternsIn, runsFor } from "./kit/patterns";

/** Characters of a run. All runs of a pattern take some hundredths of a second; one that grows with the square, seconds. */
const LENGTH = 60000;
const DEADLINE = 4000;

const context = createContext({});
const script = `for (const [lead, run] of runs) {
  at = JSON.stringify(lead) + " and many " + JSON.stringify(run);
  const text = lead + run.repeat(length / run.length) + "\\u0001";
  if (pattern.global) text.replace(pattern, ""); else pattern.exec(text);
}`;

/** What a pattern reads that no person writes and no length makes long. */
const aside = new Map([["\\B(?=(\\d{3})+$)", "the digits of one number"]]);

/** The run that a pattern does not get through; a computer that was busy elsewhere gets two more tries. */
function stuck(pattern: Pattern, tries = 3): string | null {
  for (; tries > 0; tries -= 1) {
    Object.assign(context, { pattern: new RegExp(pattern.source, pattern.flags), runs: runsFor(pattern), length: LENGTH, at: "" });
    try {
      runInContext(script, context, { timeout: DEADLINE });
      return null;
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    }
  }
  return `${pattern.place} /${pattern.source}/ at ${String(context["at"])}`;
}

test("a pattern that tries every part of a run again is found out", () => {
  expect(stuck({ source: "[.\\s]+$", flags: "", place: "here" }, 1)).toMatch(/^here \/.* and many "(\\n| )"$/);
});

test("no pattern takes longer than its text is long", () => {
  const began = performance.now();
  const patterns = patternsIn("core", "excel-addin/page", "excel-addin/taskpane", "sheets-addon").filter(({ source }) => !aside.has(source));
  expect(patterns.length).toBeGreaterThan(100);
  expect(patterns.map((pattern) => stuck(pattern)).filter((run) => run !== null)).toEqual([]);
  const runs = patterns.reduce((sum, each) => sum + runsFor(each).length, 0);
  console.log(`${patterns.length} patterns that repeat, ${runs} runs of ${LENGTH} characters: ${Math.round(performance.now() - began)} ms`);
});
