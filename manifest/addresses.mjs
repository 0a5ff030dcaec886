import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pngSize } from "./png.mjs";
import { LONGEST } from "./shape.mjs";
import { all, named } from "./xml.mjs";

/** Every address that the manifest names, with its element and, for an icon, the pixels it must have. */
function addresses(root) {
  const iconSize = { IconUrl: 32, HighResolutionIconUrl: 64 };
  const used = named(root, "bt:Image").filter((one) => one.attributes.resid !== undefined);
  const pixels = (element) =>
    iconSize[element.name] ?? Number(used.find((one) => one.attributes.resid === element.attributes.id)?.attributes.size ?? NaN);
  const settings = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "bt:Image", "bt:Url"];
  const out = [];
  for (const element of all(root).filter((one) => settings.includes(one.name) && one.attributes.resid === undefined)) {
    const size = ["IconUrl", "HighResolutionIconUrl", "bt:Image"].includes(element.name) ? pixels(element) : null;
    out.push({ element, url: element.attributes.DefaultValue ?? "", size });
    for (const child of element.children) out.push({ element: child, url: child.attributes.Value ?? "", size });
  }
  for (const element of named(root, "AppDomain")) out.push({ element, url: element.text.trim(), size: null });
  return out;
}

/** A path without its escapes; as it is where they are broken. */
function plainPath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Tells of addresses that Office could not open, or that lead to no file or the wrong picture. */
export function addressProblems(root, origin, folder, tell) {
  const read = addresses(root);
  const home = origin ?? read.find(({ element }) => element.parent?.name === "DefaultSettings")?.url.replace(/[^/]*$/, "");
  for (const { element, url, size } of read) {
    if (!URL.canParse(url) || url.length > LONGEST.url) {
      tell("url", element, `"${url}" is no whole address`, `write https://, the server and the path, ${LONGEST.url} characters at most`);
      continue;
    }
    if (new URL(url).protocol !== "https:") {
      tell("https", element, `"${url}" is not https`, "Office opens only https; the server needs a certificate");
    } else if (home !== undefined && !`${url}/`.startsWith(home)) {
      tell("origin", element, `"${url}" lies outside ${home}`, "name only files of the built folder");
    } else if (folder !== undefined && home !== undefined && element.name !== "AppDomain") {
      const name = plainPath(new URL(url).pathname.slice(new URL(home).pathname.length));
      const file = join(folder, name);
      if (!existsSync(file) || !statSync(file).isFile()) {
        tell("file", element, `"${name}" is not in the built folder`, "build it, or correct the name");
      } else if (size !== null) {
        const real = pngSize(readFileSync(file));
        const shown = real ? `${real.width} x ${real.height} pixels` : "no PNG";
        if (real?.width !== size || real.height !== size) {
          tell("icon-size", element, `"${name}" is ${shown}`, Number.isNaN(size) ? "say its size where it is used" : `make it ${size} x ${size}`);
        }
      }
    }
  }
}
