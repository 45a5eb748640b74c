import { type Address, addressToBytes, type CallArgument } from "@sycee/protocol";

/** The transaction's first signer. */
export const signerArgument: CallArgument = { kind: "signer", index: 0 };

export function addressBytes(address: Address): CallArgument {
  return { kind: "literal", bytes: addressToBytes(address) };
}

export function u8Byte(value: number): CallArgument {
  return { kind: "literal", bytes: Uint8Array.of(value) };
}
