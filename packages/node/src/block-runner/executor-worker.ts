import { parentPort, workerData } from "node:worker_threads";
import { clockFrom, createLedgerClock, type LedgerClock } from "../clock/ledger-clock.ts";
import { StageBoard } from "../pipeline/stage-board.ts";
import { privateCopy } from "../signatures/transaction-group.ts";
import { MAX_BLOCK_GAS } from "./block-limits.ts";
import { noticeOf } from "./block-notice.ts";
import { BlockRunner } from "./block-runner.ts";
import type { AnsweredGroup, ExecutorCommand, ExecutorData, ExecutorReport, JsonAnswer, ReadRequest } from "./executor-messages.ts";
import { History } from "./history.ts";
import { LawDesk } from "./law-desk.ts";
import { type OpenChain, openChain } from "./open-chain.ts";
import { Retention } from "../retention/retention.ts";
import { ListDesk } from "./list-desk.ts";
import { Outbox } from "./outbox.ts";
import { ReadDesk } from "./read-desk.ts";
import { TurnoverHistory } from "./turnover-history.ts";
import { tellNowAndThen } from "./tell-now-and-then.ts";

/** Time of the ledger passes at most this often without transactions, and only when somebody asks. */
const IDLE_BLOCK_INTERVAL_MS = 500n;
/** How often the laws are recounted from the whole state without being asked. */
const RECOUNT_INTERVAL_MS = 3_600_000;

const port = parentPort;
if (port === null) throw new Error("the executor was not started as a worker");
const data = workerData as ExecutorData;
const outbox = new Outbox((reports, transfer) => port.postMessage(reports, transfer));
const report = (message: ExecutorReport) => outbox.send(message);

try {
  const settings = data.segmentBytes === undefined ? {} : { segmentBytes: data.segmentBytes };
  serve(
    await openChain(
      data.dataDirectory,
      data.genesis,
      settings,
      tellNowAndThen((text) => report({ kind: "starting", text })),
    ),
  );
} catch (error) {
  report({ kind: "failed", message: sentenceOf(error) });
}

function serve({ ledger, storage, notices }: OpenChain): void {
  const { head, headHash } = ledger;
  if (head === undefined) throw new Error("the chain has no genesis");
  const clock = chooseClock(head.height, head.timeMs);
  const history = new History(storage);
  const runner = new BlockRunner({
    ledger,
    storage,
    history,
    clock,
    board: new StageBoard(data.board),
    blockGas: data.blockGas ?? MAX_BLOCK_GAS,
    answered: (answers, sinceSeconds) => outbox.add({ kind: "answers", answers, sinceSeconds }, answers.flatMap(buffersOf)),
    durable: (notice) => outbox.add({ kind: "block", notice }),
    failed: (error) => report({ kind: "failed", message: sentenceOf(error) }),
  });
  const turnover = TurnoverHistory.begin(ledger, history, head, (error) => runner.halt(error));
  const retention = keepReceipts({ ledger, storage, history, halt: (error) => runner.halt(error) });
  const { read, recount } = answerReads(ledger, runner, clock, new ReadDesk(ledger, history, turnover));
  setInterval(() => recount(() => {}), RECOUNT_INTERVAL_MS).unref();
  port?.on("message", (command: ExecutorCommand) => {
    try {
      if (command.kind === "submit") runner.submit(privateCopy(command.group), command.form, command.sinceSeconds);
      else if (command.kind === "read") read(command.ticket, command.request);
      else if (command.kind === "abandon") void abandon();
      else void close();
    } catch (error) {
      report({ kind: "failed", message: sentenceOf(error) });
    }
  });
  async function close(): Promise<void> {
    try {
      await runner.drain();
      await retention?.close();
      await storage.close();
      report({ kind: "closed" });
    } catch (error) {
      report({ kind: "failed", message: sentenceOf(error) });
    }
  }
  // What failed was told; what fails while everything is let go adds nothing to it.
  async function abandon(): Promise<void> {
    await Promise.allSettled([storage.abandon()]);
    report({ kind: "closed" });
  }
  const start = noticeOf(
    { record: history.block(head.height), headerHash: headHash },
    { executionSeconds: 0, syncSeconds: 0, checkpointHeight: storage.checkpointHeight },
  );
  report({ kind: "ready", chainId: ledger.chainId, clockOffsetMs: clock.offsetMs, head: start, takesModules: ledger.takesModules() });
  for (const text of notices) report({ kind: "notice", text });
}

/** How questions are answered: most at once, recounts and what needs lists between blocks. */
function answerReads(ledger: OpenChain["ledger"], runner: BlockRunner, clock: LedgerClock, desk: ReadDesk) {
  const laws = new LawDesk(ledger);
  const lists = new ListDesk(ledger, (error) => runner.halt(error));

  function read(ticket: number, request: ReadRequest): void {
    if (request.kind === "transaction" && request.expiryMs !== undefined) passTime(request.expiryMs);
    if (request.kind === "laws") {
      recount((answer) => report({ kind: "read", ticket, answer }));
      return;
    }
    lists.whenReadyFor(request, () => {
      const answer = desk.answer(request);
      runner.whenDurable(() => report({ kind: "read", ticket, answer }));
    });
  }
  // The laws hold after every transaction; a recount that says otherwise means a damaged state, and nothing may build on it.
  function recount(tell: (answer: JsonAnswer) => void): void {
    void laws.count().then(
      ({ answer, broken }) =>
        runner.whenDurable(() => {
          tell(answer);
          if (broken !== undefined) runner.halt(new Error(broken));
        }),
      (error: unknown) => runner.halt(error),
    );
  }
  // "Never" rests on the ledger's own time, which a restart cannot turn back; on an idle chain a block has to carry it past the expiry.
  function passTime(expiryMs: bigint): void {
    const last = ledger.head?.timeMs ?? 0n;
    const now = clock.nowMs();
    if (last <= expiryMs && now > expiryMs && now >= last + IDLE_BLOCK_INTERVAL_MS) runner.advanceTime();
  }
  return { read, recount };
}

function buffersOf({ answer }: AnsweredGroup): ArrayBuffer[] {
  return answer.form === "batch-bcs" || answer.form === "results" ? [answer.body.buffer] : [];
}

function keepReceipts(parts: {
  readonly ledger: OpenChain["ledger"];
  readonly storage: OpenChain["storage"];
  readonly history: History;
  halt(error: unknown): void;
}): Retention | undefined {
  if (data.retention === undefined) return undefined;
  const { ledger, storage, history } = parts;
  return new Retention(data.retention, {
    dataDirectory: data.dataDirectory,
    storage,
    head: () => ledger.head,
    header: (height) => history.header(height),
    notice: (text) => report({ kind: "notice", text }),
    failed: parts.halt,
  });
}

function chooseClock(height: bigint, headTimeMs: bigint): LedgerClock {
  if (data.clockStartMs === undefined) return createLedgerClock(0);
  return clockFrom(height === 0n ? Math.max(data.clockStartMs, Number(headTimeMs)) : Number(headTimeMs));
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
