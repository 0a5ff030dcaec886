const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { DefinePlugin, sources } = require("webpack");
const HtmlPlugin = require("html-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");
const minimizer = require("./excel-addin/minimizer.cjs");

const read = (path) => readFileSync(join(__dirname, "node_modules", path), "utf8");
/** The drawing engine carries hyphenation tables of 70 languages, half its weight; a sheet does not hyphenate. */
const unhyphenated = (text) => text.replace(/`\{"[^`$\\]{2000,}\}`/g, "`{}`");
const umd = (name, file = "index") => `@univerjs/${name}/lib/umd/${file}.js`;
const presets = ["core", "data-validation", "conditional-formatting", "filter"].map((name) => `preset-sheets-${name}`);
const words = (language) => presets.map((preset) => read(umd(preset, `locales/${language}`)));

/** What the .xlsx library would do with charts, pivots and passwords: none of them ever reaches it, and they are half its weight. */
const unused = Object.fromEntries(
  ["chart-reader", "chart-writer", "pivot-reader", "pivot-writer", "slicer-reader", "crypto/agile", "crypto/cfb"]
    .map((name) => [join(__dirname, "node_modules/hucre/dist/xlsx", `${name}.mjs`), false]),
);

/** The grid's ready-made scripts, in the order in which they need one another. Bundling them anew takes minutes. */
const engineParts = [
  "themes", "protocol", "core", ["core", "facade"], "telemetry", "network", ["network", "facade"], "rpc",
  "engine-render", "engine-formula", ["engine-formula", "facade"], "drawing", ...presets,
];
const engine = {
  "engine.js": engineParts.map((name) => unhyphenated(read(Array.isArray(name) ? umd(...name) : umd(name)))),
  "vi.js": words("vi-VN"),
  "en.js": words("en-US"),
  "engine.css": presets.map((preset) => read(`@univerjs/${preset}/lib/index.css`)),
  "LICENSE.txt": [read("@univerjs/preset-sheets-core/LICENSE")],
};
const joined = (name, parts) => parts.join(name.endsWith(".js") ? ";\n" : "\n");
const files = Object.entries(engine).map(([name, parts]) => [`grid/${name}`, joined(name, parts)]);
const version = createHash("sha256").update(files.map(([, text]) => text).join("\0")).digest("hex").slice(0, 8);

/** Puts the grid's scripts beside ours as they are. */
class GridFiles {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("GridFiles", (compilation) => {
      compilation.hooks.processAssets.tap("GridFiles", () => {
        for (const [name, text] of files) compilation.emitAsset(name, new sources.RawSource(text), { minimized: true });
      });
    });
  }
}

/** Where Microsoft wants office.js to come from. */
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * What the task pane may do: run our scripts and Microsoft's, and fetch and frame nothing but from where office.js comes
 * (it asks there whether a server of Excel on the web is to be trusted). What else office.js would send, its own
 * telemetry, is refused; it works without.
 */
function policy(officeJs) {
  const office = /^https?:/.test(officeJs) ? ` ${new URL(officeJs).origin}` : "";
  return [
    "default-src 'none'", `script-src 'self'${office}`, `connect-src${office || " 'none'"}`, `frame-src${office || " 'none'"}`, "style-src 'self'",
    "img-src 'self' data:", "base-uri 'none'", "form-action 'none'",
  ].join("; ");
}

const page = () =>
  new HtmlPlugin({ template: "./excel-addin/page/index.html", chunks: ["page"], scriptLoading: "defer" });
/** The task pane with office.js from an address, after scripts that stand in for Excel. */
const pane = (filename, officeJs, before = []) =>
  new HtmlPlugin({
    template: "./excel-addin/taskpane/taskpane.html", filename, chunks: ["pane"], scriptLoading: "defer",
    templateParameters: { officeJs, before, policy: policy(officeJs) },
  });

/** @returns {import("webpack").Configuration} */
const bundle = (folder, entry, plugins) => ({
  mode: "production",
  context: __dirname,
  target: ["web", "es2020"],
  entry,
  output: {
    path: folder,
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    publicPath: "auto",
  },
  resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"], alias: unused },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        use: {
          loader: "swc-loader",
          options: {
            jsc: {
              target: "es2020",
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic", importSource: "preact" } },
            },
          },
        },
      },
      // Its parts only define things, though its package does not say so: a file's reader needs nothing of the writer.
      { test: /node_modules\/hucre\//, sideEffects: false },
      { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
    ],
  },
  plugins: [new CssPlugin({ filename: "[name].[contenthash:8].css" }), ...plugins],
  optimization: { splitChunks: false, minimizer: [minimizer()] },
  performance: false,
  stats: "errors-warnings",
});

/**
 * Page and task pane for a web server.
 * @param options.officeJs address of office.js.
 * @param options.double in development, the office.js of a double of Excel and the scripts before it: the task pane
 *   stands over it too, and pages of development are built.
 */
module.exports = ({ folder = join(__dirname, "dist", "web"), officeJs = OFFICE_JS, double } = {}) => {
  const product = bundle(
    folder,
    { page: "./excel-addin/page/page.tsx", pane: "./excel-addin/taskpane/taskpane.tsx" },
    [
      new GridFiles(),
      new DefinePlugin({ GRID_VERSION: JSON.stringify(version) }),
      page(),
      pane("taskpane.html", officeJs),
      ...(double === undefined ? [] : [pane("taskpane-double.html", double.officeJs, double.before)]),
    ],
  );
  if (double === undefined) return [product];
  const conformance = (filename, office, before) =>
    new HtmlPlugin({
      template: "./excel-addin/conformance/conformance.html", filename, scriptLoading: "defer",
      templateParameters: { officeJs: office, before, policy: policy(office) },
    });
  const development = bundle(folder, { conformance: "./excel-addin/conformance/conformance.tsx" }, [
    conformance("conformance.html", officeJs, []),
    conformance("conformance-double.html", double.officeJs, double.before),
  ]);
  return [product, development];
};

module.exports.bundle = bundle;
module.exports.gridVersion = version;
/** The packages that the grid's scripts are the ready-made bundles of. */
module.exports.gridPackages = [...new Set(engineParts.map((name) => `@univerjs/${Array.isArray(name) ? name[0] : name}`))];
module.exports.OFFICE_JS = OFFICE_JS;
