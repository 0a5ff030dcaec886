import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { privacyFacts, storageIn } from "../excel-addin/privacy/facts.mjs";
import { closureOf, licenceProblems, noticesOf, type Package, packagesIn } from "../excel-addin/privacy/packages.mjs";
import { privacyHtml } from "../excel-addin/privacy/page.mjs";
import { words } from "../excel-addin/privacy/words.mjs";
import { builtPage } from "./kit/browser";
import { builtSheets } from "./sheets-desk";

const root = join(__dirname, "..");
let built = "";
let html = "";
let notices = "";
beforeAll(() => {
  built = builtPage();
  html = readFileSync(join(built, "privacy.html"), "utf8");
  notices = readFileSync(join(built, "notices.txt"), "utf8");
}, 600000);
const officeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const facts = privacyFacts(root, officeJs);

test.each<[string, string, (readonly [string, string | null])[]]>([
  ["a key as text", 'localStorage.setItem("language", next)', [["browser", "language"]]],
  ["a key by a constant", 'const KEY = "seen";\nPropertiesService.getUserProperties().setProperty(KEY, "1")', [["google", "seen"]]],
  ["a key handed on", 'function keep(key: string) { localStorage.setItem(key, "1"); }\nremember("welcome", "1")', [["browser", "welcome"]]],
  ["a key made up", "localStorage.setItem(name + 1, next)", [["browser", null]]],
  ["a key beside one made up", 'localStorage.getItem("a"); localStorage.setItem(made, 1)', [["browser", "a"], ["browser", null]]],
  ["a store for the session", 'sessionStorage.setItem("a", "b")', [["browser", "a"], ["browser", null]]],
  ["a database", 'indexedDB.open("answers")', [["browser", null]]],
  ["a cookie", 'document.cookie = "a=b"', [["browser", null]]],
  ["a cache of Google's", 'CacheService.getUserCache().put("a", "b")', [["google", null]]],
  ["a word in a comment", "// localStorage keeps nothing\n/* indexedDB */", []],
])("what a source keeps: %s", (_, source, found) => {
  expect(storageIn(source).map(({ where, key }) => [where, key])).toEqual(found);
});

test("every key in the code is told of, and every key told of is in the code", () => {
  expect(facts.unclear).toEqual([]);
  for (const said of [words.vi, words.en]) {
    expect(Object.keys(said.browserKey).sort()).toEqual(facts.browserKeys);
    expect(Object.keys(said.googleKey).sort()).toEqual(facts.googleKeys);
    expect(Object.keys(said.scope).sort()).toEqual([...facts.scopes].sort());
    expect(Object.keys(said.permission)).toEqual([facts.permission]);
  }
});

test("no page is made where something is kept, asked for or shipped that it does not name", () => {
  const none = { ours: [], grid: [] };
  const made = (changed: Partial<typeof facts>) => () => privacyHtml({ ...facts, ...changed }, none, "a.css");
  expect(made({})).not.toThrow();
  expect(made({ browserKeys: ["answers"] })).toThrow(/"answers"/);
  expect(made({ googleKeys: ["answers"] })).toThrow(/"answers"/);
  expect(made({ scopes: ["https://www.googleapis.com/auth/drive"] })).toThrow(/auth\/drive/);
  expect(made({ permission: "ReadWriteMailbox" })).toThrow(/ReadWriteMailbox/);
  expect(made({ unclear: ["core/x.ts"] })).toThrow(/core\/x\.ts/);
});

const of = (licence: string, text = "words"): Package => ({ name: "a", version: "1", licence, text, home: "", folder: "/a" });
test.each<[string, number]>([
  ["MIT", 0], ["(MIT OR GPL-3.0)", 0], ["Apache-2.0 AND MIT", 0], ["GPL-3.0", 1], ["LGPL-2.1-or-later", 1], ["AGPL-3.0-only", 1],
  ["MIT AND GPL-2.0", 1], ["MPL-2.0", 1],
  ["(MIT OR GPL-3.0) AND ISC", 0], ["(MIT OR GPL-3.0) AND GPL-2.0", 1], ["MIT AND (GPL-3.0 OR ISC)", 0], ["GPL-3.0 OR MIT AND ISC", 0], ["GPL-2.0 AND (MIT OR ISC)", 1],
  ["(MIT OR GPL-3.0) AND (GPL-2.0 OR MPL-2.0)", 1], ["((MIT))", 0], ["(MIT", 1], ["MIT)", 1], ["MIT ISC", 1], ["MIT OR", 1], ["GPL-2.0 WITH Classpath-exception-2.0", 1], ["", 1], ["UNLICENSED", 1], ["SEE LICENSE IN EULA.md", 1],
])("a package under %p", (licence, problems) => {
  expect(licenceProblems([of(licence)])).toHaveLength(problems);
  expect(licenceProblems([of(licence, "")])).toHaveLength(problems + 1);
});

const rows = (text: string): string[] =>
  [...text.matchAll(/<tr><td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td><\/tr>/g)].map(([, name, version, licence]) => `${name} ${version} (${licence})`);

test("what ships is listed in both languages, and the words of every licence lie beside", () => {
  const [vi, en] = html.split('<section lang="en"');
  expect(rows(vi!)).toEqual(rows(en!));
  expect(rows(vi!).length).toBeGreaterThan(100);
  const lines = new Set(notices.split(/\r?\n/));
  expect(rows(vi!).filter((row) => !lines.has(row))).toEqual([]);
  expect(rows(vi!).filter((row) => /GPL|\(\)|UNLICENSED/i.test(row))).toEqual([]);
  expect(notices).toContain("Copyright (c) 2026 Scorebook contributors");
  console.log(`privacy page: ${rows(vi!).length} packages, ${html.length} and ${notices.length} characters`);
});

test("the grid's ready-made scripts are listed with all that they say they are made of", () => {
  const { gridPackages } = jest.requireActual<{ gridPackages: string[] }>("../webpack.config.js");
  const grid = packagesIn(closureOf(gridPackages, root));
  const listed = new Set(rows(html));
  expect(grid.filter(({ name, version, licence }) => !listed.has(`${name} ${version} (${licence})`))).toEqual([]);
  expect(grid.map(({ name }) => name)).toEqual(expect.arrayContaining([...gridPackages, "decimal.js", "localforage"]));
});

test("the Google Sheets build ships nothing else", () => {
  builtSheets();
  const folders = JSON.parse(readFileSync(join(root, ".cache/sheets-packages.json"), "utf8")) as string[];
  const packages = packagesIn(folders.map((folder) => join(root, folder)));
  const listed = new Set(rows(html));
  expect(packages.map(({ name }) => name)).toContain("preact");
  expect(packages.filter(({ name, version, licence }) => !listed.has(`${name} ${version} (${licence})`))).toEqual([]);
}, 600000);

test("the page takes its facts from the manifests and says them", () => {
  for (const said of [facts.permission, facts.excelApi, ...facts.scopes, ...facts.browserKeys]) expect(html).toContain(said);
  expect(html).toContain("https://appsforoffice.microsoft.com");
  expect(html).not.toMatch(/<script|<style|\son\w+=|javascript:/i);
  const [style] = /href="(privacy\.[0-9a-f]{8}\.css)"/.exec(html)!.slice(1);
  expect(readdirSync(built)).toContain(style);
  expect(readFileSync(join(built, "help.html"), "utf8")).toContain('href="privacy.html"');
});

test("texts of one licence stand once", () => {
  const text = noticesOf([of("MIT", "same"), { ...of("MIT", "same"), name: "b" }, { ...of("MIT", "other"), name: "c" }], "own");
  expect(text.match(/^same$/gm)).toHaveLength(1);
  expect(text).toMatch(/a 1 \(MIT\)\nb 1 \(MIT\)/);
});
