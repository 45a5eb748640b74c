import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { genesis, publishing } from "./generated/oversight.ts";

/** How a package may be upgraded: with everything public kept, with everything kept and only new things added, not at all. */
export const UPGRADE_POLICY = { compatible: 0, additive: 1, immutable: 2 } as const;

export type UpgradePolicy = keyof typeof UPGRADE_POLICY;

/** `0x3::genesis::initialise`: makes the first supervisor and enables publishing; only in a genesis, signed by `FRAMEWORK.oversight` and `FRAMEWORK.std` in that order. */
export function initialiseOversight(first: { readonly supervisor: Address }): Call {
  return genesis.initialise({ framework: 0, std: 1, first: first.supervisor });
}

/** `0x3::publishing::publish`: modules compiled for `packageAddress(publisher, name)`; they can be called from the next block on. */
export function publishPackage(
  publication: ActingSigner & { readonly name: string; readonly modules: readonly Uint8Array[]; readonly policy?: UpgradePolicy },
): Call {
  const { signer: publisher = 0, name, modules, policy = "compatible" } = publication;
  return publishing.publish({ publisher, name, modules, policy: UPGRADE_POLICY[policy] });
}

/** `0x3::publishing::upgrade`: a new version in place of all modules of the signer's package. */
export function upgradePackage(upgrade: ActingSigner & { readonly package: Address; readonly modules: readonly Uint8Array[] }): Call {
  const { signer: publisher = 0, package: at, modules } = upgrade;
  return publishing.upgrade({ publisher, package: at, modules });
}

/** `0x3::publishing::restrict`: a stricter policy for the signer's package, for good. */
export function restrictPackage(restriction: ActingSigner & { readonly package: Address; readonly policy: UpgradePolicy }): Call {
  const { signer: publisher = 0, package: at, policy } = restriction;
  return publishing.restrict({ publisher, package: at, policy: UPGRADE_POLICY[policy] });
}
