import type { Address } from "../../core/sheet/address";
import type { Asked, Change, Guards, Host, WriteResult } from "../../core/sheet/host";
import type { Patch } from "../../core/sheet/patch";
import type { Facts, Language, Snapshot } from "../../core/sheet/snapshot";
import type { Bookmark, BookFacts, PlainSheet, PollReply, ReadReply, WriteReply } from "../api";
import { decimalOf, guardsOf, plainPatches, sheetSnapshot } from "./plain";
import type { Server } from "./server";

/** Milliseconds between two looks at the sheet in front, and when nothing has happened for a while. */
const PERIOD = 4000;
const CALM_PERIOD = 15000;
/** Looks without anything new after which it is calm. */
const CALM = 30;
/** Looks in a row that failed after which the panel is made to read, which tells a person why it stands still. */
const FAILED = 3;

/** What a spreadsheet is taken for before it was first read. */
const unread: BookFacts = { name: "", locale: "vi_VN", zone: "Asia/Ho_Chi_Minh", language: "vi" };

/** Day and time in a zone, `2026-11-22T08:30`. */
function timeIn(zone: string, now: Date): string {
  const written = (timeZone?: string): string =>
    new Intl.DateTimeFormat("sv-SE", {
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", timeZone,
    }).format(now).replace(" ", "T");
  try {
    return written(zone);
  } catch {
    return written();
  }
}

const isSame = (a: Address | null, b: Address | null): boolean =>
  a === b || (a !== null && b !== null && a.sheet === b.sheet && a.row === b.row && a.column === b.column);

/** A Google spreadsheet as a host, over the script's one door. */
export class SheetsHost implements Host {
  private about = unread;
  private seen: PollReply | null = null;
  private first: Promise<Snapshot> | null = null;

  constructor(
    private readonly server: Server,
    private readonly language: () => Language,
  ) {}

  /** Reads once, so that facts are known; whoever then reads first gets that reading. Never fails. */
  async open(): Promise<Language> {
    this.first = this.readAll(null);
    // Google says the person's language with its first answer; without one the browser's own is spoken.
    return this.first.then(() => (this.about.language.startsWith("vi") ? "vi" : "en"), () => this.language());
  }

  facts(): Facts {
    const { name, locale, zone } = this.about;
    const now = timeIn(zone, new Date());
    return { host: "sheets", language: this.language(), decimal: decimalOf(locale), now, name };
  }

  async read(sheets?: readonly string[]): Promise<Snapshot> {
    const { first } = this;
    this.first = null;
    if (first === null || sheets !== undefined) return this.readAll(sheets ?? null);
    return { ...(await first), facts: this.facts() };
  }

  private async readAll(wanted: readonly string[] | null): Promise<Snapshot> {
    let names = wanted;
    let reply: ReadReply;
    let seen: PollReply | null = null;
    const found: PlainSheet[] = [];
    do {
      reply = await this.server.ask("read", names);
      found.push(...reply.sheets);
      seen ??= reply.seen;
      names = reply.rest;
    } while (names.length > 0);
    this.about = reply.facts;
    this.seen = seen;
    const facts = this.facts();
    return {
      facts, selection: reply.seen.selection, sheets: found.map((sheet) => sheetSnapshot(sheet, facts.decimal)),
    };
  }

  async write(patch: Patch): Promise<WriteResult> {
    for (const part of plainPatches(patch, this.facts().decimal)) {
      let from: Bookmark | null = null;
      do {
        const reply: WriteReply = await this.server.ask("write", { patch: part, from });
        if ("stale" in reply) return { ok: false, stale: reply.stale };
        from = reply.done ? null : reply.next;
      } while (from !== null);
    }
    return { ok: true };
  }

  /** Google tells a sidebar nothing: it looks every few seconds while it is seen, and when it is turned to. */
  watch(heard: (change: Change) => void): () => void {
    let timer = 0;
    let calm = 0;
    let failed = 0;
    let left = false;
    const look = async (): Promise<void> => {
      clearTimeout(timer);
      if (!document.hidden && !this.server.isBusy) {
        const found = await this.server.ask("poll").catch(() => null);
        if (left) return;
        const wasLost = failed >= FAILED;
        failed = found === null ? failed + 1 : 0;
        const news: Change[] = found === null ? [] : this.newsIn(found);
        if (failed === FAILED || (failed === 0 && wasLost && news.every(({ kind }) => kind !== "edit"))) news.push({ kind: "edit" });
        calm = news.length === 0 ? calm + 1 : 0;
        news.forEach(heard);
      }
      clearTimeout(timer);
      timer = window.setTimeout(() => void look(), calm < CALM ? PERIOD : CALM_PERIOD);
    };
    const turned = (): void => {
      calm = 0;
      void look();
    };
    timer = window.setTimeout(() => void look(), PERIOD);
    addEventListener("focus", turned);
    document.addEventListener("visibilitychange", turned);
    return () => {
      left = true;
      clearTimeout(timer);
      removeEventListener("focus", turned);
      document.removeEventListener("visibilitychange", turned);
    };
  }

  private newsIn(found: PollReply): Change[] {
    const before = this.seen;
    this.seen = found;
    if (before === null) return [];
    const news: Change[] = [];
    // Who leaves a sheet may have changed it a moment before.
    if (found.mark !== before.mark || found.sheet !== before.sheet) news.push({ kind: "edit" });
    if (found.selection !== null && !isSame(found.selection, before.selection)) news.push({ kind: "select", at: found.selection });
    return news;
  }

  async inspect(asked: readonly Asked[]): Promise<readonly (Guards | null)[]> {
    const found = await this.server.ask("inspect", asked);
    return found.map((plain, k) => (plain === null ? null : guardsOf(asked[k]!, plain, this.facts().decimal)));
  }

  async show(at: Address): Promise<void> {
    await this.server.ask("show", at);
  }
}
