import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededDraw } from "@sycee/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LedgerRun } from "./ledger-run.ts";
import { damageFile } from "./page-damage.ts";
import { scaleOf, tell } from "./scale.ts";

const { seed, count, timeoutMs } = scaleOf(20_261_122, 20);
const LAST = 40;

let directory = "";
beforeAll(() => {
  directory = fs.mkdtempSync(join(tmpdir(), "sycee-pages-"));
});
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

describe(`damaged store pages (seed ${seed}, ${count} of them)`, () => {
  it("never lead to a wrong balance: the state is set aside and made again", { timeout: timeoutMs(5_000) }, async () => {
    const run = new LedgerRun();
    const whole = join(directory, "whole");
    const open = await run.open(whole, {});
    for (let height = 1; height <= LAST; height += 1) await open.next();
    expect(open.difference()).toBeUndefined();
    await open.storage.close();
    // What it comes to with one block more, for those that go on from a repair.
    const more = join(directory, "more");
    fs.cpSync(whole, more, { recursive: true });
    const ahead = await run.open(more, {});
    await ahead.next();
    expect(ahead.difference()).toBeUndefined();
    await ahead.storage.close();

    let repaired = 0;
    for (let damage = 0; damage < count; damage += 1) {
      const draw = seededDraw(seed + damage);
      const data = join(directory, "damaged");
      fs.rmSync(data, { recursive: true, force: true });
      fs.cpSync(whole, data, { recursive: true });
      // A node that was killed leaves no seal: then every page is looked through.
      if (draw(3) > 0) fs.rmSync(join(data, "state/seal"));
      const file = join(data, "state/data.mdb");
      const before = fs.readFileSync(file);
      const after = damageFile(Buffer.from(before), draw);
      fs.writeFileSync(file, after);
      const again = await run.open(data, {});
      expect([again.height, again.difference()], `damage ${seed + damage}`).toEqual([LAST, undefined]);
      await again.next();
      expect(again.difference(), `damage ${seed + damage}, one block on`).toBeUndefined();
      if (again.notices.length > 0) repaired += 1;
      await again.storage.close();
    }
    expect(repaired).toBeGreaterThan(count / 3);
    tell(
      `damaged pages: seed ${seed}, ${count} damaged, ${repaired} found and rebuilt, the others in no page that is used, no wrong balance`,
    );
  });
});
