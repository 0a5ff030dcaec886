/**
 * Raised whenever a text or a table is read otherwise than before: readings that a workbook stored are then read anew.
 */
export const readingVersion = 6;
