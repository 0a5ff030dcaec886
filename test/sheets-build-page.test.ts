import { runInNewContext } from "node:vm";
import { parse } from "acorn";

const { TRAPS, hardenScript, hardenStyle, inlined } = jest.requireActual<{
  TRAPS: RegExp;
  hardenScript: (code: string) => string;
  hardenStyle: (css: string) => string;
  inlined: (template: string, script: string, style: string) => string;
}>("../sheets-addon/bundle/harden");

/** Scripts whose last value must stay what it is. */
const scripts: readonly (readonly [name: string, code: string])[] = [
  ["an address in a string", `"https://example.vn/a"`],
  ["an address in single quotes", `'https://example.vn/"a"'`],
  ["comment signs in strings", `["/* not */", "<!-- not -->", "</script>", "<?php ?>", "<!DOCTYPE html>"].join()`],
  ["a key", `Object.keys({ "a//b": 1, 'c</d': 2 }).join()`],
  ["a plain template", "`https://x`"],
  ["an empty template", "``.length"],
  ["a template of values", "[null, undefined, 1.5, true, [1, 2]].map((x) => `<${x}//${x}/*`).join()"],
  ["templates in templates", "const a = [1, 2]; `x${a.map((n) => `(${n}${`//${n}`})`).join(`, `)}y`"],
  ["a template that starts with a value", "const a = 1, b = 2; `${a}${b}`"],
  ["a list of expressions in a template", "let i = 0; `${(i++, i)}`"],
  ["an object that is text and number", "const o = { toString: () => 't', valueOf: () => 1 }; `${o}` + o"],
  ["escapes in a template", "`a\\n\\u00e1\\`\\${b}\\\\`"],
  ["a pattern that ends in a slash", `"a/b/c".replace(/\\//g, "-")`],
  ["a pattern of comment signs", `"a/*b".replace(/[/*]+/, "-") + "x<!y".search(/<!/)`],
  ["a pattern that looks back", `"ab".replace(/(?<!a)b/, "-") + "cb".replace(/(?<!a)b/, "-")`],
  ["a pattern after a sign of less", `1 </a/.test("a")`],
  ["less than not", "const b = false; 0<!b"],
  ["one down to", "let n = 3, s = 0; while (n-->0) s += n; s"],
  ["divisions", "let g = 2; 8 / 2 / g"],
  ["Vietnamese", "`“Tổng điểm” ${1}/${2}`"],
  ["half a letter", `"\\ud83d".length + "//\\ud83d".length`],
];

test.each(scripts)("%s means the same and spells no trap", (_name, code) => {
  const hard = hardenScript(code);
  expect(hard).not.toMatch(TRAPS);
  const templates: string[] = [];
  parse(hard, { ecmaVersion: 2020, onToken: ({ type }) => void (type.label === "`" && templates.push(type.label)) });
  expect(templates).toEqual([]);
  expect(runInNewContext(hard)).toEqual(runInNewContext(code));
});

test("comments go", () => expect(hardenScript("1; // one\n/* two */ 2").replace(/\s+/g, " ")).toBe("1; 2"));

test("a tagged template is refused", () => expect(() => hardenScript("String.raw`a`")).toThrow("tagged template"));

test("a style loses comments and nothing else", () => {
  expect(hardenStyle(`a::before { content: "/* kept"; }`.replace("/* kept", "* kept"))).toBe(`a::before { content: "* kept"; }`);
  expect(hardenStyle("/* one */\na { color: red; }\n\n\n/* two\n*/ b { color: blue; }\n")).toBe("a { color: red; }\nb { color: blue; }");
  expect(() => hardenStyle("a { background: url(https://example.vn/a.png); }")).toThrow("//");
});

test("what stands in script and style is not taken for a pattern of the page", () => {
  const page = inlined("<style></style><script></script>", `const a = "$& $1 $\`"; a`, "a { content: '$&'; }");
  expect(page).toContain(`const a = "$& $1 $\`"`);
  expect(page).toContain("content: '$&'");
  expect(() => inlined("<? ?><style></style><script></script>", "1", "")).toThrow("scriptlet");
});
