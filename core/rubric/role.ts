import { fold, near, squeeze } from "./fold";

/** What a column of an annex, a filled form or a ranking holds. Only the first line matters to a rubric. */
export type Role =
  | "id" | "no" | "criterion" | "max" | "min" | "method" | "evidence" | "evidenceRequired" | "kind" | "level" | "note"
  | "self" | "review" | "review2" | "adviserScore" | "final" | "explanation" | "unitNote" | "reviewerNote" | "feedback"
  | "unit" | "unitCode" | "unitColumn" | "group" | "period" | "rank" | "rank:pillar" | "rank+value" | "band" | "percent"
  | "indicator" | "total" | "survey" | "actual" | "measureUnit" | "weight" | "childCount" | "isLeaf" | "rowId" | "sheetCode"
  | "dataSource" | "verifyingUnit" | "ownerUnit" | "requirement" | "history" | "status" | "time" | "person" | "phone" | "email"
  | "file" | "link" | "fileId" | "ignore";

/** Tried in this order on a label's letters alone, without marks: narrow wordings before wide ones. */
const patterns: readonly (readonly [Role, RegExp])[] = [
  ["id", /^(mahethong|id|madinhdanh)$/],
  ["rowId", /^rowid$/],
  ["fileId", /^fileid$/],
  ["time", /^(timestamp|thoigian|thoidiem|thoihan|hanxuly)/],
  ["unitCode", /^madonvi/],
  ["sheetCode", /^masheet/],
  ["level", /^(cap|captieuchi|capdo|bac)$/],
  ["isLeaf", /^conhaplieu/],
  ["kind", /^(loai|loaidong|loaitieuchi)$/],
  ["min", /^(diem)?(so)?toithieu/],
  ["band", /^(xeploai|mucdo$|mucxeploai|phanloai)/],
  ["rank:pillar", /^(thutu)?(xep)?(hang|thuhang)(cqs|kts|xhs|chinhquyenso|kinhteso|xahoiso)/],
  ["rank", /^(bang|thutu)?xephang|^(thu)?hang$/],
  ["percent", /%/],
  ["survey", /dieutraxhh|dieutraxahoihoc|^khaosat/],
  ["evidenceRequired", /^yeucauminhchung/],
  ["requirement", /^yeucau/],
  ["unitNote", /^ghichucuadonvi/],
  ["reviewerNote", /^ghichucua(nguoi)?thamdinh/],
  ["explanation", /^(noidung)?giaitrinh/],
  ["feedback", /^ykien/],
  ["actual", /^(solieuthuchien|tyledatduoc|tiledatduoc|cancuchamdiem|ketqua(thuchien)?$|thuchien$|solieu$)/],
  ["evidence", /minhchung|kiemchung|^tailieu(chungminh|kemtheo)?$|^hosochungminh|^file$|^vanbanchungminh|tailieuchungminh/],
  ["dataSource", /nguon(thuthap|cungcap)?(dulieu|solieu)|^nguon$/],
  ["verifyingUnit", /xacminh/],
  ["final", /cuoicung|chungket|diem.*chot$|tongdiemdatduoc|^diemdat(duoc)?$/],
  ["self", /tucham|tudanhgia/],
  ["adviserScore", /thammuu/],
  ["method", /^(cach|phuongphap|nguyentac|congthuc|huongdan|quytac|phuongthuc)(thuc)?(xacdinh|tinh|cham|danhgia|chodiem)/],
  ["method", /^(mota|noidungthangdiem|noidungchamdiem|thangdiemchitiet|diemchitiet|thangdiemdanhgia)$|^cachthuctinh/],
  ["max", /^(muc)?(so)?diem(so)?(toida|chuan|tran|quydinh)|^(so)?diem$|^thangdiem(toida|chuan)?$|^tongdiem\d*$|^(muc)?toida$|^diemtd$/],
  ["max", /^(tongsodiem|sodiemtoida|maxscore|max|tongdiemtoida|tongdiemchuan)$/],
  ["history", /^lichsu/],
  ["ownerUnit", /phutrach|chutri|(donvi|coquan)(phoihop|thuchien|theodoi)/],
  ["no", /^(stt|tt|#|so|sott|sothutu|ma|maso|kyhieu|ma(so)?(tieuchi|chitieu|chiso)(thanhphan)?)$/],
  ["childCount", /^so(luong)?(tieuchi|chiso|chitieu)/],
  ["criterion", /^(ten|cac|noidung|danhmuc|bo|hethong)*(tieuchi|chiso|chitieu|linhvuc|hangmuc|trucot)/],
  ["criterion", /^(ten|cac)?noidung(danhgia|tieuchi|congviec|nhiemvu|chitiet|chiso)?$|^dieukiencham|^(ten)?(dauviec|nhiemvu|congviec)$/],
  ["measureUnit", /^(donvitinh|dvt)$/],
  ["review", /thamdinh|phuctra|hoidong|covan|danhgia(xeploai)?$|cham(diem)?$|doandiem$|^diem(danhgia|kiemtra)/],
  ["unit", /^(ten|cac)*(donvi|coquan|quan|huyen|xa$|phuong|tinh|bo(co|$)|coso|hovaten|hoten|thanhpho|so$|thonto)/],
  ["status", /^(trangthai|tinhtrang)/],
  ["person", /^nguoi/],
  ["phone", /dienthoai/],
  ["email", /^email/],
  ["file", /^filename/],
  ["link", /url$|^(duongdan|link)/],
  ["ignore", /^(hanhdong|thaotac|mimetype|filesize|foldername)$/],
  ["group", /^(bomon|nhom|khoi)$/],
  ["period", /^(hocky|ky|quy|nam)\d*$/],
  ["weight", /^(heso|trongso)/],
  ["note", /^ghichu/],
];

/** Full wordings that a scan may have spoilt by a letter or two. */
const wordings: readonly (readonly [Role, string])[] = [
  ["max", "diemtoida"], ["max", "diemsotoida"], ["max", "diemchuan"], ["max", "thangdiem"],
  ["criterion", "tieuchi"], ["criterion", "tentieuchi"], ["criterion", "noidung"], ["criterion", "tieuchidanhgia"],
  ["criterion", "chisothanhphan"], ["criterion", "chisochisothanhphan"], ["criterion", "noidungdanhgia"],
  ["method", "cachtinhdiem"], ["method", "cachxacdinhvatinhdiem"], ["method", "cachchamdiem"],
  ["evidence", "tailieukiemchung"], ["evidence", "minhchung"], ["self", "diemtucham"], ["self", "diemtudanhgia"],
  ["review", "diemthamdinh"], ["no", "sothutu"], ["note", "ghichu"],
];

/** The label without "(1)", "(2)=(1)x(3)" and what stands in brackets behind it. */
function plainLabel(label: string): string {
  const folded = fold(label).replace(/_/g, " ");
  const bare = folded.replace(/\([^()]*\)/g, " ").trim();
  return squeeze(bare === "" ? folded : bare);
}

/** The role that a header's label names by itself; null where it names none that is known. */
export function roleOf(label: string): Role | null {
  const whole = squeeze(label.replace(/_/g, " "));
  if (whole === "" || label.length > 200) return null;
  const bare = plainLabel(label);
  if (whole.includes("%") && !/^(diem|tieuchi|noidung)/.test(bare)) return "percent";
  for (const [role, pattern] of patterns) if (pattern.test(bare)) return role;
  for (const [role, wording] of wordings) {
    if (bare.length >= 6 && near(bare, wording, wording.length >= 12 ? 2 : 1)) return role;
  }
  return null;
}

/** "TC Chung (30đ)" and "Tổng điểm (1000)" carry a number of points in their brackets. */
export const isTotalLabel = (label: string): boolean =>
  /pdti|captinh|capbo|capxa|^tong|diemsop(ci|ar)|^diemso|^chisotonghop/.test(squeeze(label));
