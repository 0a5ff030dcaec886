/** @type {import("jest").Config} */
module.exports = {
  rootDir: __dirname,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "\\.m?[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic", importSource: "preact" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: ["/node_modules/(?!(zod|preact|hucre|@ironcalc)/)"],
  setupFiles: ["<rootDir>/test/kit/words.ts"],
  testTimeout: 60000,
  // Names of the realm are looked up through it each time they are met: handed to each module, loops take a tenth less.
  sandboxInjectedGlobals: ["Math", "Number", "Array", "Object", "String", "Map", "Set", "JSON", "Symbol", "Error"],
  // Half of the tests wait for a browser or a spreadsheet program.
  maxWorkers: "100%",
};
