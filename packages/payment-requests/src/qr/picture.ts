/** Pixels that a picture has at most. */
export const MAX_PIXELS = 16_000_000;

/** Pixels of four bytes each, red, green, blue and how opaque, row by row: what a canvas gives. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}
