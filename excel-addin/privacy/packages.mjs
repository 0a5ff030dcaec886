// Whose work ships in a build, under which licence, in whose words.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** @typedef {{ name: string, version: string, licence: string, text: string, home: string, folder: string }} Package */

const inPackage = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)(?:[\\/]|$)/;

/** The folders of the packages that files come from. */
export const foldersOf = (files) =>
  new Set(files.flatMap((file) => inPackage.exec(file.split("?")[0])?.[1] ?? []));

/** The files that webpack put into a compilation. */
export function filesOf(compilation) {
  const files = [];
  const take = (module) => {
    const file = module.nameForCondition?.();
    if (file) files.push(file);
    for (const inner of module.modules ?? []) take(inner);
  };
  for (const module of compilation.modules) if (compilation.chunkGraph.getNumberOfModuleChunks(module) > 0) take(module);
  return files;
}

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Where Node finds a package from a folder; null where it is not installed. */
function resolved(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", ...name.split("/"));
    if (existsSync(join(found, "package.json"))) return found;
    if (dirname(folder) === folder) return null;
  }
}

/**
 * The folders of ready-made packages and of all that they say they are made of: a script that was bundled elsewhere does
 * not tell which of it is inside. Types alone never ship.
 */
export function closureOf(names, root) {
  const found = new Set();
  const take = (name, from) => {
    const folder = resolved(name, from);
    if (folder === null) throw new Error(`${name} is part of the grid and not installed`);
    if (found.has(folder)) return;
    found.add(folder);
    for (const part of Object.keys(manifestOf(folder).dependencies ?? {})) {
      if (!part.startsWith("@types/") && part !== "undici-types") take(part, folder);
    }
  };
  for (const name of names) take(name, root);
  return found;
}

const known = [
  ["Apache-2.0", /Apache License\s+Version 2\.0/], ["MIT", /Permission is hereby granted, free of charge, to any person/],
  ["ISC", /Permission to use, copy, modify, and\/or distribute this software/],
];

/** Licences as packages word them, as one text: "MIT OR Apache-2.0". */
function licenceOf({ license, licenses }, text) {
  const said = license ?? licenses;
  const one = (of) => (typeof of === "string" ? of : of?.type ?? "");
  const named = Array.isArray(said) ? said.map(one).join(" OR ") : one(said);
  return named !== "" && !/^see licen/i.test(named) ? named : known.find(([, words]) => words.test(text))?.[0] ?? "";
}

const authorOf = ({ author, name }) => {
  const written = typeof author === "string" ? author : author?.name;
  return (written ?? "").replace(/\s*[<(].*$/s, "") || `the authors of ${name}`;
};

/** What MIT and ISC say, for packages that name their licence and leave its text out. */
const standard = {
  MIT: (by) => `MIT License\n\nCopyright (c) ${by}\n\n${standardWords.MIT}`,
  ISC: (by) => `ISC License\n\nCopyright (c) ${by}\n\n${standardWords.ISC}`,
};
const standardWords = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use,
copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom
the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
};

const textIn = (folder) => {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)([-.].*)?$/i.test(name)).sort();
  return files.map((name) => readFileSync(join(folder, name), "utf8").trim()).join("\n\n");
};

/**
 * The packages in some folders, by name. One that names its licence without its text gets the licence's own words; Apache's
 * are taken from a package beside it.
 * @returns {Package[]}
 */
export function packagesIn(folders) {
  const read = [...folders].map((folder) => {
    const manifest = manifestOf(folder);
    const text = textIn(folder);
    const { name, version, homepage, repository } = manifest;
    const home = homepage ?? (typeof repository === "string" ? repository : repository?.url) ?? "";
    return { name, version, licence: licenceOf(manifest, text), text, home, folder, author: authorOf(manifest) };
  });
  const apache = read.find(({ licence, text }) => licence === "Apache-2.0" && text !== "")?.text ?? "";
  return read
    .map(({ author, ...of }) => ({
      ...of, text: of.text !== "" ? of.text : of.licence === "Apache-2.0" ? apache : standard[of.licence]?.(author) ?? "",
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** Licences that let our users do with the whole what our own lets them. */
const permissive = new Set(["MIT", "MIT-0", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Unlicense", "CC0-1.0", "Zlib", "BlueOak-1.0.0", "Python-2.0"]);

/**
 * Whether a licence expression (SPDX, annex D) leaves a choice of nothing but permissive licences. AND binds before OR;
 * an exception is a licence that is not known here. False where it cannot be read.
 */
export function isPermissive(expression) {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const one = () => {
    const word = words[at++];
    if (word !== "(") return word !== ")" && permissive.has(word) && words[at] !== "WITH";
    const inner = any();
    return words[at++] === ")" && inner;
  };
  const joined = (mark, part) => () => {
    const parts = [part()];
    while (words[at] === mark) {
      at += 1;
      parts.push(part());
    }
    return parts;
  };
  const all = () => joined("AND", one)().every(Boolean);
  const any = () => joined("OR", all)().some(Boolean);
  const fits = any();
  return fits && at === words.length;
}

/** What keeps a package from shipping: its licence is not permissive or not known, or nobody finds its words. */
export function licenceProblems(packages) {
  return packages.flatMap(({ name, version, licence, text }) => {
    return [
      ...(isPermissive(licence) ? [] : [`${name} ${version} ships under "${licence}"`]),
      ...(text === "" ? [`${name} ${version} ships without the words of its licence`] : []),
    ];
  });
}

/** The words of all licences, those of the same words together. */
export function noticesOf(packages, own) {
  const groups = new Map([[own.trim(), ["Scorebook"]]]);
  for (const { name, version, licence, text } of packages) {
    const key = text.replace(/\r\n/g, "\n").trim();
    groups.set(key, [...(groups.get(key) ?? []), `${name} ${version} (${licence})`]);
  }
  const line = "-".repeat(80);
  return `${[...groups].map(([text, names]) => `${names.join("\n")}\n${line}\n\n${text}\n`).join(`\n\n${line}\n`)}`;
}

