import type { OpenLoadFigures } from "../parts/measure-latency.ts";
import type { MillionsFigures } from "../parts/measure-millions.ts";
import type { BenchResult, LoadFigures } from "./bench-result.ts";

/** A line of the table: what was measured, the figure, and what stands beside it. */
export type FigureRow = readonly [what: string, figure: string, beside: string];

/** Everything that was measured, for people. */
export function figureRows(result: BenchResult): FigureRow[] {
  return [...limitRows(result), ...loadRows(result), ...latencyRows(result), ...stateRows(result), ...peerRows(result)];
}

function limitRows(result: BenchResult): FigureRow[] {
  const { min, max, runs } = result.rawVerifySpread;
  return [
    ["libsodium ed25519 verifications, one core", perSecond(result.rawVerifyPerSecondOneCore), ""],
    [
      "the same, all cores",
      perSecond(result.rawVerifyPerSecondAllCores),
      `${whole(min)} to ${whole(max)} in ${runs} measurements between the loads`,
    ],
    ...result.blake2b.map(
      ({ bytes, hashesPerSecond, megabytesPerSecond }): FigureRow => [
        `blake2b-256 of ${size(bytes)}, one core`,
        perSecond(hashesPerSecond),
        `${whole(megabytesPerSecond)} MB/s`,
      ],
    ),
    ...result.appends.map(
      ({ bytes, syncsPerSecond }): FigureRow => [`appends of ${size(bytes)}, each synced`, perSecond(syncsPerSecond), ""],
    ),
  ];
}

function loadRows({ accounts, signedPayments, hotAccount, batchLane, mixed, singlePayments }: BenchResult): FigureRow[] {
  const rows: FigureRow[] = [];
  if (signedPayments !== undefined) {
    const toAnvil = signedPayments.ratioToAnvil === null ? "" : `; ${signedPayments.ratioToAnvil.toFixed(2)} times anvil`;
    rows.push(loadRow(`signed payments, ${whole(accounts)} accounts, batches of 500`, signedPayments, toAnvil));
  }
  if (hotAccount !== undefined) {
    const toUniform = hotAccount.ratioToUniform === null ? "" : `; ${hotAccount.ratioToUniform.toFixed(2)} of spread payments`;
    rows.push(loadRow("the same, all to one merchant", hotAccount, toUniform));
  }
  if (batchLane !== undefined) {
    const { transfersPerSecond, transfersPerSecondMin, transfersPerSecondMax, rounds, customers, transfersABatch } = batchLane;
    const spread = rounds === 1 ? "" : `${whole(transfersPerSecondMin)} to ${whole(transfersPerSecondMax)} in ${rounds} rounds; `;
    rows.push([
      `batch lane, ${whole(customers)} customers`,
      perSecond(transfersPerSecond),
      `${spread}${whole(transfersABatch)} transfers a signature`,
    ]);
  }
  if (mixed !== undefined) rows.push(loadRow("mixed contracts, batches of 500", mixed));
  if (singlePayments !== undefined) rows.push(loadRow("signed payments, one a request", singlePayments));
  return rows;
}

function loadRow(what: string, figures: LoadFigures, more = ""): FigureRow {
  const spread =
    figures.rounds === 1 ? "" : `${whole(figures.perSecondMin)} to ${whole(figures.perSecondMax)} in ${figures.rounds} rounds; `;
  return [what, perSecond(figures.perSecond), `${spread}${figures.ratioToRawVerify.toFixed(2)} of raw verifications${more}`];
}

function latencyRows({ signedPayments, singlePayments, batchLane, latency }: BenchResult): FigureRow[] {
  const rows: FigureRow[] = [];
  if (signedPayments !== undefined) rows.push(answerRow("answer at half load of payments", signedPayments.halfLoad));
  if (singlePayments !== undefined) rows.push(answerRow("answer at half load of singles", singlePayments.halfLoad));
  if (batchLane !== undefined) {
    rows.push(["answer at half load of the batch lane", `median ${millis(batchLane.p50Ms)}`, `99% ${millis(batchLane.p99Ms)}`]);
  }
  for (const [name, figures] of Object.entries(latency ?? {})) rows.push(answerRow(`answer at ${name}`, figures));
  return rows;
}

function answerRow(what: string, figures: OpenLoadFigures): FigureRow {
  const { offeredPerSecond, batch, requests, p50Ms, p90Ms, p99Ms, maxMs } = figures;
  const times = `90% ${millis(p90Ms)}, 99% ${millis(p99Ms)}, longest ${millis(maxMs)}`;
  return [what, `median ${millis(p50Ms)}`, `${times}; ${whole(offeredPerSecond)}/s in ${requests} requests of ${batch}`];
}

function stateRows({ accounts, anonymousMib, recovery, million, tenMillion, tenMillionToMillion }: BenchResult): FigureRow[] {
  const rows: FigureRow[] = [];
  if (anonymousMib !== undefined) rows.push(["memory of the node after these loads", `${whole(anonymousMib)} MiB`, "anonymous"]);
  if (recovery !== undefined)
    rows.push([`start after a kill, ${whole(accounts)} accounts`, `${recovery.recoverySeconds.toFixed(2)} s`, recoveryText(recovery)]);
  for (const figures of [million, tenMillion]) if (figures !== undefined) rows.push(...millionsRows(figures));
  if (tenMillionToMillion !== undefined && million !== undefined && tenMillion !== undefined) {
    const what = `${whole(tenMillion.accounts)} accounts against ${whole(million.accounts)}`;
    rows.push([what, tenMillionToMillion.toFixed(2), "payments by raw verifications; 0.65 is wanted"]);
  }
  return rows;
}

function millionsRows(figures: MillionsFigures): FigureRow[] {
  const { accounts, payments, startSeconds, anonymousMibAtStart, anonymousMib, recovery } = figures;
  const among = `${whole(accounts)} accounts`;
  const spread = payments.runs === 1 ? "" : `${whole(payments.min)} to ${whole(payments.max)} in ${payments.runs} rounds; `;
  const rows: FigureRow[] = [
    [
      `signed payments, ${among}, batches of 500`,
      perSecond(payments.median),
      `${spread}${figures.ratioToRawVerify.toFixed(2)} of raw verifications`,
    ],
    [`start, ${among}`, `${startSeconds.median.toFixed(2)} s`, `${startSeconds.min.toFixed(2)} to ${startSeconds.max.toFixed(2)} s`],
    [`start after a kill, ${among}`, `${recovery.recoverySeconds.toFixed(2)} s`, recoveryText(recovery)],
  ];
  if (figures.transfers !== undefined) {
    const { median, min, max } = figures.transfers;
    rows.push([`batch lane, ${whole(figures.customers)} customers`, perSecond(median), `${whole(min)} to ${whole(max)}`]);
  }
  if (anonymousMib !== undefined) {
    rows.push([
      `memory, ${among}, after payments`,
      `${whole(anonymousMib)} MiB`,
      `anonymous; ${whole(anonymousMibAtStart ?? 0)} MiB after the start`,
    ]);
  }
  return rows;
}

function recoveryText({ acknowledged, lost }: { readonly acknowledged: number; readonly lost: number }): string {
  return `${lost} of ${whole(acknowledged)} acknowledged payments lost`;
}

function peerRows({ peers: { anvil, postgresql } }: BenchResult): FigureRow[] {
  const rows: FigureRow[] = [];
  if (anvil !== null) {
    const spread = `${whole(anvil.transfersPerSecondMin)} to ${whole(anvil.transfersPerSecondMax)}`;
    rows.push([`anvil ${anvil.version}: ERC-20 transfers, in memory`, perSecond(anvil.transfersPerSecond), spread]);
  }
  if (postgresql !== null) {
    const spread = `${whole(postgresql.transfersPerSecondMin)} to ${whole(postgresql.transfersPerSecondMax)}; no signatures`;
    rows.push([`PostgreSQL ${postgresql.version}: transfers, synchronous commit`, perSecond(postgresql.transfersPerSecond), spread]);
    rows.push(["the same, all to one account", perSecond(postgresql.hotAccountPerSecond), ""]);
  }
  return rows;
}

function size(bytes: number): string {
  return bytes < 1_024 ? `${bytes} bytes` : `${bytes / 1_024} KiB`;
}

function perSecond(count: number): string {
  return `${whole(count)} /s`;
}

function millis(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

function whole(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}
