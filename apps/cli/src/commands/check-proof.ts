import { readFileSync } from "node:fs";
import { blake2b256, type BlockHeader, blockHash, bytesToHex, decodeBlockHeader, hexToBytes } from "@sycee/protocol";
import { checkProof, decodeProof, type ProofDocument, ProofError, type Proved } from "@sycee/sdk";
import type { Command } from "commander";
import { CliError } from "../output/cli-error.ts";
import { provedJson, provedSentences } from "../output/proved-text.ts";
import { withExample } from "./options.ts";

interface CheckOptions {
  readonly trust?: string;
  readonly header?: string;
  readonly ownHeader?: true;
  readonly json?: true;
}

/** `sycee check-proof FILE (--trust HASH | --header FILE | --own-header)`. */
export function addCheckProofCommand(program: Command): void {
  const command = program
    .command("check-proof <file>")
    .description("Say what a proof proves to whoever trusts one block's hash; needs no node and exits with 0 only if the proof holds")
    .option("--trust <hash>", "hash of the block by which the proof must hold, from somebody you believe")
    .option("--header <file>", "the same block's header, in BCS or as /v1/blocks/{height} answers it")
    .option("--own-header", "only read what the proof says, by the header that it brings: anybody can make one that says anything")
    .option("--json", "print JSON, for programs");
  withExample(
    command,
    "sycee prove balance alice -o proof.sycee",
    "sycee check-proof proof.sycee --trust 0x8d2f… # the hash of the last block, from a second node",
  ).action(checkFile);
}

function checkFile(file: string, options: CheckOptions): void {
  const document = orRefuse(() => decodeProof(readBytes(file)));
  const trusted = trustOf(options, document);
  const { json, sentences } = orRefuse(() => described(checkProof(document, trusted ?? document.header), options));
  if (options.json) console.log(JSON.stringify(json));
  else for (const sentence of sentences) console.log(sentence);
}

// Both, so that a value which does not decode refuses the proof in either form.
function described(proved: Proved, options: CheckOptions): { readonly json: object; readonly sentences: readonly string[] } {
  const trust = options.ownHeader === true ? { holds: false, trust: "none" } : { holds: true, trust: "given" };
  const caution = options.ownHeader === true ? ["NOT PROVED: nobody whom you trust vouches for the header. The proof says:"] : [];
  return {
    json: { ...trust, ...provedJson(proved) },
    sentences: [...caution, ...provedSentences(proved), trustSentence(proved, options)],
  };
}

function trustSentence({ trusted: { header, hash } }: Proved, { trust, header: file }: CheckOptions): string {
  const block = `block ${header.height} with hash 0x${bytesToHex(hash)}`;
  if (trust !== undefined) return `This holds if you trust the hash that you gave, of ${block}.`;
  if (file !== undefined) return `This holds if you trust the header in ${file}, of ${block}.`;
  return `NOT PROVED: this is so only if ${block} is what the chain agreed on. Ask somebody you believe, and give the hash with --trust.`;
}

/** `undefined` where the proof's own header is asked for. */
function trustOf({ trust, header, ownHeader }: CheckOptions, document: ProofDocument): BlockHeader | Uint8Array | undefined {
  const given = [trust, header, ownHeader].filter((option) => option !== undefined);
  if (given.length > 1) throw new CliError("invalid_argument", "Give one of --trust, --header and --own-header.");
  if (trust !== undefined) return hashOf(trust, "--trust");
  if (header !== undefined) return readHeader(header);
  if (ownHeader === true) return undefined;
  const { height } = document.header;
  throw new CliError(
    "trust_missing",
    `A proof holds by a block's hash from somebody you believe: give it with --trust, or the header with --header. This proof is by block ${height}, which it says has the hash 0x${bytesToHex(blockHash(document.header, blake2b256))}. To read it without any trust, give --own-header.`,
  );
}

function readHeader(file: string): BlockHeader | Uint8Array {
  const bytes = readBytes(file);
  // A JSON document; an encoded header begins with its version.
  if (bytes[0] === 0x7b) return hashIn(file, new TextDecoder().decode(bytes));
  try {
    return decodeBlockHeader(bytes);
  } catch (error) {
    if (error instanceof Error && error.name === "BcsError")
      throw new CliError("invalid_argument", `${file} is no header: ${error.message}.`);
    throw error;
  }
}

function hashIn(file: string, text: string): Uint8Array {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new CliError("invalid_argument", `${file} is no JSON: ${error.message}.`);
    throw error;
  }
  const hash = typeof parsed === "object" && parsed !== null && "hash" in parsed ? parsed.hash : undefined;
  if (typeof hash !== "string") throw new CliError("invalid_argument", `${file} has no "hash" of a block.`);
  return hashOf(hash, file);
}

function hashOf(text: string, place: string): Uint8Array {
  const hash = text.startsWith("0x") ? hexToBytes(text) : undefined;
  if (hash?.length !== 32) throw new CliError("invalid_argument", `The hash in ${place} is not 0x and 64 hexadecimal digits.`);
  return hash;
}

/** The bytes in a file, or those that it has in hexadecimal. */
function readBytes(file: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    // No `Buffer`, whose JSON would be a list of numbers.
    bytes = new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new CliError("invalid_argument", `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (bytes[0] !== 0x30 || bytes[1] !== 0x78) return bytes;
  const decoded = hexToBytes(new TextDecoder("latin1").decode(bytes).trim());
  if (decoded === undefined) throw new CliError("invalid_argument", `${file} is not hexadecimal throughout.`);
  return decoded;
}

function orRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProofError) throw new CliError("proof_refused", `${error.message} (${error.code})`);
    if (error instanceof Error && error.name === "BcsError")
      throw new CliError("proof_refused", `What is proved does not decode: ${error.message}`);
    throw error;
  }
}
