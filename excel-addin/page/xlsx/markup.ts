/**
 * A tag that opens: its name without a prefix, its attributes as they are written, and the names it stands within; in a part
 * that is pushed whole, also where it stands.
 */
export type OnTag = (name: string, attributes: string, within: readonly string[], from: number, to: number) => void;

/** What a tag opened ends: where the tag stands that closes it. One that is closed at once ends behind itself. */
type OnEnd = (from: number, to: number) => void;

/** What is wrong with a part's markup. */
type MarkupFault = "broken" | "declaration";

/** Markup that is not read on. */
export class MarkupError extends Error {
  constructor(readonly fault: MarkupFault) {
    super(fault);
  }
}

/** Nothing in a workbook nests deeper than some twenty. */
const DEEPEST = 100;
/** Longest tag: a check may list some thousand areas. */
const LONGEST_TAG = 2 ** 20;

/** What ends each stretch that is passed over. */
const ENDS = { "<!--": "-->", "<![CDATA[": "]]>", "<?": "?>" } as const;
type Stretch = (typeof ENDS)[keyof typeof ENDS];

const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gy;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function letterOf(whole: string, hex?: string, decimal?: string, named?: string): string {
  if (named !== undefined) return NAMED[named] ?? whole;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** What a text or an attribute says, its letters by name or number written out. */
export const unmarked = (text: string): string => (text.includes("&") ? text.replace(ENTITY, letterOf) : text);

/**
 * The attributes of a tag. A name that stands twice, or anything that is no attribute, is a fault: programs differ in
 * what they make of it.
 */
export function attributesOf(written: string): Map<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  let at = 0;
  for (let match = ATTRIBUTE.exec(written); match !== null; match = ATTRIBUTE.exec(written)) {
    const [, name = "", double, single = ""] = match;
    if (found.has(name)) throw new MarkupError("broken");
    const value = double ?? single;
    found.set(name, unmarked(value));
    at = ATTRIBUTE.lastIndex;
  }
  if (written.slice(at).trim() !== "") throw new MarkupError("broken");
  return found;
}

/** The attributes of a tag, as they are written, one of them with another value. */
export const withAttribute = (written: string, name: string, value: string): string =>
  written.replace(ATTRIBUTE, (whole: string, own: string, double?: string, single = "") =>
    (own === name ? whole.slice(0, -1 - (double ?? single).length) + value + whole.slice(-1) : whole));

/**
 * Reads markup piece by piece and tells its tags, holding no more than one tag: that every tag closes, that nothing is
 * declared (entities, outside documents).
 * @throws {MarkupError} from {@link push} and {@link end}.
 */
export class Markup {
  private rest = "";
  /** How far into the rest a tag has been read that does not end yet, and the quote that is open there. */
  private read = 0;
  private quote = 0;
  private until: Stretch | null = null;
  private readonly open: string[] = [];
  private readonly within: string[] = [];
  private begun = false;
  private letters = 0;
  /** Letters of the longest text so far. */
  longest = 0;

  /** @param onValue hears what stands in a tag `v`, piece by piece. */
  constructor(private readonly onTag: OnTag, private readonly onValue?: (piece: string) => void, private readonly onEnd?: OnEnd) {}

  push(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      if (this.until !== null) {
        const found = text.indexOf(this.until, at);
        if (this.until === ENDS["<![CDATA["]) this.count(text, at, found < 0 ? text.length : found);
        if (found < 0) return this.keep(text.slice(Math.max(at, text.length - 2)));
        at = found + this.until.length;
        this.until = null;
      }
      const tag = text.indexOf("<", at);
      this.pass(text, at, tag < 0 ? text.length : tag);
      if (tag < 0) return this.keep("");
      const next = this.from(text, tag);
      if (next === null) return this.keep(text.slice(tag));
      at = next;
    }
  }

  end(): void {
    if (this.rest !== "" || this.until !== null || this.open.length > 0 || !this.begun) throw new MarkupError("broken");
  }

  private keep(rest: string): void {
    if (rest.length > LONGEST_TAG) throw new MarkupError("broken");
    this.rest = rest;
  }

  private count(text: string, from: number, to: number): void {
    this.letters += to - from;
    if (this.onValue !== undefined && this.within[this.within.length - 1] === "v") this.onValue(text.slice(from, to));
    this.longest = Math.max(this.longest, this.letters);
  }

  /** Text between tags; outside of all of them only blanks may stand. */
  private pass(text: string, from: number, to: number): void {
    this.count(text, from, to);
    if (this.open.length === 0 && to > from && text.slice(from, to).replace(/^\ufeff/, "").trim() !== "") {
      throw new MarkupError("broken");
    }
  }

  /** Reads what opens at a place: where to read on, or null where it does not end yet. */
  private from(text: string, at: number): number | null {
    const second = text[at + 1];
    if (second === undefined) return null;
    if (second === "!" || second === "?") return this.stretch(text, at, second);
    const end = this.endOfTag(text, at);
    if (end === null) return null;
    this.letters = 0;
    if (second === "/") {
      if (this.open.pop() !== text.slice(at + 2, end).trimEnd()) throw new MarkupError("broken");
      this.within.pop();
      this.onEnd?.(at, end + 1);
      return end + 1;
    }
    const closed = text[end - 1] === "/";
    const inside = text.slice(at + 1, closed ? end - 1 : end);
    const blank = inside.search(/\s/);
    const name = blank < 0 ? inside : inside.slice(0, blank);
    if (name === "" || (this.begun && this.open.length === 0)) throw new MarkupError("broken");
    this.begun = true;
    const local = name.slice(name.indexOf(":") + 1);
    this.onTag(local, blank < 0 ? "" : inside.slice(blank), this.within, at, end + 1);
    if (closed) {
      this.onEnd?.(end + 1, end + 1);
      return end + 1;
    }
    this.within.push(local);
    if (this.open.push(name) > DEEPEST) throw new MarkupError("broken");
    return end + 1;
  }

  private stretch(text: string, at: number, second: "!" | "?"): number | null {
    const opening = (["<!--", "<![CDATA[", "<?"] as const).find((each) => text.startsWith(each, at));
    if (opening === undefined) {
      if (text.length - at < "<![CDATA[".length) return null;
      throw new MarkupError("declaration");
    }
    if (second === "!" && this.open.length === 0 && opening === "<![CDATA[") throw new MarkupError("broken");
    this.until = ENDS[opening];
    return at + opening.length;
  }

  /** Where a tag ends: the first > outside of quotes. What was read of it before is not read again. */
  private endOfTag(text: string, at: number): number | null {
    let quote = this.quote;
    for (let i = at + Math.max(1, this.read); i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === 34 || code === 39) quote = code;
      else if (code === 62) {
        this.read = this.quote = 0;
        return i;
      }
    }
    this.read = text.length - at;
    this.quote = quote;
    return null;
  }
}
