import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeManifest } from "../manifest/build.mjs";
import { IDS } from "../manifest/manifest.mjs";

const root = join(__dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "manifest-"));
for (const page of ["taskpane.html", "conformance.html"]) writeFileSync(join(folder, page), "");
const { file } = writeManifest(folder);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs node with every connection refused; one that is tried ends the run. */
const guard = join(folder, "offline.cjs");
writeFileSync(guard, `
  const refuse = () => { console.error("the network was asked for"); process.exit(9); };
  require("net").Socket.prototype.connect = refuse;
  require("dns").lookup = refuse;
`);
const offline = (...args: string[]): string =>
  execFileSync(process.execPath, ["--require", guard, ...args], { cwd: root, encoding: "utf8", stdio: "pipe" });

test("the guard ends a run that asks for the network", () => {
  expect(() => offline("-e", 'fetch("https://example.com/").catch(() => {})')).toThrow("the network was asked for");
});

test("Microsoft's reader reads our manifest as we mean it", () => {
  const script = `require("office-addin-manifest").OfficeAddinManifest.readManifestFile(process.argv[1]).then((info) =>
    console.log(JSON.stringify({ ...info, defaultSettings: { ...info.defaultSettings } })))`;
  expect(JSON.parse(offline("-e", script, file))).toMatchObject({
    id: IDS.development,
    officeAppType: "TaskPaneApp",
    version: "1.0.0.0",
    defaultLocale: "vi-VN",
    displayName: "Scorebook (phát triển)",
    hosts: ["Workbook"],
    permissions: "ReadWriteDocument",
    supportUrl: "https://localhost:3000/help.html",
    iconUrl: "https://localhost:3000/icons/icon-32.png",
    highResolutionIconUrl: "https://localhost:3000/icons/icon-64.png",
    defaultSettings: { sourceLocation: "https://localhost:3000/taskpane.html" },
  });
});

test("its command prints what it read, and its telemetry is off", () => {
  const said = offline("node_modules/office-addin-manifest/cli.js", "info", file);
  expect(said).toContain(`Id: ${IDS.development}`);
  const script = `const { usageDataObject } = require("office-addin-manifest/lib/defaults");
    usageDataObject.reportSuccess("x"); usageDataObject.reportException("x", new Error("x"));
    usageDataObject.reportEvent("x", {}).then(() => console.log(usageDataObject.isUsageDataOn()));`;
  expect(offline("-e", script).trim()).toBe("false");
});
