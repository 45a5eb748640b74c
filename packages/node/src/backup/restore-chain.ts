import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { bytesToHex } from "@sycee/protocol/core";
import { copyPart, lockDirectory } from "@sycee/storage";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { openChain } from "../block-runner/open-chain.ts";
import { syncDirectory } from "../snapshot/snapshot-writer.ts";
import type { BackupProgress } from "./backup-chain.ts";
import { type BackupManifest, digestOf, readManifest } from "./backup-manifest.ts";
import { checkHeaders } from "./check-headers.ts";

/** What was restored. */
export interface RestoreReport {
  readonly chainId: string;
  readonly height: bigint;
  readonly headHash: string;
  readonly stateRoot: string;
  /** Where what was there before has been put. */
  readonly replaced: string | undefined;
}

/** How a backup is restored. */
export interface RestoreOptions {
  /** What is in the directory already is put aside, instead of refused. */
  readonly replace?: boolean | undefined;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
}

/**
 * Makes the directory of a chain from a backup: compares every file with the backup's manifest, follows the hashes of all
 * headers, and makes the state anew from the writes (after the newest snapshot, where there is one), comparing its root with
 * the last header's. The directory has its name only when all of that has succeeded. Rejects with {@link NodeStartError}
 * when the backup is damaged or the directory is not empty, StorageError when it is in use.
 */
export async function restoreChain(backup: string, dataDirectory: string, options: RestoreOptions = {}): Promise<RestoreReport> {
  const onProgress = options.onProgress ?? (() => {});
  const manifest = readManifest(backup);
  if (manifest === undefined) throw new NodeStartError(`There is no complete backup in ${backup}: it has no backup.json.`);
  const target = resolve(dataDirectory);
  const occupied = existsSync(target) && readdirSync(target).length > 0;
  if (occupied && options.replace !== true) {
    throw new NodeStartError(`${dataDirectory} is not empty. Choose another directory, or let what is there be put aside with --force.`);
  }
  mkdirSync(dirname(target), { recursive: true });
  const lock = occupied ? await lockDirectory(target) : undefined;
  const restoring = `${target}.restoring`;
  rmSync(restoring, { recursive: true, force: true });
  try {
    await copyFiles(backup, restoring, manifest, onProgress);
    const head = checkHeaders(join(restoring, "log"), (height, last) => onProgress({ stage: "checking", done: height, of: last }));
    if (head.headHash !== manifest.headHash)
      throw new NodeStartError(`The backup in ${backup} ends with ${head.headHash}, not ${manifest.headHash} as its backup.json says.`);
    onProgress({ stage: "recovering", done: 0, of: Number(head.head.height) });
    const { ledger, storage } = await openChain(restoring, undefined);
    await storage.close();
    const root = `0x${bytesToHex(ledger.head?.stateRoot ?? new Uint8Array())}`;
    if (root !== manifest.stateRoot)
      throw new NodeStartError(`The state of the backup in ${backup} has the root ${root}, not ${manifest.stateRoot}.`);
    const replaced = occupied ? putAside(target) : undefined;
    moveInto(restoring, target);
    await syncDirectory(dirname(target));
    const { chainId, headHash, stateRoot, lastHeight } = manifest;
    return { chainId, height: BigInt(lastHeight), headHash, stateRoot, replaced };
  } catch (error) {
    rmSync(restoring, { recursive: true, force: true });
    throw error;
  } finally {
    lock?.release();
  }
}

// Under its lock, which goes along with it: nobody can have begun to work there meanwhile.
function putAside(target: string): string {
  const replaced = `${target}.replaced-${Date.now()}`;
  renameSync(target, replaced);
  for (const name of readdirSync(replaced)) if (/^lock(\.|$)/.test(name)) rmSync(join(replaced, name));
  return replaced;
}

// A directory takes the place of an empty one, never of one in which somebody has begun a chain since.
function moveInto(restoring: string, target: string): void {
  try {
    renameSync(restoring, target);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOTEMPTY" || error.code === "EEXIST")) {
      throw new NodeStartError(`${target} was empty when the restore began and is not any more: nothing was put there.`);
    }
    throw error;
  }
}

async function copyFiles(
  backup: string,
  target: string,
  { files }: BackupManifest,
  onProgress: (progress: BackupProgress) => void,
): Promise<void> {
  for (const [place, { name, bytes, sha256 }] of files.entries()) {
    const path = join(target, name);
    mkdirSync(dirname(path), { recursive: true });
    const source = join(backup, name);
    if (!existsSync(source)) throw new NodeStartError(`${source} is missing from the backup.`);
    if (digestOf(source, bytes) !== sha256)
      throw new NodeStartError(`${source} is damaged: it is not what was backed up. Use another backup.`);
    await copyPart(source, path, bytes);
    if (digestOf(path, bytes) !== sha256) throw new NodeStartError(`${path} does not read as it was written.`);
    onProgress({ stage: "copying", done: place + 1, of: files.length });
  }
  for (const folder of new Set(files.map(({ name }) => dirname(join(target, name))))) await syncDirectory(folder);
}
