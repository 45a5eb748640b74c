import fs from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { systemFiles } from "../files/system-files.ts";
import type { DataFileDamage } from "./damage-found.ts";
import { latestMeta } from "./inspect-data-file.ts";

/*
 * A store that was closed in order leaves a seal beside the data file: its length, its last transaction, and the crc32 of
 * each MiB. The next start then knows in a third of a second a gigabyte that not a byte is other than it was.
 * The seal is taken away before anything is written.
 */
const PIECE_BYTES = 1024 * 1024;

interface Seal {
  readonly transaction: string;
  readonly bytes: number;
  readonly pieces: readonly number[];
}

/** What a seal says of the data file beside it: `unsealed` when there is none, or something was written after it. */
export type SealVerdict = "sound" | "unsealed" | DataFileDamage;

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

/** Compares the data file of a directory with its seal. */
export function checkSeal(directory: string): SealVerdict {
  const seal = readSeal(directory);
  const descriptor = openData(directory);
  if (descriptor === undefined) return "unsealed";
  try {
    if (seal === undefined || latestMeta(descriptor)?.transaction.toString() !== seal.transaction) return "unsealed";
    const size = fs.fstatSync(descriptor).size;
    if (size !== seal.bytes)
      return { problem: `it has ${size} bytes and had ${seal.bytes} when it was closed`, offset: Math.min(size, seal.bytes) };
    let piece = 0;
    for (const checksum of piecesOf(descriptor)) {
      if (checksum !== seal.pieces[piece]) return { problem: "its bytes are not those it was closed with", offset: piece * PIECE_BYTES };
      piece += 1;
    }
    return "sound";
  } finally {
    fs.closeSync(descriptor);
  }
}

function* piecesOf(descriptor: number): Generator<number> {
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  for (let offset = 0; ; offset += PIECE_BYTES) {
    const length = fs.readSync(descriptor, buffer, 0, PIECE_BYTES, offset);
    if (length === 0) return;
    yield crc32(buffer.subarray(0, length));
  }
}

// A seal that is damaged itself says nothing.
function readSeal(directory: string): Seal | undefined {
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
