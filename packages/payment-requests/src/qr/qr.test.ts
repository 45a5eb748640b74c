import { decode, encode } from "fast-png";
import { zlibSync } from "fflate";
import { expect, test } from "vitest";
import { CodeError } from "../code-error.ts";
import { qrPng, qrSvg, qrText } from "./draw-qr.ts";
import { readQr, readQrPng } from "./read-qr.ts";

/** The specification's example, whose Chinese names need bytes. */
const EXAMPLE =
  "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A";

function fault(act: () => unknown): string {
  try {
    act();
    return "done";
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    return error.code;
  }
}

test("a picture that is drawn is read", () => {
  for (const pixels of [2, 5, 8]) expect(readQrPng(qrPng(EXAMPLE, pixels))).toBe(EXAMPLE);
  const long = `${EXAMPLE}${"0123456789".repeat(25)}`;
  expect(readQrPng(qrPng(long, 4))).toBe(long);
});

test("pictures in colour, transparent, in 16 bits and in a palette are read", () => {
  const { width, height, data } = decode(qrPng(EXAMPLE, 4));
  const dark = Array.from(data, (value) => value === 0);
  const rgb = Uint8Array.from(dark.flatMap((is) => (is ? [20, 30, 90] : [250, 240, 230])));
  const clear = Uint8Array.from(dark.flatMap((is) => (is ? [0, 0, 0, 255] : [0, 0, 0, 0])));
  const deep = Uint16Array.from(dark, (is) => (is ? 0 : 65_535));
  const indexed = Uint8Array.from(dark, (is) => (is ? 1 : 0));
  expect(readQrPng(encode({ width, height, data: rgb, channels: 3 }))).toBe(EXAMPLE);
  expect(readQrPng(encode({ width, height, data: clear, channels: 4 }))).toBe(EXAMPLE);
  expect(readQrPng(encode({ width, height, data: deep, channels: 1, depth: 16 }))).toBe(EXAMPLE);
  const palette = [
    [255, 255, 255],
    [0, 0, 80],
  ];
  expect(readQrPng(encode({ width, height, data: indexed, channels: 1, depth: 8, palette }))).toBe(EXAMPLE);
});

test("a turned and soiled picture is read", () => {
  const { width, height, data } = decode(qrPng(EXAMPLE, 4));
  const turned = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const soiled = x > 170 && x < 190 && y > 170 && y < 190;
      const value = soiled ? 0 : (data[y * width + x] ?? 0);
      const at = (x * height + (height - 1 - y)) * 4;
      turned.fill(value, at, at + 3);
    }
  }
  expect(readQr({ width: height, height: width, data: turned })).toBe(EXAMPLE);
});

test("what is no picture and what has no code is said", () => {
  expect(fault(() => readQrPng(new Uint8Array(0)))).toBe("no_picture");
  expect(fault(() => readQrPng(new TextEncoder().encode("no picture at all, but long enough")))).toBe("no_picture");
  expect(fault(() => readQrPng(qrPng(EXAMPLE).slice(0, 500)))).toBe("no_picture");
  const blank = { width: 100, height: 100, data: new Uint8Array(40_000).fill(255) };
  expect(fault(() => readQr(blank))).toBe("no_code");
  expect(fault(() => readQr({ ...blank, width: 99 }))).toBe("no_picture");
  const bomb = encode({ width: 1, height: 1, data: Uint8Array.of(0), channels: 1 });
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  view.setUint32(16, 1_000_000);
  view.setUint32(20, 1_000_000);
  expect(fault(() => readQrPng(bomb))).toBe("no_picture");
});

test("the vector picture and the terminal's have every dark module", () => {
  const { width, data } = decode(qrPng(EXAMPLE, 1));
  const dark = Array.from(data).filter((value) => value === 0).length;
  expect(qrSvg(EXAMPLE).match(/h1v1h-1z/g)).toHaveLength(dark);
  expect(qrSvg(EXAMPLE)).toContain(`viewBox="0 0 ${width} ${width}"`);
  const lines = qrText(EXAMPLE).split("\n");
  expect(lines).toHaveLength(Math.ceil(width / 2));
  const light = lines.join("").replace(/[ ]/g, "");
  const modules = Array.from(light).reduce((sum, block) => sum + (block === "█" ? 2 : 1), 0);
  expect(modules).toBe(width * width - dark);
});

/** A PNG of these chunks. Checksums are zero: nobody looks at them. */
function png(...chunks: readonly (readonly [type: string, data: Uint8Array])[]): Uint8Array {
  const parts = chunks.map(([type, data]) => {
    const chunk = new Uint8Array(12 + data.length);
    new DataView(chunk.buffer).setUint32(0, data.length);
    chunk.set(new TextEncoder().encode(type), 4);
    chunk.set(data, 8);
    return chunk;
  });
  return Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, ...parts.flatMap((part) => [...part])]);
}

function header(side: number): readonly [string, Uint8Array] {
  const data = new Uint8Array(13);
  new DataView(data.buffer).setUint32(0, side);
  new DataView(data.buffer).setUint32(4, side);
  data[8] = 8;
  return ["IHDR", data];
}

test("a small file that unpacks to much, or claims another size later, is refused before it takes memory", () => {
  const end = ["IEND", new Uint8Array(0)] as const;
  const bomb = zlibSync(new Uint8Array(100_000_000), { level: 9 });
  const before = process.memoryUsage().arrayBuffers;
  expect(fault(() => readQrPng(png(header(1), ["IDAT", bomb], end)))).toBe("no_picture");
  expect(fault(() => readQrPng(png(header(1), header(20_000), end)))).toBe("no_picture");
  expect(fault(() => readQrPng(png(["PLTE", new Uint8Array(3)], header(1), end)))).toBe("no_picture");
  expect(fault(() => readQrPng(png(header(1), ["PLTE", new Uint8Array(900)], end)))).toBe("no_picture");
  expect(fault(() => readQrPng(png(header(1))))).toBe("no_picture");
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  // A profile makes no pixel: it is passed over and never unpacked.
  const drawn = qrPng(EXAMPLE, 2);
  const profile = png(["iCCP", Uint8Array.from([97, 0, 0, ...bomb])]).subarray(8);
  expect(readQrPng(Uint8Array.from([...drawn.subarray(0, 33), ...profile, ...drawn.subarray(33)]))).toBe(EXAMPLE);
});

test("a large picture is read at a smaller size, and one full of corners of codes takes no longer than a few seconds", () => {
  expect(readQrPng(qrPng(EXAMPLE, 40))).toBe(EXAMPLE);
  const side = 4_000;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [column, row] = [x % 10, y % 10];
      const ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
      if (column < 7 && row < 7 && ring !== 2) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  const before = process.cpuUsage();
  expect(fault(() => readQr({ width: side, height: side, data }))).toBe("no_code");
  expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
}, 60_000);

test("sizes that are none are no picture's", () => {
  for (const [width, height, length] of [
    [0, 0, 0],
    [-1, -1, 4],
    [Number.NaN, Number.NaN, 0],
    [0.5, 2, 4],
  ] as const)
    expect(fault(() => readQr({ width, height, data: new Uint8Array(length) }))).toBe("no_picture");
});
