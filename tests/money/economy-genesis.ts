import { fileURLToPath } from "node:url";
import { loadBuiltModules } from "@sycee/move-build";
import { type Address, type Call, parseAddress } from "@sycee/protocol";
import {
  admitOperator,
  contributeCapital,
  entrustUnit,
  establishCentralBank,
  initialiseMoney,
  type LicenceGrant,
  openWallets,
  registerUnit,
} from "@sycee/sdk";
import type { Actor } from "./actor.ts";
import { createLedgerFixture, type LedgerFixture } from "./ledger-fixture.ts";
import { bankingLicences, supervision } from "./supervision.ts";

const BUILD = fileURLToPath(new URL("../../move/build", import.meta.url));

/** Address of the money package; genesis programs sign as it. */
export const FRAMEWORK: Address = packageAddress("0x2");

/** Instrument numbers in the economy below. */
export const SETTLEMENT = 1;
export const CASH = 2;

/** Who is in an economy: a central bank, its operators, and their customers. */
export interface Economy {
  readonly centralBank: Actor;
  readonly operators: readonly Actor[];
  readonly customers: readonly { readonly owner: Actor; readonly operator: Actor; readonly holder: string; readonly tier: number }[];
  /** Gold against capital, in minor units. */
  readonly capital: bigint;
  readonly zoneOffsetMinutes: number;
  /** Licences beside those of the central bank and the operators. */
  readonly licences?: readonly LicenceGrant[];
}

/** The framework's compiled modules, dependencies first. */
export function frameworkModules(): Uint8Array[] {
  return loadBuiltModules(BUILD).map((module) => module.bytes);
}

/** The 32 bytes by which a holder of that name is known. */
export function commitmentOf(holder: string): Uint8Array {
  const commitment = new Uint8Array(32).fill(1);
  commitment.set(new TextEncoder().encode(holder).subarray(0, 32));
  return commitment;
}

/** A chain on which the economy stands, with nothing issued yet. */
export function createEconomy(economy: Economy, modules: readonly Uint8Array[] = frameworkModules(), startMs?: number): LedgerFixture {
  const { centralBank, operators } = economy;
  const licences = bankingLicences(
    centralBank.address,
    operators.map(({ address }) => address),
  );
  const programs: { readonly signers: readonly Address[]; readonly calls: readonly Call[] }[] = [
    {
      signers: [FRAMEWORK],
      calls: [
        initialiseMoney(),
        registerUnit({ code: "CZK", decimals: 2, zoneOffsetMinutes: economy.zoneOffsetMinutes }),
        entrustUnit({ unit: 1, centralBank: centralBank.address }),
      ],
    },
    ...supervision([...licences, ...(economy.licences ?? [])]),
    {
      signers: [centralBank.address],
      calls: [
        establishCentralBank({ unit: 1, name: "Central bank", settlementSymbol: "CZK.settlement", cashSymbol: "CZK.cash" }),
        contributeCapital({ kind: "gold", description: "gold", bookValueMinor: economy.capital, haircutBasisPoints: 0 }),
        ...operators.map((operator) => admitOperator({ operator: operator.address, name: operator.name })),
      ],
    },
    ...economy.customers.map(({ owner, operator, holder, tier }) => ({
      signers: [operator.address],
      calls: [openWallets({ tier, wallets: [{ owner: owner.address, commitment: commitmentOf(holder) }] })],
    })),
  ];
  return createLedgerFixture(modules, programs, startMs);
}

/** What an address holds in one place, in minor units. */
export function held(
  fixture: LedgerFixture,
  address: Address,
  place: "wallet" | "settlement" | "till" | "customers" | "reserve" | "own funds",
  instrument: number,
): bigint {
  const balances = fixture.ledger.account(address)?.balances ?? [];
  return balances.find((balance) => balance.place === place && balance.instrument === instrument)?.amountMinor ?? 0n;
}

function packageAddress(text: string): Address {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(text);
  return address;
}
