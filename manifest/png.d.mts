export function pngOf(size: number, pixels: Buffer): Buffer;
export function pngSize(bytes: Buffer): { width: number; height: number } | null;
