import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { seededDraw } from "../files/seeded-draw.ts";
import { findDamage } from "./find-damage.ts";
import { StateCheckpoint } from "./state-checkpoint.ts";
import { keyText } from "./key-text.ts";
import { StateLayer } from "./state-layer.ts";

const KEYS = 12_000;
// Several nested transactions a checkpoint, whose free pages the next ones use again.
const ENTRIES = 9_000;
const CHECKPOINTS = 6;
const MARK_BYTES = 16;
const SEED = 20_261_250;

let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "sycee-checkpoints-"));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

function keyOf(number: number): Buffer {
  const key = Buffer.alloc(33, 1);
  key.writeUInt32BE(Math.imul(number, 2_654_435_761) >>> 0, 1);
  key.writeUInt32BE(number, 5);
  return key;
}

it(`checkpoints one over another leave what was written last, in a file without damage (seed ${SEED})`, { timeout: 120_000 }, async () => {
  const draw = seededDraw(SEED);
  const expected = new Map<string, Buffer>();
  const checkpoint = new StateCheckpoint(directory);
  for (let height = 1; height <= CHECKPOINTS; height += 1) {
    const layer = new StateLayer(height);
    for (let entry = 0; entry < ENTRIES; entry += 1) {
      const text = keyText(keyOf(draw(KEYS)));
      // Now and then gone, or too large for a page.
      const value = draw(8) === 0 ? undefined : Buffer.alloc(draw(500) === 0 ? 10_000 : 20 + draw(300), height * 16 + draw(16));
      layer.set(text, value);
      if (value === undefined) expected.delete(text);
      else expected.set(text, value);
    }
    await checkpoint.write(layer, { height, checksum: Buffer.alloc(MARK_BYTES, height) });
    const stored = [...checkpoint.range(Buffer.of(1))];
    expect(stored.length).toBe(expected.size);
    for (const { key, value } of stored) expect(expected.get(keyText(key))?.equals(value)).toBe(true);
    expect(checkpoint.mark?.height).toBe(height);
  }
  await checkpoint.close();
  expect(await findDamage(directory)).toBeUndefined();
});
