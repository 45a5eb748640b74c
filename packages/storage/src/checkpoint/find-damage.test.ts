import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededDraw } from "../files/seeded-draw.ts";
import { findDamage } from "./find-damage.ts";
import { StateCheckpoint } from "./state-checkpoint.ts";

// Large enough that several threads share the check: see WORTH_THREADS_BYTES.
const ENTRIES = 60_000;
const VALUE_BYTES = 600;
const TRIES = 12;

let directory = "";
let whole: Buffer;
let seal: Buffer;

beforeAll(async () => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "sycee-damage-"));
  const checkpoint = new StateCheckpoint(directory);
  for (let from = 0; from < ENTRIES; from += 10_000) {
    const writes = Array.from({ length: 10_000 }, (_, offset) => {
      const key = Buffer.alloc(9, 1);
      key.writeUInt32BE(from + offset, 5);
      return { key, value: Buffer.alloc(VALUE_BYTES, `entry ${from + offset}.`) };
    });
    checkpoint.fill(writes);
  }
  await checkpoint.close({ seal: true });
  whole = fs.readFileSync(path.join(directory, "data.mdb"));
  seal = fs.readFileSync(path.join(directory, "seal"));
}, 60_000);
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

test.each(["sealed", "unsealed"])(
  "a large data file (%s) that several threads look through",
  async (kind) => {
    const data = path.join(directory, "data.mdb");
    fs.writeFileSync(data, whole);
    if (kind === "sealed") fs.writeFileSync(path.join(directory, "seal"), seal);
    else fs.rmSync(path.join(directory, "seal"));
    expect(whole.length).toBeGreaterThan(32 * 1024 * 1024);
    const told: number[] = [];
    expect(await findDamage(directory, (share) => told.push(share))).toBeUndefined();
    expect(told.every((share) => share >= 0 && share <= 1)).toBe(true);
    const draw = seededDraw(7);
    for (let round = 0; round < TRIES; round += 1) {
      const number = draw(ENTRIES);
      const within = draw(400);
      const mask = 1 << draw(8);
      const places = placesOf(`entry ${number}.`.repeat(2)).map((at) => at + within);
      const descriptor = fs.openSync(data, "r+");
      for (const at of places) fs.writeSync(descriptor, Buffer.of((whole[at] ?? 0) ^ mask), 0, 1, at);
      const damage = await findDamage(directory);
      // It tells the piece of a sealed file, or else the entry.
      const near = kind === "sealed" ? 1024 * 1024 : 4_096;
      const offset = damage?.offset ?? Number.NaN;
      expect(
        places.some((at) => offset <= at && offset > at - near),
        `entry ${number} at ${places}: ${JSON.stringify(damage)}`,
      ).toBe(true);
      for (const at of places) fs.writeSync(descriptor, whole.subarray(at, at + 1), 0, 1, at);
      fs.closeSync(descriptor);
    }
    expect(await findDamage(directory)).toBeUndefined();
  },
  60_000,
);

test("pages of two uses, and subtrees that hang in the wrong place, are found by whichever thread comes second", async () => {
  fs.rmSync(path.join(directory, "seal"), { force: true });
  const data = path.join(directory, "data.mdb");
  const draw = seededDraw(11);
  let found = 0;
  for (let round = 0; round < TRIES; round += 1) {
    const bytes = Buffer.from(whole);
    const [from, to] = [2 + draw(bytes.length / 4_096 - 2), 2 + draw(bytes.length / 4_096 - 2)];
    if (from === to) continue;
    // Everything but its own number: as if a write had gone astray.
    bytes.copy(bytes, to * 4_096 + 8, from * 4_096 + 8, (from + 1) * 4_096);
    fs.writeFileSync(data, bytes);
    if ((await findDamage(directory)) !== undefined) found += 1;
  }
  // What goes astray onto a free page harms nobody.
  expect(found).toBeGreaterThanOrEqual(TRIES - 2);
}, 60_000);

// LMDB leaves old bytes behind where a page is split: what is in use is one of these.
function placesOf(text: string): number[] {
  const places: number[] = [];
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + VALUE_BYTES)) places.push(at);
  return places;
}
