import { type Address, sameSheet } from "../../core/sheet/address";
import { type Asked, type Change, type Guards, type Host, HostError, type WriteResult } from "../../core/sheet/host";
import type { Patch } from "../../core/sheet/patch";
import type { Facts, Language, Snapshot } from "../../core/sheet/snapshot";
import { sheetSnapshot } from "./excel-host-cells";
import { BookReader } from "./excel-host-read";
import { ExcelRequests, type Patience, patience } from "./excel-host-request";
import { watchBook } from "./excel-host-watch";
import { type ExcelWorld, paneWorld } from "./excel-host-world";

const unloaded = (error: unknown): never => {
  throw new HostError("no-answer", String(error));
};

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
    this.requests = new ExcelRequests(excel, world, waits);
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
    // An officer who only fills in and reads never needs it.
    const { BookWriter } = await import("./excel-host-writer").catch(unloaded);
    return new BookWriter(this.requests, this.reader, this.world.requestBytes).write(patch);
  }

  async inspect(asked: readonly Asked[]): Promise<readonly (Guards | null)[]> {
    const { BookInspector } = await import("./excel-host-inspect").catch(unloaded);
    return new BookInspector(this.requests, this.reader).inspect(asked);
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
}
