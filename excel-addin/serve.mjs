// What this computer's server answers while Scorebook is developed: the page, the task pane, and at `/?host=excel` the
// task pane over a double of Excel beside the grid, built when it is first asked for.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { build } from "./build.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** A request handler for node's servers. */
export async function handler({ log = () => {} } = {}) {
  const product = sirv(await build("dev", { log }), { etag: true });
  // Microsoft's own files, from the package as it was installed; no build holds them.
  const officeJs = sirv(join(root, "node_modules", "@microsoft", "office-js", "dist"), { etag: true });
  let stage = null;
  const staged = () => (stage ??= build("stage", { log }).then((folder) => sirv(folder, { etag: true })));

  return (request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    const missing = () => {
      response.statusCode = 404;
      response.end("Not found");
    };
    const failed = (error) => {
      stage = null;
      log(error.message);
      response.statusCode = 500;
      response.end(error.message);
    };
    if (!URL.canParse(request.url, "http://localhost")) {
      response.statusCode = 400;
      response.end("Bad request");
      return;
    }
    const url = new URL(request.url, "http://localhost");
    if (url.pathname === "/" && url.searchParams.get("host") === "excel") request.url = "/stage.html";
    if (/^\/stage[./]/.test(request.url)) {
      staged().then((serve) => serve(request, response, missing)).catch(failed);
    } else if (url.pathname.startsWith("/office-js/")) {
      request.url = request.url.slice("/office-js".length);
      officeJs(request, response, missing);
    } else {
      product(request, response, missing);
    }
  };
}
