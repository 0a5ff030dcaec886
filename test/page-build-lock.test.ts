import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

jest.setTimeout(60000);

const script = pathToFileURL(join(__dirname, "..", "excel-addin", "build-lock.mjs")).href;
let folder: string;
let lock: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scorebook-lock-"));
  lock = join(folder, "web-build.lock");
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** A process that takes the lock, says whom it waits for, and lets go when its input ends. */
function holder(): { child: ChildProcess; said: () => string; until: (words: string) => Promise<void> } {
  const program = `
    import { lockBuild } from ${JSON.stringify(script)};
    const unlock = await lockBuild(${JSON.stringify(lock)}, (pid) => console.log("waits for " + pid));
    console.log("holds");
    process.stdin.on("end", () => { console.log("lets go"); unlock(); }).resume();
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    child.emit("heard");
  });
  const until = async (words: string): Promise<void> => {
    while (!text.includes(words)) await once(child, "heard");
  };
  return { child, said: () => text, until };
}

test("waits for one that lives, and says for whom", async () => {
  const first = holder();
  await first.until("holds");
  const second = holder();
  await second.until("waits");
  expect(second.said()).toBe(`waits for ${first.child.pid}\n`);
  first.child.stdin!.end();
  await second.until("holds");
  expect(second.said()).toBe(`waits for ${first.child.pid}\nholds\n`);
  second.child.stdin!.end();
  await once(second.child, "exit");
  expect(readdirSync(folder)).toEqual([]);
});

test.each(["SIGINT", "SIGKILL"] as const)("does not wait for one that %s ended", async (signal) => {
  const first = holder();
  await first.until("holds");
  first.child.kill(signal);
  await once(first.child, "exit");
  expect(existsSync(lock)).toBe(true);
  const second = holder();
  await second.until("holds");
  expect(second.said()).toBe("holds\n");
});

test("takes an empty lock, and one of a process whose number is its own now", async () => {
  mkdirSync(lock);
  const first = holder();
  await first.until("holds");
  first.child.stdin!.end();
  await once(first.child, "exit");
  const program = `
    import { mkdirSync, writeFileSync } from "node:fs";
    import { lockBuild } from ${JSON.stringify(script)};
    mkdirSync(${JSON.stringify(lock)});
    writeFileSync(${JSON.stringify(lock)} + "/" + process.pid + "-0", "");
    (await lockBuild(${JSON.stringify(lock)}, () => process.exit(1)))();
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "inherit" });
  children.push(child);
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("of many that find a dead one's lock, one at a time holds it", async () => {
  const dead = holder();
  await dead.until("holds");
  dead.child.kill("SIGKILL");
  await once(dead.child, "exit");
  const log = join(folder, "log");
  const go = join(folder, "go");
  writeFileSync(log, "");
  const program = `
    import { appendFileSync, existsSync } from "node:fs";
    import { lockBuild } from ${JSON.stringify(script)};
    while (!existsSync(${JSON.stringify(go)})) await new Promise((resolve) => setTimeout(resolve, 1));
    for (let k = 0; k < 3; k++) {
      const unlock = await lockBuild(${JSON.stringify(lock)});
      appendFileSync(${JSON.stringify(log)}, "in " + process.pid + "\\n");
      await new Promise((resolve) => setTimeout(resolve, 5));
      appendFileSync(${JSON.stringify(log)}, "out " + process.pid + "\\n");
      unlock();
    }
  `;
  const many = Array.from({ length: 8 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "inherit" }),
  );
  children.push(...many);
  const ended = many.map((child) => once(child, "exit"));
  appendFileSync(go, "");
  expect(await Promise.all(ended)).toEqual(many.map(() => [0, null]));
  const lines = readFileSync(log, "utf8").trim().split("\n");
  expect(lines).toHaveLength(8 * 3 * 2);
  for (let k = 0; k < lines.length; k += 2) expect(lines[k + 1]).toBe(lines[k]!.replace("in", "out"));
  expect(readdirSync(folder).sort()).toEqual(["go", "log"]);
});
