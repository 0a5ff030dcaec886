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

/** The patterns written in folders of the repository that repeat something without end. */
export function patternsIn(...folders: readonly string[]): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const path of folders.flatMap((folder) => sources(join(root, folder)))) {
    const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) {
        const [, source = "", flags = ""] = /^\/([^]*)\/([a-z]*)$/.exec(node.text)!;
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        if (/[*+]|\{\d+,\}/.test(source)) found.set(node.text, { source, flags, place: `${relative(root, path)}:${line + 1}` });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return [...found.values()];
}

/** What leads up to a run that a pattern may try again and again, and what the run repeats. */
export function runsFor({ source }: Pattern): readonly (readonly [lead: string, repeated: string])[] {
  const singles = new Set<string>(["a"]);
  for (const [mark, sample] of [[/\\s|\\n|\[\^/, "\n"], [/\\s| /, " "], [/\\t/, "\t"], [/\\d|0-9|\\w/, "1"], [/A-Z|\\p\{Lu/, "A"]] as const) {
    if (mark.test(source)) singles.add(sample);
  }
  for (const [, code] of source.matchAll(/\\u([0-9a-fA-F]{4})/g)) singles.add(String.fromCharCode(parseInt(code!, 16)));
  for (const sign of source.replace(/\\[pPu](\{[^}]*\}|[0-9a-f]{4})|\\[a-zA-Z]/g, "")) if (sign !== "\\") singles.add(sign);
  const repeated = [...singles].slice(0, 20);
  const words = [...source.matchAll(/\p{L}{2,}(?: \p{L}+)*/gu)].map(([word]) => word);
  const leads = [...new Set(["", ...words.slice(0, 5), "1", "1.1", "a("])];
  const few = repeated.slice(0, 8);
  const pairs = few.flatMap((one) => few.filter((other) => other !== one).map((other) => one + other));
  return [...leads.flatMap((lead) => repeated.map((run) => [lead, run] as const)), ...pairs.map((run) => ["", run] as const)];
}
