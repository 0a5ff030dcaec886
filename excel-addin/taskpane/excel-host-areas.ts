import type { Area } from "../../core/sheet/address";
import type { Style } from "../../core/sheet/workbook";

/**
 * Rectangles that cover the cells of a grid which have a key, each rectangle with one key; cells with `undefined` stay
 * out. Grown to the right first, then down.
 */
export function rectangles<K>(
  rows: number, columns: number, keyOf: (row: number, column: number) => K | undefined,
): { area: Area; key: K }[] {
  const taken = new Uint8Array(rows * columns);
  const found: { area: Area; key: K }[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column] === 1) continue;
      const key = keyOf(row, column);
      if (key === undefined) continue;
      const free = (i: number, j: number): boolean => taken[i * columns + j] === 0 && keyOf(i, j) === key;
      let right = column + 1;
      while (right < columns && free(row, right)) right++;
      let low = row + 1;
      const whole = (i: number): boolean => {
        for (let j = column; j < right; j++) if (!free(i, j)) return false;
        return true;
      };
      while (low < rows && whole(low)) low++;
      for (let i = row; i < low; i++) taken.fill(1, i * columns + column, i * columns + right);
      found.push({ area: { row, column, rows: low - row, columns: right - column }, key });
    }
  }
  return found;
}

/** Fields that Excel sets together: one that would undo another stands with it. */
const together: readonly (readonly (keyof Style)[])[] = [
  ["border"], ["wrap"], ["vertical"], ["align", "indent"], ["fill"], ["locked"], ["format"],
  ["bold"], ["italic"], ["underline"], ["size"], ["color"],
];

interface Laid {
  readonly area: Area;
  readonly style: Style;
}

/** Looks laid over each other, as the fewest areas: each with what is set in all of its cells. In no order. */
export function flatStyles(styles: readonly Laid[]): { area: Area; style: Style }[] {
  if (styles.length === 0) return [];
  const top = Math.min(...styles.map(({ area }) => area.row));
  const left = Math.min(...styles.map(({ area }) => area.column));
  const rows = Math.max(...styles.map(({ area }) => area.row + area.rows)) - top;
  const columns = Math.max(...styles.map(({ area }) => area.column + area.columns)) - left;
  const found = new Map<string, { area: Area; style: Style }>();
  for (const fields of together) {
    const concerned = styles.filter(({ style }) => fields.some((field) => style[field] !== undefined));
    if (concerned.length === 0) continue;
    // 0 is nothing set; each other number stands for one combination of the fields.
    const cells = new Uint16Array(rows * columns);
    const parts: Style[] = [{}];
    const numbers = new Map<string, number>([["{}", 0]]);
    const numberOf = (part: Style): number => {
      const key = JSON.stringify(fields.map((field) => part[field] ?? null));
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = parts.push(part) - 1));
      return number;
    };
    for (const { area, style } of concerned) {
      const set = Object.fromEntries(
        fields.flatMap((field) => (style[field] === undefined ? [] : [[field, style[field]]])),
      ) as Style;
      const over = new Map<number, number>();
      for (let i = area.row - top; i < area.row - top + area.rows; i++) {
        for (let j = area.column - left; j < area.column - left + area.columns; j++) {
          const under = cells[i * columns + j]!;
          let next = over.get(under);
          if (next === undefined) over.set(under, (next = numberOf({ ...parts[under], ...set })));
          cells[i * columns + j] = next;
        }
      }
    }
    for (const { area, key } of rectangles(rows, columns, (i, j) => cells[i * columns + j] || undefined)) {
      const place = { ...area, row: area.row + top, column: area.column + left };
      const name = `${place.row},${place.column},${place.rows},${place.columns}`;
      const known = found.get(name);
      found.set(name, { area: place, style: { ...known?.style, ...parts[key] } });
    }
  }
  return [...found.values()];
}

/** Neighbours with the same content joined: `first` and `count` of each run. */
export function runs<T extends object>(
  list: readonly T[], indexOf: (item: T) => number, sameAs: (item: T) => string,
): { first: number; count: number; item: T }[] {
  const last = new Map<number, T>();
  for (const item of list) last.set(indexOf(item), { ...last.get(indexOf(item)), ...item });
  const found: { first: number; count: number; item: T }[] = [];
  for (const [index, item] of [...last].sort(([a], [b]) => a - b)) {
    const before = found[found.length - 1];
    const joins = before !== undefined && before.first + before.count === index && sameAs(before.item) === sameAs(item);
    if (joins) before.count++;
    else found.push({ first: index, count: 1, item });
  }
  return found;
}
