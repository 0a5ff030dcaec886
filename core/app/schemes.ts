import type { BandScheme } from "../app-port";

/** Band schemes that provinces have published, with their inclusive sides. */
export const schemes: readonly BandScheme[] = [
  {
    id: "lao-cai",
    source: "Lào Cai, DTI 2022 và 2023",
    bandUnit: "percent",
    bands: [
      { name: "Dẫn dắt", from: "75", inclusive: false },
      { name: "Nâng cao", from: "50", inclusive: false },
      { name: "Hình thành", from: "25", inclusive: false },
      { name: "Khởi động", from: "0", inclusive: true },
    ],
  },
  {
    id: "kon-tum",
    source: "Kon Tum, DTI 2023",
    bandUnit: "percent",
    bands: [
      { name: "Tốt", from: "90", inclusive: true },
      { name: "Khá", from: "70", inclusive: true },
      { name: "Trung bình", from: "50", inclusive: true },
      { name: "Yếu", from: "0", inclusive: true },
    ],
  },
];
