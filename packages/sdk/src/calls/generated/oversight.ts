// biome-ignore-all format: written by a program
// Written by `sycee move bindings` from the Move package oversight. Changes here are lost: change the package.
import type { Address, Call } from "@sycee/protocol";
import { type Argument, type MoveType, address, argument, bool, bytes, decode, signer, string, struct, u64, u8, vector } from "../../arguments/bindings.ts";

/** Address of the package oversight, `0x3`. */
const PACKAGE: Address = "0x0000000000000000000000000000000000000000000000000000000000000003";

/** The beginning of oversight on a chain. */
export const genesis = {
  /**
   * Makes the first supervisor and enables publishing, once. A genesis program signs as `@oversight` and as `@std`, to which
   * nobody has a key.
   */
  initialise(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly framework?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly std?: number;
    readonly first: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "genesis",
      function: "initialise",
      typeArguments: [],
      arguments: [signer(values.framework ?? 0), signer(values.std ?? 1), argument(address, values.first)],
    };
  },
} as const;

/** What a supervisor permits. A licence is a resource at the address of whoever holds it. */
export const licence = {
  /** Licenses an address to publish modules. */
  grantPublisher(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly publisher: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "grant_publisher",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.publisher)],
    };
  },

  /** Withdraws the licence. What the address has published stays; it can no longer be upgraded. */
  withdrawPublisher(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly publisher: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "withdraw_publisher",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.publisher)],
    };
  },

  /** Whether an address may publish. */
  isPublisher(values: {
    readonly publisher: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "is_publisher",
      typeArguments: [],
      arguments: [argument(address, values.publisher)],
    };
  },
} as const;

/**
 * Packages that licensed publishers put on the ledger. A package lives at an address of its own, which follows from its
 * publisher and its name, so that it is known before the package is compiled and nobody has a key to it.
 */
export const publishing = {
  /**
   * Publishes the modules of a new package, compiled for `package_address(publisher, name)`. They can be called from the
   * next block on. Beyond the aborts here it is refused with `malformed_module`, `unsound_module` or `wrong_package`.
   */
  publish(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly publisher?: number;
    readonly name: Argument<string>;
    readonly modules: Argument<readonly Uint8Array[]>;
    readonly policy: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "publishing",
      function: "publish",
      typeArguments: [],
      arguments: [signer(values.publisher ?? 0), argument(string, values.name), argument(vector(bytes), values.modules), argument(u8, values.policy)],
    };
  },

  /** Puts a new version in place of all modules of a package. Refused with `incompatible_upgrade` beyond what `publish` is. */
  upgrade(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly publisher?: number;
    readonly package: Argument<Address>;
    readonly modules: Argument<readonly Uint8Array[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "publishing",
      function: "upgrade",
      typeArguments: [],
      arguments: [signer(values.publisher ?? 0), argument(address, values.package), argument(vector(bytes), values.modules)],
    };
  },

  /** Makes the policy of a package stricter, for good. `IMMUTABLE` freezes it. */
  restrict(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly publisher?: number;
    readonly package: Argument<Address>;
    readonly policy: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "publishing",
      function: "restrict",
      typeArguments: [],
      arguments: [signer(values.publisher ?? 0), argument(address, values.package), argument(u8, values.policy)],
    };
  },

  /** Where a publisher's package of a name lives: blake2b-256 of a domain, the publisher's address and the name's bytes. */
  packageAddress(values: {
    readonly publisher: Argument<Address>;
    readonly name: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "publishing",
      function: "package_address",
      typeArguments: [],
      arguments: [argument(address, values.publisher), argument(string, values.name)],
    };
  },

  /** The version of a package, from 1. */
  version(values: {
    readonly package: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "publishing",
      function: "version",
      typeArguments: [],
      arguments: [argument(address, values.package)],
    };
  },

  /** The upgrade policy of a package: 0 compatible, 1 additive, 2 immutable. */
  policy(values: {
    readonly package: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "publishing",
      function: "policy",
      typeArguments: [],
      arguments: [argument(address, values.package)],
    };
  },
} as const;

/** Who oversees: supervisors grant licences and withdraw them. The first is made at genesis. */
export const supervisor = {
  /** Appoints another supervisor. */
  appoint(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly appointed: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "supervisor",
      function: "appoint",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.appointed)],
    };
  },

  /** Gives the right up. */
  resign(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "supervisor",
      function: "resign",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0)],
    };
  },

  /** Puts the supervisor's right to use. Aborts if the signer has none. */
  permit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "supervisor",
      function: "permit",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0)],
    };
  },
} as const;

/** The licence to publish modules and to upgrade one's own. */
export interface LicencePublisherLicence {
  readonly dummyField: boolean;
}

/** `0x3::licence::PublisherLicence` in BCS. */
export const licencePublisherLicenceType: MoveType<LicencePublisherLicence> = struct("0x3::licence::PublisherLicence", { dummyField: bool });

/** The right to put modules on this ledger. There is one, made at genesis; whoever keeps it answers for who publishes. */
export interface PackagePublishAuthority {
  readonly dummyField: boolean;
}

/** `0x1::package::PublishAuthority` in BCS. */
export const packagePublishAuthorityType: MoveType<PackagePublishAuthority> = struct("0x1::package::PublishAuthority", { dummyField: bool });

/** At `@oversight` on a ledger that takes modules. */
export interface Publishing {
  readonly authority: PackagePublishAuthority;
}

/** `0x3::publishing::Publishing` in BCS. */
export const publishingType: MoveType<Publishing> = struct("0x3::publishing::Publishing", { authority: packagePublishAuthorityType });

/** A published package, at its address. */
export interface PublishingPackage {
  readonly publisher: Address;
  readonly name: string;
  /** From 1; each upgrade adds 1. */
  readonly version: bigint;
  /** 0 compatible, 1 additive, 2 immutable. */
  readonly policy: number;
  /** Addresses of the packages that it uses, ascending. */
  readonly dependencies: readonly Address[];
}

/** `0x3::publishing::Package` in BCS. */
export const publishingPackageType: MoveType<PublishingPackage> = struct("0x3::publishing::Package", { publisher: address, name: string, version: u64, policy: u8, dependencies: vector(address) });

/** The right to oversee. A resource at the supervisor's address. */
export interface Supervisor {
  readonly dummyField: boolean;
}

/** `0x3::supervisor::Supervisor` in BCS. */
export const supervisorType: MoveType<Supervisor> = struct("0x3::supervisor::Supervisor", { dummyField: bool });

export interface LicencePublisherLicensed {
  readonly publisher: Address;
}

/** `0x3::licence::PublisherLicensed` in BCS. */
export const licencePublisherLicensedType: MoveType<LicencePublisherLicensed> = struct("0x3::licence::PublisherLicensed", { publisher: address });

export interface LicencePublisherLicenceWithdrawn {
  readonly publisher: Address;
}

/** `0x3::licence::PublisherLicenceWithdrawn` in BCS. */
export const licencePublisherLicenceWithdrawnType: MoveType<LicencePublisherLicenceWithdrawn> = struct("0x3::licence::PublisherLicenceWithdrawn", { publisher: address });

export interface PublishingPackagePublished {
  readonly package: Address;
  readonly publisher: Address;
  readonly name: string;
  readonly policy: number;
}

/** `0x3::publishing::PackagePublished` in BCS. */
export const publishingPackagePublishedType: MoveType<PublishingPackagePublished> = struct("0x3::publishing::PackagePublished", { package: address, publisher: address, name: string, policy: u8 });

export interface PublishingPackageUpgraded {
  readonly package: Address;
  readonly version: bigint;
}

/** `0x3::publishing::PackageUpgraded` in BCS. */
export const publishingPackageUpgradedType: MoveType<PublishingPackageUpgraded> = struct("0x3::publishing::PackageUpgraded", { package: address, version: u64 });

export interface PublishingPolicyRestricted {
  readonly package: Address;
  readonly policy: number;
}

/** `0x3::publishing::PolicyRestricted` in BCS. */
export const publishingPolicyRestrictedType: MoveType<PublishingPolicyRestricted> = struct("0x3::publishing::PolicyRestricted", { package: address, policy: u8 });

export interface SupervisorResigned {
  readonly supervisor: Address;
}

/** `0x3::supervisor::SupervisorResigned` in BCS. */
export const supervisorResignedType: MoveType<SupervisorResigned> = struct("0x3::supervisor::SupervisorResigned", { supervisor: address });

export interface SupervisorAppointed {
  readonly supervisor: Address;
}

/** `0x3::supervisor::SupervisorAppointed` in BCS. */
export const supervisorAppointedType: MoveType<SupervisorAppointed> = struct("0x3::supervisor::SupervisorAppointed", { supervisor: address });

/** An event of the package oversight. */
export type OversightEvent =
  | { readonly type: "0x3::licence::PublisherLicensed"; readonly fields: LicencePublisherLicensed }
  | { readonly type: "0x3::licence::PublisherLicenceWithdrawn"; readonly fields: LicencePublisherLicenceWithdrawn }
  | { readonly type: "0x3::publishing::PackagePublished"; readonly fields: PublishingPackagePublished }
  | { readonly type: "0x3::publishing::PackageUpgraded"; readonly fields: PublishingPackageUpgraded }
  | { readonly type: "0x3::publishing::PolicyRestricted"; readonly fields: PublishingPolicyRestricted }
  | { readonly type: "0x3::supervisor::SupervisorResigned"; readonly fields: SupervisorResigned }
  | { readonly type: "0x3::supervisor::SupervisorAppointed"; readonly fields: SupervisorAppointed };

/** The event of a receipt's `type` and BCS `data`; `undefined` if it is none of this package. Throws `BcsError`. */
export function readOversightEvent(type: string, data: Uint8Array): OversightEvent | undefined {
  switch (type) {
    case "0x3::licence::PublisherLicensed":
      return { type, fields: decode(licencePublisherLicensedType, data) };
    case "0x3::licence::PublisherLicenceWithdrawn":
      return { type, fields: decode(licencePublisherLicenceWithdrawnType, data) };
    case "0x3::publishing::PackagePublished":
      return { type, fields: decode(publishingPackagePublishedType, data) };
    case "0x3::publishing::PackageUpgraded":
      return { type, fields: decode(publishingPackageUpgradedType, data) };
    case "0x3::publishing::PolicyRestricted":
      return { type, fields: decode(publishingPolicyRestrictedType, data) };
    case "0x3::supervisor::SupervisorResigned":
      return { type, fields: decode(supervisorResignedType, data) };
    case "0x3::supervisor::SupervisorAppointed":
      return { type, fields: decode(supervisorAppointedType, data) };
    default:
      return undefined;
  }
}
