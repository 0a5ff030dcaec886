const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const CssPlugin = require("mini-css-extract-plugin");
const minimizer = require("../excel-addin/minimizer.cjs");
const { Beside, Doors, OnePage } = require("./bundle/plugins");

const root = join(__dirname, "..");
const library = "Scorebook_";

/** What Google calls by name: on opening, on installing, from the menu, from the sidebar. */
const doors = ["onOpen", "onInstall", "showSidebar", "rpc"];
/** In development, from the menu too: asks a real Google Sheets what no document settles. */
const developmentDoors = [...doors, "compareWithGoogle"];

/** Others' work in the sidebar, with the words that its licence wants to be kept. */
const notice = () =>
  ["Scorebook", "preact", "zod"]
    .map((name) => {
      const path = name === "Scorebook" ? join(root, "LICENSE") : join(root, "node_modules", name, "LICENSE");
      return `${name}\n\n${readFileSync(path, "utf8").trim()}\n`;
    })
    .join("\n");

const scripts = (target) => ({
  test: /\.tsx?$/,
  use: {
    loader: "swc-loader",
    options: {
      jsc: {
        target,
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic", importSource: "preact" } },
      },
    },
  },
});

const common = {
  mode: "production",
  context: root,
  devtool: false,
  resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"] },
  optimization: { splitChunks: false, minimizer: [minimizer()] },
  performance: false,
  stats: "errors-warnings",
};

/**
 * What `clasp push` takes: the manifest, one script, one page.
 * @param options.development with a menu entry that compares Google Sheets with what is thought of it.
 * @returns {import("webpack").Configuration[]}
 */
module.exports = ({ folder = join(root, "dist", "sheets"), development = false } = {}) => [
  {
    ...common,
    name: "server",
    // What runs on Google's servers knows no newer syntax for sure.
    target: ["es2019"],
    entry: { code: `./sheets-addon/${development ? "conformance" : "server"}/code.ts` },
    output: {
      path: folder, filename: "[name].js", library: { name: library, type: "var" },
      chunkFormat: false, chunkLoading: false, wasmLoading: false,
    },
    module: { rules: [scripts("es2019")] },
    plugins: [
      new Doors({ file: "code.js", library, names: development ? developmentDoors : doors, notice: notice() }),
      new Beside({ from: join(__dirname, "appsscript.json"), file: "appsscript.json" }),
    ],
  },
  {
    ...common,
    name: "sidebar",
    target: ["web", "es2020"],
    entry: { sidebar: "./sheets-addon/sidebar/sidebar.tsx" },
    output: { path: folder, filename: "[name].js", publicPath: "", chunkFormat: false, chunkLoading: false, wasmLoading: false },
    module: {
      // One page: nothing can be loaded later.
      parser: { javascript: { dynamicImportMode: "eager" } },
      rules: [scripts("es2020"), { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] }],
    },
    plugins: [
      new CssPlugin({ filename: "[name].css" }),
      new OnePage({ template: join(__dirname, "sidebar", "sidebar.html"), file: "sidebar.html" }),
    ],
  },
];
