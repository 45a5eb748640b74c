import { bytesToHex, type Call, decodeTransaction, hexToBytes, transactionId } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";

/** The calls of a transaction on the ledger, out of its own bytes, which its id vouches for. Throws `SyceeError` when the node does not give them, an error for other bytes than the transaction's. */
export async function callsOf(client: Client, id: string): Promise<readonly Call[]> {
  const wanted = hexToBytes(id);
  if (wanted === undefined) throw new Error(`${id} is not the id of a transaction`);
  const { document } = await client.prove({ kind: "transaction", id: wanted });
  const [claim] = document.claims;
  if (claim?.kind !== "transaction") throw new Error(`the node did not give the bytes of transaction ${id}`);
  const { payload, payloadBytes } = decodeTransaction(claim.bytes);
  if (bytesToHex(transactionId(payloadBytes)) !== bytesToHex(wanted))
    throw new Error(`the node gave the bytes of another transaction than ${id}`);
  return payload.calls;
}
