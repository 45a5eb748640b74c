import { addressOfKeys, bytesToHex } from "@sycee/protocol";
import { Client, money, readResource, SyceeError } from "@sycee/sdk";
import { type Identity, keySetOf, signerOfIdentity } from "./identity.ts";

/** Whether the ledger has an identity's keys as those of its address now, by a proof. Throws `SyceeError` where the node cannot be asked. */
export async function hasCurrentKeys(identity: Identity): Promise<boolean> {
  // Of its own: what the page reads as somebody is not disturbed.
  const client = new Client(globalThis.location.origin);
  client.readAs(await signerOfIdentity(identity));
  try {
    const account = await readResource(client, identity.address, money.accountType);
    const current = account === undefined ? identity.address : `0x${bytesToHex(account.authenticationKey)}`;
    return current === addressOfKeys(keySetOf(identity));
  } catch (error) {
    // A node that keeps accounts private opens a read session to the current keys alone.
    if (error instanceof SyceeError && error.code === "wrong_key") return false;
    throw error;
  }
}
