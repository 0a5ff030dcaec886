import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkManifest } from "../manifest/check.mjs";

jest.setTimeout(240000);

const root = join(__dirname, "..");
const home = mkdtempSync(join(tmpdir(), "home-"));
const certificates = join(home, ".office-addin-dev-certs");
const files = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => join(certificates, name));
let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));
afterAll(() => rmSync(home, { recursive: true }));

/** What `npm start -- --https` says up to an address, or to its end, for a developer whose home is ours. */
function start(): Promise<string> {
  const running = spawn(process.execPath, [join("excel-addin", "start.mjs"), "--https"], {
    cwd: root, env: { ...process.env, HOME: home, USERPROFILE: home, PORT: "0", BROWSER: "none" }, stdio: ["ignore", "pipe", "pipe"],
  });
  child = running;
  let text = "";
  return new Promise((resolve) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString();
      if (text.includes("manifest.xml\n")) resolve(text);
    };
    running.stdout.on("data", hear);
    running.stderr.on("data", hear);
    running.on("exit", () => resolve(text));
  });
}

/** Made by Microsoft's tool without its step that asks for trust. */
function makeCertificates(days: number): void {
  rmSync(certificates, { recursive: true, force: true });
  mkdirSync(certificates);
  const script = `require("office-addin-dev-certs/lib/generate").generateCertificates(...process.argv.slice(1, 4), ${days})`;
  execFileSync(process.execPath, ["-e", script, ...files], { cwd: root, stdio: "pipe" });
}

const fetched = (address: string): Promise<{ response: IncomingMessage; body: Buffer }> =>
  new Promise((resolve, reject) => {
    get(address, { ca: readFileSync(files[0]!) }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ response, body: Buffer.concat(parts) }));
    }).on("error", reject);
  });

test("says what to run where there is no certificate, and where it has expired", async () => {
  expect(await start()).toContain("There is no certificate for https://localhost yet. Run `npx office-addin-dev-certs install`");
  makeCertificates(-1);
  expect(await start()).toContain("The certificate for https://localhost expired on ");
});

test("serves the task pane, the manifest and its icons by https", async () => {
  makeCertificates(2);
  const said = await start();
  expect(said).toContain("Manifest for Excel: dist/dev/manifest.xml");
  const address = /https:\S+/.exec(said)![0];
  const manifest = (await fetched(`${address}manifest.xml`)).body.toString();
  expect(checkManifest(manifest, { origin: "https://localhost:3000/", folder: join(root, "dist", "dev") })).toEqual([]);
  const named = [...new Set([...manifest.matchAll(/https:\/\/localhost:3000\/([^"]+)/g)].map(([, name]) => name!))];
  expect(named).toContain("conformance.html");
  for (const name of named) {
    const { response } = await fetched(address + name);
    expect([name, response.statusCode]).toEqual([name, 200]);
    // Office replaces icons that come with such a header by one of its own.
    expect(response.headers["cache-control"]).toBeUndefined();
  }
});
