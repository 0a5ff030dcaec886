import type { Language } from "../sheet/snapshot";
import type { FormWords } from "./sheet-words";
/** A form speaks the language that it was written in, whatever the panel speaks: both are always there. */
export declare const formWords: (language: Language) => FormWords;
