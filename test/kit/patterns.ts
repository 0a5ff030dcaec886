import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** A pattern as it stands in a source, with the first place of it. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

const root = join(__dirname, "..", "..");

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const repeats = (source: string): boolean => /[*+]|\{\d+,\}/.test(source);

/** The patterns written in folders of the repository that repeat something without end, and those put together there. */
export function patternsIn(...folders: readonly string[]): Pattern[] {
  const found = new Map<string, Pattern>();
  const joined = new Map<string, number>();
  for (const path of folders.flatMap((folder) => sources(join(root, folder)))) {
    const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) {
        const [, source = "", flags = ""] = /^\/([^]*)\/([a-z]*)$/.exec(node.text)!;
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        if (repeats(source)) found.set(node.text, { source, flags, place: `${relative(root, path)}:${line + 1}` });
      }
      if (ts.isIdentifier(node) && node.text === "RegExp" && isCalled(node)) joined.set(path, (joined.get(path) ?? 0) + 1);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return [...found.values(), ...joinedIn(joined)];
}

const isCalled = ({ parent }: ts.Identifier): boolean => ts.isNewExpression(parent) || ts.isCallExpression(parent);

/**
 * The patterns that modules put together of pieces while they load; `counts` tells by path how many are written there.
 * @throws where others are made: what a function puts together later, nobody sees here.
 */
function joinedIn(counts: ReadonlyMap<string, number>): Pattern[] {
  const made: Pattern[] = [];
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(_, [source, flags = ""]: [string, string?]) {
      made.push({ source, flags, place: "put together" });
      return new own(source, flags);
    },
  });
  try {
    jest.isolateModules(() => [...counts.keys()].forEach((path) => jest.requireActual<object>(path)));
  } finally {
    globalThis.RegExp = own;
  }
  const expected = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const places = [...counts.keys()].map((path) => relative(root, path)).join(", ");
  if (made.length !== expected) throw new Error(`${made.length} patterns put together while loading, not ${expected}: ${places}`);
  return made.filter(({ source }) => repeats(source));
}

/** Tags of words and of two of them together: closed at once, with an attribute, and never ended. */
const tagsOf = (words: readonly string[]): string[] =>
  [...words, ...words.flatMap((one) => words.map((other) => one + other)), "a"]
    .flatMap((name) => [`<${name}/>`, `<${name} a="1"/>`, `<${name} `]);

/** A run of many signs takes more of them to show what it costs. */
const LONG = 8;

/** What leads up to a run that a pattern may try again and again, what the run repeats, and how much longer it is than others. */
export function runsFor({ source }: Pattern): readonly (readonly [lead: string, repeated: string, longer: number])[] {
  const singles = new Set<string>(["a"]);
  for (const [mark, sample] of [[/\\s|\\n|\[\^/, "\n"], [/\\s| /, " "], [/\\t/, "\t"], [/\\d|0-9|\\w/, "1"], [/A-Z|\\p\{Lu/, "A"]] as const) {
    if (mark.test(source)) singles.add(sample);
  }
  for (const [, code] of source.matchAll(/\\u([0-9a-fA-F]{4})/g)) singles.add(String.fromCharCode(parseInt(code!, 16)));
  for (const sign of source.replace(/\\[pPu](\{[^}]*\}|[0-9a-f]{4})|\\[a-zA-Z]/g, "")) if (sign !== "\\") singles.add(sign);
  const repeated = [...singles].slice(0, 20);
  const words = [...source.matchAll(/\p{L}{2,}(?: \p{L}+)*/gu)].map(([word]) => word);
  const leads = [...new Set(["", ...words.slice(0, 5), "1", "1.1", "a("])];
  const tags = /(?<!\?)</.test(source) ? tagsOf(words.slice(0, 5)) : [];
  const few = repeated.slice(0, 8);
  const pairs = few.flatMap((one) => few.filter((other) => other !== one).map((other) => one + other));
  return [
    ...leads.flatMap((lead) => repeated.map((run) => [lead, run, 1] as const)), ...pairs.map((run) => ["", run, 1] as const),
    ...tags.map((run) => ["", run, LONG] as const),
  ];
}
