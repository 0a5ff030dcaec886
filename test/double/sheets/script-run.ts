import type { Project } from "./project";

/** `google.script.run` as a sidebar sees it: it returns nothing, and a handler is called later. */
export interface ScriptRun {
  withSuccessHandler(handler: (value: unknown) => void): ScriptRun;
  withFailureHandler(handler: (error: Error) => void): ScriptRun;
  readonly [name: string]: unknown;
}

/** What may travel either way: text here; a day, a function or a loop would not arrive. */
function checkedText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw new Error(`not faked: ${typeof value} through google.script.run`);
  return value;
}

export interface RunOptions {
  /** Whose sidebar it is. */
  readonly user?: string;
  /** Stands between a call and its run; never settles where no answer is to come, rejects where Google fails. */
  readonly before?: (name: string) => Promise<void>;
}

/** Answers a call after the caller's turn has ended. */
export async function answerCall(project: Project, name: string, given: readonly unknown[], { user, before }: RunOptions = {}): Promise<string | null> {
  await new Promise((turn) => setTimeout(turn, 0));
  await before?.(name);
  const kept = project.book.user;
  if (user !== undefined) project.book.user = user;
  try {
    return checkedText(project.run(name, given.map((text) => checkedText(text) ?? "")).value);
  } finally {
    project.book.user = kept;
  }
}

export function scriptRun(project: Project, options: RunOptions = {}): ScriptRun {
  const names = project.functions();
  const runner = (done: (value: unknown) => void, failed: (error: Error) => void): ScriptRun => {
    const calls = names.map((name) => [
      name,
      (...given: unknown[]): void => {
        answerCall(project, name, given, options).then(done, (error: unknown) =>
          failed(error instanceof Error ? error : new Error(String(error))));
      },
    ]);
    return {
      ...(Object.fromEntries(calls) as Record<string, unknown>),
      withSuccessHandler: (handler: (value: unknown) => void) => runner(handler, failed),
      withFailureHandler: (handler: (error: Error) => void) => runner(done, handler),
    } as ScriptRun;
  };
  return runner(() => {}, () => {});
}
