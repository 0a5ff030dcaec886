import { createContext, runInContext } from "node:vm";
import { type Pattern, patternsIn, runsFor } from "./kit/patterns";

/** Characters of a run. All runs of a pattern take some hundredths of a second; one that grows with the square, seconds. */
const LENGTH = 60000;
const DEADLINE = 4000;

const context = createContext({});
const script = `for (const [lead, run, longer] of runs) {
  at = JSON.stringify(lead) + " and many " + JSON.stringify(run);
  const text = lead + run.repeat(length * longer / run.length) + "\\u0001";
  if (pattern.global) text.replace(pattern, ""); else pattern.exec(text);
}`;

/** What a pattern reads that no person writes and no length makes long. */
const aside = new Map([["\\B(?=(\\d{3})+$)", "the digits of one number"]]);

/** The run that a pattern does not get through; a computer that was busy elsewhere gets two more tries. */
function stuck(pattern: Pattern, tries = 3, deadline = DEADLINE): string | null {
  for (; tries > 0; tries -= 1) {
    Object.assign(context, { pattern: new RegExp(pattern.source, pattern.flags), runs: runsFor(pattern), length: LENGTH, at: "" });
    try {
      runInContext(script, context, { timeout: deadline });
      return null;
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    }
  }
  return `${pattern.place} /${pattern.source}/ at ${String(context["at"])}`;
}

test.each([
  ["every part of a run", "[.\\s]+$", /^here \/.* and many "(\\n| )"$/],
  ["the rest of a part for every tag that is closed at once", "<(\\w+:)?(?:twoCell|oneCell)Anchor\\b[^]*?<\\/", /^here \/.* and many "<(two|one)CellAnchor/],
  ["the rest of a part for every tag with attributes", "<((?:\\w+:)?shape)\\s[^]*?<\\/\\1>", /^here \/.* and many "<shape /],
])("a pattern that tries %s again is found out", (_, source, found) => {
  expect(stuck({ source, flags: "", place: "here" }, 1, DEADLINE / 4)).toMatch(found);
});

test("no pattern takes longer than its text is long", () => {
  const began = performance.now();
  const patterns = patternsIn("core", "excel-addin/page", "excel-addin/taskpane", "sheets-addon").filter(({ source }) => !aside.has(source));
  expect(patterns.length).toBeGreaterThan(100);
  expect(patterns.map((pattern) => stuck(pattern)).filter((run) => run !== null)).toEqual([]);
  const runs = patterns.reduce((sum, each) => sum + runsFor(each).length, 0);
  console.log(`${patterns.length} patterns that repeat, ${runs} runs of ${LENGTH} characters: ${Math.round(performance.now() - began)} ms`);
});
