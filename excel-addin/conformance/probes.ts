import { cellProbes } from "./cells";
import { eventProbes } from "./events";
import { formulaProbes } from "./formulas";
import { handProbes } from "./hands";
import { paneProbes } from "./pane";
import type { Probe } from "./probe";
import { protectionProbes } from "./protection";
import { sheetProbes } from "./sheets";
import { undoProbes } from "./undo";
import { validationProbes } from "./validation";

/** Every question to a real Excel whose answer Scorebook relies on and no document settles. */
export const probes: readonly Probe[] = [
  ...cellProbes, ...formulaProbes, ...validationProbes, ...protectionProbes, ...sheetProbes, ...paneProbes, ...eventProbes,
  ...undoProbes, ...handProbes,
];
