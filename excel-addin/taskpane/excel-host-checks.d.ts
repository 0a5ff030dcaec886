import type { Area } from "../../core/sheet/address";
import type { Validation } from "../../core/sheet/workbook";
/** Sets a check on an area: the rule first, since Excel refuses words without one. `fresh`: no check stood there. */
export declare function setCheck(sheet: Excel.Worksheet, area: Area, rule: Validation, fresh: boolean): void;
