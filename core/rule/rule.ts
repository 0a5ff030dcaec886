import * as z from "zod/mini";
import { askedTwice } from "./inputs";

z.config({ jitless: true });

/** A plain decimal: "0.5", "52", "-1". */
export const Decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
/** A share of the criterion's (or part's) maximum: "1/2", "0", "1". */
export const Share = z.string().check(z.regex(/^-?\d+(\.\d+)?(\/\d+)?$/));

/** Points, given as a share of the maximum ("điểm tối đa", "1/2*điểm tối đa") or outright ("0,5 điểm"). */
export const Amount = z.union([z.strictObject({ share: Share }), z.strictObject({ points: Decimal })]);
export type Amount = z.infer<typeof Amount>;

/** What a step gives: a fixed amount, or the value (divided by `per`, normally 1) times an amount. */
export const StepScore = z.union([
  z.strictObject({ give: Amount }),
  z.strictObject({ times: Amount, per: Decimal, cap: z.optional(Amount), floor: z.optional(Amount) }),
]);
export type StepScore = z.infer<typeof StepScore>;

/** One step: values from `from` on (above it where not inclusive); null is the lowest step. Highest first. */
export const Step = z.strictObject({ from: z.nullable(Decimal), inclusive: z.boolean(), score: StepScore });
export type Step = z.infer<typeof Step>;

/** One figure to enter: its stable name (the text's letter), its label in the text's words, its unit. */
export const Figure = z.strictObject({ name: z.string(), label: z.string(), unit: z.optional(z.string()) });
export type Figure = z.infer<typeof Figure>;

/** How the measured value comes from the figures. Terms are figure names, "-b" to subtract. */
export const Value = z.union([
  z.strictObject({ kind: z.literal("ratio"), over: z.array(z.string()), under: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("per"), over: z.array(z.string()), under: Decimal }),
  /** A share from 0 to 1 typed as it is. */
  z.strictObject({ kind: z.literal("share") }),
  /** A whole number counted by the person. */
  z.strictObject({ kind: z.literal("count"), max: z.optional(Decimal) }),
]);
export type Value = z.infer<typeof Value>;

/** What a ratio with denominator 0 earns, where the text says. `ask` scores nothing and says so. */
export const ZeroPolicy = z.enum(["zero", "full", "excluded", "ask"]);
export type ZeroPolicy = z.infer<typeof ZeroPolicy>;

export interface Choice {
  readonly kind: "choice";
  readonly question?: string | undefined;
  /** `label` is the dropdown's member, `meaning` the text's own words where the label is only Có or Không. */
  readonly options: readonly { readonly label: string; readonly meaning?: string | undefined; readonly score: Amount }[];
}
export interface Measure {
  readonly kind: "measure";
  readonly figures: readonly Figure[];
  readonly value: Value;
  readonly steps: readonly Step[];
  readonly zero: ZeroPolicy;
}
export interface Parts {
  readonly kind: "parts";
  readonly parts: readonly { readonly label: string; readonly share: Amount; readonly rule: Rule }[];
}
export interface Repeat {
  readonly kind: "repeat";
  readonly periods: readonly string[];
  /** Points outright add up over the periods; shares are of the maximum divided by the number of periods. */
  readonly rule: Rule;
}
export interface Precondition {
  readonly kind: "precondition";
  readonly question: string;
  readonly otherwise: Amount;
  readonly rule: Rule;
}
export interface Waiver {
  readonly kind: "waiver";
  /** A figure of the inner rule that is 0 (its full name, "2.b"), or a question answered Có. */
  readonly when: { readonly figure: string } | { readonly question: string };
  /** The text's words for the case ("không có phản ánh kiến nghị"). */
  readonly label: string;
  readonly give: Amount;
  readonly rule: Rule;
}
/** Scored against the other units in a second pass: to the best, or from lowest to highest of the block. */
export interface Relative {
  readonly kind: "relative";
  readonly to: "best" | "min-max";
  readonly better: "high" | "low";
  readonly figures: readonly Figure[];
  readonly value: Value;
}
/** Points entered by hand or brought from outside. Without bounds: the criterion's own. */
export interface Direct {
  readonly kind: "direct";
  readonly label?: string | undefined;
}

export type Rule = Choice | Measure | Parts | Repeat | Precondition | Waiver | Relative | Direct;

const figures = z.array(Figure);
const inner = z.lazy((): z.ZodMiniType<Rule> => Rule);

/** A rule as data, no two inputs of which have one name. See `core/rule/README.md` for the algebra. */
export const Rule: z.ZodMiniType<Rule> = z.union([
  z.strictObject({
    kind: z.literal("choice"),
    question: z.optional(z.string()),
    options: z
      .array(z.strictObject({ label: z.string(), meaning: z.optional(z.string()), score: Amount }))
      .check(z.minLength(2)),
  }),
  z.strictObject({
    kind: z.literal("measure"), figures, value: Value, steps: z.array(Step).check(z.minLength(1)), zero: ZeroPolicy,
  }),
  z.strictObject({
    kind: z.literal("parts"),
    parts: z.array(z.strictObject({ label: z.string(), share: Amount, rule: inner })).check(z.minLength(1)),
  }),
  z.strictObject({ kind: z.literal("repeat"), periods: z.array(z.string()).check(z.minLength(1)), rule: inner }),
  z.strictObject({ kind: z.literal("precondition"), question: z.string(), otherwise: Amount, rule: inner }),
  z.strictObject({
    kind: z.literal("waiver"),
    when: z.union([z.strictObject({ figure: z.string() }), z.strictObject({ question: z.string() })]),
    label: z.string(),
    give: Amount,
    rule: inner,
  }),
  z.strictObject({
    kind: z.literal("relative"), to: z.enum(["best", "min-max"]), better: z.enum(["high", "low"]), figures, value: Value,
  }),
  z.strictObject({ kind: z.literal("direct"), label: z.optional(z.string()) }),
]).check(z.refine<Rule>((rule) => askedTwice(rule) === undefined));
