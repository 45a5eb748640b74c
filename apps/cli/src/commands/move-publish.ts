import { buildPackage, type BuiltPackage } from "@sycee/move-build";
import { type Address, packageAddress, parseAddress, type ReceiptJson } from "@sycee/protocol";
import { type Client, publishPackage, restrictPackage, type UpgradePolicy, upgradePackage } from "@sycee/sdk";
import { CliError } from "../output/cli-error.ts";
import { type NodeAccess, openAccess } from "./options.ts";

export interface MovePublishOptions extends NodeAccess {
  readonly signer: string;
  readonly upgrade?: true;
  readonly policy?: UpgradePolicy;
}

/** Gas that one transaction may use at most: publishing costs what verifying takes. */
const GAS_LIMIT = 100_000_000n;

/**
 * Compiles a package for the address that follows from its publisher and its name, whatever its manifest says, and publishes
 * it. Throws `MoveBuildError`, `CliError`, `SyceeError`.
 */
export async function publishMove(directory: string, options: MovePublishOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const publisher = await book.signer(options.signer);
  const built = await buildFor(client, publisher.address, directory);
  const at = packageAddress(publisher.address, built.name);
  const modules = built.modules.map(({ bytes }) => bytes);
  const { policy } = options;
  const restricted = policy === undefined || policy === "compatible" ? [] : [restrictPackage({ package: at, policy })];
  const calls = options.upgrade
    ? [upgradePackage({ package: at, modules }), ...restricted]
    : [publishPackage({ name: built.name, modules, ...(policy === undefined ? {} : { policy }) })];
  const receipt = await client.send({ signers: [publisher], calls, gasLimit: GAS_LIMIT });
  const names = built.modules.map(({ name }) => name);
  const published = (await client.modules()).find((module) => module.address === at)?.package;
  if (published === undefined || published === null) throw new Error(`the package at ${at} is final and not on the ledger`);
  if (options.json) {
    console.log(JSON.stringify({ ...published, address: at, modules: names, receipt }));
    return;
  }
  console.log(describe(built.name, at, names, published, receipt));
}

/** A dependency that is not where its manifest says is taken to be another package of the same publisher. */
async function buildFor(client: Client, publisher: Address, directory: string): Promise<BuiltPackage> {
  const onLedger = new Set((await client.modules()).map(({ address }) => address));
  const built = await buildPackage(directory, {
    colour: process.stderr.isTTY,
    addressOf: ({ name, stated, isRoot }) => {
      const address = parseAddress(stated);
      return !isRoot && address !== undefined && onLedger.has(address) ? stated : packageAddress(publisher, name);
    },
  });
  if (built.warnings !== "") process.stderr.write(built.warnings);
  const at = packageAddress(publisher, built.name);
  const stray = built.modules.find(({ address }) => address !== at);
  if (stray !== undefined) {
    throw new CliError(
      "invalid_argument",
      `Module ${stray.name} is not at the address that Move.toml names ${built.name}: a package has one address, under its own name.`,
    );
  }
  return built;
}

function describe(
  name: string,
  at: Address,
  modules: readonly string[],
  published: { readonly version: string; readonly policy: string },
  receipt: ReceiptJson,
): string {
  return [
    `published ${name} version ${published.version} (${published.policy}) at ${at}: ${modules.join(", ")}`,
    `final in block ${receipt.height}, ${receipt.gasUsed} gas`,
    `transaction ${receipt.id}`,
  ].join("\n");
}
