import type { SheetEngine } from "../sheet-engine";
import type { Events } from "./events";

/** What every object of the double acts on. */
export interface World {
  readonly engine: SheetEngine;
  readonly events: Events;
  readonly name: string;
  /** The decimal mark of this computer's regional settings. */
  readonly decimal: "," | ".";
}
