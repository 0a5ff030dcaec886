import type { Snapshot } from "../sheet/snapshot";
import type { BuildReport } from "./app-port";
import type { Action, Effect, Written } from "./effect";
import type { WorldEvent } from "./event";
import { home } from "./screen";
import { type Job, type Next, type Notice, type State, lookAt, readAgain, stay } from "./state";

/** Reads the workbook, works the action out from what it then holds, and writes. */
export function startJob(state: State, action: Action, agreed: boolean, attempt: 1 | 2 = 1): Next {
  const token = state.token + 1;
  const job: Job = { action, phase: "read", token, attempt, progress: null, agreed, report: null, findings: [] };
  const read: Effect = { do: "read", token, soon: false };
  return stay({ ...state, token, awaited: null, job, failure: null, notice: null }, read);
}

const phaseOf = { read: "read", "went-on": "act", acted: "act", proved: "act", checked: "act", written: "write" } as const;

/** What the world reports of the job under way; a report of another phase than the job's is not heard. */
export function jobHeard(state: State, job: Job, event: Extract<WorldEvent, { token: number }>): Next {
  if (event.is !== "failed" && phaseOf[event.is] !== job.phase) return stay(state);
  switch (event.is) {
    case "read":
      return work(state, job, event.snapshot);
    case "went-on":
      return stay({ ...state, job: { ...job, progress: event.progress } });
    case "acted":
      return acted(state, job, event);
    case "proved":
      return stay({ ...state, job: null, screen: { at: "proof", told: event.told } });
    case "checked":
      return stay({ ...state, job: null, screen: { at: "repair", checked: event.checked } });
    case "written":
      if (event.result.ok) return finished(state, job);
      if (job.attempt === 1) return startJob(state, job.action, job.agreed, 2);
      return readAgain({ ...state, job: null, failure: { kind: "stale", retry: job.action } });
    case "failed": {
      const failed: State = { ...state, job: null, failure: { kind: "host", code: event.code, retry: job.action } };
      return job.phase === "write" ? readAgain({ ...failed, unsure: true }, true) : stay(failed);
    }
  }
}

function work(state: State, job: Job, snapshot: Snapshot): Next {
  const looked = lookAt({ ...state, job: { ...job, phase: "act" } }, snapshot, job.token);
  return stay(looked.state, ...looked.effects, { do: "act", token: job.token, snapshot, action: job.action });
}

function acted(state: State, job: Job, { outcome, report, checked = null }: Extract<WorldEvent, { is: "acted" }>): Next {
  if (outcome.patch === null && checked !== null) return stay({ ...state, job: null, screen: { at: "repair", checked } });
  if (outcome.patch === null) {
    return stay({ ...state, job: null, failure: { kind: "refused", findings: outcome.findings } });
  }
  if (report !== null && !job.agreed && state.screen.at === "build" && changesAnswers(report)) {
    return stay({ ...state, job: null, screen: { ...state.screen, report } });
  }
  const writing: Job = { ...job, phase: "write", progress: null, report, checked, findings: outcome.findings };
  return stay({ ...state, job: writing }, { do: "write", token: job.token, patch: outcome.patch });
}

/** Whether a build touches a form that people have answered, so that they are asked first. */
export function changesAnswers(report: BuildReport): boolean {
  return report.kept > 0 || report.moved.length > 0 || report.parked.length > 0;
}

function finished(state: State, job: Job): Next {
  const { action } = job;
  const done = { ...state, job: null };
  switch (action.kind) {
    case "build":
      return readAgain(
        job.report === null
          ? { ...done, screen: home, notice: notice(action, job.findings) }
          : { ...done, screen: { at: "built", report: job.report } },
      );
    case "rule":
      return readAgain({
        ...done, screen: state.screen.at === "refine" ? state.screen.from : state.screen, notice: notice(action, job.findings),
      });
    case "convert":
      return readAgain({ ...done, notice: notice(action, job.findings) });
    case "prove":
    case "check":
      return stay(done);
    case "repair": {
      const { checked = null } = job;
      return readAgain(checked === null ? done : { ...done, screen: { at: "repair", checked } });
    }
    case "back": {
      const ofRepair = state.status?.back?.what === "repair";
      return readAgain({ ...done, screen: home, notice: { ...notice(action, job.findings), ofRepair } });
    }
    default:
      return readAgain({ ...done, screen: home, notice: notice(action, job.findings) });
  }
}

function notice(action: Written, findings: Job["findings"]): Notice {
  const count = action.kind === "convert" ? action.findings.length : 0;
  const isTold = action.kind === "resume" || action.kind === "back";
  // Of anything else only what cannot be read from the workbook again.
  const isLost = ({ issue: { code } }: Job["findings"][number]): boolean => code === "back-long" || code === "formula-far-moved";
  return { done: action.kind, count, findings: isTold ? findings : findings.filter(isLost) };
}
