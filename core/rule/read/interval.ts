import type { GapIssue } from "../../issue/rule";
import { compare, type Exact, exact, times } from "../../number/exact";
import { withoutTail } from "../../number/tail";
import type { Bound } from "./range";
import { decimalOf } from "./product";

/** A plain decimal as the canonical text writes it: decimal comma, never three places (which could be thousands). */
export function decimalText(plain: string): string {
  const [whole = "0", part = ""] = plain.split(".");
  const decimals = withoutTail(part, /0/);
  if (decimals === "") return whole;
  return `${whole},${decimals.length === 3 ? `${decimals}0` : decimals}`;
}

/** A threshold: "75%", "52". */
export function thresholdText(value: Exact, percent: boolean): string {
  const text = decimalText(decimalOf(percent ? times(value, exact(100n)) : value) ?? "0");
  return percent ? `${text}%` : text;
}

/** A threshold as data: "75%", "92.5%", "52". */
export function plainText(value: Exact, percent: boolean): string {
  return `${decimalOf(percent ? times(value, exact(100n)) : value) ?? "0"}${percent ? "%" : ""}`;
}

/** The values between two bounds as data: see `intervalText`. */
export function gapOf(low: Bound | null, high: Bound | null, percent: boolean): GapIssue {
  const ends = { low: low === null ? "" : plainText(low.at, percent), high: high === null ? "" : plainText(high.at, percent) };
  if (low === null && high === null) return { span: "all", ...ends };
  if (low === null) return { span: high!.inclusive ? "to" : "below", ...ends };
  const start = low.inclusive ? "from" : "above";
  if (high === null) return { span: start, ...ends };
  if (low.inclusive && high.inclusive && compare(low.at, high.at) === 0) return { span: "exactly", ...ends };
  return { span: `${start}-${high.inclusive ? "to" : "below"}`, ...ends };
}

/** The values between two bounds: "Từ 90% đến dưới 100%". Null bounds are open ends; both null is every value. */
export function intervalText(low: Bound | null, high: Bound | null, percent: boolean): string {
  const say = (bound: Bound): string => thresholdText(bound.at, percent);
  if (low === null && high === null) return "Mọi giá trị";
  if (low === null) return high!.inclusive ? `Từ ${say(high!)} trở xuống` : `Dưới ${say(high!)}`;
  if (high === null) return low.inclusive ? `Từ ${say(low)} trở lên` : `Trên ${say(low)}`;
  if (low.inclusive && high.inclusive && compare(low.at, high.at) === 0) return `Đúng ${say(low)}`;
  return `${low.inclusive ? "Từ" : "Trên"} ${say(low)} đến ${high.inclusive ? "" : "dưới "}${say(high)}`;
}
