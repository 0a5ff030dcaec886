import type { FormWords } from "../sheet-words";
export declare const formSheet: FormWords;
