const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { DefinePlugin, sources } = require("webpack");
const HtmlPlugin = require("html-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");

const read = (path) => readFileSync(join(__dirname, "node_modules", path), "utf8");
/** The drawing engine carries hyphenation tables of 70 languages, half its weight; a sheet does not hyphenate. */
const unhyphenated = (text) => text.replace(/`\{"[^`$\\]{2000,}\}`/g, "`{}`");
const umd = (name, file = "index") => `@univerjs/${name}/lib/umd/${file}.js`;
const presets = ["core", "data-validation", "conditional-formatting", "filter"].map((name) => `preset-sheets-${name}`);
const words = (language) => presets.map((preset) => read(umd(preset, `locales/${language}`)));

/** The grid's ready-made scripts, in the order in which they need one another. Bundling them anew takes minutes. */
const engine = {
  "engine.js": [
    "themes", "protocol", "core", ["core", "facade"], "telemetry", "network", ["network", "facade"], "rpc",
    "engine-render", "engine-formula", ["engine-formula", "facade"], "drawing", ...presets,
  ].map((name) => unhyphenated(read(Array.isArray(name) ? umd(...name) : umd(name)))),
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

/** @type {import("webpack").Configuration} */
module.exports = {
  mode: "production",
  target: ["web", "es2020"],
  entry: { page: "./excel-addin/page/page.tsx" },
  output: {
    path: join(__dirname, "dist", "page"),
    filename: "[name].[contenthash:8].js",
    chunkFilename: "[name].[contenthash:8].js",
    publicPath: "auto",
    clean: true,
  },
  resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"] },
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
      { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
    ],
  },
  plugins: [
    new GridFiles(),
    new DefinePlugin({ GRID_VERSION: JSON.stringify(version) }),
    new CssPlugin({ filename: "[name].[contenthash:8].css" }),
    new HtmlPlugin({ template: "./excel-addin/page/index.html", scriptLoading: "defer" }),
  ],
  optimization: { splitChunks: false },
  performance: false,
  stats: "errors-warnings",
};
