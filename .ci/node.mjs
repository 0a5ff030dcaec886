// Imported before anything else: says which Node is needed, where an older one would fail somewhere in the middle.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const least = Number(/\d+/.exec(engines.node)[0]);
if (Number(process.versions.node.split(".")[0]) < least) {
  console.error(
    `Scorebook needs Node ${least} or later, this is ${process.versions.node}. Take it from https://nodejs.org or NodeSource, then start again.`,
  );
  process.exit(1);
}
