import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import { syncDirectory } from "../snapshot/snapshot-writer.ts";
import { belongsInBackup } from "./backup-names.ts";

const Manifest = Type.Object({
  format: Type.Literal("sycee-backup-1"),
  chainId: Type.String(),
  firstHeight: Type.String(),
  lastHeight: Type.String(),
  headHash: Type.String(),
  stateRoot: Type.String(),
  madeAt: Type.String(),
  /** The first `bytes` bytes of each file, and their sha256. A log's last file may be longer: what follows is not part of the backup. */
  files: Type.Array(
    Type.Object({
      name: Type.String(),
      bytes: Type.Integer({ minimum: 0 }),
      sha256: Type.String(),
    }),
  ),
});

/** What a backup holds: written last, so that a backup without it was interrupted. */
export type BackupManifest = Type.Static<typeof Manifest>;

const NAME = "backup.json";

/** `undefined` when the directory has none. Throws {@link NodeStartError} when it is damaged. */
export function readManifest(directory: string): BackupManifest | undefined {
  const path = join(directory, NAME);
  if (!fs.existsSync(path)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(fs.readFileSync(path, "utf8"));
  } catch {
    value = undefined;
  }
  if (!Value.Check(Manifest, value) || !value.files.every(({ name }) => belongsInBackup(name)))
    throw new NodeStartError(`${path} is damaged. Use another backup, or delete it and make the backup again.`);
  return value;
}

/** Gives the manifest its name, durably, once it is whole. */
export async function writeManifest(directory: string, manifest: BackupManifest): Promise<void> {
  const temporary = join(directory, `${NAME}.partial`);
  const file = fs.openSync(temporary, "w");
  try {
    fs.writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
  fs.renameSync(temporary, join(directory, NAME));
  await syncDirectory(directory);
}

/** sha256 of the first `bytes` bytes of a file, hexadecimal; `undefined` when it is shorter. */
export function digestOf(path: string, bytes: number): string | undefined {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  const file = fs.openSync(path, "r");
  try {
    for (let offset = 0; offset < bytes; ) {
      const length = fs.readSync(file, buffer, 0, Math.min(buffer.length, bytes - offset), offset);
      if (length === 0) return undefined;
      hash.update(buffer.subarray(0, length));
      offset += length;
    }
  } finally {
    fs.closeSync(file);
  }
  return hash.digest("hex");
}
