import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeGenesis } from "@sycee/ledger";
import { loadBuiltModules } from "@sycee/move-build";
import { type RunningNode, startNode } from "@sycee/node";
import type { Address, Call } from "@sycee/protocol";
import {
  admitOperator,
  admitParticipant,
  banking,
  beginPaymentInstitution,
  Client,
  contributeCapital,
  contributeOwnFunds,
  contributeSecurity,
  developmentSeed,
  entrustUnit,
  establishBank,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  handOut,
  initialiseMoney,
  initialiseOversight,
  introduceNotes,
  issueSettlement,
  joinClearing,
  keyFromSeed,
  openClearingHouse,
  openEMoneyAccounts,
  openTreasury,
  openWallets,
  orderNotes,
  registerUnit,
  setNotesLimit,
  setPolicy,
  type Signer,
  signerOf,
} from "@sycee/sdk";

/** 1 January 2026, noon in China. */
export const START_MS = Date.UTC(2026, 0, 1, 4);
/** What the wallet of Alice holds at the beginning, in minor units, and the institution's own funds. */
export const WALLET = 1_000_000n;
export const OWN_FUNDS = 50_000n;
/** What the bank has in capital, how much of it in settlement money and in notes, and what it may take in of notes before they are counted. */
export const CAPITAL = 1_000_000n;
export const RESERVES = 400_000n;
export const NOTES = 20_000n;
export const NOTES_LIMIT = 1_000n;

/** Bearer token of the tests' app, and what the office knows of it. */
export const TOKEN = "token-of-the-tests-app";
export const APPS = [{ name: "tests", tokenSha256: createHash("sha256").update(TOKEN).digest("hex") }];

/** A node with a payment institution in the second mode, a bank without customers, and Alice, who has a wallet. */
export interface TestEconomy {
  readonly node: RunningNode;
  readonly client: Client;
  readonly institution: Signer;
  readonly institutionSeed: Uint8Array;
  readonly supervisor: Signer;
  readonly alice: Signer;
  /** Another institution in the second mode, with customer 1, and the clearing house between the two. */
  readonly other: Signer;
  readonly house: Signer;
  /** It takes part in clearing, lends, and has notes; a custodian attests what it buys, a government has an account at the central bank. */
  readonly commercialBank: Signer;
  readonly commercialBankSeed: Uint8Array;
  readonly custodian: Signer;
  readonly government: Signer;
  /** A directory of the test's own. */
  readonly directory: string;
  end(): Promise<void>;
}

export async function startTestEconomy(): Promise<TestEconomy> {
  const seed = (name: string) => developmentSeed(`office tests ${name}`);
  const signer = async (name: string) => signerOf(await keyFromSeed(seed(name)));
  const cast: Cast = {
    supervisor: await signer("supervisor"),
    bank: await signer("central bank"),
    operator: await signer("operator"),
    institution: await signer("institution"),
    other: await signer("other institution"),
    house: await signer("clearing house"),
    commercialBank: await signer("commercial bank"),
    custodian: await signer("custodian"),
    government: await signer("government"),
    alice: await signer("alice"),
  };
  const directory = await mkdtemp(join(tmpdir(), "sycee-office-"));
  const node = await startNode({
    dataDirectory: join(directory, "ledger"),
    genesis: encodeGenesis({
      timeMs: BigInt(START_MS),
      modules: modules(),
      programs: programs(cast),
    }),
    port: 0,
    quiet: true,
    clock: { startMs: START_MS },
  });
  return {
    node,
    client: new Client(node.url),
    institutionSeed: seed("institution"),
    commercialBankSeed: seed("commercial bank"),
    ...cast,
    directory,
    async end() {
      await node.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function modules(): Uint8Array[] {
  return loadBuiltModules(join(import.meta.dirname, "../../../move/build")).map(({ bytes }) => bytes);
}

interface Cast
  extends Pick<TestEconomy, "supervisor" | "institution" | "other" | "house" | "commercialBank" | "custodian" | "government" | "alice"> {
  readonly bank: Signer;
  readonly operator: Signer;
}

function programs(cast: Cast): { readonly signers: readonly Address[]; readonly calls: readonly Call[] }[] {
  const { supervisor, bank, operator, institution, other, house, commercialBank, custodian, government, alice } = cast;
  const members = [institution, other, commercialBank];
  const gold = { kind: "gold", description: "gold", haircutBasisPoints: 0 } as const;
  return [
    {
      signers: [FRAMEWORK.money],
      calls: [
        initialiseMoney(),
        registerUnit({ code: "CNY", decimals: 2, zoneOffsetMinutes: 480 }),
        entrustUnit({ unit: 1, centralBank: bank.address }),
      ],
    },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] },
    {
      signers: [supervisor.address],
      calls: [
        grantLicence({ kind: "centralBank", holder: bank.address, unit: 1 }),
        grantLicence({ kind: "operator", holder: operator.address, unit: 1 }),
        grantLicence({ kind: "paymentInstitution", holder: institution.address, unit: 1 }),
        grantLicence({ kind: "paymentInstitution", holder: other.address, unit: 1 }),
        grantLicence({ kind: "clearingHouse", holder: house.address, unit: 1 }),
        grantLicence({ kind: "bank", holder: commercialBank.address, unit: 1 }),
        grantLicence({ kind: "custodian", holder: custodian.address, unit: 1 }),
      ],
    },
    {
      signers: [bank.address],
      calls: [
        establishCentralBank({ unit: 1, name: "Central bank", settlementSymbol: "CNY.settlement", cashSymbol: "CNY.cash" }),
        contributeCapital({ ...gold, bookValueMinor: 10_000_000n }),
        admitOperator({ operator: operator.address, name: "Operator" }),
        issueSettlement({ operator: operator.address, ...gold, bookValueMinor: WALLET + OWN_FUNDS }),
        introduceNotes({ symbol: "CNY.notes" }),
        setPolicy({ parameter: "capitalRatio", value: 800n }),
      ],
    },
    { signers: [bank.address, government.address], calls: [openTreasury()] },
    { signers: [commercialBank.address, custodian.address, bank.address], calls: commercialBankCalls(bank) },
    { signers: [bank.address], calls: [setNotesLimit({ bank: commercialBank.address, limitMinor: NOTES_LIMIT })] },
    {
      signers: [institution.address],
      calls: [beginPaymentInstitution({ centralBank: bank.address, name: "Swift Pay", symbol: "SWIFT.money", mode: "second" })],
    },
    {
      signers: [other.address],
      calls: [
        beginPaymentInstitution({ centralBank: bank.address, name: "Slow Pay", symbol: "SLOW.money", mode: "second" }),
        openEMoneyAccounts({ count: 1n }),
      ],
    },
    {
      signers: [house.address],
      calls: [
        openClearingHouse({
          centralBank: bank.address,
          name: "Clearing house",
          mostWaiting: 16n,
          longestWaitMs: 86_400_000n,
          graceMs: 60_000n,
          recallMs: 86_400_000n,
        }),
        ...members.map(({ address }) => admitParticipant({ institution: address })),
      ],
    },
    ...members.map(({ address }) => ({ signers: [address], calls: [joinClearing({ house: house.address })] })),
    {
      signers: [operator.address],
      calls: [
        openWallets({ tier: 1, wallets: [{ owner: alice.address, commitment: new Uint8Array(32).fill(7) }] }),
        handOut({ to: alice.address, amountMinor: WALLET }),
        contributeOwnFunds({ institution: institution.address, amountMinor: OWN_FUNDS }),
      ],
    },
  ];
}

/** Owners bring bonds as capital, and the central bank buys a part of them. */
function commercialBankCalls(centralBank: Signer): Call[] {
  return [
    establishBank({ centralBank: centralBank.address, name: "River Bank", symbol: "RIVER.deposit" }),
    contributeSecurity({ kind: "governmentBonds", description: "Bonds", bookValueMinor: CAPITAL }),
    banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 1n, amount: RESERVES, haircutBps: 0n }),
    orderNotes({ amountMinor: NOTES }),
  ];
}
