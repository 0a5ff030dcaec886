import * as z from "zod/mini";
import { Decimal, Rule } from "../rule/rule";
import { settingChoices } from "./rubric";

/** A band of the total (xếp loại): values from `from` on, above it where not inclusive. Highest first. */
export const Band = z.strictObject({ name: z.string(), from: Decimal, inclusive: z.boolean() });
export type Band = z.infer<typeof Band>;

/** Where points are rounded: at each criterion (the default), only at the total, or nowhere (10 decimals). */
export const RoundAt = z.enum(settingChoices.roundAt);
export type RoundAt = z.infer<typeof RoundAt>;

/** A row that sums its children: pillar, group or indicator. `max` is the maximum its row declares. */
export const Group = z.strictObject({
  kind: z.literal("group"),
  id: z.string(),
  code: z.string(),
  name: z.string(),
  parent: z.nullable(z.string()),
  max: z.nullable(Decimal),
  /** False where the decision says "không tính điểm": shown, filled in, never counted. */
  scored: z.boolean(),
  /** Bonus and deduction groups: the sum is held between these points. */
  cap: z.optional(z.strictObject({ min: Decimal, max: Decimal })),
});
export type Group = z.infer<typeof Group>;

/** A row that earns points (tiêu chí). */
export const Criterion = z.strictObject({
  kind: z.literal("criterion"),
  /** Stable over changes of the rubric; not the code, which may stand twice or move. */
  id: z.string(),
  code: z.string(),
  name: z.string(),
  parent: z.nullable(z.string()),
  /** Most points; 0 for a deduction. */
  max: Decimal,
  /** Fewest points; below 0 for a deduction. */
  min: Decimal,
  /** Bonus and deduction rows earn points but do not enter the maximum. */
  bonus: z.boolean(),
  /** The cell of the "cách tính điểm" column, as it stands. */
  text: z.string(),
  /** Null where the text was not read: points are then entered directly. */
  rule: z.nullable(Rule),
  /** The proof that the decision asks for. */
  evidence: z.string(),
});
export type Criterion = z.infer<typeof Criterion>;

/** Shown beside the total; groups may be shared between pillars (the foundation group is). */
export const Pillar = z.strictObject({ code: z.string(), name: z.string(), groups: z.array(z.string()) });
export type Pillar = z.infer<typeof Pillar>;

export const Settings = z.strictObject({
  /** Decimal places of points, 0 to 6. */
  digits: z.int().check(z.minimum(0), z.maximum(6)),
  roundAt: RoundAt,
  /** `required`: without proof the official score is 0, the claimed one stays visible. */
  evidence: z.enum(settingChoices.evidence),
  /** What "không áp dụng" does to a criterion: leaves the maximum, earns all, earns nothing, or is not allowed. */
  notApplicable: z.enum(settingChoices.notApplicable),
  bands: z.array(Band),
  bandUnit: z.enum(settingChoices.bandUnit),
  ties: z.enum(settingChoices.ties),
  /** Whether encouraged units (khuyến khích) count in band counts and means. They are never ranked. */
  encouragedInCounts: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

/** A decision's set of criteria: the tree in the order of its table, its rules, and how points are treated. */
export const Rubric = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Number and day of the decision, "" where the table does not say. */
  decision: z.string(),
  level: z.string(),
  year: z.string(),
  nodes: z.array(z.discriminatedUnion("kind", [Group, Criterion])),
  pillars: z.array(Pillar),
  settings: Settings,
});
export type Rubric = z.infer<typeof Rubric>;
