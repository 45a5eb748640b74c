import { decodeQR } from "qr/decode.js";
import { CodeError } from "../code-error.ts";
import { MAX_PIXELS, type Picture } from "./picture.ts";
import { readPng } from "./read-png.ts";
import { shrink } from "./shrink.ts";

/**
 * The text of the QR code in a picture. One of more than two million pixels is searched at a smaller size, so that a module should be
 * six pixels wide there. Throws `CodeError` `no_picture`, `no_code`.
 */
export function readQr(picture: Picture): string {
  const { width, height, data } = picture;
  const isPicture = Number.isSafeInteger(width) && Number.isSafeInteger(height) && width > 0 && height > 0;
  if (!isPicture || width * height > MAX_PIXELS || data.length !== width * height * 4) throw new CodeError("no_picture");
  try {
    return decodeQR(shrink(picture), { format: "RGBA", textDecoder: strictText, timeLimit: 2_000 });
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
  return readQr(readPng(bytes));
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function strictText(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}
