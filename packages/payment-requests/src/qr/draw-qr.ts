import { encode } from "fast-png";
import { encodeQR } from "qr";

/** Modules of white around a symbol (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A text as a QR code for a terminal, a line of text for each two rows of modules. */
export function qrText(text: string): string {
  const rows = modulesOf(text);
  const lines: string[] = [];
  // A half block has the upper module in one colour and the lower in the other. Light is drawn: terminals are dark.
  for (let row = 0; row < rows.length; row += 2) {
    const upper = rows[row] ?? [];
    const lower = rows[row + 1] ?? [];
    lines.push(upper.map((dark, column) => halfBlock(!dark, lower[column] !== true && row + 1 < rows.length)).join(""));
  }
  return lines.join("\n");
}

/** A text as a QR code in SVG. */
export function qrSvg(text: string): string {
  const rows = modulesOf(text);
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${path}"/></svg>\n`;
}

/** A text as a QR code in PNG, a module being so many pixels wide (8 if absent). */
export function qrPng(text: string, modulePixels = 8): Uint8Array {
  const rows = modulesOf(text);
  const size = rows.length * modulePixels;
  const data = new Uint8Array(size * size).fill(255);
  for (let y = 0; y < size; y++) {
    const row = rows[Math.floor(y / modulePixels)] ?? [];
    for (let x = 0; x < size; x++) if (row[Math.floor(x / modulePixels)] === true) data[y * size + x] = 0;
  }
  return encode({ width: size, height: size, data, channels: 1, depth: 8 });
}

// Medium error correction: a seventh of the symbol may be spoilt.
function modulesOf(text: string): boolean[][] {
  return encodeQR(text, "raw", { ecc: "medium", border: QUIET_ZONE, encoding: "byte" });
}

function halfBlock(upper: boolean, lower: boolean): string {
  if (upper) return lower ? "█" : "▀";
  return lower ? "▄" : " ";
}
