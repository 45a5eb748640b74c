import { BcsWriter } from "@sycee/bcs";
import type { EntryResult } from "@sycee/ledger";
import { addressToBytes, type Call, encodeTransaction, type EventRecord } from "@sycee/protocol";
import { ALERT_DEFAULTS } from "../../src/read-models/alerts/alert-parameters.ts";
import { customerAccount } from "../../src/read-models/alerts/customer-account.ts";
import { type BlockContent, type CustomerPayment, customerPayments } from "../../src/read-models/alerts/watching/customer-payments.ts";
import type { PartyRegister } from "../../src/read-models/alerts/party-register.ts";
import { PaymentWatch } from "../../src/read-models/alerts/watching/payment-watch.ts";
import type { LabelledPayment } from "./economy-diary.ts";
import { registerOf } from "./streams.ts";

/** The address of the institution of that number, from 0. */
export const institutionOf = (number: number): `0x${string}` => `0x${(0xb00 + number).toString(16).padStart(64, "0")}`;

const MONEY = `0x${"2".padStart(64, "0")}` as const;
const BANKING = `0x${"4".padStart(64, "0")}` as const;
const HOUSE = `0x${"c1".padStart(64, "0")}` as const;
/** Number of the instrument of the institution of number 0; the others' follow. */
export const FIRST_INSTRUMENT = 3;

/** A transfer of a batch: the accounts' numbers, minor units, and what became of it (0 is accepted). */
export type Transfer = readonly [payer: number, payee: number, amountMinor: bigint, status?: number];

/** A payment through clearing: institution and account of either side, minor units. */
export type Settled = readonly [from: readonly [number, number], to: readonly [number, number], amountMinor: bigint];

/** One transaction of a block, as its entry and what the ledger answered to it. */
export type MadeTransaction = { readonly entry: Uint8Array; readonly result: EntryResult };

const struct = (address: `0x${string}`, module: string, name: string): EventRecord["type"] => ({
  kind: "struct",
  address,
  module,
  name,
  typeArguments: [],
});

function transaction(calls: readonly Call[], events: readonly EventRecord[]): MadeTransaction {
  const signers = [institutionOf(0)];
  const chainId = new Uint8Array(32);
  const payload = { chainId, signers, nonce: 0n, expiryMs: 0n, gasLimit: 0n, feePayer: undefined, calls };
  const authenticators = [{ kind: "ed25519" as const, publicKey: new Uint8Array(32), signature: new Uint8Array(64) }];
  const receipt = { id: new Uint8Array(32), signers, outcome: { kind: "executed" as const }, gasUsed: 0n, events };
  return { entry: encodeTransaction({ payload, authenticators }), result: { kind: "receipt", receipt } };
}

/** A batch of transfers by `module` for the customers of an institution, as the ledger answers it. */
export function batchOf(institution: number, transfers: readonly Transfer[], module = "commercial_bank"): MadeTransaction {
  const column = (write: (writer: BcsWriter, transfer: Transfer) => unknown): Call["arguments"][number] => ({
    kind: "literal",
    bytes: new BcsWriter().vector(transfers, (writer, transfer) => void write(writer, transfer)).toBytes(),
  });
  const accepted = transfers.filter(([, , , status = 0]) => status === 0);
  const data = new BcsWriter()
    .fixedBytes(addressToBytes(institutionOf(institution)))
    .u32(FIRST_INSTRUMENT + institution)
    .u64(BigInt(accepted.length))
    .u64(BigInt(transfers.length - accepted.length))
    .u128(accepted.reduce((sum, [, , amountMinor]) => sum + amountMinor, 0n))
    .byteVector(Uint8Array.from(transfers, ([, , , status = 0]) => status))
    .toBytes();
  const call: Call = {
    address: BANKING,
    module,
    function: "transfer_batch",
    typeArguments: [],
    arguments: [
      { kind: "signer", index: 0 },
      column((writer, [payer]) => writer.u32(payer)),
      column((writer, [, payee]) => writer.u32(payee)),
      column((writer, [, , amountMinor]) => writer.u64(amountMinor)),
    ],
  };
  return transaction([call], [{ call: 0, type: struct(MONEY, "customer_book", "TransfersPosted"), data }]);
}

/** A settlement of a clearing house, as the ledger answers it. */
export function settlementOf(payments: readonly Settled[]): MadeTransaction {
  const events = payments.map(([[from, fromAccount], [to, toAccount], amountMinor], number): EventRecord => {
    const data = new BcsWriter()
      .fixedBytes(addressToBytes(HOUSE))
      .u64(BigInt(number))
      .fixedBytes(addressToBytes(institutionOf(from)))
      .u32(fromAccount)
      .fixedBytes(addressToBytes(institutionOf(to)))
      .u32(toAccount)
      .u64(amountMinor)
      .u8(2)
      .u64(0n)
      .toBytes();
    return { call: 0, type: struct(BANKING, "clearing_settlement", "PaymentSettled"), data };
  });
  return transaction([], events);
}

/** A block of such transactions. */
export function blockOf(height: bigint, transactions: readonly MadeTransaction[]): BlockContent {
  return { header: { height }, entries: transactions.map(({ entry }) => entry), results: transactions.map(({ result }) => result) };
}

/** Every institution issues an instrument in yuan. */
export const INSTRUMENTS = {
  unitOf: () => "CNY",
  issuedBy: (institution: string) => FIRST_INSTRUMENT + Number(BigInt(institution)) - 0xb00,
};

/** An economy as the rules see it where its people bank with institutions. */
export interface CustomerEconomy {
  readonly payments: readonly LabelledPayment[];
  /** Merchants and institutions as in the economy itself. */
  readonly register: PartyRegister;
}

/**
 * The same economy with accounts at so many institutions instead of wallets: what people at one institution pay each other goes in its
 * batches, all else through clearing, in the blocks of the economy. It is read back from these blocks as from a ledger's.
 */
export function bankedEconomy(payments: readonly LabelledPayment[], institutions: number): CustomerEconomy {
  const accounts = new Map<string, readonly [institution: number, account: number]>();
  const roles = registerOf();
  const names = new Map<string, string>();
  const accountOf = (party: string): readonly [number, number] => {
    const account = accounts.get(party) ?? ([accounts.size % institutions, Math.floor(accounts.size / institutions)] as const);
    accounts.set(party, account);
    names.set(customerAccount(institutionOf(account[0]), "own", account[1]), party);
    return account;
  };
  const watch = new PaymentWatch(ALERT_DEFAULTS);
  const watched: LabelledPayment[] = [];
  for (const block of groupsBy(payments, ({ height }) => height).values()) {
    const lines = block.map((payment) => ({ payment, from: accountOf(payment.from), to: accountOf(payment.to) }));
    const within = groupsBy(
      lines.filter(({ from, to }) => from[0] === to[0]),
      ({ from }) => from[0],
    );
    const between = lines.filter(({ from, to }) => from[0] !== to[0]);
    const transactions = [...within].map(([institution, group]) =>
      batchOf(
        institution,
        group.map(({ payment, from, to }): Transfer => [from[1], to[1], payment.amountMinor]),
      ),
    );
    if (between.length > 0)
      transactions.push(settlementOf(between.map(({ payment, from, to }): Settled => [from, to, payment.amountMinor])));
    const [first] = block;
    if (first === undefined) continue;
    watch.beginBlock(BigInt(first.timeMs));
    const found = customerPayments(blockOf(first.height + 1n, transactions), INSTRUMENTS, watch);
    watched.push(...labelled(found, [...within.values()].flat().concat(between)));
  }
  return {
    payments: watched,
    register: { roleOf: (party) => roles.roleOf(names.get(party) ?? ""), holderOf: () => undefined },
  };
}

/** What was found, in the order of the lines that it was made of, with their labels. */
function labelled(
  found: readonly CustomerPayment[],
  lines: readonly { readonly payment: LabelledPayment; readonly from: readonly [number, number]; readonly to: readonly [number, number] }[],
): LabelledPayment[] {
  let next = 0;
  return found.map(({ payer, payee, amountMinor, instrument, kind }) => {
    for (; next < lines.length; next++) {
      const line = lines[next];
      if (line === undefined || line.payment.amountMinor !== amountMinor) continue;
      if (customerAccount(institutionOf(line.from[0]), "own", line.from[1]) !== payer) continue;
      if (customerAccount(institutionOf(line.to[0]), "own", line.to[1]) !== payee) continue;
      next += 1;
      return { ...line.payment, from: payer, to: payee, instrument, kind: kind === "batch" ? "transfer" : "clearing" };
    }
    throw new Error(`${payer} paid ${payee} what nobody paid`);
  });
}

/** Items by what `keyOf` says of each, keys and items in the order in which they come. */
function groupsBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
