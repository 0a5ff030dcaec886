import { applyPatch, sameSheet, snapshotOf, staleExpects } from "../../core/sheet/apply";
import type { Address } from "../../core/sheet/address";
import { HostError } from "../../core/sheet/host";
import { guardsOf } from "../../core/sheet/guards";
import type { Asked, Change, Guards, Host, WriteResult } from "../../core/sheet/host";
import { onlyFills, type Patch } from "../../core/sheet/patch";
import type { Facts, Language, Snapshot } from "../../core/sheet/snapshot";
import type { Workbook } from "../../core/sheet/workbook";
import type { Grid } from "./grid";

/** Above this many cells a patch is applied to the whole workbook at once, which is then shown anew. */
const SMALL = 2000;

/** Comments that a file brought follow the criteria they were written to; few files have any. */
const followed = () => import(/* webpackChunkName: "followed" */ "./followed");
const hasNotes = ({ sheets }: Workbook): boolean =>
  sheets.some(({ carried }) => carried?.parts.some(({ kind }) => kind === "comments") === true);

/** Milliseconds that the grid gets to take in a cell that is being typed in. */
const TYPING = 3000;

/** A hidden page draws no frames; then a moment will do. */
const frame = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => done());
    setTimeout(done, 100);
  });

const two = (n: number): string => String(n).padStart(2, "0");

/** Local day and time, `2026-11-22T08:30`. */
function localTime(now: Date): string {
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** The decimal mark of people who write this language; the browser's own settings say less about them. */
export const decimalOf = (language: Language): "," | "." => (language === "vi" ? "," : ".");

/** The grid of the page as a host. */
export class PageHost implements Host {
  constructor(
    private readonly grid: Grid,
    private readonly about: () => { readonly language: Language; readonly name: string },
    /** Called when the grid is to be seen, which a narrow page hides behind the panel. */
    private readonly reveal: () => void = () => {},
  ) {}

  facts(): Facts {
    const { language, name } = this.about();
    return { host: "page", language, decimal: decimalOf(language), now: localTime(new Date()), name };
  }

  async read(sheets?: readonly string[]): Promise<Snapshot> {
    await this.grid.settled();
    const snapshot = snapshotOf(this.grid.save(), this.facts(), this.grid.selection());
    if (sheets === undefined) return snapshot;
    return { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => sheets.some((wanted) => sameSheet(wanted, name))) };
  }

  async write(patch: Patch): Promise<WriteResult> {
    await this.endEditing();
    const stale = staleExpects(patch.expect, (sheet, row, column) => this.grid.value(sheet, row, column));
    if (stale.length > 0) return { ok: false, stale };
    const blocks = patch.sheets.flatMap(({ sheet, blocks = [] }) => blocks.map((block) => ({ sheet, block })));
    const cells = blocks.reduce((sum, { block }) => sum + block.cells.reduce((n, line) => n + line.length, 0), 0);
    const known = patch.sheets.every((part) => onlyFills(part) && this.grid.value(part.sheet, 0, 0) !== undefined);
    if (known && cells <= SMALL) {
      this.attempt(() => this.grid.write(blocks));
      if (patch.show !== undefined) this.grid.show(patch.show);
      return { ok: true };
    }
    let before = this.grid.save();
    const notes = hasNotes(before) ? await followed() : null;
    // Meanwhile somebody may have typed.
    if (notes !== null) before = this.grid.save();
    const result = applyPatch(before, patch);
    if (!result.ok) return result;
    const next = notes === null ? result.workbook : notes.withFollowedNotes(before, result.workbook);
    const stood = this.grid.selection();
    // The patch is taken whole or not at all: a grid that does not take the new workbook gets the old one back.
    this.attempt(() => this.grid.load(next, { fresh: false }), () => this.grid.load(before, { fresh: false }));
    const at = patch.show ?? stood;
    await this.grid.drawn();
    if (at !== null) this.grid.show(at);
    return { ok: true };
  }

  async inspect(asked: readonly Asked[]): Promise<readonly (Guards | null)[]> {
    await this.grid.settled();
    return guardsOf(this.grid.save(), asked);
  }

  /** @throws HostError where the cell stays open: nobody is to wait for it without end. */
  endEditing(): Promise<void> {
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new HostError("edit-mode", `${TYPING} ms`)), TYPING);
      this.grid.endEditing().then(done, failed).finally(() => clearTimeout(late));
    });
  }

  private attempt(work: () => void, otherwise: () => void = () => {}): void {
    try {
      work();
    } catch (error) {
      otherwise();
      throw new HostError("unknown", error instanceof Error ? error.message : String(error));
    }
  }

  watch(heard: (change: Change) => void): () => void {
    let frame = 0;
    let edited = false;
    let selected = false;
    const tell = (): void => {
      frame = 0;
      const at = this.grid.selection();
      if (edited) heard({ kind: "edit" });
      if (selected && at !== null) heard({ kind: "select", at });
      edited = selected = false;
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(tell);
    };
    const leave = [
      this.grid.onEdit(() => {
        edited = true;
        soon();
      }),
      this.grid.onSelect(() => {
        selected = true;
        soon();
      }),
    ];
    return () => {
      cancelAnimationFrame(frame);
      for (const off of leave) off();
    };
  }

  async show(at: Address): Promise<void> {
    this.reveal();
    // A grid that was hidden takes its size in the next frame; before that it cannot scroll.
    await frame();
    this.grid.show(at);
  }
}
