import type { Answer, Call } from "../api";
import { inspect } from "./inspect";
import { speak } from "./language";
import { poll, read } from "./read";
import { show } from "./show";
import { Trouble, troubleOf } from "./trouble";
import { write } from "./write";

/** The only words said on the server: the menu is there before the sidebar is. */
const open = { vi: "Mở bảng Scorebook", en: "Open Scorebook" };

function openWord(): string {
  try {
    return Session.getActiveUserLocale().startsWith("vi") ? open.vi : open.en;
  } catch {
    return open.vi;
  }
}

/** Our entries under Extensions; to be added to the menu. */
export const menu = (): GoogleAppsScript.Base.Menu => SpreadsheetApp.getUi().createAddonMenu().addItem(openWord(), "showSidebar");

export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("sidebar").setTitle("Scorebook"));
}

function answerTo(call: Call): unknown {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  switch (call[0]) {
    case "read":
      return read(book, call[1]);
    case "write":
      return write(book, call[1], Date.now);
    case "show":
      show(book, call[1]);
      return null;
    case "poll":
      return poll(book);
    case "speak":
      speak(call[1]);
      return null;
    case "inspect":
      return inspect(book, call[1]);
    default:
      throw new Trouble("unknown", "call");
  }
}

/** The one door of the sidebar: a call as text in, an answer as text out. Nothing is ever thrown through it. */
export function rpc(json: string): string {
  let answer: Answer;
  try {
    answer = { ok: true, answer: answerTo(JSON.parse(json) as Call) };
  } catch (error) {
    answer = { ok: false, ...troubleOf(error) };
  }
  return JSON.stringify(answer);
}
