import { decode, type DecodedPng } from "fast-png";
import { Unzlib } from "fflate";
import { CodeError } from "../code-error.ts";
import { MAX_PIXELS, type Picture } from "./picture.ts";

/** Bytes of rows that a picture has at most before they are compressed: four for each pixel. */
const MAX_ROW_BYTES = 4 * MAX_PIXELS;
/** Bytes of a file. */
const MAX_FILE_BYTES = MAX_ROW_BYTES;
/** Compressed bytes that are looked at in one go; deflate makes at most 1,032 bytes of one. */
const PIECE_BYTES = 16_384;
/** Bytes that chunks have at most; others that are kept have data of the picture. */
const MAX_CHUNK_BYTES: Readonly<Record<string, number>> = { IHDR: 13, PLTE: 768, tRNS: 256 };
const SIGNATURE_BYTES = 8;
/** Length and type before a chunk's data, checksum after. */
const FRAME_BYTES = 12;

/**
 * The picture in a PNG. Memory and time are bounded whatever the file claims: chunks that make no pixel are passed over, and
 * the data is measured before it is unpacked. Throws `CodeError` `no_picture`.
 */
export function readPng(bytes: Uint8Array): Picture {
  let png: DecodedPng;
  try {
    png = decode(pixelsOnly(bytes));
  } catch (error) {
    if (error instanceof CodeError) throw error;
    if (error instanceof Error) throw new CodeError("no_picture", undefined, `The picture is no PNG that can be read: ${error.message}.`);
    throw error;
  }
  return { width: png.width, height: png.height, data: colours(png) };
}

/** The file without what makes no pixel. Its header comes first and once, so that no other size counts than the one tested here. */
function pixelsOnly(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_FILE_BYTES) throw new CodeError("no_picture", undefined, "The picture is larger than 64 megabytes.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)];
  const data: Uint8Array[] = [];
  let at = SIGNATURE_BYTES;
  let type = "";
  while (type !== "IEND") {
    const end = at + FRAME_BYTES + view.getUint32(at);
    type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || (type === "IHDR") !== (at === SIGNATURE_BYTES)) throw new CodeError("no_picture");
    const most = MAX_CHUNK_BYTES[type];
    if (most !== undefined && end - at - FRAME_BYTES > most) throw new CodeError("no_picture");
    if (type === "IHDR" && view.getUint32(at + 8) * view.getUint32(at + 12) > MAX_PIXELS) throw new CodeError("no_picture");
    if (most !== undefined || type === "IDAT" || type === "IEND") kept.push(bytes.subarray(at, end));
    if (type === "IDAT") data.push(bytes.subarray(at + 8, end - 4));
    at = end;
  }
  measure(data);
  return joined(kept);
}

// A small file can hold very much: unpacked piece by piece, and thrown away, until it is too much.
function measure(data: readonly Uint8Array[]): void {
  let unpacked = 0;
  const inflator = new Unzlib((piece) => void (unpacked += piece.length));
  for (const part of data) {
    for (let at = 0; at < part.length; at += PIECE_BYTES) {
      inflator.push(part.subarray(at, at + PIECE_BYTES), false);
      if (unpacked > MAX_ROW_BYTES) throw new CodeError("no_picture", undefined, "The picture's data is larger than 64 megabytes.");
    }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
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
