// `npm start`: builds the page and the task pane, serves them on this computer, and opens a browser where there is a desktop.
import "../.ci/node.mjs";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { certificate } from "./certificate.mjs";
import { handler } from "./serve.mjs";

/** Excel opens only https pages: `npm start -- --https`. Its manifest names port 3000, so no other is tried then. */
const secure = process.argv.includes("--https");
const asked = process.env.PORT === undefined ? null : Number(process.env.PORT);
const LAST_TRIED = 3020;

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server.address().port));
  });
}

async function freePort(server) {
  if (asked !== null) return listen(server, asked);
  for (let port = 3000; ; port++) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port === LAST_TRIED || secure) throw error;
    }
  }
}

function openBrowser(address) {
  const desktop = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!desktop || process.env.CI || process.env.BROWSER === "none") return;
  const [command, ...args] =
    process.platform === "darwin" ? ["open", address]
    : process.platform === "win32" ? ["cmd", "/c", "start", "", address]
    : ["xdg-open", address];
  spawn(command, args, { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}

try {
  const keys = secure ? certificate() : null;
  const answer = await handler({ log: console.log });
  const server = keys ? createSecureServer(keys, answer) : createServer(answer);
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const address = `${secure ? "https" : "http"}://localhost:${await freePort(server)}/`;
  console.log(`Scorebook: ${address}  (Ctrl+C: stop)`);
  if (secure) console.log("Manifest for Excel: dist/dev/manifest.xml");
  openBrowser(address);
} catch (error) {
  const taken = error.code === "EADDRINUSE";
  // The development manifest names the one port of https.
  const way = secure ? "Stop what uses it: the manifest names this port." : "Choose another: PORT=8080 npm start";
  console.error(taken ? `Port ${error.port} is taken. ${way}` : error.message);
  process.exitCode = 1;
}
