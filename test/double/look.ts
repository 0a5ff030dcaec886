import { tidyStyle } from "../../core/sheet/apply";
import type { Style } from "../../core/sheet/workbook";

/** A look with each edge by itself (`border` of a Style is all four), and what a Style does not tell. */
export type Look = Omit<Style, "border"> & {
  readonly edges?: number;
  readonly edgeColor?: string;
  readonly font?: string;
};

export const edge = { top: 1, right: 2, bottom: 4, left: 8, all: 15 } as const;

/** A thing without some of its fields. */
export function lacking<T extends object, K extends keyof T>(thing: T, ...names: readonly K[]): Omit<T, K> {
  const left: Partial<T> = { ...thing };
  for (const name of names) delete left[name];
  return left as Omit<T, K>;
}

const looks = new WeakMap<Style, Look>();
const styles = new WeakMap<Look, Style>();

export function lookOf(style: Style): Look {
  const known = looks.get(style);
  if (known !== undefined) return known;
  const { border, ...rest } = tidyStyle(style);
  const look: Look = border === "thin" ? { ...rest, edges: edge.all } : rest;
  looks.set(style, look);
  return look;
}

export function styleOf(look: Look): Style {
  const known = styles.get(look);
  if (known !== undefined) return known;
  const rest = lacking(look, "edges", "edgeColor", "font");
  const style = tidyStyle({ ...rest, ...(look.edges === edge.all ? { border: "thin" as const } : {}) });
  styles.set(look, style);
  return style;
}

/** A look without what says no more than the default does, or undefined where nothing is left. */
export function tidyLook(look: Look): Look | undefined {
  const { edges = 0 } = look;
  const tidy: Look = { ...tidyStyle(lacking(look, "edges")), ...(edges === 0 ? {} : { edges }) };
  return Object.keys(tidy).length === 0 ? undefined : tidy;
}
