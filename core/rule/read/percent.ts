import { compare, exact, one, over, parseExact, times } from "../../number/exact";
import type { Branch } from "./choice";
import { decimalOf, shareOf } from "./product";
import { unread } from "./reading";
import type { Score } from "./score";

/** The most that a percentage or a maximum is divided by as it is written. */
const mostDivisor = exact(10n);

interface Scored {
  readonly score: Score;
  readonly text: string;
  readonly of?: Branch["of"];
}

/** "Tỷ lệ/90 × điểm tối đa" for "dưới 90%": the number that divides is meant in percent. */
export function inPercent({ score, text, of }: Scored): Pick<Score, "worth" | "per"> | null {
  const { divisor, worth } = score;
  if (divisor === undefined || divisor === null || compare(divisor.number, one) <= 0) return null;
  const part = over(divisor.number, exact(100n));
  const range = of?.ranged?.range;
  const bounds = range?.percent === true ? [range.low, range.high] : [];
  if (bounds.some((bound) => bound !== null && compare(bound.at, part) === 0)) {
    if (divisor.of === "value") return { worth, per: decimalOf(over(parseExact(score.per), exact(100n)))! };
    if ("points" in worth.amount || score.per !== "1") throw unread(text);
    const share = shareOf(times(parseExact(worth.amount.share), divisor.number));
    return { worth: { ...worth, amount: { share } }, per: decimalOf(part)! };
  }
  if (compare(divisor.number, mostDivisor) > 0) throw unread(text);
  return null;
}
