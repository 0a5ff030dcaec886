// Builds the page and the task pane with webpack, unless nothing that they are made of has changed since the last time.
//   node excel-addin/build.mjs [--origin=https://example.gov.vn/scorebook/ [--id=GUID] [--version=1.0.0.1]]
//     [--office-js=https://…/office.js] [--of=dev,stage]
import "../.ci/node.mjs";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DEVELOPMENT_ORIGIN, originOf, writeManifest } from "../manifest/build.mjs";
import { lockBuild } from "./build-lock.mjs";
import { privacyFacts } from "./privacy/facts.mjs";
import { closureOf, filesOf, foldersOf, packagesIn } from "./privacy/packages.mjs";
import { writePrivacy } from "./privacy/page.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const cache = join(root, ".cache");
const LEFTOVER = 60 * 60 * 1000;

/** Of what, relative to the root, and by which configuration a folder of `dist` is made. */
const builds = {
  /** For any web server; with an origin, the manifest too. */
  web: { of: ["core", "excel-addin", "manifest", "LICENSE"], config: "webpack.config.js" },
  /** For this computer: the same files, the pages of development, and the task pane over a double of Excel. */
  dev: {
    of: ["core", "excel-addin", "manifest", "LICENSE"], config: "webpack.config.js",
    options: { origin: DEVELOPMENT_ORIGIN, double: { officeJs: "office-js/office.js", before: ["stage/prelude.js"] } },
  },
  /** For Google Sheets: what `clasp push` takes. */
  sheets: { of: ["core", "sheets-addon", "excel-addin/minimizer.cjs", "LICENSE"], config: "sheets-addon/webpack.config.js" },
  /** The same with a menu entry that asks a real Google Sheets what no document settles. */
  "sheets-dev": {
    of: ["core", "sheets-addon", "excel-addin/minimizer.cjs", "LICENSE"], config: "sheets-addon/webpack.config.js", options: { development: true },
  },
  /** The double of Excel, and the page that shows it beside the grid. */
  stage: { of: ["core", "excel-addin", "test/double", "test/stage"], config: "test/stage/webpack.config.js" },
};

function hashOf(paths, options) {
  const hash = createHash("sha256").update(JSON.stringify(options));
  const take = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) take(join(path, name));
    } else {
      hash.update(path.slice(root.length)).update("\0").update(readFileSync(path));
    }
  };
  for (const path of paths) take(join(root, path));
  return hash.digest("hex");
}

/** Builds by a configuration; the names of what it made, and the packages that went into it. */
async function webpackBuild(file, options) {
  const [{ default: webpack }, { default: config }] = await Promise.all([import("webpack"), import(join(root, file))]);
  return new Promise((resolve, reject) => {
    webpack(config(options), (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString("errors-only")));
      else {
        const all = (stats.stats ?? [stats]).map(({ compilation }) => compilation);
        resolve({
          made: new Set(all.flatMap(({ assets }) => Object.keys(assets))),
          folders: foldersOf(all.flatMap(filesOf)),
        });
      }
    });
  });
}

/** What the pages for a web server tell of themselves: what they ask for and keep, and what the grid is made of. */
async function webPages({ officeJs }) {
  const { default: config } = await import(join(root, "webpack.config.js"));
  return { facts: privacyFacts(root, officeJs ?? config.OFFICE_JS), grid: closureOf(config.gridPackages, root) };
}

/** Takes away what earlier builds left, unless a page that is still open may ask for it. */
function sweep(folder, kept) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name);
    const old = Date.now() - statSync(file).mtimeMs > LEFTOVER;
    if (old && !kept.has(name.split(sep).join("/")) && statSync(file).isFile()) rmSync(file, { force: true });
  }
}

/**
 * The built folder.
 * @param {keyof typeof builds} name
 */
export async function build(name, { log = () => {}, ...asked } = {}) {
  const { of, config, options = {} } = builds[name];
  const folder = join(root, "dist", name);
  const all = { ...options, ...asked, folder };
  const stamp = join(cache, `${name}-build`);
  /** The packages that shipped, for the tests. */
  const shipped = join(cache, `${name}-packages.json`);
  mkdirSync(cache, { recursive: true });
  const unlock = await lockBuild(join(cache, `${name}-build.lock`), (pid) =>
    log(`Waiting for process ${pid}, which is building dist/${name}…`),
  );
  try {
    const pages = config === "webpack.config.js" ? await webPages(all) : null;
    const hash = hashOf([...of, config, "package-lock.json"], pages === null ? all : { ...all, facts: pages.facts });
    if (existsSync(folder) && existsSync(shipped) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return folder;
    log(`Building dist/${name}…`);
    rmSync(stamp, { force: true });
    // A folder for a web server holds nothing else.
    if (name === "web") rmSync(folder, { recursive: true, force: true });
    const { made, folders } = await webpackBuild(config, all);
    if (pages !== null) {
      const packages = { ours: packagesIn(folders), grid: packagesIn(pages.grid) };
      for (const file of writePrivacy(folder, pages.facts, packages, readFileSync(join(root, "LICENSE"), "utf8"))) made.add(file);
    }
    sweep(folder, made);
    if (all.origin !== undefined) writeManifest(folder, { ...all, development: all.double !== undefined });
    writeFileSync(shipped, JSON.stringify([...folders].map((each) => relative(root, each)).sort()));
    writeFileSync(stamp, hash);
    return folder;
  } finally {
    unlock();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({
      options: {
        origin: { type: "string" }, id: { type: "string" }, version: { type: "string" }, "office-js": { type: "string" },
        of: { type: "string" },
      },
    });
    const { of, origin, id, version, "office-js": officeJs } = values;
    const web = {
      ...(origin === undefined ? {} : { origin: originOf(origin) }), ...(id === undefined ? {} : { id }),
      ...(version === undefined ? {} : { version }), ...(officeJs === undefined ? {} : { officeJs }),
    };
    for (const name of of === undefined ? ["web", "sheets"] : of.split(",")) {
      await build(name, { log: console.error, ...(name.startsWith("sheets") ? {} : web) });
      if (name === "web" && origin === undefined) console.error("dist/web has no manifest: --origin=https://… makes one.");
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
