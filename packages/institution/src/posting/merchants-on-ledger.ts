import { type Address, checkProof, parseAddress, type ProofQuestion } from "@sycee/protocol";
import { banking, type Client, decode, u64 } from "@sycee/sdk";
import type { Terms } from "./terms-history.ts";

const MERCHANTS = "0x4::merchant::Merchants";

/** Payer and merchant of a collection, by the numbers of their accounts. */
export interface Parties {
  readonly payer: number;
  readonly merchant: number;
}

/** What a ledger says of the merchants of a payment institution, as of the node's last block: read by proofs that are checked. */
export class MerchantsOnLedger {
  private readonly client: Client;
  private readonly institution: Address;
  private handles: { readonly terms: Address; readonly parties: Address } | undefined;

  constructor(client: Client, institution: Address) {
    this.client = client;
    this.institution = institution;
  }

  /** The terms of an account; `undefined` if it is no merchant's now. Throws `SyceeError`. */
  async terms(account: number): Promise<Terms | undefined> {
    const { terms: handle } = await this.find();
    const key = new Uint8Array(4);
    new DataView(key.buffer).setUint32(0, account, true);
    const value = await this.value({ kind: "table-entry", handle, type: banking.merchantTermsType.name, key });
    if (value === undefined) return undefined;
    const { feeBps, feeFixed } = decode(banking.merchantTermsType, value);
    return { feeBps: Number(feeBps), feeFixedMinor: feeFixed.toString() };
  }

  /** Who paid whom by a collection that was made: that never changes. Throws `SyceeError`. */
  async parties(collection: bigint): Promise<Parties> {
    const { parties: handle } = await this.find();
    const value = await this.value({ kind: "element", handle, type: "u64", index: Number(collection) });
    if (value === undefined) throw new Error(`the ledger does not prove collection ${collection}`);
    const both = decode(u64, value);
    return { payer: Number(both & 0xffff_ffffn), merchant: Number(both >> 32n) };
  }

  private async value(question: ProofQuestion): Promise<Uint8Array | undefined> {
    const { document } = await this.client.prove(question);
    for (const statement of checkProof(document, document.header).statements) {
      if (statement.kind === "table-entry" || statement.kind === "element") return statement.value;
    }
    return undefined;
  }

  private async find(): Promise<{ readonly terms: Address; readonly parties: Address }> {
    if (this.handles !== undefined) return this.handles;
    const { resources } = await this.client.account(this.institution);
    const value = resources.find(({ type }) => type === MERCHANTS)?.value;
    const [terms, parties] = [handleOf(value, "terms"), handleOf(value, "parties")];
    if (terms === undefined || parties === undefined) throw new Error(`the ledger does not tell of the merchants of ${this.institution}`);
    this.handles = { terms, parties };
    return this.handles;
  }
}

function handleOf(value: unknown, name: string): Address | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const field: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  if (typeof field !== "object" || field === null || !("handle" in field) || typeof field.handle !== "string") return undefined;
  return parseAddress(field.handle);
}
