// Types, lint and what the tests run on, side by side: each alone leaves cores idle. The first failure ends the rest.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const lanes = [
  [["types", join(modules, "typescript/bin/tsc"), "-b"]],
  [
    ["built files", join(root, "excel-addin/build.mjs"), "--of=dev,stage,sheets"],
    ["lint", join(modules, "eslint/bin/eslint.js"), "."],
  ],
];

const running = new Set();
let failed = false;

/** Runs a step to its end; whether all went well until then. */
const step = ([name, ...args]) =>
  new Promise((done) => {
    const begun = performance.now();
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
    running.add(child);
    child.on("close", (status) => {
      running.delete(child);
      if (failed) return done(false);
      failed = status !== 0;
      console.error(`${name}: ${failed ? "failed" : "done"} after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
      if (failed) for (const other of running) other.kill();
      done(!failed);
    });
  });

await Promise.all(lanes.map(async (lane) => {
  for (const each of lane) if (!(await step(each))) return;
}));
process.exitCode = failed ? 1 : 0;
