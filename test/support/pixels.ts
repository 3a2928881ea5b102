import { inflateSync } from 'node:zlib';

/** A picture in memory: four bytes for each pixel, row after row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Bytes per pixel, by PNG's colour type: what browsers write. */
const DEPTHS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/**
 * Reads a screenshot.
 * @throws {Error} for a PNG of another kind than browsers write: eight bits, in colour, not interlaced
 */
export function readPng(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const depth = DEPTHS[png[25] ?? 0];
  if (png[24] !== 8 || !depth || png[28] !== 0) throw new Error('This PNG is not one that a browser writes');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * depth;
  const rows = new Uint8Array(stride * height);
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x < depth ? 0 : (rows[y * stride + x - depth] ?? 0);
      const up = y === 0 ? 0 : (rows[(y - 1) * stride + x] ?? 0);
      const corner = x < depth || y === 0 ? 0 : (rows[(y - 1) * stride + x - depth] ?? 0);
      const guess =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? paeth(left, up, corner)
                : 0;
      const value = ((raw[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255;
      rows[y * stride + x] = value;
      pixels[(y * width + Math.floor(x / depth)) * 4 + (x % depth)] = value;
    }
  }
  return { width, height, pixels };
}

/** The neighbour that a pixel is likest to. Source: PNG specification, section 9.4. */
function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(left + up - corner - one)) as [
    number,
    number,
    number,
  ];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Relative luminance of a pixel. Source: WCAG 2.2. */
function luminance({ pixels }: Picture, at: number): number {
  const [r, g, b] = [0, 1, 2].map((part) => {
    const value = (pixels[at + part] ?? 0) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How many pixels differ between two pictures of the same place by at least this contrast. */
export function changedPixels(a: Picture, b: Picture, contrast: number): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error('The pictures are of different size');
  let count = 0;
  for (let at = 0; at < a.pixels.length; at += 4) {
    const [one, other] = [luminance(a, at) + 0.05, luminance(b, at) + 0.05];
    if (Math.max(one, other) / Math.min(one, other) >= contrast) count += 1;
  }
  return count;
}
