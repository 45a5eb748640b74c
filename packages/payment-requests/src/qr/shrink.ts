import type { Picture } from "./picture.ts";

/** Pixels that are searched at most. The search takes time by the square of how much looks like a corner of a code. */
const MAX_SEARCHED_PIXELS = 2_000_000;

/** A picture of at most two million pixels; a larger one is made smaller by a whole factor, each pixel the mean of those it stands for. */
export function shrink(picture: Picture): Picture {
  const factor = Math.ceil(Math.sqrt((picture.width * picture.height) / MAX_SEARCHED_PIXELS));
  const [width, height] = [Math.floor(picture.width / factor), Math.floor(picture.height / factor)];
  if (factor <= 1 || width === 0 || height === 0) return picture;
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        data[(y * width + x) * 4 + channel] = meanOf(picture, x * factor, y * factor, channel, factor);
      }
    }
  }
  return { width, height, data };
}

function meanOf({ width, data }: Picture, left: number, top: number, channel: number, factor: number): number {
  let sum = 0;
  for (let y = top; y < top + factor; y++) {
    for (let x = left; x < left + factor; x++) sum += data[(y * width + x) * 4 + channel] ?? 0;
  }
  return Math.round(sum / (factor * factor));
}
