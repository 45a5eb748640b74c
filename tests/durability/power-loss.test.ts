import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Draw, SimulatedDisk, seededDraw, StorageError } from "@sycee/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LedgerRun } from "./ledger-run.ts";
import { scaleOf, tell } from "./scale.ts";
import { StateFileWatch } from "./state-file-watch.ts";

const { seed, count, timeoutMs } = scaleOf(20_261_123, 16);
const LAST = 45;
const IMAGES_A_RUN = 8;

let directory = "";
beforeAll(() => {
  directory = fs.mkdtempSync(join(tmpdir(), "sycee-power-"));
});
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

interface Image {
  readonly disk: SimulatedDisk;
  readonly state: Buffer | undefined;
  readonly acknowledged: number;
}

/** Runs a chain on a disk that holds back what is not synced, and takes images of what would be left at some moments. */
async function takeImages(run: LedgerRun, work: string, draw: Draw): Promise<Image[]> {
  const images: Image[] = [];
  const state = new StateFileWatch(join(work, "state/data.mdb"));
  let acknowledged = -1;
  const disk: SimulatedDisk = new SimulatedDisk({
    fault() {
      if (images.length < IMAGES_A_RUN && draw(30) === 0)
        images.push({ disk: disk.losePower(draw), state: state.losePower(draw), acknowledged });
      return undefined;
    },
  });
  const open = await run.open(work, { files: disk });
  acknowledged = 0;
  while (open.height < LAST) {
    const height = open.height + 1;
    const synced = open.next().then(() => {
      acknowledged = Math.max(acknowledged, height);
    });
    expect(open.difference()).toBeUndefined();
    if (draw(2) === 0) await synced;
    // Now and then the node is idle long enough for its checkpoint.
    const before = open.storage.checkpointHeight;
    if (draw(6) === 0) for (let turn = 0; turn < 30 && open.storage.checkpointHeight === before; turn += 1) await pause(3);
    state.settled(open.storage.checkpointHeight);
  }
  await open.storage.close();
  return images;
}

/** Recovers an image; returns the height that it comes back to, and whether its checkpoint was of use. */
async function recover(
  run: LedgerRun,
  work: string,
  image: Image,
  name: string,
): Promise<{ readonly height: number; readonly fromCheckpoint: boolean }> {
  const after = join(directory, "after");
  fs.rmSync(after, { recursive: true, force: true });
  fs.mkdirSync(join(after, "state"), { recursive: true });
  if (image.state !== undefined) fs.writeFileSync(join(after, "state/data.mdb"), image.state);
  const disk = image.disk.moved((path) => after + path.slice(work.length));
  const open = await run.open(after, { files: disk });
  const { height } = open;
  const fromCheckpoint = open.storage.checkpointHeight !== undefined && open.notices.length === 0;
  expect(open.difference(), name).toBeUndefined();
  expect(height, name).toBeGreaterThanOrEqual(image.acknowledged);
  if (height < LAST) await open.next();
  expect(open.difference(), `${name}, one block on`).toBeUndefined();
  await open.storage.close();
  return { height, fromCheckpoint };
}

const pause = (timeMs: number) => new Promise((resolve) => setTimeout(resolve, timeMs));

describe(`power loss (seed ${seed}, ${count} images)`, () => {
  it("leaves a prefix that holds all that was acknowledged", { timeout: timeoutMs(6_000) }, async () => {
    const run = new LedgerRun();
    let images = 0;
    let lost = 0;
    let fromCheckpoint = 0;
    for (let round = 0; images < count; round += 1) {
      const work = join(directory, "work");
      fs.rmSync(work, { recursive: true, force: true });
      for (const image of await takeImages(run, work, seededDraw(seed + round))) {
        const recovered = await recover(run, work, image, `round ${seed + round}, image ${images}`);
        if (recovered.height < LAST) lost += 1;
        if (recovered.fromCheckpoint) fromCheckpoint += 1;
        images += 1;
        if (images % 200 === 0) tell(`${images} images`);
      }
    }
    expect(lost).toBeGreaterThan(images / 4);
    expect(fromCheckpoint).toBeGreaterThan(images / 12);
    tell(`power loss: seed ${seed}, ${images} images, ${fromCheckpoint} from their checkpoint, nothing acknowledged lost`);
  });

  it("is told apart from a log that lost what was durable", async () => {
    const run = new LedgerRun();
    const work = join(directory, "lost");
    const disk = new SimulatedDisk();
    const open = await run.open(work, { files: disk });
    for (let height = 1; height <= 6; height += 1) await open.next();
    await open.storage.close();
    const [name = ""] = disk
      .list(`${work}/log`)
      .filter((file) => file.endsWith(".log"))
      .sort()
      .reverse();
    const cut = disk.copyWith(`${work}/log/${name}`, (content) => content.subarray(0, content.length - 1));
    await expect(run.open(work, { files: cut })).rejects.toThrow(StorageError);
    await expect(run.open(work, { files: cut })).rejects.toThrow(/at byte \d+.*had been durable.*Restore/);
  });
});
