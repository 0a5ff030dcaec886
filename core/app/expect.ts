import { findStore } from "../form/store-sheet";
import type { Expect } from "../sheet/patch";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { Book } from "./book";

const whole = (sheet: SheetSnapshot | null): Expect[] =>
  sheet === null || sheet.values.length === 0 ? [] : [{ sheet: sheet.name, row: 0, column: 0, values: sheet.values }];

/** The rubric's sheet and the hidden facts as they were read: what any patch of forms or rules was computed from. */
export const asRead = (book: Book): Expect[] => [...whole(book.sheet), ...whole(findStore(book.snapshot))];
