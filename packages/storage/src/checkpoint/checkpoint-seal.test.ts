import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readSeal } from "./checkpoint-seal.ts";
import { findDamage } from "./find-damage.ts";
import { StateCheckpoint } from "./state-checkpoint.ts";

const PAGE = 4_096;

let directory = "";
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "sycee-seal-"));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

describe("the seal of a data file that lacks free pages at its end", () => {
  test("holds also after a start that wrote nothing", async () => {
    const checkpoint = new StateCheckpoint(directory);
    const large = Buffer.of(2);
    checkpoint.fill([
      { key: Buffer.of(1), value: Buffer.from("stays") },
      { key: large, value: Buffer.alloc(40 * PAGE, 7) },
    ]);
    checkpoint.fill([{ key: large, value: undefined }]);
    // Freed pages are used again some transactions later: then none at the end is in use.
    for (let round = 0; round < 4; round += 1) checkpoint.fill([{ key: Buffer.of(3), value: Buffer.of(round) }]);
    const data = path.join(directory, "data.mdb");
    fs.truncateSync(data, fs.statSync(data).size - 8 * PAGE);
    expect(await findDamage(directory)).toBeUndefined();
    await checkpoint.close({ seal: true });
    expect(readSeal(directory)).toBeDefined();
    expect(await findDamage(directory)).toBeUndefined();
    await new StateCheckpoint(directory).close({ seal: true });
    expect(await findDamage(directory)).toBeUndefined();
  });
});

describe("the seal of a data file that had none, as after a kill", () => {
  test("is made when it is closed in order, also when nothing was written", async () => {
    const checkpoint = new StateCheckpoint(directory);
    checkpoint.fill([{ key: Buffer.from([1, 2]), value: Buffer.from("value") }]);
    await checkpoint.close();
    expect(readSeal(directory)).toBeUndefined();
    await new StateCheckpoint(directory).close({ seal: false });
    expect(readSeal(directory)).toBeUndefined();
    await new StateCheckpoint(directory).close({ seal: true });
    const seal = readSeal(directory);
    expect(seal?.bytes).toBe(fs.statSync(path.join(directory, "data.mdb")).size);
    expect(await findDamage(directory)).toBeUndefined();
    await new StateCheckpoint(directory).close({ seal: true });
    expect(readSeal(directory)).toEqual(seal);
  });
});
