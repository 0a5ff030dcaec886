import type { Area } from "../../core/sheet/address";
import type { Style } from "../../core/sheet/workbook";
/**
 * Rectangles that cover the cells of a grid which have a key, each rectangle with one key; cells with `undefined` stay
 * out. Grown to the right first, then down.
 */
export declare function rectangles<K>(rows: number, columns: number, keyOf: (row: number, column: number) => K | undefined): {
    area: Area;
    key: K;
}[];
/** Looks laid over each other, as the fewest areas: each with what is set in all of its cells. In no order. */
export declare function flatStyles(styles: readonly {
    readonly area: Area;
    readonly style: Style;
}[]): {
    area: Area;
    style: Style;
}[];
/** Neighbours with the same content joined: `first` and `count` of each run. */
export declare function runs<T extends object>(list: readonly T[], indexOf: (item: T) => number, sameAs: (item: T) => string): {
    first: number;
    count: number;
    item: T;
}[];
