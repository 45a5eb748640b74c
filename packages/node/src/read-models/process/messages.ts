import type { ReadModelsPlace } from "../database/open-database.ts";
import type { Address } from "@sycee/protocol/core";
import type { AlertPage } from "../alerts/storing/list-alerts.ts";
import type { CaseQuestion } from "../cases/case-question.ts";

/** Stretch of block time and how many points of it are wanted. */
export interface SeriesRange {
  /** The first of the series if absent. */
  readonly fromMs: bigint | undefined;
  /** The last block if absent. */
  readonly toMs: bigint | undefined;
  readonly points: number;
}

/** Before which row of a list to go on, the newest first. */
export interface PageBefore {
  readonly before: RowPlace | undefined;
  readonly limit: number;
}

/** Place of a payment or event: its block, its transaction in it, its number in that. */
export interface RowPlace {
  readonly height: bigint;
  readonly position: number;
  readonly number: number;
}

/** A question to the read models. Whether the asker may have the answer was decided before. */
export type ReadModelsQuestion =
  | ({ readonly kind: "supply"; readonly unit: string } & SeriesRange)
  | ({ readonly kind: "activity"; readonly unit: string; readonly inWholeHours: boolean } & SeriesRange)
  | ({ readonly kind: "statement-lines"; readonly institution: Address } & SeriesRange)
  | { readonly kind: "flows"; readonly unit: string }
  | { readonly kind: "shares"; readonly instrument: number }
  | ({ readonly kind: "recent-events" } & PageBefore)
  /** `account` is an address that the reader may read and asks for. */
  | { readonly kind: "search"; readonly text: string; readonly account: Address | undefined }
  | ({ readonly kind: "payments"; readonly address: Address } & PageBefore)
  | { readonly kind: "statement"; readonly address: Address; readonly month: string; readonly zone: number }
  | { readonly kind: "balances"; readonly address: Address; readonly at: bigint | undefined }
  | ({ readonly kind: "alerts" } & AlertPage)
  | { readonly kind: "alert"; readonly id: string }
  | CaseQuestion;

/** To the process. */
export type ReadModelsCommand =
  /** The first command. `head` is the last durable block. */
  | ({ readonly kind: "start"; readonly head: number } & ReadModelsPlace)
  /** There is a newer durable block. Sent once for each time that the process waits. */
  | { readonly kind: "head"; readonly height: number }
  /** After `untilMs` of the machine's clock, milliseconds since 1970, nobody waits for the answer any more. */
  | { readonly kind: "question"; readonly ticket: number; readonly question: ReadModelsQuestion; readonly untilMs: number };

/** From the process. */
export type ReadModelsReport =
  /** It answers questions from now on; and once more whenever it has everything up to `height` and waits for the next block. `beginsAt` is the block whose state its tables begin with. */
  | { readonly kind: "waiting"; readonly height: number; readonly beginsAt: number }
  /** It wrote blocks. */
  | {
      readonly kind: "wrote";
      readonly height: number;
      readonly beginsAt: number;
      readonly blocks: number;
      readonly rows: number;
      readonly seconds: number;
    }
  | { readonly kind: "answer"; readonly ticket: number; readonly status: number; readonly body: string }
  | { readonly kind: "notice"; readonly text: string }
  /** The last: it cannot follow this chain, however often it is started, and ends. */
  | { readonly kind: "refused"; readonly reason: string };
