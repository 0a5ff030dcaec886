/** The sets that come with the product, for a list to choose from; their tables stand in `presets/`. */
export const presets: readonly {
  readonly id: string; readonly title: string; readonly criteria: number; readonly points: string;
}[] = [
  { id: "hcm-xa-2026", title: "Bộ chỉ số chuyển đổi số cấp xã, Thành phố Hồ Chí Minh 2026", criteria: 43, points: "100" },
];
