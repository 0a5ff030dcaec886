import * as z from "zod/mini";

const Entry = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Text = z.union([z.string(), z.number()]);

/** A case of the replay door, as a person would have it. Numbers may stand as text. */
export const Case = z.object({
  rubric: z.union([z.object({ preset: z.string() }), z.object({ table: z.array(z.array(Entry)) })]),
  settings: z.optional(
    z.object({
      digits: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
      roundAt: z.optional(z.enum(["criterion", "total", "none"])),
      evidence: z.optional(z.enum(["optional", "required"])),
      notApplicable: z.optional(z.enum(["excluded", "full", "zero", "none"])),
      bands: z.optional(z.array(z.object({ name: z.string(), from: Text, inclusive: z.optional(z.boolean()) }))),
      bandUnit: z.optional(z.enum(["percent", "points"])),
      ties: z.optional(z.enum(["competition", "dense", "modified"])),
      encouragedInCounts: z.optional(z.boolean()),
      assumptions: z.optional(z.enum(["accept", "refuse"])),
    }),
  ),
  units: z.optional(
    z.array(
      z.object({
        code: z.union([z.string().check(z.regex(/\S/)), z.number()]),
        name: z.optional(z.string()),
        block: z.optional(z.string()),
        ranked: z.optional(z.boolean()),
        parent: z.optional(z.string()),
        previous: z.optional(z.object({ total: z.optional(z.nullable(Text)), rank: z.optional(z.nullable(z.number())) })),
      }),
    ),
  ),
  answers: z.optional(
    z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          inputs: z.optional(z.record(z.string(), Entry)),
          notApplicable: z.optional(z.union([z.string(), z.boolean()])),
          evidence: z.optional(z.string()),
          explanation: z.optional(z.string()),
        }),
      ),
    ),
  ),
  reviews: z.optional(
    z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({ points: Entry, reason: z.optional(z.string()), reviewer: z.optional(z.string()) }),
      ),
    ),
  ),
  locale: z.optional(z.string()),
  language: z.optional(z.enum(["vi", "en"])),
  /** A file to write the whole workbook to. */
  xlsx: z.optional(z.string()),
});
export type Case = z.infer<typeof Case>;

/** The case that a JSON text spells, or one line that says why it is none. */
export function readCase(text: string): { ok: true; case: Case } | { ok: false; why: string } {
  let data: unknown;
  try {
    // Some programs begin a text file with a mark of its encoding.
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return { ok: false, why: `the case is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = Case.safeParse(data);
  if (parsed.success) return { ok: true, case: parsed.data };
  const lines = parsed.error.issues.map((issue) => `${issue.path.join(".") || "case"}: ${issue.message}`);
  return { ok: false, why: `the case does not have the shape of test/replay/README.md: ${lines.join("; ")}` };
}
