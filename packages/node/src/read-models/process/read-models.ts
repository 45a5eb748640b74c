import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { CodedError } from "@sycee/protocol/core";
import type { JsonAnswer } from "../../block-runner/executor-messages.ts";
import { OPTIMISE_LATER } from "../../engine.ts";
import type { ReadModelsPlace } from "../database/open-database.ts";
import type { ReadModelsCommand, ReadModelsQuestion, ReadModelsReport } from "./messages.ts";

const MAX_QUESTIONS = 256;
const QUESTION_TIMEOUT_MS = 20_000;
const MAX_REASON = 4_096;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
const CLOSE_TIMEOUT_MS = 5_000;
/** A process that ran this long did not fail because of how it was started. */
const STEADY_MS = 60_000;

/** What the read models tell their node. */
export interface ReadModelsEvents {
  /** Blocks were written. */
  wrote(group: { readonly height: number; readonly blocks: number; readonly rows: number; readonly seconds: number }): void;
  /** Something that whoever runs the node should know, in a sentence. */
  notice(text: string): void;
}

/** The process of the read models, as the node sees it: started again with growing pauses whenever it ends. */
export class ReadModels {
  readonly #data: ReadModelsPlace;
  readonly #events: ReadModelsEvents;
  readonly #questions = new Map<number, { resolve(answer: JsonAnswer): void; reject(error: Error): void; timer: NodeJS.Timeout }>();
  #child: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #head: number;
  /** Height up to which the process has everything and waits; `undefined` while it is busy or not there. */
  #waitingAt: number | undefined;
  #isOpen = false;
  #isClosed = false;
  #refusal: string | undefined;
  #nextTicket = 0;
  #height = -1;
  #beginsAt = 0;

  /** `head` is the last durable block. Returns at once; questions are refused until the process is ready. */
  constructor(data: ReadModelsPlace, head: number, events: ReadModelsEvents) {
    this.#data = data;
    this.#events = events;
    this.#head = head;
    this.#start();
  }

  /** The last block that is in the tables, as far as the process has told. */
  get height(): number {
    return this.#height;
  }

  /** The block whose state the tables begin with, as far as the process has told; 0 where they have every block. */
  get beginsAt(): number {
    return this.#beginsAt;
  }

  /** Why this chain cannot be followed here at all, in a sentence; `undefined` if it can. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /** Height of the last durable block. */
  get head(): number {
    return this.#head;
  }

  /** To be called for every durable block: costs nothing while the process is busy. */
  block(height: bigint): void {
    this.#head = Number(height);
    if (this.#waitingAt === undefined || this.#waitingAt >= this.#head) return;
    this.#waitingAt = undefined;
    this.#send({ kind: "head", height: this.#head });
  }

  /** Answers a question. Rejects with `CodedError` `read_models_unavailable` or `overloaded`. */
  ask(question: ReadModelsQuestion): Promise<JsonAnswer> {
    if (!this.#isOpen) return Promise.reject(new CodedError("read_models_unavailable", this.#refusal));
    if (this.#questions.size >= MAX_QUESTIONS) return Promise.reject(new CodedError("overloaded"));
    const ticket = this.#nextTicket++;
    return new Promise((resolve, reject) => {
      // Its place stays taken until the process has answered: questions that it still has before it are bounded by that.
      const timer = setTimeout(
        () => reject(new CodedError("read_models_unavailable", "The read models did not answer in time.")),
        QUESTION_TIMEOUT_MS,
      );
      this.#questions.set(ticket, { resolve, reject, timer });
      this.#send({ kind: "question", ticket, question, untilMs: Date.now() + QUESTION_TIMEOUT_MS });
    });
  }

  /** Ends the process: what it has not written yet it writes when it is started again. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child === undefined) return;
    await new Promise<void>((resolve) => {
      // It ends after what it is writing; killed, it would only have more to do at its next start.
      const timer = setTimeout(() => child.kill("SIGKILL"), CLOSE_TIMEOUT_MS);
      const ended = (): void => {
        clearTimeout(timer);
        resolve();
      };
      child.once("exit", ended);
      child.once("error", ended);
      // While it opens its database it hears nothing, and there is nothing to lose.
      if (!this.#isOpen) child.kill("SIGKILL");
      else if (child.connected) child.disconnect();
    });
  }

  #start(): void {
    const script = fileURLToPath(new URL("./read-models-process.js", import.meta.url));
    const since = performance.now();
    const child = fork(script, {
      // The engine compiles what only a start runs no sooner than it must: an eighth less of processor time until the chain is followed.
      execArgv: ["--max-old-space-size=1024", OPTIMISE_LATER],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child = child;
    let reason = "";
    child.stderr?.on("data", (text: Buffer) => {
      if (reason.length < MAX_REASON) reason += text.toString();
    });
    child.on("message", (report: ReadModelsReport) => this.#receive(report));
    child.once("error", (error) => this.#ended(child, since, error.message));
    child.once("close", (code, signal) => this.#ended(child, since, reason === "" ? `its process ended with ${signal ?? code}` : reason));
    // Not among its arguments: a URL may have a password in it, and arguments are for everybody to see.
    this.#send({ kind: "start", head: this.#head, ...this.#data });
  }

  #receive(report: ReadModelsReport): void {
    if (report.kind === "answer") {
      const asked = this.#questions.get(report.ticket);
      this.#questions.delete(report.ticket);
      clearTimeout(asked?.timer);
      asked?.resolve({ status: report.status, body: report.body });
    } else if (report.kind === "wrote") {
      this.#isOpen = true;
      this.#height = report.height;
      this.#beginsAt = report.beginsAt;
      this.#events.wrote(report);
    } else if (report.kind === "waiting") {
      this.#isOpen = true;
      this.#height = report.height;
      this.#beginsAt = report.beginsAt;
      this.#waitingAt = report.height;
      this.block(BigInt(this.#head));
    } else if (report.kind === "refused") {
      this.#refusal = report.reason;
      this.#events.notice(`There are no read models: ${report.reason}`);
    } else {
      this.#events.notice(report.text);
    }
  }

  #ended(child: ChildProcess, since: number, reason: string): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#isOpen = false;
    this.#waitingAt = undefined;
    for (const { reject, timer } of this.#questions.values()) {
      clearTimeout(timer);
      reject(new CodedError("read_models_unavailable"));
    }
    this.#questions.clear();
    if (this.#isClosed || this.#refusal !== undefined) return;
    if (performance.now() - since > STEADY_MS) this.#pauseMs = FIRST_PAUSE_MS;
    this.#events.notice(`The read models stopped and are started again in ${this.#pauseMs / 1_000} s: ${reason}`);
    this.#restart = setTimeout(() => this.#start(), this.#pauseMs);
    this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
  }

  // A process that is gone says so by its end.
  #send(command: ReadModelsCommand): void {
    if (this.#child?.connected === true) this.#child.send(command, () => undefined);
  }
}
