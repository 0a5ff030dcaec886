import { parseExact } from "../../core/number/exact";
import type { Entry, Unit } from "../../core/ranking/unit";

/** An entry in few words: block, points (null for none), own maximum, points of indicators "1", "2", … */
export function entry(
  code: string, block: string, total: string | null, max = "100",
  more: { ranked?: boolean; previous?: Unit["previous"]; indicators?: readonly (string | null)[]; of?: readonly string[] } = {},
): Entry {
  const { ranked = true, previous, indicators = [], of = [] } = more;
  return {
    unit: { code, name: `Đơn vị ${code}`, block, ranked, ...(previous === undefined ? {} : { previous }) },
    total: total === null ? null : parseExact(total),
    max: parseExact(max),
    indicators: new Map(
      indicators.map((points, at) => [
        String(at + 1),
        { points: points === null ? null : parseExact(points), max: parseExact(of[at] ?? "10") },
      ]),
    ),
  };
}
