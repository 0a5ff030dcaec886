const kinds: Readonly<Record<string, string>> = {
  x: "Ô lựa chọn", p: "Ô điều kiện", w: "Ô trường hợp miễn", r: "Ô tỷ lệ", n: "Ô số lượng", points: "Ô điểm",
};

/** An input by what it asks for; without such words by its letter and the item it belongs to ("2.b"). */
export function named(input: string, label: string): string {
  if (label !== "") return `${label[0]!.toUpperCase()}${label.slice(1)}`;
  const [letter = "", ...path] = input.split(".").reverse();
  const what = kinds[letter] ?? `Số liệu ${letter}`;
  return path.length === 0 ? what : `${what} ở mục ${path.reverse().join(".")}`;
}
