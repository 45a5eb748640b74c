import fs from "node:fs";
import { join } from "node:path";
import { StorageError } from "../storage-error.ts";
import type { TellChecked } from "./check-threads.ts";
import { findDamage } from "./find-damage.ts";

/** What LMDB makes of an empty directory is smaller. */
const BEGUN_BYTES = 65_536;

/**
 * Checks the state in a directory before LMDB sees it: by its seal when it was closed in order, else page by page. Damaged
 * state is set aside, to be made again from the log or a snapshot; resolves to what was done in a sentence, `undefined` when the
 * state is sound. Rejects with {@link StorageError} when the log beside it has nothing (`logIsEmpty`): then neither is whole.
 */
export async function setAsideIfDamaged(directory: string, logIsEmpty: boolean, tell?: TellChecked): Promise<string | undefined> {
  const path = join(directory, "data.mdb");
  const size = fs.existsSync(path) ? fs.statSync(path).size : 0;
  if (size === 0) return undefined;
  const damage = await findDamage(directory, tell);
  if (damage === undefined) return undefined;
  const what = `The state in ${directory} is damaged (${damage.problem}; data.mdb at byte ${damage.offset})`;
  if (logIsEmpty && size > BEGUN_BYTES) {
    throw new StorageError(`${what}, and the log beside it is empty. Restore the directory: sycee restore BACKUP --data DIRECTORY`);
  }
  const aside = `${directory}.damaged`;
  fs.rmSync(aside, { recursive: true, force: true });
  fs.renameSync(directory, aside);
  return `${what}. It was set aside as ${aside}, and is made again from the log`;
}
