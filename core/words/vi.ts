import { names } from "./vi/case";
import { draft } from "./vi/draft";
import { file } from "./vi/file";
import { form } from "./vi/form";
import { number } from "./vi/number";
import { panel } from "./vi/panel";
import { ranking } from "./vi/ranking";
import { rule } from "./vi/rule";
import { scoring } from "./vi/scoring";
import { table } from "./vi/table";
import type { Words } from "./words";

export const vi: Words = { issues: { ...draft, ...names, ...number, ...rule, ...table, ...scoring, ...form, ...ranking, ...file }, panel };
