/** Sends payments until the node is gone, and all of them again when it is back: a process of its own, with a {@link RecoveryTask} by message. */
import { type BatchResult, bytesToHex, encodeBatch, hexToBytes, MAX_EXPIRY_AHEAD_MS } from "@sycee/protocol";
import { Client, SyceeError } from "@sycee/sdk";
import { benchAccounts } from "../payments/bench-economy.ts";
import { signPayments } from "../payments/sign-payments.ts";
import type { NodeIsBack, RecoveryReport, RecoveryTask } from "./recovery-task.ts";

const BATCH = 500;
const IN_FLIGHT = 6;

/** A request that was sent, and where its payments stood when it was answered. */
interface SentBatch {
  readonly body: Uint8Array;
  readonly payments: number;
  places: readonly string[] | undefined;
}

process.once("message", (task: RecoveryTask) => {
  void run(task).then(
    (report) => tell(report, () => process.disconnect()),
    (error: unknown) =>
      tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) }, () => process.disconnect()),
  );
});

async function run(task: RecoveryTask): Promise<RecoveryReport> {
  const client = new Client(task.url);
  const status = await client.status();
  const chainId = hexToBytes(status.chainId);
  if (chainId === undefined) throw new Error("the node's chain id is not hexadecimal");
  const payments = signPayments({
    accounts: benchAccounts(task.keyed),
    wallets: task.accounts,
    chainId,
    expiryMs: BigInt(status.timeMs) + MAX_EXPIRY_AHEAD_MS - 2_000n,
    count: task.transactions,
    firstNonce: task.firstNonce,
  });
  const back = new Promise<NodeIsBack>((resolve) => process.once("message", (message: NodeIsBack) => resolve(message)));
  const sent = await sendUntilCut(client, payments);
  tell({ kind: "cut" });
  return await sendAgain(new Client((await back).url), sent);
}

async function sendUntilCut(client: Client, payments: readonly Uint8Array[]): Promise<SentBatch[]> {
  const sent: SentBatch[] = [];
  let isCut = false;
  let next = 0;
  const lane = async (): Promise<void> => {
    while (!isCut) {
      const group = payments.slice(next, next + BATCH);
      next += BATCH;
      if (group.length === 0) throw new Error("everything was sent before the node was gone");
      const batch: SentBatch = { body: encodeBatch(group), payments: group.length, places: undefined };
      sent.push(batch);
      let results: readonly BatchResult[];
      try {
        results = await client.submitEncodedBatch(batch.body);
      } catch (error) {
        const isGone = error instanceof SyceeError && (error.code === "unreachable" || error.code === "outcome_unknown");
        if (!isGone) throw error;
        isCut = true;
        return;
      }
      batch.places = results.map(placeOf);
      if (batch === sent[0]) tell({ kind: "sending" });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  return sent;
}

// What was acknowledged has to be where it was said to be; what was not must execute now, or have been executed.
async function sendAgain(client: Client, sent: readonly SentBatch[]): Promise<RecoveryReport> {
  let acknowledged = 0;
  let lost = 0;
  for (const { body, payments, places } of sent) {
    const now = (await client.submitEncodedBatch(body)).map(placeOf);
    if (places === undefined) continue;
    acknowledged += payments;
    lost += places.filter((place, index) => place !== now[index]).length;
  }
  return { kind: "resent", sent: sent.reduce((sum, { payments }) => sum + payments, 0), acknowledged, lost };
}

function placeOf(result: BatchResult): string {
  if (result.kind !== "executed")
    throw new Error(`a payment was not executed: ${result.kind === "rejected" ? result.detail : result.kind}`);
  return `${bytesToHex(result.id)} ${result.height} ${result.index}`;
}

function tell(report: RecoveryReport, then: () => void = () => {}): void {
  process.send?.(report, then);
}
