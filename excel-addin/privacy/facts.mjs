// What the privacy page says about permissions, storage and addresses, read from where it is so.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { EXCEL_API, IDS, manifestXml } from "../../manifest/manifest.mjs";

/** What keeps something in a browser, or with an account of Google's. */
const keeps = /\b(localStorage|sessionStorage|indexedDB|caches|PropertiesService|CacheService|document\.cookie)\b/;
/** A use of it that names a key: as text, by a constant, or by a parameter of a function that is called with one. */
const named = /\b(?:getItem|setItem|removeItem|getProperty|setProperty|deleteProperty|recall|remember)\(\s*(?:"([^"]+)"|([A-Za-z_$][\w$]*))/g;

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["node_modules", "privacy", "conformance"].includes(entry.name) ? [] : sources(path);
    return /\.(tsx?|mjs|html)$/.test(entry.name) ? [path] : [];
  });
}

/** Comments say "caches" and the like without doing so. */
const code = (text) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");

/**
 * The keys that a source keeps something under. `null` stands for a use whose key cannot be told from the source.
 * @returns {{ where: "browser" | "google", key: string | null }[]}
 */
export function storageIn(source) {
  const text = code(source);
  const use = keeps.exec(text);
  if (use === null) return [];
  const where = /Service$/.test(use[1]) ? "google" : "browser";
  const keys = new Set();
  let unclear = !/\b(localStorage|PropertiesService)\b/.test(text) || /\b(sessionStorage|indexedDB|caches|CacheService|document\.cookie)\b/.test(text);
  for (const [, literal, name] of text.matchAll(named)) {
    if (literal !== undefined) keys.add(literal);
    else {
      const constant = new RegExp(`const ${name.replace(/\$/g, "\\$")} = "([^"]+)"`).exec(text);
      const parameter = new RegExp(`\\((?:[^()]*, )?${name.replace(/\$/g, "\\$")}: string`).test(text);
      if (constant !== null) keys.add(constant[1]);
      else if (!parameter) unclear = true;
    }
  }
  if (keys.size === 0) unclear = true;
  return [...[...keys].map((key) => ({ where, key })), ...(unclear ? [{ where, key: null }] : [])];
}

/**
 * @param {string} root of the repository
 * @returns what is asked of whom and kept where; `files` names the sources whose storage cannot be told.
 */
export function privacyFacts(root, officeJs) {
  const found = ["core", "excel-addin", "sheets-addon"].flatMap((folder) =>
    sources(join(root, folder)).flatMap((file) => storageIn(readFileSync(file, "utf8")).map((use) => ({ ...use, file: file.slice(root.length + 1) }))));
  const keysOf = (place) => [...new Set(found.filter(({ where, key }) => where === place && key !== null).map(({ key }) => key))].sort();
  const xml = manifestXml({ origin: "https://example.org/", id: IDS.production, development: false });
  const google = JSON.parse(readFileSync(join(root, "sheets-addon/appsscript.json"), "utf8"));
  return {
    permission: /<Permissions>([^<]*)<\/Permissions>/.exec(xml)[1],
    excelApi: EXCEL_API,
    scopes: google.oauthScopes,
    logging: google.exceptionLogging,
    officeJs: /^https?:/.test(officeJs) ? new URL(officeJs).origin : null,
    browserKeys: keysOf("browser"),
    googleKeys: keysOf("google"),
    unclear: [...new Set(found.filter(({ key }) => key === null).map(({ file }) => file))],
  };
}
