const paths = {
  right: "M8 5l5 5-5 5",
  down: "M5 8l5 5 5-5",
  back: "M9 4L4 10l5 6M4 10h12",
  check: "M4 10.5l4 4 8-9",
  ask: "M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14.2v.1",
  hand: "M4 16l.8-3.4 8-8a1.6 1.6 0 0 1 2.6 2.6l-8 8L4 16",
  close: "M5 5l10 10M15 5L5 15",
  alert: "M10 3.5l7 12.5H3L10 3.5M10 8.5v3.5M10 14v.1",
  add: "M10 4v12M4 10h12",
} as const;

export type IconName = keyof typeof paths | "more";

/** A picture beside a word; never a meaning of its own. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="sb-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {name === "more"
        ? [4.5, 10, 15.5].map((cx) => <circle key={cx} cx={cx} cy="10" r="1.5" fill="currentColor" />)
        : (
          <path
            d={paths[name]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"
            stroke-linejoin="round"
          />
        )}
    </svg>
  );
}
