import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { builtFolder, builtPage } from "./kit/browser";

jest.setTimeout(240000);

let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

const script = join(__dirname, "..", "excel-addin", "start.mjs");

interface Started {
  readonly said: Promise<string>;
  readonly ended: Promise<number | null>;
  stop(signal: "SIGTERM" | "SIGINT"): void;
}

function start(env: NodeJS.ProcessEnv): Started {
  const noDesktop = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  const running = spawn(process.execPath, [script], {
    env: { ...process.env, ...noDesktop, ...env }, stdio: ["ignore", "pipe", "pipe"],
  });
  child = running;
  let text = "";
  const said = new Promise<string>((resolve) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString();
      if (/http:\S+|taken/.test(text)) resolve(text);
    };
    running.stdout.on("data", hear);
    running.stderr.on("data", hear);
    running.on("exit", () => resolve(text));
  });
  const ended = new Promise<number | null>((resolve) => running.on("exit", (code) => resolve(code)));
  return { said, ended, stop: (signal) => void running.kill(signal) };
}

beforeAll(() => {
  builtPage();
  builtFolder("stage");
}, 300000);

test.each(["SIGTERM", "SIGINT"] as const)("prints its address, serves the page and stops cleanly on %s", async (signal) => {
  const { said, ended, stop } = start({ PORT: "0" });
  const address = /http:\S+/.exec(await said)![0];
  const page = await fetch(address);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain("Content-Security-Policy");
  // Relative addresses only, so that the folder works below any path; no script in the page itself.
  const links = [...html.matchAll(/(?:src|href)=["']?(?!["']?data:)([^"'\s>]+)/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((link) => /^\/|:/.test(link))).toEqual([]);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect((await fetch(new URL("nothing", address))).status).toBe(404);
  stop(signal);
  expect(await ended).toBe(0);
});

test("answers 400 where an address is none, and serves on", async () => {
  const { said, ended, stop } = start({ PORT: "0" });
  const address = /http:\S+/.exec(await said)![0];
  const port = Number(new URL(address).port);
  for (const path of ["//", "//[", "http://[/"]) {
    const socket = connect(port, "127.0.0.1", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`));
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect([path, answer.toString().split("\r\n")[0]]).toEqual([path, "HTTP/1.1 400 Bad Request"]);
    socket.destroy();
  }
  expect((await fetch(address)).status).toBe(200);
  stop("SIGTERM");
  expect(await ended).toBe(0);
});

test("shows the task pane over a double at ?host=excel, with Microsoft's office.js as its package holds it", async () => {
  const { said, ended, stop } = start({ PORT: "0" });
  const address = /http:\S+/.exec(await said)![0];
  const stage = await (await fetch(new URL("?host=excel", address))).text();
  expect(stage).toContain("stage/stage.js");
  for (const path of ["stage/stage.js", "stage/prelude.js", "taskpane-double.html", "taskpane.html"]) {
    expect([path, (await fetch(new URL(path, address))).status]).toEqual([path, 200]);
  }
  const served = await (await fetch(new URL("office-js/office.js", address))).text();
  expect(served).toBe(readFileSync(join(__dirname, "../node_modules/@microsoft/office-js/dist/office.js"), "utf8"));
  stop("SIGTERM");
  expect(await ended).toBe(0);
});

test("says in words that a port is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => other.once("listening", done));
  const { port } = other.address() as AddressInfo;
  const { said, ended } = start({ PORT: String(port) });
  expect(await said).toContain(`Port ${port} is taken. Choose another: PORT=8080 npm start`);
  expect(await ended).toBe(1);
  other.close();
});
