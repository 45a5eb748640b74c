import { BcsReader, BcsWriter } from "@sycee/bcs";
import { type Address, addressFromBytes, addressToBytes, type Call, readCall, writeCall } from "@sycee/protocol/core";
import { blake2b } from "./hash.ts";

/** A transaction of block 0: it runs with the signers it names, without signatures. */
export interface GenesisProgram {
  readonly signers: readonly Address[];
  readonly calls: readonly Call[];
}

/** Everything a chain begins with. Its hash is the chain's id. */
export interface GenesisDocument {
  /** Time of block 0, milliseconds since 1970. */
  readonly timeMs: bigint;
  /** Bytecode of every module, dependencies first. */
  readonly modules: readonly Uint8Array[];
  readonly programs: readonly GenesisProgram[];
}

const DOMAIN = new TextEncoder().encode("sycee-genesis-v1");

export function encodeGenesis(document: GenesisDocument): Uint8Array {
  const writer = new BcsWriter(65_536).fixedBytes(DOMAIN).u64(document.timeMs);
  writer.vector(document.modules, (inner, bytes) => inner.byteVector(bytes));
  writer.vector(document.programs, (inner, program) => {
    inner.vector(program.signers, (nested, signer) => nested.fixedBytes(addressToBytes(signer)));
    inner.vector(program.calls, writeCall);
  });
  return writer.toBytes();
}

/** Throws `BcsError` on anything but what {@link encodeGenesis} writes. */
export function decodeGenesis(bytes: Uint8Array): GenesisDocument {
  const reader = new BcsReader(bytes);
  const domain = reader.fixedBytes(DOMAIN.length);
  if (Buffer.compare(domain, DOMAIN) !== 0) throw new RangeError("these bytes are not a genesis document");
  const document: GenesisDocument = {
    timeMs: reader.u64(),
    modules: reader.vector((inner) => inner.byteVector()),
    programs: reader.vector((inner) => ({
      signers: inner.vector((nested) => addressFromBytes(nested.fixedBytes(32)), 32),
      calls: inner.vector(readCall, 36),
    })),
  };
  reader.finish();
  return document;
}

/** The chain's id: 32 bytes. */
export function chainIdOf(genesis: Uint8Array): Uint8Array {
  return blake2b(genesis);
}
