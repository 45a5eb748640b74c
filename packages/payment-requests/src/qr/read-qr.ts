import { decode, type DecodedPng } from "fast-png";
import { decodeQR } from "qr/decode.js";
import { CodeError } from "../code-error.ts";

const MAX_PIXELS = 16_000_000;

/** Pixels of four bytes each, red, green, blue and how opaque, row by row: what a canvas gives. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** The text of the QR code in a picture. Throws `CodeError` `no_picture`, `no_code`. */
export function readQr(picture: Picture): string {
  const { width, height, data } = picture;
  if (width * height > MAX_PIXELS || data.length !== width * height * 4) throw new CodeError("no_picture");
  try {
    return decodeQR({ width, height, data }, { format: "RGBA", textDecoder: strictText, timeLimit: 2_000 });
  } catch (error) {
    throw new CodeError(
      "no_code",
      undefined,
      error instanceof Error ? `There is no QR code to be read in the picture: ${error.message}.` : undefined,
    );
  }
}

/** The text of the QR code in a PNG. Throws `CodeError` `no_picture`, `no_code`. */
export function readQrPng(bytes: Uint8Array): string {
  return readQr(pictureOf(bytes));
}

function pictureOf(bytes: Uint8Array): Picture {
  let png: DecodedPng;
  try {
    // The size stands in bytes 16 to 23: a small file can claim a very large picture.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    if (view.getUint32(16) * view.getUint32(20) > MAX_PIXELS) throw new CodeError("no_picture");
    png = decode(bytes);
  } catch (error) {
    if (error instanceof Error) throw new CodeError("no_picture", undefined, `The picture is no PNG that can be read: ${error.message}.`);
    throw error;
  }
  return { width: png.width, height: png.height, data: colours(png) };
}

// Every kind of PNG as red, green, blue, and transparent as white.
function colours(png: DecodedPng): Uint8Array {
  const { width, height, channels, depth, data, palette } = png;
  const out = new Uint8Array(width * height * 4).fill(255);
  const rowSamples = depth < 8 ? Math.ceil((width * depth) / 8) : width * channels;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sample = (channel: number): number => {
        if (depth >= 8) return (data[y * rowSamples + x * channels + channel] ?? 0) >> (depth - 8);
        const byte = data[y * rowSamples + ((x * depth) >> 3)] ?? 0;
        const value = (byte >> (8 - depth - ((x * depth) & 7))) & ((1 << depth) - 1);
        return palette === undefined ? Math.round((value * 255) / ((1 << depth) - 1)) : value;
      };
      const entry = palette?.[sample(0)];
      const grey = channels < 3 && entry === undefined;
      const alpha = entry === undefined ? (channels === 2 || channels === 4 ? sample(channels - 1) : 255) : (entry[3] ?? 255);
      for (let channel = 0; channel < 3; channel++) {
        const value = entry === undefined ? sample(grey ? 0 : channel) : (entry[channel] ?? 0);
        out[(y * width + x) * 4 + channel] = Math.round((value * alpha + 255 * (255 - alpha)) / 255);
      }
    }
  }
  return out;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function strictText(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}
