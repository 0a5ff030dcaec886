import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = join(__dirname, "..");

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : sources(path);
    return /\.(ts|tsx)$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) => {
    const path = resolve(root, dirname(file), match[1]!);
    return relative(root, path);
  });
}

/** Rooms of the core in order: a file imports from its own room and from what stands earlier. */
const order = [
  "issue", "words", "number", "sheet", "formula", "rule", "rubric", "scoring", "review", "ranking", "form", "check", "proof",
  "app", "panel",
];
const roomOf = (path: string): string => {
  const [, room = ""] = path.split("/");
  return order.includes(room) ? room : "app";
};

/** Only values cross at run time; a type may be named from below. */
function valueImportsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const typeOnly = new Set(
    [...text.matchAll(/(?:import|export) type [^;]*?from\s*"(\.[^"]+)"/gs)].map((match) => match[1]!),
  );
  const valued = new Set(
    [...text.matchAll(/(?:import|export) (?!type )[^;]*?from\s*"(\.[^"]+)"/gs)].map((match) => match[1]!),
  );
  return [...valued]
    .filter((path) => !typeOnly.has(path) || valued.has(path))
    .map((path) => relative(root, resolve(root, dirname(file), path)));
}

const core = sources("core");

test("there is something to check", () => {
  expect(core.length).toBeGreaterThan(40);
});

test.each(core)("%s imports no room above its own", (file) => {
  const own = order.indexOf(roomOf(file));
  const up = valueImportsOf(file).filter((path) => path.startsWith("core/") && order.indexOf(roomOf(path)) > own);
  expect(up).toEqual([]);
});

test("the core imports no host", () => {
  const out = core.flatMap((file) => importsOf(file).filter((path) => !path.startsWith("core/")).map((path) => `${file} -> ${path}`));
  expect(out).toEqual([]);
});

test("nothing in the product imports the tests", () => {
  const product = [...core, ...sources("excel-addin"), ...sources("sheets-addon")];
  const out = product.flatMap((file) => importsOf(file).filter((path) => path.startsWith("test")).map((path) => `${file} -> ${path}`));
  expect(out).toEqual([]);
});

test("the top level holds what the drawing names", () => {
  const allowed =
    /^(excel-addin|sheets-addon|core|manifest|test|package\.json|package-lock\.json|tsconfig[^/]*\.json|webpack\.config\.js|jest\.config\.js|eslint\.config\.mjs|README\.md|LICENSE|\..*|node_modules|dist)$/;
  expect(readdirSync(root).filter((name) => !allowed.test(name))).toEqual([]);
  expect(statSync(join(root, "core")).isDirectory()).toBe(true);
});
