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
  beginPaymentInstitution,
  Client,
  contributeCapital,
  contributeOwnFunds,
  developmentSeed,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  handOut,
  initialiseMoney,
  initialiseOversight,
  issueSettlement,
  keyFromSeed,
  openWallets,
  registerUnit,
  type Signer,
  signerOf,
} from "@sycee/sdk";

/** 1 January 2026, noon in China. */
export const START_MS = Date.UTC(2026, 0, 1, 4);
/** What the wallet of Alice holds at the beginning, in minor units, and the institution's own funds. */
export const WALLET = 1_000_000n;
export const OWN_FUNDS = 50_000n;

/** Bearer token of the tests' app, and what the office knows of it. */
export const TOKEN = "token-of-the-tests-app";
export const APPS = [{ name: "tests", tokenSha256: createHash("sha256").update(TOKEN).digest("hex") }];

/** A node with a payment institution in the second mode, and Alice, who has a wallet. */
export interface TestEconomy {
  readonly node: RunningNode;
  readonly client: Client;
  readonly institution: Signer;
  readonly institutionSeed: Uint8Array;
  readonly supervisor: Signer;
  readonly alice: Signer;
  /** A directory of the test's own. */
  readonly directory: string;
  end(): Promise<void>;
}

export async function startTestEconomy(): Promise<TestEconomy> {
  const seed = (name: string) => developmentSeed(`office tests ${name}`);
  const signer = async (name: string) => signerOf(await keyFromSeed(seed(name)));
  const [supervisor, bank, operator, institution, alice] = await Promise.all(
    ["supervisor", "central bank", "operator", "institution", "alice"].map(signer),
  );
  if (!supervisor || !bank || !operator || !institution || !alice) throw new Error("somebody has no key");
  const directory = await mkdtemp(join(tmpdir(), "sycee-office-"));
  const node = await startNode({
    dataDirectory: join(directory, "ledger"),
    genesis: encodeGenesis({
      timeMs: BigInt(START_MS),
      modules: modules(),
      programs: programs(supervisor, bank, operator, institution, alice),
    }),
    port: 0,
    quiet: true,
    clock: { startMs: START_MS },
  });
  return {
    node,
    client: new Client(node.url),
    institution,
    institutionSeed: seed("institution"),
    supervisor,
    alice,
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

function programs(
  supervisor: Signer,
  bank: Signer,
  operator: Signer,
  institution: Signer,
  alice: Signer,
): { readonly signers: readonly Address[]; readonly calls: readonly Call[] }[] {
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
      ],
    },
    {
      signers: [bank.address],
      calls: [
        establishCentralBank({ unit: 1, name: "Central bank", settlementSymbol: "CNY.settlement", cashSymbol: "CNY.cash" }),
        contributeCapital({ ...gold, bookValueMinor: 10_000_000n }),
        admitOperator({ operator: operator.address, name: "Operator" }),
        issueSettlement({ operator: operator.address, ...gold, bookValueMinor: WALLET + OWN_FUNDS }),
      ],
    },
    {
      signers: [institution.address],
      calls: [beginPaymentInstitution({ centralBank: bank.address, name: "Swift Pay", symbol: "SWIFT.money", mode: "second" })],
    },
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
