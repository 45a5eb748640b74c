import { type Call, packageAddress } from "@sycee/protocol";
import { address, argument, handBack, handOut, issueSettlement, pay, publishPackage, signer } from "@sycee/sdk";
import { type BenchAccount, benchActor, CASH_INSTRUMENT, CASH_MINOR } from "./bench-economy.ts";
import type { Load } from "./make-load.ts";
import type { SigningOptions } from "./sign-payments.ts";
import { signBenchTransaction } from "./sign-transaction.ts";
import { compileStamps } from "./stamps-package.ts";

/** What a transaction of the mix does, and whether it is meant to abort. */
interface MixedTransaction {
  readonly signer: BenchAccount;
  readonly calls: readonly Call[];
  readonly aborts?: true;
  readonly issuedMinor?: bigint;
}

/** The mix has parts in a hundred, but for publishing: one transaction in so many puts a package on the ledger. */
const PUBLISH_EVERY = 2_000;
const ISSUE_MINOR = 1_000_000n;
const GAS_LIMIT = 10_000_000n;

/**
 * A mix: in a hundred, 70 payments, 10 payments with a stamp of a contract that was published, 5 stamps alone, 5 payments of more than the payer
 * has (they abort), 6 hand-outs by the operator, 3 hand-backs, 1 issue by the central bank; and now and then a package is published.
 */
export async function mixedLoad(signing: SigningOptions): Promise<Load> {
  const publisher = benchActor("publisher");
  const compiled = await compileStamps(publisher.address);
  const name = (number: number): string => `stamps-${signing.firstNonce}-${number}`;
  const mix = new Mix(signing.accounts, packageAddress(publisher.address, name(0)));
  const publication = (number: number): MixedTransaction => ({
    signer: publisher,
    calls: [publishPackage({ name: name(number), modules: compiled.at(packageAddress(publisher.address, name(number))) })],
  });
  const sign = ({ signer: by, calls }: MixedTransaction, nonce: number): Uint8Array =>
    signBenchTransaction(by, { chainId: signing.chainId, expiryMs: signing.expiryMs, nonce, gasLimit: GAS_LIMIT, calls });
  const transactions: Uint8Array[] = [];
  const aborting = new Set<number>();
  let issuedMinor = 0n;
  for (let index = 0; index < signing.count; index++) {
    const publishes = index % PUBLISH_EVERY === PUBLISH_EVERY - 1;
    const transaction = publishes ? publication(1 + Math.floor(index / PUBLISH_EVERY)) : mix.at(signing.firstNonce + index);
    if (transaction.aborts === true) aborting.add(index);
    issuedMinor += transaction.issuedMinor ?? 0n;
    transactions.push(sign(transaction, signing.firstNonce + index));
  }
  return { setup: [sign(publication(0), signing.firstNonce + signing.count)], transactions, aborting, issuedMinor };
}

class Mix {
  readonly #accounts: readonly BenchAccount[];
  readonly #stamps: `0x${string}`;
  readonly #operator = benchActor("operator");
  readonly #centralBank = benchActor("central-bank");

  constructor(accounts: readonly BenchAccount[], stamps: `0x${string}`) {
    this.#accounts = accounts;
    this.#stamps = stamps;
  }

  at(index: number): MixedTransaction {
    const by = this.#account(index);
    const payee =
      this.#account(index * 7919 + 1).address === by.address ? this.#account(index + 1).address : this.#account(index * 7919 + 1).address;
    const payment = (amountMinor: bigint): Call => pay({ payee, instrument: CASH_INSTRUMENT, amountMinor });
    const part = index % 100;
    if (part < 70) return { signer: by, calls: [payment(1n)] };
    if (part < 80) return { signer: by, calls: [payment(1n), this.#stamp(payee)] };
    if (part < 85) return { signer: by, calls: [this.#stamp(payee)] };
    // Nobody ever has that much: it aborts with EInsufficientMoney.
    if (part < 90) return { signer: by, calls: [payment(1_000n * CASH_MINOR)], aborts: true };
    if (part < 96) return { signer: this.#operator, calls: [handOut({ to: payee, amountMinor: 1n })] };
    if (part < 99) return { signer: by, calls: [handBack({ amountMinor: 1n })] };
    const issue = { kind: "governmentBonds", description: "Government bonds", bookValueMinor: ISSUE_MINOR, haircutBasisPoints: 0 } as const;
    return {
      signer: this.#centralBank,
      calls: [issueSettlement({ operator: this.#operator.address, ...issue })],
      issuedMinor: ISSUE_MINOR,
    };
  }

  #stamp(shop: `0x${string}`): Call {
    return {
      address: this.#stamps,
      module: "card",
      function: "collect",
      typeArguments: [],
      arguments: [signer(0), argument(address, shop)],
    };
  }

  #account(index: number): BenchAccount {
    const account = this.#accounts[index % this.#accounts.length];
    if (account === undefined) throw new Error("there are no accounts");
    return account;
  }
}
