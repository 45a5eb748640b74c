import { banking, readResource, SyceeError } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import type { Identity } from "../../identity/identity.ts";

type Address = Identity["address"];

/** A loan between banks with who lent it. */
export interface InterbankLoan extends banking.InterbankClaim {
  readonly lender: Address;
}

/** What a bank has and owes besides its customers: at its central bank, in securities and notes, and with other banks. Amounts in minor units. */
export interface BankPositions {
  readonly centralBank: Address;
  readonly settlement: bigint;
  readonly facility: bigint;
  readonly credits: readonly banking.CentralBankCreditCredit[];
  readonly holdings: readonly banking.SecuritiesHolding[];
  /** Of {@link notes}, `uncounted` were taken in since the central bank last counted, of at most `limit`. */
  readonly notes: { readonly held: bigint; readonly uncounted: bigint; readonly limit: bigint };
  /** What it has lent to other banks and what it owes them, together. */
  readonly interbank: readonly InterbankLoan[];
  /** A private node keeps what other banks have lent to themselves: then {@link interbank} lacks what the bank owes. */
  readonly lacksDebts: boolean;
  readonly otherBanks: readonly { readonly address: Address; readonly name: string }[];
}

/** Reads them from the ledger, each with a proof; `undefined` for an address that is no bank. Throws `SyceeError`. */
export async function bankPositions(address: Address): Promise<BankPositions | undefined> {
  const { institutions } = await client.economy.institutions({ kind: "bank", limit: 100 });
  const banks = institutions.map((bank) => ({ address: bank.address as Address, name: bank.name }));
  const [opening, debt, securities, facility, vault, account, interbank] = await Promise.all([
    readResource(client, address, banking.institutionType),
    readResource(client, address, banking.centralBankCreditCentralBankDebtType),
    readResource(client, address, banking.securitiesType),
    readResource(client, address, banking.standingFacilitiesFacilityDepositType),
    readResource(client, address, banking.notesVaultType),
    client.account(address),
    Promise.all(banks.map(async (bank) => await claimsOf(bank.address, address))),
  ]);
  if (opening === undefined) return undefined;
  return {
    centralBank: opening.centralBank,
    settlement: BigInt(account.balances.find(({ place }) => place === "settlement")?.amountMinor ?? 0),
    facility: facility?.money.value ?? 0n,
    credits: debt?.credits ?? [],
    holdings: securities?.holdings ?? [],
    notes: { held: vault?.money.value ?? 0n, uncounted: vault?.uncounted ?? 0n, limit: vault?.limit ?? 0n },
    interbank: interbank.flatMap((claims) => claims ?? []).filter(({ lender, borrower }) => lender === address || borrower === address),
    lacksDebts: interbank.includes(undefined),
    otherBanks: banks.filter((bank) => bank.address !== address),
  };
}

/** What a bank has lent to others: a claim lies with its lender. `undefined` where the node shows another's to nobody. */
async function claimsOf(lender: Address, reader: Address): Promise<readonly InterbankLoan[] | undefined> {
  try {
    const read = await readResource(client, lender, banking.interbankClaimsType);
    return (read?.claims ?? []).map((claim) => ({ ...claim, lender }));
  } catch (error) {
    if (lender !== reader && error instanceof SyceeError && error.code === "not_yours") return undefined;
    throw error;
  }
}
