import { type Dirent, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { bytesToHex } from "@sycee/protocol/core";
import { copyLog, copyPart } from "@sycee/storage";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { retainedSnapshots } from "../snapshot/retained-snapshots.ts";
import { syncDirectory } from "../snapshot/snapshot-writer.ts";
import { type BackupManifest, digestOf, readManifest, writeManifest } from "./backup-manifest.ts";
import { belongsInBackup } from "./backup-names.ts";
import { checkContinues } from "./check-continues.ts";
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
 * date. Rejects with {@link NodeStartError} when there is no chain, or `target` has a backup that the chain does not continue;
 * `StorageError` on damage.
 */
export async function backupChain(
  dataDirectory: string,
  target: string,
  onProgress: (progress: BackupProgress) => void = () => {},
): Promise<BackupReport> {
  if (!existsSync(join(dataDirectory, "log"))) throw new NodeStartError(`There is no chain in ${dataDirectory}.`);
  const earlier = readManifest(target);
  const chainId = checkContinues(dataDirectory, target, earlier);
  let copiedBytes = 0;
  const files: BackupManifest["files"] = [];
  const add = (name: string, bytes: number, kept: boolean): void => {
    const known = kept ? earlier?.files.find((file) => file.name === name && file.bytes === bytes)?.sha256 : undefined;
    const sha256 = known ?? digestOf(join(target, name), bytes);
    if (sha256 === undefined) throw new NodeStartError(`${join(target, name)} is shorter than was written to it.`);
    if (!kept) copiedBytes += bytes;
    files.push({ name, bytes, sha256 });
  };
  // Snapshots before the log: each is of a block that the log in the backup has.
  for (const { name, bytes, kept } of await copyBeside(dataDirectory, target)) add(name, bytes, kept);
  let done = 0;
  for (const segment of await copyLog(join(dataDirectory, "log"), join(target, "log"), (_, of) =>
    onProgress({ stage: "copying", done: ++done, of }),
  )) {
    add(`log/${segment.name}`, segment.bytes, segment.kept);
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
  await writeManifest(target, manifest);
  await dropUnlisted(target, new Set(files.map(({ name }) => name)));
  return { ...manifest, copiedBytes };
}

interface CopiedFile {
  readonly name: string;
  readonly bytes: number;
  readonly kept: boolean;
}

// A running node may let go of an old snapshot at any moment, having made a newer one.
async function copyBeside(dataDirectory: string, target: string): Promise<CopiedFile[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const copied: CopiedFile[] = [];
      for (const file of filesBeside(dataDirectory)) copied.push(await copyFile(dataDirectory, target, file));
      for (const folder of new Set(copied.map(({ name }) => dirname(join(target, name))))) await syncDirectory(folder);
      return copied;
    } catch (error) {
      if (attempt === 3 || !(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
}

async function copyFile(dataDirectory: string, target: string, { name, immutable }: BesideFile): Promise<CopiedFile> {
  const source = join(dataDirectory, name);
  const { size } = statSync(source);
  const path = join(target, name);
  mkdirSync(dirname(path), { recursive: true });
  const kept = immutable && existsSync(path) && statSync(path).size === size;
  if (!kept) await copyPart(source, path, size);
  return { name, bytes: size, kept };
}

interface BesideFile {
  readonly name: string;
  readonly immutable: boolean;
}

// Snapshots never change once they have their names. Whatever else lies beside the log is small.
function filesBeside(dataDirectory: string): BesideFile[] {
  const snapshots = retainedSnapshots(dataDirectory).map(({ path }) => ({ name: `snapshots/${basename(path)}`, immutable: true }));
  const others = readdirSync(dataDirectory, { withFileTypes: true }).flatMap((entry) => filesIn(dataDirectory, entry));
  const beside = others.filter((name) => !/^(log|snapshots)\//.test(name) && belongsInBackup(name));
  return [...snapshots, ...beside.map((name) => ({ name, immutable: false }))];
}

function filesIn(dataDirectory: string, entry: Dirent): string[] {
  if (entry.isFile()) return [entry.name];
  if (!entry.isDirectory()) return [];
  const inside = readdirSync(join(dataDirectory, entry.name), { withFileTypes: true });
  return inside.filter((file) => file.isFile()).map((file) => `${entry.name}/${file.name}`);
}

// Only now: until the new manifest had its name, the earlier one spoke of what has been pruned since.
async function dropUnlisted(target: string, listed: ReadonlySet<string>): Promise<void> {
  for (const folder of ["log", "snapshots"]) {
    const directory = join(target, folder);
    if (!existsSync(directory)) continue;
    const dropped = readdirSync(directory).filter((name) => belongsInBackup(`${folder}/${name}`) && !listed.has(`${folder}/${name}`));
    for (const name of dropped) rmSync(join(directory, name));
    if (dropped.length > 0) await syncDirectory(directory);
  }
}
