import { indicatorsHome, indicatorsKey } from "../form/indicators-layout";
import { rankingHome } from "../form/ranking-layout";
import type { Indicator } from "../ranking/indicator";
import { plainText } from "../ranking/unit-list";
import type { Criterion } from "../rubric/rubric";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import type { RankingWords } from "../words/ranking-words";
import { rankingWords } from "../words/sheets";
import { field } from "./told";

/** A ranking sheet as it was found: its fields' columns by keys and heads, its units' rows by code. */
export interface RankingPlace {
  readonly sheet: SheetSnapshot;
  readonly words: RankingWords;
  readonly columns: ReadonlyMap<string, number>;
  /** By the code in lower case. */
  readonly rows: ReadonlyMap<string, number>;
}

const spelt = (value: CellValue | undefined): string => (typeof value === "string" ? value.normalize("NFC") : "");

function rowsBelow(sheet: SheetSnapshot, head: number, column: number): Map<string, number> {
  const rows = new Map<string, number>();
  sheet.values.forEach((cut, row) => {
    const code = row > head ? plainText(cut[column]).toLowerCase() : "";
    if (code !== "" && !rows.has(code)) rows.set(code, row);
  });
  return rows;
}

/** Of both languages the one whose heads are found more often. */
function spoken(heads: readonly (CellValue | undefined)[], wanted: (words: RankingWords) => readonly string[]): RankingWords {
  const texts = new Set(heads.map(spelt));
  const [vi, en] = (["vi", "en"] as const).map(rankingWords);
  const found = (words: RankingWords): number => wanted(words).filter((head) => texts.has(head.normalize("NFC"))).length;
  return found(en!) > found(vi!) ? en! : vi!;
}

/** Sheet `Chỉ số`; null where the workbook has none. */
export function pointsPlace(
  snapshot: Snapshot, indicators: readonly Indicator[], criteria: readonly Criterion[],
): RankingPlace | null {
  const { sheet } = indicatorsHome(snapshot);
  const keys = (sheet?.values[0] ?? []).map(spelt);
  const code = keys.indexOf(indicatorsKey.code);
  if (sheet === null || code < 0) return null;
  const head = sheet.values.findIndex((row, at) => at > 0 && plainText(row[code]) !== "");
  if (head < 0) return null;
  const heads = sheet.values[head]!;
  const words = spoken(heads, ({ points }) => Object.values(points.heads));
  const columns = new Map<string, number>();
  const put = (name: string, column: number): void => void (column >= 0 && columns.set(name, column));
  for (const { id } of indicators) put(field.points(id), keys.indexOf(indicatorsKey.points(id).normalize("NFC")));
  for (const { id } of criteria) put(field.criterion(id), keys.indexOf(indicatorsKey.criterion(id).normalize("NFC")));
  put("max", keys.indexOf(indicatorsKey.max));
  for (const name of ["total", "percent", "band"] as const) {
    const said = words.points.heads[name].normalize("NFC");
    put(name, heads.findIndex((text, column) => (keys[column] ?? "") === "" && spelt(text) === said));
  }
  return { sheet, words, columns, rows: rowsBelow(sheet, head, code) };
}

/** Sheet `Xếp hạng`; null where the workbook has none. */
export function ranksPlace(snapshot: Snapshot, indicators: readonly Indicator[]): RankingPlace | null {
  const { sheet } = rankingHome(snapshot);
  if (sheet === null) return null;
  const wanted = ({ points, ranks }: RankingWords): string[] => [points.heads.code, ...Object.values(ranks.heads)];
  const head = sheet.values.findIndex((row) => {
    const texts = new Set(row.map(spelt));
    return (["vi", "en"] as const).some((language) => {
      const { points, ranks } = rankingWords(language);
      return [points.heads.code, ranks.heads.rank, ranks.heads.points].every((text) => texts.has(text.normalize("NFC")));
    });
  });
  if (head < 0) return null;
  const heads = sheet.values[head]!;
  const words = spoken(heads, wanted);
  const texts = heads.map(spelt);
  const columns = new Map<string, number>();
  // Indicators may be called alike: each has the next column under that head.
  const used = new Set<number>();
  const put = (name: string, text: string): void => {
    const column = texts.findIndex((own, at) => own === text.normalize("NFC") && !used.has(at));
    if (column < 0) return;
    used.add(column);
    columns.set(name, column);
  };
  const { heads: said } = words.ranks;
  put("total", said.points);
  for (const name of ["max", "percent", "band", "rank", "overall", "previousRank", "rankDelta", "totalDelta"] as const) {
    put(name, said[name]);
  }
  for (const { id, label } of indicators) put(field.rank(id), words.ranks.rankBy(label));
  return { sheet, words, columns, rows: rowsBelow(sheet, head, texts.indexOf(words.points.heads.code.normalize("NFC"))) };
}
