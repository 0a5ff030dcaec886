import { type Address, cellName } from "../sheet/address";
import type { Language } from "../sheet/snapshot";
import { plainNumber } from "../words/plain";
import { type ProofWords, proofWords } from "../words/proof";
import type { Difference, Effect, Proof } from "./proof";

/** A proof in a language's sentences. */
export interface ProofText {
  readonly title: string;
  readonly summary: string;
  /** Nothing differs, and every cell could be proved. */
  readonly good: boolean;
  readonly notes: readonly string[];
  readonly groups: readonly ProofGroup[];
  /** Said behind the last group shown, where there are more. */
  readonly more: string | null;
  readonly again: string;
}

/** Wrong cells of a form, or of a unit's line in a ranking. */
interface ProofGroup {
  readonly heading: string;
  /** What the right cells change in total and rank; null where they change neither. */
  readonly effect: string | null;
  readonly lines: readonly { readonly place: string; readonly text: string; readonly at: Address }[];
  readonly more: string | null;
}

/** Groups, and lines of a group, that a list shows. */
const most = { groups: 60, lines: 30 } as const;

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

function padded(value: string, digits: number, language: Language): string {
  const [whole = "0", part = ""] = value.split(".");
  const places = part.padEnd(digits, "0");
  return plainNumber(places === "" ? whole : `${whole}.${places}`, language);
}

function shownNumber({ measure, shown, right }: Difference, which: "shown" | "right", digits: number, language: Language): string {
  const value = which === "shown" ? shown : right;
  if (!isNumber(value)) return value;
  return measure === "points" ? padded(value, digits, language) : plainNumber(value, language);
}

function lineOf(of: Difference, digits: number, language: Language, words: ProofWords): ProofGroup["lines"][number] {
  const shown = of.shown === ""
    ? words.blank
    : of.text ? words.asText(of.shown) : words.holds(shownNumber(of, "shown", digits, language));
  const right = of.right === "" ? words.lineBlank(shown) : words.line(shown, shownNumber(of, "right", digits, language));
  const gain = of.gain === null || of.gain === "0"
    ? "" : ` ${words.gain(`${of.gain.startsWith("-") ? "" : "+"}${padded(of.gain, digits, language)}`)}`;
  // Only the rows of totals are of nothing by name.
  const isTotal = of.measure === "points" && of.code === "" && of.name === "";
  const what = isTotal || of.measure === "percent" || of.measure === "band" || of.measure === "rank" ? words.of[of.measure as keyof ProofWords["of"]] : "";
  const place = [of.code, what, cellName(of.at.row, of.at.column), of.hidden ? words.hidden : ""].filter((part) => part !== "");
  return { place: place.join(" · "), text: `${right}${gain}.`, at: of.at };
}

function effectText({ total, rank }: Effect, digits: number, language: Language, words: ProofWords): string | null {
  const points = (value: string): string =>
    value === "" ? words.unranked : isNumber(value) ? padded(value, digits, language) : value;
  const place = (value: number | null): string => (value === null ? words.unranked : plainNumber(String(value), language));
  const parts = [
    total.shown === total.right ? "" : words.total(points(total.shown), points(total.right)),
    rank === null || rank.shown === rank.right ? "" : words.rank(place(rank.shown), place(rank.right)),
  ].filter((part) => part !== "");
  const text = parts.join("; ");
  return text === "" ? null : `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** The sentences of a proof. Cells that only follow from others are counted, not listed. */
export function tellProof(proof: Proof, language: Language): ProofText {
  const words = proofWords(language);
  const count = (value: number): string => plainNumber(String(value), language);
  const { differences, digits } = proof;
  const roots = differences.filter(({ follows }) => !follows);
  const listed = roots.length > 0 ? roots : differences;
  const groups = new Map<string, Difference[]>();
  for (const each of listed) {
    const key = `${each.at.sheet}\n${each.unit?.code ?? ""}\n${each.unit?.name ?? ""}`;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [each]);
    else own.push(each);
  }
  const notes = [
    proof.forms + proof.units === 0 ? "" : words.scope(count(proof.forms), proof.units === 0 ? null : count(proof.units)),
    proof.outdated ? words.outdated : "",
    proof.lost > 0 ? words.lost(count(proof.lost)) : "",
    proof.absent > 0 ? words.absent(count(proof.absent)) : "",
    proof.entered > 0 ? words.entered(count(proof.entered)) : "",
    proof.waiting > 0 ? words.waiting(count(proof.waiting)) : "",
    listed.length < differences.length ? words.follows(count(listed.length), count(differences.length - listed.length)) : "",
    differences.length + proof.lost > 0 ? words.mend : "",
  ];
  const all = [...groups.values()];
  return {
    title: words.title,
    summary: proof.cells + proof.lost === 0 ? words.nothing : words.summary(count(proof.cells), count(differences.length)),
    good: proof.cells > 0 && differences.length + proof.lost === 0,
    notes: notes.filter((note) => note !== ""),
    groups: all.slice(0, most.groups).map((own): ProofGroup => {
      const [{ at, unit, effect }] = own as [Difference, ...Difference[]];
      return {
        heading: words.sheet(at.sheet, unit === null ? "" : unit.name || unit.code),
        effect: effect === null ? null : effectText(effect, digits, language, words),
        lines: own.slice(0, most.lines).map((each) => lineOf(each, digits, language, words)),
        more: own.length > most.lines ? words.moreCells(count(own.length - most.lines)) : null,
      };
    }),
    more: all.length > most.groups ? words.moreSheets(count(all.length - most.groups)) : null,
    again: words.again,
  };
}
