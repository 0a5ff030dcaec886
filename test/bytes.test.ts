import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import webpack from "webpack";

const [config] = jest.requireActual<() => [webpack.Configuration]>("../webpack.config.js")();
const root = join(__dirname, "..");

/** What every pane downloads before a person has done anything: core and panel, without host, preset and .xlsx part. */
async function panelBytes(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "scorebook-bytes-"));
  const entry = join(folder, "entry.ts");
  writeFileSync(
    entry,
    `import { lazyApp } from ${JSON.stringify(join(root, "core/lazy-app"))};
     import { mountPanel } from ${JSON.stringify(join(root, "core/panel/mount"))};
     globalThis.panel = [mountPanel, lazyApp(async () => (await import(${JSON.stringify(join(root, "core/app"))})).createApp())];`,
  );
  const compiler = webpack({
    ...config, context: root, entry: { panel: entry }, plugins: [],
    output: { path: join(folder, "out"), filename: "panel.js", chunkFilename: "later-[id].js" },
    resolve: { ...config.resolve, modules: [join(root, "node_modules")] },
  });
  await new Promise<void>((done, failed) =>
    compiler.run((error, stats) => (error ?? stats?.hasErrors() ? failed(error ?? new Error(stats!.toString())) : done())),
  );
  const sizes = Object.fromEntries(
    readdirSync(join(folder, "out")).filter((name) => name.endsWith(".js"))
      .map((name) => [name, gzipSync(readFileSync(join(folder, "out", name)), { level: 9 }).length]),
  );
  rmSync(folder, { recursive: true });
  return sizes;
}

test("what every pane downloads at first, script and style, stays within 80 kB", async () => {
  const sizes = await panelBytes();
  const style = gzipSync(readFileSync(join(root, "core/panel/panel.css")), { level: 9 }).length;
  const first = sizes["panel.js"]! + style;
  console.log(`panel, bytes gzipped: ${JSON.stringify({ first, ...sizes, "panel.css": style })}`);
  expect(first).toBeLessThan(80_000);
}, 120_000);
