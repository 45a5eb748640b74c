// biome-ignore-all format: written by a program
// Written by `sycee move bindings` from the Move package money. Changes here are lost: change the package.
import type { Address, Call, CallArgument } from "@sycee/protocol";
import { type Argument, type MoveType, address, argument, bool, bytes, decode, option, signer, string, struct, u128, u16, u32, u64, u8, vector } from "../../arguments/bindings.ts";

/** Address of the package money, `0x2`. */
const PACKAGE: Address = "0x0000000000000000000000000000000000000000000000000000000000000002";

/** Whose signature an address takes. An address without an `Account` is held by the keys that it derives from. */
export const account = {
  /**
   * Gives `owner`'s address to the keys of `new_key`, which signs too and so proves that it has them: an address of one
   * key or of k of n. The address itself stays.
   */
  rotateKey(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly newKey?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "account",
      function: "rotate_key",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), signer(values.newKey ?? 1)],
    };
  },

  /** What the keys that sign for an address derive to now, 32 bytes. */
  authenticationKey(values: {
    readonly account: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "account",
      function: "authentication_key",
      typeArguments: [],
      arguments: [argument(address, values.account)],
    };
  },
} as const;

/** Days and years as a unit of account counts them: by the Gregorian calendar, in the zone in which its days end. */
export const calendar = {
  /** A zone; Greenwich itself is east. */
  newZone(values: {
    readonly offsetMinutes: Argument<number>;
    readonly isWest: Argument<boolean>;
  }): Call {
    return {
      address: PACKAGE,
      module: "calendar",
      function: "new_zone",
      typeArguments: [],
      arguments: [argument(u16, values.offsetMinutes), argument(bool, values.isWest)],
    };
  },

  /** The day that the running block falls on, in days since 1 January 1970 in that zone. */
  today(values: {
    /** A result of an earlier call: `&0x2::calendar::Zone`. */
    readonly zone: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "calendar",
      function: "today",
      typeArguments: [],
      arguments: [values.zone],
    };
  },

  /**
   * The day of a moment (milliseconds since 1970 at Greenwich), in days since 1 January 1970 in that zone. The last hours
   * of 1969 that the moment 0 is in the west count to day 0.
   */
  dayAt(values: {
    /** A result of an earlier call: `&0x2::calendar::Zone`. */
    readonly zone: CallArgument;
    readonly timeMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "calendar",
      function: "day_at",
      typeArguments: [],
      arguments: [values.zone, argument(u64, values.timeMs)],
    };
  },

  /**
   * The civil year that a day, counted from 1 January 1970, belongs to.
   *
   * Counted in eras of 400 years that begin on 1 March, so that a leap day is the last day of its year.
   */
  yearOf(values: {
    readonly day: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "calendar",
      function: "year_of",
      typeArguments: [],
      arguments: [argument(u64, values.day)],
    };
  },
} as const;

/**
 * An institution's book of its customers' accounts in one instrument. The money lies in one pool; the balance of an account
 * is a claim on it. A transfer moves claims and touches no money, so that the claims always add up to the pool.
 *
 * Whoever reaches a book can do everything with it: the module that keeps one decides who may. Accounts are numbered
 * from 0 in the order in which they are opened, and keep their numbers for ever.
 */
export const customerBook = {
  /** A book without accounts. The institution signs for it: events of a book name nobody who did not. */
  new(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "new",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.instrument)],
    };
  },

  /** Opens so many accounts, all empty. Answers the number of the first; the others follow it. */
  openAccounts(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly count: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "open_accounts",
      typeArguments: [],
      arguments: [values.book, argument(u64, values.count)],
    };
  },

  /** Closes an empty account for good. A frozen one must be released first. */
  closeAccount(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "close_account",
      typeArguments: [],
      arguments: [values.book, argument(u32, values.account)],
    };
  },

  /** Freezes an account, so that it gives nothing out, or releases it. Doing so twice is the same as once. */
  setFrozen(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly account: Argument<number>;
    readonly frozen: Argument<boolean>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "set_frozen",
      typeArguments: [],
      arguments: [values.book, argument(u32, values.account), argument(bool, values.frozen)],
    };
  },

  /** Takes money into the pool and credits an account with it. */
  deposit(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly account: Argument<number>;
    /** A result of an earlier call: `0x2::money::Money`. */
    readonly money: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "deposit",
      typeArguments: [],
      arguments: [values.book, argument(u32, values.account), values.money],
    };
  },

  /** Takes money into the pool and credits each of the accounts with the amount at the same position, all of them or none. */
  depositBatch(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly accounts: Argument<readonly number[]>;
    readonly amounts: Argument<readonly bigint[]>;
    /** A result of an earlier call: `0x2::money::Money`. */
    readonly money: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "deposit_batch",
      typeArguments: [],
      arguments: [values.book, argument(vector(u32), values.accounts), argument(vector(u64), values.amounts), values.money],
    };
  },

  /** Debits an account and takes as much money out of the pool. */
  withdraw(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "withdraw",
      typeArguments: [],
      arguments: [values.book, argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /**
   * Makes the transfers in their order, each by itself: one that is refused leaves the others as they are. The payer, the
   * payee and the amount of a transfer are at the same position.
   */
  transferBatch(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly payers: Argument<readonly number[]>;
    readonly payees: Argument<readonly number[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "transfer_batch",
      typeArguments: [],
      arguments: [values.book, argument(vector(u32), values.payers), argument(vector(u32), values.payees), argument(vector(u64), values.amounts)],
    };
  },

  /** The balance of an account, frozen or not; of a closed one zero. */
  balance(values: {
    /** A result of an earlier call: `&0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "balance",
      typeArguments: [],
      arguments: [values.book, argument(u32, values.account)],
    };
  },

  isFrozen(values: {
    /** A result of an earlier call: `&0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "is_frozen",
      typeArguments: [],
      arguments: [values.book, argument(u32, values.account)],
    };
  },

  isClosed(values: {
    /** A result of an earlier call: `&0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "is_closed",
      typeArguments: [],
      arguments: [values.book, argument(u32, values.account)],
    };
  },

  /** How many accounts were ever opened: the number of the next. */
  accounts(values: {
    /** A result of an earlier call: `&0x2::customer_book::Book`. */
    readonly book: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "accounts",
      typeArguments: [],
      arguments: [values.book],
    };
  },

  instrument(values: {
    /** A result of an earlier call: `&0x2::customer_book::Book`. */
    readonly book: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "instrument",
      typeArguments: [],
      arguments: [values.book],
    };
  },

  /** What lies in the pool, in minor units. */
  pool(values: {
    /** A result of an earlier call: `&0x2::customer_book::Book`. */
    readonly book: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "pool",
      typeArguments: [],
      arguments: [values.book],
    };
  },
} as const;

/** The beginning of money on a chain: its registries, at `@money`. */
export const genesis = {
  /** Sets up units, instruments and policies, once. Nobody has a key to `@money`: only a genesis program can sign as it. */
  initialise(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly framework?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "genesis",
      function: "initialise",
      typeArguments: [],
      arguments: [signer(values.framework ?? 0)],
    };
  },
} as const;

/**
 * Holders: persons and firms, known here only by a commitment of 32 bytes that their operators make. All wallets of one
 * holder, with whichever operators, share what was counted against limits.
 *
 * The record lies at the commitment, read as an address.
 */
export const holder = {
  /** Whether a holder is known. */
  exists(values: {
    readonly holder: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "holder",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.holder)],
    };
  },

  /** What a holder has paid out in a unit on a day, and in the year of that day. */
  paid(values: {
    readonly holder: Argument<Address>;
    readonly unit: Argument<number>;
    readonly day: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "holder",
      function: "paid",
      typeArguments: [],
      arguments: [argument(address, values.holder), argument(u32, values.unit), argument(u64, values.day)],
    };
  },
} as const;

/**
 * Instruments: what can be held. Each is in a unit, has an issuer or none, and a kind. Its record keeps how much was
 * ever issued and redeemed; whoever holds its `IssueAuthority`, and nobody else, can change these.
 */
export const instrument = {
  /** Registers an instrument of kinds 3 to 7, which the signer issues. */
  register(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly issuer?: number;
    readonly unit: Argument<number>;
    readonly kind: Argument<number>;
    readonly symbol: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "register",
      typeArguments: [],
      arguments: [signer(values.issuer ?? 0), argument(u32, values.unit), argument(u8, values.kind), argument(string, values.symbol)],
    };
  },

  /** Registers central-bank money (kinds 1 and 2), issued by the signer, by right of the unit's mandate. */
  registerBaseMoney(values: {
    /** A result of an earlier call: `&0x2::unit::Mandate`. */
    readonly mandate: CallArgument;
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly kind: Argument<number>;
    readonly symbol: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "register_base_money",
      typeArguments: [],
      arguments: [values.mandate, signer(values.centralBank ?? 0), argument(u8, values.kind), argument(string, values.symbol)],
    };
  },

  /** Registers money that is nobody's liability (kind 8). */
  registerIssuerless(values: {
    readonly unit: Argument<number>;
    readonly symbol: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "register_issuerless",
      typeArguments: [],
      arguments: [argument(u32, values.unit), argument(string, values.symbol)],
    };
  },

  /** Puts an authority to use. */
  permit(values: {
    /** A result of an earlier call: `&0x2::instrument::IssueAuthority`. */
    readonly authority: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "permit",
      typeArguments: [],
      arguments: [values.authority],
    };
  },

  /** The instrument an authority is for. */
  authorised(values: {
    /** A result of an earlier call: `&0x2::instrument::IssueAuthority`. */
    readonly authority: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "authorised",
      typeArguments: [],
      arguments: [values.authority],
    };
  },

  /** The instrument a permit is for. */
  permitted(values: {
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly permit: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "permitted",
      typeArguments: [],
      arguments: [values.permit],
    };
  },

  /** Whether an instrument of that number is registered. */
  exists(values: {
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "exists",
      typeArguments: [],
      arguments: [argument(u32, values.instrument)],
    };
  },

  /** The unit an instrument is in. */
  unit(values: {
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "unit",
      typeArguments: [],
      arguments: [argument(u32, values.instrument)],
    };
  },

  /** Who issues an instrument. */
  issuer(values: {
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "issuer",
      typeArguments: [],
      arguments: [argument(u32, values.instrument)],
    };
  },

  /** The kind of an instrument. */
  kind(values: {
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "kind",
      typeArguments: [],
      arguments: [argument(u32, values.instrument)],
    };
  },

  /** Minor units outstanding. */
  outstanding(values: {
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "outstanding",
      typeArguments: [],
      arguments: [argument(u32, values.instrument)],
    };
  },

  settlement(): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "settlement",
      typeArguments: [],
      arguments: [],
    };
  },

  digitalCash(): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "digital_cash",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

/**
 * Money: a value that can be neither copied nor lost. It comes into being only when its issuer issues it, ends only when
 * its issuer redeems it, and in between can only be split, joined and handed on. Every movement tells itself in exactly
 * one event: `Issued`, `Redeemed` or `Paid`.
 */
export const money = {
  /** No money of an instrument. */
  zero(values: {
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "money",
      function: "zero",
      typeArguments: [],
      arguments: [argument(u32, values.instrument)],
    };
  },

  /** How much it is, in minor units. */
  value(values: {
    /** A result of an earlier call: `&0x2::money::Money`. */
    readonly money: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "money",
      function: "value",
      typeArguments: [],
      arguments: [values.money],
    };
  },

  /** What it is money of. */
  instrument(values: {
    /** A result of an earlier call: `&0x2::money::Money`. */
    readonly money: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "money",
      function: "instrument",
      typeArguments: [],
      arguments: [values.money],
    };
  },

  /** Splits an amount off. */
  split(values: {
    /** A result of an earlier call: `&mut 0x2::money::Money`. */
    readonly money: CallArgument;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "money",
      function: "split",
      typeArguments: [],
      arguments: [values.money, argument(u64, values.amount)],
    };
  },

  /** Takes other money of the same instrument in. */
  join(values: {
    /** A result of an earlier call: `&mut 0x2::money::Money`. */
    readonly money: CallArgument;
    /** A result of an earlier call: `0x2::money::Money`. */
    readonly other: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "money",
      function: "join",
      typeArguments: [],
      arguments: [values.money, values.other],
    };
  },

  /** Takes all of it out, leaving zero. */
  withdrawAll(values: {
    /** A result of an earlier call: `&mut 0x2::money::Money`. */
    readonly money: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "money",
      function: "withdraw_all",
      typeArguments: [],
      arguments: [values.money],
    };
  },

  /** Throws a balance of zero away. */
  destroyZero(values: {
    /** A result of an earlier call: `0x2::money::Money`. */
    readonly money: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "money",
      function: "destroy_zero",
      typeArguments: [],
      arguments: [values.money],
    };
  },

  /** Issues new money, which the issuer's books must show, and which the caller brings to `to`. */
  issue(values: {
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly permit: CallArgument;
    readonly amount: Argument<bigint>;
    readonly to: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "money",
      function: "issue",
      typeArguments: [],
      arguments: [values.permit, argument(u64, values.amount), argument(address, values.to)],
    };
  },

  /** Redeems money that `from` gave back, against an entry in the issuer's books. */
  redeem(values: {
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly permit: CallArgument;
    /** A result of an earlier call: `0x2::money::Money`. */
    readonly money: CallArgument;
    readonly from: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "money",
      function: "redeem",
      typeArguments: [],
      arguments: [values.permit, values.money, argument(address, values.from)],
    };
  },
} as const;

/**
 * How much of an instrument a wallet may hold and pay, by the wallet's tier. The instrument's issuer sets it. An
 * instrument without a policy is unlimited; under a policy, a tier that it does not name may use the instrument not at all.
 */
export const policy = {
  /** Sets the limits of one tier, from the next payment on. */
  setTier(values: {
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly permit: CallArgument;
    readonly tier: Argument<number>;
    readonly balance: Argument<bigint | undefined>;
    readonly single: Argument<bigint | undefined>;
    readonly daily: Argument<bigint | undefined>;
    readonly yearly: Argument<bigint | undefined>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy",
      function: "set_tier",
      typeArguments: [],
      arguments: [values.permit, argument(u8, values.tier), argument(option(u64), values.balance), argument(option(u64), values.single), argument(option(u64), values.daily), argument(option(u64), values.yearly)],
    };
  },

  /** Whether an instrument stands under a policy. */
  exists(values: {
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy",
      function: "exists",
      typeArguments: [],
      arguments: [argument(u32, values.instrument)],
    };
  },

  unit(values: {
    /** A result of an earlier call: `&0x2::policy::Policy`. */
    readonly policy: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy",
      function: "unit",
      typeArguments: [],
      arguments: [values.policy],
    };
  },

  zone(values: {
    /** A result of an earlier call: `&0x2::policy::Policy`. */
    readonly policy: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy",
      function: "zone",
      typeArguments: [],
      arguments: [values.policy],
    };
  },
} as const;

/**
 * Units of account: what prices are written in. Whoever holds a `Registrar` registers them and entrusts each to at most
 * one central bank.
 */
export const unit = {
  /**
   * Registers a unit; its number is one more than the last. `zone_offset_minutes` is how far its days run ahead of
   * Greenwich, or behind it if `zone_is_west`.
   */
  register(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly registrar?: number;
    readonly code: Argument<string>;
    readonly decimals: Argument<number>;
    readonly zoneOffsetMinutes: Argument<number>;
    readonly zoneIsWest: Argument<boolean>;
  }): Call {
    return {
      address: PACKAGE,
      module: "unit",
      function: "register",
      typeArguments: [],
      arguments: [signer(values.registrar ?? 0), argument(string, values.code), argument(u8, values.decimals), argument(u16, values.zoneOffsetMinutes), argument(bool, values.zoneIsWest)],
    };
  },

  /** Makes another address a registrar too. */
  appointRegistrar(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly registrar?: number;
    readonly appointed: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "unit",
      function: "appoint_registrar",
      typeArguments: [],
      arguments: [signer(values.registrar ?? 0), argument(address, values.appointed)],
    };
  },

  /** Entrusts a unit to an address, which may then establish its central bank. Once for each unit. */
  entrust(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly registrar?: number;
    readonly unit: Argument<number>;
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "unit",
      function: "entrust",
      typeArguments: [],
      arguments: [signer(values.registrar ?? 0), argument(u32, values.unit), argument(address, values.centralBank)],
    };
  },

  /** Takes the mandate that the signer was entrusted with. Whoever gets it must keep it: it is never given twice. */
  claimMandate(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "unit",
      function: "claim_mandate",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u32, values.unit)],
    };
  },

  /** The unit a mandate is for. */
  mandatedUnit(values: {
    /** A result of an earlier call: `&0x2::unit::Mandate`. */
    readonly mandate: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "unit",
      function: "mandated_unit",
      typeArguments: [],
      arguments: [values.mandate],
    };
  },

  /** Whether a unit of that number is registered. */
  exists(values: {
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "unit",
      function: "exists",
      typeArguments: [],
      arguments: [argument(u32, values.unit)],
    };
  },

  /** The zone in which a unit's days end. */
  zone(values: {
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "unit",
      function: "zone",
      typeArguments: [],
      arguments: [argument(u32, values.unit)],
    };
  },

  /** The number of a code; aborts if no unit has it. */
  idOf(values: {
    readonly code: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "unit",
      function: "id_of",
      typeArguments: [],
      arguments: [argument(string, values.code)],
    };
  },
} as const;

/**
 * Wallets: what an address holds. An operator opens a wallet for a holder and can recover it when its keys are lost; it
 * can take nothing out of it. Only the owner's signature pays.
 *
 * Other packages act as operators by an `OperatorAuthority`, and issue into wallets by an `IssuePermit`.
 */
export const wallet = {
  /**
   * Pays an amount of an instrument to another wallet. Refused by the first of these that it breaks: the payee's balance,
   * the payer's single payment, day and year, and what the payer has.
   */
  pay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payer?: number;
    readonly payee: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "pay",
      typeArguments: [],
      arguments: [signer(values.payer ?? 0), argument(address, values.payee), argument(u32, values.instrument), argument(u64, values.amount)],
    };
  },

  /** Ends a wallet that holds nothing, so that another operator can open one at the address. */
  close(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "close",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0)],
    };
  },

  /** Admits an operator, by right of an instrument's issuer. */
  admit(values: {
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly permit: CallArgument;
    readonly operator: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "admit",
      typeArguments: [],
      arguments: [values.permit, argument(address, values.operator)],
    };
  },

  /** Puts an operator's authority to use. */
  permit(values: {
    /** A result of an earlier call: `&0x2::wallet::OperatorAuthority`. */
    readonly authority: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "permit",
      typeArguments: [],
      arguments: [values.authority],
    };
  },

  /** Opens a wallet at an address that has none, for the holder of a commitment. */
  open(values: {
    /** A result of an earlier call: `&0x2::wallet::OperatorPermit`. */
    readonly permit: CallArgument;
    readonly owner: Argument<Address>;
    readonly commitment: Argument<Uint8Array>;
    readonly tier: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "open",
      typeArguments: [],
      arguments: [values.permit, argument(address, values.owner), argument(bytes, values.commitment), argument(u8, values.tier)],
    };
  },

  /** Changes how much is known of the holder. What a wallet holds above its new tier's balance it may keep, not add to. */
  changeTier(values: {
    /** A result of an earlier call: `&0x2::wallet::OperatorPermit`. */
    readonly permit: CallArgument;
    readonly owner: Argument<Address>;
    readonly tier: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "change_tier",
      typeArguments: [],
      arguments: [values.permit, argument(address, values.owner), argument(u8, values.tier)],
    };
  },

  /** Aborts unless the wallet is one of the operator's customers' and may take so much more. */
  checkReceipt(values: {
    /** A result of an earlier call: `&0x2::wallet::OperatorPermit`. */
    readonly permit: CallArgument;
    readonly owner: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "check_receipt",
      typeArguments: [],
      arguments: [values.permit, argument(address, values.owner), argument(u32, values.instrument), argument(u64, values.amount)],
    };
  },

  /** Issues money into the wallet of one of the operator's customers, within its tier's balance. */
  issueTo(values: {
    /** A result of an earlier call: `&0x2::wallet::OperatorPermit`. */
    readonly permit: CallArgument;
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly issuer: CallArgument;
    readonly owner: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "issue_to",
      typeArguments: [],
      arguments: [values.permit, values.issuer, argument(address, values.owner), argument(u64, values.amount)],
    };
  },

  /** Redeems money out of the signer's wallet, against an entry in the issuer's books. Not a payment: it counts towards no limit. */
  redeemFrom(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly issuer: CallArgument;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "redeem_from",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), values.issuer, argument(u64, values.amount)],
    };
  },

  /**
   * Moves everything a wallet holds, and its tier, into an empty wallet of the same holder with the same operator. The
   * wallet left behind can do nothing any more.
   */
  recover(values: {
    /** A result of an earlier call: `&0x2::wallet::OperatorPermit`. */
    readonly permit: CallArgument;
    readonly from: Argument<Address>;
    readonly to: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "recover",
      typeArguments: [],
      arguments: [values.permit, argument(address, values.from), argument(address, values.to)],
    };
  },

  /** Whether there is a wallet at the address. */
  exists(values: {
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.owner)],
    };
  },

  /** How much of an instrument a wallet holds, in minor units. */
  balance(values: {
    readonly owner: Argument<Address>;
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "balance",
      typeArguments: [],
      arguments: [argument(address, values.owner), argument(u32, values.instrument)],
    };
  },

  holder(values: {
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "holder",
      typeArguments: [],
      arguments: [argument(address, values.owner)],
    };
  },

  operator(values: {
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "operator",
      typeArguments: [],
      arguments: [argument(address, values.owner)],
    };
  },

  tier(values: {
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "tier",
      typeArguments: [],
      arguments: [argument(address, values.owner)],
    };
  },
} as const;

/** Kept at an address whose keys have been exchanged. */
export interface Account {
  /** The 32 bytes that the keys which sign for this address must derive to. */
  readonly authenticationKey: Uint8Array;
}

/** `0x2::account::Account` in BCS. */
export const accountType: MoveType<Account> = struct("0x2::account::Account", { authenticationKey: bytes });

/** A fixed offset from Greenwich. */
export interface CalendarZone {
  readonly offsetMinutes: number;
  readonly isWest: boolean;
}

/** `0x2::calendar::Zone` in BCS. */
export const calendarZoneType: MoveType<CalendarZone> = struct("0x2::calendar::Zone", { offsetMinutes: u16, isWest: bool });

/** So many minor units of an instrument. */
export interface Money {
  readonly instrument: number;
  readonly value: bigint;
}

/** `0x2::money::Money` in BCS. */
export const moneyType: MoveType<Money> = struct("0x2::money::Money", { instrument: u32, value: u64 });

/** Its elements lie in pages 0, 1, … without gaps, all full but the last, none empty. */
export interface PagedVector {
  /** Names the pages in state; no other paged vector ever has the same. */
  readonly handle: Address;
  readonly length: bigint;
}

/** `0x1::paged_vector::PagedVector` in BCS. */
export const pagedVectorType: MoveType<PagedVector> = struct("0x1::paged_vector::PagedVector", { handle: address, length: u64 });

export interface CustomerBookBook {
  readonly institution: Address;
  /** What all balances together claim. */
  readonly pool: Money;
  /** By number. */
  readonly accounts: PagedVector;
}

/** `0x2::customer_book::Book` in BCS. */
export const customerBookBookType: MoveType<CustomerBookBook> = struct("0x2::customer_book::Book", { institution: address, pool: moneyType, accounts: pagedVectorType });

/**
 * What was paid out in one unit, on its last such day and in its last such year. Days and years are those of the
 * unit's zone; the sums stop at the largest u64.
 */
export interface HolderSpending {
  readonly unit: number;
  /** Days since 1970. */
  readonly day: bigint;
  readonly paidToday: bigint;
  readonly year: bigint;
  readonly paidYear: bigint;
}

/** `0x2::holder::Spending` in BCS. */
export const holderSpendingType: MoveType<HolderSpending> = struct("0x2::holder::Spending", { unit: u32, day: u64, paidToday: u64, year: u64, paidYear: u64 });

/** What a holder paid out to others, by unit. */
export interface Holder {
  readonly spending: readonly HolderSpending[];
}

/** `0x2::holder::Holder` in BCS. */
export const holderType: MoveType<Holder> = struct("0x2::holder::Holder", { spending: vector(holderSpendingType) });

/** A map from `K` to `V`. */
export interface Table {
  /** Names the table's entries in state; no other table ever has the same. */
  readonly handle: Address;
  readonly length: bigint;
}

/** `0x1::table::Table` in BCS. */
export const tableType: MoveType<Table> = struct("0x1::table::Table", { handle: address, length: u64 });

/** Every instrument, at `@money`. */
export interface InstrumentRegistry {
  readonly instruments: Table;
  readonly ids: Table;
}

/** `0x2::instrument::Registry` in BCS. */
export const instrumentRegistryType: MoveType<InstrumentRegistry> = struct("0x2::instrument::Registry", { instruments: tableType, ids: tableType });

/** An instrument and its supply. */
export interface Instrument {
  /** From 1, in order of registration. */
  readonly id: number;
  readonly unit: number;
  readonly issuer: Address | undefined;
  /** 1 settlement, 2 digital cash, 3 e-money, 4 deposit, 5 basket coin, 6 token, 7 security, 8 issuerless. */
  readonly kind: number;
  readonly symbol: string;
  /** Minor units ever issued. */
  readonly issued: bigint;
  /** Minor units ever redeemed; what is outstanding is issued less redeemed. */
  readonly redeemed: bigint;
}

/** `0x2::instrument::Instrument` in BCS. */
export const instrumentType: MoveType<Instrument> = struct("0x2::instrument::Instrument", { id: u32, unit: u32, issuer: option(address), kind: u8, symbol: string, issued: u128, redeemed: u128 });

/** The right to issue and redeem one instrument and to set its policy. Made once, when the instrument is registered. */
export interface InstrumentIssueAuthority {
  readonly instrument: number;
}

/** `0x2::instrument::IssueAuthority` in BCS. */
export const instrumentIssueAuthorityType: MoveType<InstrumentIssueAuthority> = struct("0x2::instrument::IssueAuthority", { instrument: u32 });

/** Every policy, at `@money`. */
export interface PolicyPolicies {
  readonly policies: Table;
}

/** `0x2::policy::Policies` in BCS. */
export const policyPoliciesType: MoveType<PolicyPolicies> = struct("0x2::policy::Policies", { policies: tableType });

/** The limits of one tier, in minor units; absent means without limit. */
export interface PolicyLimits {
  readonly tier: number;
  /** What a wallet may hold after a receipt. */
  readonly balance: bigint | undefined;
  /** What one payment may be. */
  readonly single: bigint | undefined;
  /** What a holder may pay out on one day, with all wallets. */
  readonly daily: bigint | undefined;
  /** What a holder may pay out in one year, with all wallets. */
  readonly yearly: bigint | undefined;
}

/** `0x2::policy::Limits` in BCS. */
export const policyLimitsType: MoveType<PolicyLimits> = struct("0x2::policy::Limits", { tier: u8, balance: option(u64), single: option(u64), daily: option(u64), yearly: option(u64) });

/** The policy of one instrument. It repeats what a payment needs to know of the instrument's unit. */
export interface Policy {
  readonly instrument: number;
  readonly unit: number;
  readonly zone: CalendarZone;
  readonly tiers: readonly PolicyLimits[];
}

/** `0x2::policy::Policy` in BCS. */
export const policyType: MoveType<Policy> = struct("0x2::policy::Policy", { instrument: u32, unit: u32, zone: calendarZoneType, tiers: vector(policyLimitsType) });

/** Every unit, at `@money`. */
export interface UnitRegistry {
  readonly units: Table;
  readonly ids: Table;
}

/** `0x2::unit::Registry` in BCS. */
export const unitRegistryType: MoveType<UnitRegistry> = struct("0x2::unit::Registry", { units: tableType, ids: tableType });

/** A unit of account. */
export interface Unit {
  /** From 1, in order of registration. */
  readonly id: number;
  readonly code: string;
  /** Minor units are 10^-decimals of the unit. */
  readonly decimals: number;
  /** Where its days and years end. */
  readonly zone: CalendarZone;
  /** Who was entrusted with it. */
  readonly centralBank: Address | undefined;
}

/** `0x2::unit::Unit` in BCS. */
export const unitType: MoveType<Unit> = struct("0x2::unit::Unit", { id: u32, code: string, decimals: u8, zone: calendarZoneType, centralBank: option(address) });

/** The right to register units and to entrust them. A resource at the registrar's address. */
export interface UnitRegistrar {
  readonly dummyField: boolean;
}

/** `0x2::unit::Registrar` in BCS. */
export const unitRegistrarType: MoveType<UnitRegistrar> = struct("0x2::unit::Registrar", { dummyField: bool });

/**
 * The right to be the central bank of a unit; there is never more than one. A resource at the address that was
 * entrusted, until the central bank is established with it.
 */
export interface UnitMandate {
  readonly unit: number;
}

/** `0x2::unit::Mandate` in BCS. */
export const unitMandateType: MoveType<UnitMandate> = struct("0x2::unit::Mandate", { unit: u32 });

/** A wallet. At most one is at an address. */
export interface Wallet {
  /** Whose it is: the place of the holder's record. */
  readonly holder: Address;
  /** Who opened it and serves it. */
  readonly operator: Address;
  /** The instrument by whose issuer's authority the operator acts. */
  readonly admittedFor: number;
  readonly tier: number;
  /** Where its money went when it was recovered; since then it can do nothing. */
  readonly movedTo: Address | undefined;
  /** By instrument, none of them zero. */
  readonly balances: readonly Money[];
}

/** `0x2::wallet::Wallet` in BCS. */
export const walletType: MoveType<Wallet> = struct("0x2::wallet::Wallet", { holder: address, operator: address, admittedFor: u32, tier: u8, movedTo: option(address), balances: vector(moneyType) });

/**
 * The right to serve wallets as an operator. The issuer of an instrument makes one for each operator it admits. It
 * reaches only wallets opened with an equal one, so that no issuer can reach the customers of another's operators.
 */
export interface WalletOperatorAuthority {
  readonly operator: Address;
  readonly admittedFor: number;
}

/** `0x2::wallet::OperatorAuthority` in BCS. */
export const walletOperatorAuthorityType: MoveType<WalletOperatorAuthority> = struct("0x2::wallet::OperatorAuthority", { operator: address, admittedFor: u32 });

export interface AccountKeyRotated {
  readonly account: Address;
  readonly authenticationKey: Uint8Array;
}

/** `0x2::account::KeyRotated` in BCS. */
export const accountKeyRotatedType: MoveType<AccountKeyRotated> = struct("0x2::account::KeyRotated", { account: address, authenticationKey: bytes });

export interface CustomerBookAccountsOpened {
  readonly institution: Address;
  readonly instrument: number;
  readonly first: bigint;
  readonly count: bigint;
}

/** `0x2::customer_book::AccountsOpened` in BCS. */
export const customerBookAccountsOpenedType: MoveType<CustomerBookAccountsOpened> = struct("0x2::customer_book::AccountsOpened", { institution: address, instrument: u32, first: u64, count: u64 });

export interface CustomerBookAccountClosed {
  readonly institution: Address;
  readonly instrument: number;
  readonly account: number;
}

/** `0x2::customer_book::AccountClosed` in BCS. */
export const customerBookAccountClosedType: MoveType<CustomerBookAccountClosed> = struct("0x2::customer_book::AccountClosed", { institution: address, instrument: u32, account: u32 });

export interface CustomerBookAccountFrozen {
  readonly institution: Address;
  readonly instrument: number;
  readonly account: number;
  readonly frozen: boolean;
}

/** `0x2::customer_book::AccountFrozen` in BCS. */
export const customerBookAccountFrozenType: MoveType<CustomerBookAccountFrozen> = struct("0x2::customer_book::AccountFrozen", { institution: address, instrument: u32, account: u32, frozen: bool });

/** Money came into the pool, and as much onto accounts. */
export interface CustomerBookDeposited {
  readonly institution: Address;
  readonly instrument: number;
  readonly accounts: bigint;
  readonly amount: bigint;
}

/** `0x2::customer_book::Deposited` in BCS. */
export const customerBookDepositedType: MoveType<CustomerBookDeposited> = struct("0x2::customer_book::Deposited", { institution: address, instrument: u32, accounts: u64, amount: u64 });

/** Money left the pool, and an account as much. */
export interface CustomerBookWithdrawn {
  readonly institution: Address;
  readonly instrument: number;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x2::customer_book::Withdrawn` in BCS. */
export const customerBookWithdrawnType: MoveType<CustomerBookWithdrawn> = struct("0x2::customer_book::Withdrawn", { institution: address, instrument: u32, account: u32, amount: u64 });

/** A batch of transfers. */
export interface CustomerBookTransfersPosted {
  readonly institution: Address;
  readonly instrument: number;
  readonly accepted: bigint;
  readonly refused: bigint;
  /** Of those accepted. */
  readonly total: bigint;
  /** One for each transfer, in their order; 0 is accepted. */
  readonly statuses: Uint8Array;
}

/** `0x2::customer_book::TransfersPosted` in BCS. */
export const customerBookTransfersPostedType: MoveType<CustomerBookTransfersPosted> = struct("0x2::customer_book::TransfersPosted", { institution: address, instrument: u32, accepted: u64, refused: u64, total: u128, statuses: bytes });

export interface InstrumentRegistered {
  readonly instrument: number;
  readonly unit: number;
  readonly issuer: Address | undefined;
  readonly kind: number;
  readonly symbol: string;
}

/** `0x2::instrument::InstrumentRegistered` in BCS. */
export const instrumentRegisteredType: MoveType<InstrumentRegistered> = struct("0x2::instrument::InstrumentRegistered", { instrument: u32, unit: u32, issuer: option(address), kind: u8, symbol: string });

/** New money came into being at `to`. */
export interface MoneyIssued {
  readonly instrument: number;
  readonly amount: bigint;
  readonly to: Address;
}

/** `0x2::money::Issued` in BCS. */
export const moneyIssuedType: MoveType<MoneyIssued> = struct("0x2::money::Issued", { instrument: u32, amount: u64, to: address });

/** Money that `from` held ended. */
export interface MoneyRedeemed {
  readonly instrument: number;
  readonly amount: bigint;
  readonly from: Address;
}

/** `0x2::money::Redeemed` in BCS. */
export const moneyRedeemedType: MoveType<MoneyRedeemed> = struct("0x2::money::Redeemed", { instrument: u32, amount: u64, from: address });

/** Money went from one address to another. */
export interface MoneyPaid {
  readonly instrument: number;
  readonly amount: bigint;
  readonly from: Address;
  readonly to: Address;
}

/** `0x2::money::Paid` in BCS. */
export const moneyPaidType: MoveType<MoneyPaid> = struct("0x2::money::Paid", { instrument: u32, amount: u64, from: address, to: address });

export interface PolicyChanged {
  readonly instrument: number;
  readonly limits: PolicyLimits;
}

/** `0x2::policy::PolicyChanged` in BCS. */
export const policyChangedType: MoveType<PolicyChanged> = struct("0x2::policy::PolicyChanged", { instrument: u32, limits: policyLimitsType });

export interface UnitRegistered {
  readonly unit: number;
  readonly code: string;
  readonly decimals: number;
  readonly zone: CalendarZone;
}

/** `0x2::unit::UnitRegistered` in BCS. */
export const unitRegisteredType: MoveType<UnitRegistered> = struct("0x2::unit::UnitRegistered", { unit: u32, code: string, decimals: u8, zone: calendarZoneType });

export interface UnitRegistrarAppointed {
  readonly registrar: Address;
}

/** `0x2::unit::RegistrarAppointed` in BCS. */
export const unitRegistrarAppointedType: MoveType<UnitRegistrarAppointed> = struct("0x2::unit::RegistrarAppointed", { registrar: address });

export interface UnitEntrusted {
  readonly unit: number;
  readonly centralBank: Address;
}

/** `0x2::unit::UnitEntrusted` in BCS. */
export const unitEntrustedType: MoveType<UnitEntrusted> = struct("0x2::unit::UnitEntrusted", { unit: u32, centralBank: address });

export interface WalletClosed {
  readonly owner: Address;
}

/** `0x2::wallet::WalletClosed` in BCS. */
export const walletClosedType: MoveType<WalletClosed> = struct("0x2::wallet::WalletClosed", { owner: address });

export interface WalletOpened {
  readonly owner: Address;
  readonly holder: Address;
  readonly operator: Address;
  readonly tier: number;
}

/** `0x2::wallet::WalletOpened` in BCS. */
export const walletOpenedType: MoveType<WalletOpened> = struct("0x2::wallet::WalletOpened", { owner: address, holder: address, operator: address, tier: u8 });

export interface WalletTierChanged {
  readonly owner: Address;
  readonly tier: number;
}

/** `0x2::wallet::TierChanged` in BCS. */
export const walletTierChangedType: MoveType<WalletTierChanged> = struct("0x2::wallet::TierChanged", { owner: address, tier: u8 });

export interface WalletRecovered {
  readonly from: Address;
  readonly to: Address;
}

/** `0x2::wallet::WalletRecovered` in BCS. */
export const walletRecoveredType: MoveType<WalletRecovered> = struct("0x2::wallet::WalletRecovered", { from: address, to: address });

/** An event of the package money. */
export type MoneyEvent =
  | { readonly type: "0x2::account::KeyRotated"; readonly fields: AccountKeyRotated }
  | { readonly type: "0x2::customer_book::AccountsOpened"; readonly fields: CustomerBookAccountsOpened }
  | { readonly type: "0x2::customer_book::AccountClosed"; readonly fields: CustomerBookAccountClosed }
  | { readonly type: "0x2::customer_book::AccountFrozen"; readonly fields: CustomerBookAccountFrozen }
  | { readonly type: "0x2::customer_book::Deposited"; readonly fields: CustomerBookDeposited }
  | { readonly type: "0x2::customer_book::Withdrawn"; readonly fields: CustomerBookWithdrawn }
  | { readonly type: "0x2::customer_book::TransfersPosted"; readonly fields: CustomerBookTransfersPosted }
  | { readonly type: "0x2::instrument::InstrumentRegistered"; readonly fields: InstrumentRegistered }
  | { readonly type: "0x2::money::Issued"; readonly fields: MoneyIssued }
  | { readonly type: "0x2::money::Redeemed"; readonly fields: MoneyRedeemed }
  | { readonly type: "0x2::money::Paid"; readonly fields: MoneyPaid }
  | { readonly type: "0x2::policy::PolicyChanged"; readonly fields: PolicyChanged }
  | { readonly type: "0x2::unit::UnitRegistered"; readonly fields: UnitRegistered }
  | { readonly type: "0x2::unit::RegistrarAppointed"; readonly fields: UnitRegistrarAppointed }
  | { readonly type: "0x2::unit::UnitEntrusted"; readonly fields: UnitEntrusted }
  | { readonly type: "0x2::wallet::WalletClosed"; readonly fields: WalletClosed }
  | { readonly type: "0x2::wallet::WalletOpened"; readonly fields: WalletOpened }
  | { readonly type: "0x2::wallet::TierChanged"; readonly fields: WalletTierChanged }
  | { readonly type: "0x2::wallet::WalletRecovered"; readonly fields: WalletRecovered };

/** The event of a receipt's `type` and BCS `data`; `undefined` if it is none of this package. Throws `BcsError`. */
export function readMoneyEvent(type: string, data: Uint8Array): MoneyEvent | undefined {
  switch (type) {
    case "0x2::account::KeyRotated":
      return { type, fields: decode(accountKeyRotatedType, data) };
    case "0x2::customer_book::AccountsOpened":
      return { type, fields: decode(customerBookAccountsOpenedType, data) };
    case "0x2::customer_book::AccountClosed":
      return { type, fields: decode(customerBookAccountClosedType, data) };
    case "0x2::customer_book::AccountFrozen":
      return { type, fields: decode(customerBookAccountFrozenType, data) };
    case "0x2::customer_book::Deposited":
      return { type, fields: decode(customerBookDepositedType, data) };
    case "0x2::customer_book::Withdrawn":
      return { type, fields: decode(customerBookWithdrawnType, data) };
    case "0x2::customer_book::TransfersPosted":
      return { type, fields: decode(customerBookTransfersPostedType, data) };
    case "0x2::instrument::InstrumentRegistered":
      return { type, fields: decode(instrumentRegisteredType, data) };
    case "0x2::money::Issued":
      return { type, fields: decode(moneyIssuedType, data) };
    case "0x2::money::Redeemed":
      return { type, fields: decode(moneyRedeemedType, data) };
    case "0x2::money::Paid":
      return { type, fields: decode(moneyPaidType, data) };
    case "0x2::policy::PolicyChanged":
      return { type, fields: decode(policyChangedType, data) };
    case "0x2::unit::UnitRegistered":
      return { type, fields: decode(unitRegisteredType, data) };
    case "0x2::unit::RegistrarAppointed":
      return { type, fields: decode(unitRegistrarAppointedType, data) };
    case "0x2::unit::UnitEntrusted":
      return { type, fields: decode(unitEntrustedType, data) };
    case "0x2::wallet::WalletClosed":
      return { type, fields: decode(walletClosedType, data) };
    case "0x2::wallet::WalletOpened":
      return { type, fields: decode(walletOpenedType, data) };
    case "0x2::wallet::TierChanged":
      return { type, fields: decode(walletTierChangedType, data) };
    case "0x2::wallet::WalletRecovered":
      return { type, fields: decode(walletRecoveredType, data) };
    default:
      return undefined;
  }
}
