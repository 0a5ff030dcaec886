const { parse, tokenizer } = require("acorn");

/** What HtmlService may take for a comment, a template or an end, wherever it stands. */
const TRAPS = /\/\/|\/\*|<\/|<!|<\?|-->/;
const VERSION = 2020;

/** A string literal that spells none of the traps. */
function literal(value) {
  const text = JSON.stringify(value);
  return TRAPS.test(text) ? text.replace(/\//g, "\\x2f").replace(/</g, "\\x3c").replace(/>/g, "\\x3e") : text;
}

/** Direct children of a syntax node, in order. */
function childrenOf(node) {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => value !== null && typeof value === "object" && typeof value.type === "string")
    .sort((a, b) => a.start - b.start);
}

/** The script with every template, and every string and pattern that spells a trap, written otherwise. */
function rewritten(code) {
  const nodesIn = (node) => {
    if (node.type === "TaggedTemplateExpression") throw new Error(`A tagged template at ${node.start} cannot be written as a string.`);
    const pattern = node.type === "Literal" && node.regex !== undefined;
    const string = node.type === "Literal" && typeof node.value === "string";
    const raw = code.slice(Math.max(0, node.start - 1), node.end + 1);
    if (node.type === "TemplateLiteral" || ((pattern || string) && TRAPS.test(raw))) return [node];
    return childrenOf(node).flatMap(nodesIn);
  };
  const show = (node) => {
    if (node.type === "Literal" && node.regex === undefined) return literal(node.value);
    if (node.type === "Literal") return `new RegExp(${literal(node.regex.pattern)},${literal(node.regex.flags)})`;
    const [first, ...rest] = node.quasis.map(({ value }) => value.cooked);
    if (rest.length === 0) return literal(first);
    const parts = node.expressions.flatMap((expression, index) => {
      const text = `(${copy(expression.start, expression.end, nodesIn(expression))})`;
      return rest[index] === "" ? [text] : [text, literal(rest[index])];
    });
    // `concat` turns values into text exactly as a template does.
    return `${literal(first)}.concat(${parts.join(",")})`;
  };
  const copy = (from, to, nodes) => {
    let text = "";
    let at = from;
    for (const node of nodes) {
      text += code.slice(at, node.start) + show(node);
      at = node.end;
    }
    return text + code.slice(at, to);
  };
  return copy(0, code.length, nodesIn(parse(code, { ecmaVersion: VERSION })));
}

/** Whether two pieces of code spell a trap between them, as `<` and `!b` do. */
function meet(before, after) {
  const [left, right] = [before.slice(-2), after.slice(0, 2)];
  return TRAPS.test(left + right) && !TRAPS.test(left) && !TRAPS.test(right);
}

/** The script without comments, and with a blank wherever two signs would spell a trap. */
function spaced(code) {
  const pieces = [];
  let before = "";
  let at = 0;
  for (const token of tokenizer(code, { ecmaVersion: VERSION })) {
    const between = code.slice(at, token.start);
    const own = code.slice(token.start, token.end);
    pieces.push(between.includes("\n") ? "\n" : between !== "" || meet(before, own) ? " " : "", own);
    before = (between === "" ? before.slice(-2) : "") + own;
    at = token.end;
  }
  return pieces.join("");
}

/**
 * A script that HtmlService can neither cut nor take for a template, in whatever way it looks for comments.
 * @throws where something remains that it could.
 */
function hardenScript(code) {
  const hard = spaced(rewritten(code.trim()));
  const left = TRAPS.exec(hard);
  if (left !== null) throw new Error(`The script still holds ${left[0]} at ${left.index}: ${hard.slice(left.index - 40, left.index + 40)}`);
  parse(hard, {
    ecmaVersion: VERSION,
    onToken: ({ type }) => {
      if (type.label === "`") throw new Error("The script still holds a template.");
    },
  });
  return hard;
}

/** A style without comments. */
function hardenStyle(css) {
  const hard = css.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\//g, (piece) => (piece.startsWith("/*") ? "" : piece))
    .replace(/\s*\n\s*/g, "\n").trim();
  const left = TRAPS.exec(hard);
  if (left !== null) throw new Error(`The style still holds ${left[0]}: ${hard.slice(left.index - 40, left.index + 40)}`);
  return hard;
}

/** One page of a template with an empty style and an empty script. */
function inlined(template, script, style) {
  const page = template
    .replace("<style></style>", () => `<style>\n${hardenStyle(style)}\n</style>`)
    .replace("<script></script>", () => `<script>\n${hardenScript(script)}\n</script>`);
  if (page.includes("<?")) throw new Error("The page holds a scriptlet.");
  return page;
}

module.exports = { TRAPS, hardenScript, hardenStyle, inlined };
