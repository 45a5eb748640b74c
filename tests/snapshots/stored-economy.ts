import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeGenesis } from "@sycee/ledger";
import {
  admitOperator,
  contributeCapital,
  entrustUnit,
  establishCentralBank,
  handOut,
  initialiseMoney,
  issueSettlement,
  openWallets,
  pay,
  registerUnit,
  setTier,
} from "@sycee/sdk";
import { actor } from "../money/actor.ts";
import { CASH, commitmentOf, FRAMEWORK, frameworkModules } from "../money/economy-genesis.ts";
import { START_MS } from "../money/ledger-fixture.ts";
import { bankingLicences, supervision } from "../money/supervision.ts";
import { uniformInt, type xoroshiro128plus } from "../money/random.ts";
import type { StoredChain } from "./stored-chain.ts";

const bank = actor("snapshot bank");
const operator = actor("snapshot operator");
/** They hold cash from the start. */
export const customers = Array.from({ length: 8 }, (_, index) => actor(`snapshot customer ${index}`));

/** A new directory under the system's temporary one, and how to remove it. */
export function temporaryDirectory(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "sycee-snapshots-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The encoded genesis of an economy in which {@link customers} hold cash. */
export function storedEconomyGenesis(name = "one"): Uint8Array {
  return encodeGenesis({
    timeMs: BigInt(START_MS),
    modules: frameworkModules(),
    programs: [
      {
        signers: [FRAMEWORK],
        calls: [
          initialiseMoney(),
          registerUnit({ code: "CZK", decimals: 2, zoneOffsetMinutes: 60 }),
          entrustUnit({ unit: 1, centralBank: bank.address }),
        ],
      },
      ...supervision(bankingLicences(bank.address, [operator.address])),
      {
        signers: [bank.address],
        calls: [
          establishCentralBank({ unit: 1, name: `Bank ${name}`, settlementSymbol: "CZK.settlement", cashSymbol: "CZK.cash" }),
          setTier({ tier: 1, balanceMinor: undefined, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined }),
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
          openWallets({
            tier: 1,
            wallets: customers.map(({ name: holder, address }) => ({ owner: address, commitment: commitmentOf(holder) })),
          }),
          ...customers.map(({ address }) => handOut({ to: address, amountMinor: 10_000_00n })),
        ],
      },
    ],
  });
}

/** Payments between customers, some of which are refused for want of money. */
export function randomPayments(chain: StoredChain, random: ReturnType<typeof xoroshiro128plus>, count: number): Uint8Array[] {
  return Array.from({ length: count }, () => {
    const [from, to] = [uniformInt(random, 0, customers.length - 1), uniformInt(random, 0, customers.length - 1)];
    const payer = customers[from] ?? bank;
    const payee = customers[to] ?? bank;
    const amountMinor = BigInt(uniformInt(random, 0, 20) === 0 ? 99_999_999_99 : uniformInt(random, 1, 5_000));
    return chain.transaction(payer, pay({ payee: payee.address, instrument: CASH, amountMinor }));
  });
}
