const kinds: Readonly<Record<string, string>> = {
  x: "The choice", p: "The condition", w: "The exception", r: "The share", n: "The count", points: "The points",
};

/** An input by what it asks for; without such words by its letter and the item it belongs to ("2.b"). */
export function named(input: string, label: string): string {
  if (label !== "") return `“${label}”`;
  const [letter = "", ...path] = input.split(".").reverse();
  const what = kinds[letter] ?? `Figure ${letter}`;
  return path.length === 0 ? what : `${what} of item ${path.reverse().join(".")}`;
}
