import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One hand-computed score; the fields are told in `test/rows/README.md`. */
export interface Row {
  readonly criterion: string;
  readonly text: string;
  readonly inputs: Readonly<Record<string, string | number | null>>;
  readonly points: string | null;
  readonly why: string;
  readonly clause: string;
}

export const rows = JSON.parse(readFileSync(join(__dirname, "../rows/hcm-xa-2026.rows.json"), "utf8")) as readonly Row[];
