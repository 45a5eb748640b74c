import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EntryResult, GenesisDocument } from "@sycee/ledger";
import { buildPackage } from "@sycee/move-build";
import { type Address, bytesToHex, type Call, type CallArgument, packageAddress } from "@sycee/protocol";
import { publishPackage, signer, type UpgradePolicy, upgradePackage } from "@sycee/sdk";
import { type Actor, actor } from "../money/actor.ts";
import { frameworkModules } from "../money/economy-genesis.ts";
import { supervision } from "../money/supervision.ts";
import { createLedgerFixture, type LedgerFixture, START_MS } from "../money/ledger-fixture.ts";

const STD = fileURLToPath(new URL("../../move/std", import.meta.url));

/** Licensed at genesis. */
export const publisher = actor("publisher");
/** Licensed too. */
export const rival = actor("rival publisher");
export const stranger = actor("stranger");

/** The genesis of a chain that takes modules, with two licensed publishers. */
export function publishingGenesis(): GenesisDocument {
  return {
    timeMs: BigInt(START_MS),
    modules: frameworkModules(),
    programs: [...supervision([publisher, rival].map(({ address }) => ({ kind: "publisher" as const, holder: address })))],
  };
}

/** Such a chain. */
export function publishingLedger(): LedgerFixture {
  const { modules, programs } = publishingGenesis();
  return createLedgerFixture(modules, programs);
}

/** A package: sources by module name, and packages of the same publisher that it uses. */
export interface PackagePlan {
  readonly name: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly dependencies?: readonly PackagePlan[];
  /** Compiles in a fraction of the time. */
  readonly withoutStd?: true;
}

/** Compiles a package for the address it will have. */
export async function compile(plan: PackagePlan, owner: Actor = publisher): Promise<Uint8Array[]> {
  const directory = mkdtempSync(join(tmpdir(), "sycee-publishing-"));
  try {
    write(directory, plan);
    const built = await buildPackage(join(directory, plan.name), {
      addressOf: ({ name, stated }) => (stated === "0x0" ? packageAddress(owner.address, name) : stated),
    });
    return built.modules.map(({ bytes }) => bytes);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function write(directory: string, { name, sources, dependencies = [], withoutStd }: PackagePlan): void {
  for (const each of dependencies) write(directory, each);
  const put = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  put(
    join(directory, name, "Move.toml"),
    [
      "[package]",
      `name = "${name}"`,
      'edition = "2024"',
      'flavor = "core"',
      "implicit-dependencies = false",
      "[dependencies]",
      ...(withoutStd ? [] : [`std = { local = "${STD}" }`]),
      ...dependencies.map((each) => `${each.name} = { local = "../${each.name}" }`),
      "[addresses]",
      `${name} = "0x0"`,
      "",
    ].join("\n"),
  );
  for (const [module, text] of Object.entries(sources)) put(join(directory, name, "sources", `${module}.move`), text);
}

/** Where a package lives. */
export function placeOf(name: string, owner: Actor = publisher): Address {
  return packageAddress(owner.address, name);
}

/** A call of `package::module::function`, the first signer its only argument unless others are given. */
export function callOf(path: string, args: readonly CallArgument[] = [signer(0)]): Call {
  const [name = "", module = "", functionName = ""] = path.split("::");
  return { address: placeOf(name), module, function: functionName, typeArguments: [], arguments: args };
}

/** The call that publishes a plan. */
export async function publication(plan: PackagePlan, policy: UpgradePolicy = "compatible"): Promise<Call> {
  return publishPackage({ name: plan.name, modules: await compile(plan), policy });
}

/** The call that upgrades to a plan. */
export async function successor(plan: PackagePlan): Promise<Call> {
  return upgradePackage({ package: placeOf(plan.name), modules: await compile(plan) });
}

/** How the publisher's call ended, with the detail of a failure. */
export function outcomeOf(fixture: LedgerFixture, call: Call, signers: readonly Actor[] = [publisher]): string {
  return describe(fixture.block([fixture.transaction(signers, [call], { gasLimit: 100_000_000n })])[0]);
}

/** What would become of the publisher's call in the next block, and what it would write: the block is executed and dropped. */
export function attempt(fixture: LedgerFixture, call: Call): { readonly result: EntryResult | undefined; readonly writes: number } {
  const { head } = fixture.ledger;
  if (head === undefined) throw new Error("genesis was not committed");
  const bytes = fixture.transaction([publisher], [call], { gasLimit: 100_000_000n });
  const { record } = fixture.ledger.executeBlock(head.height + 1n, BigInt(fixture.timeMs), [{ bytes, signaturesVerified: false }]);
  return { result: record.results[0], writes: record.writes.length };
}

/** `executed`, the name of an abort's constant, or a failure's code and the first word of its detail. */
export function describe(result: EntryResult | undefined): string {
  const outcome = result?.kind === "receipt" ? result.receipt.outcome : undefined;
  if (outcome === undefined) throw new Error("the transaction was not admitted");
  if (outcome.kind === "executed") return "executed";
  if (outcome.kind === "aborted") return outcome.name ?? `abort ${outcome.abortCode}`;
  return `${outcome.code}: ${outcome.detail}`;
}

/** Root, modules and packages: what a refused publication must leave as it was. */
export function codeOf({ ledger }: LedgerFixture) {
  return {
    root: bytesToHex(ledger.head?.stateRoot ?? new Uint8Array()),
    modules: ledger.modules().map(({ address, name, package: published }) => `${address}::${name} ${published?.version ?? "genesis"}`),
  };
}
