import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Run } from "./kit/reading-run";

/** Four times the text may take this many times the steps: four, and what a text's end adds. */
const most = 4.6;

let run: Run;
beforeAll(() => {
  const args = ["--import", "tsx", join(__dirname, "kit", "reading-run.ts")];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 280000 });
  if (status !== 0) throw new Error(stderr);
  run = JSON.parse(stdout) as Run;
}, 300000);

test.each([
  ["a rule", 80], ["the name of a rule's row", 50], ["a number", 50], ["what stands above a table", 50], ["a header", 50], ["a row of a table", 50],
])("reading %s takes steps by its length, whatever is repeated in it", (name, least) => {
  const { texts, steps, characters, worst } = run.readers.find((each) => each.name === name)!;
  console.log(`${name}: ${(steps / characters).toFixed(2)} steps a character; at most ${worst.growth.toFixed(2)} times for four times the text`);
  expect(texts).toBeGreaterThan(least);
  expect(steps).toBeGreaterThan(texts);
  expect(worst.growth > most ? worst : null).toBeNull();
});

test("every reader that is counted is held", () => expect(run.readers).toHaveLength(6));

test("a text beyond the longest that is read is refused in words, in no step by its length", () => {
  const [[short, code], [long, again]] = run.refused as [Run["refused"][0], Run["refused"][0]];
  expect([code, again]).toEqual(["rule-too-long", "rule-too-long"]);
  expect(long).toBe(short);
});

test("the steps of a reading are the same each time", () => {
  expect(run.twice[0]).toBe(run.twice[1]);
  expect(run.twice[0]).toBeGreaterThan(2000);
});
