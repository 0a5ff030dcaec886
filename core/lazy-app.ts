import type { App, Status } from "./app-port";
import { begun } from "./app/begun";
import { type Book, bookAt, openBook } from "./app/book";
import { convertPatch } from "./app/convert";
import { staged, statusOf } from "./app/look";
import { schemes } from "./app/schemes";
import { whyAt, whyIn } from "./app/why";
import { presets } from "./rubric/preset-list";
import type { Snapshot } from "./sheet/snapshot";

/** At once, or after something was loaded. */
export type Eventually<T> = T | Promise<T>;

/** The app as a panel asks it: what is not loaded yet answers later. */
export type PanelApp = {
  readonly [K in keyof App]: App[K] extends (...args: infer A) => infer R
    ? K extends "presets" | "schemes" ? App[K] : (...args: A) => Eventually<R>
    : never;
};

/**
 * What an officer needs, at once: looking at a form whose rubric was read before, why a score is what it is, one-press
 * mends. Reading tables, building and ranking are loaded by `load` when they are first asked for.
 */
export function lazyApp(load: () => Promise<App>): PanelApp {
  let whole: Promise<App> | null = null;
  const all = (): Promise<App> => {
    // A load that failed, as on a broken line, is tried again the next time.
    whole ??= load().catch((error: unknown) => {
      whole = null;
      throw error;
    });
    return whole;
  };
  let last: Book | null = null;
  const open = (snapshot: Snapshot): Book | null => (last = bookAt(last, snapshot) ?? openBook(snapshot, null));
  const atOnce = <T>(snapshot: Snapshot, say: (book: Book) => T, otherwise: (app: App) => T): Eventually<T> => {
    const book = open(snapshot);
    return book === null || book.rubric === null ? all().then(otherwise) : say(book);
  };
  return {
    look: (snapshot): Eventually<Status> =>
      atOnce(snapshot, (book) => staged(snapshot, statusOf(book)), (app) => app.look(snapshot)),
    why: (snapshot, criterion, unit) =>
      atOnce(snapshot, (book) => whyIn(book, criterion, unit), (app) => app.why(snapshot, criterion, unit)),
    whyAt: (snapshot, at) => atOnce(snapshot, (book) => whyAt(book, at), (app) => app.whyAt(snapshot, at)),
    convert: (snapshot, findings) =>
      atOnce(snapshot, (book) => begun(snapshot) ?? convertPatch(book, findings), (app) => app.convert(snapshot, findings)),
    readTable: (snapshot, ticks) => all().then((app) => app.readTable(snapshot, ticks)),
    confirm: (snapshot, preview) => all().then((app) => app.confirm(snapshot, preview)),
    build: (snapshot, choice) => all().then((app) => app.build(snapshot, choice)),
    listUnits: (snapshot) => all().then((app) => app.listUnits(snapshot)),
    rank: (snapshot) => all().then((app) => app.rank(snapshot)),
    prove: (snapshot) => all().then((app) => app.prove(snapshot)),
    refine: (snapshot, criterion, draft) => all().then((app) => app.refine(snapshot, criterion, draft)),
    applyRule: (snapshot, criterion, draft) => all().then((app) => app.applyRule(snapshot, criterion, draft)),
    settings: (snapshot, settings) => all().then((app) => app.settings(snapshot, settings)),
    asks: (snapshot) => all().then((app) => app.asks(snapshot)),
    check: (snapshot, guards) => all().then((app) => app.check(snapshot, guards)),
    repair: (snapshot, guards) => all().then((app) => app.repair(snapshot, guards)),
    takeBack: (snapshot) => all().then((app) => app.takeBack(snapshot)),
    resume: (snapshot) => all().then((app) => app.resume(snapshot)),
    preset: (snapshot, id) => all().then((app) => app.preset(snapshot, id)),
    presets: () => presets,
    schemes: () => schemes,
  };
}
