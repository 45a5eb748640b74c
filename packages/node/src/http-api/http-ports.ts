import type { ROUTES, RouteAnswerBody } from "@sycee/protocol";
import type { FastifyBaseLogger } from "fastify";
import type { Registry } from "prom-client";
import type { Executor } from "../block-runner/executor.ts";
import type { LedgerClock } from "../clock/ledger-clock.ts";
import type { Ordering } from "../ordering/ordering.ts";
import type { ReadModels } from "../read-models/process/read-models.ts";
import type { BlockFollowers } from "./block-followers.ts";
import type { Stage, StageBoard } from "../pipeline/stage-board.ts";
import type { OpenBodies } from "./open-bodies.ts";
import type { RefusalMemory } from "./refusal-memory.ts";
import type { SubmissionDesk } from "./submission-desk.ts";
import type { TakenAnswers } from "./taken-answers.ts";

export type DevelopmentAccounts = RouteAnswerBody<typeof ROUTES.listDevelopmentAccounts>["accounts"];

/** What the HTTP server is made on. */
export interface HttpPorts {
  readonly executor: Executor;
  readonly ordering: Ordering;
  /** `undefined` where the node keeps none. */
  readonly readModels: ReadModels | undefined;
  readonly desk: SubmissionDesk;
  readonly refusals: RefusalMemory;
  readonly board: StageBoard;
  readonly openBodies: OpenBodies;
  readonly takenAnswers: TakenAnswers;
  /** A stage took so long. */
  stageTook(stage: Stage, seconds: number): void;
  readonly followers: BlockFollowers;
  readonly clock: LedgerClock;
  readonly metrics: Registry;
  readonly log: FastifyBaseLogger;
  readonly version: string;
  /** Where the console's files are; a plain front page is served if absent. */
  readonly consoleDirectory: string | undefined;
  /** Everybody in a development economy, see the route; none on other ledgers. */
  readonly developmentAccounts: DevelopmentAccounts | undefined;
  /** Whether what is an account's is shown only to whoever may read it: see `PRIVATE_READING`. */
  readonly isPrivate: boolean;
  /** Under which origins clients reach the node besides its own address: those of proxies and names. */
  readonly publicOrigins: ReadonlySet<string>;
  /** Why the node no longer serves, `undefined` while it does. */
  fault(): string | undefined;
}
