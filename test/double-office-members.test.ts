import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const bundle = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8");
const excelOnly = bundle.slice(bundle.indexOf("Excel.Session = Session;"));

interface Members {
  /** By name on the wire: whether it can be set. */
  readonly scalars: ReadonlyMap<string, boolean>;
  readonly objects: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
}

/** What one class of Excel's proxies can ask for, as Microsoft's build says. */
function membersOf(name: string): Members {
  const from = excelOnly.indexOf(`var ${name} = (function (_super) {`);
  const to = excelOnly.indexOf(`Excel.${name} = ${name};`, from);
  if (from < 0 || to < 0) throw new Error(`Microsoft's build has no class ${name}`);
  const text = excelOnly.slice(from, to);
  const listOf = (property: string): string[] => {
    const found = new RegExp(`"${property}", \\{\\s*get: function \\(\\) \\{\\s*return \\[([^\\]]*)\\]`).exec(text);
    return (found?.[1] ?? "").split(",").map((part) => part.trim().replace(/"/g, "")).filter((part) => part !== "");
  };
  const names = listOf("_scalarPropertyOriginalNames");
  const updateable = listOf("_scalarPropertyUpdateable");
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);
  return {
    scalars: new Map(names.map((each, i) => [each, updateable[i] === "true"])),
    objects: new Set(all(/_createPropertyObject\(Excel\.\w+, this, "(\w+)"/g)),
    methods: new Set(all(/(?:_invokeMethod|_createMethodObject|_createAndInstantiateMethodObject)\((?:Excel\.\w+, )?this, "(\w+)"/g)),
  };
}

const folder = join(__dirname, "double", "office");
interface Ours {
  readonly kind: string;
  readonly getters: readonly string[];
  readonly setters: readonly string[];
  readonly methods: readonly string[];
}

const ours: readonly Ours[] = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), "utf8").split(/^(?=(?:export )?(?:abstract )?class )/m).flatMap((text): Ours[] => {
    const kind = /readonly kind = "(\w+)"/.exec(text)?.[1];
    if (kind === undefined) return [];
    const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);
    return [{
      kind, getters: all(/^ {2}get (_?[A-Z]\w*)\(/gm), setters: all(/^ {2}set (_?[A-Z]\w*)\(/gm), methods: all(/^ {2}(_?[A-Z]\w*)\(/gm),
    }];
  }));

test("there are classes to check", () => {
  expect(ours.length).toBeGreaterThan(25);
  expect(membersOf("Range").methods.size).toBeGreaterThan(60);
  expect(ours.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["Range", "Worksheet", "DataValidation"]));
});

test.each(ours.map((one) => [one.kind, one] as const))("%s has no member that Excel's proxies never ask for", (kind, { getters, setters, methods }) => {
  const theirs = membersOf(kind);
  const odd = [
    ...getters.filter((name) => !theirs.scalars.has(name) && !theirs.objects.has(name)),
    ...setters.filter((name) => theirs.scalars.get(name) !== true).map((name) => `${name} to set`),
    ...methods.filter((name) => !theirs.methods.has(name)).map((name) => `${name}()`),
  ];
  expect(odd).toEqual([]);
});

test.each(ours.map((one) => [one.kind, one] as const))("%s can be set where it can be read and Excel allows it", (kind, { getters, setters }) => {
  const { scalars } = membersOf(kind);
  // Where the double knows one state alone, setting another would have to be refused anyway.
  const fixed = ["DecimalSeparator", "ThousandsSeparator", "UseSystemSeparators", "StandardWidth", "State", "ThreeColorScale", "Priority"];
  expect(getters.filter((name) => scalars.get(name) === true && !setters.includes(name) && !fixed.includes(name))).toEqual([]);
});
