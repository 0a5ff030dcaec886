// Reads the XML of a manifest: elements, attributes and text, each with its line. No document types, no CDATA.

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/?([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<|[^<]+/g;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export class XmlError extends Error {
  constructor(line, message) {
    super(message);
    this.line = line;
  }
}

function plain(text, line) {
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+)?(;?)/g, (whole, name = "", end) => {
    const code = name.startsWith("#x") ? parseInt(name.slice(2), 16) : name.startsWith("#") ? Number(name.slice(1)) : null;
    const char = code === null ? ENTITIES[name] : String.fromCodePoint(code);
    if (char === undefined || end === "") throw new XmlError(line, `"${whole}" is no character; write &amp; for &`);
    return char;
  });
}

/** For text and attribute values alike. */
export const escaped = (text) => text.replace(/[&<>"]/g, (char) => `&${Object.keys(ENTITIES).find((key) => ENTITIES[key] === char)};`);

/** The root element `{ name, attributes, children, text, line, parent }`. Throws XmlError where the text is not well formed. */
export function readXml(source) {
  const top = { name: "", attributes: {}, children: [], text: "", line: 1, parent: null };
  let at = top;
  let line = 1;
  for (const [token, name, attributes, closed] of source.replace(/^\uFEFF/, "").matchAll(TOKEN)) {
    if (token === "<") throw new XmlError(line, "a tag begins here that does not end, or whose attributes lack quotes");
    if (name === undefined) {
      if (!token.startsWith("<")) at.text += plain(token, line);
    } else if (token.startsWith("</")) {
      if (at.name !== name) throw new XmlError(line, `</${name}> closes <${at.name}> of line ${at.line}`);
      at = at.parent;
    } else {
      const element = { name, attributes: {}, children: [], text: "", line, parent: at };
      for (const [, key, double, single] of attributes.matchAll(ATTRIBUTE)) {
        if (key in element.attributes) throw new XmlError(line, `attribute ${key} stands twice`);
        element.attributes[key] = plain(double ?? single, line);
      }
      at.children.push(element);
      if (closed === "") at = element;
    }
    line += token.split("\n").length - 1;
  }
  if (at !== top) throw new XmlError(at.line, `<${at.name}> is not closed`);
  if (top.children.length !== 1 || top.text.trim() !== "") throw new XmlError(1, "one element must hold everything");
  return { ...top.children[0], parent: null };
}

/** An element and everything inside it, in the order of the text. */
export const all = (element) => [element, ...element.children.flatMap(all)];
export const named = (root, name) => all(root).filter((element) => element.name === name);
