import type { DevelopmentAccounts } from "../http-api/http-ports.ts";
import type { RetentionPolicy } from "../retention/retention.ts";
import type { SnapshotPolicy } from "../snapshot/snapshot-keeper.ts";

/** How a node is started. */
export interface NodeOptions {
  /** Where the chain is kept; made if it is not there. */
  readonly dataDirectory: string;
  /** Encoded genesis document: needed when the directory is empty, otherwise equal to the stored one or absent. */
  readonly genesis?: Uint8Array | undefined;
  /** Address to listen on, default `127.0.0.1`. */
  readonly host?: string | undefined;
  /** Port to listen on, default 8420; 0 takes any that is free. */
  readonly port?: number | undefined;
  /** A simulated clock: a new chain begins at `startMs` (milliseconds since 1970), a restarted one at its last block's time; it runs at the real pace. */
  readonly clock?: { readonly startMs: number } | undefined;
  /** Threads that verify signatures, default one for each core: verifying is two thirds of a payment's work, and what else there is leaves room. */
  readonly signatureWorkers?: number | undefined;
  /** Most transactions between acceptance and answer, default 10,000; beyond them requests are answered 429. */
  readonly maxPending?: number | undefined;
  /** Makes snapshots beside the chain, see `snapshots/` in the data directory; none if absent. */
  readonly snapshots?: SnapshotPolicy | undefined;
  /** How long receipts are kept; for ever if absent. What is older is answered with `pruned`. */
  readonly retainReceipts?: RetentionPolicy | undefined;
  /** Bytes of a full segment of the log, default 256 MiB: receipts are dropped by whole segments. */
  readonly segmentBytes?: number | undefined;
  /** Most gas that a block's transactions use together, default 2,000,000,000; a block with a single transaction may use that one's limit. */
  readonly blockGas?: number | undefined;
  /**
   * Keeps read models beside the chain: tables in PostgreSQL, made by a process of its own that trails the chain and holds nothing up. A server's
   * database if a URL is given, else one in `read-models/` in the data directory. None if absent.
   */
  readonly readModels?: { readonly databaseUrl?: string | undefined } | undefined;
  /**
   * Keeps customers' business private: what is an account's, and who paid whom, is answered in a read session of whoever may read it; headers, rules,
   * code and sums stay everybody's. Everything is everybody's if absent.
   */
  readonly isPrivate?: boolean | undefined;
  /**
   * Where clients reach the node through proxies or by name, such as `https://ledger.example`: read sessions are opened for these and for the address
   * it listens on alone, so that no other node can pass a signature on. Throws `TypeError` for what is no URL.
   */
  readonly publicUrls?: readonly string[] | undefined;
  /** Told what a start that takes more than a second is doing, in words, at most once a second; logged at `info` if absent. */
  readonly onStarting?: ((text: string) => void) | undefined;
  /** Where the web console's built files are, served at `/`; a plain front page if absent. */
  readonly consoleDirectory?: string | undefined;
  /** Everybody in a development economy with their keys, served to whoever asks. Never on a ledger that holds anything. */
  readonly developmentAccounts?: DevelopmentAccounts | undefined;
  readonly logLevel?: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | undefined;
  /** Logs nothing. */
  readonly quiet?: boolean | undefined;
}
