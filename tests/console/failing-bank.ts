import type { Address, Call } from "@sycee/protocol";
import {
  admitOperator,
  admitParticipant,
  adoptWalletDeposits,
  banking,
  type Client,
  declareInsolvency,
  depositAtFacility,
  developmentSeed,
  fundWallet,
  giveCustomerRedPacket,
  grantLicence,
  grantLoan,
  joinClearing,
  keepInstitutionsDeposits,
  keyFromSeed,
  lendToBank,
  openInstitutionsDeposits,
  openWallets,
  orderNotes,
  payTax,
  placeDeposit,
  placeTimeDeposit,
  postCollateral,
  postFundShare,
  revokeLicence,
  type Signer,
  signerOf,
  transferDeposits,
} from "@sycee/sdk";
import { boardOfSupervisors } from "./supervisors.ts";

const UNIT = 1;
const BONDS = 3;
const YUAN = 100n;
const DAY_MS = 86_400_000n;
/** The customer of the first bank through which foreign exchange comes in has the most. */
const RICHEST = 9;

/** The number of the red packet that {@link openRichFailingBank} has its customer give. */
export const RED_PACKET = 7n;
/** Who has money of that bank in a wallet. */
export const WALLET_OWNER = "prosecutor";

/**
 * Makes somebody a bank with bonds of 1,000, of which the central bank buys half, a loan of 100 whose borrower keeps it, and 50 that
 * another bank lends to it.
 */
export async function openFailingBank(client: Client, name: string): Promise<Address> {
  const [bank, custodian, centralBank, lender] = await named(name, "custodian", "central-bank", "hill-bank");
  await client.send({
    signers: [await boardOfSupervisors()],
    calls: [grantLicence({ kind: "bank", unit: UNIT, holder: bank.address })],
  });
  await client.send({
    signers: [bank, custodian, centralBank, lender],
    calls: [
      ...foundingCalls({ name, centralBank: centralBank.address, bondsMinor: 1_000n * YUAN, soldMinor: 500n * YUAN }),
      grantLoan({ account: 0, principalMinor: 100n * YUAN, rateBasisPoints: 0, instalments: 1, periodDays: 30 }),
      lendToBank({ signer: 3, borrowerSigner: 0, amountMinor: 50n * YUAN, rateBasisPoints: 0, days: 7 }),
    ],
  });
  return bank.address;
}

/**
 * Makes somebody a bank that has something of everything an administrator turns into settlement money or deposits: 1,000,000 in bonds, of which
 * the central bank buys 400,000 and lends on 20,000; a loan of 1,200,000 to its first customer, who passes 30,000 on to the
 * second; of those 5,000 in a time deposit, 7,000 on a payment institution's account, 6,000 in a red packet and 500 in a wallet. It has 10,000 in
 * notes, 20,000 at the deposit facility, 25,000 at the clearing house and 30,000 lent to a bank for a day; another bank lends it 50,000. The
 * insurer's fund gets 100,000.
 */
export async function openRichFailingBank(client: Client, name: string): Promise<Address> {
  const [bank, custodian, centralBank, lender, borrower, house, owner, insurer, payer] = await named(
    name,
    "custodian",
    "central-bank",
    "hill-bank",
    "coast-bank",
    "clearing-house",
    WALLET_OWNER,
    "deposit-insurer",
    "river-bank",
  );
  const at = bank.address;
  await client.send({
    signers: [await boardOfSupervisors()],
    calls: (["bank", "operator"] as const).map((kind) => grantLicence({ kind, unit: UNIT, holder: at })),
  });
  const expiresMs = BigInt((await client.status()).timeMs) + DAY_MS;
  await client.send({
    signers: [bank, custodian, centralBank, lender],
    calls: [
      ...foundingCalls({ name, centralBank: centralBank.address, bondsMinor: 1_000_000n * YUAN, soldMinor: 400_000n * YUAN }),
      banking.openMarket.repo({ centralBank: 2, bank: 0, holding: 1n, amount: 19_000n * YUAN, rateBps: 200n, days: 7n }),
      grantLoan({ account: 0, principalMinor: 1_200_000n * YUAN, rateBasisPoints: 0, instalments: 1, periodDays: 30 }),
      transferDeposits({ payers: [0], payees: [1], amountsMinor: [30_000n * YUAN] }),
      placeTimeDeposit({ account: 1, amountMinor: 5_000n * YUAN, rateBasisPoints: 0, days: 365 }),
      keepInstitutionsDeposits(),
      openInstitutionsDeposits({ count: 1n }),
      placeDeposit({ customer: 1, account: 0, amountMinor: 7_000n * YUAN }),
      giveCustomerRedPacket({ number: RED_PACKET, giver: 1, amountMinor: 6_000n * YUAN, shares: 3n, expiresMs }),
      orderNotes({ amountMinor: 10_000n * YUAN }),
      depositAtFacility({ amountMinor: 20_000n * YUAN }),
      lendToBank({ signer: 3, borrowerSigner: 0, amountMinor: 50_000n * YUAN, rateBasisPoints: 0, days: 7 }),
    ],
  });
  await client.send({
    signers: [bank, centralBank, borrower, house, payer],
    calls: [
      admitParticipant({ signer: 3, institution: at }),
      joinClearing({ house: house.address }),
      postCollateral({ house: house.address, amountMinor: 15_000n * YUAN }),
      postFundShare({ house: house.address, amountMinor: 10_000n * YUAN }),
      lendToBank({ borrowerSigner: 2, amountMinor: 30_000n * YUAN, rateBasisPoints: 0, days: 1 }),
      admitOperator({ signer: 1, operator: at, name }),
      openWallets({ tier: 2, wallets: [{ owner: owner.address, commitment: new Uint8Array(32).fill(7) }] }),
      adoptWalletDeposits({ signer: 1, bankSigner: 0, symbol: `${name}.wallet` }),
      fundWallet({ account: 1, owner: owner.address, amountMinor: 500n * YUAN }),
      payTax({ signer: 4, government: insurer.address, account: RICHEST, amountMinor: 100_000n * YUAN }),
    ],
  });
  return at;
}

/** Revokes a bank's licence and declares it insolvent, with somebody as its administrator. */
export async function failBank(client: Client, bank: Address, administrator: Address): Promise<void> {
  await client.send({
    signers: [await boardOfSupervisors()],
    calls: [revokeLicence({ kind: "bank", unit: UNIT, holder: bank, reason: "It cannot pay" }), declareInsolvency({ bank, administrator })],
  });
}

async function named<const Names extends readonly string[]>(...names: Names): Promise<{ readonly [Name in keyof Names]: Signer }> {
  const signers = await Promise.all(names.map(async (name) => signerOf(await keyFromSeed(developmentSeed(name)))));
  // One for each name.
  return signers as never;
}

interface Founding {
  readonly name: string;
  readonly centralBank: Address;
  /** What its owners contribute in bonds. */
  readonly bondsMinor: bigint;
  /** What of them the central bank buys. */
  readonly soldMinor: bigint;
}

/** Founds a bank with two accounts, signed by the bank, its custodian and the central bank in this order. */
function foundingCalls({ name, centralBank, bondsMinor: bookValue, soldMinor: amount }: Founding): Call[] {
  return [
    banking.commercialBank.establish({ bank: 0, centralBank, name, symbol: `${name}.deposit` }),
    banking.commercialBank.openAccounts({ bank: 0, count: 2n }),
    banking.commercialBank.contributeSecurity({ bank: 0, custodian: 1, kind: BONDS, description: "Bonds", bookValue }),
    banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 1n, amount, haircutBps: 0n }),
  ];
}
