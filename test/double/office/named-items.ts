import { aString, notImplemented, OfficeError, OfficeObject } from "./office-object";

/** Our workbooks have no names: there is none to be found, and none is taken. */
export class NamedItemCollectionObject extends OfficeObject {
  readonly kind = "NamedItemCollection";

  override items(): readonly OfficeObject[] {
    return [];
  }
  override item(key: unknown): OfficeObject {
    throw new OfficeError("ItemNotFound", `name ${aString(key, "name")}`);
  }  GetItemOrNullObject(key: unknown): OfficeObject | null {
    aString(key, "name");
    return null;
  }
  GetCount(): number {
    return 0;
  }
  Add(): OfficeObject {
    throw notImplemented("NamedItemCollection.add()");
  }
}
