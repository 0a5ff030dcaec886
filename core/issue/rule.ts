/**
 * Values between two bounds: ends that belong to it ("from", "to") and ends that do not ("above", "below").
 * `low` and `high` are plain decimals, with "%" where they are percentages; "" where there is no such end.
 */
export interface GapIssue {
  readonly span:
    "all" | "from" | "above" | "to" | "below" | "exactly" | "from-to" | "from-below" | "above-to" | "above-below";
  readonly low: string;
  readonly high: string;
}

/**
 * Problems of the "cách tính điểm" column. Codes that start with `assume-` name something the text does not say and the
 * reading took for granted: the author ticks them. Numbers in parameters are plain decimals ("0.5") or fractions ("1/3").
 */
export interface RuleIssues {
  /** No rule could be read; `fragment` is what was not understood. */
  "rule-unread": { readonly fragment: string };
  /** The table gives no text at all. */
  "rule-empty": Record<never, never>;
  /** Words without their marks ("khong"), or in letters of a font from before Unicode: they could be mistaken. */
  "rule-marks": { readonly marks: "none" | "font" };
  /** Longer than any rule. */
  "rule-too-long": { readonly length: number; readonly most: number };
  /** More than a formula of a sheet can hold: options of one choice, bands of one figure, cells to fill in, amounts in all. */
  "rule-too-large": {
    readonly part: "options" | "bands" | "inputs" | "amounts";
    readonly count: number;
    readonly most: number;
  };
  /** Two branches of the text fit the same case. */
  "rule-contradictory": { readonly first: string; readonly second: string };
  /** Values that no band gives points for. */
  "rule-gap": GapIssue;
  /** "A và B" and "chưa A và chưa B" have points, one of the two alone has none; `words` is the first. */
  "rule-gap-either": { readonly words: string };
  /** Two bands that share a value and give different points for it. */
  "rule-overlap": { readonly first: string; readonly second: string };
  /** The text gives up to `points` where the row allows from `min` to `max`. */
  "rule-points": { readonly points: string; readonly min: string; readonly max: string };

  /** a and b are named, the quotient is not written. */
  "assume-ratio": { readonly over: string; readonly under: string };
  /** No figures are named: a percentage is typed. */
  "assume-share": { readonly label: string };
  /** Several amounts without a word on whether they add up. */
  "assume-sum": { readonly parts: number };
  /** One of several amounts applies. */
  "assume-choice": { readonly options: number };
  /** Options leave out a case at or past a limit ("trước ngày 15", "sau ngày 15"). */
  "assume-gap": { readonly words: string };
  /** Nothing is said about the other cases. */
  "assume-otherwise": { readonly points: string };
  /** "Tỷ lệ" stands without figures, a number of items does. */
  "assume-out-of": { readonly label: string; readonly of: string };
  /** Items listed one by one are counted. */
  "assume-per-item": { readonly label: string; readonly most: string };
  /** "4 lần" is taken as 4 or more; `value` may be a percentage ("4", "92.5%"). */
  "assume-at-least": { readonly value: string };
  /** Words such as "không có" stand for the count 0. */
  "assume-none": { readonly words: string };
  /** Words such as "không có hồ sơ" stand for a denominator that is 0. */
  "assume-waiver": { readonly words: string; readonly figure: string; readonly label: string };
  /** The most that can be earned is not the row's maximum. */
  "assume-points": { readonly points: string; readonly max: string };
  /** Points per item without a limit of their own. */
  "assume-limit": { readonly limit: string };
  /** Points are taken off for each item, and where they start is not said: from `max` down to `least`. */
  "assume-from-maximum": { readonly max: string; readonly least: string };
  /** "Từ 80% trở lên" and "từ 50% trở lên" both hold at 90 %: the nearest bound decides. */
  "assume-nearest": Record<never, never>;
  /** The formula stands beside bands: it is for what they leave out. */
  "assume-rest": { readonly formula: string };
  /** "Điểm tối đa" within a part or a period is that part's. */
  "assume-part-maximum": { readonly points: string };
  /** "Không tính điểm" is 0 points. */
  "assume-no-points": { readonly words: string };
  /** Words that say nothing about points. */
  "assume-note": { readonly fragment: string };
  /** "1.000" is one thousand, "1,250" one and a quarter. */
  "assume-number": { readonly text: string; readonly value: string };
  /** Points come from outside (survey, measurement) and are entered. */
  "assume-direct": { readonly words: string };
}
