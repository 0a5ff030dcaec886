import { type Address, sameSheet } from "../../core/sheet/address";
import { type Change, type Host, HostError, type WriteResult } from "../../core/sheet/host";
import type { Patch } from "../../core/sheet/patch";
import type { Facts, Language, Snapshot } from "../../core/sheet/snapshot";
import { sheetSnapshot } from "./excel-host-cells";
import { compare } from "./excel-host-compare";
import { planWrite, type WritePlan } from "./excel-host-plan";
import { BookReader, knownSheets, listSheets } from "./excel-host-read";
import { ExcelRequests, type Patience, patience } from "./excel-host-request";
import { watchBook } from "./excel-host-watch";
import { type ExcelWorld, paneWorld } from "./excel-host-world";
import { Pages, type Step } from "./excel-host-write";

/** Each so many bytes are given as long again as a request without any. */
const bytesOfPatience = 500000;

/** A workbook in Excel as a host, over Office.js at ExcelApi 1.14. */
export class ExcelHost implements Host {
  private readonly requests: ExcelRequests;
  private readonly reader: BookReader;
  private decimal: "," | "." | null = null;
  private name: string | null = null;

  constructor(
    excel: typeof Excel,
    private readonly language: () => Language,
    private readonly world: ExcelWorld = paneWorld(),
    waits: Patience = patience,
  ) {
    this.requests = new ExcelRequests(excel, (milliseconds) => world.wait(milliseconds), waits);
    this.reader = new BookReader(this.requests);
  }

  facts(): Facts {
    const language = this.language();
    return {
      host: "excel",
      language,
      decimal: this.decimal ?? (language === "vi" ? "," : "."),
      now: this.world.now(),
      ...(this.name === null ? {} : { name: this.name }),
    };
  }

  async read(sheets?: readonly string[]): Promise<Snapshot> {
    const book = await this.reader.read(sheets);
    this.decimal = book.decimal;
    this.name = book.name;
    return {
      facts: this.facts(),
      selection: book.selection,
      sheets: book.sheets.map(({ name, state, raw }) => sheetSnapshot(name, state, raw, book.decimal)),
    };
  }

  async write(patch: Patch): Promise<WriteResult> {
    const compared = await compare(this.requests, this.reader.sheets, patch);
    this.reader.sheets = compared.sheets;
    if (compared.stale.length > 0) return { ok: false, stale: compared.stale };
    const { steps, opened, daily } = planWrite(patch, compared);
    if (steps.length === 0) return { ok: true };
    try {
      for (const part of parcels(steps, this.world.requestBytes)) await this.send(part, !daily);
    } catch (error) {
      await this.close(opened);
      const known = error instanceof HostError ? error : new HostError("unknown", String(error));
      throw known.code === "protected" && compared.readOnly ? new HostError("read-only", known.detail) : known;
    }
    return { ok: true };
  }

  watch(heard: (change: Change) => void): () => void {
    return watchBook(this.requests, this.reader, this.world, heard);
  }

  async show({ sheet: name, row, column }: Address): Promise<void> {
    const known = this.reader.sheets.find((sheet) => sameSheet(sheet.name, name));
    const go = (reveal: boolean) => this.requests.send(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(name);
      if (reveal) sheet.visibility = "Visible";
      sheet.activate();
      sheet.getRangeByIndexes(row, column, 1, 1).select();
    });
    try {
      await go(known !== undefined && known.state !== "visible");
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      // A sheet that is gone cannot be shown, and nobody is helped by hearing so.
      if (error.detail.includes("ItemNotFound")) return;
      // Hidden since it was read.
      if (error.code !== "unknown") throw error;
      await go(true);
    }
  }

  /** One request; where it is too large after all, its two halves. `hush`: Excel neither computes nor draws meanwhile. */
  private async send(steps: readonly Step[], hush: boolean): Promise<void> {
    try {
      const list = await this.requests.send((context) => {
        const { application } = context;
        if (hush) {
          application.suspendApiCalculationUntilNextSync();
          application.suspendScreenUpdatingUntilNextSync();
        }
        const pages = new Pages(context);
        for (const { run } of steps) run(pages);
        return listSheets(context);
      }, { times: 1 + steps.reduce((sum, { bytes }) => sum + bytes, 0) / bytesOfPatience });
      this.reader.sheets = knownSheets(list);
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== "too-big" || steps.length < 2) throw error;
      const half = Math.ceil(steps.length / 2);
      await this.send(steps.slice(0, half), hush);
      await this.send(steps.slice(half), hush);
    }
  }

  /** After a failure: sheets that were opened and stayed so are protected again. */
  private async close(opened: WritePlan["opened"]): Promise<void> {
    if (opened.length === 0) return;
    try {
      const found = await this.requests.send(({ workbook }) =>
        opened.map(({ sheet }) => workbook.worksheets.getItem(sheet).protection.load("protected")));
      const open = opened.filter((_, k) => !found[k]!.protected);
      if (open.length === 0) return;
      await this.requests.send(({ workbook }) => {
        for (const { sheet, options } of open) workbook.worksheets.getItem(sheet).protection.protect(options);
      });
    } catch {
      // What went wrong before is told; that this went wrong too would not help anyone.
    }
  }
}

/** Steps in as few requests as their sizes allow. */
function parcels(steps: readonly Step[], most: number): Step[][] {
  const found: Step[][] = [[]];
  let bytes = 0;
  for (const each of steps) {
    if (bytes + each.bytes > most && found[found.length - 1]!.length > 0) {
      found.push([]);
      bytes = 0;
    }
    found[found.length - 1]!.push(each);
    bytes += each.bytes;
  }
  return found;
}
