import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPackage } from "@sycee/move-build";
import { type Address, type Call, type CallArgument, packageAddress } from "@sycee/protocol";
import { FRAMEWORK, grantPublisher, initialiseOversight, literal, signer, u64 } from "@sycee/sdk";
import { actor } from "../money/actor.ts";
import { frameworkModules } from "../money/economy-genesis.ts";
import { createLedgerFixture, type LedgerFixture } from "../money/ledger-fixture.ts";

const STD = fileURLToPath(new URL("../../move/std", import.meta.url));

export const supervisor = actor("supervisor");
/** Licensed at genesis. */
export const publisher = actor("publisher");
/** Licensed too. */
export const rival = actor("rival publisher");
export const stranger = actor("stranger");

/** A chain that takes modules, with two licensed publishers. */
export function publishingLedger(): LedgerFixture {
  return createLedgerFixture(frameworkModules(), [
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] },
    {
      signers: [supervisor.address],
      calls: [publisher, rival].map(({ address }) => grantPublisher({ publisher: address })),
    },
  ]);
}

/** Sources of a package, by module name; `self` in them is the package's own address. */
export type Sources = Readonly<Record<string, string>>;

/** A package of a publisher, that it depends on others of the same one. */
export interface PackagePlan {
  readonly name: string;
  readonly sources: Sources;
  readonly dependencies?: readonly PackagePlan[];
}

/** Compiles a package for the address it will have. */
export async function compile(plan: PackagePlan, owner = publisher): Promise<Uint8Array[]> {
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

function write(directory: string, { name, sources, dependencies = [] }: PackagePlan): void {
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
      `std = { local = "${STD}" }`,
      ...dependencies.map((each) => `${each.name} = { local = "../${each.name}" }`),
      "[addresses]",
      `${name} = "0x0"`,
      "",
    ].join("\n"),
  );
  for (const [module, text] of Object.entries(sources)) put(join(directory, name, "sources", `${module}.move`), text);
}

/** A call of a function of a package. */
export function callOf(at: Address, module: string, name: string, args: readonly CallArgument[] = [signer(0)]): Call {
  return { address: at, module, function: name, typeArguments: [], arguments: args };
}

export function u64Argument(value: bigint): CallArgument {
  return literal(u64, value);
}

/** Where `plan` lives. */
export function addressOf(name: string, owner = publisher): Address {
  return packageAddress(owner.address, name);
}
