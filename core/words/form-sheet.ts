import type { Language } from "../sheet/snapshot";
import { formSheet as en } from "./en/form-sheet";
import type { FormWords } from "./sheet-words";
import { formSheet as vi } from "./vi/form-sheet";

/** A form speaks the language that it was written in, whatever the panel speaks: both are always there. */
export const formWords = (language: Language): FormWords => (language === "vi" ? vi : en);
