import { readFileSync } from "node:fs";
import { withProgress } from "../excel-addin/page/grid-engine";
import { pageWords } from "../core/words/page";

/** The grid's own script names words that its language packs lack; it would show their names instead. */
const asked = [...new Set(readFileSync(require.resolve("@univerjs/sheets-formula"), "utf8").match(/sheets-formula\.progress\.[\w-]+/g))];

test.each(["vi", "en"] as const)("what the grid says while it computes has words in %s", (language) => {
  const held = withProgress({}, pageWords(language).computing) as { "sheets-formula": { progress: Record<string, string> } };
  expect(asked.length).toBeGreaterThan(2);
  for (const name of asked) expect(held["sheets-formula"].progress[name.split(".")[2]!]).toMatch(/^\p{Lu}/u);
});
