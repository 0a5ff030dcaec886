import type { Area } from "../../core/sheet/address";
import { areaWithout, overlaps } from "../../core/sheet/apply";
import { shared } from "./sheet-areas";

interface Entry<T> {
  readonly area: Area;
  readonly item: T;
  /** Entries are listed in this order; the parts of one that was cut keep its place. */
  readonly order: number;
}

const stripRows = 32;
/** What touches more strips than this is looked at each time. */
const mostStrips = 64;

/** Things on areas, found by the strips of rows that they touch: a form has thousands. */
export class AreaIndex<T> {
  private readonly entries = new Set<Entry<T>>();
  private readonly strips = new Map<number, Set<Entry<T>>>();
  private readonly tall = new Set<Entry<T>>();
  private next = 0;

  constructor(items: readonly (readonly [Area, T])[]) {
    for (const [area, item] of items) this.insert({ area, item, order: this.next++ });
  }

  private stripsOf({ row, rows }: Area): number[] | null {
    const first = Math.floor(row / stripRows);
    const count = Math.floor((row + rows - 1) / stripRows) - first + 1;
    return count > mostStrips ? null : Array.from({ length: count }, (_, k) => first + k);
  }

  private insert(entry: Entry<T>): void {
    this.entries.add(entry);
    const strips = this.stripsOf(entry.area);
    if (strips === null) this.tall.add(entry);
    for (const strip of strips ?? []) {
      const known = this.strips.get(strip);
      if (known === undefined) this.strips.set(strip, new Set([entry]));
      else known.add(entry);
    }
  }

  private drop(entry: Entry<T>): void {
    this.entries.delete(entry);
    this.tall.delete(entry);
    for (const strip of this.stripsOf(entry.area) ?? []) this.strips.get(strip)?.delete(entry);
  }

  private over(area: Area): Entry<T>[] {
    const strips = this.stripsOf(area);
    const inStrips = (strips ?? []).flatMap((strip) => [...(this.strips.get(strip) ?? [])]);
    const near = strips === null ? this.entries : new Set([...this.tall, ...inStrips]);
    return [...near].filter((entry) => overlaps(entry.area, area)).sort((a, b) => a.order - b.order);
  }

  list(): { readonly area: Area; readonly item: T }[] {
    return [...this.entries].sort((a, b) => a.order - b.order);
  }

  /** What lies in an area, each with the part of it that does. */
  within(area: Area): { readonly area: Area; readonly item: T }[] {
    return this.over(area).map((entry) => ({ area: shared(entry.area, area)!, item: entry.item }));
  }

  clear(area: Area): void {
    for (const entry of this.over(area)) {
      this.drop(entry);
      for (const part of areaWithout(entry.area, area)) this.insert({ ...entry, area: part });
    }
  }

  set(area: Area, item: T): void {
    this.clear(area);
    this.insert({ area, item, order: this.next++ });
  }

  /** Changes everything in place. */
  map(change: (item: T) => T): void {
    for (const entry of [...this.entries]) {
      this.drop(entry);
      this.insert({ ...entry, item: change(entry.item) });
    }
  }
}
