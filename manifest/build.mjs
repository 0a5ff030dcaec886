// Writes the manifest, its icons and its help page into the folder of the built pages, and checks them together.
// On its own: node manifest/build.mjs <folder> --origin=https://server/path/ [--id=GUID] [--version=1.0.0.1]
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkManifest, problemLine } from "./check.mjs";
import { iconPng } from "./icon.mjs";
import { ICON_SIZES, IDS, PAGES, manifestXml } from "./manifest.mjs";

/** Where `npm start` serves the task pane. */
export const DEVELOPMENT_ORIGIN = "https://localhost:3000/";

/** An origin as the manifest wants it: https, with a closing slash. Throws in words where it cannot be one. */
export function originOf(text) {
  if (!URL.canParse(text)) throw new Error(`--origin="${text}" is no address. Write it whole: --origin=https://server/path/`);
  const url = new URL(text);
  if (url.protocol !== "https:") throw new Error(`--origin="${text}" is not https. Office opens only https addresses.`);
  if (url.search || url.hash || url.username || url.password) {
    throw new Error(`--origin="${text}" holds more than a server and a path. Write --origin=https://server/path/`);
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/**
 * Writes manifest.xml, help.html and icons/ into `folder`, where the built pages already are. Development builds have an
 * id, a name and a second button (the conformance page) of their own. Throws in words where the check finds a problem.
 */
export function writeManifest(folder, { origin = DEVELOPMENT_ORIGIN, id, development, version } = {}) {
  const home = originOf(origin);
  const local = development ?? home === DEVELOPMENT_ORIGIN;
  const xml = manifestXml({
    origin: home, id: id ?? (local ? IDS.development : IDS.production), development: local, version,
  });
  mkdirSync(join(folder, "icons"), { recursive: true });
  for (const size of ICON_SIZES) writeFileSync(join(folder, "icons", `icon-${size}.png`), iconPng(size));
  copyFileSync(fileURLToPath(new URL("./help.html", import.meta.url)), join(folder, PAGES.help));
  const file = join(folder, "manifest.xml");
  const problems = checkManifest(xml, { origin: home, folder });
  if (problems.length > 0) throw new Error(problems.map((problem) => problemLine(problem, file)).join("\n"));
  writeFileSync(file, xml);
  return { file, origin: home, development: local };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = Object.fromEntries(
    process.argv.slice(2).filter((arg) => arg.startsWith("--")).map((arg) => arg.slice(2).split(/=(.*)/s, 2)),
  );
  const [folder] = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
  try {
    if (!folder) throw new Error("node manifest/build.mjs <folder> --origin=https://server/path/ [--id=GUID] [--version=1.0.0.1]");
    console.log(writeManifest(folder, options).file);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
