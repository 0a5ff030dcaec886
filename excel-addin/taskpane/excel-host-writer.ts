import { areaName } from "../../core/sheet/address";
import { HostError, type WriteResult } from "../../core/sheet/host";
import { isJournalMark, progressColumn } from "../../core/sheet/journal-mark";
import type { Patch } from "../../core/sheet/patch";
import type { CellValue } from "../../core/sheet/workbook";
import { compare } from "./excel-host-compare";
import { planWrite, type WritePlan } from "./excel-host-plan";
import { type BookReader, knownSheets, listSheets } from "./excel-host-read";
import type { ExcelRequests } from "./excel-host-request";
import { Pages, type Step } from "./excel-host-write";

/** Each so many bytes are given as long again as a request without any. */
const bytesOfPatience = 500000;

/** Writes patches: one request compares, the next writes, more where its size asks for them. */
export class BookWriter {
  constructor(
    private readonly requests: ExcelRequests,
    private readonly reader: BookReader,
    private readonly requestBytes: number,
  ) {}

  async write(patch: Patch): Promise<WriteResult> {
    const compared = await compare(this.requests, this.reader, patch);
    if (compared.stale.length > 0) return { ok: false, stale: compared.stale };
    const plan = planWrite(patch, compared);
    const { steps, daily } = plan;
    if (steps.length === 0) return { ok: true };
    try {
      for (const part of parcels(steps, this.requestBytes)) await this.send(part, !daily);
    } catch (error) {
      const known = error instanceof HostError ? error : new HostError("unknown", String(error));
      // An Excel that does not answer is not asked for more; where the journal stands, it will tell.
      if (known.code !== "no-answer" || plan.journal === null) await this.close(plan);
      throw known.code === "protected" && compared.readOnly ? new HostError("read-only", known.detail) : known;
    }
    return { ok: true };
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

  /** After a failure: sheets that were opened and stayed so are protected again, a journal that counts no part is taken back. */
  private async close({ opened, journal }: WritePlan): Promise<void> {
    if (opened.length === 0 && journal === null) return;
    try {
      const found = await this.requests.send(({ workbook: { worksheets } }) => ({
        guards: opened.map(({ sheet }) => worksheets.getItem(sheet).protection.load("protected")),
        head: journal === null ? null
          : worksheets.getItemOrNullObject(journal.sheet).getRangeByIndexes(0, progressColumn, 1, 2).load("values"),
      }));
      const open = opened.filter((_, k) => !found.guards[k]!.protected);
      const [begun, mark] = found.head === null || found.head.isNullObject ? [null, null] : found.head.values[0]!;
      const idle = journal !== null && isJournalMark(mark as CellValue) && (begun === "" || begun === 0);
      if (open.length === 0 && !idle) return;
      await this.requests.send(({ workbook: { worksheets } }) => {
        if (idle) {
          const sheet = worksheets.getItem(journal.sheet);
          if (journal.made) sheet.delete();
          else sheet.getRange(areaName(journal.area)).clear("All");
        }
        for (const { sheet, options } of open) worksheets.getItem(sheet).protection.protect(options);
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
