import { encodeGenesis } from "@sycee/ledger";
import { type Address, addressOfKeys, type Authenticator, compareBytes } from "@sycee/protocol";
import {
  admitOperator,
  beginCustomerAccounts,
  contributeCapital,
  depositToCustomers,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  handOut,
  initialiseMoney,
  issueSettlement,
  openCustomerAccounts,
  openWallets,
  registerUnit,
  setTier,
  toTill,
} from "@sycee/sdk";
import { type Actor, actor } from "../money/actor.ts";
import { commitmentOf, frameworkModules } from "../money/economy-genesis.ts";
import { START_MS } from "../money/ledger-fixture.ts";
import { bankingLicences, supervision } from "../money/supervision.ts";
import { publisher } from "../publishing/publishing-fixture.ts";

export const bank = actor("mixed bank");
export const operator = actor("mixed operator");
/** Hold cash in wallets of tier 1; the last ones of tier 4, with low limits. */
export const payers: readonly Actor[] = Array.from({ length: 24 }, (_, index) => actor(`mixed payer ${index}`));
/** An account of two keys out of three, with cash. */
export const partners: Actor = sharedBy(
  2,
  ["one", "two", "three"].map((name) => actor(`mixed partner ${name}`)),
);
/** Accounts in the operator's book of customers. */
export const CUSTOMERS = 200;

/** The encoded genesis of an economy with everything that the mixed transactions need. */
export function mixedGenesis(): Uint8Array {
  const low = payers.slice(-4);
  const wallet = ({ name: holder, address }: Actor) => ({ owner: address, commitment: commitmentOf(holder) });
  return encodeGenesis({
    timeMs: BigInt(START_MS),
    modules: frameworkModules(),
    programs: [
      {
        signers: [FRAMEWORK.money],
        calls: [
          initialiseMoney(),
          registerUnit({ code: "CZK", decimals: 2, zoneOffsetMinutes: 60 }),
          entrustUnit({ unit: 1, centralBank: bank.address }),
        ],
      },
      ...supervision([{ kind: "publisher", holder: publisher.address }, ...bankingLicences(bank.address, [operator.address])]),
      {
        signers: [bank.address],
        calls: [
          establishCentralBank({ unit: 1, name: "Bank", settlementSymbol: "CZK.settlement", cashSymbol: "CZK.cash" }),
          setTier({ tier: 1, balanceMinor: undefined, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined }),
          setTier({ tier: 4, balanceMinor: 20_000n, singleMinor: 500n, dailyMinor: 2_000n, yearlyMinor: undefined }),
          contributeCapital({ kind: "gold", description: "gold", bookValueMinor: 1_000_000_00n, haircutBasisPoints: 0 }),
          admitOperator({ operator: operator.address, name: "operator" }),
          issueSettlement({
            operator: operator.address,
            kind: "governmentBonds",
            description: "bonds",
            bookValueMinor: 900_000_00n,
            haircutBasisPoints: 0,
          }),
        ],
      },
      {
        signers: [operator.address],
        calls: [
          openWallets({ tier: 1, wallets: [...payers.slice(0, -4), partners].map(wallet) }),
          openWallets({ tier: 4, wallets: low.map(wallet) }),
          ...[...payers.slice(0, -4), partners].map(({ address }) => handOut({ to: address, amountMinor: 50_000n })),
          toTill({ amountMinor: 20_000_000n }),
          beginCustomerAccounts(),
          openCustomerAccounts({ count: BigInt(CUSTOMERS) }),
          depositToCustomers({
            accounts: Array.from({ length: CUSTOMERS }, (_, account) => account),
            amountsMinor: Array.from({ length: CUSTOMERS }, () => 10_000n),
          }),
        ],
      },
    ],
  });
}

/** An account of several actors' keys, any `threshold` of which sign for it: the first ones do. */
function sharedBy(threshold: number, holders: readonly Actor[]): Actor {
  const keyOf = (holder: Actor): Uint8Array => {
    const proof = holder.sign(new Uint8Array(0));
    if (proof.kind !== "ed25519") throw new Error("a holder has one key");
    return proof.publicKey;
  };
  const sorted = holders.toSorted((left, right) => compareBytes(keyOf(left), keyOf(right)));
  const publicKeys = sorted.map(keyOf);
  const address: Address = addressOfKeys({ kind: "k-of-n", threshold, publicKeys });
  return {
    name: "partners",
    address,
    sign(payloadBytes): Authenticator {
      const signatures = sorted.slice(0, threshold).map((holder, index) => {
        const proof = holder.sign(payloadBytes);
        if (proof.kind !== "ed25519") throw new Error("a holder has one key");
        return { index, signature: proof.signature };
      });
      return { kind: "k-of-n", threshold, publicKeys, signatures };
    },
  };
}
