// Set-up before `npm start` and `npm test`: packages when they are missing or stale, and, with --tools, the programs
// that the tests drive (Chromium, LibreOffice, Gnumeric).
import "./node.mjs";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules", ".scorebook-lock");
const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  console.error("Installing packages (npm ci)…");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32",
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  writeFileSync(stamp, lock);
}

if (process.argv.includes("--tools")) {
  const tools = [
    { command: "chromium", version: ["--version"], packages: ["chromium"] },
    { command: "soffice", version: ["--version"], packages: ["libreoffice-calc"] },
    { command: "ssconvert", version: ["--version"], packages: ["gnumeric"] },
    { command: "fc-list", version: ["--version"], packages: ["fontconfig", "fonts-dejavu-core", "fonts-liberation"] },
  ];
  const found = (command) => spawnSync("which", [command], { stdio: "ignore" }).status === 0;
  const missing = tools.filter((tool) => !found(tool.command));
  if (missing.length > 0) {
    const packages = missing.flatMap((tool) => tool.packages);
    const apt = ["install", "-y", "--no-install-recommends", ...packages];
    if (process.getuid?.() === 0 && found("apt-get")) {
      console.error(`Installing ${packages.join(", ")} (apt-get)…`);
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      spawnSync("apt-get", ["update"], { stdio: "ignore", env });
      spawnSync("apt-get", apt, { stdio: ["ignore", "ignore", "inherit"], env });
    }
    const still = tools.filter((tool) => !found(tool.command));
    if (still.length > 0) {
      console.error(
        `The tests need ${still.map((tool) => tool.command).join(", ")}. Run: sudo apt-get update && sudo apt-get ${apt.join(" ")}`,
      );
      process.exit(1);
    }
  }
  if (process.env.CI === "true") {
    for (const { command, version } of tools) {
      const said = spawnSync(command, version, { encoding: "utf8" });
      console.log(`${command}: ${(said.stdout + said.stderr).trim().split("\n")[0]}`);
    }
    console.log(`node: ${process.version}, npm: ${execFileSync("npm", ["--version"], { encoding: "utf8" }).trim()}`);
  }
}
