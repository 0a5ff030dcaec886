import type { OfficeObject } from "./office-object";

/** Objects that proxies hold by a reference until they give it back. */
export class References {
  private readonly objects = new Map<string, OfficeObject>();
  private readonly keys = new Map<OfficeObject, string>();
  private next = 1;

  get size(): number {
    return this.objects.size;
  }

  get(key: string): OfficeObject | undefined {
    return this.objects.get(key);
  }

  keyOf(object: OfficeObject): string | undefined {
    return this.keys.get(object);
  }

  keep(object: OfficeObject): void {
    if (this.keys.has(object)) return;
    const key = `ref${this.next++}`;
    this.keys.set(object, key);
    this.objects.set(key, object);
  }

  forget(key: unknown): null {
    const object = this.objects.get(String(key));
    this.objects.delete(String(key));
    if (object !== undefined) this.keys.delete(object);
    return null;
  }
}
