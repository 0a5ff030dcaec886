type Typed = string | number | boolean | null;

/** What a cell holds after somebody typed this: "85%" is 0.85, "4,56" is 4.56, "1.000" is left as text. */
export function typed(value: Typed): Typed {
  if (typeof value !== "string") return value;
  const match = /^(\d+)(?:[.,](\d+))?(%?)$/.exec(value.trim());
  if (match === null || match[2]?.length === 3) return value;
  const number = Number(`${match[1]}.${match[2] ?? "0"}`);
  return match[3] === "%" ? Number((number / 100).toPrecision(15)) : number;
}

export const typedInputs = (inputs: Readonly<Record<string, Typed>>): Record<string, Typed> =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, typed(value)]));
