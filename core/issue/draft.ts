export interface DraftIssues {
  /** A blank of the guided editor that must be filled. */
  "draft-blank": Record<never, never>;
  /** Neither points ("0,5") nor a share of the maximum ("1/2"). */
  "draft-not-amount": { readonly text: string };
  "draft-not-percent": { readonly text: string };
  "draft-not-count": { readonly text: string };
  /** More points than the criterion has, or fewer. */
  "draft-amount-out-of-range": { readonly text: string; readonly min: string; readonly max: string };
  "draft-too-few": { readonly least: number };
  /** The same label or threshold stands twice. */
  "draft-twice": { readonly text: string };
  /** No answer earns all points. */
  "draft-never-full": { readonly max: string; readonly best: string };
}
