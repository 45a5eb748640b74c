import { existsSync } from "node:fs";
import { join } from "node:path";
import { openLogView } from "@sycee/storage";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { beginAfresh } from "./database/migrate.ts";
import { openDatabase, type ReadModelsPlace } from "./database/open-database.ts";
import type { SqlDatabase } from "./database/sql-database.ts";
import { type TableDigest, tableDigests } from "./database/table-digests.ts";
import { readPosition } from "./following/chain-position.ts";
import { Follower } from "./following/follower.ts";
import { readBeginning } from "./following/history-beginning.ts";

/** How far a rebuild is. */
export interface ReindexProgress {
  readonly height: number;
  readonly lastHeight: number;
  readonly rows: number;
}

/** What a rebuild, or a look at the tables, found. */
export interface ReindexReport {
  /** The last block that is in the tables. */
  readonly height: number;
  /** The block whose state, from a snapshot, the tables begin with; 0 where they have every block. */
  readonly beginsAtHeight: number;
  readonly tables: readonly TableDigest[];
}

/** How read models are rebuilt. */
export interface ReindexOptions extends ReadModelsPlace {
  /** Looks at the tables as they are and writes nothing. */
  readonly onlyLook?: boolean;
  readonly onProgress?: (progress: ReindexProgress) => void;
  /** Told of what was repaired on the way, in sentences. */
  readonly onNotice?: (text: string) => void;
}

/**
 * Makes a chain's read models from nothing, from its log, and where it was begun from a snapshot from that and its log; a node may be running on the chain, but not one that keeps these read models.
 * Two that were made at the same block have the same digests, however they came about. Rejects with {@link NodeStartError}, `StorageError`.
 */
export async function reindex({ onlyLook, onProgress, onNotice = () => undefined, ...place }: ReindexOptions): Promise<ReindexReport> {
  const log = join(place.dataDirectory, "log");
  const lastHeight = existsSync(log) ? await openLogView(log).syncToEnd() : undefined;
  if (lastHeight === undefined) throw new NodeStartError(`There is no chain in ${place.dataDirectory}.`);
  const database = await openDatabase(place, {
    notice: onNotice,
    broken: (error) => onNotice(`The connection to the database is broken: ${error.message}`),
  });
  try {
    if (onlyLook !== true) await rebuild(database, place.dataDirectory, lastHeight, { onProgress, onNotice });
    const position = await readPosition(database);
    const beginsAtHeight = Number((await readBeginning(database))?.height ?? 0n);
    return { height: Number(position?.height ?? -1n), beginsAtHeight, tables: await tableDigests(database) };
  } finally {
    await database.close();
  }
}

async function rebuild(
  database: SqlDatabase,
  dataDirectory: string,
  lastHeight: number,
  { onProgress, onNotice }: { readonly onProgress: ReindexOptions["onProgress"]; onNotice(text: string): void },
): Promise<void> {
  await beginAfresh(database);
  const follower = await Follower.open(database, dataDirectory, lastHeight, onNotice);
  let rows = 0;
  for (let wrote = await follower.step(lastHeight); wrote !== undefined; wrote = await follower.step(lastHeight)) {
    rows += wrote.rows;
    onProgress?.({ height: wrote.height, lastHeight, rows });
  }
  follower.close();
}
