import { useEffect, useRef, useState } from "preact/hooks";
import type { TotalModel } from "../model";

const glideTime = 180;
const calmTime = 500;

/** The number that stands on the screen: it glides from the last one, unless a person wants less motion. */
function useGlide(text: string, value: number): string {
  const [shown, setShown] = useState(text);
  const last = useRef(value);
  useEffect(() => {
    const from = last.current;
    last.current = value;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (from === value || still || document.hidden) {
      setShown(text);
      return;
    }
    const [, mark = ",", part = ""] = /([.,])(\d+)$/.exec(text) ?? [];
    let frame = 0;
    let began = 0;
    const tick = (now: number) => {
      began ||= now;
      const done = Math.min(1, (now - began) / glideTime);
      const eased = 1 - (1 - done) ** 3;
      setShown(done === 1 ? text : (from + (value - from) * eased).toFixed(part.length).replace(".", mark));
      if (done < 1) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [text, value]);
  return shown;
}

/** Said once typing pauses, so that a screen reader hears the last total only. */
function useCalm(text: string): string {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), calmTime);
    return () => clearTimeout(timer);
  }, [text]);
  return said;
}

export function Total({ total }: { readonly total: TotalModel }) {
  const shown = useGlide(total.points, total.value);
  const said = useCalm(total.spoken);
  const facts = [total.percent, total.rank, total.self].filter((fact) => fact !== null);
  return (
    <div class="sb-total">
      <p class="sb-hidden" role="status">{said}</p>
      <div aria-hidden="true">
        <p class="sb-total-line">
          <span class="sb-points">{shown}</span>
          <span class="sb-max">/{total.max}</span>
          {total.band !== null && <span class="sb-band">{total.band}</span>}
        </p>
        {facts.length > 0 && <p class="sb-facts">{facts.map((fact) => <span key={fact}>{fact}</span>)}</p>}
      </div>
      {total.toNext !== null && <p class="sb-to-next">{total.toNext}</p>}
    </div>
  );
}
