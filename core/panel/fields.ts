/** Lists of a draft that grow and shrink by rows, and what a new row holds. */
export const newRows = {
  options: { label: "", score: "" },
  bands: { from: "", score: "" },
  items: "",
  "settings.bands": { name: "", from: "", inclusive: true },
} as const;

/** A copy of plain data with the field at `path` ("bands.1.from") set; a path that leads nowhere changes nothing. */
export function withField<T>(data: T, path: string, value: string | boolean): T {
  return put(data, path.split("."), value) as T;
}

function put(data: unknown, [first, ...rest]: readonly string[], value: string | boolean): unknown {
  if (first === undefined) return value;
  if (Array.isArray(data)) {
    return data.map((member: unknown, index) => (String(index) === first ? put(member, rest, value) : member));
  }
  if (typeof data !== "object" || data === null || !(first in data)) return data;
  return { ...data, [first]: put((data as Record<string, unknown>)[first], rest, value) };
}
