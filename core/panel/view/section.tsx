import type { ComponentChildren } from "preact";
import type { Dispatch, PersonEvent } from "../event";
import { Icon } from "./icon";

interface SectionProps {
  readonly title: string;
  readonly count?: string;
  readonly open: boolean;
  readonly part: Extract<PersonEvent, { is: "fold" }>["part"];
  readonly dispatch: Dispatch;
  readonly level: 2 | 3;
  readonly children: ComponentChildren;
}

/** A heading that opens and shuts what stands under it. */
export function Section({ title, count, open, part, dispatch, level, children }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  const body = `sb-part-${part}`;
  return (
    <section class={`sb-section sb-level-${level}`}>
      <Heading class="sb-fold">
        <button
          type="button" aria-expanded={open} aria-controls={open ? body : undefined}
          onClick={() => dispatch({ is: "fold", part, open: !open })}
        >
          <span class="sb-fold-title">{title}</span>
          {count !== undefined && <span class="sb-count">{count}</span>}
          <Icon name={open ? "down" : "right"} />
        </button>
      </Heading>
      {open && <div id={body} class="sb-section-body">{children}</div>}
    </section>
  );
}
