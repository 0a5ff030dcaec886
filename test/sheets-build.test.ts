import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext, Script } from "node:vm";
import { gzipSync } from "node:zlib";
import { parse } from "acorn";
import webpack from "webpack";
import { GoogleBook } from "./double/sheets/google-book";
import { Project } from "./double/sheets/project";
import { builtSheets } from "./sheets-desk";

jest.setTimeout(240000);

const root = join(__dirname, "..");
const dist = join(root, "dist", "sheets");
const files = ["appsscript.json", "code.js", "sidebar.html"];
const doors = ["onOpen", "onInstall", "showSidebar", "rpc"];
let code = "";
let page = "";
beforeAll(() => {
  const built = builtSheets();
  code = built.code;
  page = built.files.get("sidebar")!;
});

test("the folder holds the manifest, one script and one page", () => {
  expect(readdirSync(dist).sort()).toEqual(files);
  const sizes = Object.fromEntries(files.map((name) => {
    const bytes = readFileSync(join(dist, name));
    return [name, { bytes: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length }];
  }));
  console.log(`for Google Sheets: ${JSON.stringify(sizes)}`);
});

test("clasp would push exactly these three", () => {
  const folder = mkdtempSync(join(tmpdir(), "scorebook-clasp-"));
  mkdirSync(join(folder, "dist"));
  cpSync(dist, join(folder, "dist", "sheets"), { recursive: true });
  writeFileSync(join(folder, ".clasp.json"), JSON.stringify({ scriptId: "none", rootDir: "dist/sheets" }));
  const clasp = join(root, "node_modules", "@google", "clasp", "build", "src", "index.js");
  const said = execFileSync(process.execPath, [clasp, "show-file-status", "--json"], {
    cwd: folder, env: { ...process.env, HOME: folder }, encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  const { filesToPush, untrackedFiles } = JSON.parse(said) as Record<string, string[]>;
  expect(filesToPush!.sort()).toEqual(files.map((name) => `dist/sheets/${name}`));
  expect(untrackedFiles).toEqual([]);
});

test("the manifest says what it must and nothing else", () => {
  expect(JSON.parse(readFileSync(join(dist, "appsscript.json"), "utf8"))).toEqual({
    timeZone: "Asia/Ho_Chi_Minh",
    dependencies: {},
    exceptionLogging: "NONE",
    runtimeVersion: "V8",
    oauthScopes: [
      "https://www.googleapis.com/auth/spreadsheets.currentonly", "https://www.googleapis.com/auth/script.container.ui",
    ],
  });
});

test("the script is ES2019, and its functions are those that Google calls", () => {
  const { body } = parse(code, { ecmaVersion: 2019, sourceType: "script" });
  const named = body.flatMap((node) => (node.type === "FunctionDeclaration" ? [node.id.name] : []));
  expect(named).toEqual(doors);
  const rest = body.filter(({ type }) => type !== "FunctionDeclaration");
  expect(rest.map(({ type }) => type)).toEqual(["VariableDeclaration", "ExpressionStatement"]);
});

test("the script loads where there is nothing but the language, and makes no code from text", () => {
  const times = Array.from({ length: 9 }, (_, turn) => {
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    runInContext("for (const name of ['Intl', 'URL', 'WebAssembly', 'Atomics', 'console']) delete globalThis[name]", context);
    const began = performance.now();
    // Another text each time, so that nothing is taken from a cache.
    new Script(`${code}\n/* ${turn} */`).runInContext(context);
    const time = performance.now() - began;
    expect(doors.map((name) => runInContext(`typeof ${name}`, context) as string)).toEqual(doors.map(() => "function"));
    return time;
  });
  console.log(`code.js, cold: ${times.sort((a, b) => a - b)[4]!.toFixed(1)} ms (the middle of 9)`);
});

test("the page is cut nowhere by whoever takes comments out of it, however clumsily", () => {
  const clumsy: readonly RegExp[] = [
    /\/\/.*/g, /\/\*[\s\S]*?\*\//g, /\/\*[\s\S]*/g, /<!--[\s\S]*?-->/g, /<!--[\s\S]*/g, /-->.*/g, /<\?[\s\S]*?(\?>|$)/g,
  ];
  for (const comments of clumsy) expect(page.replace(comments, "").length).toBe(page.length);
  const [, script] = /<script>([\s\S]*)<\/script>/.exec(page)!;
  expect(script).not.toMatch(/<\//);
  parse(script!, { ecmaVersion: 2020, sourceType: "script" });
});

test("the page asks for nothing from elsewhere", () => {
  expect(page.match(/<script\b/g)).toHaveLength(1);
  expect(page.match(/<style\b/g)).toHaveLength(1);
  const [head] = page.split("<style>");
  expect(`${head!}${page.split("</style>")[1]!.split("<script>")[0]!}`).not.toMatch(/\b(src|href)=/);
  expect(page.match(/@import|url\(/g)).toBeNull();
});

test("what stands in the page before its script runs speaks both languages", () => {
  const [, first] = /<div id="sidebar">(.*?)<\/div>/.exec(page)!;
  expect(first).toContain("Đang mở Scorebook…");
  expect(first).toContain('<span lang="en">Opening Scorebook…</span>');
});

describe("what Google calls", () => {
  const project = (language: string): Project => new Project(new GoogleBook(), builtSheets(), { language });

  test.each([["onOpen", "vi", "Mở bảng Scorebook"], ["onInstall", "vi", "Mở bảng Scorebook"], ["onOpen", "fr", "Open Scorebook"]])(
    "%s makes one menu entry as a simple trigger may, for an account in %s", (name, language, caption) => {
      const { menu, shown } = project(language).run(name, [], { mode: "simple" }).world;
      expect(menu).toEqual([{ caption, functionName: "showSidebar" }]);
      expect(shown).toEqual([]);
    });

  test("the entry shows the page", () => {
    const { shown } = project("vi").run("showSidebar").world;
    expect(shown).toEqual([{ kind: "sidebar", title: "Scorebook", html: page }]);
  });

  test("the language that a person chose is spoken next time, whatever their account's", () => {
    const there = project("vi");
    const ask = (call: unknown): unknown => JSON.parse(there.run("rpc", [JSON.stringify(call)]).value as string);
    const spoken = (language: string): object => ({ ok: true, answer: { facts: { language } } });
    expect(ask(["read", []])).toMatchObject(spoken("vi"));
    expect(ask(["speak", "en"])).toEqual({ ok: true, answer: null });
    expect(ask(["read", []])).toMatchObject(spoken("en"));
    expect([there.book.properties.document.size, there.book.properties.script.size, there.book.properties.user.size]).toEqual([0, 0, 1]);
  });

  test.each([["no text that means anything", "{"], ["a call that there is not", JSON.stringify(["erase"])], ["nothing", "null"]])(
    "through the one door nothing is thrown: %s", (_name, text) => {
      const { value } = project("vi").run("rpc", [text]);
      expect(JSON.parse(value as string)).toMatchObject({ ok: false, code: "unknown" });
    });
});

describe("doors", () => {
  const { Doors } = jest.requireActual<{ Doors: new (options: object) => webpack.WebpackPluginInstance }>("../sheets-addon/bundle/plugins");
  const [server] = jest.requireActual<() => [webpack.Configuration]>("../sheets-addon/webpack.config.js")();

  async function faults(names: readonly string[]): Promise<string[]> {
    const path = mkdtempSync(join(tmpdir(), "scorebook-doors-"));
    const compiler = webpack({
      ...server, optimization: { minimize: false }, output: { ...server.output, path },
      plugins: [new Doors({ file: "code.js", library: "Scorebook_", names, notice: "" })],
    });
    const found = await new Promise<string[]>((done, failed) =>
      compiler.run((error, stats) => (stats === undefined ? failed(error!) : done(stats.toJson().errors!.map(({ message }) => message)))));
    rmSync(path, { recursive: true });
    return found;
  }

  test.each([
    ["all of them", doors, 0],
    ["one too few", doors.slice(1), 1],
    ["one that is not there", [...doors, "onEdit"], 1],
  ])("listed: %s", async (_name, names, count) => {
    const found = await faults(names);
    expect(found).toHaveLength(count);
    if (count > 0) expect(found[0]).toMatch(/^The server offers .*; listed are /);
  });
});
