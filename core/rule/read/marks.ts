/** Vietnamese without its marks, or letters of fonts from before Unicode, as they show today. */
export type Marks = "none" | "font";

const bare = /(^|[^\p{L}\p{M}])(khong|chua|diem|toi da|ty le|ti le)(?![\p{L}\p{M}])/iu;
const bareAlone = /(^|[^a-z])(co|da|so|tong|moi|tru|dat)(?![a-z])/i;
/** "®iÓm", "tèi ®a" of TCVN3, "ñieåm", "toái ña" of VNI. */
const font = /®iÓm|tèi ®a|kh«ng|tû lÖ|ñieåm|toái ña|khoâng|tyû leä|chöa/iu;

/** Whether words stand without their marks, or in an old font's letters, that decide how a text is read. */
export const isBare = (composed: string): boolean => bare.test(composed) || font.test(composed);

/** What keeps a text's words from being told apart, those in “…” aside; null where they have their marks. */
export function marksOf(text: string): Marks | null {
  const composed = text.normalize("NFC").replace(/“[^”]*(”?)/g, (quote, end: string) => (end === "" ? quote : " "));
  if (font.test(composed)) return "font";
  const plain = /^[a-z]*$/i.test(composed.replace(/[^\p{L}]/gu, ""));
  return bare.test(composed) || (plain && bareAlone.test(composed)) ? "none" : null;
}
