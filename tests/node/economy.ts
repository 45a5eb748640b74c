import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeGenesis } from "@sycee/ledger";
import { loadBuiltModules } from "@sycee/move-build";
import { type NodeOptions, type RunningNode, startNode } from "@sycee/node";
import {
  admitOperator,
  Client,
  contributeCapital,
  developmentSeed,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  handOut,
  initialiseMoney,
  issueSettlement,
  keyFromSeed,
  openWallets,
  registerUnit,
  type Signer,
  setTier,
  signerOf,
} from "@sycee/sdk";

import { type Actor, actorSeed } from "../money/actor.ts";
import { bankingLicences, investigator, supervision, supervisor } from "../money/supervision.ts";

/** Noon in UTC of 1 January 2026. */
export const GENESIS_MS = Date.UTC(2026, 0, 1, 12);
/** Number of the digital cash instrument: settlement money is the first. */
export const CASH = 2;
/** What Alice begins with. */
export const ALICE_MINOR = 1_000_000_00n;

/** The people and institutions of the tests' economy. */
export interface Cast {
  /** Who approves warrants, and who asks for them. */
  readonly supervisor: Signer;
  readonly investigator: Signer;
  readonly bank: Signer;
  readonly operator: Signer;
  /** Tier 1 wallet with {@link ALICE_MINOR}. */
  readonly alice: Signer;
  /** Tier 1 wallet. */
  readonly bob: Signer;
  /** Tier 4 wallet. */
  readonly carol: Signer;
  /** Not on the ledger. */
  readonly stranger: Signer;
}

export async function castOf(): Promise<Cast> {
  const signer = async (name: string) => signerOf(await keyFromSeed(developmentSeed(`node tests ${name}`)));
  const authority = async ({ name }: Actor) => signerOf(await keyFromSeed(actorSeed(name)));
  return {
    supervisor: await authority(supervisor),
    investigator: await authority(investigator),
    bank: await signer("bank"),
    operator: await signer("operator"),
    alice: await signer("alice"),
    bob: await signer("bob"),
    carol: await signer("carol"),
    stranger: await signer("stranger"),
  };
}

/** The framework's modules, as they are built. */
export function builtModules(): Uint8Array[] {
  return loadBuiltModules(join(import.meta.dirname, "../../move/build")).map(({ bytes }) => bytes);
}

/** The encoded genesis of a koruna economy with one operator and three customers. */
export function genesisOf(cast: Cast, timeMs = GENESIS_MS, modules: readonly Uint8Array[] = builtModules()): Uint8Array {
  const commitment = (fill: number) => new Uint8Array(32).fill(fill);
  const bank = cast.bank.address;
  const operator = cast.operator.address;
  return encodeGenesis({
    timeMs: BigInt(timeMs),
    modules,
    programs: [
      {
        signers: [FRAMEWORK.money],
        calls: [
          initialiseMoney(),
          registerUnit({ code: "CZK", decimals: 2, zoneOffsetMinutes: 60 }),
          entrustUnit({ unit: 1, centralBank: bank }),
        ],
      },
      ...supervision(bankingLicences(bank, [operator])),
      {
        signers: [bank],
        calls: [
          establishCentralBank({ unit: 1, name: "Central Bank", settlementSymbol: "CZK.settlement", cashSymbol: "CZK.cash" }),
          setTier({ tier: 1, balanceMinor: undefined, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined }),
          setTier({ tier: 4, balanceMinor: 10_000_00n, singleMinor: 2_000_00n, dailyMinor: 5_000_00n, yearlyMinor: 50_000_00n }),
          admitOperator({ operator, name: "Operator" }),
          contributeCapital({ kind: "gold", description: "Gold", bookValueMinor: 10_000_000_00n, haircutBasisPoints: 1_000 }),
          issueSettlement({
            operator,
            kind: "governmentBonds",
            description: "Bonds",
            bookValueMinor: 5_000_000_00n,
            haircutBasisPoints: 500,
          }),
        ],
      },
      {
        signers: [operator],
        calls: [
          openWallets({
            tier: 1,
            wallets: [
              { owner: cast.alice.address, commitment: commitment(1) },
              { owner: cast.bob.address, commitment: commitment(2) },
            ],
          }),
          openWallets({ tier: 4, wallets: [{ owner: cast.carol.address, commitment: commitment(3) }] }),
          handOut({ to: cast.alice.address, amountMinor: ALICE_MINOR }),
        ],
      },
    ],
  });
}

/** Starts a node in a new directory on a chain on which nothing was begun, publishing included. */
export async function startBareNode(): Promise<{ readonly url: string; end(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), "sycee-bare-"));
  const genesis = encodeGenesis({ timeMs: BigInt(GENESIS_MS), modules: builtModules(), programs: [] });
  const node = await startNode({ port: 0, quiet: true, clock: { startMs: GENESIS_MS }, dataDirectory: directory, genesis });
  return {
    url: node.url,
    async end() {
      await node.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A node with the tests' economy. */
export interface Economy extends Cast {
  readonly node: RunningNode;
  readonly client: Client;
  readonly directory: string;
  readonly genesis: Uint8Array;
  /** Stops the node and removes its directory. */
  end(): Promise<void>;
}

/** Starts a node of its own in a new directory, its clock at the genesis. */
export async function startEconomy(options: Partial<NodeOptions> = {}, modules?: readonly Uint8Array[]): Promise<Economy> {
  const cast = await castOf();
  const genesis = genesisOf(cast, GENESIS_MS, modules);
  const directory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), "sycee-node-")));
  const node = await startNode({ port: 0, quiet: true, clock: { startMs: GENESIS_MS }, ...options, dataDirectory: directory, genesis });
  return {
    ...cast,
    node,
    client: new Client(node.url),
    directory,
    genesis,
    async end() {
      await node.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
