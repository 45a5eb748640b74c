import { availableParallelism } from "node:os";
import { bytesToHex, CodedError } from "@sycee/protocol/core";
import type { FastifyInstance } from "fastify";
import { type Logger, pino } from "pino";
import { type Executor, startExecutor } from "../block-runner/executor.ts";
import { MAX_BLOCK_TRANSACTIONS, MAX_UNSYNCED_BLOCKS } from "../block-runner/block-limits.ts";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { createLedgerClock } from "../clock/ledger-clock.ts";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";
import { BlockFollowers } from "../http-api/block-followers.ts";
import { RefusalMemory } from "../http-api/refusal-memory.ts";
import { SubmissionDesk } from "../http-api/submission-desk.ts";
import { OpenBodies } from "../http-api/open-bodies.ts";
import { TakenAnswers } from "../http-api/taken-answers.ts";
import { createEmbeddedOrdering } from "../ordering/embedded-ordering.ts";
import { Admission, type StageCapacities } from "../pipeline/admission.ts";
import { StageBoard } from "../pipeline/stage-board.ts";
import { ReadModels } from "../read-models/process/read-models.ts";
import { CHUNK_TRANSACTIONS, type SignaturePool, startSignaturePool } from "../signatures/signature-pool.ts";
import { SnapshotKeeper } from "../snapshot/snapshot-keeper.ts";
import { readModelMetrics } from "./read-model-metrics.ts";
import { createNodeMetrics, type NodeMetrics } from "./node-metrics.ts";
import type { NodeOptions } from "./node-options.ts";

const VERSION = "0.1.0";
const DEFAULT_PORT = 8420;
/** How long clients may take to read their last answers when the node stops. */
const LAST_ANSWERS_MS = 1_000;
const MAX_PENDING = 10_000;
/** Requests whose body is being received or taken apart. */
const MAX_REQUESTS = 4_096;
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
  const life = new NodeLife((reason) => log.fatal(reason));
  const onBlock = [metrics.block];
  const board = new StageBoard();
  // Loaded beside the executor, which has a processor of its own: the two take most of a start.
  const http = import("../http-api/http-server.ts");
  const executor = await startExecutor(
    {
      dataDirectory: options.dataDirectory,
      genesis: options.genesis,
      clockStartMs: options.clock?.startMs,
      retention: options.retainReceipts,
      segmentBytes: options.segmentBytes,
      blockGas: options.blockGas,
      board: board.memory,
    },
    {
      answered(answers, sinceSeconds) {
        for (const { orderSeconds } of answers) metrics.stageTook("order", orderSeconds);
        metrics.stageTook("answer", monotonicSeconds() - sinceSeconds);
      },
      block(notice) {
        for (const tell of onBlock) tell(notice);
      },
      starting: (text) => (options.onStarting === undefined ? log.info(text) : options.onStarting(text)),
      notice: (text) => log.warn(text),
      failed: (message) => life.fail(message),
    },
  );
  metrics.startsAt(executor.head);
  const followers = new BlockFollowers(executor);
  onBlock.push((notice) => followers.announce(notice));
  const snapshots = startSnapshots(options, log);
  if (snapshots !== undefined) onBlock.push((notice) => snapshots.block(notice.height));
  const readModels = startReadModels(options, executor, metrics, (text) => log.warn(text));
  if (readModels !== undefined) onBlock.push((notice) => readModels.block(notice.height));
  const parts = startParts(options, { executor, life, metrics, board });
  const { createHttpServer } = await http;
  const app = await createHttpServer({
    ...parts,
    executor,
    readModels,
    board,
    stageTook: metrics.stageTook,
    followers,
    log,
    metrics: metrics.registry,
    version: VERSION,
    consoleDirectory: options.consoleDirectory,
    developmentAccounts: options.developmentAccounts,
    isPrivate: options.isPrivate === true,
    publicOrigins: new Set((options.publicUrls ?? []).map((url) => new URL(url).origin)),
    fault: () => life.fault,
  });
  life.attach({ ...parts, executor, followers, app, snapshots, readModels });
  return await listen(app, options, { executor, life, log });
}

async function listen(
  app: FastifyInstance,
  options: NodeOptions,
  { executor, life, log }: Pick<PartsOf, "executor" | "life"> & { readonly log: Logger },
): Promise<RunningNode> {
  try {
    const url = await app.listen({ host: options.host ?? "127.0.0.1", port: options.port ?? DEFAULT_PORT });
    log.info({ url, height: executor.head.height.toString() }, "the node serves");
    return {
      url,
      chainId: `0x${bytesToHex(executor.chainId)}`,
      height: () => executor.head.height,
      failed: life.failed,
      close: () => life.stop(),
    };
  } catch (error) {
    await life.stop();
    throw new NodeStartError(error instanceof Error ? `The node cannot listen: ${error.message}` : String(error));
  }
}

function startSnapshots({ snapshots, dataDirectory }: NodeOptions, log: Logger): SnapshotKeeper | undefined {
  if (snapshots === undefined) return undefined;
  return new SnapshotKeeper(dataDirectory, snapshots, (reason) => log.error({ reason }, "a snapshot could not be made"));
}

function startReadModels(
  { readModels, dataDirectory }: NodeOptions,
  executor: Executor,
  metrics: NodeMetrics,
  notice: (text: string) => void,
): ReadModels | undefined {
  if (readModels === undefined) return undefined;
  const data = { dataDirectory, databaseUrl: readModels.databaseUrl };
  const started: ReadModels = new ReadModels(data, Number(executor.head.height), {
    wrote: (group) => wrote(group),
    notice,
  });
  const wrote = readModelMetrics(metrics.registry, () => started);
  return started;
}

interface PartsOf {
  readonly executor: Executor;
  readonly life: NodeLife;
  readonly metrics: NodeMetrics;
  readonly board: StageBoard;
}

function startParts(options: NodeOptions, { executor, life, metrics, board }: PartsOf) {
  const clock = createLedgerClock(executor.clockOffsetMs);
  const workers = options.signatureWorkers ?? availableParallelism();
  const transactions = options.maxPending ?? MAX_PENDING;
  const capacities = stageCapacities(transactions, workers);
  metrics.watchStages(board, capacities);
  const takenAnswers = new TakenAnswers();
  const openBodies = new OpenBodies(board);
  const admission = new Admission({
    board,
    capacities,
    transactions,
    bytes: MAX_PENDING_BYTES,
    refused: metrics.stageRefused,
    letGoUnread: (enough) => takenAnswers.letGoUnread(enough),
    letGoSlow: (enough) => openBodies.letGoSlow(enough),
  });
  const ordering = createEmbeddedOrdering(executor);
  const refusals = new RefusalMemory();
  const desk = new SubmissionDesk({ admission, board, ordering, refused: (list) => refusals.remember(list) });
  const pool = startSignaturePool(
    workers,
    { chainId: executor.chainId, clockOffsetMs: clock.offsetMs, board: board.memory },
    {
      timed({ checkSeconds, verifySeconds }) {
        metrics.stageTook("check", checkSeconds);
        metrics.stageTook("verify", verifySeconds);
      },
      checked: (group) => desk.checked(group),
      ready: () => desk.ready(),
      failed: (error) => life.fail(error.message),
    },
  );
  desk.attach(pool);
  return { clock, ordering, desk, pool, refusals, takenAnswers, openBodies };
}

function stageCapacities(transactions: number, workers: number): StageCapacities {
  return {
    decode: MAX_REQUESTS,
    check: transactions,
    verify: workers * CHUNK_TRANSACTIONS,
    order: transactions,
    execute: MAX_BLOCK_TRANSACTIONS,
    commit: MAX_UNSYNCED_BLOCKS * MAX_BLOCK_TRANSACTIONS,
    answer: 2 * transactions,
  };
}

interface NodeParts {
  readonly desk: SubmissionDesk;
  readonly followers: BlockFollowers;
  readonly app: FastifyInstance;
  readonly pool: SignaturePool;
  readonly executor: Executor;
  readonly snapshots: SnapshotKeeper | undefined;
  readonly readModels: ReadModels | undefined;
}

/** How a node ends: because it is asked to, with every answer given, or because a part of it failed, with none. */
class NodeLife {
  readonly failed: Promise<string>;
  private readonly log: (reason: string) => void;
  private reportFailure: (message: string) => void = () => {};
  private parts: NodeParts | undefined;
  private reason: string | undefined;
  private stopping: Promise<void> | undefined;

  constructor(log: (reason: string) => void) {
    this.log = log;
    this.failed = new Promise((resolve) => {
      this.reportFailure = resolve;
    });
  }

  /** Why the node no longer serves. */
  get fault(): string | undefined {
    return this.reason;
  }

  attach(parts: NodeParts): void {
    this.parts = parts;
    if (this.reason !== undefined) this.end(this.reason);
  }

  fail(message: string): void {
    if (this.reason !== undefined) return;
    this.reason = `The node has stopped: ${message}. What was not answered may or may not be on the ledger; ask for it by its id.`;
    this.log(this.reason);
    if (this.parts !== undefined) this.end(this.reason);
  }

  stop(): Promise<void> {
    this.stopping ??= this.stopParts();
    return this.stopping;
  }

  private end(reason: string): void {
    this.parts?.desk.abandon(new CodedError("stopping", reason));
    void this.stop().finally(() => this.reportFailure(reason));
  }

  private async stopParts(): Promise<void> {
    if (this.parts === undefined) return;
    const { desk, followers, app, pool, executor, snapshots, readModels } = this.parts;
    desk.refuse(new CodedError("stopping"));
    await desk.drain();
    followers.close();
    // A client that sends half a request, or reads nothing, must not keep the node from stopping.
    const timer = setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS_MS);
    await app.close();
    clearTimeout(timer);
    await pool.close();
    await Promise.all([snapshots?.close(), readModels?.close()]);
    await executor.close();
  }
}
