/** Pixels of the widest digit of the standard font, Calibri at 11 points and 96 pixels an inch. */
const digit = 7;

/**
 * Pixels of a column whose `width` counts characters as a file does, the cell's padding among them: ECMA-376 part 1,
 * 18.3.1.13, `TRUNC((256 * width + TRUNC(128 / digit)) / 256 * digit)`.
 */
export const pixelsOfWidth = (width: number): number => Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit);
