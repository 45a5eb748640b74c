import { type Address, checkProof, ProofError } from "@sycee/protocol";
import { decode, type MoveType } from "../arguments/move-type.ts";
import type { Client } from "./client.ts";
import { clientError } from "./sycee-error.ts";

/**
 * The resource of a type at an address, `undefined` where there is none, as of the node's last block. It is read by a proof
 * that is checked, against the header that the node gave with it. Throws `SyceeError`.
 *
 * @example
 * const escrow = await readResource(client, escrowAddress(buyer, 1n), money.escrowType);
 */
export async function readResource<T>(client: Client, address: Address, type: MoveType<T>): Promise<T | undefined> {
  const { document } = await client.prove({ kind: "resource", address, type: type.name });
  try {
    for (const statement of checkProof(document, document.header).statements) {
      if (statement.kind !== "resource" || statement.address !== address) continue;
      return statement.value === undefined ? undefined : decode(type, statement.value);
    }
  } catch (error) {
    if (error instanceof ProofError) throw clientError("unexpected_answer", "The node's proof does not hold.", error);
    throw error;
  }
  throw clientError("unexpected_answer", "The node's proof says nothing of what was asked.");
}
