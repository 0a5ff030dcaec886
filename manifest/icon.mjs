import { pngOf } from "./png.mjs";

const BLUE = [15, 84, 140];
const WHITE = [255, 255, 255];
/** Lengths in sixteenths of the side: where each bar begins, where all end, how wide they and the gaps are. */
const TOPS = [9, 6, 3];
const BOTTOM = 13;
const WIDTH = 2;
const CORNER = 3;
/** Points looked at along each side of a pixel. */
const SAMPLES = 4;

/** Where a coordinate falls inside a rounded square of side `size`. */
function inTile(x, y, size, radius) {
  const dx = Math.max(radius - x, x - (size - radius), 0);
  const dy = Math.max(radius - y, y - (size - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

/** The product's mark as a PNG: a blue tile with three rising bars, whose edges lie on whole pixels at every size. */
export function iconPng(size) {
  const unit = size / 16;
  const width = Math.round(WIDTH * unit);
  const left = Math.round((size - 5 * width) / 2);
  const bottom = Math.round(BOTTOM * unit);
  const bars = TOPS.map((top, index) => ({ left: left + index * 2 * width, top: Math.round(top * unit) }));
  const inBar = (x, y) => y < bottom && bars.some((bar) => x >= bar.left && x < bar.left + width && y >= bar.top);
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let covered = 0;
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const sx = x + ((s % SAMPLES) + 0.5) / SAMPLES;
        const sy = y + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES;
        if (inTile(sx, sy, size, CORNER * unit)) covered++;
      }
      const alpha = Math.round((covered * 255) / (SAMPLES * SAMPLES));
      pixels.set([...(inBar(x, y) ? WHITE : BLUE), alpha], (y * size + x) * 4);
    }
  }
  return pngOf(size, pixels);
}
