// biome-ignore-all format: written by a program
// Written by `sycee move bindings` from the Move package oversight. Changes here are lost: change the package.
import type { Address, Call, CallArgument, TypeTag } from "@sycee/protocol";
import { type Argument, type MoveType, address, argument, bool, bytes, decode, option, signer, string, struct, u128, u32, u64, u8, vector } from "../../arguments/bindings.ts";

/** Address of the package oversight, `0x3`. */
const PACKAGE: Address = "0x0000000000000000000000000000000000000000000000000000000000000003";

/**
 * Which schedule of gas blocks are charged by. Gas is part of results, so that a change of it has to take effect at the same
 * block everywhere and whenever that block is run again: supervisors announce it here, and nodes read it from the state
 * before they run a block. Versions are those of the machine; a node that does not know one stops before the block it is of.
 */
export const gasSchedule = {
  /**
   * Announces that blocks from `from_height` on are charged by schedule `version`, in place of what was announced before and
   * has not taken effect.
   */
  announce(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly version: Argument<bigint>;
    readonly fromHeight: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "gas_schedule",
      function: "announce",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(u64, values.version), argument(u64, values.fromHeight)],
    };
  },

  /** Takes back what was announced and has not taken effect. */
  withdraw(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "gas_schedule",
      function: "withdraw",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0)],
    };
  },

  /** Version of the schedule that the block that runs is charged by. */
  version(): Call {
    return {
      address: PACKAGE,
      module: "gas_schedule",
      function: "version",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

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

  /**
   * Makes the first investigating authority and enables warrants, once. A genesis program signs as `@oversight` and as
   * `@money`. Without this nothing can be frozen on a chain.
   */
  enableWarrants(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly framework?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly money?: number;
    readonly first: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "genesis",
      function: "enable_warrants",
      typeArguments: [],
      arguments: [signer(values.framework ?? 0), signer(values.money ?? 1), argument(address, values.first)],
    };
  },
} as const;

/**
 * Changes that everybody can see coming. A policy value changes only by a proposal that says what will be, stands for a
 * delay, and is then executed, or cancelled before. The delay is such a value itself.
 *
 * The module that declares the type of the acts says whose they are and what they do; it calls this one with its permit. Proposals
 * lie at the address of the authority that makes them.
 */
export const governed = {
  /** Sets the delay for the first time. */
  setFirstDelay(values: {
    readonly typeArguments: readonly TypeTag[];
    /** A result of an earlier call: `0x1::internal::Permit<T0>`. */
    readonly permit: CallArgument;
    readonly authority: Argument<Address>;
    readonly delayMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "governed",
      function: "set_first_delay",
      typeArguments: values.typeArguments,
      arguments: [values.permit, argument(address, values.authority), argument(u64, values.delayMs)],
    };
  },

  /** Sets the delay. The caller has it from a proposal that was executed. Proposals that stand keep their times. */
  setDelay(values: {
    readonly typeArguments: readonly TypeTag[];
    /** A result of an earlier call: `0x1::internal::Permit<T0>`. */
    readonly permit: CallArgument;
    readonly authority: Argument<Address>;
    readonly delayMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "governed",
      function: "set_delay",
      typeArguments: values.typeArguments,
      arguments: [values.permit, argument(address, values.authority), argument(u64, values.delayMs)],
    };
  },

  /** Proposes an act, to be executed from a time on that is at least the delay away. Answers the proposal's number. */
  propose(values: {
    readonly typeArguments: readonly TypeTag[];
    /** A result of an earlier call: `0x1::internal::Permit<T0>`. */
    readonly permit: CallArgument;
    readonly authority: Argument<Address>;
    /** A result of an earlier call: `T0`. */
    readonly act: CallArgument;
    readonly earliestMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "governed",
      function: "propose",
      typeArguments: values.typeArguments,
      arguments: [values.permit, argument(address, values.authority), values.act, argument(u64, values.earliestMs)],
    };
  },

  /** Ends a proposal whose time has come and answers its act, which the caller does. */
  execute(values: {
    readonly typeArguments: readonly TypeTag[];
    /** A result of an earlier call: `0x1::internal::Permit<T0>`. */
    readonly permit: CallArgument;
    readonly authority: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "governed",
      function: "execute",
      typeArguments: values.typeArguments,
      arguments: [values.permit, argument(address, values.authority), argument(u64, values.number)],
    };
  },

  /** Ends a proposal that will not be executed. */
  cancel(values: {
    readonly typeArguments: readonly TypeTag[];
    /** A result of an earlier call: `0x1::internal::Permit<T0>`. */
    readonly permit: CallArgument;
    readonly authority: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "governed",
      function: "cancel",
      typeArguments: values.typeArguments,
      arguments: [values.permit, argument(address, values.authority), argument(u64, values.number)],
    };
  },

  /** The number of an authority's last proposal; 0 if there was none. */
  last(values: {
    readonly typeArguments: readonly TypeTag[];
    readonly authority: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "governed",
      function: "last",
      typeArguments: values.typeArguments,
      arguments: [argument(address, values.authority)],
    };
  },

  /** Whether a proposal of this number stands: it was neither executed nor cancelled, and has not lapsed. */
  stands(values: {
    readonly typeArguments: readonly TypeTag[];
    readonly authority: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "governed",
      function: "stands",
      typeArguments: values.typeArguments,
      arguments: [argument(address, values.authority), argument(u64, values.number)],
    };
  },

  /** How long an authority's proposals stand at least, in milliseconds. */
  delayMs(values: {
    readonly typeArguments: readonly TypeTag[];
    readonly authority: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "governed",
      function: "delay_ms",
      typeArguments: values.typeArguments,
      arguments: [argument(address, values.authority)],
    };
  },

  /** Aborts unless it can be a delay. */
  checkDelay(values: {
    readonly delayMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "governed",
      function: "check_delay",
      typeArguments: [],
      arguments: [argument(u64, values.delayMs)],
    };
  },
} as const;

/**
 * Who investigates: authorities that ask for warrants. They are no supervisors' doing: the first is made at genesis, and only they
 * appoint others, so that a warrant always has two independent authorities behind it.
 */
export const investigator = {
  /** Appoints another investigating authority. */
  appoint(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly investigator?: number;
    readonly appointed: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "investigator",
      function: "appoint",
      typeArguments: [],
      arguments: [signer(values.investigator ?? 0), argument(address, values.appointed)],
    };
  },

  /** Gives the right up, unless nobody else has it. */
  resign(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly investigator?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "investigator",
      function: "resign",
      typeArguments: [],
      arguments: [signer(values.investigator ?? 0)],
    };
  },

  /** Puts the right to use. Aborts if the signer has none. */
  permit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly investigator?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "investigator",
      function: "permit",
      typeArguments: [],
      arguments: [signer(values.investigator ?? 0)],
    };
  },

  /** Whether an address is an investigating authority. */
  exists(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "investigator",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },
} as const;

/**
 * What supervisors permit. A licence lets its holder act as one kind of institution in one unit of account; it lies at the
 * holder's address, and every act of an institution asks for it. It may carry a limit to what its holder may have
 * outstanding, and a time at which it ends by itself.
 */
export const licence = {
  /**
   * Grants a licence. It may take the place of one of the same kind and unit that was revoked or has expired, unless what was done by
   * that is wound up.
   */
  grant(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
    readonly limit: Argument<bigint | undefined>;
    readonly expiresAtMs: Argument<bigint | undefined>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "grant",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit), argument(option(u128), values.limit), argument(option(u64), values.expiresAtMs)],
    };
  },

  /** Changes what the holder may have outstanding. What is outstanding above a lower limit stays; more cannot be issued. */
  limit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
    readonly limit: Argument<bigint | undefined>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "limit",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit), argument(option(u128), values.limit)],
    };
  },

  /** Suspends a licence: until it is resumed its holder may not act by it. */
  suspend(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
    readonly reason: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "suspend",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit), argument(string, values.reason)],
    };
  },

  /** Ends a suspension. */
  resume(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "resume",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit)],
    };
  },

  /** Revokes a licence for good; only a new one can follow. */
  revoke(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
    readonly reason: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "revoke",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit), argument(string, values.reason)],
    };
  },

  /**
   * Closes a revoked licence to any other of its kind and unit for the same holder, as what was done by it begins to be wound up. One
   * who goes on does so elsewhere.
   */
  windUp(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "wind_up",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit)],
    };
  },

  /** Aborts unless the holder's licence was granted and is neither suspended, revoked nor expired. */
  check(values: {
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "check",
      typeArguments: [],
      arguments: [argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit)],
    };
  },

  /** Aborts if the holder's licence has a limit below an amount in minor units, or if there is no licence. */
  checkLimit(values: {
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "check_limit",
      typeArguments: [],
      arguments: [argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit), argument(u128, values.amount)],
    };
  },

  /**
   * How much more its licence lets a holder have outstanding, in minor units: 0 without a licence, the largest number
   * without a limit.
   */
  room(values: {
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
    readonly outstanding: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "room",
      typeArguments: [],
      arguments: [argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit), argument(u128, values.outstanding)],
    };
  },

  /** Whether `check` would pass. */
  stands(values: {
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "stands",
      typeArguments: [],
      arguments: [argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit)],
    };
  },

  /**
   * Whether a licence was revoked and no other took its place. One that is suspended can stand again, and one that has expired ended
   * by nobody's act.
   */
  isRevoked(values: {
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "is_revoked",
      typeArguments: [],
      arguments: [argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit)],
    };
  },

  /** Whether no licence of the kind and unit can be granted to the holder any more. */
  isWoundUp(values: {
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "is_wound_up",
      typeArguments: [],
      arguments: [argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit)],
    };
  },

  /** What has become of a licence: 0 none was granted, 1 it is in force, 2 suspended, 3 revoked, 4 expired. */
  status(values: {
    readonly holder: Argument<Address>;
    readonly kind: Argument<number>;
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "status",
      typeArguments: [],
      arguments: [argument(address, values.holder), argument(u8, values.kind), argument(u32, values.unit)],
    };
  },

  centralBank(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "central_bank",
      typeArguments: [],
      arguments: [],
    };
  },

  bank(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "bank",
      typeArguments: [],
      arguments: [],
    };
  },

  paymentInstitution(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "payment_institution",
      typeArguments: [],
      arguments: [],
    };
  },

  operator(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "operator",
      typeArguments: [],
      arguments: [],
    };
  },

  clearingHouse(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "clearing_house",
      typeArguments: [],
      arguments: [],
    };
  },

  custodian(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "custodian",
      typeArguments: [],
      arguments: [],
    };
  },

  reseller(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "reseller",
      typeArguments: [],
      arguments: [],
    };
  },

  broker(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "broker",
      typeArguments: [],
      arguments: [],
    };
  },

  exchange(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "exchange",
      typeArguments: [],
      arguments: [],
    };
  },

  investmentBank(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "investment_bank",
      typeArguments: [],
      arguments: [],
    };
  },

  ratingAgency(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "rating_agency",
      typeArguments: [],
      arguments: [],
    };
  },

  certifier(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "certifier",
      typeArguments: [],
      arguments: [],
    };
  },

  /** The kind that lets its holder publish modules and upgrade its own; for unit 0. */
  publisher(): Call {
    return {
      address: PACKAGE,
      module: "licence",
      function: "publisher",
      typeArguments: [],
      arguments: [],
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

/**
 * Who oversees: supervisors grant licences and withdraw them. The first is made at genesis and appoints a second; further changes
 * are those of `oversight::supervisor_change`. A supervisor's keys, one or k of n, change by `money::account::rotate_key`.
 */
export const supervisor = {
  /** Appoints another supervisor, by the only one. */
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

  /** Gives the right up, unless nobody else has it. */
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

  /** Whether an address is a supervisor. */
  exists(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "supervisor",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },
} as const;

/**
 * How supervisors come and go once there are several. One proposes whom to dismiss and whom to appoint, and why; the others
 * approve; after the time lock the change is made, if enough of those in office approve by then. Nobody among several
 * appoints or dismisses alone, so that one whose keys were stolen can be put out of office and cannot pack it.
 *
 * A change needs more than half of all in office. Whom nobody hears of any more goes with half of them, unless it objects meanwhile.
 */
export const supervisorChange = {
  /** Proposes to dismiss a supervisor, to appoint another, or both, from a time on in milliseconds since 1970; who proposes approves. */
  propose(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly dismissed: Argument<Address | undefined>;
    readonly appointed: Argument<Address | undefined>;
    readonly reason: Argument<string>;
    readonly earliestMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "supervisor_change",
      function: "propose",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(option(address), values.dismissed), argument(option(address), values.appointed), argument(string, values.reason), argument(u64, values.earliestMs)],
    };
  },

  /** Approves a proposal of another. */
  approve(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "supervisor_change",
      function: "approve",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(u64, values.number)],
    };
  },

  /** Objects to one's own dismissal: half of the supervisors are not enough for it then. */
  object(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "supervisor_change",
      function: "object",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(u64, values.number)],
    };
  },

  /** Makes a change whose time has come and of which enough supervisors in office approve. */
  execute(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "supervisor_change",
      function: "execute",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(u64, values.number)],
    };
  },

  /** Takes a proposal of one's own back. */
  cancel(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "supervisor_change",
      function: "cancel",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(u64, values.number)],
    };
  },

  /** The number of the last proposal; 0 if there was none. */
  last(): Call {
    return {
      address: PACKAGE,
      module: "supervisor_change",
      function: "last",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

/**
 * Freezes by due process. A warrant says who asked for it, who approved it, why, which account, and until when: an
 * investigating authority asks, a supervisor approves, and both sign the same transaction. It lies where the holder can
 * see it, ends by itself, and either authority can end it before.
 */
export const warrant = {
  /** Freezes a wallet until a time. Money that nobody issues stays free. */
  freezeWallet(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly requester?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly approver?: number;
    readonly owner: Argument<Address>;
    readonly reason: Argument<string>;
    readonly untilMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "warrant",
      function: "freeze_wallet",
      typeArguments: [],
      arguments: [signer(values.requester ?? 0), signer(values.approver ?? 1), argument(address, values.owner), argument(string, values.reason), argument(u64, values.untilMs)],
    };
  },

  /** Ends a warrant for a wallet before its time. The wallet stays frozen while it is under another. */
  liftWallet(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly authority?: number;
    readonly owner: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "warrant",
      function: "lift_wallet",
      typeArguments: [],
      arguments: [signer(values.authority ?? 0), argument(address, values.owner), argument(u64, values.number)],
    };
  },

  /** When the last of the warrants ends that a wallet is under; 0 if it is under none. */
  walletFrozenUntilMs(values: {
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "warrant",
      function: "wallet_frozen_until_ms",
      typeArguments: [],
      arguments: [argument(address, values.owner)],
    };
  },

  /** Issues a warrant for a customer's account. Answers the right to freeze it and until when that is, with all its warrants. */
  issueForCustomer(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly requester?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly approver?: number;
    readonly institution: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly account: Argument<number>;
    readonly reason: Argument<string>;
    readonly untilMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "warrant",
      function: "issue_for_customer",
      typeArguments: [],
      arguments: [signer(values.requester ?? 0), signer(values.approver ?? 1), argument(address, values.institution), argument(u32, values.instrument), argument(u32, values.account), argument(string, values.reason), argument(u64, values.untilMs)],
    };
  },

  /**
   * Ends a warrant for a customer's account before its time. Answers the right to release it, and until when it stays
   * frozen under others: now if there are none.
   */
  liftForCustomer(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly authority?: number;
    readonly institution: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly account: Argument<number>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "warrant",
      function: "lift_for_customer",
      typeArguments: [],
      arguments: [signer(values.authority ?? 0), argument(address, values.institution), argument(u32, values.instrument), argument(u32, values.account), argument(u64, values.number)],
    };
  },

  /** When the last of the warrants ends that a customer's account is under; 0 if it is under none. */
  customerFrozenUntilMs(values: {
    readonly institution: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "warrant",
      function: "customer_frozen_until_ms",
      typeArguments: [],
      arguments: [argument(address, values.institution), argument(u32, values.instrument), argument(u32, values.account)],
    };
  },

  /** The number of the last warrant; 0 before the first. */
  lastNumber(): Call {
    return {
      address: PACKAGE,
      module: "warrant",
      function: "last_number",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

/** At `@oversight` once anything was announced. `next` is in effect from the block at height `next_from` on, `version` before. */
export interface GasSchedule {
  readonly version: bigint;
  readonly next: bigint;
  readonly nextFrom: bigint;
}

/** `0x3::gas_schedule::GasSchedule` in BCS. */
export const gasScheduleType: MoveType<GasSchedule> = struct("0x3::gas_schedule::GasSchedule", { version: u64, next: u64, nextFrom: u64 });

export interface GovernedProposal<T0> {
  /** From 1, never used twice. */
  readonly number: bigint;
  /** Times in milliseconds since 1970. */
  readonly proposedAtMs: bigint;
  readonly earliestMs: bigint;
  readonly act: T0;
}

/** `0x3::governed::Proposal` in BCS. */
export function governedProposalType<T0>(t0: MoveType<T0>): MoveType<GovernedProposal<T0>> {
  return struct("0x3::governed::Proposal", { number: u64, proposedAtMs: u64, earliestMs: u64, act: t0 });
}

/** What an authority has proposed, at its address. */
export interface GovernedProposals<T0> {
  /** Absent until it is set; then seven days. */
  readonly delayMs: bigint | undefined;
  /** Number of the last proposal. */
  readonly last: bigint;
  readonly pending: readonly GovernedProposal<T0>[];
}

/** `0x3::governed::Proposals` in BCS. */
export function governedProposalsType<T0>(t0: MoveType<T0>): MoveType<GovernedProposals<T0>> {
  return struct("0x3::governed::Proposals", { delayMs: option(u64), last: u64, pending: vector(governedProposalType(t0)) });
}

/** The right to ask for warrants. A resource at the authority's address. */
export interface Investigator {
  readonly dummyField: boolean;
}

/** `0x3::investigator::Investigator` in BCS. */
export const investigatorType: MoveType<Investigator> = struct("0x3::investigator::Investigator", { dummyField: bool });

/** A licence. */
export interface Licence {
  /**
   * 1 central bank, 2 bank, 3 payment institution, 4 operator, 5 clearing house, 6 custodian, 7 reseller, 8 broker,
   * 9 exchange, 10 investment bank, 11 rating agency, 12 certifier, 13 publisher.
   */
  readonly kind: number;
  /** 0 where the kind has to do with no unit. */
  readonly unit: number;
  /** 1 granted, 2 suspended, 3 revoked. */
  readonly status: number;
  /** What its holder may have outstanding, in minor units; absent means without limit. */
  readonly limit: bigint | undefined;
  /** From this block time on it is expired, in milliseconds since 1970; absent means it does not expire. */
  readonly expiresAtMs: bigint | undefined;
}

/** `0x3::licence::Licence` in BCS. */
export const licenceType: MoveType<Licence> = struct("0x3::licence::Licence", { kind: u8, unit: u32, status: u8, limit: option(u128), expiresAtMs: option(u64) });

/** All licences of an address, at that address; one for each kind and unit. */
export interface Licences {
  readonly licences: readonly Licence[];
}

/** `0x3::licence::Licences` in BCS. */
export const licencesType: MoveType<Licences> = struct("0x3::licence::Licences", { licences: vector(licenceType) });

/** One of them. */
export interface LicenceClosed {
  readonly kind: number;
  readonly unit: number;
}

/** `0x3::licence::Closed` in BCS. */
export const licenceClosedType: MoveType<LicenceClosed> = struct("0x3::licence::Closed", { kind: u8, unit: u32 });

/** The licences, all revoked, that no others follow, at their holder's address: what was done by them is wound up. */
export interface LicenceWoundUp {
  readonly licences: readonly LicenceClosed[];
}

/** `0x3::licence::WoundUp` in BCS. */
export const licenceWoundUpType: MoveType<LicenceWoundUp> = struct("0x3::licence::WoundUp", { licences: vector(licenceClosedType) });

/** Which office an address holds, at the address. */
export interface Office {
  /** 1 supervisor, 2 investigating authority. */
  readonly kind: number;
}

/** `0x3::office::Office` in BCS. */
export const officeType: MoveType<Office> = struct("0x3::office::Office", { kind: u8 });

/** How many hold each, at `@oversight`. */
export interface OfficeHolders {
  readonly supervisors: bigint;
  readonly investigators: bigint;
}

/** `0x3::office::Holders` in BCS. */
export const officeHoldersType: MoveType<OfficeHolders> = struct("0x3::office::Holders", { supervisors: u64, investigators: u64 });

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

/** What is proposed. */
export interface SupervisorChangeChange {
  readonly dismissed: Address | undefined;
  readonly appointed: Address | undefined;
  readonly reason: string;
}

/** `0x3::supervisor_change::Change` in BCS. */
export const supervisorChangeChangeType: MoveType<SupervisorChangeChange> = struct("0x3::supervisor_change::Change", { dismissed: option(address), appointed: option(address), reason: string });

/** Of one proposal. */
export interface SupervisorChangeVoice {
  readonly number: bigint;
  readonly dismissed: Address | undefined;
  /** Who approves, the proposer first. */
  readonly approvedBy: readonly Address[];
  /** Whether the one to be dismissed objects. */
  readonly isObjected: boolean;
}

/** `0x3::supervisor_change::Voice` in BCS. */
export const supervisorChangeVoiceType: MoveType<SupervisorChangeVoice> = struct("0x3::supervisor_change::Voice", { number: u64, dismissed: option(address), approvedBy: vector(address), isObjected: bool });

/** What supervisors have said of proposals that stand, at `@oversight`. */
export interface SupervisorChangeVoices {
  readonly all: readonly SupervisorChangeVoice[];
}

/** `0x3::supervisor_change::Voices` in BCS. */
export const supervisorChangeVoicesType: MoveType<SupervisorChangeVoices> = struct("0x3::supervisor_change::Voices", { all: vector(supervisorChangeVoiceType) });

/** The right to freeze and to release. */
export interface FreezeAuthority {
  readonly dummyField: boolean;
}

/** `0x2::freeze::FreezeAuthority` in BCS. */
export const freezeAuthorityType: MoveType<FreezeAuthority> = struct("0x2::freeze::FreezeAuthority", { dummyField: bool });

/** At `@oversight` on a ledger on which something can be frozen. */
export interface WarrantFreezing {
  readonly authority: FreezeAuthority;
  /** Number of the last warrant. */
  readonly last: bigint;
}

/** `0x3::warrant::Freezing` in BCS. */
export const warrantFreezingType: MoveType<WarrantFreezing> = struct("0x3::warrant::Freezing", { authority: freezeAuthorityType, last: u64 });

export interface Warrant {
  /** Counts from 1 over all warrants. */
  readonly number: bigint;
  readonly requester: Address;
  readonly approver: Address;
  readonly reason: string;
  /** Times in milliseconds since 1970. */
  readonly issuedAtMs: bigint;
  /** When it ends, or was lifted. */
  readonly untilMs: bigint;
  readonly lifted: boolean;
}

/** `0x3::warrant::Warrant` in BCS. */
export const warrantType: MoveType<Warrant> = struct("0x3::warrant::Warrant", { number: u64, requester: address, approver: address, reason: string, issuedAtMs: u64, untilMs: u64, lifted: bool });

/**
 * The warrants that a wallet is or was under, in the order in which they were issued; ended ones are forgotten when others
 * come. At the wallet's address.
 */
export interface WarrantWalletWarrants {
  readonly warrants: readonly Warrant[];
}

/** `0x3::warrant::WalletWarrants` in BCS. */
export const warrantWalletWarrantsType: MoveType<WarrantWalletWarrants> = struct("0x3::warrant::WalletWarrants", { warrants: vector(warrantType) });

/** A warrant for a customer's account. */
export interface WarrantCustomerWarrant {
  readonly instrument: number;
  readonly account: number;
  readonly warrant: Warrant;
}

/** `0x3::warrant::CustomerWarrant` in BCS. */
export const warrantCustomerWarrantType: MoveType<WarrantCustomerWarrant> = struct("0x3::warrant::CustomerWarrant", { instrument: u32, account: u32, warrant: warrantType });

/** The warrants that customers' accounts are or were under, at the address of the institution that keeps them. */
export interface WarrantCustomerWarrants {
  readonly warrants: readonly WarrantCustomerWarrant[];
}

/** `0x3::warrant::CustomerWarrants` in BCS. */
export const warrantCustomerWarrantsType: MoveType<WarrantCustomerWarrants> = struct("0x3::warrant::CustomerWarrants", { warrants: vector(warrantCustomerWarrantType) });

export interface GasScheduleAnnounced {
  readonly version: bigint;
  readonly fromHeight: bigint;
}

/** `0x3::gas_schedule::GasScheduleAnnounced` in BCS. */
export const gasScheduleAnnouncedType: MoveType<GasScheduleAnnounced> = struct("0x3::gas_schedule::GasScheduleAnnounced", { version: u64, fromHeight: u64 });

export interface GasScheduleWithdrawn {
  readonly version: bigint;
}

/** `0x3::gas_schedule::GasScheduleWithdrawn` in BCS. */
export const gasScheduleWithdrawnType: MoveType<GasScheduleWithdrawn> = struct("0x3::gas_schedule::GasScheduleWithdrawn", { version: u64 });

export interface InvestigatorResigned {
  readonly investigator: Address;
}

/** `0x3::investigator::InvestigatorResigned` in BCS. */
export const investigatorResignedType: MoveType<InvestigatorResigned> = struct("0x3::investigator::InvestigatorResigned", { investigator: address });

export interface InvestigatorAppointed {
  readonly investigator: Address;
}

/** `0x3::investigator::InvestigatorAppointed` in BCS. */
export const investigatorAppointedType: MoveType<InvestigatorAppointed> = struct("0x3::investigator::InvestigatorAppointed", { investigator: address });

export interface LicenceGranted {
  readonly supervisor: Address;
  readonly holder: Address;
  readonly kind: number;
  readonly unit: number;
  readonly limit: bigint | undefined;
  readonly expiresAtMs: bigint | undefined;
}

/** `0x3::licence::LicenceGranted` in BCS. */
export const licenceGrantedType: MoveType<LicenceGranted> = struct("0x3::licence::LicenceGranted", { supervisor: address, holder: address, kind: u8, unit: u32, limit: option(u128), expiresAtMs: option(u64) });

export interface LicenceLimited {
  readonly supervisor: Address;
  readonly holder: Address;
  readonly kind: number;
  readonly unit: number;
  readonly limit: bigint | undefined;
}

/** `0x3::licence::LicenceLimited` in BCS. */
export const licenceLimitedType: MoveType<LicenceLimited> = struct("0x3::licence::LicenceLimited", { supervisor: address, holder: address, kind: u8, unit: u32, limit: option(u128) });

export interface LicenceSuspended {
  readonly supervisor: Address;
  readonly holder: Address;
  readonly kind: number;
  readonly unit: number;
  readonly reason: string;
}

/** `0x3::licence::LicenceSuspended` in BCS. */
export const licenceSuspendedType: MoveType<LicenceSuspended> = struct("0x3::licence::LicenceSuspended", { supervisor: address, holder: address, kind: u8, unit: u32, reason: string });

export interface LicenceResumed {
  readonly supervisor: Address;
  readonly holder: Address;
  readonly kind: number;
  readonly unit: number;
}

/** `0x3::licence::LicenceResumed` in BCS. */
export const licenceResumedType: MoveType<LicenceResumed> = struct("0x3::licence::LicenceResumed", { supervisor: address, holder: address, kind: u8, unit: u32 });

export interface LicenceRevoked {
  readonly supervisor: Address;
  readonly holder: Address;
  readonly kind: number;
  readonly unit: number;
  readonly reason: string;
}

/** `0x3::licence::LicenceRevoked` in BCS. */
export const licenceRevokedType: MoveType<LicenceRevoked> = struct("0x3::licence::LicenceRevoked", { supervisor: address, holder: address, kind: u8, unit: u32, reason: string });

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

export interface SupervisorDismissed {
  readonly supervisor: Address;
  readonly reason: string;
}

/** `0x3::supervisor::SupervisorDismissed` in BCS. */
export const supervisorDismissedType: MoveType<SupervisorDismissed> = struct("0x3::supervisor::SupervisorDismissed", { supervisor: address, reason: string });

export interface SupervisorAppointed {
  readonly supervisor: Address;
}

/** `0x3::supervisor::SupervisorAppointed` in BCS. */
export const supervisorAppointedType: MoveType<SupervisorAppointed> = struct("0x3::supervisor::SupervisorAppointed", { supervisor: address });

export interface SupervisorChangeChangeApproved {
  readonly number: bigint;
  readonly supervisor: Address;
}

/** `0x3::supervisor_change::ChangeApproved` in BCS. */
export const supervisorChangeChangeApprovedType: MoveType<SupervisorChangeChangeApproved> = struct("0x3::supervisor_change::ChangeApproved", { number: u64, supervisor: address });

export interface SupervisorChangeChangeObjected {
  readonly number: bigint;
  readonly supervisor: Address;
}

/** `0x3::supervisor_change::ChangeObjected` in BCS. */
export const supervisorChangeChangeObjectedType: MoveType<SupervisorChangeChangeObjected> = struct("0x3::supervisor_change::ChangeObjected", { number: u64, supervisor: address });

export interface WarrantLifted {
  readonly number: bigint;
  readonly by: Address;
  readonly at: Address;
  readonly instrument: number | undefined;
  readonly account: number | undefined;
}

/** `0x3::warrant::WarrantLifted` in BCS. */
export const warrantLiftedType: MoveType<WarrantLifted> = struct("0x3::warrant::WarrantLifted", { number: u64, by: address, at: address, instrument: option(u32), account: option(u32) });

export interface WarrantIssued {
  readonly number: bigint;
  readonly requester: Address;
  readonly approver: Address;
  /** A wallet, or an institution. */
  readonly at: Address;
  /** Instrument and number of a customer's account with the institution. */
  readonly instrument: number | undefined;
  readonly account: number | undefined;
  readonly reason: string;
  readonly untilMs: bigint;
}

/** `0x3::warrant::WarrantIssued` in BCS. */
export const warrantIssuedType: MoveType<WarrantIssued> = struct("0x3::warrant::WarrantIssued", { number: u64, requester: address, approver: address, at: address, instrument: option(u32), account: option(u32), reason: string, untilMs: u64 });

/** An event of the package oversight. */
export type OversightEvent =
  | { readonly type: "0x3::gas_schedule::GasScheduleAnnounced"; readonly fields: GasScheduleAnnounced }
  | { readonly type: "0x3::gas_schedule::GasScheduleWithdrawn"; readonly fields: GasScheduleWithdrawn }
  | { readonly type: "0x3::investigator::InvestigatorResigned"; readonly fields: InvestigatorResigned }
  | { readonly type: "0x3::investigator::InvestigatorAppointed"; readonly fields: InvestigatorAppointed }
  | { readonly type: "0x3::licence::LicenceGranted"; readonly fields: LicenceGranted }
  | { readonly type: "0x3::licence::LicenceLimited"; readonly fields: LicenceLimited }
  | { readonly type: "0x3::licence::LicenceSuspended"; readonly fields: LicenceSuspended }
  | { readonly type: "0x3::licence::LicenceResumed"; readonly fields: LicenceResumed }
  | { readonly type: "0x3::licence::LicenceRevoked"; readonly fields: LicenceRevoked }
  | { readonly type: "0x3::publishing::PackagePublished"; readonly fields: PublishingPackagePublished }
  | { readonly type: "0x3::publishing::PackageUpgraded"; readonly fields: PublishingPackageUpgraded }
  | { readonly type: "0x3::publishing::PolicyRestricted"; readonly fields: PublishingPolicyRestricted }
  | { readonly type: "0x3::supervisor::SupervisorResigned"; readonly fields: SupervisorResigned }
  | { readonly type: "0x3::supervisor::SupervisorDismissed"; readonly fields: SupervisorDismissed }
  | { readonly type: "0x3::supervisor::SupervisorAppointed"; readonly fields: SupervisorAppointed }
  | { readonly type: "0x3::supervisor_change::ChangeApproved"; readonly fields: SupervisorChangeChangeApproved }
  | { readonly type: "0x3::supervisor_change::ChangeObjected"; readonly fields: SupervisorChangeChangeObjected }
  | { readonly type: "0x3::warrant::WarrantLifted"; readonly fields: WarrantLifted }
  | { readonly type: "0x3::warrant::WarrantIssued"; readonly fields: WarrantIssued };

/** The event of a receipt's `type` and BCS `data`; `undefined` if it is none of this package. Throws `BcsError`. */
export function readOversightEvent(type: string, data: Uint8Array): OversightEvent | undefined {
  switch (type) {
    case "0x3::gas_schedule::GasScheduleAnnounced":
      return { type, fields: decode(gasScheduleAnnouncedType, data) };
    case "0x3::gas_schedule::GasScheduleWithdrawn":
      return { type, fields: decode(gasScheduleWithdrawnType, data) };
    case "0x3::investigator::InvestigatorResigned":
      return { type, fields: decode(investigatorResignedType, data) };
    case "0x3::investigator::InvestigatorAppointed":
      return { type, fields: decode(investigatorAppointedType, data) };
    case "0x3::licence::LicenceGranted":
      return { type, fields: decode(licenceGrantedType, data) };
    case "0x3::licence::LicenceLimited":
      return { type, fields: decode(licenceLimitedType, data) };
    case "0x3::licence::LicenceSuspended":
      return { type, fields: decode(licenceSuspendedType, data) };
    case "0x3::licence::LicenceResumed":
      return { type, fields: decode(licenceResumedType, data) };
    case "0x3::licence::LicenceRevoked":
      return { type, fields: decode(licenceRevokedType, data) };
    case "0x3::publishing::PackagePublished":
      return { type, fields: decode(publishingPackagePublishedType, data) };
    case "0x3::publishing::PackageUpgraded":
      return { type, fields: decode(publishingPackageUpgradedType, data) };
    case "0x3::publishing::PolicyRestricted":
      return { type, fields: decode(publishingPolicyRestrictedType, data) };
    case "0x3::supervisor::SupervisorResigned":
      return { type, fields: decode(supervisorResignedType, data) };
    case "0x3::supervisor::SupervisorDismissed":
      return { type, fields: decode(supervisorDismissedType, data) };
    case "0x3::supervisor::SupervisorAppointed":
      return { type, fields: decode(supervisorAppointedType, data) };
    case "0x3::supervisor_change::ChangeApproved":
      return { type, fields: decode(supervisorChangeChangeApprovedType, data) };
    case "0x3::supervisor_change::ChangeObjected":
      return { type, fields: decode(supervisorChangeChangeObjectedType, data) };
    case "0x3::warrant::WarrantLifted":
      return { type, fields: decode(warrantLiftedType, data) };
    case "0x3::warrant::WarrantIssued":
      return { type, fields: decode(warrantIssuedType, data) };
    default:
      return undefined;
  }
}
