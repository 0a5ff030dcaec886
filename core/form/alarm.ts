/**
 * What the hidden `alarm` cell of a row holds: 0 nothing to do, `warning` scored and to be looked at, from `blank` to
 * below `problem` something is missing, from it on something is wrong. The status text and the colours follow from it.
 */
export const alarm = {
  none: 0,
  warning: 5,
  blank: 10,
  evidence: 11,
  evidenceOrWords: 12,
  notApplicableReason: 13,
  reviewReason: 14,
  invalid: 20,
  notApplicableOnly: 21,
  review: 22,
  silent: 23,
} as const;

/** From here on something is wrong. */
export const problem = 20;
