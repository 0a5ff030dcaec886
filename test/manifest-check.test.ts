import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { DEVELOPMENT_ORIGIN, writeManifest } from "../manifest/build.mjs";
import { checkManifest, problemLine } from "../manifest/check.mjs";
import { EXCEL_API as needed } from "../excel-addin/taskpane/connect";
import { EXCEL_API, ICON_SIZES, IDS } from "../manifest/manifest.mjs";
import { pngOf, pngSize } from "../manifest/png.mjs";
import { KNOWN_SETS } from "../manifest/shape.mjs";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder as a build leaves it before the manifest is written. */
function builtFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "manifest-"));
  folders.push(folder);
  for (const page of ["taskpane.html", "conformance.html"]) writeFileSync(join(folder, page), "<!doctype html>");
  return folder;
}

const folder = builtFolder();
const { file } = writeManifest(folder);
const ours = readFileSync(file, "utf8");
const origin = DEVELOPMENT_ORIGIN;

test("our manifests have nothing to mend", () => {
  expect(checkManifest(ours, { origin, folder })).toEqual([]);
  const other = builtFolder();
  const production = writeManifest(other, { origin: "https://dti.example.gov.vn/scorebook" });
  expect(production).toMatchObject({ origin: "https://dti.example.gov.vn/scorebook/", development: false });
  const text = readFileSync(production.file, "utf8");
  expect(checkManifest(text, { origin: production.origin, folder: other })).toEqual([]);
  expect(text).not.toContain("localhost");
  expect(text).not.toContain("conformance");
  expect(text).toContain(`<Id>${IDS.production}</Id>`);
  expect(ours).toContain(`<Id>${IDS.development}</Id>`);
});

const long = (length: number): string => "x".repeat(length);
const help = /DefaultValue="Biến bảng[^"]*"/;

/** One thing wrong in each: its code, what is replaced, and by what. */
const errors: readonly (readonly [code: string, from: string | RegExp, to: string])[] = [
  ["xml", "</Hosts>", ""],
  ["xml", 'Name="Workbook"', "Name=Workbook"],
  ["xml", "<Id>", "<Id>&nbsp;"],
  ["xml", '<Host Name="Workbook"/>', '<Host Name="Workbook" Name="Workbook"/>'],
  ["root", /OfficeApp/g, "OfficeAddin"],
  ["namespace", "appforoffice/1.1", "appforoffice/1.0"],
  ["namespace", 'taskpaneappversionoverrides"', 'mailappversionoverrides"'],
  ["prefix", /xmlns:xsi="[^"]*"/, ""],
  ["prefix", "officeappbasictypes/1.0", "officeappbasictypes/1.1"],
  ["prefix", 'resid="Start"', 'bb:resid="Start"'],
  ["attribute", "MinVersion=", "MinVersoin="],
  ["attribute", '<Label resid="Name"/>', '<Label resid="Name" id="Label"/>'],
  ["text", "<Hosts>", "<Hosts>Excel"],
  ["missing", /<IconUrl.*\/>/, ""],
  ["type", 'xsi:type="TaskPaneApp"', 'xsi:type="MailApp"'],
  ["type", '"VersionOverridesV1_0"', '"VersionOverridesV1_1"'],
  ["type", 'xsi:type="ShowTaskpane"', ""],
  ["element", "<Supertip>", "<SuperTip/><Supertip>"],
  ["order", /( *<Hosts>\s*<Host Name="Workbook"\/>\s*<\/Hosts>)(\s*<Requirements>[\s\S]*?<\/Requirements>)/, "$2$1"],
  ["order", /(<GetStarted>[\s\S]*<\/GetStarted>)(\s*<ExtensionPoint[\s\S]*<\/ExtensionPoint>)/, "$2$1"],
  ["missing", /<SupportUrl.*\/>/, ""],
  ["missing", /<Supertip>[\s\S]*?<\/Supertip>/, ""],
  ["repeated", "<Permissions>", "<Permissions>ReadWriteDocument</Permissions><Permissions>"],
  ["id", IDS.development, "scorebook"],
  ["version", "<Version>1.0.0.0", "<Version>1.0"],
  ["defaultlocale", "<DefaultLocale>vi-VN", "<DefaultLocale>Vietnamese"],
  ["providername", "<ProviderName>Scorebook", "<ProviderName>"],
  ["permissions", "ReadWriteDocument", "ReadWriteMailbox"],
  ["host", 'Name="Workbook"', 'Name="Document"'],
  ["set", 'Name="ExcelApi"', 'Name="ExelApi"'],
  ["set-version", 'MinVersion="1.14"', 'MinVersion="1.99"'],
  ["set-version", 'MinVersion="1.14"', 'MinVersion="1.0"'],
  ["empty", help, 'DefaultValue=" "'],
  ["long", help, `DefaultValue="${long(251)}"`],
  ["long", 'DefaultValue="Mở Scorebook"', `DefaultValue="${long(126)}"`],
  ["long", /( id="Open\.Help"[\s\S]*?Value=")[^"]*(" *\/>)/, `$1${long(251)}$2`],
  ["override", 'Locale="en-US"', 'Locale="vi-VN"'],
  ["override", 'Locale="en-US"', 'Locale="english"'],
  ["id-long", 'id="Scorebook.Group"', `id="${long(33)}"`],
  ["id-twice", 'id="Scorebook.Group"', 'id="Scorebook.Pane"'],
  ["dangling", 'resid="Start.Help"', 'resid="Start.Hepl"'],
  ["unused", "<bt:ShortStrings>", '<bt:ShortStrings><bt:String id="Old" DefaultValue="Cũ"/>'],
  ["room", '<Description resid="Start.Help"', '<Description resid="Open"'],
  ["icon-lacking", '<bt:Image size="80" resid="Icon.80"/>', ""],
  ["icon-odd", '<bt:Image size="20"', '<bt:Image size="22"'],
  ["url", `DefaultValue="${origin}help.html"`, 'DefaultValue="help.html"'],
  ["url", `${origin}help.html`, `${origin}${long(2048)}`],
  ["https", `DefaultValue="${origin}help.html"`, `DefaultValue="${origin.replace("https", "http")}help.html"`],
  ["origin", `DefaultValue="${origin}help.html"`, 'DefaultValue="https://cdn.example.com/help.html"'],
  ["origin", "<Hosts>", "<AppDomains><AppDomain>https://example.com</AppDomain></AppDomains><Hosts>"],
  ["file", `id="Pane" DefaultValue="${origin}taskpane.html"`, `id="Pane" DefaultValue="${origin}pane.html"`],
  ["file", `id="Pane" DefaultValue="${origin}taskpane.html"`, `id="Pane" DefaultValue="${origin}"`],
  ["file", `id="Pane" DefaultValue="${origin}taskpane.html"`, `id="Pane" DefaultValue="${origin}%taskpane.html"`],
  ["icon-size", `id="Icon.16" DefaultValue="${origin}icons/icon-16.png"`, `id="Icon.16" DefaultValue="${origin}icons/icon-20.png"`],
  ["icon-size", `<IconUrl DefaultValue="${origin}icons/icon-32.png"`, `<IconUrl DefaultValue="${origin}icons/icon-64.png"`],
];

test.each(errors)("finds what is wrong (%s): %s", (code, from, to) => {
  const broken = ours.replace(from, to);
  expect(broken).not.toBe(ours);
  const found = checkManifest(broken, { origin, folder });
  expect(found.map((problem) => problem.code)).toContain(code);
  for (const problem of found) expect(problemLine(problem)).toMatch(/^manifest\.xml:\d+: .+; .+\.$/);
});

test("misses no line that is taken out, unless it may be absent", () => {
  const lines = ours.split("\n");
  const missed = lines.filter((_, at) => checkManifest(lines.filter((__, index) => index !== at).join("\n"), { origin }).length === 0);
  const optional = /^\s*(<\?xml .*|<(bt:)?Override .*|<bt:Image size="(20|24|40|48|64)" .*|<TaskpaneId>.*|<Title resid="Name"\/>|)$/;
  expect(missed.filter((line) => !optional.test(line))).toEqual([]);
  expect(missed.length).toBeLessThan(lines.length / 3);
});

test("breaks down on no text", () => {
  fc.assert(
    fc.property(fc.nat(ours.length), fc.nat(40), fc.string({ maxLength: 8 }), (from, length, put) => {
      const found = checkManifest(ours.slice(0, from) + put + ours.slice(from + length), { origin, folder });
      for (const { line, what, mend } of found) {
        expect(line).toBeGreaterThan(0);
        expect(`${what}${mend}`).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 400, seed: 20261122 },
  );
});

test("names the line of what is wrong", () => {
  const line = ours.split("\n").findIndex((text) => text.includes("<Permissions>")) + 1;
  const found = checkManifest(ours.replace("ReadWriteDocument", "All"), { origin });
  expect(found.map((problem) => problemLine(problem))).toEqual([
    `manifest.xml:${line}: "All" is no permission; write one of Restricted, ReadDocument, ReadAllDocument, WriteDocument, ReadWriteDocument.`,
  ]);
});

test("looks into the built folder", () => {
  const other = builtFolder();
  cpSync(folder, other, { recursive: true });
  rmSync(join(other, "help.html"));
  writeFileSync(join(other, "icons", "icon-24.png"), "no picture");
  writeFileSync(join(other, "icons", "icon-80.png"), pngOf(79, Buffer.alloc(79 * 79 * 4)));
  const found = checkManifest(ours, { origin, folder: other }).map((problem) => `${problem.code}: ${problem.what}`);
  expect(found.sort()).toEqual([
    'file: "help.html" is not in the built folder',
    'file: "help.html" is not in the built folder',
    'icon-size: "icons/icon-24.png" is no PNG',
    'icon-size: "icons/icon-80.png" is 79 x 79 pixels',
  ]);
  // Without a folder the origin is the one of the task pane's page.
  expect(checkManifest(ours)).toEqual([]);
});

test("writes no manifest that the check refuses", () => {
  const other = builtFolder();
  rmSync(join(other, "taskpane.html"));
  expect(() => writeManifest(other)).toThrow('"taskpane.html" is not in the built folder');
  expect(() => readFileSync(join(other, "manifest.xml"))).toThrow("ENOENT");
  expect(() => writeManifest(folder, { id: "tỉnh" })).toThrow('"tỉnh" is no GUID');
  expect(() => writeManifest(folder, { version: "2" })).toThrow('"2" is no version of four numbers');
});

test.each([
  ["dti.gov.vn", "is no address"],
  ["http://dti.gov.vn/", "is not https"],
  ["https://dti.gov.vn/?a=1", "holds more than a server and a path"],
  ["https://a:b@dti.gov.vn/", "holds more than a server and a path"],
])("refuses the origin %s", (asked, words) => {
  expect(() => writeManifest(folder, { origin: asked })).toThrow(words);
});

test("takes a province's own id and version", () => {
  const other = builtFolder();
  const id = "7d0f3f36-52c0-4f0f-9f60-3b5a1f0f7c11";
  const text = readFileSync(writeManifest(other, { origin: "https://dti.gov.vn", id, version: "1.2.0.0" }).file, "utf8");
  expect(text).toContain(`<Id>${id}</Id>`);
  expect(text).toContain("<Version>1.2.0.0</Version>");
});

test("keeps markup in an origin harmless", () => {
  const other = builtFolder();
  const { origin: odd } = writeManifest(other, { origin: "https://dti.gov.vn/a&b'\"<c>/" });
  expect(checkManifest(readFileSync(join(other, "manifest.xml"), "utf8"), { origin: odd, folder: other })).toEqual([]);
});

test("draws every icon at its size", () => {
  for (const size of ICON_SIZES) {
    const bytes = readFileSync(join(folder, "icons", `icon-${size}.png`));
    expect(pngSize(bytes)).toEqual({ width: size, height: size });
  }
});

test("asks for the set that the task pane needs", () => {
  expect(EXCEL_API).toBe(needed);
  expect(ours).toContain(`MinVersion="${needed}"`);
});

test("knows the requirement sets that the type definitions name", () => {
  const types = readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8");
  const versions = [...types.matchAll(/Api set: ExcelApi (\d+)\.(\d+)/g)].map(([, major, minor]) => Number(major) * 1000 + Number(minor));
  const highest = Math.max(...versions);
  expect(KNOWN_SETS.ExcelApi).toBe(`${Math.floor(highest / 1000)}.${highest % 1000}`);
});
