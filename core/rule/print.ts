import { compare, type Exact, exact, isWhole, less, one, parseExact, zero } from "../number/exact";
import { askedTwice, no, yes } from "./inputs";
import { agrees, extremesOf } from "./read/extremes";
import { decimalText, intervalText, thresholdText } from "./read/interval";
import { quoted } from "./read/quote";
import type { Bound } from "./read/range";
import { reached } from "./read/reached";
import { pointsOf } from "./read/reading";
import { decimalOf, type Scope, shareOf } from "./read/product";
import type { Amount, Choice, Figure, Measure, Relative, Rule, Step, StepScore, Value } from "./rule";

/** Where a line stands: whose maximum its shares are of, and the numbers of the parts around it. */
interface Place {
  readonly scope: Scope;
  readonly path: string;
  /** The maximum in force and the fewest points, where they are known. */
  readonly most: Exact | null;
  readonly least: Exact;
}

const maximum = (scope: Scope): string => (scope === "" ? "điểm tối đa" : `điểm tối đa của ${scope}`);

function amountText(amount: Amount, { scope }: Place): string {
  if ("points" in amount) return `${decimalText(decimalOf(parseExact(amount.points))!)} điểm`;
  const share = parseExact(amount.share);
  if (share.n === 0n) return "0 điểm";
  if (compare(share, one) === 0) return maximum(scope);
  return `${shareOf(share)} × ${maximum(scope)}`;
}

/** Points times a value, which may be 0 points: "0 × điểm tối đa" would not tell what of. */
function scoreText(score: StepScore, value: Value, figures: readonly Figure[], place: Place): string {
  if ("give" in score) return amountText(score.give, place);
  const per = parseExact(score.per);
  const whole = compare(per, one) === 0;
  const named = value.kind === "count" ? (figures[0]?.name ?? "n") : "Tỷ lệ";
  const divisor = whole ? "" : `/${thresholdText(per, value.kind !== "count")}`;
  const each = "share" in score.times ? parseExact(score.times.share) : parseExact(score.times.points);
  const cap =
    score.cap === undefined ? "" : `, ${each.n < 0n ? "không lớn hơn" : "không quá"} ${amountText(score.cap, place)}`;
  const floor = score.floor === undefined ? "" : `, không dưới ${amountText(score.floor, place)}`;
  return `${named}${divisor} × ${amountText(score.times, place)}${cap}${floor}`;
}

const sumText = (terms: readonly string[]): string =>
  terms
    .map((term, k) =>
      term.startsWith("-") ? `${k > 0 ? " - " : "-"}${term.slice(1)}` : `${k > 0 ? " + " : ""}${term}`,
    )
    .join("");

const sideText = (terms: readonly string[]): string =>
  terms.length === 1 && !terms[0]!.startsWith("-") ? terms[0]! : `(${sumText(terms)})`;

const figureText = (name: string, figure: Figure | undefined): string =>
  `${name} = ${quoted(figure?.label ?? "", "define")}${figure?.unit === undefined ? "" : ` (đơn vị tính: ${quoted(figure.unit, "unit")})`}`;

/** The figures to enter, and the value they make. */
function valueLines(value: Value, figures: readonly Figure[]): string[] {
  switch (value.kind) {
    case "share":
      return [figureText("r", figures[0]), "Tỷ lệ = r"];
    case "count": {
      const name = figures[0]?.name ?? "n";
      return [
        figureText(name, figures[0]),
        ...(value.max === undefined ? [] : [`${name} ≤ ${decimalText(value.max)}`]),
      ];
    }
    case "per":
      return [
        ...figures.map((figure) => figureText(figure.name, figure)),
        `Tỷ lệ = ${sideText(value.over)}/${decimalText(value.under)}`,
      ];
    case "ratio":
      return [
        ...figures.map((figure) => figureText(figure.name, figure)),
        `Tỷ lệ = ${sideText(value.over)}/${sideText(value.under)}`,
      ];
  }
}

const boundOf = (step: Step): Bound | null =>
  step.from === null ? null : { at: parseExact(step.from), inclusive: step.inclusive };

function stepLines(rule: Measure, place: Place): string[] {
  const count = rule.value.kind === "count";
  const live = reached(rule.steps, count);
  const open = live[live.length - 1]?.from === null;
  const all = open ? live : [...live, { from: null, inclusive: true, score: { give: { points: "0" } } }];
  const say = (step: Step): string => scoreText(step.score, rule.value, rule.figures, place);
  const steps = all.filter((step, k) => all[k + 1] === undefined || say(step) !== say(all[k + 1]!));
  if (steps.length === 1) return [`Điểm = ${say(steps[0]!)}`];
  return steps.map((step, k) => {
    const above = k === 0 ? null : boundOf(steps[k - 1]!);
    const low = boundOf(step);
    const edge = above === null ? null : { at: above.at, inclusive: !above.inclusive };
    const last = count && edge !== null && low !== null && !edge.inclusive && isWhole(edge.at);
    const high = last ? { at: less(edge.at, one), inclusive: true } : edge;
    const full = !count && above === null && low !== null && compare(low.at, one) === 0;
    return `${full ? "Đạt 100%" : intervalText(low, high, !count)}: ${say(step)}`;
  });
}

function zeroLines(rule: Measure, place: Place): string[] {
  if (rule.value.kind !== "ratio" || rule.zero === "ask") return [];
  const given = { zero: "0 điểm", full: maximum(place.scope), excluded: "không áp dụng tiêu chí" };
  return [`Nếu ${sumText(rule.value.under)} = 0: ${given[rule.zero]}`];
}

const isAllOrNothing = ([first, second]: Choice["options"]): boolean =>
  first?.label === yes &&
  second?.label === no &&
  "share" in first.score &&
  compare(parseExact(first.score.share), one) === 0 &&
  parseExact("share" in second.score ? second.score.share : second.score.points).n === 0n;

function choiceLines(rule: Choice, place: Place): string[] {
  const options = rule.options.map(({ label, meaning, score }) => {
    const plain =
      meaning === undefined
        ? quoted(label, "option")
        : label === yes || label === no
          ? label
          : `“${label.normalize("NFC").replace(/”/g, "””")}”`;
    return `- ${plain}${meaning === undefined ? "" : ` (${quoted(meaning, "meaning")})`}: ${amountText(score, place)}`;
  });
  const question = rule.question === undefined ? [] : [`Câu hỏi: ${quoted(rule.question, "question")}`];
  if (question.length === 0 && rule.options.length === 2 && isAllOrNothing(rule.options)) return options;
  return [...question, `Chọn một:\n${options[0]!}`, ...options.slice(1)];
}

const comparison: Readonly<Record<Relative["to"], Readonly<Record<Relative["better"], string>>>> = {
  best: { high: "giá trị của đơn vị/giá trị cao nhất", low: "giá trị thấp nhất/giá trị của đơn vị" },
  "min-max": {
    high: "(giá trị của đơn vị - giá trị thấp nhất)/(giá trị cao nhất - giá trị thấp nhất)",
    low: "(giá trị cao nhất - giá trị của đơn vị)/(giá trị cao nhất - giá trị thấp nhất)",
  },
};

const pointsText = (points: Exact | null): string => {
  if (points === null) return "không giới hạn";
  const decimal = decimalOf(points);
  return `${decimal === null ? shareOf(points) : decimalText(decimal)} điểm`;
};

/** What the author has confirmed where a text's points do not agree with the maximum in force. */
function confirmation(rule: Rule, { most, least }: Place): string[] {
  if (most === null || agrees(rule, most, least)) return [];
  const { low, high } = extremesOf(rule, most);
  return [`Đã xác nhận điểm cao nhất là ${pointsText(high)}, thấp nhất là ${pointsText(low)}`];
}

const atMostZero = (points: Exact): Exact => (points.n < 0n ? points : zero);

function lines(rule: Rule, place: Place): string[] {
  switch (rule.kind) {
    case "choice":
      return choiceLines(rule, place);
    case "measure":
      return [...valueLines(rule.value, rule.figures), ...stepLines(rule, place), ...zeroLines(rule, place)];
    case "parts": {
      const parts = rule.parts.flatMap((part, k) => {
        const path = `${place.path}${k + 1}`;
        const label = part.label === `Phần ${path}` ? null : quoted(part.label, "part");
        const most =
          place.most === null
            ? "points" in part.share
              ? parseExact(part.share.points)
              : null
            : pointsOf(part.share, place.most);
        const own: Place = { scope: "phần", path: `${path}.`, most, least: most === null ? zero : atMostZero(most) };
        const head = `Phần ${path} (${amountText(part.share, place)}):`;
        const [first, ...inner] = [...confirmation(part.rule, own), ...lines(part.rule, own)];
        return label === null ? [`${head}\n${first!}`, ...inner] : [`${head} ${label}`, first!, ...inner];
      });
      return [`Cộng điểm các phần:\n${parts[0]!}`, ...parts.slice(1)];
    }
    case "repeat": {
      const names = rule.periods.map((name) => quoted(name, "period")).join(", ");
      const most = place.most === null ? null : { n: place.most.n, d: place.most.d * BigInt(rule.periods.length) };
      const [first, ...inner] = lines(rule.rule, {
        ...place,
        scope: "kỳ",
        most: most === null ? null : exact(most.n, most.d),
      });
      return [`Cộng điểm từng kỳ (${names}):\n${first!}`, ...inner];
    }
    case "precondition":
      return [
        `Điều kiện: ${quoted(rule.question, "require")}`,
        `Không đạt điều kiện: ${amountText(rule.otherwise, place)}`,
        ...lines(rule.rule, place),
      ];
    case "waiver": {
      const { when } = rule;
      const label = quoted(rule.label, "waiver");
      const cause =
        "figure" in when
          ? `${when.figure} = 0`
          : when.question === rule.label
            ? "trả lời Có"
            : `trả lời Có cho câu: ${quoted(when.question, "asked")}`;
      return [`Nếu ${label} (${cause}): ${amountText(rule.give, place)}`, ...lines(rule.rule, place)];
    }
    case "relative":
      return [
        ...valueLines(rule.value, rule.figures),
        `Điểm = ${comparison[rule.to][rule.better]} × ${maximum(place.scope)}`,
      ];
    case "direct":
      return [
        rule.label === undefined ? "Chấm điểm trực tiếp" : `Chấm điểm trực tiếp: ${quoted(rule.label, "direct")}`,
      ];
  }
}

/**
 * The canonical Vietnamese text of a rule, a line for each thing it says. Read in a row of these points it gives the rule
 * back without assumptions; `row` is needed only where the rule's points do not agree with them.
 * @throws {RangeError} where the rule asks for two things under one name: no text spells such a rule.
 */
export function printRule(rule: Rule, row?: { readonly max: string; readonly min: string }): string {
  const twice = askedTwice(rule);
  if (twice !== undefined) throw new RangeError(`asked twice: ${twice.name}`);
  const max = row === undefined ? null : parseExact(row.max);
  const least = row === undefined ? zero : parseExact(row.min);
  const most = max !== null && max.n === 0n ? least : max;
  const place: Place = { scope: "", path: "", most, least };
  return `${[...confirmation(rule, place), ...lines(rule, place)].join(";\n")}.`;
}
