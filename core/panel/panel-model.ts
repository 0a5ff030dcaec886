import { wordsOf } from "../words/say";
import { backItem, backPress } from "./back-press";
import { buildModel, builtModel } from "./build-model";
import { checkModel } from "./check-model";
import { findingLine } from "./finding-line";
import { homeModel } from "./home-model";
import type { FailureModel, JobModel, MenuModel, NoticeModel, PanelModel, Press, ScreenModel } from "./model";
import { proofModel } from "./proof-model";
import { repairModel } from "./repair-model";
import { refineModel } from "./refine-model";
import { settingsModel } from "./settings-model";
import { shownCount } from "./shown";
import type { State } from "./state";

/** What the panel shows in a state. Pure. */
export function panelModel(state: State): PanelModel {
  const { language, status } = state;
  return {
    language,
    heading: {
      name: status?.unit?.name || status?.rubric?.title || wordsOf(language).panel.appName,
      detail: status?.year ?? "",
    },
    menu: menu(state),
    clip: wordsOf(language).panel.clip,
    notice: notice(state),
    failure: failure(state),
    job: job(state),
    screen: screen(state),
  };
}

function screen(state: State): ScreenModel {
  const words = wordsOf(state.language).panel;
  const close: Press = { label: words.close, event: { is: "close" } };
  const open = state.screen;
  switch (open.at) {
    case "home":
      return homeModel(state);
    case "check":
      return checkModel(state, open);
    case "build":
      return buildModel(state, open);
    case "built":
      return builtModel(state, open.report);
    case "refine":
      return refineModel(state, open);
    case "repair":
      return repairModel(state, open.checked[state.language], close);
    case "proof":
      return proofModel(state, open.told[state.language], close);
    case "settings":
      return settingsModel(state, open.draft);
    case "presets":
      return {
        at: "presets", title: words.presets.title, close, intro: words.presets.intro,
        rows: state.catalog.presets.map(({ id, title, criteria, points }) => ({
          title,
          line: words.presets.line(shownCount(criteria, state.language), points),
          use: {
            label: words.presets.use, event: { is: "act", action: { kind: "preset", id } }, off: state.job !== null,
          },
        })),
      };
    case "about":
      return {
        at: "about", title: words.about.title, close,
        lines: [words.about.what, words.about.privacy, words.about.closed],
        privacy: state.doors.includes("privacy")
          ? { label: words.about.page, event: { is: "door", door: "privacy" } } : null,
      };
  }
}

function menu(state: State): MenuModel {
  const { language, status, doors } = state;
  const words = wordsOf(language).panel.menu;
  const idle = state.job === null;
  const items: Press[] = [{ label: words.readTable, event: { is: "go", to: "check" } }];
  if (status !== null && status.rubric !== null) {
    if (status.forms.length > 0) items.push({ label: words.rebuild, event: { is: "go", to: "build" } });
    if (status.units === null && idle) items.push({ label: words.units, event: { is: "act", action: { kind: "units" } } });
    if (status.units?.ranked === true && idle) {
      items.push({ label: words.rank, event: { is: "act", action: { kind: "rank" } } });
    }
    if (idle && status.forms.length > 0) items.push({ label: words.check, event: { is: "act", action: { kind: "check" } } });
    if (idle && (status.forms.length > 0 || status.units?.ranked === true)) {
      items.push({ label: words.prove, event: { is: "act", action: { kind: "prove" } } });
    }
    items.push({ label: words.settings, event: { is: "go", to: "settings" } });
  }
  const back = backItem(state);
  if (back !== null) items.push(back);
  for (const door of ["files", "help"] as const) {
    if (doors.includes(door)) items.push({ label: words[door], event: { is: "door", door } });
  }
  items.push({ label: words.about, event: { is: "go", to: "about" } });
  return {
    label: words.open,
    items,
    languageLabel: words.language,
    languages: (["vi", "en"] as const).map((one) => ({
      label: words[one], event: { is: "language", language: one }, on: one === language,
    })),
  };
}

const hide = (state: State): Press => ({
  label: wordsOf(state.language).panel.dismiss, event: { is: "dismiss" },
});

function notice(state: State): NoticeModel | null {
  if (state.notice === null) return null;
  const words = wordsOf(state.language).panel.done;
  const { done, count, findings, ofRepair = false } = state.notice;
  return {
    text: doneText(), lines: findings.map((finding) => findingLine(finding, state)),
    back: done === "back" || done === "stopped" ? null : backPress(state), hide: hide(state),
  };

  function doneText(): string {
    switch (done) {
      case "convert":
        return words.convert(count);
      case "rule":
        return words.rule(state.status?.forms.length ?? 0);
      case "back":
        return words.back(ofRepair);
      case "resume":
        return words.resume(findings.some(({ issue }) => issue.code === "write-undone" || issue.code === "write-lost"));
      default:
        return words[done];
    }
  }
}

function failure(state: State): FailureModel | null {
  const { failure: failed, language } = state;
  if (failed === null) return null;
  const words = wordsOf(language).panel.failure;
  const retry: Press = { label: words.retry, event: { is: "retry" } };
  switch (failed.kind) {
    case "host":
      return { text: words.host[failed.code], lines: [], retry, hide: hide(state) };
    case "stale":
      return { text: words.stale, lines: [], retry, hide: hide(state) };
    case "refused":
      return {
        text: words.refused, lines: failed.findings.map((finding) => findingLine(finding, state)), retry: null,
        hide: hide(state),
      };
  }
}

function job(state: State): JobModel | null {
  if (state.job === null) return null;
  const { language } = state;
  const { action, phase, progress } = state.job;
  const words = wordsOf(language).panel.job;
  const what = phase === "read" ? words.read : phase === "write" ? words.write : words.act[action.kind];
  return {
    what,
    text: progress === null
      ? what
      : words.progress(what, shownCount(progress.done, language), shownCount(progress.of, language)),
    progress,
    stop: phase === "write" ? null : { label: words.stop, event: { is: "stop" } },
  };
}
