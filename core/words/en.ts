import { names } from "./en/case";
import { draft } from "./en/draft";
import { file } from "./en/file";
import { form } from "./en/form";
import { number } from "./en/number";
import { panel } from "./en/panel";
import { ranking } from "./en/ranking";
import { rule } from "./en/rule";
import { scoring } from "./en/scoring";
import { table } from "./en/table";
import type { Words } from "./words";

export const en: Words = { issues: { ...draft, ...names, ...number, ...rule, ...table, ...scoring, ...form, ...ranking, ...file }, panel };
