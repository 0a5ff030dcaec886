/** What a column of a list of units holds. */
export const unitColumns = ["code", "name", "block", "parent", "standing", "previousTotal", "previousRank"] as const;
export type UnitColumn = (typeof unitColumns)[number];

/** In lower case, without marks on letters, with single spaces: "ĐƠN VỊ\n(1)" becomes "don vi". */
function bareText(text: string): string {
  return text
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d")
    .replace(/\(\d+\)/g, " ").replace(/[\s\u00a0]+/g, " ").trim();
}

const before = /(ky|nam|lan) truoc|previous/;
const agency =
  "don vi|co quan|dia phuong|to chuc|tinh|thanh pho|huyen|xa|phuong|so|ban|nganh|doan the|co so|bo|unit|units|agency";
const heads: readonly (readonly [UnitColumn | "number", RegExp])[] = [
  ["previousRank", new RegExp(`(hang|thu tu|rank).*(${before.source})|(${before.source}).*rank`)],
  ["previousTotal", new RegExp(`diem.*(${before.source})|(${before.source}).*points`)],
  ["number", /^(stt|tt|so tt|so thu tu|#|no\.?)$/],
  ["code", new RegExp(`^(ma|ma so|ma dinh danh|ky hieu|(unit )?code|(ma|ma so|ky hieu) (${agency}|dv))$`)],
  [
    "name",
    new RegExp(`^(ten|name|unit name|(cac |ten )*(${agency})([ ,/&-]+(va )?(cac )?(${agency}|truc thuoc (tw|trung uong)))*)$`),
  ],
  ["parent", /cap tren|truc thuoc|thuoc (huyen|tinh|khu vuc)|belongs to|^parent$/],
  ["standing", /^(dien( xep hang)?|doi tuong|xep hang ?\/ ?khuyen khich|ranked or encouraged|standing)$/],
  ["block", /^(ten )?(khoi|nhom|cum|cap|loai|block)( (don vi|co quan|thi dua|xep hang))?$/],
];

/** What a head cell announces; `number` is the running number, which nobody needs. */
export function unitHead(text: string): UnitColumn | "number" | null {
  const bare = bareText(text);
  return heads.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

/** Ranked or encouraged, as people write it; null where the text says neither. */
export function readStanding(text: string): boolean | null {
  const bare = bareText(text);
  if (/^(|x|co|xep hang|duoc xep hang|chinh thuc|bat buoc|ranked|yes)$/.test(bare)) return true;
  if (/^(kk|khuyen khich( danh gia| tham gia)?|khong|khong xep hang|encouraged|no|not ranked)$/.test(bare)) return false;
  return null;
}

/** The title of a list that we wrote, and the hint below it. */
export const leadsList = (text: string): boolean =>
  /^(danh sach don vi|list of units|nhap hoac dan ten cac don vi,.*|type or paste the units' names,.*)$/.test(bareText(text));

/** Rows that close a list: sums, means, notes, signatures. */
export const closesList = (text: string): boolean =>
  /^(tong( cong| so)?|cong|trung binh|ghi chu|noi nhan|nguoi lap)\b/.test(bareText(text));

/** "II. Khối huyện" becomes "Khối huyện"; null where no Roman number stands in front. */
export function blockHeading(number: string, name: string): string | null {
  const roman = /^[IVX]{1,5}[.)]?$/;
  if (roman.test(number)) return name === "" ? null : name;
  return /^[IVX]{1,5}[.)] *(\S.*)$/.exec(name)?.[1] ?? null;
}
