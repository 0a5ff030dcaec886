import { useState } from "preact/hooks";
import type { ClipLabels } from "../model";

const longest = 220;

/** Text from a cell, cut where it is long until a person asks for all of it. */
export function Clip({ text, labels }: { readonly text: string; readonly labels: ClipLabels }) {
  const [open, setOpen] = useState(false);
  if (text.length <= longest) return <span class="sb-cell-text">{text}</span>;
  return (
    <>
      <span class="sb-cell-text">{open ? text : `${text.slice(0, longest).trimEnd()}…`}</span>{" "}
      <button type="button" class="sb-button sb-link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? labels.shut : labels.open}
      </button>
    </>
  );
}
