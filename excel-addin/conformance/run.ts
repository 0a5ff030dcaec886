import type { Answer, Answers, Surroundings } from "./answers";
import { type Json, type Patience, type Person, type Probe, SHEETS, Skipped } from "./probe";

type Run = <T>(work: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** Values as a file will hold them: no -0, no undefined, no NaN. */
const plain = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

async function removeSheets(context: Excel.RequestContext): Promise<void> {
  const sheets = SHEETS.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  await context.sync();
  for (const sheet of sheets.filter((one) => !one.isNullObject)) {
    sheet.visibility = "Visible";
    sheet.delete();
  }
  await context.sync();
}

/** Fails where a promise is not kept in time (ms). */
async function inTime<T>(promise: Promise<T>, time: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), time);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Asks one probe in a sheet of its own; problems are an answer too. */
async function askOne(run: Run, probe: Probe, person: Person, patience: Patience): Promise<Answer> {
  const head = { id: probe.id, ...(probe.measured ? { measured: true as const } : {}) };
  try {
    const asked = run(async (context) => {
      await removeSheets(context);
      const sheet = context.workbook.worksheets.add(SHEETS[0]);
      await context.sync();
      return probe.run(sheet, person, patience);
    });
    const answer = await (probe.needs === "nobody" ? inTime(asked, patience.answer) : asked);
    return { ...head, answer: plain(answer) };
  } catch (error) {
    if (error instanceof Skipped) return { ...head, failed: "skipped" };
    const { code, message } = error as { code?: unknown; message?: unknown };
    return { ...head, failed: [code, message].filter((part) => typeof part === "string" && part !== "").join(": ") };
  } finally {
    await inTime(run(removeSheets), patience.answer).catch(() => undefined);
  }
}

const PATIENCE: Patience = { quiet: 400, longest: 3000, answer: 60000 };

interface Asking {
  readonly person: Person;
  readonly surroundings: Surroundings;
  readonly patience?: Patience;
  /** Is told of each answer as it comes. */
  readonly heard?: (answer: Answer) => void;
}

/** Asks the probes one after the other. `run` is Excel.run, or a double's. */
export async function askAll(
  run: Run, probes: readonly Probe[], { person, surroundings, patience = PATIENCE, heard }: Asking,
): Promise<Answers> {
  const answers: Answer[] = [];
  for (const probe of probes) {
    const answer = await askOne(run, probe, person, patience);
    answers.push(answer);
    heard?.(answer);
  }
  return { format: "scorebook-excel-answers-1", surroundings, answers };
}
