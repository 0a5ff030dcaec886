import type { Answer, Answers, Surroundings } from "./answers";
import { type Json, type Person, type Probe, Skipped } from "./probe";

/** The sheet that a probe works in; it is removed after each. */
export const SHEET = "Scorebook thử";

type Run = <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** Values as a file will hold them: no -0, no undefined, no NaN. */
const plain = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

async function removeSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (sheet.isNullObject) return;
  sheet.visibility = "Visible";
  sheet.delete();
  await context.sync();
}

/** Asks one probe in a sheet of its own; problems are an answer too. */
async function askOne(run: Run, probe: Probe, person: Person): Promise<Answer> {
  const head = { id: probe.id, ...(probe.measured ? { measured: true as const } : {}) };
  try {
    const answer = await run(async (context) => {
      await removeSheet(context, SHEET);
      const sheet = context.workbook.worksheets.add(SHEET);
      await context.sync();
      return probe.run(sheet, person);
    });
    return { ...head, answer: plain(answer) };
  } catch (error) {
    if (error instanceof Skipped) return { ...head, failed: "skipped" };
    const { code, message } = error as { code?: unknown; message?: unknown };
    return { ...head, failed: [code, message].filter((part) => typeof part === "string" && part !== "").join(": ") };
  } finally {
    await run((context) => removeSheet(context, SHEET)).catch(() => undefined);
  }
}

/** Asks the probes one after the other; `heard` is told of each answer. */
export async function askAll(
  run: Run, probes: readonly Probe[], person: Person, surroundings: Surroundings, heard: (answer: Answer) => void = () => undefined,
): Promise<Answers> {
  const answers: Answer[] = [];
  for (const probe of probes) {
    const answer = await askOne(run, probe, person);
    answers.push(answer);
    heard(answer);
  }
  return { format: "scorebook-excel-answers-1", surroundings, answers };
}
