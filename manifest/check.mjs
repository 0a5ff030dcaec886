// Checks a manifest without the network, beyond what Microsoft's schema can say.
// On its own: node manifest/check.mjs manifest.xml [folder of the built pages]
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { addressProblems } from "./addresses.mjs";
import {
  ATTRIBUTES, KNOWN_SETS, LONGEST, PERMISSIONS, POSSIBLE_ICONS, PREFIXES, REQUIRED_ICONS, ROOM_OF, SHAPE, TEXTUAL,
} from "./shape.mjs";
import { XmlError, all, named, readXml } from "./xml.mjs";

const NAMESPACES = {
  OfficeApp: "http://schemas.microsoft.com/office/appforoffice/1.1",
  VersionOverrides: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
};
const TYPES = {
  OfficeApp: ["TaskPaneApp"], VersionOverrides: ["VersionOverridesV1_0"], ExtensionPoint: ["PrimaryCommandSurface"],
  Control: ["Button"], Action: ["ShowTaskpane"],
};
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LOCALE = /^[a-z]{2,3}-[A-Z]{2}$/;
const VERSION = /^\d{1,5}(\.\d{1,5}){3}$/;

const lineage = (element) => (element.parent ? [...lineage(element.parent), element.name] : [element.name]);
const within = (element, name) => lineage(element).includes(name);
/** Which of two versions of a requirement set is the later: positive where the first is. */
const compared = (a, b) => {
  const [left, right] = [a, b].map((text) => text.split(".").map(Number));
  return left[0] - right[0] || left[1] - right[1];
};

function shapeOf(element) {
  const path = lineage(element);
  const endings = path.map((_, index) => path.slice(index).join(">"));
  return SHAPE[endings.find((ending) => ending in SHAPE)] ?? [];
}

function shapeProblems(element, tell) {
  const shape = shapeOf(element).map((entry) => ({ name: entry.replace(/[?+*]$/, ""), times: /[?+*]$/.exec(entry)?.[0] ?? "1" }));
  let reached = 0;
  for (const child of element.children) {
    const place = shape.findIndex((entry) => entry.name === child.name);
    if (place < 0) {
      tell("element", child, `<${child.name}> is not known inside <${element.name}>`, "remove it, or check its spelling");
    } else if (place < reached) {
      tell("order", child, `<${child.name}> comes too late inside <${element.name}>`, `the order is: ${shape.map((e) => e.name).join(", ")}`);
    }
    reached = Math.max(reached, place);
  }
  for (const { name, times } of shape) {
    const count = element.children.filter((child) => child.name === name).length;
    if (count === 0 && (times === "1" || times === "+")) {
      tell("missing", element, `<${element.name}> lacks <${name}>`, "add it");
    }
    if (count > 1 && (times === "1" || times === "?")) {
      tell("repeated", element, `<${element.name}> holds <${name}> ${count} times`, "keep one");
    }
  }
  for (const child of element.children) shapeProblems(child, tell);
}

/** Prefixes, attributes and text, element by element. */
function wordProblems(root, tell) {
  for (const element of all(root)) {
    const { name, attributes, text } = element;
    for (const prefix of [name, ...Object.keys(attributes)].filter((one) => one.includes(":")).map((one) => one.split(":")[0])) {
      if (prefix === "xmlns") continue;
      const declared = root.attributes[`xmlns:${prefix}`];
      if (PREFIXES[prefix] === undefined || declared !== PREFIXES[prefix]) {
        const mend = PREFIXES[prefix] ? `write xmlns:${prefix}="${PREFIXES[prefix]}" in <OfficeApp>` : "remove it";
        tell("prefix", element, `"${prefix}:" stands for ${declared ?? "nothing"}`, mend);
      }
    }
    const known = ATTRIBUTES[name.replace(/^bt:/, "")] ?? ["resid"];
    for (const key of Object.keys(attributes)) {
      if (!known.includes(key) && !/^xmlns(:|$)/.test(key)) {
        tell("attribute", element, `<${name}> knows no attribute ${key}`, `it has ${known.join(", ")}`);
      }
    }
    if (text.trim() !== "" && !TEXTUAL.includes(name)) tell("text", element, `<${name}> holds "${text.trim()}"`, "remove the text");
  }
}

function headProblems(root, tell) {
  for (const [name, space] of Object.entries(NAMESPACES)) {
    for (const element of named(root, name)) {
      if (element.attributes.xmlns !== space) tell("namespace", element, `the namespace of <${name}> is not ${space}`, "write it in xmlns");
    }
  }
  for (const [name, types] of Object.entries(TYPES)) {
    for (const element of named(root, name)) {
      const type = element.attributes["xsi:type"];
      if (!types.includes(type)) tell("type", element, `<${name}> is of type "${type ?? ""}"`, `write xsi:type="${types.join('" or "')}"`);
    }
  }
  const text = (name, fits, say, mend) => {
    for (const element of root.children.filter((child) => child.name === name)) {
      if (!fits(element.text.trim())) tell(name.toLowerCase(), element, `"${element.text.trim()}" ${say}`, mend);
    }
  };
  text("Id", (id) => GUID.test(id), "is no GUID", "write 8-4-4-4-12 digits and letters a to f; --id takes one of your own");
  text("Version", (version) => VERSION.test(version), "is no version of four numbers", "write it like 1.0.0.0");
  text("DefaultLocale", (locale) => LOCALE.test(locale), "is no language and country", "write it like vi-VN");
  text("ProviderName", (name) => name !== "" && name.length <= LONGEST.short, "is empty or too long", "write 1 to 125 characters");
  text("Permissions", (name) => PERMISSIONS.includes(name), "is no permission", `write one of ${PERMISSIONS.join(", ")}`);
  for (const host of named(root, "Host")) {
    const name = host.attributes.Name ?? host.attributes["xsi:type"];
    if (name !== "Workbook") tell("host", host, `"${name ?? ""}" is not Excel`, "write Workbook");
  }
  for (const set of named(root, "Set")) {
    const known = KNOWN_SETS[set.attributes.Name];
    const asked = set.attributes.MinVersion ?? set.parent.attributes.DefaultMinVersion ?? "1.1";
    if (known === undefined) {
      tell("set", set, `requirement set "${set.attributes.Name ?? ""}" is not known`, `write one of ${Object.keys(KNOWN_SETS).join(", ")}`);
    } else if (!/^\d+\.\d+$/.test(asked) || compared(asked, known) > 0 || compared(asked, "1.1") < 0) {
      tell("set-version", set, `${set.attributes.Name} ${asked} does not exist`, `write 1.1 to ${known}, or no Excel will offer the add-in`);
    }
  }
}

function textProblems(root, tell) {
  const fallback = root.children.find((child) => child.name === "DefaultLocale")?.text.trim();
  const limit = (element) =>
    within(element, "bt:LongStrings") || element.name === "Description" ? LONGEST.long : LONGEST.short;
  for (const element of all(root).filter((one) => one.name === "bt:String" || ["DisplayName", "Description"].includes(one.name) && !one.attributes.resid)) {
    const overrides = element.children.filter((child) => child.name.endsWith("Override"));
    for (const [holder, value] of [[element, element.attributes.DefaultValue], ...overrides.map((child) => [child, child.attributes.Value])]) {
      const length = (value ?? "").trim().length;
      if (length === 0) tell("empty", holder, `<${element.name}> has no text`, "write DefaultValue, and Value in an override");
      if (length > limit(element)) {
        tell("long", holder, `the text has ${length} characters`, `shorten it to ${limit(element)} at most`);
      }
    }
  }
  for (const element of all(root)) {
    const locales = element.children.filter((child) => child.name.endsWith("Override")).map((child) => child.attributes.Locale ?? "");
    locales.forEach((locale, index) => {
      if (!LOCALE.test(locale) || locale === fallback || locales.indexOf(locale) !== index) {
        tell("override", element, `an override for "${locale}"`, `name another language than ${fallback}, once, like en-US`);
      }
    });
  }
}

function resourceProblems(root, tell) {
  const resources = all(root).filter((element) => element.attributes.id !== undefined && within(element, "Resources"));
  const used = new Set();
  for (const element of all(root).filter((one) => one.attributes.id !== undefined)) {
    const { id } = element.attributes;
    if (id.length > LONGEST.id || id === "") tell("id-long", element, `the id "${id}" has ${id.length} characters`, `write 1 to ${LONGEST.id}`);
    const twin = all(root).find((one) => one.attributes.id === id && one !== element && one.line < element.line);
    if (twin) tell("id-twice", element, `the id "${id}" stands on line ${twin.line} already`, "give each its own");
  }
  for (const element of all(root).filter((one) => one.attributes.resid !== undefined)) {
    const { resid } = element.attributes;
    const room = ROOM_OF[element.name];
    const found = resources.find((one) => one.attributes.id === resid);
    used.add(resid);
    if (room === undefined) continue;
    if (!found) tell("dangling", element, `resid "${resid}" names nothing in <Resources>`, `add it to <${room}>, or correct the name`);
    else if (found.parent.name !== room) tell("room", element, `resid "${resid}" stands in <${found.parent.name}>`, `move it to <${room}>`);
  }
  for (const element of resources.filter((one) => !used.has(one.attributes.id))) {
    tell("unused", element, `"${element.attributes.id}" is used nowhere`, "remove it, or use it");
  }
  for (const icon of named(root, "Icon")) {
    const sizes = icon.children.map((child) => Number(child.attributes.size));
    const lacking = REQUIRED_ICONS.filter((size) => !sizes.includes(size));
    const odd = sizes.filter((size, index) => !POSSIBLE_ICONS.includes(size) || sizes.indexOf(size) !== index);
    if (lacking.length > 0) tell("icon-lacking", icon, `the icon lacks ${lacking.join(", ")} pixels`, "add a <bt:Image> of each size");
    if (odd.length > 0) tell("icon-odd", icon, `the icon has ${odd.join(", ")} pixels`, `take ${POSSIBLE_ICONS.join(", ")}, each once`);
  }
}

/**
 * What is wrong with a manifest's text: `{ code, line, what, mend }`, in the order of the lines; empty where nothing is.
 * `origin` (ending in a slash) is where every address must lie, by default the folder of the task pane's page; with
 * `folder` the files and the icons' pixels are looked at too.
 */
export function checkManifest(text, { origin, folder } = {}) {
  const problems = [];
  const tell = (code, { line }, what, mend) => problems.push({ code, line, what, mend });
  let root;
  try {
    root = readXml(text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return [{ code: "xml", line: error.line, what: error.message, mend: "close and quote every tag" }];
  }
  if (root.name !== "OfficeApp") return [{ code: "root", line: root.line, what: `<${root.name}> is no manifest`, mend: "begin with <OfficeApp>" }];
  shapeProblems(root, tell);
  wordProblems(root, tell);
  headProblems(root, tell);
  textProblems(root, tell);
  resourceProblems(root, tell);
  addressProblems(root, origin, folder, tell);
  return problems.sort((a, b) => a.line - b.line);
}

/** A problem as a line of text: where, what, how to mend. */
export const problemLine = ({ line, what, mend }, file = "manifest.xml") => `${file}:${line}: ${what}; ${mend}.`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, folder = file && dirname(file)] = process.argv.slice(2);
  if (!file || !existsSync(file)) {
    console.error("node manifest/check.mjs <manifest.xml> [folder of the built pages]");
    process.exitCode = 2;
  } else {
    const problems = checkManifest(readFileSync(file, "utf8"), { folder });
    for (const problem of problems) console.error(problemLine(problem, file));
    console.log(problems.length === 0 ? `${file}: nothing wrong was found.` : `${file}: ${problems.length} to mend.`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  }
}
