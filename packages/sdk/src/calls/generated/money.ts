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

  /** The civil date of a day counted from 1 January 1970: year, month (1 to 12), day of the month (from 1). */
  dateOf(values: {
    readonly day: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "calendar",
      function: "date_of",
      typeArguments: [],
      arguments: [argument(u64, values.day)],
    };
  },

  /** The day so many months after another: the same day of the month, or the last where the month is shorter. */
  monthsAfter(values: {
    readonly day: Argument<bigint>;
    readonly months: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "calendar",
      function: "months_after",
      typeArguments: [],
      arguments: [argument(u64, values.day), argument(u64, values.months)],
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

  /** Closes an empty account for good. A frozen one is closed when its freeze has ended. */
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

  /**
   * Freezes an account until a time in milliseconds since 1970, so that it gives nothing out. `release_due` releases it when the
   * time has come. Whoever keeps the book can do neither without a permit. An account that is frozen until another time is from then on frozen until this.
   */
  freezeUntil(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    /** A result of an earlier call: `&0x2::freeze::FreezePermit`. */
    readonly permit: CallArgument;
    readonly account: Argument<number>;
    readonly untilMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "freeze_until",
      typeArguments: [],
      arguments: [values.book, values.permit, argument(u32, values.account), argument(u64, values.untilMs)],
    };
  },

  /** Releases the accounts whose time has come. The module that keeps the book calls this before it lets money move. */
  releaseDue(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly nowMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "release_due",
      typeArguments: [],
      arguments: [values.book, argument(u64, values.nowMs)],
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

  /** Makes one transfer, or says why not by its status; never aborts. Whoever calls it tells of it: it emits no event. */
  tryTransfer(values: {
    /** A result of an earlier call: `&mut 0x2::customer_book::Book`. */
    readonly book: CallArgument;
    readonly payer: Argument<number>;
    readonly payee: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_book",
      function: "try_transfer",
      typeArguments: [],
      arguments: [values.book, argument(u32, values.payer), argument(u32, values.payee), argument(u64, values.amount)],
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

/**
 * Secured trade: a buyer's money lies with nobody until the goods are accepted. The seller ships, the buyer confirms or
 * time does; a dispute goes to an arbiter who may split, and has an outcome when the arbiter is silent.
 *
 * Nothing stays: every state but the last has a moment after which anybody can `expire` it, and what is decided is
 * delivered by anybody's `deliver`. A seller's wallet takes what its tier's balance leaves room for; the rest stays the seller's,
 * who makes room or has it paid into another wallet of its own, and cannot close its wallet meanwhile. Only where a seller
 * has no wallet at all for 30 days its part goes back to the buyer, whose wallet cannot be closed meanwhile and takes what
 * comes back whatever its tier. Who acts for a party is who has its wallet now.
 */
export const escrow = {
  /**
   * Pays into escrow. The seller has `ship_within_ms`, the buyer then `inspect_within_ms`, an arbiter `decide_within_ms`. The
   * payer's limits count as for a payment; the seller's balance is tested when it is paid.
   */
  open(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly buyer?: number;
    readonly number: Argument<bigint>;
    readonly seller: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
    readonly arbiter: Argument<Address | undefined>;
    readonly shipWithinMs: Argument<bigint>;
    readonly inspectWithinMs: Argument<bigint>;
    readonly decideWithinMs: Argument<bigint>;
    readonly silentShareBps: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "open",
      typeArguments: [],
      arguments: [signer(values.buyer ?? 0), argument(u64, values.number), argument(address, values.seller), argument(u32, values.instrument), argument(u64, values.amount), argument(option(address), values.arbiter), argument(u64, values.shipWithinMs), argument(u64, values.inspectWithinMs), argument(u64, values.decideWithinMs), argument(u64, values.silentShareBps)],
    };
  },

  /** The seller says that the goods are on their way, and with that accepts the terms. */
  ship(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly seller?: number;
    readonly escrow: Argument<Address>;
    readonly evidence: Argument<Uint8Array>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "ship",
      typeArguments: [],
      arguments: [signer(values.seller ?? 0), argument(address, values.escrow), argument(bytes, values.evidence)],
    };
  },

  /** The buyer has the goods: the seller is paid. */
  confirm(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly buyer?: number;
    readonly escrow: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "confirm",
      typeArguments: [],
      arguments: [signer(values.buyer ?? 0), argument(address, values.escrow)],
    };
  },

  /** The seller gives everything back. */
  refund(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly seller?: number;
    readonly escrow: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "refund",
      typeArguments: [],
      arguments: [signer(values.seller ?? 0), argument(address, values.escrow)],
    };
  },

  /** The seller gives a part back, less than everything; the trade goes on. */
  refundPart(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly seller?: number;
    readonly escrow: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "refund_part",
      typeArguments: [],
      arguments: [signer(values.seller ?? 0), argument(address, values.escrow), argument(u64, values.amount)],
    };
  },

  /** Buyer and seller, both signing, agree what of the money is the seller's. */
  agree(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly buyer?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly seller?: number;
    readonly escrow: Argument<Address>;
    readonly forSeller: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "agree",
      typeArguments: [],
      arguments: [signer(values.buyer ?? 0), signer(values.seller ?? 1), argument(address, values.escrow), argument(u64, values.forSeller)],
    };
  },

  /** The buyer does not accept what came: the arbiter decides. */
  dispute(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly buyer?: number;
    readonly escrow: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "dispute",
      typeArguments: [],
      arguments: [signer(values.buyer ?? 0), argument(address, values.escrow)],
    };
  },

  /** The arbiter decides what of the money is the seller's; the rest is the buyer's. */
  decide(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly arbiter?: number;
    readonly escrow: Argument<Address>;
    readonly forSeller: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "decide",
      typeArguments: [],
      arguments: [signer(values.arbiter ?? 0), argument(address, values.escrow), argument(u64, values.forSeller)],
    };
  },

  /** Anybody, once the state's time limit has passed: what then happens by itself. */
  expire(values: {
    readonly escrow: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "expire",
      typeArguments: [],
      arguments: [argument(address, values.escrow)],
    };
  },

  /** Anybody: tries again to deliver what could not be. */
  deliver(values: {
    readonly escrow: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "deliver",
      typeArguments: [],
      arguments: [argument(address, values.escrow)],
    };
  },

  /** The seller has what is due to it, or as much as there is room for, paid into another wallet of its own: of the same holder. */
  deliverTo(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly seller?: number;
    readonly escrow: Argument<Address>;
    readonly to: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "deliver_to",
      typeArguments: [],
      arguments: [signer(values.seller ?? 0), argument(address, values.escrow), argument(address, values.to)],
    };
  },

  /** Where a buyer's escrow of a number lies. */
  at(values: {
    readonly buyer: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "at",
      typeArguments: [],
      arguments: [argument(address, values.buyer), argument(u64, values.number)],
    };
  },

  /** What an escrow holds, in minor units; 0 where there is none. */
  held(values: {
    readonly escrow: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "held",
      typeArguments: [],
      arguments: [argument(address, values.escrow)],
    };
  },

  /** The state of an escrow; 0 where there is none. */
  state(values: {
    readonly escrow: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "escrow",
      function: "state",
      typeArguments: [],
      arguments: [argument(address, values.escrow)],
    };
  },
} as const;

/**
 * Money that is on its way and may come back to a wallet. A wallet that expects some cannot be closed, so that there is
 * always a place for it.
 */
export const expectedReturns = {
  /** How many an owner expects. */
  count(values: {
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "expected_returns",
      function: "count",
      typeArguments: [],
      arguments: [argument(address, values.owner)],
    };
  },
} as const;

/**
 * The right to freeze wallets and customers' accounts. There is one, made at genesis; whoever keeps it answers for due
 * process. What is frozen takes money in and gives none out until a time, at which the freeze ends by itself.
 */
export const freeze = {
  /** The authority, given out once: nobody has a key to `@money`, only a genesis program can sign as it. */
  establish(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly framework?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "freeze",
      function: "establish",
      typeArguments: [],
      arguments: [signer(values.framework ?? 0)],
    };
  },

  /** Puts the authority to use. */
  permit(values: {
    /** A result of an earlier call: `&0x2::freeze::FreezeAuthority`. */
    readonly authority: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "freeze",
      function: "permit",
      typeArguments: [],
      arguments: [values.authority],
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

  /** Registers central-bank money (kinds 1, 2 and 9), issued by the signer, by right of the unit's mandate. */
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

  notes(): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "notes",
      typeArguments: [],
      arguments: [],
    };
  },

  eMoney(): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "e_money",
      typeArguments: [],
      arguments: [],
    };
  },

  deposit(): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "deposit",
      typeArguments: [],
      arguments: [],
    };
  },

  issuerless(): Call {
    return {
      address: PACKAGE,
      module: "instrument",
      function: "issuerless",
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
 * Where things that belong to somebody lie: each at an address of its own, which follows from what it is, whose it is
 * and the number its owner gave it. Nobody has a key to such an address.
 */
export const objectAddress = {
  /** blake2b-256 of the kind's name, the owner's 32 bytes and the number's 8 bytes, the lowest first. */
  derive(values: {
    readonly kind: Argument<Uint8Array>;
    readonly owner: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "object_address",
      function: "derive",
      typeArguments: [],
      arguments: [argument(bytes, values.kind), argument(address, values.owner), argument(u64, values.number)],
    };
  },
} as const;

/**
 * What would become of a payment, without making it and without aborting: for those who pay later, on a signature given
 * before, and must go on when a payment is refused.
 */
export const paymentCheck = {
  /** Why `wallet::pay` would refuse a payment, or 0. */
  refusal(values: {
    readonly from: Argument<Address>;
    readonly to: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_check",
      function: "refusal",
      typeArguments: [],
      arguments: [argument(address, values.from), argument(address, values.to), argument(u32, values.instrument), argument(u64, values.amount)],
    };
  },

  /** Whether a wallet can receive so much more of an instrument, within its tier's balance. */
  takes(values: {
    readonly owner: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_check",
      function: "takes",
      typeArguments: [],
      arguments: [argument(address, values.owner), argument(u32, values.instrument), argument(u64, values.amount)],
    };
  },

  /** How much more of an instrument a wallet can receive, within its tier's balance, in minor units; 0 where there is no wallet. */
  room(values: {
    readonly owner: Argument<Address>;
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_check",
      function: "room",
      typeArguments: [],
      arguments: [argument(address, values.owner), argument(u32, values.instrument)],
    };
  },

  /** Whether a wallet can take money back that it paid out. That is no receipt, and no balance of a tier stands against it. */
  takesBack(values: {
    readonly owner: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_check",
      function: "takes_back",
      typeArguments: [],
      arguments: [argument(address, values.owner), argument(u32, values.instrument), argument(u64, values.amount)],
    };
  },
} as const;

/**
 * Codes that a payer shows and a payee collects on. A code is signed by a key that the payer named on the ledger, is for
 * one wallet, one instrument and at most so much, lives one minute at the longest and can be collected on once.
 */
export const paymentCode = {
  /** Allows codes signed by a key, for an instrument and at most so much each. Replaces what was allowed before. */
  enable(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    readonly publicKey: Argument<Uint8Array>;
    readonly chainId: Argument<Uint8Array>;
    readonly instrument: Argument<number>;
    readonly most: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_code",
      function: "enable",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), argument(bytes, values.publicKey), argument(bytes, values.chainId), argument(u32, values.instrument), argument(u64, values.most)],
    };
  },

  /** Allows codes no more: none that was shown is good from here on. What was used is remembered. */
  disable(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "payment_code",
      function: "disable",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0)],
    };
  },

  /**
   * Collects an amount on a code that a payer showed; everything but the amount is as the code says. The rules of
   * `wallet::pay` apply to the payer as if it signed.
   */
  collect(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payee?: number;
    readonly payer: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly limit: Argument<bigint>;
    readonly expiresMs: Argument<bigint>;
    readonly number: Argument<bigint>;
    readonly signature: Argument<Uint8Array>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_code",
      function: "collect",
      typeArguments: [],
      arguments: [signer(values.payee ?? 0), argument(address, values.payer), argument(u32, values.instrument), argument(u64, values.limit), argument(u64, values.expiresMs), argument(u64, values.number), argument(bytes, values.signature), argument(u64, values.amount)],
    };
  },
} as const;

/**
 * Requests for payment that can be paid once. A payee puts one on the ledger and shows where it lies, in a QR code for
 * example; who pays it names what the code said, and whatever differs from the ledger is refused.
 */
export const paymentRequest = {
  /** Asks for a payment, under a number that the payee has not in use. */
  open(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payee?: number;
    readonly number: Argument<bigint>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint | undefined>;
    readonly expiresMs: Argument<bigint>;
    readonly reference: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_request",
      function: "open",
      typeArguments: [],
      arguments: [signer(values.payee ?? 0), argument(u64, values.number), argument(u32, values.instrument), argument(option(u64), values.amount), argument(u64, values.expiresMs), argument(string, values.reference)],
    };
  },

  /**
   * Pays a request, once. Payee and instrument are those that the payer was shown; the amount must be the request's, where
   * it has one. The rules of `wallet::pay` apply.
   */
  pay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payer?: number;
    readonly request: Argument<Address>;
    readonly payee: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_request",
      function: "pay",
      typeArguments: [],
      arguments: [signer(values.payer ?? 0), argument(address, values.request), argument(address, values.payee), argument(u32, values.instrument), argument(u64, values.amount)],
    };
  },

  /** Takes a request back: an unpaid one at any time, a paid one once it has expired. */
  withdraw(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payee?: number;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_request",
      function: "withdraw",
      typeArguments: [],
      arguments: [signer(values.payee ?? 0), argument(u64, values.number)],
    };
  },

  /** Where a payee's request of a number lies. */
  at(values: {
    readonly payee: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_request",
      function: "at",
      typeArguments: [],
      arguments: [argument(address, values.payee), argument(u64, values.number)],
    };
  },

  /** Whether a request was paid. Aborts where there is none. */
  isPaid(values: {
    readonly request: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_request",
      function: "is_paid",
      typeArguments: [],
      arguments: [argument(address, values.request)],
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

  /** Aborts unless the number can be a tier's. */
  checkTier(values: {
    readonly tier: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy",
      function: "check_tier",
      typeArguments: [],
      arguments: [argument(u8, values.tier)],
    };
  },

  /** The highest number that a tier can have; the lowest is 1. */
  maxTier(): Call {
    return {
      address: PACKAGE,
      module: "policy",
      function: "max_tier",
      typeArguments: [],
      arguments: [],
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

  /** Whether an instrument's policy names a tier. */
  hasTier(values: {
    readonly instrument: Argument<number>;
    readonly tier: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy",
      function: "has_tier",
      typeArguments: [],
      arguments: [argument(u32, values.instrument), argument(u8, values.tier)],
    };
  },

  /** Whether the policy names a tier: wallets of others cannot use the instrument. */
  names(values: {
    /** A result of an earlier call: `&0x2::policy::Policy`. */
    readonly policy: CallArgument;
    readonly tier: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy",
      function: "names",
      typeArguments: [],
      arguments: [values.policy, argument(u8, values.tier)],
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

/** Days that come again: every so many days, weeks, months or years from a first one. Days are counted from 1 January 1970. */
export const recurrence = {
  /** A recurrence that begins today or later. */
  new(values: {
    readonly period: Argument<number>;
    readonly every: Argument<bigint>;
    readonly firstDay: Argument<bigint>;
    readonly lastDay: Argument<bigint | undefined>;
    readonly today: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "recurrence",
      function: "new",
      typeArguments: [],
      arguments: [argument(u8, values.period), argument(u64, values.every), argument(u64, values.firstDay), argument(option(u64), values.lastDay), argument(u64, values.today)],
    };
  },

  /** The day of an occurrence, counted from 0. A month that is too short has it on its last day. */
  day(values: {
    /** A result of an earlier call: `&0x2::recurrence::Recurrence`. */
    readonly recurrence: CallArgument;
    readonly index: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "recurrence",
      function: "day",
      typeArguments: [],
      arguments: [values.recurrence, argument(u64, values.index)],
    };
  },

  /** The last occurrence on or before a day and the last day, from `next` on, which must be one of these. */
  latest(values: {
    /** A result of an earlier call: `&0x2::recurrence::Recurrence`. */
    readonly recurrence: CallArgument;
    readonly next: Argument<bigint>;
    readonly today: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "recurrence",
      function: "latest",
      typeArguments: [],
      arguments: [values.recurrence, argument(u64, values.next), argument(u64, values.today)],
    };
  },

  /** Whether a day lies after the last. */
  isOver(values: {
    /** A result of an earlier call: `&0x2::recurrence::Recurrence`. */
    readonly recurrence: CallArgument;
    readonly day: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "recurrence",
      function: "is_over",
      typeArguments: [],
      arguments: [values.recurrence, argument(u64, values.day)],
    };
  },
} as const;

/**
 * Red packets: one amount for many takers, one take each, and what nobody took goes back. Shares are equal or drawn from
 * a seed. One take for each holder, however many wallets. A packet with a key is only for those who were given its secret.
 *
 * Nobody can undo a draw to make a better one (see `shares`).
 */
export const redPacket = {
  /** Gives a packet. The whole amount counts towards the giver's limits as one payment. */
  give(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly giver?: number;
    readonly number: Argument<bigint>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
    readonly shares: Argument<bigint>;
    readonly isRandom: Argument<boolean>;
    readonly seed: Argument<Uint8Array>;
    readonly key: Argument<Uint8Array>;
    readonly expiresMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "red_packet",
      function: "give",
      typeArguments: [],
      arguments: [signer(values.giver ?? 0), argument(u64, values.number), argument(u32, values.instrument), argument(u64, values.amount), argument(u64, values.shares), argument(bool, values.isRandom), argument(bytes, values.seed), argument(bytes, values.key), argument(u64, values.expiresMs)],
    };
  },

  /**
   * Takes a share into the signer's wallet. For a packet with a key, `signature` is that key's over `sycee-red-packet-v1`, the
   * packet's address and the taker's; else it is not looked at.
   */
  take(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly taker?: number;
    readonly packet: Argument<Address>;
    readonly signature: Argument<Uint8Array>;
  }): Call {
    return {
      address: PACKAGE,
      module: "red_packet",
      function: "take",
      typeArguments: [],
      arguments: [signer(values.taker ?? 0), argument(address, values.packet), argument(bytes, values.signature)],
    };
  },

  /** Anybody, once a packet has expired: gives back what nobody took. */
  expire(values: {
    readonly packet: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "red_packet",
      function: "expire",
      typeArguments: [],
      arguments: [argument(address, values.packet)],
    };
  },

  /** Where a giver's packet of a number lies. */
  at(values: {
    readonly giver: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "red_packet",
      function: "at",
      typeArguments: [],
      arguments: [argument(address, values.giver), argument(u64, values.number)],
    };
  },

  /** What a packet holds, in minor units; 0 where there is none. */
  held(values: {
    readonly packet: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "red_packet",
      function: "held",
      typeArguments: [],
      arguments: [argument(address, values.packet)],
    };
  },
} as const;

/**
 * How one amount is shared out among takers who come one after the other.
 *
 * What a taker draws follows from the seed, the place, the taker and what is left, never from the moment: trying again in
 * another transaction draws the same, so that nobody can undo a draw to make a better one.
 */
export const shares = {
  /**
   * The next share of `left` that `shares` takers are to have, each at least one minor unit: an equal one, or one drawn from the
   * seed between one and twice the mean. `left` must not be less than `shares`, nor `shares` zero. The last taker has all.
   */
  next(values: {
    readonly left: Argument<bigint>;
    readonly shares: Argument<bigint>;
    readonly isRandom: Argument<boolean>;
    readonly seed: Argument<Uint8Array>;
    readonly place: Argument<Address>;
    readonly taker: Argument<Uint8Array>;
  }): Call {
    return {
      address: PACKAGE,
      module: "shares",
      function: "next",
      typeArguments: [],
      arguments: [argument(u64, values.left), argument(u64, values.shares), argument(bool, values.isRandom), argument(bytes, values.seed), argument(address, values.place), argument(bytes, values.taker)],
    };
  },
} as const;

/**
 * Standing orders: a payer signs once, and the payment is made every period, by the calendar of the instrument's unit.
 * Anybody may trigger one that is due. A payment that cannot be made changes nothing but says why, and can be tried again
 * until the next is due; then it counts as missed. The payer's limits apply as for any payment.
 */
export const standingOrder = {
  /** Orders a payment for every period from a first day on. */
  order(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payer?: number;
    readonly number: Argument<bigint>;
    readonly payee: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
    readonly period: Argument<number>;
    readonly every: Argument<bigint>;
    readonly firstDay: Argument<bigint>;
    readonly lastDay: Argument<bigint | undefined>;
  }): Call {
    return {
      address: PACKAGE,
      module: "standing_order",
      function: "order",
      typeArguments: [],
      arguments: [signer(values.payer ?? 0), argument(u64, values.number), argument(address, values.payee), argument(u32, values.instrument), argument(u64, values.amount), argument(u8, values.period), argument(u64, values.every), argument(u64, values.firstDay), argument(option(u64), values.lastDay)],
    };
  },

  /**
   * Anybody, when a payment is due: makes it, or says why it cannot be made. Those whose successor is due already were
   * missed. Ends an order whose last day has passed.
   */
  trigger(values: {
    readonly order: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "standing_order",
      function: "trigger",
      typeArguments: [],
      arguments: [argument(address, values.order)],
    };
  },

  /** Ends an order; from here on nothing is paid by it. The payer is who has its wallet now. */
  cancel(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payer?: number;
    readonly order: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "standing_order",
      function: "cancel",
      typeArguments: [],
      arguments: [signer(values.payer ?? 0), argument(address, values.order)],
    };
  },

  /** Where a payer's order of a number lies. */
  at(values: {
    readonly payer: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "standing_order",
      function: "at",
      typeArguments: [],
      arguments: [argument(address, values.payer), argument(u64, values.number)],
    };
  },

  /** Whether an order is there. */
  exists(values: {
    readonly order: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "standing_order",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.order)],
    };
  },

  /** Payments made, payments missed, and why the last try was refused. */
  record(values: {
    readonly order: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "standing_order",
      function: "record",
      typeArguments: [],
      arguments: [argument(address, values.order)],
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

  /**
   * Pays as `pay` does, by right of the instrument's issuer, who redeems `over` of the amount from the payee at once: what the
   * payee's wallet cannot hold, which then is the payee's elsewhere. The payer's limits count the whole amount.
   */
  payOver(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payer?: number;
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly issuer: CallArgument;
    readonly payee: Argument<Address>;
    readonly amount: Argument<bigint>;
    readonly over: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "pay_over",
      typeArguments: [],
      arguments: [signer(values.payer ?? 0), values.issuer, argument(address, values.payee), argument(u64, values.amount), argument(u64, values.over)],
    };
  },

  /** Whether a wallet is at the address that was not recovered to another. */
  isOpen(values: {
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "is_open",
      typeArguments: [],
      arguments: [argument(address, values.owner)],
    };
  },

  /** Whether a wallet has room for so much more of an instrument, whatever its tier allows. */
  hasRoom(values: {
    readonly owner: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "has_room",
      typeArguments: [],
      arguments: [argument(address, values.owner), argument(u32, values.instrument), argument(u64, values.amount)],
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

  /** The same where what the money becomes may be somebody else's: it is a payment out, and the payer's limits are tested and counted. */
  redeemAsPayment(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly issuer: CallArgument;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "redeem_as_payment",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), values.issuer, argument(u64, values.amount)],
    };
  },

  /**
   * Makes the right to take a deposit back, by right of its issuer and of the unit's central bank. Whoever keeps both answers for when
   * it is used. What is no claim on its issuer alone, such as cash, is out of reach.
   */
  recall(values: {
    /** A result of an earlier call: `&0x2::unit::Mandate`. */
    readonly mandate: CallArgument;
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly issuer: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "recall",
      typeArguments: [],
      arguments: [values.mandate, values.issuer],
    };
  },

  /**
   * Redeems a bank's money out of a wallet without its holder, against an entry in the bank's books that owes as much to the same
   * holder: a claim on a bank that fails bears losses where it is counted. What a warrant has frozen is out of reach.
   */
  redeemByIssuer(values: {
    /** A result of an earlier call: `&0x2::wallet::RecallPermit`. */
    readonly recall: CallArgument;
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly issuer: CallArgument;
    readonly owner: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "redeem_by_issuer",
      typeArguments: [],
      arguments: [values.recall, values.issuer, argument(address, values.owner), argument(u64, values.amount)],
    };
  },

  /**
   * Moves everything a wallet holds, and its tier, into an empty wallet of the same holder with the same operator. The
   * wallet left behind can do nothing any more. A frozen wallet is recovered when its freeze has ended.
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

  /**
   * Freezes a wallet until a time in milliseconds since 1970, or releases it by one that is past. It stays able to receive,
   * and to pay with money that nobody issues.
   */
  freezeUntil(values: {
    /** A result of an earlier call: `&0x2::freeze::FreezePermit`. */
    readonly permit: CallArgument;
    readonly owner: Argument<Address>;
    readonly untilMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "freeze_until",
      typeArguments: [],
      arguments: [values.permit, argument(address, values.owner), argument(u64, values.untilMs)],
    };
  },

  /** Whether a wallet is frozen now. */
  isFrozen(values: {
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "is_frozen",
      typeArguments: [],
      arguments: [argument(address, values.owner)],
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

  /** How much more of an instrument a wallet may take in, in minor units; absent means without limit. */
  room(values: {
    readonly owner: Argument<Address>;
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet",
      function: "room",
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

/** An account that is frozen until a time, in milliseconds since 1970. */
export interface CustomerBookFreeze {
  readonly account: number;
  readonly untilMs: bigint;
}

/** `0x2::customer_book::Freeze` in BCS. */
export const customerBookFreezeType: MoveType<CustomerBookFreeze> = struct("0x2::customer_book::Freeze", { account: u32, untilMs: u64 });

export interface CustomerBookBook {
  readonly institution: Address;
  /** What all balances together claim. */
  readonly pool: Money;
  /** By number. */
  readonly accounts: PagedVector;
  /** Accounts under a warrant; at most one entry for each. */
  readonly freezes: readonly CustomerBookFreeze[];
  /** The first time at which one of them ends; the largest number while there are none. */
  readonly nextReleaseMs: bigint;
}

/** `0x2::customer_book::Book` in BCS. */
export const customerBookBookType: MoveType<CustomerBookBook> = struct("0x2::customer_book::Book", { institution: address, pool: moneyType, accounts: pagedVectorType, freezes: vector(customerBookFreezeType), nextReleaseMs: u64 });

/** At an address of its own, until it has nothing left. */
export interface Escrow {
  readonly buyer: Address;
  /** The buyer's own. */
  readonly number: bigint;
  readonly seller: Address;
  readonly arbiter: Address | undefined;
  readonly inspectWithinMs: bigint;
  readonly decideWithinMs: bigint;
  /** What of the money is the seller's if the arbiter is silent, in hundredths of a per cent. */
  readonly silentShareBps: bigint;
  readonly state: number;
  /** When the state's time limit passes, in milliseconds since 1970. */
  readonly untilMs: bigint;
  /** What of the money is the seller's, once that is decided. */
  readonly forSeller: bigint;
  /** Whether nothing can come back to the buyer any more: what is left waits for room in the seller's wallet. */
  readonly isDue: boolean;
  readonly money: Money;
}

/** `0x2::escrow::Escrow` in BCS. */
export const escrowType: MoveType<Escrow> = struct("0x2::escrow::Escrow", { buyer: address, number: u64, seller: address, arbiter: option(address), inspectWithinMs: u64, decideWithinMs: u64, silentShareBps: u64, state: u8, untilMs: u64, forSeller: u64, isDue: bool, money: moneyType });

/** At an owner to whom money may come back; absent where none may. */
export interface ExpectedReturns {
  /** How many escrows and red packets may give something back. */
  readonly count: bigint;
}

/** `0x2::expected_returns::ExpectedReturns` in BCS. */
export const expectedReturnsType: MoveType<ExpectedReturns> = struct("0x2::expected_returns::ExpectedReturns", { count: u64 });

/** The right to freeze and to release. */
export interface FreezeAuthority {
  readonly dummyField: boolean;
}

/** `0x2::freeze::FreezeAuthority` in BCS. */
export const freezeAuthorityType: MoveType<FreezeAuthority> = struct("0x2::freeze::FreezeAuthority", { dummyField: bool });

/** At `@money` once the authority exists. */
export interface FreezeEstablished {
  readonly dummyField: boolean;
}

/** `0x2::freeze::Established` in BCS. */
export const freezeEstablishedType: MoveType<FreezeEstablished> = struct("0x2::freeze::Established", { dummyField: bool });

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
  /** 1 settlement, 2 digital cash, 3 e-money, 4 deposit, 5 basket coin, 6 token, 7 security, 8 issuerless, 9 notes. */
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

export interface PaymentCodeUsed {
  readonly number: bigint;
  readonly expiresMs: bigint;
}

/** `0x2::payment_code::Used` in BCS. */
export const paymentCodeUsedType: MoveType<PaymentCodeUsed> = struct("0x2::payment_code::Used", { number: u64, expiresMs: u64 });

/** What makes codes of a wallet good. At its owner. */
export interface PaymentCodes {
  /** ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The chain the owner meant, so that a code for one ledger is none for another. */
  readonly chainId: Uint8Array;
  readonly instrument: number;
  /** The most that one code may allow, in minor units. */
  readonly most: bigint;
  /** What the owner's keys derived to; exchanged keys take the codes of the old ones with them. */
  readonly authenticationKey: Uint8Array;
  /** Codes that were used and have not expired. */
  readonly used: readonly PaymentCodeUsed[];
}

/** `0x2::payment_code::PaymentCodes` in BCS. */
export const paymentCodesType: MoveType<PaymentCodes> = struct("0x2::payment_code::PaymentCodes", { publicKey: bytes, chainId: bytes, instrument: u32, most: u64, authenticationKey: bytes, used: vector(paymentCodeUsedType) });

/** How a request was paid. */
export interface PaymentRequestPayment {
  readonly payer: Address;
  readonly amount: bigint;
  readonly timeMs: bigint;
}

/** `0x2::payment_request::Payment` in BCS. */
export const paymentRequestPaymentType: MoveType<PaymentRequestPayment> = struct("0x2::payment_request::Payment", { payer: address, amount: u64, timeMs: u64 });

/** A request, at an address of its own. */
export interface PaymentRequest {
  readonly payee: Address;
  /** The payee's own. */
  readonly number: bigint;
  readonly instrument: number;
  /** Minor units; absent where the payer says how much. */
  readonly amount: bigint | undefined;
  /** The first moment at which it can no longer be paid, in milliseconds since 1970. */
  readonly expiresMs: bigint;
  readonly reference: string;
  readonly payment: PaymentRequestPayment | undefined;
}

/** `0x2::payment_request::PaymentRequest` in BCS. */
export const paymentRequestType: MoveType<PaymentRequest> = struct("0x2::payment_request::PaymentRequest", { payee: address, number: u64, instrument: u32, amount: option(u64), expiresMs: u64, reference: string, payment: option(paymentRequestPaymentType) });

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

/** When something comes again. */
export interface Recurrence {
  /** 1 days, 2 weeks, 3 months, 4 years; `every` of them lie between two. */
  readonly period: number;
  readonly every: bigint;
  readonly firstDay: bigint;
  /** None comes after it. */
  readonly lastDay: bigint | undefined;
}

/** `0x2::recurrence::Recurrence` in BCS. */
export const recurrenceType: MoveType<Recurrence> = struct("0x2::recurrence::Recurrence", { period: u8, every: u64, firstDay: u64, lastDay: option(u64) });

/** At an address of its own, until it is empty. */
export interface RedPacket {
  readonly giver: Address;
  /** The giver's own. */
  readonly number: bigint;
  readonly isRandom: boolean;
  readonly seed: Uint8Array;
  /** ed25519; whoever has its secret may take. Empty: anybody. */
  readonly key: Uint8Array;
  readonly expiresMs: bigint;
  readonly sharesLeft: bigint;
  /** Holders who took. */
  readonly takenBy: readonly Address[];
  readonly money: Money;
}

/** `0x2::red_packet::RedPacket` in BCS. */
export const redPacketType: MoveType<RedPacket> = struct("0x2::red_packet::RedPacket", { giver: address, number: u64, isRandom: bool, seed: bytes, key: bytes, expiresMs: u64, sharesLeft: u64, takenBy: vector(address), money: moneyType });

/** At an address of its own, until it ends. Days are counted from 1 January 1970 in the unit's zone. */
export interface StandingOrder {
  readonly payer: Address;
  /** The payer's own. */
  readonly number: bigint;
  readonly payee: Address;
  readonly instrument: number;
  readonly amount: bigint;
  readonly due: Recurrence;
  /** Which payment comes next, counted from 0. */
  readonly next: bigint;
  readonly paid: bigint;
  readonly missed: bigint;
  /** Why the last try was refused, as `payment_check` numbers it; 0 if it was not. */
  readonly lastRefusal: number;
}

/** `0x2::standing_order::StandingOrder` in BCS. */
export const standingOrderType: MoveType<StandingOrder> = struct("0x2::standing_order::StandingOrder", { payer: address, number: u64, payee: address, instrument: u32, amount: u64, due: recurrenceType, next: u64, paid: u64, missed: u64, lastRefusal: u8 });

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
  /** Until this block time it pays out nothing that has an issuer, in milliseconds since 1970; 0 where it was never frozen. */
  readonly frozenUntilMs: bigint;
  /** By instrument, none of them zero. */
  readonly balances: readonly Money[];
}

/** `0x2::wallet::Wallet` in BCS. */
export const walletType: MoveType<Wallet> = struct("0x2::wallet::Wallet", { holder: address, operator: address, admittedFor: u32, tier: u8, movedTo: option(address), frozenUntilMs: u64, balances: vector(moneyType) });

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

export interface CustomerBookAccountFrozen {
  readonly institution: Address;
  readonly instrument: number;
  readonly account: number;
  readonly frozen: boolean;
}

/** `0x2::customer_book::AccountFrozen` in BCS. */
export const customerBookAccountFrozenType: MoveType<CustomerBookAccountFrozen> = struct("0x2::customer_book::AccountFrozen", { institution: address, instrument: u32, account: u32, frozen: bool });

export interface EscrowOpened {
  readonly escrow: Address;
  readonly buyer: Address;
  readonly seller: Address;
  readonly arbiter: Address | undefined;
  readonly instrument: number;
  readonly amount: bigint;
  readonly untilMs: bigint;
}

/** `0x2::escrow::EscrowOpened` in BCS. */
export const escrowOpenedType: MoveType<EscrowOpened> = struct("0x2::escrow::EscrowOpened", { escrow: address, buyer: address, seller: address, arbiter: option(address), instrument: u32, amount: u64, untilMs: u64 });

export interface EscrowShipped {
  readonly escrow: Address;
  readonly untilMs: bigint;
  /** What the seller says of it, e.g. the hash of a waybill. */
  readonly evidence: Uint8Array;
}

/** `0x2::escrow::Shipped` in BCS. */
export const escrowShippedType: MoveType<EscrowShipped> = struct("0x2::escrow::Shipped", { escrow: address, untilMs: u64, evidence: bytes });

export interface EscrowRefundedPart {
  readonly escrow: Address;
  readonly instrument: number;
  readonly amount: bigint;
}

/** `0x2::escrow::RefundedPart` in BCS. */
export const escrowRefundedPartType: MoveType<EscrowRefundedPart> = struct("0x2::escrow::RefundedPart", { escrow: address, instrument: u32, amount: u64 });

export interface EscrowDisputed {
  readonly escrow: Address;
  readonly untilMs: bigint;
}

/** `0x2::escrow::Disputed` in BCS. */
export const escrowDisputedType: MoveType<EscrowDisputed> = struct("0x2::escrow::Disputed", { escrow: address, untilMs: u64 });

/** Whose the money is, and by whom: 1 the buyer, 2 the seller, 3 both, 4 the arbiter, 5 time. */
export interface EscrowDecided {
  readonly escrow: Address;
  readonly instrument: number;
  readonly forSeller: bigint;
  readonly forBuyer: bigint;
  readonly by: number;
}

/** `0x2::escrow::Decided` in BCS. */
export const escrowDecidedType: MoveType<EscrowDecided> = struct("0x2::escrow::Decided", { escrow: address, instrument: u32, forSeller: u64, forBuyer: u64, by: u8 });

export interface EscrowEnded {
  readonly escrow: Address;
}

/** `0x2::escrow::EscrowEnded` in BCS. */
export const escrowEndedType: MoveType<EscrowEnded> = struct("0x2::escrow::EscrowEnded", { escrow: address });

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

export interface PaymentCodeCodesEnabled {
  readonly owner: Address;
  readonly publicKey: Uint8Array;
  readonly instrument: number;
  readonly most: bigint;
}

/** `0x2::payment_code::CodesEnabled` in BCS. */
export const paymentCodeCodesEnabledType: MoveType<PaymentCodeCodesEnabled> = struct("0x2::payment_code::CodesEnabled", { owner: address, publicKey: bytes, instrument: u32, most: u64 });

export interface PaymentCodeCodesDisabled {
  readonly owner: Address;
}

/** `0x2::payment_code::CodesDisabled` in BCS. */
export const paymentCodeCodesDisabledType: MoveType<PaymentCodeCodesDisabled> = struct("0x2::payment_code::CodesDisabled", { owner: address });

export interface PaymentCodeCodeCollected {
  readonly payer: Address;
  readonly payee: Address;
  readonly instrument: number;
  readonly amount: bigint;
  readonly number: bigint;
}

/** `0x2::payment_code::CodeCollected` in BCS. */
export const paymentCodeCodeCollectedType: MoveType<PaymentCodeCodeCollected> = struct("0x2::payment_code::CodeCollected", { payer: address, payee: address, instrument: u32, amount: u64, number: u64 });

export interface PaymentRequestRequestOpened {
  readonly request: Address;
  readonly payee: Address;
  readonly instrument: number;
  readonly amount: bigint | undefined;
  readonly expiresMs: bigint;
  readonly reference: string;
}

/** `0x2::payment_request::RequestOpened` in BCS. */
export const paymentRequestRequestOpenedType: MoveType<PaymentRequestRequestOpened> = struct("0x2::payment_request::RequestOpened", { request: address, payee: address, instrument: u32, amount: option(u64), expiresMs: u64, reference: string });

export interface PaymentRequestRequestPaid {
  readonly request: Address;
  readonly payee: Address;
  readonly payer: Address;
  readonly instrument: number;
  readonly amount: bigint;
  readonly reference: string;
}

/** `0x2::payment_request::RequestPaid` in BCS. */
export const paymentRequestRequestPaidType: MoveType<PaymentRequestRequestPaid> = struct("0x2::payment_request::RequestPaid", { request: address, payee: address, payer: address, instrument: u32, amount: u64, reference: string });

export interface PaymentRequestRequestWithdrawn {
  readonly request: Address;
  readonly payee: Address;
}

/** `0x2::payment_request::RequestWithdrawn` in BCS. */
export const paymentRequestRequestWithdrawnType: MoveType<PaymentRequestRequestWithdrawn> = struct("0x2::payment_request::RequestWithdrawn", { request: address, payee: address });

export interface PolicyChanged {
  readonly instrument: number;
  readonly limits: PolicyLimits;
}

/** `0x2::policy::PolicyChanged` in BCS. */
export const policyChangedType: MoveType<PolicyChanged> = struct("0x2::policy::PolicyChanged", { instrument: u32, limits: policyLimitsType });

export interface RedPacketPacketGiven {
  readonly packet: Address;
  readonly giver: Address;
  readonly instrument: number;
  readonly amount: bigint;
  readonly shares: bigint;
  readonly expiresMs: bigint;
}

/** `0x2::red_packet::PacketGiven` in BCS. */
export const redPacketPacketGivenType: MoveType<RedPacketPacketGiven> = struct("0x2::red_packet::PacketGiven", { packet: address, giver: address, instrument: u32, amount: u64, shares: u64, expiresMs: u64 });

export interface RedPacketShareTaken {
  readonly packet: Address;
  readonly taker: Address;
  readonly amount: bigint;
  readonly sharesLeft: bigint;
}

/** `0x2::red_packet::ShareTaken` in BCS. */
export const redPacketShareTakenType: MoveType<RedPacketShareTaken> = struct("0x2::red_packet::ShareTaken", { packet: address, taker: address, amount: u64, sharesLeft: u64 });

export interface RedPacketPacketReturned {
  readonly packet: Address;
  readonly instrument: number;
  readonly giver: Address;
  readonly amount: bigint;
}

/** `0x2::red_packet::PacketReturned` in BCS. */
export const redPacketPacketReturnedType: MoveType<RedPacketPacketReturned> = struct("0x2::red_packet::PacketReturned", { packet: address, instrument: u32, giver: address, amount: u64 });

export interface StandingOrderOrderMade {
  readonly order: Address;
  readonly payer: Address;
  readonly payee: Address;
  readonly instrument: number;
  readonly amount: bigint;
  readonly firstDay: bigint;
}

/** `0x2::standing_order::OrderMade` in BCS. */
export const standingOrderOrderMadeType: MoveType<StandingOrderOrderMade> = struct("0x2::standing_order::OrderMade", { order: address, payer: address, payee: address, instrument: u32, amount: u64, firstDay: u64 });

/** A payment was due and could not be made. */
export interface StandingOrderOrderRefused {
  readonly order: Address;
  readonly dueDay: bigint;
  /** As `payment_check` numbers it. */
  readonly refusal: number;
}

/** `0x2::standing_order::OrderRefused` in BCS. */
export const standingOrderOrderRefusedType: MoveType<StandingOrderOrderRefused> = struct("0x2::standing_order::OrderRefused", { order: address, dueDay: u64, refusal: u8 });

export interface StandingOrderOrderPaid {
  readonly order: Address;
  readonly dueDay: bigint;
  readonly missed: bigint;
}

/** `0x2::standing_order::OrderPaid` in BCS. */
export const standingOrderOrderPaidType: MoveType<StandingOrderOrderPaid> = struct("0x2::standing_order::OrderPaid", { order: address, dueDay: u64, missed: u64 });

export interface StandingOrderOrderEnded {
  readonly order: Address;
  readonly paid: bigint;
  readonly missed: bigint;
  readonly isCancelled: boolean;
}

/** `0x2::standing_order::OrderEnded` in BCS. */
export const standingOrderOrderEndedType: MoveType<StandingOrderOrderEnded> = struct("0x2::standing_order::OrderEnded", { order: address, paid: u64, missed: u64, isCancelled: bool });

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

/** A wallet is frozen until a time; one that is past releases it. */
export interface WalletFrozen {
  readonly owner: Address;
  readonly untilMs: bigint;
}

/** `0x2::wallet::WalletFrozen` in BCS. */
export const walletFrozenType: MoveType<WalletFrozen> = struct("0x2::wallet::WalletFrozen", { owner: address, untilMs: u64 });

/** An event of the package money. */
export type MoneyEvent =
  | { readonly type: "0x2::account::KeyRotated"; readonly fields: AccountKeyRotated }
  | { readonly type: "0x2::customer_book::AccountsOpened"; readonly fields: CustomerBookAccountsOpened }
  | { readonly type: "0x2::customer_book::AccountClosed"; readonly fields: CustomerBookAccountClosed }
  | { readonly type: "0x2::customer_book::Deposited"; readonly fields: CustomerBookDeposited }
  | { readonly type: "0x2::customer_book::Withdrawn"; readonly fields: CustomerBookWithdrawn }
  | { readonly type: "0x2::customer_book::TransfersPosted"; readonly fields: CustomerBookTransfersPosted }
  | { readonly type: "0x2::customer_book::AccountFrozen"; readonly fields: CustomerBookAccountFrozen }
  | { readonly type: "0x2::escrow::EscrowOpened"; readonly fields: EscrowOpened }
  | { readonly type: "0x2::escrow::Shipped"; readonly fields: EscrowShipped }
  | { readonly type: "0x2::escrow::RefundedPart"; readonly fields: EscrowRefundedPart }
  | { readonly type: "0x2::escrow::Disputed"; readonly fields: EscrowDisputed }
  | { readonly type: "0x2::escrow::Decided"; readonly fields: EscrowDecided }
  | { readonly type: "0x2::escrow::EscrowEnded"; readonly fields: EscrowEnded }
  | { readonly type: "0x2::instrument::InstrumentRegistered"; readonly fields: InstrumentRegistered }
  | { readonly type: "0x2::money::Issued"; readonly fields: MoneyIssued }
  | { readonly type: "0x2::money::Redeemed"; readonly fields: MoneyRedeemed }
  | { readonly type: "0x2::money::Paid"; readonly fields: MoneyPaid }
  | { readonly type: "0x2::payment_code::CodesEnabled"; readonly fields: PaymentCodeCodesEnabled }
  | { readonly type: "0x2::payment_code::CodesDisabled"; readonly fields: PaymentCodeCodesDisabled }
  | { readonly type: "0x2::payment_code::CodeCollected"; readonly fields: PaymentCodeCodeCollected }
  | { readonly type: "0x2::payment_request::RequestOpened"; readonly fields: PaymentRequestRequestOpened }
  | { readonly type: "0x2::payment_request::RequestPaid"; readonly fields: PaymentRequestRequestPaid }
  | { readonly type: "0x2::payment_request::RequestWithdrawn"; readonly fields: PaymentRequestRequestWithdrawn }
  | { readonly type: "0x2::policy::PolicyChanged"; readonly fields: PolicyChanged }
  | { readonly type: "0x2::red_packet::PacketGiven"; readonly fields: RedPacketPacketGiven }
  | { readonly type: "0x2::red_packet::ShareTaken"; readonly fields: RedPacketShareTaken }
  | { readonly type: "0x2::red_packet::PacketReturned"; readonly fields: RedPacketPacketReturned }
  | { readonly type: "0x2::standing_order::OrderMade"; readonly fields: StandingOrderOrderMade }
  | { readonly type: "0x2::standing_order::OrderRefused"; readonly fields: StandingOrderOrderRefused }
  | { readonly type: "0x2::standing_order::OrderPaid"; readonly fields: StandingOrderOrderPaid }
  | { readonly type: "0x2::standing_order::OrderEnded"; readonly fields: StandingOrderOrderEnded }
  | { readonly type: "0x2::unit::UnitRegistered"; readonly fields: UnitRegistered }
  | { readonly type: "0x2::unit::RegistrarAppointed"; readonly fields: UnitRegistrarAppointed }
  | { readonly type: "0x2::unit::UnitEntrusted"; readonly fields: UnitEntrusted }
  | { readonly type: "0x2::wallet::WalletClosed"; readonly fields: WalletClosed }
  | { readonly type: "0x2::wallet::WalletOpened"; readonly fields: WalletOpened }
  | { readonly type: "0x2::wallet::TierChanged"; readonly fields: WalletTierChanged }
  | { readonly type: "0x2::wallet::WalletRecovered"; readonly fields: WalletRecovered }
  | { readonly type: "0x2::wallet::WalletFrozen"; readonly fields: WalletFrozen };

/** The event of a receipt's `type` and BCS `data`; `undefined` if it is none of this package. Throws `BcsError`. */
export function readMoneyEvent(type: string, data: Uint8Array): MoneyEvent | undefined {
  switch (type) {
    case "0x2::account::KeyRotated":
      return { type, fields: decode(accountKeyRotatedType, data) };
    case "0x2::customer_book::AccountsOpened":
      return { type, fields: decode(customerBookAccountsOpenedType, data) };
    case "0x2::customer_book::AccountClosed":
      return { type, fields: decode(customerBookAccountClosedType, data) };
    case "0x2::customer_book::Deposited":
      return { type, fields: decode(customerBookDepositedType, data) };
    case "0x2::customer_book::Withdrawn":
      return { type, fields: decode(customerBookWithdrawnType, data) };
    case "0x2::customer_book::TransfersPosted":
      return { type, fields: decode(customerBookTransfersPostedType, data) };
    case "0x2::customer_book::AccountFrozen":
      return { type, fields: decode(customerBookAccountFrozenType, data) };
    case "0x2::escrow::EscrowOpened":
      return { type, fields: decode(escrowOpenedType, data) };
    case "0x2::escrow::Shipped":
      return { type, fields: decode(escrowShippedType, data) };
    case "0x2::escrow::RefundedPart":
      return { type, fields: decode(escrowRefundedPartType, data) };
    case "0x2::escrow::Disputed":
      return { type, fields: decode(escrowDisputedType, data) };
    case "0x2::escrow::Decided":
      return { type, fields: decode(escrowDecidedType, data) };
    case "0x2::escrow::EscrowEnded":
      return { type, fields: decode(escrowEndedType, data) };
    case "0x2::instrument::InstrumentRegistered":
      return { type, fields: decode(instrumentRegisteredType, data) };
    case "0x2::money::Issued":
      return { type, fields: decode(moneyIssuedType, data) };
    case "0x2::money::Redeemed":
      return { type, fields: decode(moneyRedeemedType, data) };
    case "0x2::money::Paid":
      return { type, fields: decode(moneyPaidType, data) };
    case "0x2::payment_code::CodesEnabled":
      return { type, fields: decode(paymentCodeCodesEnabledType, data) };
    case "0x2::payment_code::CodesDisabled":
      return { type, fields: decode(paymentCodeCodesDisabledType, data) };
    case "0x2::payment_code::CodeCollected":
      return { type, fields: decode(paymentCodeCodeCollectedType, data) };
    case "0x2::payment_request::RequestOpened":
      return { type, fields: decode(paymentRequestRequestOpenedType, data) };
    case "0x2::payment_request::RequestPaid":
      return { type, fields: decode(paymentRequestRequestPaidType, data) };
    case "0x2::payment_request::RequestWithdrawn":
      return { type, fields: decode(paymentRequestRequestWithdrawnType, data) };
    case "0x2::policy::PolicyChanged":
      return { type, fields: decode(policyChangedType, data) };
    case "0x2::red_packet::PacketGiven":
      return { type, fields: decode(redPacketPacketGivenType, data) };
    case "0x2::red_packet::ShareTaken":
      return { type, fields: decode(redPacketShareTakenType, data) };
    case "0x2::red_packet::PacketReturned":
      return { type, fields: decode(redPacketPacketReturnedType, data) };
    case "0x2::standing_order::OrderMade":
      return { type, fields: decode(standingOrderOrderMadeType, data) };
    case "0x2::standing_order::OrderRefused":
      return { type, fields: decode(standingOrderOrderRefusedType, data) };
    case "0x2::standing_order::OrderPaid":
      return { type, fields: decode(standingOrderOrderPaidType, data) };
    case "0x2::standing_order::OrderEnded":
      return { type, fields: decode(standingOrderOrderEndedType, data) };
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
    case "0x2::wallet::WalletFrozen":
      return { type, fields: decode(walletFrozenType, data) };
    default:
      return undefined;
  }
}
