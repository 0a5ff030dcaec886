/**
 * What the hidden code cells hold. Leaves and criteria: 1 scored, 0 blank, -1 invalid, 2 denominator 0 where the text
 * is silent, 3 excluded. Inputs (their state): 0 blank, -1 invalid, otherwise 1, for a list the member's number.
 */
export const code = { scored: 1, blank: 0, invalid: -1, silent: 2, excluded: 3 } as const;
