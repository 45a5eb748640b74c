import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Address, bytesToHex, hexToBytes, isAddress } from "@sycee/protocol";
import { CliError } from "../output/cli-error.ts";

/** A key pair under a name. */
export interface StoredKey {
  readonly name: string;
  readonly address: Address;
  /** 32 bytes. */
  readonly seed: Uint8Array;
}

/** The keys in a key file, none if it is not there. Throws `CliError` `keys_unreadable`. */
export function readKeys(path: string): StoredKey[] {
  if (!existsSync(path)) return [];
  const keys = parse(readFileSync(path, "utf8"));
  if (keys === undefined) throw new CliError("keys_unreadable", `${path} is not a key file of sycee.`);
  return keys;
}

/** Adds a key, readable by its owner only. Throws `CliError` `name_taken`. */
export function addKey(path: string, key: StoredKey): void {
  const keys = readKeys(path);
  if (keys.some(({ name }) => name === key.name)) throw new CliError("name_taken", `${path} has a key named ${key.name} already.`);
  const entries = [...keys, key].map(({ name, address, seed }) => ({ name, address, privateKey: `0x${bytesToHex(seed)}` }));
  mkdirSync(dirname(path), { recursive: true });
  // Written beside and renamed, so that a key file is never half written.
  writeFileSync(`${path}.new`, `${JSON.stringify({ version: 1, keys: entries }, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function parse(text: string): StoredKey[] | undefined {
  const document = parseJson(text);
  if (typeof document !== "object" || document === null || !("keys" in document) || !Array.isArray(document.keys)) return undefined;
  const keys: StoredKey[] = [];
  for (const entry of document.keys) {
    const key = keyOf(entry);
    if (key === undefined) return undefined;
    keys.push(key);
  }
  return keys;
}

function keyOf(entry: unknown): StoredKey | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { name, address, privateKey }: { name?: unknown; address?: unknown; privateKey?: unknown } = entry;
  if (typeof name !== "string" || typeof address !== "string" || typeof privateKey !== "string" || !isAddress(address)) return undefined;
  const seed = hexToBytes(privateKey);
  return seed?.length === 32 ? { name, address, seed } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
