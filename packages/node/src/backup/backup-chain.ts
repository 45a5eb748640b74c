import { existsSync, mkdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { decodeRecordHeader } from "@sycee/ledger";
import { bytesToHex } from "@sycee/protocol";
import { copyLog, copyPart, openLogView } from "@sycee/storage";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { GENESIS_FILE } from "../snapshot/genesis-file.ts";
import { retainedSnapshots } from "../snapshot/retained-snapshots.ts";
import { type BackupManifest, digestOf, readManifest, writeManifest } from "./backup-manifest.ts";
import { checkHeaders } from "./check-headers.ts";

/** How far a backup or a restore is. */
export interface BackupProgress {
  readonly stage: "copying" | "checking" | "recovering";
  readonly done: number;
  readonly of: number;
}

/** What was backed up. */
export interface BackupReport extends BackupManifest {
  /** Bytes copied by this run; the rest was there from an earlier one. */
  readonly copiedBytes: number;
}

/**
 * Copies the chain in a directory, whose node may be running, to `target`, with every block that was durable when the call
 * began, and follows the hashes of all headers in the copy. A target with an earlier backup of the chain is brought up to
 * date. Rejects with {@link NodeStartError} when there is no chain, or `target` has another one; `StorageError` on damage.
 */
export async function backupChain(
  dataDirectory: string,
  target: string,
  onProgress: (progress: BackupProgress) => void = () => {},
): Promise<BackupReport> {
  if (!existsSync(join(dataDirectory, "log"))) throw new NodeStartError(`There is no chain in ${dataDirectory}.`);
  const chainId = chainIdOf(join(dataDirectory, "log"));
  const earlier = readManifest(target);
  if (earlier !== undefined && earlier.chainId !== chainId) {
    throw new NodeStartError(`${target} holds a backup of another chain. Choose another directory.`);
  }
  mkdirSync(join(target, "snapshots"), { recursive: true });
  let copiedBytes = 0;
  const files: BackupManifest["files"] = [];
  const add = (name: string, bytes: number, kept: boolean): void => {
    const known = kept ? earlier?.files.find((file) => file.name === name && file.bytes === bytes)?.sha256 : undefined;
    const sha256 = known ?? digestOf(join(target, name), bytes);
    if (sha256 === undefined) throw new NodeStartError(`${join(target, name)} is shorter than was written to it.`);
    if (!kept) copiedBytes += bytes;
    files.push({ name, bytes, sha256 });
  };
  let done = 0;
  for (const segment of await copyLog(join(dataDirectory, "log"), join(target, "log"), (_, of) =>
    onProgress({ stage: "copying", done: ++done, of }),
  )) {
    add(`log/${segment.name}`, segment.bytes, segment.kept);
  }
  for (const [source, name] of filesBeside(dataDirectory)) {
    const { size } = statSync(source);
    const path = join(target, name);
    const kept = existsSync(path) && statSync(path).size === size;
    if (!kept) await copyPart(source, path, size);
    add(name, size, kept);
  }
  const { first, head, headHash } = checkHeaders(join(target, "log"), (height, last) =>
    onProgress({ stage: "checking", done: height, of: last }),
  );
  const manifest: BackupManifest = {
    format: "sycee-backup-1",
    chainId,
    firstHeight: first.toString(),
    lastHeight: head.height.toString(),
    headHash,
    stateRoot: `0x${bytesToHex(head.stateRoot)}`,
    madeAt: new Date().toISOString(),
    files,
  };
  writeManifest(target, manifest);
  return { ...manifest, copiedBytes };
}

function chainIdOf(logDirectory: string): string {
  const log = openLogView(logDirectory);
  const record = log.firstHeight === undefined ? undefined : log.read(log.firstHeight);
  if (record === undefined) throw new NodeStartError(`There is no block in ${logDirectory}.`);
  return `0x${bytesToHex(decodeRecordHeader(record).chainId)}`;
}

// Snapshots never change once they have their names; nor does the genesis document.
function filesBeside(dataDirectory: string): [source: string, name: string][] {
  const snapshots = retainedSnapshots(dataDirectory).map(({ path }): [string, string] => [path, `snapshots/${basename(path)}`]);
  const genesis = join(dataDirectory, GENESIS_FILE);
  return existsSync(genesis) ? [[genesis, GENESIS_FILE], ...snapshots] : snapshots;
}
