import { cpus } from "node:os";
import "../core/words/both";
import { checkLines } from "./bench/check";
import { engineLines } from "./bench/engine";
import { proofLines } from "./bench/proof";
import { table } from "./bench/timing";
import { unitLines } from "./bench/units";
import { walkLines } from "./bench/walk";
import { toolVersions } from "./kit/engines";

/** What the house allows for work that does not exist yet. */
const later = [
  "10,000 weight draws at 34 x 100 in 0.5 s: not built yet",
  "168 returned workbooks read, checked and ranked in 4 s: not built yet",
  "requests of Excel and calls of Google Sheets: counted by test/host-excel-build and test/sheets-calls; bytes: test/bytes.test.ts",
];

const parts = {
  units: async () => table("Scores in memory", unitLines()),
  walk: async () => table("From annex to form, and a look after each edit", await walkLines()),
  proof: async () => table("Every score computed again", proofLines()),
  check: async () => table("All forms of a province, and its ranking again", checkLines()),
  engine: async () => table("Recalculation, start-up taken off", await engineLines()),
} as const;
const names = Object.keys(parts) as (keyof typeof parts)[];

/** Times as ratios to peers of the same run, beside the budgets. `npm run bench`, or one part: `npm run bench walk`. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !names.some((known) => known === name));
  if (unknown.length > 0) throw new RangeError(`no such part: ${unknown.join(", ")}; there are ${names.join(", ")}`);
  console.log([...toolVersions(), `${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}`, ""].join("\n"));
  for (const name of names) if (asked.length === 0 || asked.includes(name)) console.log(await parts[name]());
  console.log(["Named in the house, not measured here:", ...later.map((text) => `- ${text}`)].join("\n"));
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
