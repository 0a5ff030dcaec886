import type { Area } from "../../../core/sheet/address";
import type { EngineSheet } from "../engine-sheet";
import type { Hand, Happening, SheetEngine } from "../sheet-engine";
import { placeName } from "./places";
import type { EventEntry } from "./wire";

/** Numbers of the events on the wire. */
export const eventType = {
  Changed: 10, Activated: 11, Deactivated: 12, Added: 13, SelectionChanged: 14, Deleted: 15, Calculated: 16,
  FormatChanged: 18, RowHiddenChanged: 22, ProtectionChanged: 24, NameChanged: 25, VisibilityChanged: 26,
} as const;

export const sheetId = (sheet: EngineSheet): string =>
  `{00000000-${String(sheet.id).padStart(4, "0")}-0000-0000-000000000000}`;

const source = (by: Hand): string => (by === "other" ? "Remote" : "Local");

/** Who listens for what, and the events of a request until its answer is out. */
export class Events {
  /** `Workbook 10`, `{sheet} 14`: what was registered. */
  private readonly registered = new Map<string, number>();
  private readonly listeners = new Set<(entries: readonly EventEntry[]) => void>();
  private readonly changed = new Map<string, { readonly sheet: EngineSheet; readonly area: Area }>();
  /** False while the add-in asked for no events. */
  enabled = true;
  private waiting: EventEntry[] = [];
  private held = 0;
  /** Something is to be told once no request is under way. */
  private due = false;
  private hushed = false;

  constructor(
    private readonly engine: SheetEngine,
    private readonly web: boolean,
  ) {
    engine.listen((happening) => this.take(happening));
  }

  get isDue(): boolean {
    return this.due;
  }

  listen(heard: (entries: readonly EventEntry[]) => void): () => void {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  }

  register(target: string, type: number): void {
    const key = `${target} ${type}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(target: string, type: number): void {
    const key = `${target} ${type}`;
    this.registered.set(key, Math.max(0, (this.registered.get(key) ?? 0) - 1));
  }

  /** The cells a Changed event spoke of. */
  changedAt(reference: string): { readonly sheet: EngineSheet; readonly area: Area } | null {
    return this.changed.get(reference) ?? null;
  }

  hold(): void {
    this.held++;
  }

  release(): void {
    this.held--;
    if (this.held === 0 && this.due) setTimeout(() => this.flush(), 0);
  }

  /** Formulas compute once somebody reads them, or here where somebody waits to hear of it. */
  private flush(): void {
    const awaited = [...this.registered].some(([key, count]) => count > 0 && key.endsWith(` ${eventType.Calculated}`));
    if (awaited) this.engine.settle();
    this.due = false;
    const entries = this.waiting.splice(0);
    if (entries.length > 0) for (const heard of [...this.listeners]) heard(entries);
  }

  private push(sheet: EngineSheet, type: number, message: Readonly<Record<string, unknown>>): void {
    const id = sheetId(sheet);
    for (const targetId of ["Workbook", id]) {
      if ((this.registered.get(`${targetId} ${type}`) ?? 0) === 0) continue;
      const text = JSON.stringify({ ...message, worksheetId: id });
      this.waiting.push({ messageCategory: 65536, messageType: type, targetId, message: text });
    }
  }

  /** On the web nobody hears of a pick from a dropdown; whether formulas that follow it are heard of, we do not know. */
  private hush(): void {
    this.hushed = true;
    this.engine.settle();
    this.hushed = false;
  }

  private take(happening: Happening): void {
    if (!this.enabled || this.hushed) return;
    const { sheet } = happening;
    if (happening.kind === "edit" && happening.pick && this.web) return this.hush();
    this.due = true;
    if (this.held === 0) setTimeout(() => this.flush(), 0);
    switch (happening.kind) {
      case "edit": {
        const referenceId = `event${this.changed.size + 1}`;
        this.changed.set(referenceId, { sheet, area: happening.area });
        return this.push(sheet, eventType.Changed, {
          changeType: "RangeEdited", source: source(happening.by), address: placeName(happening.area), referenceId,
          triggerSource: happening.by === "code" ? "ThisLocalAddin" : "Unknown", shiftDirection: "None",
        });
      }
      case "select":
        return this.push(sheet, eventType.SelectionChanged, { address: placeName(happening.area) });
      case "calculated":
        return this.push(sheet, eventType.Calculated, { address: "" });
      case "protection":
        return this.push(sheet, eventType.ProtectionChanged, {
          isProtected: sheet.guard !== null, source: source(happening.by),
        });
      case "added":
        return this.push(sheet, eventType.Added, { source: source(happening.by) });
      case "deleted":
        return this.push(sheet, eventType.Deleted, { source: source(happening.by) });
      case "activated":
        return this.push(sheet, eventType.Activated, {});
      case "deactivated":
        return this.push(sheet, eventType.Deactivated, {});
      case "renamed":
        return this.push(sheet, eventType.NameChanged, { source: source(happening.by) });
    }
  }
}
