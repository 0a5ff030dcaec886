import { backPieces, backSheet, lastOperation, type Operation } from "../../form/back-mark";
import { textOfChunks } from "../../sheet/chunks";
import type { Snapshot } from "../../sheet/snapshot";
import type { WayBack } from "./record";
import { isWayBack } from "./record-shape";

/** The way back from the last operation; null where there is none, "lost" where its record cannot be read. */
export function readWayBack(snapshot: Snapshot): { readonly what: Operation; readonly at: string; readonly past: WayBack } | "lost" | null {
  const sheet = backSheet(snapshot);
  if (sheet === null) return null;
  const last = lastOperation(snapshot);
  const { count, pieces } = backPieces(sheet);
  const text = textOfChunks(pieces, count);
  if (last === null || text === null) return "lost";
  try {
    const past: unknown = JSON.parse(text);
    return isWayBack(past) ? { ...last, past } : "lost";
  } catch {
    return "lost";
  }
}

