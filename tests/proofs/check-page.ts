import { checkProof, decodeProof, ProofError } from "@sycee/sdk";

/** A proof and the hash by which it shall hold, both in hexadecimal. */
export interface PageProof {
  readonly proof: string;
  readonly trusted: string;
}

/** Checks proofs with nothing but the SDK: the kinds of what each proves, or the code with which it is refused. */
export function run(proofs: readonly PageProof[]): string[] {
  return proofs.map(({ proof, trusted }) => {
    try {
      const { block, statements } = checkProof(decodeProof(bytesOf(proof)), bytesOf(trusted));
      return `block ${block.header.height}: ${statements.map(({ kind }) => kind).join(", ")}`;
    } catch (error) {
      if (error instanceof ProofError) return error.code;
      throw error;
    }
  });
}

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
