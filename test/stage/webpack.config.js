const { join } = require("node:path");
const { DefinePlugin } = require("webpack");
const HtmlPlugin = require("html-webpack-plugin");
const { bundle, gridVersion } = require("../../webpack.config.js");

/** The page that shows the task pane over a double of Excel, and what goes before the pane's office.js. */
module.exports = ({ folder }) => {
  const stage = bundle(folder, { stage: "./test/stage/stage.tsx", prelude: "./test/stage/prelude.ts" }, [
    new DefinePlugin({ GRID_VERSION: JSON.stringify(gridVersion) }),
    new HtmlPlugin({
      template: join(__dirname, "stage.html"), filename: "stage.html", chunks: ["stage"], publicPath: "", scriptLoading: "defer",
    }),
  ]);
  // Nobody downloads it.
  return { ...stage, optimization: { minimize: false }, output: { ...stage.output, filename: "stage/[name].js", chunkFilename: "stage/[name].js" } };
};
