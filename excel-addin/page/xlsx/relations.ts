import { attributesOf } from "./markup";

/** One relation of a part to another. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string;
  /** The path of the other part, or an address where it is outside of the file. */
  readonly target: string;
  readonly outside: boolean;
}

/** The relation that a tag `Relationship` writes, of a part in a folder. */
export function relationOf(written: string, folder: string): Relation {
  const attributes = attributesOf(written);
  const outside = attributes.get("TargetMode") === "External";
  const target = attributes.get("Target") ?? "";
  return {
    id: attributes.get("Id") ?? "",
    type: (attributes.get("Type") ?? "").replace(/^.*\//, ""),
    target: outside ? target : resolved(folder, target),
    outside,
  };
}

/** A target as a path from the root of the file. */
function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = folder.split("/").filter(Boolean);
  for (const step of target.split("/").filter(Boolean)) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Where the relations of a part stand. */
export function relationsPath(path: string): string {
  const folder = folderOf(path);
  return folder === "" ? `_rels/${path}.rels` : `${folder}/_rels/${path.slice(folder.length + 1)}.rels`;
}
