import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNode } from "@sycee/node";
import { Client, confirmEscrow, escrowAddress, handOut, openEscrow, pay, refundEscrow, shipEscrow } from "@sycee/sdk";
import type { StatisticsJson } from "@sycee/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ALICE_MINOR, CASH, castOf, GENESIS_MS, genesisOf } from "./economy.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-statistics-"));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

const start = (genesis?: Uint8Array) =>
  startNode({
    port: 0,
    quiet: true,
    clock: { startMs: GENESIS_MS },
    dataDirectory: directory,
    ...(genesis === undefined ? {} : { genesis }),
  });

function only(statistics: StatisticsJson): StatisticsJson["units"][number] {
  const [unit] = statistics.units;
  if (unit === undefined) throw new Error("there is no unit");
  return unit;
}

test("the money supply is there of each block, and the turnover again after a restart", { timeout: 60_000 }, async () => {
  const cast = await castOf();
  const first = await start(genesisOf(cast));
  const client = new Client(first.url);
  const begun = only(await client.statistics());
  expect(begun).toMatchObject({
    unit: "CZK",
    decimals: 2,
    centralBank: cast.bank.address,
    baseMinor: "500000000",
    m0Minor: `${ALICE_MINOR}`,
    m2Minor: `${ALICE_MINOR}`,
    multiplier: "0.200000",
    turnover: { realMinor: "0", financialMinor: "0" },
  });
  const { height } = await client.send({
    signers: [cast.alice],
    calls: [
      pay({ payee: cast.bob.address, instrument: CASH, amountMinor: 700n }),
      pay({ payee: cast.carol.address, instrument: CASH, amountMinor: 50n }),
    ],
  });
  await client.send({ signers: [cast.bob], calls: [pay({ payee: cast.alice.address, instrument: CASH, amountMinor: 200n })] });
  // What goes through escrow counts once, and what comes back out of it not at all.
  const escrow = escrowAddress(cast.alice.address, 1n);
  const terms = { instrument: CASH, shipWithinMs: 3_600_000n, inspectWithinMs: 3_600_000n, decideWithinMs: 3_600_000n };
  const opening = { ...terms, number: 1n, seller: cast.bob.address, amountMinor: 500n, silentShareBasisPoints: 0n };
  await client.send({ signers: [cast.alice], calls: [openEscrow(opening)] });
  await client.send({ signers: [cast.bob], calls: [shipEscrow({ escrow }), refundEscrow({ escrow, amountMinor: 100n })] });
  await client.send({ signers: [cast.alice], calls: [confirmEscrow({ escrow })] });
  await client.send({ signers: [cast.alice], calls: [openEscrow({ ...opening, number: 2n })] });
  await client.send({ signers: [cast.bob], calls: [refundEscrow({ escrow: escrowAddress(cast.alice.address, 2n) })] });
  // An exchange is no turnover, and makes M0 grow.
  await client.send({ signers: [cast.operator], calls: [handOut({ to: cast.bob.address, amountMinor: 1_000n })] });
  const of = only(await client.statistics(BigInt(height)));
  expect(of).toMatchObject({ turnover: { realMinor: "750", financialMinor: "0" }, m0Minor: `${ALICE_MINOR}` });
  const last = await client.statistics();
  expect(only(last)).toMatchObject({ turnover: { realMinor: "1350" }, m0Minor: `${ALICE_MINOR + 1_000n}`, realVelocity: "0.000013" });
  await expect(client.statistics(1_000_000n)).rejects.toMatchObject({ code: "unknown_block" });
  await first.close();

  const second = await start();
  const again = new Client(second.url);
  let after = await again.statistics();
  for (let tries = 0; tries < 200 && only(after).turnover?.realMinor !== "1350"; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    after = await again.statistics();
  }
  expect(after).toEqual(last);
  await expect(again.statistics(0n)).rejects.toMatchObject({ code: "pruned" });
  await second.close();
});
