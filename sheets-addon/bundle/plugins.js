const { readFileSync } = require("node:fs");
const { Compilation, sources } = require("webpack");
const { inlined } = require("./harden");

const last = Compilation.PROCESS_ASSETS_STAGE_REPORT;

/** Runs after everything else has been done to what is built; `assets` are texts by name. */
function afterAll(compiler, name, work) {
  compiler.hooks.thisCompilation.tap(name, (compilation) => {
    compilation.hooks.processAssets.tap({ name, stage: last }, () => {
      const assets = Object.fromEntries(compilation.getAssets().map(({ name, source }) => [name, String(source.source())]));
      work(assets, {
        // What is put late is minimized late, which would undo the hardening, unless it is said to be so already.
        put: (file, text) => compilation.emitAsset(file, new sources.RawSource(text), { minimized: true }),
        replace: (file, text) => compilation.updateAsset(file, new sources.RawSource(text), { minimized: true }),
        drop: (file) => compilation.deleteAsset(file),
      });
    });
  });
}

/** Puts in front of a script one function for each name that Google calls, and fails where the script lacks or has more. */
class Doors {
  constructor({ file, library, names, notice }) {
    Object.assign(this, { file, library, names, notice });
  }

  apply(compiler) {
    const { file, library, names, notice } = this;
    compiler.hooks.thisCompilation.tap("Doors", (compilation) => {
      compilation.hooks.afterOptimizeModules.tap("Doors", () => {
        const [entry] = compilation.entries.values();
        const module = compilation.moduleGraph.getModule(entry.dependencies[0]);
        const has = (compilation.moduleGraph.getProvidedExports(module) || []).slice().sort();
        const wants = names.slice().sort();
        if (has.join() !== wants.join()) {
          compilation.errors.push(new Error(`The server offers ${has.join(", ")}; listed are ${wants.join(", ")}.`));
        }
      });
    });
    afterAll(compiler, "Doors", (assets, { replace }) => {
      const doors = names.map((name) => `function ${name}(){return ${library}.${name}.apply(this,arguments)}`);
      replace(file, [`/*\n${notice}*/`, ...doors, assets[file]].join("\n"));
    });
  }
}

/** Puts the one script and the one style of a build into one page. */
class OnePage {
  constructor({ template, file }) {
    Object.assign(this, { template, file });
  }

  apply(compiler) {
    const { template, file } = this;
    compiler.hooks.thisCompilation.tap("OnePage", (compilation) => compilation.fileDependencies.add(template));
    afterAll(compiler, "OnePage", (assets, { put, drop }) => {
      const of = (end) => Object.keys(assets).filter((name) => name.endsWith(end));
      const [[script, ...more], styles] = [of(".js"), of(".css")];
      if (script === undefined || more.length > 0) throw new Error(`One script was to be built, not ${[script, ...more]}.`);
      put(file, inlined(readFileSync(template, "utf8"), assets[script], styles.map((name) => assets[name]).join("\n")));
      for (const name of Object.keys(assets)) drop(name);
    });
  }
}

/** Puts a file beside what is built as it is. */
class Beside {
  constructor({ from, file }) {
    Object.assign(this, { from, file });
  }

  apply(compiler) {
    const { from, file } = this;
    afterAll(compiler, "Beside", (_assets, { put }) => put(file, readFileSync(from, "utf8")));
  }
}

module.exports = { Beside, Doors, OnePage };
