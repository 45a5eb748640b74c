import { availableParallelism } from "node:os";
import { bytesToHex, CodedError } from "@sycee/protocol";
import { type Logger, pino } from "pino";
import { startExecutor } from "../block-runner/executor.ts";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { createLedgerClock } from "../clock/ledger-clock.ts";
import { BlockFollowers } from "../http-api/block-followers.ts";
import { createHttpServer } from "../http-api/http-server.ts";
import { SubmissionDesk } from "../http-api/submission-desk.ts";
import { createEmbeddedOrdering } from "../ordering/embedded-ordering.ts";
import { startSignaturePool } from "../signatures/signature-pool.ts";
import { createNodeMetrics } from "./node-metrics.ts";
import type { NodeOptions } from "./node-options.ts";

const VERSION = "0.1.0";
const DEFAULT_PORT = 8420;
const MAX_PENDING = 20_000;
const MAX_PENDING_BYTES = 64 * 1024 * 1024;

/** A node that serves. */
export interface RunningNode {
  /** `http://127.0.0.1:8420`. */
  readonly url: string;
  /** `0x` and 64 hexadecimal digits. */
  readonly chainId: string;
  /** Height of the last block on disk. */
  height(): bigint;
  /** Resolves when the node has stopped by itself, with the reason. */
  readonly failed: Promise<string>;
  /** Finishes and answers what was accepted, writes the checkpoint, stops. */
  close(): Promise<void>;
}

/** Starts a node: recovers its chain, then listens. Rejects with {@link NodeStartError}. */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const log = pino({ level: options.quiet === true ? "silent" : (options.logLevel ?? "warn") });
  const metrics = createNodeMetrics();
  let fault: string | undefined;
  let reportFailure: (message: string) => void = () => {};
  const failed = new Promise<string>((resolve) => {
    reportFailure = resolve;
  });
  // Set below; the executor reports nothing before it was handed work.
  let onBlock: Parameters<typeof startExecutor>[1]["block"] = () => {};
  let onFault: (message: string) => void = () => {};

  const executor = await startExecutor(
    { dataDirectory: options.dataDirectory, genesis: options.genesis, clockStartMs: options.clock?.startMs },
    { block: (notice) => onBlock(notice), failed: (message) => onFault(message) },
  );
  const clock = createLedgerClock(executor.clockOffsetMs);
  const ordering = createEmbeddedOrdering(executor, { transactions: options.maxPending ?? MAX_PENDING, bytes: MAX_PENDING_BYTES });
  const desk = new SubmissionDesk(ordering);
  const pool = startSignaturePool(
    options.signatureWorkers ?? Math.max(1, availableParallelism() - 1),
    { chainId: executor.chainId, clockOffsetMs: clock.offsetMs },
    { checked: (group) => desk.checked(group), failed: (error) => onFault(error.message) },
  );
  desk.attach(pool);
  const followers = new BlockFollowers({
    get head() {
      return executor.head;
    },
    blocks: (from, limit) => executor.read({ kind: "blocks", from, limit }),
  });
  metrics.watchQueues({ accepted: () => ordering.pending, signatures: () => pool.pending });
  const app = await createHttpServer({
    executor,
    ordering,
    desk,
    followers,
    clock,
    metrics: metrics.registry,
    log,
    version: VERSION,
    fault: () => fault,
  });

  let closing: Promise<void> | undefined;
  async function stop(): Promise<void> {
    desk.refuse(new CodedError("stopping"));
    await desk.drain();
    followers.close();
    await app.close();
    await pool.close();
    await executor.close();
  }
  onBlock = (notice) => {
    metrics.block(notice);
    followers.announce(notice);
  };
  onFault = (message) => {
    if (fault !== undefined || closing !== undefined) return;
    fault = `The node has stopped: ${message}. What was not answered may or may not be on the ledger; ask for it by its id.`;
    log.fatal(fault);
    desk.abandon(new CodedError("stopping", fault));
    closing = stop().finally(() => reportFailure(message));
  };

  try {
    const url = await app.listen({ host: options.host ?? "127.0.0.1", port: options.port ?? DEFAULT_PORT });
    logStart(log, url, executor.head.height);
    return {
      url,
      chainId: `0x${bytesToHex(executor.chainId)}`,
      height: () => executor.head.height,
      failed,
      close: () => (closing ??= stop()),
    };
  } catch (error) {
    await stop();
    throw new NodeStartError(error instanceof Error ? `The node cannot listen: ${error.message}` : String(error));
  }
}

function logStart(log: Logger, url: string, height: bigint): void {
  log.info({ url, height: height.toString() }, "the node serves");
}
