import type { Branch } from "./choice";
import { unread } from "./reading";
import type { Of } from "./saying";
import { bareEnds, type Token } from "./token";
import { keysOf } from "./words";

/** Words of a unit by which a written number stands for more, or less, than itself: "1 triệu lượt". */
const scaling = new Set(["chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "%", "‰"]);
const averaged = ["trung bình", "bình quân"];
const graded = ["tỷ lệ", "chỉ số", "mức độ", "hệ số", "điểm"];

const has = (key: string, phrase: string): boolean => ` ${key} `.includes(` ${phrase} `);

/** Whether words name what has values between whole numbers: "mức độ hài lòng", "thời gian trung bình". */
function isGraded(words: readonly Token[]): boolean {
  const key = keysOf(bareEnds(words)).replace(/^(tổng số|tổng|số lượng) /, "số ");
  if (averaged.some((phrase) => has(key, phrase))) return true;
  // "Số chỉ số đã hoàn thành" counts them; "số điểm" may still be 4,5.
  if (key.startsWith("số ") && !key.startsWith("số điểm")) return has(key, "tỷ lệ");
  return graded.some((phrase) => has(key, phrase));
}

/** Refuses what a count of whole things cannot hold: fractions, shares, grades, averages, numbers in thousands. */
export function onlyWhole(branches: readonly Branch[], subject: readonly Token[], define: Of<"define"> | undefined): void {
  if (define !== undefined && isGraded(define.label)) throw unread(define.text);
  for (const { of, text } of branches) {
    const { ranged, each } = of;
    if (each !== undefined && (isGraded(each) || each.some((token) => scaling.has(token.key)))) throw unread(text);
    if (each === undefined && ranged === null) continue;
    if (isGraded(subject)) throw unread(text);
    if (ranged === null) continue;
    const { low, high } = ranged.range;
    const unit = keysOf(bareEnds(ranged.unit));
    if (
      // A letter that is defined, and is no grade, counts: 20,5 then stands between 20 and 21.
      (define === undefined && [low, high].some((bound) => bound !== null && bound.at.d !== 1n)) ||
      isGraded(ranged.before) ||
      ranged.unit.some((token) => scaling.has(token.key)) ||
      averaged.some((phrase) => has(unit, phrase)) ||
      has(unit, "điểm")
    )
      throw unread(text);
  }
}
