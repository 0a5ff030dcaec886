// Builds dist/page with webpack, unless nothing that it is made of has changed since the last time.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = join(root, "dist", "page");
const cache = join(root, ".cache");
const stamp = join(cache, "page-build");
const lock = join(cache, "page-build.lock");
const LONGEST_BUILD = 10 * 60 * 1000;

function sourceHash() {
  const hash = createHash("sha256");
  const take = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) take(join(path, name));
    } else {
      hash.update(path.slice(root.length)).update("\0").update(readFileSync(path));
    }
  };
  for (const part of ["core", "excel-addin", "webpack.config.js", "package-lock.json"]) take(join(root, part));
  return hash.digest("hex");
}

const fresh = (hash) =>
  existsSync(join(folder, "index.html")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

function webpackBuild() {
  return new Promise((resolve, reject) => {
    Promise.all([import("webpack"), import("../../webpack.config.js")]).then(([webpack, config]) => {
      webpack.default(config.default, (error, stats) => {
        if (error) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString("errors-only")));
        else resolve();
      });
    }, reject);
  });
}

/** The folder of the built page. Several processes may ask at once; one builds. */
export async function buildPage({ log = () => {} } = {}) {
  mkdirSync(cache, { recursive: true });
  for (const until = Date.now() + LONGEST_BUILD; ; ) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (age > LONGEST_BUILD || Date.now() > until) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    const hash = sourceHash();
    if (fresh(hash)) return folder;
    log("Building the page…");
    await webpackBuild();
    writeFileSync(stamp, hash);
    return folder;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPage({ log: console.error }).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
