import fs from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { systemFiles } from "../files/system-files.ts";
import { PIECE_BYTES } from "./check-job.ts";
import { latestMeta } from "./latest-meta.ts";

/*
 * A store that was closed in order leaves a seal beside the data file: its length, its last transaction, and the crc32 of
 * each MiB. The next start then knows in a third of a second a gigabyte that not a byte is other than it was.
 * The seal is taken away before anything is written.
 */
/** What was sealed: it speaks of the data file only while that has this transaction as its last. */
export interface Seal {
  readonly transaction: string;
  readonly bytes: number;
  /** The crc32 of each MiB. */
  readonly pieces: readonly number[];
}

/** Takes the seal away, durably: one that came back after a loss of power would call what was written meanwhile damage. */
export function removeSeal(directory: string): void {
  if (!fs.existsSync(sealPath(directory))) return;
  fs.rmSync(sealPath(directory));
  const descriptor = fs.openSync(directory, "r");
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Seals the data file of a directory, which nobody has open. Does nothing where there is none. */
export async function writeSeal(directory: string): Promise<void> {
  const descriptor = openData(directory);
  if (descriptor === undefined) return;
  let seal: Seal;
  try {
    const meta = latestMeta(descriptor);
    if (meta === undefined) return;
    seal = { transaction: meta.transaction.toString(), bytes: fs.fstatSync(descriptor).size, pieces: [...piecesOf(descriptor)] };
  } finally {
    fs.closeSync(descriptor);
  }
  const text = JSON.stringify(seal);
  const temporary = `${sealPath(directory)}.tmp`;
  const file = fs.openSync(temporary, "w");
  try {
    fs.writeSync(file, `${text}\n${crc32(text)}\n`);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
  fs.renameSync(temporary, sealPath(directory));
  await systemFiles.syncDirectory(directory);
}

function* piecesOf(descriptor: number): Generator<number> {
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  for (let offset = 0; ; offset += PIECE_BYTES) {
    const length = fs.readSync(descriptor, buffer, 0, PIECE_BYTES, offset);
    if (length === 0) return;
    yield crc32(buffer.subarray(0, length));
  }
}

/** The seal in a directory; `undefined` where there is none, or none that is whole: one that is damaged itself says nothing. */
export function readSeal(directory: string): Seal | undefined {
  const path = sealPath(directory);
  if (!fs.existsSync(path)) return undefined;
  const [text = "", checksum] = fs.readFileSync(path, "latin1").split("\n");
  if (String(crc32(text)) !== checksum) return undefined;
  return JSON.parse(text) as Seal;
}

function openData(directory: string): number | undefined {
  const path = join(directory, "data.mdb");
  return fs.existsSync(path) ? fs.openSync(path, "r") : undefined;
}

function sealPath(directory: string): string {
  return join(directory, "seal");
}
