import { writeFileSync } from "node:fs";
import { bytesToHex, hexToBytes, parseAddress } from "@sycee/protocol";
import { checkProof, type Client, type Proof, type ProofQuestion, type Proved, WALLET_TYPE } from "@sycee/sdk";
import type { Command } from "commander";
import { CliError } from "../output/cli-error.ts";
import { provedInstruments, provedJson, provedSentences } from "../output/proved-text.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface ProveOptions extends NodeAccess {
  readonly output?: string;
}

/** An instrument as the node calls it. */
interface InstrumentName {
  readonly instrument: number;
  readonly symbol: string;
  readonly unit: string;
  readonly decimals: number;
}

/** `sycee prove balance|account|resource|entry|absence|module|element|transaction|receipt|event|block …`. */
export function addProveCommand(program: Command): void {
  const prove = program
    .command("prove")
    .description("Get a proof of something on the ledger, which anybody can check without a node (see check-proof)");
  withExample(
    prove,
    "sycee prove balance alice -o proof.sycee",
    "sycee check-proof proof.sycee --trust 0x8d2f… # the hash from somebody you believe",
  );
  addStateProofs(prove);
  addBlockProofs(prove);
}

function addStateProofs(prove: Command): void {
  kind(prove, "balance <name-or-address>", "What a wallet holds", "balance alice -o proof.sycee").action(
    async (who: string, options: ProveOptions) =>
      run(options, async (resolve) => ({ kind: "resource", address: await resolve(who), type: WALLET_TYPE })),
  );
  kind(prove, "account <institution> <number>", "What a customer's account in an institution's book has", "account river-bank 1").action(
    async (who: string, number: string, options: ProveOptions) =>
      run(options, async (resolve) => ({ kind: "customer-account", institution: await resolve(who), account: numberOf(number) })),
  );
  kind(prove, "resource <name-or-address> <type>", "A resource at an address", "resource alice 0x2::account::Account").action(
    async (who: string, type: string, options: ProveOptions) =>
      run(options, async (resolve) => ({ kind: "resource", address: await resolve(who), type })),
  );
  kind(
    prove,
    "entry <handle> <type> <key>",
    "A table's entry; the type is that of its values, the key BCS in hexadecimal",
    "entry 0x12… u64 0x07",
  ).action(async (handle: string, type: string, key: string, options: ProveOptions) =>
    run(options, async () => ({ kind: "table-entry", handle: addressOf(handle), type, key: bytesOf(key) })),
  );
  kind(
    prove,
    "absence <address> <type> [key]",
    "That there is no such resource or, with a key, no such entry of a table",
    "absence bob 0x2::account::Account",
  ).action(async (who: string, type: string, key: string | undefined, options: ProveOptions) =>
    run(
      options,
      async (resolve) =>
        key === undefined
          ? { kind: "resource", address: await resolve(who), type }
          : { kind: "table-entry", handle: addressOf(who), type, key: bytesOf(key) },
      refusePresence,
    ),
  );
  kind(prove, "module <address> <name>", "The bytecode of a module that somebody published", "module 0x8eb8… counter").action(
    async (address: string, name: string, options: ProveOptions) =>
      run(options, async () => ({ kind: "module", address: addressOf(address), name })),
  );
  kind(prove, "element <handle> <type> <index>", "An element of a paged vector", "element 0x12… u64 17").action(
    async (handle: string, type: string, index: string, options: ProveOptions) =>
      run(options, async () => ({ kind: "element", handle: addressOf(handle), type, index: numberOf(index) })),
  );
}

function addBlockProofs(prove: Command): void {
  kind(prove, "transaction <id>", "That a transaction is in its block, with its bytes", "transaction 0x5a…").action(
    async (id: string, options: ProveOptions) => run(options, async () => ({ kind: "transaction", id: idOf(id) })),
  );
  kind(prove, "receipt <id>", "What became of a transaction", "receipt 0x5a… -o proof.sycee").action(
    async (id: string, options: ProveOptions) => run(options, async () => ({ kind: "receipt", id: idOf(id) })),
  );
  kind(prove, "event <id> <number>", "An event of a transaction, numbered from 0", "event 0x5a… 0").action(
    async (id: string, number: string, options: ProveOptions) =>
      run(options, async () => ({ kind: "event", id: idOf(id), event: numberOf(number) })),
  );
  kind(prove, "block <height>", "That a block is one of the chain, by its last block", "block 12").action(
    async (height: string, options: ProveOptions) => run(options, async () => ({ kind: "block", height: BigInt(numberOf(height)) })),
  );
}

function kind(prove: Command, usage: string, description: string, example: string): Command {
  const command = withNodeAccess(prove.command(usage).description(description)).option(
    "-o, --output <file>",
    "where to put the proof; otherwise it is printed in hexadecimal",
  );
  return withExample(command, `sycee prove ${example}`);
}

type Resolve = (nameOrAddress: string) => ReturnType<ReturnType<typeof openAccess>["book"]["resolve"]>;

async function run(
  options: ProveOptions,
  questionOf: (resolve: Resolve) => Promise<ProofQuestion>,
  check: (proved: Proved) => void = () => undefined,
): Promise<void> {
  const { client, book } = openAccess(options);
  const proof = await client.prove(await questionOf((who) => book.resolve(who)));
  // By its own header: what a node gives that is no proof is not kept.
  const proved = checkProof(proof.document, proof.document.header);
  check(proved);
  const instruments = await instrumentsIn(proved, client);
  if (options.output !== undefined) keep(options.output, proof.bytes);
  print(options, proof, proved, instruments);
}

function keep(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new CliError("invalid_argument", `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

// Their names are no part of the proof.
async function instrumentsIn(proved: Proved, client: Client): Promise<readonly InstrumentName[]> {
  const numbers = provedInstruments(proved);
  if (numbers.length === 0) return [];
  const known = await client.instruments();
  return known
    .filter(({ instrument }) => numbers.includes(instrument))
    .map(({ instrument, symbol, unit, decimals }) => ({ instrument, symbol, unit, decimals }));
}

function print({ json, output }: ProveOptions, { bytes }: Proof, proved: Proved, instruments: readonly InstrumentName[]): void {
  if (json) {
    const place = output === undefined ? { proof: `0x${bytesToHex(bytes)}` } : { file: output };
    const named = instruments.length === 0 ? {} : { notProved: { instruments } };
    console.log(JSON.stringify({ ...place, bytes: bytes.length, ...provedJson(proved), ...named }));
  } else if (output === undefined) {
    console.log(`0x${bytesToHex(bytes)}`);
  } else {
    for (const sentence of provedSentences(proved)) console.log(sentence);
    for (const { instrument, symbol, unit, decimals } of instruments) {
      console.log(`not proved, but said by the node: instrument ${instrument} is ${symbol}, in ${unit} with ${decimals} decimals`);
    }
    console.log(
      `proof of ${bytes.length} bytes in ${output}, by the hash of block ${proved.trusted.header.height}: 0x${bytesToHex(proved.trusted.hash)}`,
    );
  }
}

function refusePresence({ statements }: Proved): void {
  for (const statement of statements) {
    if ("value" in statement && statement.value !== undefined) {
      throw new CliError("not_absent", "It is there: its absence cannot be proved.");
    }
  }
}

function addressOf(text: string): NonNullable<ReturnType<typeof parseAddress>> {
  const address = parseAddress(text);
  if (address === undefined) throw new CliError("invalid_argument", "An address is 0x and up to 64 hexadecimal digits.");
  return address;
}

function bytesOf(text: string): Uint8Array {
  const bytes = hexToBytes(text);
  if (bytes === undefined) throw new CliError("invalid_argument", "Bytes are 0x and two hexadecimal digits each.");
  return bytes;
}

function idOf(text: string): Uint8Array {
  const id = bytesOf(text);
  if (id.length !== 32) throw new CliError("invalid_argument", "A transaction's id is 0x and 64 hexadecimal digits.");
  return id;
}

function numberOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new CliError("invalid_argument", "A number is a whole number from 0.");
  return Number(text);
}
