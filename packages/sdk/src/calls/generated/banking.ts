// biome-ignore-all format: written by a program
// Written by `sycee move bindings` from the Move package banking. Changes here are lost: change the package.
import type { Address, Call, CallArgument } from "@sycee/protocol";
import { type Argument, type MoveType, type MoveVariant, address, argument, bool, bytes, decode, enumeration, option, signer, string, struct, u128, u16, u256, u32, u64, u8, vector } from "../../arguments/bindings.ts";

/** Address of the package banking, `0x4`. */
const PACKAGE: Address = "0x0000000000000000000000000000000000000000000000000000000000000004";

/** Accounts that the books of a commercial bank have beyond the standard chart's. */
export const bankChart = {
  /** Opens them. */
  open(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "open",
      typeArguments: [],
      arguments: [values.books],
    };
  },

  /** Overnight at the central bank's deposit facility. */
  facilityDeposit(): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "facility_deposit",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Reckoned and not yet paid by borrowers. */
  interestReceivable(): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "interest_receivable",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Reckoned and not yet paid to depositors. */
  interestPayable(): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "interest_payable",
      typeArguments: [],
      arguments: [],
    };
  },

  /** What the insurer paid to depositors in the bank's place. */
  insurerDebt(): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "insurer_debt",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Provisions that were not needed. */
  provisionsReleased(): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "provisions_released",
      typeArguments: [],
      arguments: [],
    };
  },

  /** What creditors of an insolvent bank have borne of its losses. */
  resolutionGains(): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "resolution_gains",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Interest reckoned for depositors who asked for their money early. */
  interestForfeited(): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "interest_forfeited",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Premiums to the deposit insurer. */
  premiumExpense(): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "premium_expense",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Wallet money that is the bank's own liability, under the operator regime `deposit`; states what is outstanding of it. */
  walletDeposits(): Call {
    return {
      address: PACKAGE,
      module: "bank_chart",
      function: "wallet_deposits",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

/**
 * An institution's double-entry books: a chart of accounts, postings that balance or abort, the close of a period, and the
 * trial balance. Whoever reaches books can post to them: the module that keeps them decides who may.
 *
 * A liability account can be made to state what is outstanding of an instrument that the institution issues. The ledger itself then compares
 * the two in every transaction, so that money is issued and redeemed only together with a posting.
 */
export const books = {
  /** Books without accounts. The institution signs for them: events of books name nobody who did not. */
  new(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly unit: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "new",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.unit)],
    };
  },

  /** Opens an account that stands on the side of its class: debit for assets and expense, credit for liabilities, equity and income. */
  openAccount(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
    readonly number: Argument<number>;
    readonly class: Argument<number>;
    readonly name: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "open_account",
      typeArguments: [],
      arguments: [values.books, argument(u16, values.number), argument(u8, values.class), argument(string, values.name)],
    };
  },

  /** Opens an account that is deducted from its class and stands on the other side, as provisions are deducted from loans. */
  openContraAccount(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
    readonly number: Argument<number>;
    readonly class: Argument<number>;
    readonly name: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "open_contra_account",
      typeArguments: [],
      arguments: [values.books, argument(u16, values.number), argument(u8, values.class), argument(string, values.name)],
    };
  },

  /** Opens an account that may stand on either side, as retained earnings may be a loss. */
  openTwoSidedAccount(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
    readonly number: Argument<number>;
    readonly class: Argument<number>;
    readonly name: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "open_two_sided_account",
      typeArguments: [],
      arguments: [values.books, argument(u16, values.number), argument(u8, values.class), argument(string, values.name)],
    };
  },

  /**
   * Makes a liability that stands at zero state what is outstanding of an instrument. Several may do so for one instrument:
   * together they are then equal to it.
   */
  stateOutstanding(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
    readonly number: Argument<number>;
    /** A result of an earlier call: `&0x2::instrument::IssuePermit`. */
    readonly issuer: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "state_outstanding",
      typeArguments: [],
      arguments: [values.books, argument(u16, values.number), values.issuer],
    };
  },

  /** Begins a posting to the books of an institution. */
  begin(values: {
    readonly institution: Argument<Address>;
    readonly memo: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "begin",
      typeArguments: [],
      arguments: [argument(address, values.institution), argument(string, values.memo)],
    };
  },

  /** Debits an account: more of an asset or an expense, less of a liability, equity or income. */
  debit(values: {
    /** A result of an earlier call: `&mut 0x4::books::Posting`. */
    readonly posting: CallArgument;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "debit",
      typeArguments: [],
      arguments: [values.posting, argument(u16, values.account), argument(u64, values.amount)],
    };
  },

  /** Credits an account: the reverse. */
  credit(values: {
    /** A result of an earlier call: `&mut 0x4::books::Posting`. */
    readonly posting: CallArgument;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "credit",
      typeArguments: [],
      arguments: [values.posting, argument(u16, values.account), argument(u64, values.amount)],
    };
  },

  /** Commits a posting: all of it, if its debits are equal to its credits and no account comes to stand on the wrong side. */
  commit(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
    /** A result of an earlier call: `0x4::books::Posting`. */
    readonly posting: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "commit",
      typeArguments: [],
      arguments: [values.books, values.posting],
    };
  },

  /** Closes the period: what stands in accounts of income and expense goes into an account of equity, and the next begins. */
  closePeriod(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
    readonly into: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "close_period",
      typeArguments: [],
      arguments: [values.books, argument(u16, values.into)],
    };
  },

  /** Whose books a posting is for. */
  postedFor(values: {
    /** A result of an earlier call: `&0x4::books::Posting`. */
    readonly posting: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "posted_for",
      typeArguments: [],
      arguments: [values.posting],
    };
  },

  institution(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "institution",
      typeArguments: [],
      arguments: [values.books],
    };
  },

  unit(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "unit",
      typeArguments: [],
      arguments: [values.books],
    };
  },

  period(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "period",
      typeArguments: [],
      arguments: [values.books],
    };
  },

  /** The instrument whose outstanding an account states; absent where it states none. */
  stated(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
    readonly number: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "stated",
      typeArguments: [],
      arguments: [values.books, argument(u16, values.number)],
    };
  },

  /** Whether the books have an account of a number. */
  hasAccount(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
    readonly number: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "has_account",
      typeArguments: [],
      arguments: [values.books, argument(u16, values.number)],
    };
  },

  /** The balance of an account on its normal side, in minor units; aborts if it stands on the other. */
  balance(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
    readonly number: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "balance",
      typeArguments: [],
      arguments: [values.books, argument(u16, values.number)],
    };
  },

  /** The balance of an account as what it stands at in debit and in credit; one of them is zero. */
  sides(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
    readonly number: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "sides",
      typeArguments: [],
      arguments: [values.books, argument(u16, values.number)],
    };
  },

  /**
   * What the accounts of a class stand at together, on the class's side; contra accounts are deducted. Aborts if they stand
   * on the other side.
   */
  total(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
    readonly class: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "total",
      typeArguments: [],
      arguments: [values.books, argument(u8, values.class)],
    };
  },

  /** The same as a debit and a credit, one of them zero: equity that is negative stands in debit. */
  totalSides(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
    readonly class: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "total_sides",
      typeArguments: [],
      arguments: [values.books, argument(u8, values.class)],
    };
  },

  /** All debits and all credits. They are equal: the ledger itself sees to it. */
  trialBalance(values: {
    /** A result of an earlier call: `&0x4::books::Books`. */
    readonly books: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "trial_balance",
      typeArguments: [],
      arguments: [values.books],
    };
  },

  asset(): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "asset",
      typeArguments: [],
      arguments: [],
    };
  },

  liability(): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "liability",
      typeArguments: [],
      arguments: [],
    };
  },

  equity(): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "equity",
      typeArguments: [],
      arguments: [],
    };
  },

  income(): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "income",
      typeArguments: [],
      arguments: [],
    };
  },

  expense(): Call {
    return {
      address: PACKAGE,
      module: "books",
      function: "expense",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

/**
 * A bank's own capital against what it risks. Central-bank money, notes, gold, foreign exchange and bonds of the state count
 * nothing, claims on banks a fifth, all other assets whole, other securities too (the standard weights of the Basel accord of 1988,
 * simplified).
 */
export const capitalAdequacy = {
  /** Equity and the running period's result, in minor units: (what there is, what is missing), one of them zero. */
  capital(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "capital_adequacy",
      function: "capital",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** Assets by their weights, in minor units. */
  riskWeightedAssets(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "capital_adequacy",
      function: "risk_weighted_assets",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** Whether capital is at least what the central bank asks for. Negative capital never is, whatever it asks. */
  isAdequate(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "capital_adequacy",
      function: "is_adequate",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** Aborts unless it is. */
  check(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "capital_adequacy",
      function: "check",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * The desk at which a central bank's kinds of money are exchanged: settlement money for digital cash or notes and back, at
 * par. It alone keeps the authorities to issue them. An exchange swaps one liability for another and leaves base money as
 * it is; settlement money is issued and redeemed for good only by the modules of the central bank's own operations.
 */
export const cashDesk = {
  /** Whether there is a central bank at the address. */
  exists(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "cash_desk",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** The number of the central bank's settlement money. */
  settlement(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "cash_desk",
      function: "settlement",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** The number of the central bank's digital cash. */
  cash(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "cash_desk",
      function: "cash",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** The number of the central bank's notes; absent while it issues none. */
  notes(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "cash_desk",
      function: "notes",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** Settlement money, digital cash and notes outstanding, in minor units. */
  baseMoney(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "cash_desk",
      function: "base_money",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },
} as const;

/**
 * A deposit for digital cash and back, each in one act: the deposit ends, the bank's settlement account pays for it, and the
 * cash is in the wallet; or the reverse.
 */
export const cashExchange = {
  /** Exchanges a part of a customer's deposit for digital cash in a wallet, within the balance that its tier may hold. */
  toCash(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly owner: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "cash_exchange",
      function: "to_cash",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(address, values.owner), argument(u64, values.amount)],
    };
  },

  /**
   * Exchanges digital cash in the signer's wallet for a deposit. Onto the deposit that is linked to the wallet it is no payment
   * and counts towards no limit; onto any other account, whose only the bank knows, it is one.
   */
  toDeposit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    readonly bank: Argument<Address>;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "cash_exchange",
      function: "to_deposit",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), argument(address, values.bank), argument(u32, values.account), argument(u64, values.amount)],
    };
  },
} as const;

/**
 * A central bank and its books. Base money (settlement money and digital cash) changes only with an asset posting, and
 * after every act assets at book value equal base money and capital. New base money is issued only while base money after
 * it is not more than the performing assets at book value after haircut: a sound currency does not bind bad assets.
 */
export const centralBank = {
  /** Establishes the central bank of a unit at the address that was entrusted with it. */
  establish(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly unit: Argument<number>;
    readonly name: Argument<string>;
    readonly settlementSymbol: Argument<string>;
    readonly cashSymbol: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "establish",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u32, values.unit), argument(string, values.name), argument(string, values.settlementSymbol), argument(string, values.cashSymbol)],
    };
  },

  /** Admits a licensed operator: opens its settlement account and its till. */
  admitOperator(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly operator: Argument<Address>;
    readonly name: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "admit_operator",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.operator), argument(string, values.name)],
    };
  },

  /** Posts an asset against capital. Base money stays as it is. */
  contributeCapital(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly kind: Argument<number>;
    readonly description: Argument<string>;
    readonly bookValue: Argument<bigint>;
    readonly haircutBps: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "contribute_capital",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u8, values.kind), argument(string, values.description), argument(u64, values.bookValue), argument(u64, values.haircutBps)],
    };
  },

  /** Buys an asset from an operator and credits its settlement account with the book value: this is how base money is made. */
  issue(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly operator: Argument<Address>;
    readonly kind: Argument<number>;
    readonly description: Argument<string>;
    readonly bookValue: Argument<bigint>;
    readonly haircutBps: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "issue",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.operator), argument(u8, values.kind), argument(string, values.description), argument(u64, values.bookValue), argument(u64, values.haircutBps)],
    };
  },

  /** Sells an asset back to the operator it came from, for its book value in settlement money. Both sign: the operator pays for it. */
  redeem(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly operator?: number;
    readonly asset: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "redeem",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.operator ?? 1), argument(u64, values.asset)],
    };
  },

  /** Sells a part of an asset's book value back in the same way. */
  redeemPart(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly operator?: number;
    readonly asset: Argument<bigint>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "redeem_part",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.operator ?? 1), argument(u64, values.asset), argument(u64, values.amount)],
    };
  },

  /**
   * Records whether an asset performs. Always recorded, even if cover is then breached, which stops new issue until it is
   * made good, and even by a central bank whose licence does not stand.
   */
  setPerforming(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly asset: Argument<bigint>;
    readonly performing: Argument<boolean>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "set_performing",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u64, values.asset), argument(bool, values.performing)],
    };
  },

  /**
   * Gives up a part of an asset that does not perform, at book value: the loss goes against what the central bank has earned and
   * was given as capital, and base money stays as it is. Recorded even by a central bank whose licence does not stand.
   */
  writeOff(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly asset: Argument<bigint>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "write_off",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u64, values.asset), argument(u64, values.amount)],
    };
  },

  /** A licensed custodian attests that an asset of a central bank is there today. */
  attestAsset(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly custodian?: number;
    readonly centralBank: Argument<Address>;
    readonly asset: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "attest_asset",
      typeArguments: [],
      arguments: [signer(values.custodian ?? 0), argument(address, values.centralBank), argument(u64, values.asset)],
    };
  },

  /**
   * Sets for the first time what wallets of a tier may hold and pay in digital cash, in minor units; absent means without
   * limit. Every later change is proposed (see `banking::policy_change`).
   */
  setTier(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly tier: Argument<number>;
    readonly balance: Argument<bigint | undefined>;
    readonly single: Argument<bigint | undefined>;
    readonly daily: Argument<bigint | undefined>;
    readonly yearly: Argument<bigint | undefined>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "set_tier",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u8, values.tier), argument(option(u64), values.balance), argument(option(u64), values.single), argument(option(u64), values.daily), argument(option(u64), values.yearly)],
    };
  },

  /** Begins to issue notes, once. */
  introduceNotes(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly symbol: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "introduce_notes",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(string, values.symbol)],
    };
  },

  /**
   * Sets a parameter of monetary policy (see `banking::monetary_policy`) for the first time. Every later change is proposed
   * (see `banking::policy_change`).
   */
  setPolicy(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly parameter: Argument<number>;
    readonly value: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "set_policy",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u8, values.parameter), argument(u64, values.value)],
    };
  },

  /** Closes the period of the books: what was earned and not spent is retained. */
  closePeriod(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "close_period",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0)],
    };
  },

  /** Settlement money, digital cash and notes outstanding, in minor units: all central-bank money, whoever has it. */
  baseMoney(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "base_money",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** What stands behind base money: for each performing asset its book value less haircut, rounded down. */
  cover(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "cover",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** All assets at book value, whether they perform or not. */
  totalAssets(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "total_assets",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** The kind and description of an asset, and who attested it last. */
  assetDescribed(values: {
    readonly centralBank: Argument<Address>;
    readonly asset: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "asset_described",
      typeArguments: [],
      arguments: [argument(address, values.centralBank), argument(u64, values.asset)],
    };
  },

  /** Who attested an asset last, and on which day, in days since 1970. */
  attested(values: {
    readonly centralBank: Argument<Address>;
    readonly asset: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "attested",
      typeArguments: [],
      arguments: [argument(address, values.centralBank), argument(u64, values.asset)],
    };
  },

  /** Capital, with what was earned and not spent, in minor units. */
  capital(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "capital",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },
} as const;

/**
 * A central bank's double-entry books. Settlement money, digital cash and notes stand on one line, central-bank money, which an
 * exchange of one for another leaves as it is; the statement says how much is which. It is base money and what the government,
 * the deposit insurer and clearing houses have in accounts: all of it has to be covered. What the central bank earns by
 * issuing (seigniorage), and what it is used for, stands in accounts that anybody can read.
 */
export const centralBankBooks = {
  /** Capital, what was retained and the running period's result, in minor units: (what there is, what is missing), one of them zero. */
  equity(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "equity",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** The account of assets of a kind: 1 foreign exchange, 2 gold, 3 government bonds, 4 claims on banks, 5 other. */
  assetAccount(values: {
    readonly kind: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "asset_account",
      typeArguments: [],
      arguments: [argument(u8, values.kind)],
    };
  },

  /** Settlement money, digital cash and notes outstanding. */
  baseMoney(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "base_money",
      typeArguments: [],
      arguments: [],
    };
  },

  capital(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "capital",
      typeArguments: [],
      arguments: [],
    };
  },

  /** What closed periods earned and did not spend. */
  retainedEarnings(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "retained_earnings",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Interest on lending to banks. */
  interestIncome(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "interest_income",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Interest on reserve shortfalls. */
  penaltyIncome(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "penalty_income",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Interest and gains of foreign exchange, gold, bonds. */
  assetIncome(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "asset_income",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Interest on reserves and at the deposit facility. */
  interestExpense(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "interest_expense",
      typeArguments: [],
      arguments: [],
    };
  },

  lossExpense(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "loss_expense",
      typeArguments: [],
      arguments: [],
    };
  },

  operatingExpense(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "operating_expense",
      typeArguments: [],
      arguments: [],
    };
  },

  remittedToGovernment(): Call {
    return {
      address: PACKAGE,
      module: "central_bank_books",
      function: "remitted_to_government",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

/**
 * What a central bank lends to banks, each time against pledged securities worth more than the loan: repos, and the lending
 * facility. The claim is an asset on the central bank's books against which settlement money is issued; as it is repaid
 * that money ends. What is not repaid on its day can be made good out of the pledge.
 */
export const centralBankCredit = {
  /** Repays a loan with its interest up to today, and frees the pledge. */
  repay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly credit: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank_credit",
      function: "repay",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.credit)],
    };
  },

  /**
   * Takes the pledge of a loan that was not repaid on its day: as much of the security as was lent and bears interest for,
   * at most what is pledged; the rest is freed.
   */
  takePledge(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly bank: Argument<Address>;
    readonly credit: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank_credit",
      function: "take_pledge",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.bank), argument(u64, values.credit)],
    };
  },

  /** The number of the last loan. */
  last(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank_credit",
      function: "last",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** How many loans are unpaid. */
  unpaid(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank_credit",
      function: "unpaid",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/** The standard chart of accounts: one number means the same in the books of every institution. */
export const chart = {
  /** Opens the accounts of a commercial bank. */
  openForBank(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "open_for_bank",
      typeArguments: [],
      arguments: [values.books],
    };
  },

  /** Opens the accounts of a payment institution. */
  openForPaymentInstitution(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "open_for_payment_institution",
      typeArguments: [],
      arguments: [values.books],
    };
  },

  /** Opens the accounts of a clearing house. */
  openForClearingHouse(values: {
    /** A result of an earlier call: `&mut 0x4::books::Books`. */
    readonly books: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "open_for_clearing_house",
      typeArguments: [],
      arguments: [values.books],
    };
  },

  /** Own money at the central bank. */
  settlementAccount(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "settlement_account",
      typeArguments: [],
      arguments: [],
    };
  },

  /** A payment institution's account at the central bank that covers its customers' money. */
  customersReserve(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "customers_reserve",
      typeArguments: [],
      arguments: [],
    };
  },

  vaultCash(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "vault_cash",
      typeArguments: [],
      arguments: [],
    };
  },

  digitalCash(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "digital_cash",
      typeArguments: [],
      arguments: [],
    };
  },

  depositsAtBanks(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "deposits_at_banks",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Collateral and shares of default funds. */
  putUpAtClearingHouses(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "put_up_at_clearing_houses",
      typeArguments: [],
      arguments: [],
    };
  },

  /** What participants owe a clearing house that paid for them. */
  claimsOnParticipants(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "claims_on_participants",
      typeArguments: [],
      arguments: [],
    };
  },

  loans(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "loans",
      typeArguments: [],
      arguments: [],
    };
  },

  interbankClaims(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "interbank_claims",
      typeArguments: [],
      arguments: [],
    };
  },

  securities(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "securities",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Deducted from loans. */
  loanProvisions(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "loan_provisions",
      typeArguments: [],
      arguments: [],
    };
  },

  otherAssets(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "other_assets",
      typeArguments: [],
      arguments: [],
    };
  },

  /** States what is outstanding of a payment institution's e-money. */
  eMoney(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "e_money",
      typeArguments: [],
      arguments: [],
    };
  },

  /** States what is outstanding of a bank's deposit instrument. */
  demandDeposits(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "demand_deposits",
      typeArguments: [],
      arguments: [],
    };
  },

  timeDeposits(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "time_deposits",
      typeArguments: [],
      arguments: [],
    };
  },

  interbankDebts(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "interbank_debts",
      typeArguments: [],
      arguments: [],
    };
  },

  centralBankDebt(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "central_bank_debt",
      typeArguments: [],
      arguments: [],
    };
  },

  payableInClearing(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "payable_in_clearing",
      typeArguments: [],
      arguments: [],
    };
  },

  /** What clearing houses and their participants paid for an institution that failed. */
  owedToClearingHouses(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "owed_to_clearing_houses",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Participants' shares of a clearing house's default fund. */
  defaultFund(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "default_fund",
      typeArguments: [],
      arguments: [],
    };
  },

  participantsCollateral(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "participants_collateral",
      typeArguments: [],
      arguments: [],
    };
  },

  otherLiabilities(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "other_liabilities",
      typeArguments: [],
      arguments: [],
    };
  },

  capital(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "capital",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Closed periods' results; stands in debit after losses. */
  retainedEarnings(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "retained_earnings",
      typeArguments: [],
      arguments: [],
    };
  },

  interestIncome(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "interest_income",
      typeArguments: [],
      arguments: [],
    };
  },

  feeIncome(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "fee_income",
      typeArguments: [],
      arguments: [],
    };
  },

  /** What comes back of losses. */
  recoveries(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "recoveries",
      typeArguments: [],
      arguments: [],
    };
  },

  interestExpense(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "interest_expense",
      typeArguments: [],
      arguments: [],
    };
  },

  provisionExpense(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "provision_expense",
      typeArguments: [],
      arguments: [],
    };
  },

  lossExpense(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "loss_expense",
      typeArguments: [],
      arguments: [],
    };
  },

  operatingExpense(): Call {
    return {
      address: PACKAGE,
      module: "chart",
      function: "operating_expense",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

/**
 * Deferred net settlement. Payments enter a cycle and can be revoked until it is closed. Closing admits what the caps allow
 * and fixes what each participant has to pay or gets; participants then provide the funds, and the cycle settles, all of it
 * in one transaction. A participant that is still short after the time of grace has failed: the waterfall pays for it, and
 * what even that does not cover is returned.
 */
export const clearingCycle = {
  /** Closes the cycle: admits what is within all caps, the more urgent first. */
  close(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly house?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "clearing_cycle",
      function: "close",
      typeArguments: [],
      arguments: [signer(values.house ?? 0)],
    };
  },

  /**
   * Settles the closed cycle. Anybody may ask for it, so that no cycle stays closed for want of a signature. What was to go to an
   * institution that failed or lost its licence since the close goes back to its payers: nothing more enters such an institution.
   */
  settle(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_cycle",
      function: "settle",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },
} as const;

/**
 * How a payment enters a clearing house. The payer's institution signs: the amount leaves its customer's account and is held
 * by the clearing house, still a liability of the payer's institution, until the block in which the payment settles and the
 * payee is credited. There is no other way from one institution's customers to another's.
 */
export const clearingEntry = {
  /**
   * Submits a payment of the signer's customer. A gross payment settles at once if nothing of the same payer waits ahead of it
   * and the payer's institution has the funds; otherwise, and in net mode, it waits.
   */
  submit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly fromAccount: Argument<number>;
    readonly payee: Argument<Address>;
    readonly toAccount: Argument<number>;
    readonly mode: Argument<number>;
    readonly priority: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_entry",
      function: "submit",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u32, values.fromAccount), argument(address, values.payee), argument(u32, values.toAccount), argument(u8, values.mode), argument(u8, values.priority), argument(u64, values.amount)],
    };
  },

  /** Submits payments, all of them or none; the values of one are at the same position. */
  submitBatch(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly fromAccounts: Argument<readonly number[]>;
    readonly payees: Argument<readonly Address[]>;
    readonly toAccounts: Argument<readonly number[]>;
    readonly mode: Argument<number>;
    readonly priority: Argument<number>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_entry",
      function: "submit_batch",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(vector(u32), values.fromAccounts), argument(vector(address), values.payees), argument(vector(u32), values.toAccounts), argument(u8, values.mode), argument(u8, values.priority), argument(vector(u64), values.amounts)],
    };
  },
} as const;

/**
 * What stands behind a clearing house's cycles: participants' collateral and shares of the default fund, which remain theirs
 * until they are needed, and the clearing house's own capital. All of it lies in the clearing house's account at the
 * central bank. None of it comes from a payment institution's customers' reserve: it is put up from own funds.
 */
export const clearingFunds = {
  /** Puts up collateral. */
  postCollateral(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_funds",
      function: "post_collateral",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.amount)],
    };
  },

  /** Takes collateral back that no cap needs, while no cycle is closed. */
  takeCollateral(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_funds",
      function: "take_collateral",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.amount)],
    };
  },

  /** Pays into the default fund. */
  postFundShare(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_funds",
      function: "post_fund_share",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.amount)],
    };
  },

  /** Takes a share of the default fund back that no cap needs, while no cycle is closed. */
  takeFundShare(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_funds",
      function: "take_fund_share",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.amount)],
    };
  },

  /** Pays capital into the clearing house, as one of its owners. */
  contributeCapital(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_funds",
      function: "contribute_capital",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.amount)],
    };
  },

  /** Gives capital that no cap needs back to an owner that paid it in, both signing, while no cycle is closed; with a licence or without. */
  returnCapital(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly house?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly institution?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_funds",
      function: "return_capital",
      typeArguments: [],
      arguments: [signer(values.house ?? 0), signer(values.institution ?? 1), argument(u64, values.amount)],
    };
  },

  /**
   * Makes good, in own funds of an institution that failed, what others bore for it: first the survivors, in proportion to what
   * each bore, then the clearing house.
   */
  repay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_funds",
      function: "repay",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.amount)],
    };
  },
} as const;

/**
 * Gross settlement of what waits. Payments that could not be funded one by one settle together where what each participant
 * owes, net of what it gets, is not more than it has (see `banking::gridlock`).
 */
export const clearingGross = {
  /** Settles all gross payments that can settle with the funds there are. Anybody may ask for it: it does only what the rules say. */
  settle(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_gross",
      function: "settle",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },
} as const;

/**
 * Clearing houses: where payments pass from the customers of one institution to those of another. Several may be licensed.
 * This module opens one and keeps what belongs to it. Who takes part is in `banking::clearing_membership`, how payments
 * enter in `banking::clearing_entry`, how they settle in `banking::clearing_gross` and `banking::clearing_cycle`.
 */
export const clearingHouse = {
  /** Opens a clearing house by its licence, with an empty account at the central bank. */
  open(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly house?: number;
    readonly centralBank: Argument<Address>;
    readonly name: Argument<string>;
    readonly mostWaiting: Argument<bigint>;
    readonly longestWaitMs: Argument<bigint>;
    readonly graceMs: Argument<bigint>;
    readonly recallMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "open",
      typeArguments: [],
      arguments: [signer(values.house ?? 0), argument(address, values.centralBank), argument(string, values.name), argument(u64, values.mostWaiting), argument(u64, values.longestWaitMs), argument(u64, values.graceMs), argument(u64, values.recallMs)],
    };
  },

  exists(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },

  unit(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "unit",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },

  centralBank(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "central_bank",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },

  /** The measures of a mode: 1 gross, 2 net. */
  measures(values: {
    readonly house: Argument<Address>;
    readonly mode: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "measures",
      typeArguments: [],
      arguments: [argument(address, values.house), argument(u8, values.mode)],
    };
  },

  /** The number of the cycle, and whether it is closed. */
  cycle(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "cycle",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },

  /** When the cycle was closed, in milliseconds since 1970. */
  closedAtMs(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "closed_at_ms",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },

  /** What the closed cycle settles, in order of rank. */
  admitted(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "admitted",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },

  mostWaiting(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "most_waiting",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },

  longestWaitMs(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "longest_wait_ms",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },

  graceMs(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "grace_ms",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },

  recallMs(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_house",
      function: "recall_ms",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },
} as const;

/**
 * Who takes part in a clearing house. The clearing house admits an institution and sets its net debit cap; the institution
 * joins, which lets its account at the central bank be debited for its payments, and limits what single payers may owe it.
 */
export const clearingMembership = {
  /** Admits an institution, which takes part from when it joins. */
  admit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly house?: number;
    readonly institution: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_membership",
      function: "admit",
      typeArguments: [],
      arguments: [signer(values.house ?? 0), argument(address, values.institution)],
    };
  },

  /**
   * Sets how much a participant may owe, net, in one cycle: no more than stands behind it, and more than before only as it was
   * announced, because others may come to bear it.
   */
  setCap(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly house?: number;
    readonly institution: Argument<Address>;
    readonly cap: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_membership",
      function: "set_cap",
      typeArguments: [],
      arguments: [signer(values.house ?? 0), argument(address, values.institution), argument(u64, values.cap)],
    };
  },

  /** Announces a higher cap: seven days later, and for 30 days from then on, it can be set. */
  announceCap(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly house?: number;
    readonly institution: Argument<Address>;
    readonly cap: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_membership",
      function: "announce_cap",
      typeArguments: [],
      arguments: [signer(values.house ?? 0), argument(address, values.institution), argument(u64, values.cap)],
    };
  },

  /** Joins: from now on the clearing house settles the institution's payments from its account at the central bank. */
  join(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_membership",
      function: "join",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house)],
    };
  },

  /** Leaves, with no payment of its own waiting and no cycle closed. What it has put up it takes back afterwards. */
  leave(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_membership",
      function: "leave",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house)],
    };
  },

  /** Limits what one participant may owe the signer, net, in one cycle; none lifts the limit. */
  limitPayer(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly payer: Argument<Address>;
    readonly limit: Argument<bigint | undefined>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_membership",
      function: "limit_payer",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(address, values.payer), argument(option(u64), values.limit)],
    };
  },

  /** The limits between pairs. */
  pairLimits(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_membership",
      function: "pair_limits",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },
} as const;

/**
 * Who takes part in a clearing house, and what stands behind each: a net debit cap, collateral, and a
 * share of the default fund. Caps never exceed what the clearing house could pay if that one participant failed. Since others may
 * bear what one participant comes to owe, a cap that was set is raised only after notice; it is lowered at once.
 */
export const clearingParticipants = {
  count(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "count",
      typeArguments: [],
      arguments: [values.participants],
    };
  },

  institution(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
    readonly place: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "institution",
      typeArguments: [],
      arguments: [values.participants, argument(u64, values.place)],
    };
  },

  isActive(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
    readonly place: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "is_active",
      typeArguments: [],
      arguments: [values.participants, argument(u64, values.place)],
    };
  },

  hasFailed(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
    readonly place: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "has_failed",
      typeArguments: [],
      arguments: [values.participants, argument(u64, values.place)],
    };
  },

  cap(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
    readonly place: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "cap",
      typeArguments: [],
      arguments: [values.participants, argument(u64, values.place)],
    };
  },

  collateral(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
    readonly place: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "collateral",
      typeArguments: [],
      arguments: [values.participants, argument(u64, values.place)],
    };
  },

  fundShare(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
    readonly place: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "fund_share",
      typeArguments: [],
      arguments: [values.participants, argument(u64, values.place)],
    };
  },

  owedCapital(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
    readonly place: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "owed_capital",
      typeArguments: [],
      arguments: [values.participants, argument(u64, values.place)],
    };
  },

  owedSurvivors(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
    readonly place: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "owed_survivors",
      typeArguments: [],
      arguments: [values.participants, argument(u64, values.place)],
    };
  },

  capital(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "capital",
      typeArguments: [],
      arguments: [values.participants],
    };
  },

  /** The share of the fund of each that is active; 0 for all others. */
  fundShares(values: {
    /** A result of an earlier call: `&0x4::clearing_participants::Participants`. */
    readonly participants: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_participants",
      function: "fund_shares",
      typeArguments: [],
      arguments: [values.participants],
    };
  },
} as const;

/**
 * What a clearing house holds for payments that are under way: who pays whom, in which mode and how urgently, and the money
 * itself, which is still a liability of its sender's institution. There are two queues, one for each mode; a cycle that
 * closes takes payments out of the second. A queue is full at 512 payments.
 */
export const clearingQueue = {
  gross(): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "gross",
      typeArguments: [],
      arguments: [],
    };
  },

  net(): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "net",
      typeArguments: [],
      arguments: [],
    };
  },

  /** Whether a payment waits, in a queue or in the closed cycle. */
  isUnderWay(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Queues`. */
    readonly queues: CallArgument;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "is_under_way",
      typeArguments: [],
      arguments: [values.queues, argument(u64, values.number)],
    };
  },

  contains(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Queues`. */
    readonly queues: CallArgument;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "contains",
      typeArguments: [],
      arguments: [values.queues, argument(u64, values.number)],
    };
  },

  isFull(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Queues`. */
    readonly queues: CallArgument;
    readonly mode: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "is_full",
      typeArguments: [],
      arguments: [values.queues, argument(u8, values.mode)],
    };
  },

  /** How many wait in a mode. */
  waiting(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Queues`. */
    readonly queues: CallArgument;
    readonly mode: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "waiting",
      typeArguments: [],
      arguments: [values.queues, argument(u8, values.mode)],
    };
  },

  last(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Queues`. */
    readonly queues: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "last",
      typeArguments: [],
      arguments: [values.queues],
    };
  },

  /** The payment as netting sees it. */
  obligation(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "obligation",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  number(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "number",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  payer(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "payer",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  payee(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "payee",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  fromAccount(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "from_account",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  toAccount(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "to_account",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  mode(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "mode",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  priority(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "priority",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  enteredMs(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "entered_ms",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  returnOf(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "return_of",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  isAdmitted(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "is_admitted",
      typeArguments: [],
      arguments: [values.item],
    };
  },

  /** In minor units. */
  amount(values: {
    /** A result of an earlier call: `&0x4::clearing_queue::Item`. */
    readonly item: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_queue",
      function: "amount",
      typeArguments: [],
      arguments: [values.item],
    };
  },
} as const;

/**
 * What a clearing house keeps of payments that are over: of a settled one enough to recall or return it until its time for
 * that has passed, and the money of one that came back to an account that takes nothing in any more.
 */
export const clearingRecords = {
  /** The first number that has not been passed. */
  first(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Records`. */
    readonly records: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "first",
      typeArguments: [],
      arguments: [values.records],
    };
  },

  /** Settled payments that are kept. */
  kept(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Records`. */
    readonly records: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "kept",
      typeArguments: [],
      arguments: [values.records],
    };
  },

  isSettled(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Records`. */
    readonly records: CallArgument;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "is_settled",
      typeArguments: [],
      arguments: [values.records, argument(u64, values.number)],
    };
  },

  /** A settled payment that is still kept. */
  settled(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Records`. */
    readonly records: CallArgument;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "settled",
      typeArguments: [],
      arguments: [values.records, argument(u64, values.number)],
    };
  },

  /** Payments whose money waits to be claimed. */
  unclaimed(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Records`. */
    readonly records: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "unclaimed",
      typeArguments: [],
      arguments: [values.records],
    };
  },

  payer(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Settled`. */
    readonly settled: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "payer",
      typeArguments: [],
      arguments: [values.settled],
    };
  },

  payee(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Settled`. */
    readonly settled: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "payee",
      typeArguments: [],
      arguments: [values.settled],
    };
  },

  fromAccount(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Settled`. */
    readonly settled: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "from_account",
      typeArguments: [],
      arguments: [values.settled],
    };
  },

  toAccount(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Settled`. */
    readonly settled: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "to_account",
      typeArguments: [],
      arguments: [values.settled],
    };
  },

  amount(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Settled`. */
    readonly settled: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "amount",
      typeArguments: [],
      arguments: [values.settled],
    };
  },

  settledMs(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Settled`. */
    readonly settled: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "settled_ms",
      typeArguments: [],
      arguments: [values.settled],
    };
  },

  /** Whether its sender has asked for it and has no answer yet. */
  isRecalled(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Settled`. */
    readonly settled: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "is_recalled",
      typeArguments: [],
      arguments: [values.settled],
    };
  },

  /** Whether a recall of it was refused. */
  isRefused(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Settled`. */
    readonly settled: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "is_refused",
      typeArguments: [],
      arguments: [values.settled],
    };
  },

  /** Whether it was returned or is on its way back. */
  isReturned(values: {
    /** A result of an earlier call: `&0x4::clearing_records::Settled`. */
    readonly settled: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_records",
      function: "is_returned",
      typeArguments: [],
      arguments: [values.settled],
    };
  },
} as const;

/**
 * What goes back. A payment that waits can be revoked by its sender; one that cannot settle is returned to its payer. A
 * settled payment is never unwound: its sender can recall it, and its receiver gives it back by a payment of its own.
 */
export const clearingReturns = {
  /** Takes a payment back that waits; the payer's account is credited at once. */
  revoke(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "revoke",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.number)],
    };
  },

  /** Changes how urgent a payment is that waits. */
  setPriority(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly number: Argument<bigint>;
    readonly priority: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "set_priority",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.number), argument(u8, values.priority)],
    };
  },

  /**
   * Returns payments that wait and can no longer settle: one of the institutions failed, left or lost its licence, the payee's
   * account takes nothing in, or they have waited longer than the clearing house allows. Anybody may ask for it.
   */
  returnUnsettleable(values: {
    readonly house: Argument<Address>;
    readonly numbers: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "return_unsettleable",
      typeArguments: [],
      arguments: [argument(address, values.house), argument(vector(u64), values.numbers)],
    };
  },

  /**
   * Puts money that came back to a closed account onto another account of the same institution, which signs, or whoever
   * administers it in its insolvency.
   */
  claim(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly number: Argument<bigint>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "claim",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.number), argument(u32, values.account)],
    };
  },

  /**
   * Records that an institution is insolvent: from now on nothing of it enters, nothing of it that waits settles any more, and
   * in a closed cycle it has no time of grace.
   */
  recordInsolvency(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly house: Argument<Address>;
    readonly institution: Argument<Address>;
    readonly reason: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "record_insolvency",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.house), argument(address, values.institution), argument(string, values.reason)],
    };
  },

  /** Asks for a settled payment back. It stays settled: whether to give it back is for its receiver. */
  recall(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly number: Argument<bigint>;
    readonly reason: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "recall",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.number), argument(string, values.reason)],
    };
  },

  /** Answers a recall with no. */
  refuseRecall(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly number: Argument<bigint>;
    readonly reason: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "refuse_recall",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.number), argument(string, values.reason)],
    };
  },

  /** Gives a settled payment back, recalled or not: a new payment of the same amount from the payee's account to the payer's. */
  giveBackSettled(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly house: Argument<Address>;
    readonly number: Argument<bigint>;
    readonly mode: Argument<number>;
    readonly priority: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "give_back_settled",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.house), argument(u64, values.number), argument(u8, values.mode), argument(u8, values.priority)],
    };
  },

  /** Forgets settled payments that can no longer be recalled or returned. Anybody may ask for it. */
  forget(values: {
    readonly house: Argument<Address>;
    readonly numbers: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "forget",
      typeArguments: [],
      arguments: [argument(address, values.house), argument(vector(u64), values.numbers)],
    };
  },

  /**
   * The same for all of them in the order of their numbers, up to the first that still waits or is still kept; it looks at 512 numbers
   * at most. Anybody may ask for it.
   */
  forgetOldest(values: {
    readonly house: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "clearing_returns",
      function: "forget_oldest",
      typeArguments: [],
      arguments: [argument(address, values.house)],
    };
  },
} as const;

/**
 * A commercial bank: customers' demand deposits in a book, and what belongs to keeping them. Lending, time deposits, dealing with
 * the central bank and with other banks have modules of their own. A bank signs for its customers; who they are only it knows.
 */
export const commercialBank = {
  /**
   * Establishes a bank by its licence, with an account at a central bank and an instrument of its own. What an operator that
   * becomes a bank has in its account and its till is the bank's capital.
   */
  establish(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly centralBank: Argument<Address>;
    readonly name: Argument<string>;
    readonly symbol: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "establish",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(address, values.centralBank), argument(string, values.name), argument(string, values.symbol)],
    };
  },

  /** Opens so many customers' accounts, numbered in order. */
  openAccounts(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly count: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "open_accounts",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.count)],
    };
  },

  /** Closes an empty account for good, if no loan is repaid out of it and no time deposit paid back onto it. */
  closeAccount(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "close_account",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account)],
    };
  },

  /** Makes transfers between customers' accounts in their order, each by itself (see `money::customer_book`). */
  transferBatch(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly payers: Argument<readonly number[]>;
    readonly payees: Argument<readonly number[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "transfer_batch",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(vector(u32), values.payers), argument(vector(u32), values.payees), argument(vector(u64), values.amounts)],
    };
  },

  /** Takes a security in against capital: what owners give in kind. The custodian signs that it is there. */
  contributeSecurity(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly custodian?: number;
    readonly kind: Argument<number>;
    readonly description: Argument<string>;
    readonly bookValue: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "contribute_security",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), signer(values.custodian ?? 1), argument(u8, values.kind), argument(string, values.description), argument(u64, values.bookValue)],
    };
  },

  /** Buys a security from a customer with a new deposit, on the terms on which a bank lends. The custodian signs that it is there. */
  buySecurity(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly custodian?: number;
    readonly account: Argument<number>;
    readonly kind: Argument<number>;
    readonly description: Argument<string>;
    readonly price: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "buy_security",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), signer(values.custodian ?? 1), argument(u32, values.account), argument(u8, values.kind), argument(string, values.description), argument(u64, values.price)],
    };
  },

  /** Sells a part of a security to a customer at book value: a deposit ends. */
  sellSecurity(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly holding: Argument<bigint>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "sell_security",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u64, values.holding), argument(u64, values.amount)],
    };
  },

  /** An owner pays capital in out of a deposit at the bank itself. */
  payInCapital(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "pay_in_capital",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Pays an owner a dividend out of what closed periods earned, if the capital that is left is enough. */
  payDividend(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "pay_dividend",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Pays interest on demand deposits, each account the amount at its position, all of them or none. */
  payInterest(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly accounts: Argument<readonly number[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "pay_interest",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(vector(u32), values.accounts), argument(vector(u64), values.amounts)],
    };
  },

  /** Charges a customer a fee. */
  chargeFee(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "charge_fee",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Closes the period of the bank's books: income and expense go into retained earnings. */
  closePeriod(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "commercial_bank",
      function: "close_period",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0)],
    };
  },
} as const;

/**
 * An operator's accounts for its customers, in its central bank's digital cash. The cash comes from the operator's till and
 * goes back there; in between the operator signs for its customers, thousands of transfers at a time.
 */
export const customerAccounts = {
  /** Begins to keep accounts. */
  begin(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "customer_accounts",
      function: "begin",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0)],
    };
  },

  /** Opens so many accounts, numbered in order. */
  open(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly count: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_accounts",
      function: "open",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(u64, values.count)],
    };
  },

  /** Closes an empty account for good. */
  close(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_accounts",
      function: "close",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(u32, values.account)],
    };
  },

  /** Pays cash from the till onto an account. */
  deposit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_accounts",
      function: "deposit",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Pays cash from the till onto many accounts, all of them or none. */
  depositBatch(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly accounts: Argument<readonly number[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_accounts",
      function: "deposit_batch",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(vector(u32), values.accounts), argument(vector(u64), values.amounts)],
    };
  },

  /** Pays cash off an account into the till. */
  withdraw(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_accounts",
      function: "withdraw",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Makes transfers between accounts in their order, each by itself (see `money::customer_book`). */
  transferBatch(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly payers: Argument<readonly number[]>;
    readonly payees: Argument<readonly number[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_accounts",
      function: "transfer_batch",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(vector(u32), values.payers), argument(vector(u32), values.payees), argument(vector(u64), values.amounts)],
    };
  },

  /** Whether an operator keeps accounts in an instrument. */
  keeps(values: {
    readonly operator: Argument<Address>;
    readonly instrument: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_accounts",
      function: "keeps",
      typeArguments: [],
      arguments: [argument(address, values.operator), argument(u32, values.instrument)],
    };
  },
} as const;

/**
 * Customers go from one payment institution to another with what they have: because the first one wants it, or because its
 * licence ended and a supervisor wants it. What covers their e-money goes along.
 */
export const customerPort = {
  /**
   * Hands the open ones of `count` accounts from `first` on over to a successor. Both institutions sign. An account under a warrant stays
   * until the warrant has ended.
   */
  port(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly successor?: number;
    readonly first: Argument<number>;
    readonly count: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_port",
      function: "port",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), signer(values.successor ?? 1), argument(u32, values.first), argument(u32, values.count)],
    };
  },

  /** The same by a supervisor, when the licence of the institution no longer stands. */
  portFor(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly successor?: number;
    readonly institution: Argument<Address>;
    readonly first: Argument<number>;
    readonly count: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_port",
      function: "port_for",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), signer(values.successor ?? 1), argument(address, values.institution), argument(u32, values.first), argument(u32, values.count)],
    };
  },

  /**
   * Where the customer of an account is now: the institution that took it over last, and its number there; the account itself
   * where it was never handed on.
   */
  home(values: {
    readonly institution: Argument<Address>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_port",
      function: "home",
      typeArguments: [],
      arguments: [argument(address, values.institution), argument(u32, values.account)],
    };
  },
} as const;

/**
 * Red packets between the customers of one institution, a bank or a payment institution, which signs for them: one amount
 * off an account, one share for each account that takes, and what nobody took goes back: to the giver, wherever the giver is by
 * then a customer. Meanwhile it is the institution's liability as before. Shares are those of `money::shares`.
 */
export const customerRedPacket = {
  /** Gives a packet off a customer's account. */
  give(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly number: Argument<bigint>;
    readonly giver: Argument<number>;
    readonly amount: Argument<bigint>;
    readonly shares: Argument<bigint>;
    readonly isRandom: Argument<boolean>;
    readonly seed: Argument<Uint8Array>;
    readonly expiresMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_red_packet",
      function: "give",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.number), argument(u32, values.giver), argument(u64, values.amount), argument(u64, values.shares), argument(bool, values.isRandom), argument(bytes, values.seed), argument(u64, values.expiresMs)],
    };
  },

  /** Takes a share onto another customer's account. An institution without a licence still pays out what was given before. */
  take(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly number: Argument<bigint>;
    readonly taker: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_red_packet",
      function: "take",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.number), argument(u32, values.taker)],
    };
  },

  /** Anybody, once a packet has expired: gives back what nobody took. A giver who was handed on to another institution gets it there. */
  expire(values: {
    readonly institution: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_red_packet",
      function: "expire",
      typeArguments: [],
      arguments: [argument(address, values.institution), argument(u64, values.number)],
    };
  },

  /**
   * The institution by its licence, once a packet has expired whose giver's account is closed and was handed on to nobody: pays
   * what is left onto another customer's account.
   */
  release(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly number: Argument<bigint>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_red_packet",
      function: "release",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.number), argument(u32, values.account)],
    };
  },

  /** The same by the institution that the giver was handed on to and that has closed the account since: `institution` made the packet. */
  releasePorted(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly successor?: number;
    readonly institution: Argument<Address>;
    readonly number: Argument<bigint>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_red_packet",
      function: "release_ported",
      typeArguments: [],
      arguments: [signer(values.successor ?? 0), argument(address, values.institution), argument(u64, values.number), argument(u32, values.account)],
    };
  },

  /** The same by a supervisor, when the licence of the giver's institution no longer stands; the account is one there. */
  releaseFor(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly institution: Argument<Address>;
    readonly number: Argument<bigint>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_red_packet",
      function: "release_for",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.institution), argument(u64, values.number), argument(u32, values.account)],
    };
  },

  /** Where an institution's packet of a number lies. */
  at(values: {
    readonly institution: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_red_packet",
      function: "at",
      typeArguments: [],
      arguments: [argument(address, values.institution), argument(u64, values.number)],
    };
  },

  /** What a packet holds, in minor units; 0 where there is none. */
  held(values: {
    readonly packet: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_red_packet",
      function: "held",
      typeArguments: [],
      arguments: [argument(address, values.packet)],
    };
  },

  /** What all packets of an institution hold, in minor units. */
  heldByAll(values: {
    readonly institution: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_red_packet",
      function: "held_by_all",
      typeArguments: [],
      arguments: [argument(address, values.institution)],
    };
  },
} as const;

/**
 * Standing orders between the customers of one institution, a bank or a payment institution, which signs once for its
 * customer. Anybody may trigger one that is due; a transfer that is refused says why in the batch's status (see
 * `money::customer_book`), changes nothing and can be tried again until the next is due.
 */
export const customerStandingOrder = {
  /** Orders a payment for every period from a first day on, by the calendar of the institution's unit (see `money::recurrence`). */
  order(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly number: Argument<bigint>;
    readonly payer: Argument<number>;
    readonly payee: Argument<number>;
    readonly amount: Argument<bigint>;
    readonly period: Argument<number>;
    readonly every: Argument<bigint>;
    readonly firstDay: Argument<bigint>;
    readonly lastDay: Argument<bigint | undefined>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_standing_order",
      function: "order",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.number), argument(u32, values.payer), argument(u32, values.payee), argument(u64, values.amount), argument(u8, values.period), argument(u64, values.every), argument(u64, values.firstDay), argument(option(u64), values.lastDay)],
    };
  },

  /**
   * Anybody, when a payment is due and the institution's licence stands: makes it, or lets it be. Those whose successor is due
   * already were missed. Ends an order whose last day has passed.
   */
  trigger(values: {
    readonly institution: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_standing_order",
      function: "trigger",
      typeArguments: [],
      arguments: [argument(address, values.institution), argument(u64, values.number)],
    };
  },

  /** Ends an order. An institution without a licence can do so too. */
  cancel(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_standing_order",
      function: "cancel",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.number)],
    };
  },

  /** Where an institution's order of a number lies. */
  at(values: {
    readonly institution: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_standing_order",
      function: "at",
      typeArguments: [],
      arguments: [argument(address, values.institution), argument(u64, values.number)],
    };
  },

  /** Payments made and missed. Aborts where there is no such order. */
  record(values: {
    readonly order: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_standing_order",
      function: "record",
      typeArguments: [],
      arguments: [argument(address, values.order)],
    };
  },

  /** Whether an order is there. */
  exists(values: {
    readonly order: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_standing_order",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.order)],
    };
  },
} as const;

/**
 * What stands behind a payment institution's e-money, and the account at the central bank where it lies. The account is debited
 * only for redemption, for clearing and for the sweep of what is more than the e-money: no function reaches it for anything
 * else, whoever asks.
 *
 * In the second mode e-money is never more than the account holds, money in clearing included; the ledger itself compares the
 * two in every transaction. In the first mode the account holds a share of it, by the central bank's schedule; the rest lies
 * at banks, where only the institution and its banks see it.
 */
export const customersReserve = {
  /** Whether the address is a payment institution. */
  exists(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customers_reserve",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  /** Whether all of an institution's e-money has to lie at the central bank. */
  isSecondMode(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customers_reserve",
      function: "is_second_mode",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  /** What an institution's e-money comes to, in customers' accounts, in clearing and wherever else, in minor units. */
  eMoney(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customers_reserve",
      function: "e_money",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  /** What the customers' reserve account holds, in minor units. */
  balance(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customers_reserve",
      function: "balance",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  /** What it has to hold at the block's time, rounded up. */
  required(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customers_reserve",
      function: "required",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  /** What it holds beyond all e-money: the institution's own. */
  surplus(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customers_reserve",
      function: "surplus",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },
} as const;

/**
 * Deposit insurance of a central bank's area: banks pay a yearly premium on their deposits, day by day, into a fund at the
 * central bank. When a bank is insolvent the fund pays each of its customers up to a cap, as a deposit at another bank, and
 * becomes the bank's creditor in their place.
 */
export const depositInsurance = {
  /** Makes an address the insurer and opens its fund; both sign. */
  open(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly insurer?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "deposit_insurance",
      function: "open",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.insurer ?? 1)],
    };
  },

  /** Takes a bank's premium for the days since it last paid. Anybody may see to it. The first time begins its days. */
  collectPremium(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "deposit_insurance",
      function: "collect_premium",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** The insurer of a central bank's area. */
  insurer(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "deposit_insurance",
      function: "insurer",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** Whether an address is the insurer of a central bank's area: its fund is for depositors alone. */
  isInsurer(values: {
    readonly centralBank: Argument<Address>;
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "deposit_insurance",
      function: "is_insurer",
      typeArguments: [],
      arguments: [argument(address, values.centralBank), argument(address, values.at)],
    };
  },

  /** What one account of a bank is insured for, in minor units. */
  cap(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "deposit_insurance",
      function: "cap",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * Digital cash becomes e-money, and e-money digital cash. Both move one for one with the customers' reserve: base money stays
 * the same in amount and changes its form.
 */
export const eMoneyExchange = {
  /**
   * Pays digital cash out of the signer's wallet onto an account at a payment institution. Whose account it is only the institution
   * knows: it is a payment, for which the limits of the signer's tier hold.
   */
  topUp(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    readonly institution: Argument<Address>;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "e_money_exchange",
      function: "top_up",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), argument(address, values.institution), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Redeems e-money of an account into a wallet, within the balance its tier may hold. Needs no licence that stands. */
  payOut(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly account: Argument<number>;
    readonly owner: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "e_money_exchange",
      function: "pay_out",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.account), argument(address, values.owner), argument(u64, values.amount)],
    };
  },

  /** Redeems all that an account holds into a wallet, by a supervisor, when the institution's licence no longer stands. */
  payOutFor(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly institution: Argument<Address>;
    readonly account: Argument<number>;
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "e_money_exchange",
      function: "pay_out_for",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.institution), argument(u32, values.account), argument(address, values.owner)],
    };
  },
} as const;

/**
 * The assets of a failed bank, which its administrator turns into settlement money: loans are collected or sold, securities
 * sold, notes given back, claims collected, what is pledged to the central bank redeemed. What an asset brings less than its book
 * value is a loss that creditors bear by `banking::insolvency`. Other banks buy with their own signature. What something is worth
 * is not for the administrator and a buyer alone to say: a supervisor or the bank's central bank signs each sale too.
 */
export const estate = {
  /** Opens so many further accounts, for customers whose money lay elsewhere at the bank. */
  openAccounts(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly count: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "open_accounts",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u64, values.count)],
    };
  },

  /** Takes a repayment off the borrower's account at the bank: interest first, then principal. */
  collectLoan(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly loan: Argument<bigint>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "collect_loan",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u64, values.loan), argument(u64, values.amount)],
    };
  },

  /** Sells a loan to another bank, at which the borrower has an account, on the terms on which that bank lends. */
  sellLoan(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly buyer?: number;
    /** Its position among the transaction's signers: 2 if absent. */
    readonly approver?: number;
    readonly bank: Argument<Address>;
    readonly loan: Argument<bigint>;
    readonly account: Argument<number>;
    readonly price: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "sell_loan",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), signer(values.buyer ?? 1), signer(values.approver ?? 2), argument(address, values.bank), argument(u64, values.loan), argument(u32, values.account), argument(u64, values.price)],
    };
  },

  /** Sells a part of a security to another bank, in whose books it stands at the price. */
  sellSecurity(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly buyer?: number;
    /** Its position among the transaction's signers: 2 if absent. */
    readonly approver?: number;
    readonly bank: Argument<Address>;
    readonly holding: Argument<bigint>;
    readonly amount: Argument<bigint>;
    readonly price: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "sell_security",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), signer(values.buyer ?? 1), signer(values.approver ?? 2), argument(address, values.bank), argument(u64, values.holding), argument(u64, values.amount), argument(u64, values.price)],
    };
  },

  /** Gives notes of the vault back to the central bank, which signs that it has counted them. */
  returnNotes(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly centralBank?: number;
    readonly bank: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "return_notes",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), signer(values.centralBank ?? 1), argument(address, values.bank), argument(u64, values.amount)],
    };
  },

  /**
   * Records what the central bank, which signs that it has counted the vault, did not find there: a loss like any other, whether the
   * notes were counted before or not.
   */
  countNotes(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly centralBank?: number;
    readonly bank: Argument<Address>;
    readonly missing: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "count_notes",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), signer(values.centralBank ?? 1), argument(address, values.bank), argument(u64, values.missing)],
    };
  },

  /** Takes back what the bank left at the central bank's deposit facility. */
  withdrawFacility(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "withdraw_facility",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank)],
    };
  },

  /** Collects what another bank owes and did not repay on its day. */
  collectClaim(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly borrower: Argument<Address>;
    readonly claim: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "collect_claim",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(address, values.borrower), argument(u64, values.claim)],
    };
  },

  /** Repays a loan of the central bank, so that what is pledged for it is free: it is worth more. */
  redeemPledge(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly credit: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "redeem_pledge",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u64, values.credit)],
    };
  },

  /** Takes collateral back that the bank put up at a clearing house. */
  takeCollateral(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly house: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "take_collateral",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(address, values.house), argument(u64, values.amount)],
    };
  },

  /** Takes the bank's share of a clearing house's default fund back. */
  takeFundShare(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly house: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate",
      function: "take_fund_share",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(address, values.house), argument(u64, values.amount)],
    };
  },
} as const;

/**
 * What a failed bank's creditors are paid out of its estate, and in which order. The insurer, in the place of insured depositors, is
 * paid first, out of whatever money there is. Customers are paid once that money covers all deposits and the insurer's claim; banks that
 * lent to it out of what those do not need. So nobody who is paid early leaves less to those before or beside him, whatever
 * assets that are not sold yet bring. What they bring beyond their book value goes back to those who bore losses: insurer,
 * customers, lenders; and what is left when nobody is owed anything, to the owners.
 */
export const estatePayout = {
  /** Pays the insurer a part of what it is owed for having paid customers. */
  payInsurer(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate_payout",
      function: "pay_insurer",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u64, values.amount)],
    };
  },

  /** Pays all that is left on each account onto the account at the same position at another bank, which takes them with its signature. */
  payDeposits(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly receiving?: number;
    readonly bank: Argument<Address>;
    readonly accounts: Argument<readonly number[]>;
    readonly to: Argument<readonly number[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate_payout",
      function: "pay_deposits",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), signer(values.receiving ?? 1), argument(address, values.bank), argument(vector(u32), values.accounts), argument(vector(u32), values.to)],
    };
  },

  /** Pays a bank that lent to it a part of its claim. Claims bear no interest since the licence was revoked. */
  payLender(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly lender: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate_payout",
      function: "pay_lender",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(address, values.lender), argument(u64, values.amount)],
    };
  },

  /**
   * Begins to give back what all assets together brought beyond what is owed: the insurer's part at once, to its claim; the customers'
   * by `restore_deposits`.
   */
  restore(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate_payout",
      function: "restore",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank)],
    };
  },

  /** Gives so many further accounts back what is theirs, pro rata to what they have borne. */
  restoreDeposits(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly accounts: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate_payout",
      function: "restore_deposits",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u64, values.accounts)],
    };
  },

  /** Pays banks that lent to it what they have lost, pro rata, out of what nobody before them is owed or has borne. */
  restoreLenders(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate_payout",
      function: "restore_lenders",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank)],
    };
  },

  /** Pays owners what is left when nobody is owed anything and nobody has borne anything, onto an account at another bank. */
  payOwners(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly receiving?: number;
    readonly bank: Argument<Address>;
    readonly to: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "estate_payout",
      function: "pay_owners",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), signer(values.receiving ?? 1), argument(address, values.bank), argument(u32, values.to), argument(u64, values.amount)],
    };
  },
} as const;

/**
 * The first mode: a payment institution keeps its customers' money in accounts at commercial banks. A bank numbers these
 * accounts, and the ledger does not see whose they are. What stands behind the e-money is therefore known to the institution
 * and its banks alone; a supervisor knows what the institution reports.
 */
export const firstMode = {
  /** Begins to keep accounts for payment institutions. */
  keepAccounts(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "first_mode",
      function: "keep_accounts",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0)],
    };
  },

  /** Opens so many of these accounts, numbered in order. */
  openAccounts(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly count: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "first_mode",
      function: "open_accounts",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.count)],
    };
  },

  /** Pays from an account of a customer to an account of a payment institution, both at the bank. */
  place(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly customer: Argument<number>;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "first_mode",
      function: "place",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.customer), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Pays from an account of a payment institution to an account of a customer, both at the bank. */
  release(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly customer: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "first_mode",
      function: "release",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u32, values.customer), argument(u64, values.amount)],
    };
  },

  /**
   * Issues e-money onto a customer's account against a deposit that the institution says it got at a bank. Nothing on the ledger
   * knows better; the share that the schedule asks for must lie in the customers' reserve afterwards.
   */
  issue(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "first_mode",
      function: "issue",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Redeems e-money of an account that a bank pays out of the institution's deposit with it. */
  redeem(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "first_mode",
      function: "redeem",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Enters in the books that the institution used deposits for purposes of its own. */
  useDeposits(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "first_mode",
      function: "use_deposits",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.amount)],
    };
  },

  /** Files what the institution says that banks keep for it, in minor units. */
  report(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly atBanks: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "first_mode",
      function: "report",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.atBanks)],
    };
  },

  /** By the institution's last report, what e-money was more than reserve and deposits together; `none` before the first report. */
  reportedShortfall(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "first_mode",
      function: "reported_shortfall",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },
} as const;

/**
 * Freezes of customers' accounts by warrant: of those that operators keep in digital cash, and of deposits and e-money. The
 * institution neither asks nor is asked; it cannot release what a warrant has frozen.
 */
export const frozenAccount = {
  /** Freezes a customer's account until a time, by a warrant that an investigating authority asks for and a supervisor approves. */
  freezeAccount(values: {
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
      module: "frozen_account",
      function: "freeze_account",
      typeArguments: [],
      arguments: [signer(values.requester ?? 0), signer(values.approver ?? 1), argument(address, values.institution), argument(u32, values.instrument), argument(u32, values.account), argument(string, values.reason), argument(u64, values.untilMs)],
    };
  },

  /** Ends a warrant for a customer's account before its time, by either authority. Under another the account stays frozen. */
  lift(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly authority?: number;
    readonly institution: Argument<Address>;
    readonly instrument: Argument<number>;
    readonly account: Argument<number>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "frozen_account",
      function: "lift",
      typeArguments: [],
      arguments: [signer(values.authority ?? 0), argument(address, values.institution), argument(u32, values.instrument), argument(u32, values.account), argument(u64, values.number)],
    };
  },
} as const;

/**
 * A bank that cannot bear its losses. A supervisor who has revoked its licence puts an administrator over it. Losses hit the
 * bank's equity first, as they are written off; what its equity cannot bear is borne in this order: banks that lent to it,
 * pro rata; customers with what is above the insured cap, pro rata; the deposit insurer. What is pledged to the central
 * bank answers for that loan alone. What losses leave is paid to creditors by `banking::estate_payout`, out of what
 * `banking::estate` makes of the assets; where those bring less than their book value, losses are shared once more.
 */
export const insolvency = {
  /**
   * Declares a bank insolvent whose licence was revoked. It gets no other: while its estate is wound up nobody but the administrator
   * acts for it.
   */
  declare(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly bank: Argument<Address>;
    readonly administrator: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "declare",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.bank), argument(address, values.administrator)],
    };
  },

  /** Writes a loan of the bank off. Its borrower owes nothing any more: as for a sale, a supervisor or the bank's central bank signs too. */
  writeOff(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly approver?: number;
    readonly bank: Argument<Address>;
    readonly loan: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "write_off",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), signer(values.approver ?? 1), argument(address, values.bank), argument(u64, values.loan)],
    };
  },

  /** Pays a time deposit back onto its customer's account, where it stands with what else the customer has. */
  endTimeDeposit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly deposit: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "end_time_deposit",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u64, values.deposit)],
    };
  },

  /** Puts what the bank keeps for a payment institution onto a customer's account, where it bears losses as any other deposit. */
  takeInDeposit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly account: Argument<number>;
    readonly customer: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "take_in_deposit",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u32, values.account), argument(u32, values.customer)],
    };
  },

  /**
   * Gives back what nobody took of a red packet, expired or not, so that it bears losses as any other deposit: to the giver, or to
   * another customer where the giver's account is closed.
   */
  endRedPacket(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly number: Argument<bigint>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "end_red_packet",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u64, values.number), argument(u32, values.account)],
    };
  },

  /** Shares losses once more that came to light since they were shared, as assets brought less than their book value. */
  reopen(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "reopen",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank)],
    };
  },

  /**
   * Lets the banks that lent to it bear what its equity cannot, pro rata. All of them are named. What is left is the customers'.
   * All wallet money of the bank is on accounts then, except in wallets that a warrant has frozen, which are named: as frozen
   * accounts they are not cut. After 31 days it may lie elsewhere too, as in an escrow that takes its time: it bears as much as
   * other deposits did when it comes onto an account.
   */
  cutLenders(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly lenders: Argument<readonly Address[]>;
    readonly frozenWallets: Argument<readonly Address[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "cut_lenders",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(vector(address), values.lenders), argument(vector(address), values.frozenWallets)],
    };
  },

  /** Counts what so many further accounts hold above the insured cap. Frozen accounts are not counted and not cut. */
  countDeposits(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly accounts: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "count_deposits",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u64, values.accounts)],
    };
  },

  /** Cuts so many further accounts, pro rata to what they hold above the insured cap; after the last the insurer bears what is left. */
  cutDeposits(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly accounts: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "cut_deposits",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(u64, values.accounts)],
    };
  },

  /**
   * Pays customers' insured deposits out of the fund onto accounts at another bank, which takes them with its signature; of
   * each account as much as is insured and was not paid before.
   */
  payInsured(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly receiving?: number;
    readonly bank: Argument<Address>;
    readonly accounts: Argument<readonly number[]>;
    readonly to: Argument<readonly number[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "pay_insured",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), signer(values.receiving ?? 1), argument(address, values.bank), argument(vector(u32), values.accounts), argument(vector(u32), values.to)],
    };
  },

  /** Whether a bank's deposits are being counted, cut or restored, so that nothing may come to them. */
  isCutting(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "is_cutting",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** Whether a bank's insolvency is declared. */
  isDeclared(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "insolvency",
      function: "is_declared",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * What a bank and a payment institution share: an instrument of their own, customers' accounts in it, books, and an account
 * at the central bank. Its functions move money and add the entries that belong to it to a posting; whoever began the
 * posting commits it with `post`.
 */
export const institution = {
  exists(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "institution",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  /** The kind of its licence: 2 bank, 3 payment institution. */
  kind(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "institution",
      function: "kind",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  unit(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "institution",
      function: "unit",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  centralBank(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "institution",
      function: "central_bank",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  /** The number of its deposits' or e-money's instrument. */
  instrument(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "institution",
      function: "instrument",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },

  /** What is in the account that clearing uses, in minor units. */
  settlementBalance(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "institution",
      function: "settlement_balance",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },
} as const;

/**
 * The interbank market: banks lend settlement money to each other without a pledge, overnight or for a term. Both sign; the
 * claim lies with the lender, and both books say the same.
 */
export const interbank = {
  /** Lends settlement money to another bank for some days; refused while the lender is short of required reserves. */
  lend(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly lender?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly borrower?: number;
    readonly amount: Argument<bigint>;
    readonly rateBps: Argument<bigint>;
    readonly days: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interbank",
      function: "lend",
      typeArguments: [],
      arguments: [signer(values.lender ?? 0), signer(values.borrower ?? 1), argument(u64, values.amount), argument(u64, values.rateBps), argument(u64, values.days)],
    };
  },

  /** Repays a loan with its interest up to today. */
  repay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly borrower?: number;
    readonly lender: Argument<Address>;
    readonly claim: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interbank",
      function: "repay",
      typeArguments: [],
      arguments: [signer(values.borrower ?? 0), argument(address, values.lender), argument(u64, values.claim)],
    };
  },

  /**
   * Takes a loan that was not repaid on its day, with its interest up to today, out of what the borrower has in its settlement
   * account. Of a borrower whose licence does not stand nobody takes anything before its other creditors.
   */
  collect(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly lender?: number;
    readonly borrower: Argument<Address>;
    readonly claim: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interbank",
      function: "collect",
      typeArguments: [],
      arguments: [signer(values.lender ?? 0), argument(address, values.borrower), argument(u64, values.claim)],
    };
  },

  /** The number of a bank's last claim. */
  last(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interbank",
      function: "last",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** What a lender has lent to a borrower, in minor units. */
  claimOn(values: {
    readonly lender: Argument<Address>;
    readonly borrower: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interbank",
      function: "claim_on",
      typeArguments: [],
      arguments: [argument(address, values.lender), argument(address, values.borrower)],
    };
  },
} as const;

/**
 * Simple interest for whole days: principal × rate × days / 365 (actual/365, every day counted, leap years too). What is
 * less than a minor unit is carried to the next accrual, so that interest does not depend on how often it is reckoned.
 */
export const interest = {
  /** Interest that begins on a day. */
  begin(values: {
    readonly rateBps: Argument<bigint>;
    readonly day: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interest",
      function: "begin",
      typeArguments: [],
      arguments: [argument(u64, values.rateBps), argument(u64, values.day)],
    };
  },

  /**
   * The interest in minor units on a principal from the day of the last accrual to `day`, rounded down; the rest is carried.
   * A day that is not later gives nothing. Aborts with `EInterestOverflow` if it is more than a u64 holds.
   */
  accrue(values: {
    /** A result of an earlier call: `&mut 0x4::interest::Accrual`. */
    readonly accrual: CallArgument;
    readonly principal: Argument<bigint>;
    readonly day: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interest",
      function: "accrue",
      typeArguments: [],
      arguments: [values.accrual, argument(u64, values.principal), argument(u64, values.day)],
    };
  },

  /** Interest in minor units, and what is carried, of a principal over so many days after `carried` was left before. */
  forDays(values: {
    readonly principal: Argument<bigint>;
    readonly rateBps: Argument<bigint>;
    readonly days: Argument<bigint>;
    readonly carried: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interest",
      function: "for_days",
      typeArguments: [],
      arguments: [argument(u64, values.principal), argument(u64, values.rateBps), argument(u64, values.days), argument(u64, values.carried)],
    };
  },

  /** Another rate from the day of the last accrual on. */
  setRate(values: {
    /** A result of an earlier call: `&mut 0x4::interest::Accrual`. */
    readonly accrual: CallArgument;
    readonly rateBps: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interest",
      function: "set_rate",
      typeArguments: [],
      arguments: [values.accrual, argument(u64, values.rateBps)],
    };
  },

  /** Hundredths of a per cent a year. */
  rateBps(values: {
    /** A result of an earlier call: `&0x4::interest::Accrual`. */
    readonly accrual: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "interest",
      function: "rate_bps",
      typeArguments: [],
      arguments: [values.accrual],
    };
  },

  /** The day up to which interest is reckoned. */
  throughDay(values: {
    /** A result of an earlier call: `&0x4::interest::Accrual`. */
    readonly accrual: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "interest",
      function: "through_day",
      typeArguments: [],
      arguments: [values.accrual],
    };
  },

  /** Aborts unless the number can be a rate. */
  checkRate(values: {
    readonly rateBps: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "interest",
      function: "check_rate",
      typeArguments: [],
      arguments: [argument(u64, values.rateBps)],
    };
  },
} as const;

/**
 * Lending: a loan comes into being together with the deposit that it creates, and takes deposits out of the world as it is
 * repaid. Interest is reckoned by the day and is the bank's income when it is reckoned, as long as the loan performs.
 */
export const lending = {
  /**
   * Lends to a customer: the principal is deposited on the customer's account, and is due in equal parts with the interest on
   * what is left. Refused where the bank's capital would be too low after it, and while the bank is short of required reserves.
   */
  grant(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly principal: Argument<bigint>;
    readonly rateBps: Argument<bigint>;
    readonly instalments: Argument<bigint>;
    readonly periodDays: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "grant",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u64, values.principal), argument(u64, values.rateBps), argument(u64, values.instalments), argument(u64, values.periodDays)],
    };
  },

  /** The same as an annuity: principal and interest are paid in equal instalments. */
  grantAnnuity(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly principal: Argument<bigint>;
    readonly rateBps: Argument<bigint>;
    readonly instalments: Argument<bigint>;
    readonly periodDays: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "grant_annuity",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u64, values.principal), argument(u64, values.rateBps), argument(u64, values.instalments), argument(u64, values.periodDays)],
    };
  },

  /** Takes an amount off the borrower's account: interest first, then principal. What is repaid early is due no more. */
  repay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly loan: Argument<bigint>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "repay",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.loan), argument(u64, values.amount)],
    };
  },

  /** Takes what is due today off the borrower's account, or what there is on it. */
  collect(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly loan: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "collect",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.loan)],
    };
  },

  /** Reckons a loan's interest up to today. */
  accrue(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly loan: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "accrue",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.loan)],
    };
  },

  /** Sets what the bank provides against a loan. */
  provide(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly loan: Argument<bigint>;
    readonly provision: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "provide",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.loan), argument(u64, values.provision)],
    };
  },

  /** Records whether a loan performs. While it does not, it bears no interest. */
  setPerforming(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly loan: Argument<bigint>;
    readonly performing: Argument<boolean>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "set_performing",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.loan), argument(bool, values.performing)],
    };
  },

  /** Gives up a loan that does not perform: its provision is used, the rest is a loss. The deposit that it once created stays. */
  writeOff(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly loan: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "write_off",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.loan)],
    };
  },

  /** What is left of a loan's principal, in minor units. */
  principal(values: {
    readonly bank: Argument<Address>;
    readonly loan: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "principal",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u64, values.loan)],
    };
  },

  /** Interest reckoned and not yet paid, in minor units. */
  interestDue(values: {
    readonly bank: Argument<Address>;
    readonly loan: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "interest_due",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u64, values.loan)],
    };
  },

  /** What is to be paid by the end of today: interest as it was last reckoned, and the principal of instalments so far. */
  due(values: {
    readonly bank: Argument<Address>;
    readonly loan: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "due",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u64, values.loan)],
    };
  },

  /** What the borrower of an annuity pays each time, in minor units; absent for a loan whose principal is due in equal parts. */
  instalment(values: {
    readonly bank: Argument<Address>;
    readonly loan: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "instalment",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u64, values.loan)],
    };
  },

  /** Whether loans are repaid out of an account. */
  has(values: {
    readonly bank: Argument<Address>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "has",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u32, values.account)],
    };
  },

  /** The number of the last loan. */
  last(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "lending",
      function: "last",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * A wallet and a deposit that belong together: what the wallet's tier does not let it hold flows over to the deposit, and a
 * payment that is more than the wallet holds draws on it. Owner and bank both sign for the link. Payments that want neither
 * go by `money::wallet::pay`, which knows nothing of links.
 */
export const linkedDeposit = {
  /** Links the owner's wallet to an open account at the bank. */
  link(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly takesOverflow: Argument<boolean>;
    readonly coversPayments: Argument<boolean>;
  }): Call {
    return {
      address: PACKAGE,
      module: "linked_deposit",
      function: "link",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), signer(values.bank ?? 1), argument(u32, values.account), argument(bool, values.takesOverflow), argument(bool, values.coversPayments)],
    };
  },

  /** Ends the link, but not while the wallet holds money of the linked bank and that bank has failed. */
  unlink(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "linked_deposit",
      function: "unlink",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0)],
    };
  },

  /**
   * Pays digital cash of a central bank to another wallet. What the signer's wallet lacks is drawn from its linked deposit;
   * what the payee's wallet may not hold flows over to the payee's. The payer's limits count the whole amount.
   */
  pay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payer?: number;
    readonly centralBank: Argument<Address>;
    readonly payee: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "linked_deposit",
      function: "pay",
      typeArguments: [],
      arguments: [signer(values.payer ?? 0), argument(address, values.centralBank), argument(address, values.payee), argument(u64, values.amount)],
    };
  },

  /** Whether a wallet is linked to a deposit. */
  isLinked(values: {
    readonly owner: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "linked_deposit",
      function: "is_linked",
      typeArguments: [],
      arguments: [argument(address, values.owner)],
    };
  },

  /** Whether a wallet is linked to that account: its owner and the bank both said that it is the owner's. */
  isLinkedTo(values: {
    readonly owner: Argument<Address>;
    readonly bank: Argument<Address>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "linked_deposit",
      function: "is_linked_to",
      typeArguments: [],
      arguments: [argument(address, values.owner), argument(address, values.bank), argument(u32, values.account)],
    };
  },

  /** The account at a bank to which a wallet is linked, if it is linked to one there. */
  accountAt(values: {
    readonly owner: Argument<Address>;
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "linked_deposit",
      function: "account_at",
      typeArguments: [],
      arguments: [argument(address, values.owner), argument(address, values.bank)],
    };
  },
} as const;

/**
 * What creditors of a failed bank have borne of its losses, so that what its assets bring beyond their book value goes back to
 * them before its owners get anything.
 */
export const lossesBorne = {
  /** What the insurer has borne. */
  byInsurer(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "losses_borne",
      function: "by_insurer",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** What all customers have borne. */
  byCustomers(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "losses_borne",
      function: "by_customers",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** What one account has borne. */
  byAccount(values: {
    readonly bank: Argument<Address>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "losses_borne",
      function: "by_account",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u32, values.account)],
    };
  },

  /** What all lenders have borne. */
  byLenders(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "losses_borne",
      function: "by_lenders",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * Merchants at a payment institution: payments to them for which the institution takes a fee, and refunds of these. A payment
 * to a merchant is a collection: it keeps a number for ever, and its refunds together are never more than it was.
 * Merchants are accounts, which sign nothing: terms that cost one more hold only after notice, so that it can leave before. The
 * notice is the two months of Directive (EU) 2015/2366, article 54(1), and the institution cannot get around it by ending the terms.
 */
export const merchant = {
  /** Makes an account a merchant's, or changes its terms from now on: to such as cost it more only after notice. */
  setTerms(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly account: Argument<number>;
    readonly feeBps: Argument<bigint>;
    readonly feeFixed: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "merchant",
      function: "set_terms",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.account), argument(u64, values.feeBps), argument(u64, values.feeFixed)],
    };
  },

  /**
   * Tells a merchant of terms that cost it more: 60 days later, and for 30 days from then on, they can be set. A later
   * announcement takes the place of an earlier one.
   */
  announceTerms(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly account: Argument<number>;
    readonly feeBps: Argument<bigint>;
    readonly feeFixed: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "merchant",
      function: "announce_terms",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.account), argument(u64, values.feeBps), argument(u64, values.feeFixed)],
    };
  },

  /** Ends the terms: nothing more is collected for the account, and what was can still be refunded. */
  endTerms(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "merchant",
      function: "end_terms",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.account)],
    };
  },

  /**
   * Makes payments to merchants in their order, each by itself: the payer pays the amount, the merchant gets it less the fee, and
   * the fees of all become the institution's income. Payer, merchant and amount of a payment are at the same position.
   */
  collectBatch(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly payers: Argument<readonly number[]>;
    readonly merchants: Argument<readonly number[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "merchant",
      function: "collect_batch",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(vector(u32), values.payers), argument(vector(u32), values.merchants), argument(vector(u64), values.amounts)],
    };
  },

  /**
   * Pays amounts of collections back from the merchant to the payer, in their order, each by itself. What the institution took stays
   * its own. Needs no licence that stands: it gives customers back what is theirs.
   */
  refundBatch(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly collections: Argument<readonly bigint[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "merchant",
      function: "refund_batch",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(vector(u64), values.collections), argument(vector(u64), values.amounts)],
    };
  },

  /**
   * The same where payer and merchant were handed on to the signer: it pays amounts of collections back that the institution made
   * which they were with. What was refunded before counts.
   */
  refundForBatch(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly successor?: number;
    readonly institution: Argument<Address>;
    readonly collections: Argument<readonly bigint[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "merchant",
      function: "refund_for_batch",
      typeArguments: [],
      arguments: [signer(values.successor ?? 0), argument(address, values.institution), argument(vector(u64), values.collections), argument(vector(u64), values.amounts)],
    };
  },

  /** Whether an account is a merchant's. */
  isMerchant(values: {
    readonly at: Argument<Address>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "merchant",
      function: "is_merchant",
      typeArguments: [],
      arguments: [argument(address, values.at), argument(u32, values.account)],
    };
  },

  /** Payer and merchant of a collection, and what of it can still be refunded, in minor units. */
  collection(values: {
    readonly at: Argument<Address>;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "merchant",
      function: "collection",
      typeArguments: [],
      arguments: [argument(address, values.at), argument(u64, values.number)],
    };
  },

  /** How many collections an institution ever made: the number of the next. */
  collections(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "merchant",
      function: "collections",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },
} as const;

/**
 * What a central bank asks of banks and offers them: ratios, rates, the cap of deposit insurance. Each value is a number
 * under a name that never changes its meaning; a value that was never set is zero, which asks and offers nothing.
 */
export const monetaryPolicy = {
  /** Whether a parameter was ever set: what was is changed by a proposal only. */
  wasSet(values: {
    readonly centralBank: Argument<Address>;
    readonly parameter: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "was_set",
      typeArguments: [],
      arguments: [argument(address, values.centralBank), argument(u8, values.parameter)],
    };
  },

  /** Whether any parameter was ever set. */
  isSet(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "is_set",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** A parameter's value; zero if it was never set. */
  value(values: {
    readonly centralBank: Argument<Address>;
    readonly parameter: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "value",
      typeArguments: [],
      arguments: [argument(address, values.centralBank), argument(u8, values.parameter)],
    };
  },

  reserveRatio(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "reserve_ratio",
      typeArguments: [],
      arguments: [],
    };
  },

  requiredReservesRate(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "required_reserves_rate",
      typeArguments: [],
      arguments: [],
    };
  },

  excessReservesRate(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "excess_reserves_rate",
      typeArguments: [],
      arguments: [],
    };
  },

  shortfallRate(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "shortfall_rate",
      typeArguments: [],
      arguments: [],
    };
  },

  lendingFacilityRate(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "lending_facility_rate",
      typeArguments: [],
      arguments: [],
    };
  },

  depositFacilityRate(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "deposit_facility_rate",
      typeArguments: [],
      arguments: [],
    };
  },

  collateralHaircut(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "collateral_haircut",
      typeArguments: [],
      arguments: [],
    };
  },

  capitalRatio(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "capital_ratio",
      typeArguments: [],
      arguments: [],
    };
  },

  insurancePremium(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "insurance_premium",
      typeArguments: [],
      arguments: [],
    };
  },

  insuranceCap(): Call {
    return {
      address: PACKAGE,
      module: "monetary_policy",
      function: "insurance_cap",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

/**
 * Notes: the central bank's money on paper. What the public holds is known only as a whole: it lies here as one pool of
 * money in circulation. Banks hold notes in their vaults, buy them from the central bank with settlement money, and
 * exchange them with their customers for deposits.
 *
 * That a customer brought notes is the bank's word alone: nothing on the ledger sees paper. Two rules keep that word from
 * taking what the public holds. Notes become settlement money only as the central bank signs that it has counted them; and what
 * a bank took in on its word since the central bank last counted is bounded by a limit that the central bank set for it (none
 * before it set one). Handing notes out or back lowers that sum only where the vault holds less than it: otherwise notes that
 * are there could be shown again and again for notes that are not. So of a vault's notes all but the limit have been seen by
 * the central bank, whatever the bank claims. It is the least that is sound: a signature of the central bank under every
 * deposit would put it behind each bank's counter, and none at all would let a bank claim all that circulates.
 */
export const notes = {
  /** A bank buys notes from its central bank with settlement money. */
  order(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "order",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.amount)],
    };
  },

  /**
   * Sets for the first time how much a bank may take in from customers before the central bank counts it, in minor units, or
   * lowers it. A higher limit is proposed (see `banking::policy_change`). A limit below what is uncounted already stops further
   * deposits of notes and nothing else.
   */
  setLimit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly bank: Argument<Address>;
    readonly limit: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "set_limit",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.bank), argument(u64, values.limit)],
    };
  },

  /** A bank gives notes back to its central bank for settlement money. The central bank signs that it has counted them. */
  giveBack(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly bank?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "give_back",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.bank ?? 1), argument(u64, values.amount)],
    };
  },

  /**
   * The central bank has counted a bank's vault, and `missing` of what the books say was not there: the bank bears it, and it
   * counts again as what the public holds. Nothing is uncounted afterwards. Only what was taken in on the bank's word can be
   * missing, so that no count takes more from a bank than it claimed.
   */
  count(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly bank: Argument<Address>;
    readonly missing: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "count",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.bank), argument(u64, values.missing)],
    };
  },

  /**
   * The same where the bank signs too: then notes can be missing that were counted before, as those that were stolen, burnt or
   * shown in another bank's vault.
   */
  countTogether(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly bank?: number;
    readonly missing: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "count_together",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.bank ?? 1), argument(u64, values.missing)],
    };
  },

  /** A customer takes notes: the deposit ends, the notes circulate. */
  withdraw(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "withdraw",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /**
   * A customer brings notes: they go into the vault, and a deposit comes into being, within what the bank may take in before
   * the central bank counts.
   */
  deposit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "deposit",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** What the public holds, in minor units. */
  inCirculation(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "in_circulation",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },

  /** What a bank holds, in minor units. */
  vaultBalance(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "vault_balance",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** How much a bank has taken in on its word since the central bank last counted, and how much it may, in minor units. */
  uncounted(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "notes",
      function: "uncounted",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * Open-market operations, which a central bank and a bank sign together: it buys securities from it outright or sells
 * them back, or lends on them for a time (a repo).
 */
export const openMarket = {
  /** The central bank buys a part of a bank's security at book value with new settlement money. */
  buy(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly bank?: number;
    readonly holding: Argument<bigint>;
    readonly amount: Argument<bigint>;
    readonly haircutBps: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "open_market",
      function: "buy",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.bank ?? 1), argument(u64, values.holding), argument(u64, values.amount), argument(u64, values.haircutBps)],
    };
  },

  /** The central bank sells a part of an asset back to the bank that it came from, at book value; settlement money ends. */
  sell(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly bank?: number;
    readonly asset: Argument<bigint>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "open_market",
      function: "sell",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.bank ?? 1), argument(u64, values.asset), argument(u64, values.amount)],
    };
  },

  /** The central bank lends to a bank on a security, at a rate and for some days that both agree to. */
  repo(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly bank?: number;
    readonly holding: Argument<bigint>;
    readonly amount: Argument<bigint>;
    readonly rateBps: Argument<bigint>;
    readonly days: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "open_market",
      function: "repo",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.bank ?? 1), argument(u64, values.holding), argument(u64, values.amount), argument(u64, values.rateBps), argument(u64, values.days)],
    };
  },
} as const;

/**
 * Operators: the first tier of digital cash. A central bank admits them; they hold settlement money with it, exchange
 * that for digital cash at par, and serve holders. They can hand out and recover, never take.
 */
export const operator = {
  /** Opens a wallet for each owner: an address that has none. The commitment of 32 bytes at the same position says whose it is. */
  openWallets(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly owners: Argument<readonly Address[]>;
    readonly commitments: Argument<readonly Uint8Array[]>;
    readonly tier: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "open_wallets",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(vector(address), values.owners), argument(vector(bytes), values.commitments), argument(u8, values.tier)],
    };
  },

  /** Changes the tier of a customer's wallet, as more or less is known of its holder. */
  changeTier(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly owner: Argument<Address>;
    readonly tier: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "change_tier",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(address, values.owner), argument(u8, values.tier)],
    };
  },

  /** Hands digital cash to a customer: takes settlement money, exchanges it, and puts the cash into the customer's wallet. */
  handOut(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly to: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "hand_out",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(address, values.to), argument(u64, values.amount)],
    };
  },

  /**
   * Hands digital cash back: out of the signer's wallet, to the settlement account of its operator. What the operator gives for it,
   * and to whom, the ledger does not see: it is a payment, for which the signer's limits hold. Of an operator that is a bank the
   * signer gets a deposit for it instead, there or at any other bank (`banking::cash_exchange`).
   */
  handBack(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "hand_back",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), argument(u64, values.amount)],
    };
  },

  /** Exchanges settlement money for digital cash in the operator's till. A bank's till stands in its books as digital cash. */
  toTill(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "to_till",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(u64, values.amount)],
    };
  },

  /** Exchanges digital cash in the operator's till for settlement money. */
  fromTill(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "from_till",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(u64, values.amount)],
    };
  },

  /** Moves what a wallet with lost keys holds into an empty wallet of the same holder, both with this operator. */
  recover(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly from: Argument<Address>;
    readonly to: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "recover",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(address, values.from), argument(address, values.to)],
    };
  },

  /** Whether an address is an operator, licensed or not. */
  exists(values: {
    readonly operator: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.operator)],
    };
  },

  /** What is in an operator's settlement account, in minor units. */
  settlementBalance(values: {
    readonly operator: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "settlement_balance",
      typeArguments: [],
      arguments: [argument(address, values.operator)],
    };
  },

  /** What is in an operator's till, in minor units. */
  tillBalance(values: {
    readonly operator: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "operator",
      function: "till_balance",
      typeArguments: [],
      arguments: [argument(address, values.operator)],
    };
  },
} as const;

/**
 * Payment institutions: they keep accounts in e-money for customers whom only they know, and make their payments. A licence
 * admits them; without one that stands they take nothing in and move nothing between customers, and can still pay out.
 */
export const paymentInstitution = {
  /**
   * Admits the signer as a payment institution of a central bank's unit by its licence: registers its e-money, opens its
   * customers' reserve and its own funds at the central bank, begins its books and its customers' accounts. Account 0 is its own.
   */
  begin(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly centralBank: Argument<Address>;
    readonly name: Argument<string>;
    readonly symbol: Argument<string>;
    readonly secondMode: Argument<boolean>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "begin",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(address, values.centralBank), argument(string, values.name), argument(string, values.symbol), argument(bool, values.secondMode)],
    };
  },

  /** Opens so many accounts, numbered in order. */
  openAccounts(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly count: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "open_accounts",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.count)],
    };
  },

  /** Closes an empty account for good. */
  closeAccount(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "close_account",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.account)],
    };
  },

  /** Makes payments between customers in their order, each by itself (see `money::customer_book`). */
  transferBatch(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly payers: Argument<readonly number[]>;
    readonly payees: Argument<readonly number[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "transfer_batch",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(vector(u32), values.payers), argument(vector(u32), values.payees), argument(vector(u64), values.amounts)],
    };
  },

  /** Pays settlement money of the signer, a bank whose licence stands or an operator, into an institution's own funds, as its capital. */
  contribute(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly contributor?: number;
    readonly institution: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "contribute",
      typeArguments: [],
      arguments: [signer(values.contributor ?? 0), argument(address, values.institution), argument(u64, values.amount)],
    };
  },

  /** Moves what the customers' reserve holds beyond the e-money to the institution's own funds. */
  sweep(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "sweep",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.amount)],
    };
  },

  /** Moves own funds into the customers' reserve. */
  replenish(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "replenish",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u64, values.amount)],
    };
  },

  /** Gives a customer e-money out of own funds. */
  grant(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "grant",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /**
   * Has a creditor, a bank or operator, paid out of an institution's own funds by order of a supervisor. The customers' reserve is
   * beyond reach: own funds that are too small are all that a creditor gets.
   */
  attach(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly supervisor?: number;
    readonly institution: Argument<Address>;
    readonly creditor: Argument<Address>;
    readonly amount: Argument<bigint>;
    readonly order: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "attach",
      typeArguments: [],
      arguments: [signer(values.supervisor ?? 0), argument(address, values.institution), argument(address, values.creditor), argument(u64, values.amount), argument(string, values.order)],
    };
  },

  /** Closes the period of the institution's books. */
  closePeriod(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "close_period",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0)],
    };
  },

  /** The number of the account that is the institution's own. */
  ownAccount(): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "own_account",
      typeArguments: [],
      arguments: [],
    };
  },

  /** What the institution's own funds at the central bank are, in minor units. */
  ownFunds(values: {
    readonly at: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "payment_institution",
      function: "own_funds",
      typeArguments: [],
      arguments: [argument(address, values.at)],
    };
  },
} as const;

/**
 * How a central bank changes its policy: the limits of wallets in its digital cash, its parameters of monetary policy, what banks
 * may take in in notes before a count, and the delay before such changes. Each is proposed, stands for the delay so that
 * everybody can see it coming, and is then executed. Only a value that was never set is set at once, by `banking::central_bank`
 * and `banking::notes`; a limit of notes is lowered at once too, since it stands between a bank's word and the public's notes.
 */
export const policyChange = {
  /** Sets the delay for the first time; until then it is seven days, and once a tier or a parameter is set it can only be longer. */
  setFirstDelay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly delayMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy_change",
      function: "set_first_delay",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u64, values.delayMs)],
    };
  },

  /** Proposes another delay. Proposals that stand keep their times. */
  proposeDelay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly delayMs: Argument<bigint>;
    readonly earliestMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy_change",
      function: "propose_delay",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u64, values.delayMs), argument(u64, values.earliestMs)],
    };
  },

  /** Proposes what wallets of a tier may hold and pay in digital cash, from a time on in milliseconds since 1970. */
  proposeTier(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly tier: Argument<number>;
    readonly balance: Argument<bigint | undefined>;
    readonly single: Argument<bigint | undefined>;
    readonly daily: Argument<bigint | undefined>;
    readonly yearly: Argument<bigint | undefined>;
    readonly earliestMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy_change",
      function: "propose_tier",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u8, values.tier), argument(option(u64), values.balance), argument(option(u64), values.single), argument(option(u64), values.daily), argument(option(u64), values.yearly), argument(u64, values.earliestMs)],
    };
  },

  /** Proposes a value of a parameter of monetary policy. */
  proposeParameter(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly parameter: Argument<number>;
    readonly value: Argument<bigint>;
    readonly earliestMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy_change",
      function: "propose_parameter",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u8, values.parameter), argument(u64, values.value), argument(u64, values.earliestMs)],
    };
  },

  /** Proposes what a bank may take in in notes before the central bank counts them, in minor units. */
  proposeNotesLimit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly bank: Argument<Address>;
    readonly limit: Argument<bigint>;
    readonly earliestMs: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy_change",
      function: "propose_notes_limit",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.bank), argument(u64, values.limit), argument(u64, values.earliestMs)],
    };
  },

  /** Makes a proposed change whose time has come. */
  execute(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy_change",
      function: "execute",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u64, values.number)],
    };
  },

  /** Takes a proposal back. */
  cancel(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly number: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "policy_change",
      function: "cancel",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(u64, values.number)],
    };
  },
} as const;

/**
 * Ratios that a bank has to keep, in whole numbers. What is required is rounded up, what there is is rounded down: a bank
 * never passes by a rounding.
 */
export const prudentialRatio = {
  /** Reserves required on deposits, minor units, rounded up. */
  requiredReserves(values: {
    readonly deposits: Argument<bigint>;
    readonly ratioBps: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "prudential_ratio",
      function: "required_reserves",
      typeArguments: [],
      arguments: [argument(u128, values.deposits), argument(u64, values.ratioBps)],
    };
  },

  /** What an asset counts for in the sum that capital is measured against, rounded up. */
  riskWeighted(values: {
    readonly bookValue: Argument<bigint>;
    readonly weightBps: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "prudential_ratio",
      function: "risk_weighted",
      typeArguments: [],
      arguments: [argument(u128, values.bookValue), argument(u64, values.weightBps)],
    };
  },

  /** Whether capital is at least so many hundredths of a per cent of the risk-weighted assets. */
  isAdequate(values: {
    readonly capital: Argument<bigint>;
    readonly riskWeightedAssets: Argument<bigint>;
    readonly minimumBps: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "prudential_ratio",
      function: "is_adequate",
      typeArguments: [],
      arguments: [argument(u128, values.capital), argument(u128, values.riskWeightedAssets), argument(u64, values.minimumBps)],
    };
  },

  /** Capital in hundredths of a per cent of risk-weighted assets, rounded down; none where there is nothing to measure against. */
  ratioBps(values: {
    readonly capital: Argument<bigint>;
    readonly riskWeightedAssets: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "prudential_ratio",
      function: "ratio_bps",
      typeArguments: [],
      arguments: [argument(u128, values.capital), argument(u128, values.riskWeightedAssets)],
    };
  },
} as const;

/**
 * When a loan's principal is due, at equal distances: in equal parts of the principal (one part is a loan repaid at its end), or as
 * an annuity, where equal instalments pay interest first and principal with the rest.
 */
export const repaymentSchedule = {
  /** A principal due in so many equal parts, the first one period after `day`. */
  new(values: {
    readonly principal: Argument<bigint>;
    readonly instalments: Argument<bigint>;
    readonly periodDays: Argument<bigint>;
    readonly day: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "repayment_schedule",
      function: "new",
      typeArguments: [],
      arguments: [argument(u64, values.principal), argument(u64, values.instalments), argument(u64, values.periodDays), argument(u64, values.day)],
    };
  },

  /** A principal repaid with its interest in so many equal instalments, the first one period after `day`. */
  annuity(values: {
    readonly principal: Argument<bigint>;
    readonly rateBps: Argument<bigint>;
    readonly instalments: Argument<bigint>;
    readonly periodDays: Argument<bigint>;
    readonly day: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "repayment_schedule",
      function: "annuity",
      typeArguments: [],
      arguments: [argument(u64, values.principal), argument(u64, values.rateBps), argument(u64, values.instalments), argument(u64, values.periodDays), argument(u64, values.day)],
    };
  },

  /**
   * How much of the principal is due by the end of a day, in minor units. In equal parts, k of n are principal × k / n rounded down,
   * so that the parts differ by one minor unit at most and the last makes the whole. Of an annuity it is what k instalments
   * repay, if each is paid on its day: what the instalment leaves beside the interest as `banking::interest` reckons it.
   */
  dueBy(values: {
    /** A result of an earlier call: `&0x4::repayment_schedule::Schedule`. */
    readonly schedule: CallArgument;
    readonly day: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "repayment_schedule",
      function: "due_by",
      typeArguments: [],
      arguments: [values.schedule, argument(u64, values.day)],
    };
  },

  /** The day of the last instalment. */
  lastDay(values: {
    /** A result of an earlier call: `&0x4::repayment_schedule::Schedule`. */
    readonly schedule: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "repayment_schedule",
      function: "last_day",
      typeArguments: [],
      arguments: [values.schedule],
    };
  },

  /** The whole principal, in minor units. */
  principal(values: {
    /** A result of an earlier call: `&0x4::repayment_schedule::Schedule`. */
    readonly schedule: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "repayment_schedule",
      function: "principal",
      typeArguments: [],
      arguments: [values.schedule],
    };
  },

  /** What an annuity's borrower pays each time, the last time less, in minor units; absent where principal is due in equal parts. */
  instalment(values: {
    /** A result of an earlier call: `&0x4::repayment_schedule::Schedule`. */
    readonly schedule: CallArgument;
  }): Call {
    return {
      address: PACKAGE,
      module: "repayment_schedule",
      function: "instalment",
      typeArguments: [],
      arguments: [values.schedule],
    };
  },
} as const;

/**
 * The way from the first mode to the second: what a payment institution keeps at banks moves to the central bank. The bank
 * pays it out of its settlement account, so that its reserves go down by the amount; customers' e-money stays as it was.
 */
export const reserveMigration = {
  /** Moves an amount from an institution's account at a bank to its customers' reserve. Both sign: the ledger does not know whose account it is. */
  moveToReserve(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "reserve_migration",
      function: "move_to_reserve",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0), signer(values.bank ?? 1), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Puts the signer under the rule of the second mode, for good, once all its e-money is covered by the customers' reserve. */
  enterSecondMode(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly institution?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "reserve_migration",
      function: "enter_second_mode",
      typeArguments: [],
      arguments: [signer(values.institution ?? 0)],
    };
  },
} as const;

/**
 * The share of a payment institution's e-money that has to lie at the central bank, by date, while it is in the first mode.
 * The central bank sets it; what has begun, or begins within the notice, it cannot change any more.
 */
export const reserveSchedule = {
  /**
   * Sets the steps after the last one that stays: the step that holds now and those within the notice stay, all others go. The first schedule of a central
   * bank may begin at any time; every later change at the end of the notice at the earliest.
   */
  set(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly fromMs: Argument<readonly bigint[]>;
    readonly sharesBps: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "reserve_schedule",
      function: "set",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(vector(u64), values.fromMs), argument(vector(u64), values.sharesBps)],
    };
  },

  /** The share that has to lie at a central bank at the block's time, in hundredths of a per cent: none before the first step, or without a schedule. */
  shareBps(values: {
    readonly centralBank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "reserve_schedule",
      function: "share_bps",
      typeArguments: [],
      arguments: [argument(address, values.centralBank)],
    };
  },
} as const;

/**
 * Required reserves: so much of a bank's deposits has to lie on its settlement account. Anybody can have a bank assessed,
 * once a day; what counts for the days since is the lesser of what lay there then and what lies there now. On what counts
 * the central bank pays interest; for what is missing it charges interest. While a bank is short it may not lend.
 */
export const reserves = {
  /**
   * Assesses a bank for the days since the last time: pays interest on reserves, charges for what is missing. A charge takes
   * what there is; interest that the central bank cannot pay within its cover is not paid.
   */
  assess(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "reserves",
      function: "assess",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** What has to lie on a bank's settlement account, in minor units: the ratio of its deposits, rounded up. */
  required(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "reserves",
      function: "required",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** What is missing now, in minor units. */
  shortfall(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "reserves",
      function: "shortfall",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * Securities that a bank has: assets off the ledger, each with the custodian who attested it and the day on which it did.
 * What is pledged to the central bank stays the bank's and cannot be sold.
 */
export const securities = {
  /** The number of the last security that came in. */
  last(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "securities",
      function: "last",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** Book value of a security, and how much of it is pledged, in minor units. */
  bookValue(values: {
    readonly bank: Argument<Address>;
    readonly holding: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "securities",
      function: "book_value",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u64, values.holding)],
    };
  },

  /** Those of a kind at book value. */
  ofKind(values: {
    readonly bank: Argument<Address>;
    readonly kind: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "securities",
      function: "of_kind",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u8, values.kind)],
    };
  },

  /** The kind of securities that are neither the state's nor gold nor foreign exchange. */
  other(): Call {
    return {
      address: PACKAGE,
      module: "securities",
      function: "other",
      typeArguments: [],
      arguments: [],
    };
  },

  /** All of them at book value. */
  total(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "securities",
      function: "total",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * Accounts in settlement money at a central bank, and how much of it lies with which kind of holder: the lines of the
 * central bank's statement keep deposits of banks, of non-financial institutions and of government apart.
 */
export const settlementAccount = {
  /** Whether the address has an account of the kind. */
  exists(values: {
    readonly at: Argument<Address>;
    readonly kind: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "settlement_account",
      function: "exists",
      typeArguments: [],
      arguments: [argument(address, values.at), argument(u8, values.kind)],
    };
  },

  /** What is in an account, in minor units. */
  balance(values: {
    readonly at: Argument<Address>;
    readonly kind: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "settlement_account",
      function: "balance",
      typeArguments: [],
      arguments: [argument(address, values.at), argument(u8, values.kind)],
    };
  },

  /** The central bank an account is with. */
  centralBank(values: {
    readonly at: Argument<Address>;
    readonly kind: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "settlement_account",
      function: "central_bank",
      typeArguments: [],
      arguments: [argument(address, values.at), argument(u8, values.kind)],
    };
  },

  /** What lies in all accounts of a kind at a central bank, in minor units. */
  deposits(values: {
    readonly centralBank: Argument<Address>;
    readonly kind: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "settlement_account",
      function: "deposits",
      typeArguments: [],
      arguments: [argument(address, values.centralBank), argument(u8, values.kind)],
    };
  },

  bank(): Call {
    return {
      address: PACKAGE,
      module: "settlement_account",
      function: "bank",
      typeArguments: [],
      arguments: [],
    };
  },

  customersReserve(): Call {
    return {
      address: PACKAGE,
      module: "settlement_account",
      function: "customers_reserve",
      typeArguments: [],
      arguments: [],
    };
  },

  ownFunds(): Call {
    return {
      address: PACKAGE,
      module: "settlement_account",
      function: "own_funds",
      typeArguments: [],
      arguments: [],
    };
  },

  clearingHouse(): Call {
    return {
      address: PACKAGE,
      module: "settlement_account",
      function: "clearing_house",
      typeArguments: [],
      arguments: [],
    };
  },

  government(): Call {
    return {
      address: PACKAGE,
      module: "settlement_account",
      function: "government",
      typeArguments: [],
      arguments: [],
    };
  },
} as const;

/**
 * What a central bank offers every bank at any time: to lend overnight on securities at the rate of the lending facility,
 * and to take settlement money at the rate of the deposit facility. The two rates are the corridor in which banks lend to
 * each other.
 */
export const standingFacilities = {
  /** Borrows overnight on a security. */
  borrow(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly holding: Argument<bigint>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "standing_facilities",
      function: "borrow",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.holding), argument(u64, values.amount)],
    };
  },

  /** Leaves settlement money at the deposit facility. It counts towards no required reserves there. */
  deposit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "standing_facilities",
      function: "deposit",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.amount)],
    };
  },

  /** Takes the deposit back with its interest; interest that the central bank cannot pay within its cover is not paid. */
  withdraw(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "standing_facilities",
      function: "withdraw",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0)],
    };
  },

  /** What a bank has at the deposit facility, in minor units. */
  balance(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "standing_facilities",
      function: "balance",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * Time deposits: money that a customer leaves with its bank until a day, for interest. It is the bank's liability in its
 * books and no money in anybody's hands: nobody pays with it. Who asks for it early gets it, with the lower rate.
 */
export const timeDeposits = {
  /** Makes a time deposit of a part of what is on a customer's account. */
  place(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
    readonly rateBps: Argument<bigint>;
    readonly earlyRateBps: Argument<bigint>;
    readonly days: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "time_deposits",
      function: "place",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(u64, values.amount), argument(u64, values.rateBps), argument(u64, values.earlyRateBps), argument(u64, values.days)],
    };
  },

  /** Reckons a deposit's interest up to today, or to its last day. */
  accrue(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly deposit: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "time_deposits",
      function: "accrue",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.deposit)],
    };
  },

  /**
   * Pays a time deposit and its interest onto the customer's account. Before its last day interest is that of the lower rate
   * for the days that it lay.
   */
  release(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly deposit: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "time_deposits",
      function: "release",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u64, values.deposit)],
    };
  },

  /** All time deposits of a bank, in minor units, without interest. */
  total(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "time_deposits",
      function: "total",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** Whether an account has time deposits, which are paid back onto it. */
  has(values: {
    readonly bank: Argument<Address>;
    readonly account: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "time_deposits",
      function: "has",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u32, values.account)],
    };
  },

  /** The number of the last. */
  last(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "time_deposits",
      function: "last",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * The government's account at the central bank. Taxes drain deposits and bank reserves into it, spending brings them back;
 * into it goes the central bank's profit (seigniorage), and out of it the interest on the state's bonds that the central bank has.
 */
export const treasury = {
  /** Opens the government's account; both sign. */
  open(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly government?: number;
  } = {}): Call {
    return {
      address: PACKAGE,
      module: "treasury",
      function: "open",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.government ?? 1)],
    };
  },

  /** Pays a customer of a bank: settlement money goes to the bank, and a deposit comes into being. */
  spend(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly government?: number;
    readonly bank: Argument<Address>;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "treasury",
      function: "spend",
      typeArguments: [],
      arguments: [signer(values.government ?? 0), argument(address, values.bank), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** A bank pays a customer's tax: the deposit ends, settlement money goes to the government. */
  payTax(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly government: Argument<Address>;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "treasury",
      function: "pay_tax",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(address, values.government), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Remits to the government what the central bank's closed periods have earned. */
  remit(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly government: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "treasury",
      function: "remit",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.government), argument(u64, values.amount)],
    };
  },

  /** The government pays interest on bonds that the central bank has. */
  payInterest(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly government?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "treasury",
      function: "pay_interest",
      typeArguments: [],
      arguments: [signer(values.government ?? 0), argument(u64, values.amount)],
    };
  },
} as const;

/**
 * The operator regime `deposit`: what wallets of a bank's customers hold is the bank's own liability, insured, bearing
 * interest, and inside its required reserves. (Under the regime `cash`, the other one, it is the central bank's, wholly
 * reserved and without interest: `banking::operator`.) A payment between wallets of two such banks settles in central-bank money
 * at once; one to a wallet under the regime `cash` arrives there as digital cash.
 */
export const walletDeposits = {
  /**
   * A bank that is an operator goes over to the regime; the central bank signs too. What wallets hold as digital cash stays
   * so until their owners exchange it; the limits of tiers are those of digital cash from the first.
   */
  adopt(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    /** Its position among the transaction's signers: 1 if absent. */
    readonly bank?: number;
    readonly symbol: Argument<string>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_deposits",
      function: "adopt",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), signer(values.bank ?? 1), argument(string, values.symbol)],
    };
  },

  /**
   * Gives wallets of a tier the limits in a bank's wallet deposits that they have in digital cash now. Anybody may see to it:
   * what the limits are only a governed act of the central bank changes.
   */
  followTier(values: {
    readonly bank: Argument<Address>;
    readonly tier: Argument<number>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_deposits",
      function: "follow_tier",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(u8, values.tier)],
    };
  },

  /** Puts a part of a customer's demand deposit into the wallet of one of the bank's customers. */
  fund(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly account: Argument<number>;
    readonly owner: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_deposits",
      function: "fund",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(u32, values.account), argument(address, values.owner), argument(u64, values.amount)],
    };
  },

  /**
   * Puts wallet money of the signer back onto an account at its bank, even while its licence does not stand, but not while its
   * deposits are cut. Onto an account that is not linked to the wallet it is a payment, for which the signer's limits hold.
   */
  defund(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    readonly account: Argument<number>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_deposits",
      function: "defund",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), argument(u32, values.account), argument(u64, values.amount)],
    };
  },

  /** Exchanges digital cash in the signer's wallet for wallet money of its bank: the cash becomes the bank's reserves. */
  exchangeCash(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly owner?: number;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_deposits",
      function: "exchange_cash",
      typeArguments: [],
      arguments: [signer(values.owner ?? 0), argument(u64, values.amount)],
    };
  },

  /**
   * Pays wallet money to another wallet, whatever its operator's regime. The payer's limits are those of its own bank's money.
   * A bank whose licence does not stand pays nobody before its other customers, and takes in no new money.
   */
  pay(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly payer?: number;
    readonly payee: Argument<Address>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_deposits",
      function: "pay",
      typeArguments: [],
      arguments: [signer(values.payer ?? 0), argument(address, values.payee), argument(u64, values.amount)],
    };
  },

  /** Pays interest into wallets of the bank's customers, each the amount at its position, all of them or none. */
  payInterest(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly bank?: number;
    readonly owners: Argument<readonly Address[]>;
    readonly amounts: Argument<readonly bigint[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_deposits",
      function: "pay_interest",
      typeArguments: [],
      arguments: [signer(values.bank ?? 0), argument(vector(address), values.owners), argument(vector(u64), values.amounts)],
    };
  },

  /** Whether a bank's wallets are under the regime `deposit`. */
  isAdopted(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_deposits",
      function: "is_adopted",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },

  /** The number of the instrument that a bank's wallets hold. */
  instrument(values: {
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_deposits",
      function: "instrument",
      typeArguments: [],
      arguments: [argument(address, values.bank)],
    };
  },
} as const;

/**
 * Wallet money of a bank that fails, under the operator regime `deposit`: it bears losses as other deposits do, and so lies on
 * accounts when they are counted. Onto which account is nobody's word: it is the one to which the wallet's owner and the bank had
 * linked it, both by signature, before the licence ended; without a link it is an account of the wallet's holder alone, which is
 * opened for this and remembered on the ledger. An administrator favours nobody by where it puts money.
 */
export const walletResolution = {
  /** Stops payments with the bank's wallet money, so that none of it is on the move when it is counted. */
  haltWallets(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_resolution",
      function: "halt_wallets",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank)],
    };
  },

  /** Puts the bank's money in each wallet onto the account that is linked to it, or else onto its holder's, all of them or none. */
  takeInWallets(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly administrator?: number;
    readonly bank: Argument<Address>;
    readonly owners: Argument<readonly Address[]>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_resolution",
      function: "take_in_wallets",
      typeArguments: [],
      arguments: [signer(values.administrator ?? 0), argument(address, values.bank), argument(vector(address), values.owners)],
    };
  },

  /** The account that was opened for wallet money of a holder, if one was. */
  accountOfHolder(values: {
    readonly bank: Argument<Address>;
    readonly holder: Argument<Address>;
  }): Call {
    return {
      address: PACKAGE,
      module: "wallet_resolution",
      function: "account_of_holder",
      typeArguments: [],
      arguments: [argument(address, values.bank), argument(address, values.holder)],
    };
  },
} as const;

/** An account. Its balance stands on one side; the other is zero. */
export interface BooksAccount {
  readonly number: number;
  /** 1 asset, 2 liability, 3 equity, 4 income, 5 expense. */
  readonly class: number;
  /** Whether it is deducted from its class, and so stands on the other side than the class. */
  readonly contra: boolean;
  /** Whether it may stand on either side. */
  readonly twoSided: boolean;
  readonly name: string;
  readonly debit: bigint;
  readonly credit: bigint;
  /** The instrument whose outstanding it states. */
  readonly states: number | undefined;
}

/** `0x4::books::Account` in BCS. */
export const booksAccountType: MoveType<BooksAccount> = struct("0x4::books::Account", { number: u16, class: u8, contra: bool, twoSided: bool, name: string, debit: u128, credit: u128, states: option(u32) });

/** The books of one institution in one unit; amounts are in its minor units. */
export interface Books {
  readonly institution: Address;
  readonly unit: number;
  /** From 1; each close adds 1. */
  readonly period: bigint;
  /** How many postings were ever made. */
  readonly postings: bigint;
  /** By number, ascending. */
  readonly accounts: readonly BooksAccount[];
}

/** `0x4::books::Books` in BCS. */
export const booksType: MoveType<Books> = struct("0x4::books::Books", { institution: address, unit: u32, period: u64, postings: u64, accounts: vector(booksAccountType) });

/** One side of a posting: either the debit or the credit is zero. */
export interface BooksEntry {
  readonly account: number;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** `0x4::books::Entry` in BCS. */
export const booksEntryType: MoveType<BooksEntry> = struct("0x4::books::Entry", { account: u16, debit: u64, credit: u64 });

/** The right to issue and redeem one instrument and to set its policy. Made once, when the instrument is registered. */
export interface InstrumentIssueAuthority {
  readonly instrument: number;
}

/** `0x2::instrument::IssueAuthority` in BCS. */
export const instrumentIssueAuthorityType: MoveType<InstrumentIssueAuthority> = struct("0x2::instrument::IssueAuthority", { instrument: u32 });

/** At the central bank's address. Kept apart from its books so that an exchange does not touch them. */
export interface CashDesk {
  readonly settlement: InstrumentIssueAuthority;
  readonly cash: InstrumentIssueAuthority;
  /** Absent until the central bank issues notes. */
  readonly notes: InstrumentIssueAuthority | undefined;
}

/** `0x4::cash_desk::CashDesk` in BCS. */
export const cashDeskType: MoveType<CashDesk> = struct("0x4::cash_desk::CashDesk", { settlement: instrumentIssueAuthorityType, cash: instrumentIssueAuthorityType, notes: option(instrumentIssueAuthorityType) });

/** An asset at book value. */
export interface CentralBankAsset {
  /** From 1, never used twice. */
  readonly id: bigint;
  /** 1 foreign exchange, 2 gold, 3 government bonds, 4 claims on banks, 5 other. */
  readonly kind: number;
  readonly description: string;
  /** The operator it was bought from; absent where it came in against capital. */
  readonly counterparty: Address | undefined;
  /** In minor units. */
  readonly bookValue: bigint;
  /** What does not count as cover, in hundredths of a per cent of book value. */
  readonly haircutBps: bigint;
  readonly performing: boolean;
  /**
   * Who attested last that it is there: the central bank itself as it posted it, the custodian of a security that it took over, or
   * a custodian since.
   */
  readonly attestedBy: Address;
  /** On which day, in days since 1970. */
  readonly attestedOn: bigint;
}

/** `0x4::central_bank::Asset` in BCS. */
export const centralBankAssetType: MoveType<CentralBankAsset> = struct("0x4::central_bank::Asset", { id: u64, kind: u8, description: string, counterparty: option(address), bookValue: u64, haircutBps: u64, performing: bool, attestedBy: address, attestedOn: u64 });

/**
 * The right to be the central bank of a unit; there is never more than one. A resource at the address that was
 * entrusted, until the central bank is established with it.
 */
export interface UnitMandate {
  readonly unit: number;
}

/** `0x2::unit::Mandate` in BCS. */
export const unitMandateType: MoveType<UnitMandate> = struct("0x2::unit::Mandate", { unit: u32 });

/** A central bank and its assets one by one, at its address. Its books have them by kind, against base money and capital. */
export interface CentralBank {
  readonly name: string;
  readonly unit: number;
  /** Instrument number of its settlement money. */
  readonly settlement: number;
  /** Instrument number of its digital cash. */
  readonly cash: number;
  /** Instrument number of its notes, 0 while it issues none. */
  readonly notes: number;
  /** In the order in which they were posted. */
  readonly assets: readonly CentralBankAsset[];
  /** Number of the last asset posted. */
  readonly lastAsset: bigint;
  /** What assets that were written off had counted as cover, ever, in minor units. */
  readonly coverWrittenOff: bigint;
  readonly mandate: UnitMandate;
}

/** `0x4::central_bank::CentralBank` in BCS. */
export const centralBankType: MoveType<CentralBank> = struct("0x4::central_bank::CentralBank", { name: string, unit: u32, settlement: u32, cash: u32, notes: u32, assets: vector(centralBankAssetType), lastAsset: u64, coverWrittenOff: u128, mandate: unitMandateType });

/** At the central bank's address. */
export interface CentralBankBooks {
  readonly books: Books;
}

/** `0x4::central_bank_books::CentralBankBooks` in BCS. */
export const centralBankBooksType: MoveType<CentralBankBooks> = struct("0x4::central_bank_books::CentralBankBooks", { books: booksType });

/** What bears interest: the rate, the day up to which it was reckoned and what was left below a minor unit. */
export interface InterestAccrual {
  /** Hundredths of a per cent a year. */
  readonly rateBps: bigint;
  /** Days since 1970; interest of the days before it is reckoned. */
  readonly throughDay: bigint;
  /** In 1/3,650,000 of a minor unit. */
  readonly carried: bigint;
}

/** `0x4::interest::Accrual` in BCS. */
export const interestAccrualType: MoveType<InterestAccrual> = struct("0x4::interest::Accrual", { rateBps: u64, throughDay: u64, carried: u64 });

/** One loan. */
export interface CentralBankCreditCredit {
  readonly id: bigint;
  /** Number of the claim among the central bank's assets. */
  readonly asset: bigint;
  /** Number of the security that is pledged, and how much of it. */
  readonly holding: bigint;
  readonly pledged: bigint;
  readonly principal: bigint;
  readonly accrual: InterestAccrual;
  readonly maturesOn: bigint;
}

/** `0x4::central_bank_credit::Credit` in BCS. */
export const centralBankCreditCreditType: MoveType<CentralBankCreditCredit> = struct("0x4::central_bank_credit::Credit", { id: u64, asset: u64, holding: u64, pledged: u64, principal: u64, accrual: interestAccrualType, maturesOn: u64 });

/** What a bank owes its central bank, at the bank's address. */
export interface CentralBankCreditCentralBankDebt {
  readonly credits: readonly CentralBankCreditCredit[];
  /** Number of the last. */
  readonly last: bigint;
}

/** `0x4::central_bank_credit::CentralBankDebt` in BCS. */
export const centralBankCreditCentralBankDebtType: MoveType<CentralBankCreditCentralBankDebt> = struct("0x4::central_bank_credit::CentralBankDebt", { credits: vector(centralBankCreditCreditType), last: u64 });

/** What a clearing house laid down when it was opened. */
export interface ClearingHouseRules {
  /** Most payments of its own that one participant may have waiting. */
  readonly mostWaiting: bigint;
  /** After so long a payment that has not settled goes back to its payer, in milliseconds. */
  readonly longestWaitMs: bigint;
  /** How long participants have to provide funds for a closed cycle before one that is short has failed, in milliseconds. */
  readonly graceMs: bigint;
  /** How long a settled payment can be recalled and returned, in milliseconds. */
  readonly recallMs: bigint;
}

/** `0x4::clearing_house::Rules` in BCS. */
export const clearingHouseRulesType: MoveType<ClearingHouseRules> = struct("0x4::clearing_house::Rules", { mostWaiting: u64, longestWaitMs: u64, graceMs: u64, recallMs: u64 });

/** A map from `K` to `V`. */
export interface Table {
  /** Names the table's entries in state; no other table ever has the same. */
  readonly handle: Address;
  readonly length: bigint;
}

/** `0x1::table::Table` in BCS. */
export const tableType: MoveType<Table> = struct("0x1::table::Table", { handle: address, length: u64 });

/** All of a clearing house, by place: 0, 1, … in the order in which they were admitted. */
export interface ClearingParticipantsParticipants {
  readonly places: Table;
  readonly records: Table;
  /** The shares of all that are active, in minor units. */
  readonly fund: bigint;
  /** The clearing house's own money that stands behind them, in minor units. */
  readonly capital: bigint;
  /** What each owner has paid in of the capital and not got back, in minor units. */
  readonly owners: Table;
}

/** `0x4::clearing_participants::Participants` in BCS. */
export const clearingParticipantsParticipantsType: MoveType<ClearingParticipantsParticipants> = struct("0x4::clearing_participants::Participants", { places: tableType, records: tableType, fund: u64, capital: u64, owners: tableType });

/** Its elements lie in pages 0, 1, … without gaps, all full but the last, none empty. */
export interface PagedVector {
  /** Names the pages in state; no other paged vector ever has the same. */
  readonly handle: Address;
  readonly length: bigint;
}

/** `0x1::paged_vector::PagedVector` in BCS. */
export const pagedVectorType: MoveType<PagedVector> = struct("0x1::paged_vector::PagedVector", { handle: address, length: u64 });

/** Both queues of a clearing house. */
export interface ClearingQueueQueues {
  readonly items: Table;
  readonly gross: PagedVector;
  readonly net: PagedVector;
  /** Number of the last payment; they count from 1 and are never used twice. */
  readonly last: bigint;
}

/** `0x4::clearing_queue::Queues` in BCS. */
export const clearingQueueQueuesType: MoveType<ClearingQueueQueues> = struct("0x4::clearing_queue::Queues", { items: tableType, gross: pagedVectorType, net: pagedVectorType, last: u64 });

export interface ClearingRecordsRecords {
  readonly settled: Table;
  /** The first number that has not been passed: of no payment before it anything settled is kept or can come. */
  readonly first: bigint;
  readonly unclaimed: Table;
}

/** `0x4::clearing_records::Records` in BCS. */
export const clearingRecordsRecordsType: MoveType<ClearingRecordsRecords> = struct("0x4::clearing_records::Records", { settled: tableType, first: u64, unclaimed: tableType });

/** Running sums since the clearing house was opened, one for each mode. */
export interface ClearingMeasuresMeasures {
  /** Payments settled. */
  readonly payments: bigint;
  /** What they came to, in minor units. */
  readonly value: bigint;
  /** Central-bank money that moved to settle them, in minor units. */
  readonly liquidity: bigint;
  /** Of `value`, what would have moved had only pairs been set off, in minor units. */
  readonly bilateral: bigint;
  /** Waiting, summed over payments, in milliseconds. */
  readonly waitedMs: bigint;
  /** Waiting, summed over minor units, in milliseconds times minor units. */
  readonly valueWaitedMs: bigint;
  readonly longestMs: bigint;
  /** Payments that were revoked, and those that were returned without being settled. */
  readonly revoked: bigint;
  readonly returned: bigint;
}

/** `0x4::clearing_measures::Measures` in BCS. */
export const clearingMeasuresMeasuresType: MoveType<ClearingMeasuresMeasures> = struct("0x4::clearing_measures::Measures", { payments: u64, value: u128, liquidity: u128, bilateral: u128, waitedMs: u128, valueWaitedMs: u256, longestMs: u64, revoked: u64, returned: u64 });

/** At the clearing house's address. */
export interface ClearingHouse {
  readonly name: string;
  readonly unit: number;
  readonly centralBank: Address;
  readonly rules: ClearingHouseRules;
  readonly participants: ClearingParticipantsParticipants;
  readonly queues: ClearingQueueQueues;
  readonly records: ClearingRecordsRecords;
  /** One for each mode. */
  readonly gross: ClearingMeasuresMeasures;
  readonly net: ClearingMeasuresMeasures;
}

/** `0x4::clearing_house::ClearingHouse` in BCS. */
export const clearingHouseType: MoveType<ClearingHouse> = struct("0x4::clearing_house::ClearingHouse", { name: string, unit: u32, centralBank: address, rules: clearingHouseRulesType, participants: clearingParticipantsParticipantsType, queues: clearingQueueQueuesType, records: clearingRecordsRecordsType, gross: clearingMeasuresMeasuresType, net: clearingMeasuresMeasuresType });

/** The deferred net cycle, at the clearing house's address. */
export interface ClearingHouseCycle {
  /** From 1. */
  readonly number: bigint;
  /** When it was closed, in milliseconds since 1970; absent while payments still enter it. */
  readonly closedAtMs: bigint | undefined;
  /** What it settles, in order of rank; empty until it is closed. */
  readonly admitted: readonly bigint[];
}

/** `0x4::clearing_house::Cycle` in BCS. */
export const clearingHouseCycleType: MoveType<ClearingHouseCycle> = struct("0x4::clearing_house::Cycle", { number: u64, closedAtMs: option(u64), admitted: vector(u64) });

/** At the clearing house's address. */
export interface ClearingHouseBooks {
  readonly books: Books;
}

/** `0x4::clearing_house::ClearingHouseBooks` in BCS. */
export const clearingHouseBooksType: MoveType<ClearingHouseBooks> = struct("0x4::clearing_house::ClearingHouseBooks", { books: booksType });

/** How much one participant may owe another, net, in one cycle, at the clearing house's address once there are any. */
export interface ClearingMembershipPairLimits {
  /**
   * By the place of the payee, whose limits they are: at most one for each other participant, so that nobody's limits take the
   * room of another's.
   */
  readonly ofPayees: Table;
}

/** `0x4::clearing_membership::PairLimits` in BCS. */
export const clearingMembershipPairLimitsType: MoveType<ClearingMembershipPairLimits> = struct("0x4::clearing_membership::PairLimits", { ofPayees: tableType });

/** The most that one participant may owe another net. */
export interface NettingPairLimit {
  readonly payer: bigint;
  readonly payee: bigint;
  readonly amount: bigint;
}

/** `0x4::netting::PairLimit` in BCS. */
export const nettingPairLimitType: MoveType<NettingPairLimit> = struct("0x4::netting::PairLimit", { payer: u64, payee: u64, amount: u64 });

/** What payers may owe one payee. */
export interface ClearingMembershipLimitsOfPayee {
  readonly limits: readonly NettingPairLimit[];
}

/** `0x4::clearing_membership::LimitsOfPayee` in BCS. */
export const clearingMembershipLimitsOfPayeeType: MoveType<ClearingMembershipLimitsOfPayee> = struct("0x4::clearing_membership::LimitsOfPayee", { limits: vector(nettingPairLimitType) });

/** A cap that was announced. */
export interface ClearingParticipantsAnnouncedCap {
  readonly cap: bigint;
  /** It can be set from then on, in milliseconds since 1970. */
  readonly fromMs: bigint;
}

/** `0x4::clearing_participants::AnnouncedCap` in BCS. */
export const clearingParticipantsAnnouncedCapType: MoveType<ClearingParticipantsAnnouncedCap> = struct("0x4::clearing_participants::AnnouncedCap", { cap: u64, fromMs: u64 });

/** A participant and what it has put up, in minor units. */
export interface ClearingParticipantsParticipant {
  readonly institution: Address;
  /** 0 invited, 1 active, 2 failed, 3 left. */
  readonly status: number;
  /** The most that it may owe, net, in one cycle. */
  readonly cap: bigint;
  /** Whether a cap was ever set: what was set is raised with notice only. */
  readonly wasCapped: boolean;
  /** A higher cap that can be set from a time on. */
  readonly announced: ClearingParticipantsAnnouncedCap | undefined;
  readonly collateral: bigint;
  readonly fundShare: bigint;
  /** What it owes the clearing house since it failed: by survivor, by place, and of the house's own capital. */
  readonly owedSurvivors: readonly bigint[];
  readonly owedCapital: bigint;
  /** Gross payments of its own that wait, by priority. */
  readonly waitingGross: readonly bigint[];
  readonly waitingNet: bigint;
}

/** `0x4::clearing_participants::Participant` in BCS. */
export const clearingParticipantsParticipantType: MoveType<ClearingParticipantsParticipant> = struct("0x4::clearing_participants::Participant", { institution: address, status: u8, cap: u64, wasCapped: bool, announced: option(clearingParticipantsAnnouncedCapType), collateral: u64, fundShare: u64, owedSurvivors: vector(u64), owedCapital: u64, waitingGross: vector(u64), waitingNet: u64 });

/** So many minor units of an instrument. */
export interface Money {
  readonly instrument: number;
  readonly value: bigint;
}

/** `0x2::money::Money` in BCS. */
export const moneyType: MoveType<Money> = struct("0x2::money::Money", { instrument: u32, value: u64 });

/** A payment under way. */
export interface ClearingQueueItem {
  readonly number: bigint;
  /** Of the participants, by their place. */
  readonly payer: bigint;
  readonly payee: bigint;
  readonly fromAccount: number;
  readonly toAccount: number;
  /** 1 gross, 2 net. */
  readonly mode: number;
  /** 1 highly urgent, 2 urgent, 3 normal. */
  readonly priority: number;
  readonly enteredMs: bigint;
  /** The settled payment that this one gives back; 0 if it is none. */
  readonly returnOf: bigint;
  /** Where its number is in its queue; without meaning once a closed cycle has it. */
  readonly slot: bigint;
  /** Whether a closed cycle has it: it can no longer be revoked. */
  readonly admitted: boolean;
  /** Of the instrument of the payer's institution. */
  readonly money: Money;
}

/** `0x4::clearing_queue::Item` in BCS. */
export const clearingQueueItemType: MoveType<ClearingQueueItem> = struct("0x4::clearing_queue::Item", { number: u64, payer: u64, payee: u64, fromAccount: u32, toAccount: u32, mode: u8, priority: u8, enteredMs: u64, returnOf: u64, slot: u64, admitted: bool, money: moneyType });

/** A settled payment. */
export interface ClearingRecordsSettled {
  /** Of the participants, by their place. */
  readonly payer: bigint;
  readonly payee: bigint;
  readonly fromAccount: number;
  readonly toAccount: number;
  readonly amount: bigint;
  readonly settledMs: bigint;
  /** 0 settled, 1 recalled by its sender, 2 recalled and refused, 3 returned or on its way back. */
  readonly state: number;
}

/** `0x4::clearing_records::Settled` in BCS. */
export const clearingRecordsSettledType: MoveType<ClearingRecordsSettled> = struct("0x4::clearing_records::Settled", { payer: u64, payee: u64, fromAccount: u32, toAccount: u32, amount: u64, settledMs: u64, state: u8 });

/** Money that came back and could not be given to the account it came from. */
export interface ClearingRecordsUnclaimed {
  readonly payer: bigint;
  readonly money: Money;
}

/** `0x4::clearing_records::Unclaimed` in BCS. */
export const clearingRecordsUnclaimedType: MoveType<ClearingRecordsUnclaimed> = struct("0x4::clearing_records::Unclaimed", { payer: u64, money: moneyType });

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

/** At the operator's address. */
export interface CustomerAccounts {
  readonly book: CustomerBookBook;
}

/** `0x4::customer_accounts::CustomerAccounts` in BCS. */
export const customerAccountsType: MoveType<CustomerAccounts> = struct("0x4::customer_accounts::CustomerAccounts", { book: customerBookBookType });

/** Where customers of an institution went, at its address, once some did. */
export interface CustomerPortSuccessors {
  /** By the account that was closed. */
  readonly accounts: Table;
}

/** `0x4::customer_port::Successors` in BCS. */
export const customerPortSuccessorsType: MoveType<CustomerPortSuccessors> = struct("0x4::customer_port::Successors", { accounts: tableType });

/** An account of an institution. */
export interface CustomerPortHome {
  readonly institution: Address;
  readonly account: number;
}

/** `0x4::customer_port::Home` in BCS. */
export const customerPortHomeType: MoveType<CustomerPortHome> = struct("0x4::customer_port::Home", { institution: address, account: u32 });

/** At an address of its own, until it is empty. */
export interface CustomerRedPacket {
  readonly institution: Address;
  /** The institution's own. */
  readonly number: bigint;
  readonly giver: number;
  readonly isRandom: boolean;
  readonly seed: Uint8Array;
  readonly expiresMs: bigint;
  readonly sharesLeft: bigint;
  /** Accounts that took. */
  readonly takenBy: readonly number[];
  readonly money: Money;
}

/** `0x4::customer_red_packet::CustomerRedPacket` in BCS. */
export const customerRedPacketType: MoveType<CustomerRedPacket> = struct("0x4::customer_red_packet::CustomerRedPacket", { institution: address, number: u64, giver: u32, isRandom: bool, seed: bytes, expiresMs: u64, sharesLeft: u64, takenBy: vector(u32), money: moneyType });

/** What all packets of an institution hold, at its address, in minor units. */
export interface CustomerRedPacketPacketsHeld {
  readonly amount: bigint;
}

/** `0x4::customer_red_packet::PacketsHeld` in BCS. */
export const customerRedPacketPacketsHeldType: MoveType<CustomerRedPacketPacketsHeld> = struct("0x4::customer_red_packet::PacketsHeld", { amount: u64 });

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

/** At an address of its own, until it ends. */
export interface CustomerStandingOrder {
  readonly institution: Address;
  /** The institution's own. */
  readonly number: bigint;
  readonly payer: number;
  readonly payee: number;
  readonly amount: bigint;
  readonly due: Recurrence;
  /** Which payment comes next, counted from 0. */
  readonly next: bigint;
  readonly paid: bigint;
  readonly missed: bigint;
}

/** `0x4::customer_standing_order::CustomerStandingOrder` in BCS. */
export const customerStandingOrderType: MoveType<CustomerStandingOrder> = struct("0x4::customer_standing_order::CustomerStandingOrder", { institution: address, number: u64, payer: u32, payee: u32, amount: u64, due: recurrenceType, next: u64, paid: u64, missed: u64 });

/** By which rule a payment institution covers its e-money, at its address. */
export interface CustomersReserveReserveRule {
  /** Of its e-money. */
  readonly instrument: number;
  /** Whether all of it has to lie at the central bank, always. */
  readonly secondMode: boolean;
}

/** `0x4::customers_reserve::ReserveRule` in BCS. */
export const customersReserveReserveRuleType: MoveType<CustomersReserveReserveRule> = struct("0x4::customers_reserve::ReserveRule", { instrument: u32, secondMode: bool });

/** Who insures deposits, at the central bank's address. The fund is the insurer's account there. */
export interface DepositInsuranceInsurance {
  readonly insurer: Address;
  /** Minor units, ever. */
  readonly premiums: bigint;
  readonly paidOut: bigint;
}

/** `0x4::deposit_insurance::Insurance` in BCS. */
export const depositInsuranceInsuranceType: MoveType<DepositInsuranceInsurance> = struct("0x4::deposit_insurance::Insurance", { insurer: address, premiums: u128, paidOut: u128 });

/** Up to which day a bank has paid, at its address. */
export interface DepositInsurancePremium {
  readonly accrual: InterestAccrual;
}

/** `0x4::deposit_insurance::Premium` in BCS. */
export const depositInsurancePremiumType: MoveType<DepositInsurancePremium> = struct("0x4::deposit_insurance::Premium", { accrual: interestAccrualType });

/**
 * A bank's accounts for payment institutions, in its deposits, at its address. Apart from its other customers' accounts, because
 * what backs e-money is not counted as money once more.
 */
export interface FirstModeInstitutionsDeposits {
  readonly book: CustomerBookBook;
}

/** `0x4::first_mode::InstitutionsDeposits` in BCS. */
export const firstModeInstitutionsDepositsType: MoveType<FirstModeInstitutionsDeposits> = struct("0x4::first_mode::InstitutionsDeposits", { book: customerBookBookType });

/** The last report of a payment institution, at its address. */
export interface FirstModeReport {
  /** Block time of the report, in milliseconds since 1970. */
  readonly atMs: bigint;
  /** What the ledger says, in minor units. */
  readonly eMoney: bigint;
  readonly reserve: bigint;
  /** What the institution says that banks keep for it. */
  readonly atBanks: bigint;
}

/** `0x4::first_mode::Report` in BCS. */
export const firstModeReportType: MoveType<FirstModeReport> = struct("0x4::first_mode::Report", { atMs: u64, eMoney: u128, reserve: u64, atBanks: u64 });

/** At the bank's address. */
export interface Insolvency {
  readonly administrator: Address;
  /**
   * 1 losses are written off, 2 uninsured deposits are counted, 3 they are cut, 4 losses are borne, 5 what assets brought beyond
   * their book value goes back to customers.
   */
  readonly stage: number;
  /** What the insurer has paid, by account. */
  readonly insuredPaid: Table;
  /** The next account to be counted, cut or restored. */
  readonly cursor: bigint;
  /** Deposits above the insured cap, in minor units. */
  readonly uninsured: bigint;
  /** What customers have to bear of the losses. */
  readonly toBear: bigint;
  /** Uninsured deposits of the accounts that are cut already. */
  readonly passed: bigint;
  /** Block time of the declaration, in milliseconds since 1970. */
  readonly declaredAtMs: bigint;
  /** What the cuts so far have left of uninsured deposits, in billionths. */
  readonly keptBillionths: bigint;
}

/** `0x4::insolvency::Insolvency` in BCS. */
export const insolvencyType: MoveType<Insolvency> = struct("0x4::insolvency::Insolvency", { administrator: address, stage: u8, insuredPaid: tableType, cursor: u64, uninsured: u128, toBear: u128, passed: u128, declaredAtMs: u64, keptBillionths: u128 });

/** What makes an address an institution. */
export interface Institution {
  /** The kind of its licence: 2 bank, 3 payment institution. */
  readonly kind: number;
  readonly unit: number;
  readonly centralBank: Address;
  readonly name: string;
  /** Over its deposits or its e-money. */
  readonly authority: InstrumentIssueAuthority;
}

/** `0x4::institution::Institution` in BCS. */
export const institutionType: MoveType<Institution> = struct("0x4::institution::Institution", { kind: u8, unit: u32, centralBank: address, name: string, authority: instrumentIssueAuthorityType });

/** The customers' accounts, at the institution's address. */
export interface InstitutionCustomers {
  readonly book: CustomerBookBook;
}

/** `0x4::institution::Customers` in BCS. */
export const institutionCustomersType: MoveType<InstitutionCustomers> = struct("0x4::institution::Customers", { book: customerBookBookType });

/** The books, at the institution's address. */
export interface InstitutionBooks {
  readonly books: Books;
}

/** `0x4::institution::InstitutionBooks` in BCS. */
export const institutionBooksType: MoveType<InstitutionBooks> = struct("0x4::institution::InstitutionBooks", { books: booksType });

/** A loan to another bank. */
export interface InterbankClaim {
  readonly id: bigint;
  readonly borrower: Address;
  readonly principal: bigint;
  readonly accrual: InterestAccrual;
  readonly maturesOn: bigint;
}

/** `0x4::interbank::Claim` in BCS. */
export const interbankClaimType: MoveType<InterbankClaim> = struct("0x4::interbank::Claim", { id: u64, borrower: address, principal: u64, accrual: interestAccrualType, maturesOn: u64 });

/** A bank's claims on others, at its address. */
export interface InterbankClaims {
  readonly claims: readonly InterbankClaim[];
  /** Number of the last. */
  readonly last: bigint;
}

/** `0x4::interbank::InterbankClaims` in BCS. */
export const interbankClaimsType: MoveType<InterbankClaims> = struct("0x4::interbank::InterbankClaims", { claims: vector(interbankClaimType), last: u64 });

/** A bank's loans, at its address. */
export interface LendingLoans {
  readonly loans: Table;
  /** Number of the last. */
  readonly last: bigint;
  /** How many there are of an account that has any. */
  readonly byAccount: Table;
}

/** `0x4::lending::Loans` in BCS. */
export const lendingLoansType: MoveType<LendingLoans> = struct("0x4::lending::Loans", { loans: tableType, last: u64, byAccount: tableType });

/** Equal instalments that hold principal and interest. */
export interface RepaymentScheduleAnnuity {
  /** Each but the last, which is what is left and never more. Minor units. */
  readonly instalment: bigint;
  /** Hundredths of a per cent a year. */
  readonly rateBps: bigint;
}

/** `0x4::repayment_schedule::Annuity` in BCS. */
export const repaymentScheduleAnnuityType: MoveType<RepaymentScheduleAnnuity> = struct("0x4::repayment_schedule::Annuity", { instalment: u64, rateBps: u64 });

/** When how much of a principal is due. */
export interface RepaymentScheduleSchedule {
  /** Minor units. */
  readonly principal: bigint;
  readonly instalments: bigint;
  readonly periodDays: bigint;
  /** Days since 1970. */
  readonly firstDay: bigint;
  /** Of an annuity; absent where the principal is due in equal parts. */
  readonly annuity: RepaymentScheduleAnnuity | undefined;
}

/** `0x4::repayment_schedule::Schedule` in BCS. */
export const repaymentScheduleScheduleType: MoveType<RepaymentScheduleSchedule> = struct("0x4::repayment_schedule::Schedule", { principal: u64, instalments: u64, periodDays: u64, firstDay: u64, annuity: option(repaymentScheduleAnnuityType) });

/** A loan to a customer. */
export interface LendingLoan {
  /** The borrower's account at the bank. */
  readonly account: number;
  /** What is left of it, in minor units. */
  readonly principal: bigint;
  readonly schedule: RepaymentScheduleSchedule;
  readonly accrual: InterestAccrual;
  /** Reckoned and not yet paid. */
  readonly interestDue: bigint;
  /** What the bank has provided against it. */
  readonly provision: bigint;
  readonly performing: boolean;
}

/** `0x4::lending::Loan` in BCS. */
export const lendingLoanType: MoveType<LendingLoan> = struct("0x4::lending::Loan", { account: u32, principal: u64, schedule: repaymentScheduleScheduleType, accrual: interestAccrualType, interestDue: u64, provision: u64, performing: bool });

/** At the owner's address. */
export interface LinkedDeposit {
  readonly bank: Address;
  readonly account: number;
  /** Whether receipts above the tier's balance flow over to it. */
  readonly takesOverflow: boolean;
  /** Whether payments above the wallet's balance draw on it. */
  readonly coversPayments: boolean;
}

/** `0x4::linked_deposit::LinkedDeposit` in BCS. */
export const linkedDepositType: MoveType<LinkedDeposit> = struct("0x4::linked_deposit::LinkedDeposit", { bank: address, account: u32, takesOverflow: bool, coversPayments: bool });

/** What one bank that had lent to it has lost. */
export interface LossesBorneLenderLoss {
  readonly lender: Address;
  readonly amount: bigint;
}

/** `0x4::losses_borne::LenderLoss` in BCS. */
export const lossesBorneLenderLossType: MoveType<LossesBorneLenderLoss> = struct("0x4::losses_borne::LenderLoss", { lender: address, amount: u64 });

/** At the bank's address. All in minor units, less what was restored. */
export interface LossesBorne {
  readonly insurer: bigint;
  readonly customers: bigint;
  /** Of that, by account. */
  readonly byAccount: Table;
  readonly lenders: readonly LossesBorneLenderLoss[];
}

/** `0x4::losses_borne::LossesBorne` in BCS. */
export const lossesBorneType: MoveType<LossesBorne> = struct("0x4::losses_borne::LossesBorne", { insurer: u64, customers: u128, byAccount: tableType, lenders: vector(lossesBorneLenderLossType) });

/** What an institution keeps of its merchants, at its address. */
export interface Merchants {
  readonly terms: Table;
  /** By number of collection: the payer, and 2^32 times the merchant. */
  readonly parties: PagedVector;
  /** By number of collection: what can still be refunded, in minor units. */
  readonly refundable: PagedVector;
  readonly announced: Table;
  readonly former: Table;
}

/** `0x4::merchant::Merchants` in BCS. */
export const merchantsType: MoveType<Merchants> = struct("0x4::merchant::Merchants", { terms: tableType, parties: pagedVectorType, refundable: pagedVectorType, announced: tableType, former: tableType });

/** What the institution takes of a payment to a merchant: a share, rounded down, and a fixed amount. */
export interface MerchantTerms {
  readonly feeBps: bigint;
  /** In minor units. */
  readonly feeFixed: bigint;
}

/** `0x4::merchant::Terms` in BCS. */
export const merchantTermsType: MoveType<MerchantTerms> = struct("0x4::merchant::Terms", { feeBps: u64, feeFixed: u64 });

/** Terms that cost a merchant more than it has now, and from when on they can be set. */
export interface MerchantAnnounced {
  readonly terms: MerchantTerms;
  readonly fromMs: bigint;
}

/** `0x4::merchant::Announced` in BCS. */
export const merchantAnnouncedType: MoveType<MerchantAnnounced> = struct("0x4::merchant::Announced", { terms: merchantTermsType, fromMs: u64 });

/** What an account had as a merchant's until its terms ended: until then it is given nothing anew that costs more without notice. */
export interface MerchantFormer {
  readonly terms: MerchantTerms;
  readonly untilMs: bigint;
}

/** `0x4::merchant::Former` in BCS. */
export const merchantFormerType: MoveType<MerchantFormer> = struct("0x4::merchant::Former", { terms: merchantTermsType, untilMs: u64 });

/** The values by number from 1, at the central bank. */
export interface MonetaryPolicy {
  readonly values: readonly bigint[];
  /** Whether each was ever set. */
  readonly wasSet: readonly boolean[];
}

/** `0x4::monetary_policy::MonetaryPolicy` in BCS. */
export const monetaryPolicyType: MoveType<MonetaryPolicy> = struct("0x4::monetary_policy::MonetaryPolicy", { values: vector(u64), wasSet: vector(bool) });

/** What the public holds, at the central bank's address. */
export interface NotesCirculation {
  readonly money: Money;
}

/** `0x4::notes::Circulation` in BCS. */
export const notesCirculationType: MoveType<NotesCirculation> = struct("0x4::notes::Circulation", { money: moneyType });

/** A bank's notes, at its address. */
export interface NotesVault {
  readonly money: Money;
  /** Of it at most so much was taken in from customers on the bank's word alone and not counted since, in minor units. */
  readonly uncounted: bigint;
  /** How much that may be. */
  readonly limit: bigint;
  /** Whether the central bank ever set it: what was set is raised by a proposal only. */
  readonly wasLimited: boolean;
}

/** `0x4::notes::Vault` in BCS. */
export const notesVaultType: MoveType<NotesVault> = struct("0x4::notes::Vault", { money: moneyType, uncounted: u64, limit: u64, wasLimited: bool });

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

/**
 * What makes an address an operator. Unless its licence stands, an operator opens no wallets, hands nothing out and gets no
 * new settlement money; its customers can still hand back and be recovered, and it can still give cash for settlement money.
 */
export interface Operator {
  readonly centralBank: Address;
  /** That of its central bank: its licence is for it. */
  readonly unit: number;
  readonly name: string;
  readonly authority: WalletOperatorAuthority;
}

/** `0x4::operator::Operator` in BCS. */
export const operatorType: MoveType<Operator> = struct("0x4::operator::Operator", { centralBank: address, unit: u32, name: string, authority: walletOperatorAuthorityType });

/** An operator's own digital cash. */
export interface OperatorTill {
  readonly money: Money;
}

/** `0x4::operator::Till` in BCS. */
export const operatorTillType: MoveType<OperatorTill> = struct("0x4::operator::Till", { money: moneyType });

/** What is proposed. */
export type PolicyChangeChange =
  | MoveVariant<"Delay", { readonly delayMs: bigint }>
  | MoveVariant<"Tier", { readonly tier: number; readonly balance: bigint | undefined; readonly single: bigint | undefined; readonly daily: bigint | undefined; readonly yearly: bigint | undefined }>
  | MoveVariant<"Parameter", { readonly parameter: number; readonly value: bigint }>
  | MoveVariant<"NotesLimit", { readonly bank: Address; readonly limit: bigint }>;

/** `0x4::policy_change::Change` in BCS. */
export const policyChangeChangeType: MoveType<PolicyChangeChange> = enumeration("0x4::policy_change::Change", { Delay: { delayMs: u64 }, Tier: { tier: u8, balance: option(u64), single: option(u64), daily: option(u64), yearly: option(u64) }, Parameter: { parameter: u8, value: u64 }, NotesLimit: { bank: address, limit: u64 } });

/** From a time on, until the next step. */
export interface ReserveScheduleStep {
  /** Milliseconds since 1970. */
  readonly fromMs: bigint;
  readonly shareBps: bigint;
}

/** `0x4::reserve_schedule::Step` in BCS. */
export const reserveScheduleStepType: MoveType<ReserveScheduleStep> = struct("0x4::reserve_schedule::Step", { fromMs: u64, shareBps: u64 });

/** At the central bank's address. */
export interface ReserveScheduleSchedule {
  /** By date, ascending. */
  readonly steps: readonly ReserveScheduleStep[];
}

/** `0x4::reserve_schedule::Schedule` in BCS. */
export const reserveScheduleScheduleType: MoveType<ReserveScheduleSchedule> = struct("0x4::reserve_schedule::Schedule", { steps: vector(reserveScheduleStepType) });

/** What a bank was last assessed at, at its address. */
export interface Reserves {
  /** Days since 1970. */
  readonly assessedOn: bigint;
  /** What lay on its settlement account then, in minor units. */
  readonly balance: bigint;
  /** Assessments in a row at which it was short. */
  readonly timesShort: bigint;
}

/** `0x4::reserves::Reserves` in BCS. */
export const reservesType: MoveType<Reserves> = struct("0x4::reserves::Reserves", { assessedOn: u64, balance: u64, timesShort: u64 });

/** A security at book value. */
export interface SecuritiesHolding {
  /** From 1, never used twice. */
  readonly id: bigint;
  /** 1 foreign exchange, 2 gold, 3 government bonds, 5 other. */
  readonly kind: number;
  readonly description: string;
  /** Minor units. */
  readonly bookValue: bigint;
  /** Of it, what is pledged. */
  readonly pledged: bigint;
  /** Who attested that it is there. */
  readonly custodian: Address;
  /** Days since 1970. */
  readonly attestedOn: bigint;
}

/** `0x4::securities::Holding` in BCS. */
export const securitiesHoldingType: MoveType<SecuritiesHolding> = struct("0x4::securities::Holding", { id: u64, kind: u8, description: string, bookValue: u64, pledged: u64, custodian: address, attestedOn: u64 });

/** At the bank's address. */
export interface Securities {
  readonly holdings: readonly SecuritiesHolding[];
  /** Number of the last holding. */
  readonly last: bigint;
}

/** `0x4::securities::Securities` in BCS. */
export const securitiesType: MoveType<Securities> = struct("0x4::securities::Securities", { holdings: vector(securitiesHoldingType), last: u64 });

/** Settlement money at a central bank. */
export interface SettlementAccountAccount {
  readonly centralBank: Address;
  /** 1 bank or operator, 2 customers' reserve and 3 own funds of a payment institution, 4 clearing house, 5 government. */
  readonly kind: number;
  readonly money: Money;
}

/** `0x4::settlement_account::Account` in BCS. */
export const settlementAccountAccountType: MoveType<SettlementAccountAccount> = struct("0x4::settlement_account::Account", { centralBank: address, kind: u8, money: moneyType });

/** The account of a bank or operator, of a clearing house, or of a government (kinds 1, 4 and 5), at its address. */
export interface SettlementAccount {
  readonly account: SettlementAccountAccount;
}

/** `0x4::settlement_account::SettlementAccount` in BCS. */
export const settlementAccountType: MoveType<SettlementAccount> = struct("0x4::settlement_account::SettlementAccount", { account: settlementAccountAccountType });

/** A payment institution's account that covers its customers' money (kind 2), at its address. */
export interface SettlementAccountCustomersReserve {
  readonly account: SettlementAccountAccount;
}

/** `0x4::settlement_account::CustomersReserve` in BCS. */
export const settlementAccountCustomersReserveType: MoveType<SettlementAccountCustomersReserve> = struct("0x4::settlement_account::CustomersReserve", { account: settlementAccountAccountType });

/** A payment institution's account for its own funds (kind 3), at its address. */
export interface SettlementAccountOwnFunds {
  readonly account: SettlementAccountAccount;
}

/** `0x4::settlement_account::OwnFunds` in BCS. */
export const settlementAccountOwnFundsType: MoveType<SettlementAccountOwnFunds> = struct("0x4::settlement_account::OwnFunds", { account: settlementAccountAccountType });

/** What lies in all accounts at a central bank, at the central bank's address. */
export interface SettlementAccountDeposits {
  /** In minor units; that of kind 1 first. */
  readonly byKind: readonly bigint[];
  /** Whoever has an account, in the order in which they came. */
  readonly holders: readonly Address[];
}

/** `0x4::settlement_account::Deposits` in BCS. */
export const settlementAccountDepositsType: MoveType<SettlementAccountDeposits> = struct("0x4::settlement_account::Deposits", { byKind: vector(u128), holders: vector(address) });

/** Settlement money that a bank left at the deposit facility, at the bank's address. */
export interface StandingFacilitiesFacilityDeposit {
  readonly money: Money;
  readonly accrual: InterestAccrual;
}

/** `0x4::standing_facilities::FacilityDeposit` in BCS. */
export const standingFacilitiesFacilityDepositType: MoveType<StandingFacilitiesFacilityDeposit> = struct("0x4::standing_facilities::FacilityDeposit", { money: moneyType, accrual: interestAccrualType });

/** A bank's time deposits, at its address. */
export interface TimeDeposits {
  readonly deposits: Table;
  /** Number of the last. */
  readonly last: bigint;
  /** All principals, in minor units. */
  readonly total: bigint;
  /** How many there are of an account that has any. */
  readonly byAccount: Table;
}

/** `0x4::time_deposits::TimeDeposits` in BCS. */
export const timeDepositsType: MoveType<TimeDeposits> = struct("0x4::time_deposits::TimeDeposits", { deposits: tableType, last: u64, total: u128, byAccount: tableType });

/** One of them. */
export interface TimeDepositsTimeDeposit {
  /** The customer's account at the bank. */
  readonly account: number;
  readonly principal: bigint;
  /** At the agreed rate. */
  readonly accrual: InterestAccrual;
  /** Reckoned, at the agreed rate, and not yet paid. */
  readonly interestDue: bigint;
  /** Days since 1970. */
  readonly placedOn: bigint;
  readonly maturesOn: bigint;
  /** What it bears if it ends before, in hundredths of a per cent a year. */
  readonly earlyRateBps: bigint;
}

/** `0x4::time_deposits::TimeDeposit` in BCS. */
export const timeDepositsTimeDepositType: MoveType<TimeDepositsTimeDeposit> = struct("0x4::time_deposits::TimeDeposit", { account: u32, principal: u64, accrual: interestAccrualType, interestDue: u64, placedOn: u64, maturesOn: u64, earlyRateBps: u64 });

/** At the bank's address. */
export interface WalletDeposits {
  /** Over the instrument that its wallets hold. */
  readonly authority: InstrumentIssueAuthority;
}

/** `0x4::wallet_deposits::WalletDeposits` in BCS. */
export const walletDepositsType: MoveType<WalletDeposits> = struct("0x4::wallet_deposits::WalletDeposits", { authority: instrumentIssueAuthorityType });

/** Accounts that were opened for wallet money of a failed bank, at the bank's address. */
export interface WalletResolutionHoldersAccounts {
  /** By the holder's commitment, as an address. */
  readonly accounts: Table;
}

/** `0x4::wallet_resolution::HoldersAccounts` in BCS. */
export const walletResolutionHoldersAccountsType: MoveType<WalletResolutionHoldersAccounts> = struct("0x4::wallet_resolution::HoldersAccounts", { accounts: tableType });

/** A posting was made: the journal. */
export interface BooksPosted {
  readonly institution: Address;
  /** Counts from 1. */
  readonly posting: bigint;
  readonly period: bigint;
  readonly memo: string;
  readonly entries: readonly BooksEntry[];
}

/** `0x4::books::Posted` in BCS. */
export const booksPostedType: MoveType<BooksPosted> = struct("0x4::books::Posted", { institution: address, posting: u64, period: u64, memo: string, entries: vector(booksEntryType) });

/** Income and expense of a period went into equity. */
export interface BooksPeriodClosed {
  readonly institution: Address;
  readonly period: bigint;
  readonly income: bigint;
  readonly expense: bigint;
}

/** `0x4::books::PeriodClosed` in BCS. */
export const booksPeriodClosedType: MoveType<BooksPeriodClosed> = struct("0x4::books::PeriodClosed", { institution: address, period: u64, income: u128, expense: u128 });

/** A deposit became digital cash. */
export interface CashDrawDepositCashedIn {
  readonly bank: Address;
  readonly account: number;
  readonly owner: Address;
  readonly amount: bigint;
}

/** `0x4::cash_draw::DepositCashedIn` in BCS. */
export const cashDrawDepositCashedInType: MoveType<CashDrawDepositCashedIn> = struct("0x4::cash_draw::DepositCashedIn", { bank: address, account: u32, owner: address, amount: u64 });

/** Digital cash became a deposit. */
export interface CashExchangeCashDeposited {
  readonly bank: Address;
  readonly account: number;
  readonly owner: Address;
  readonly amount: bigint;
}

/** `0x4::cash_exchange::CashDeposited` in BCS. */
export const cashExchangeCashDepositedType: MoveType<CashExchangeCashDeposited> = struct("0x4::cash_exchange::CashDeposited", { bank: address, account: u32, owner: address, amount: u64 });

export interface CentralBankEstablished {
  readonly centralBank: Address;
  readonly unit: number;
  readonly settlement: number;
  readonly cash: number;
}

/** `0x4::central_bank::CentralBankEstablished` in BCS. */
export const centralBankEstablishedType: MoveType<CentralBankEstablished> = struct("0x4::central_bank::CentralBankEstablished", { centralBank: address, unit: u32, settlement: u32, cash: u32 });

/** An asset began or ceased to perform. Cover is breached while it is less than base money. */
export interface CentralBankPerformanceChanged {
  readonly centralBank: Address;
  readonly asset: bigint;
  readonly performing: boolean;
  readonly baseMoney: bigint;
  readonly cover: bigint;
}

/** `0x4::central_bank::PerformanceChanged` in BCS. */
export const centralBankPerformanceChangedType: MoveType<CentralBankPerformanceChanged> = struct("0x4::central_bank::PerformanceChanged", { centralBank: address, asset: u64, performing: bool, baseMoney: u128, cover: u128 });

/** A part of an asset that does not perform was given up against capital. */
export interface CentralBankAssetWrittenOff {
  readonly centralBank: Address;
  readonly asset: bigint;
  readonly amount: bigint;
  readonly left: bigint;
}

/** `0x4::central_bank::AssetWrittenOff` in BCS. */
export const centralBankAssetWrittenOffType: MoveType<CentralBankAssetWrittenOff> = struct("0x4::central_bank::AssetWrittenOff", { centralBank: address, asset: u64, amount: u64, left: u64 });

/** A custodian attested that an asset is there. */
export interface CentralBankAssetAttested {
  readonly centralBank: Address;
  readonly asset: bigint;
  readonly custodian: Address;
  readonly attestedOn: bigint;
}

/** `0x4::central_bank::AssetAttested` in BCS. */
export const centralBankAssetAttestedType: MoveType<CentralBankAssetAttested> = struct("0x4::central_bank::AssetAttested", { centralBank: address, asset: u64, custodian: address, attestedOn: u64 });

/** An asset, or a part of it, went back to its counterparty. */
export interface CentralBankAssetReturned {
  readonly centralBank: Address;
  readonly asset: bigint;
  readonly counterparty: Address;
  readonly amount: bigint;
}

/** `0x4::central_bank::AssetReturned` in BCS. */
export const centralBankAssetReturnedType: MoveType<CentralBankAssetReturned> = struct("0x4::central_bank::AssetReturned", { centralBank: address, asset: u64, counterparty: address, amount: u64 });

/** An asset came onto the books, against settlement money of its counterparty or against capital. */
export interface CentralBankAssetPosted {
  readonly centralBank: Address;
  readonly asset: bigint;
  readonly kind: number;
  readonly counterparty: Address | undefined;
  readonly bookValue: bigint;
  readonly haircutBps: bigint;
}

/** `0x4::central_bank::AssetPosted` in BCS. */
export const centralBankAssetPostedType: MoveType<CentralBankAssetPosted> = struct("0x4::central_bank::AssetPosted", { centralBank: address, asset: u64, kind: u8, counterparty: option(address), bookValue: u64, haircutBps: u64 });

export interface CentralBankCreditCreditGranted {
  readonly centralBank: Address;
  readonly bank: Address;
  readonly credit: bigint;
  readonly principal: bigint;
  readonly rateBps: bigint;
  readonly pledged: bigint;
  readonly maturesOn: bigint;
}

/** `0x4::central_bank_credit::CreditGranted` in BCS. */
export const centralBankCreditCreditGrantedType: MoveType<CentralBankCreditCreditGranted> = struct("0x4::central_bank_credit::CreditGranted", { centralBank: address, bank: address, credit: u64, principal: u64, rateBps: u64, pledged: u64, maturesOn: u64 });

export interface CentralBankCreditCreditRepaid {
  readonly centralBank: Address;
  readonly bank: Address;
  readonly credit: bigint;
  readonly principal: bigint;
  readonly interest: bigint;
}

/** `0x4::central_bank_credit::CreditRepaid` in BCS. */
export const centralBankCreditCreditRepaidType: MoveType<CentralBankCreditCreditRepaid> = struct("0x4::central_bank_credit::CreditRepaid", { centralBank: address, bank: address, credit: u64, principal: u64, interest: u64 });

/** A pledge took the place of a claim. */
export interface CentralBankCreditCollateralTaken {
  readonly centralBank: Address;
  readonly bank: Address;
  readonly credit: bigint;
  readonly claimed: bigint;
  readonly taken: bigint;
}

/** `0x4::central_bank_credit::CollateralTaken` in BCS. */
export const centralBankCreditCollateralTakenType: MoveType<CentralBankCreditCollateralTaken> = struct("0x4::central_bank_credit::CollateralTaken", { centralBank: address, bank: address, credit: u64, claimed: u64, taken: u64 });

/** What each participant has to pay or gets, by place, in minor units. */
export interface ClearingCycleCycleClosed {
  readonly house: Address;
  readonly cycle: bigint;
  readonly payments: bigint;
  readonly value: bigint;
  readonly debits: readonly bigint[];
  readonly credits: readonly bigint[];
}

/** `0x4::clearing_cycle::CycleClosed` in BCS. */
export const clearingCycleCycleClosedType: MoveType<ClearingCycleCycleClosed> = struct("0x4::clearing_cycle::CycleClosed", { house: address, cycle: u64, payments: u64, value: u128, debits: vector(u64), credits: vector(u64) });

export interface ClearingCycleCycleSettled {
  readonly house: Address;
  readonly cycle: bigint;
  readonly payments: bigint;
  /** Those that went back to the queue or to their payers. */
  readonly leftOut: bigint;
}

/** `0x4::clearing_cycle::CycleSettled` in BCS. */
export const clearingCycleCycleSettledType: MoveType<ClearingCycleCycleSettled> = struct("0x4::clearing_cycle::CycleSettled", { house: address, cycle: u64, payments: u64, leftOut: u64 });

/** A participant did not pay what it owed, and who bore it, in minor units. */
export interface ClearingCycleParticipantFailed {
  readonly house: Address;
  readonly institution: Address;
  readonly cycle: bigint;
  readonly collateral: bigint;
  readonly fundShare: bigint;
  readonly capital: bigint;
  /** By place. */
  readonly survivors: readonly bigint[];
}

/** `0x4::clearing_cycle::ParticipantFailed` in BCS. */
export const clearingCycleParticipantFailedType: MoveType<ClearingCycleParticipantFailed> = struct("0x4::clearing_cycle::ParticipantFailed", { house: address, institution: address, cycle: u64, collateral: u64, fundShare: u64, capital: u64, survivors: vector(u64) });

/** A payment is in clearing. */
export interface ClearingEntryPaymentEntered {
  readonly house: Address;
  readonly number: bigint;
  readonly payer: Address;
  readonly fromAccount: number;
  readonly payee: Address;
  readonly toAccount: number;
  readonly amount: bigint;
  readonly mode: number;
  readonly priority: number;
  /** The settled payment that this one gives back; 0 if it is none. */
  readonly returnOf: bigint;
}

/** `0x4::clearing_entry::PaymentEntered` in BCS. */
export const clearingEntryPaymentEnteredType: MoveType<ClearingEntryPaymentEntered> = struct("0x4::clearing_entry::PaymentEntered", { house: address, number: u64, payer: address, fromAccount: u32, payee: address, toAccount: u32, amount: u64, mode: u8, priority: u8, returnOf: u64 });

/** A participant put up collateral (1), a share of the default fund (2) or capital (3), or took it back. */
export interface ClearingFundsFundsChanged {
  readonly house: Address;
  readonly institution: Address;
  /** 1 collateral, 2 share of the default fund, 3 capital of the clearing house. */
  readonly what: number;
  readonly isBack: boolean;
  readonly amount: bigint;
}

/** `0x4::clearing_funds::FundsChanged` in BCS. */
export const clearingFundsFundsChangedType: MoveType<ClearingFundsFundsChanged> = struct("0x4::clearing_funds::FundsChanged", { house: address, institution: address, what: u8, isBack: bool, amount: u64 });

/** A participant that had failed made good what others had borne. */
export interface ClearingFundsLossRepaid {
  readonly house: Address;
  readonly institution: Address;
  readonly toCapital: bigint;
  /** By place. */
  readonly toSurvivors: readonly bigint[];
}

/** `0x4::clearing_funds::LossRepaid` in BCS. */
export const clearingFundsLossRepaidType: MoveType<ClearingFundsLossRepaid> = struct("0x4::clearing_funds::LossRepaid", { house: address, institution: address, toCapital: u64, toSurvivors: vector(u64) });

export interface ClearingHouseOpened {
  readonly house: Address;
  readonly unit: number;
  readonly centralBank: Address;
  readonly name: string;
  readonly rules: ClearingHouseRules;
}

/** `0x4::clearing_house::ClearingHouseOpened` in BCS. */
export const clearingHouseOpenedType: MoveType<ClearingHouseOpened> = struct("0x4::clearing_house::ClearingHouseOpened", { house: address, unit: u32, centralBank: address, name: string, rules: clearingHouseRulesType });

export interface ClearingMembershipParticipantAdmitted {
  readonly house: Address;
  readonly institution: Address;
  readonly place: bigint;
}

/** `0x4::clearing_membership::ParticipantAdmitted` in BCS. */
export const clearingMembershipParticipantAdmittedType: MoveType<ClearingMembershipParticipantAdmitted> = struct("0x4::clearing_membership::ParticipantAdmitted", { house: address, institution: address, place: u64 });

export interface ClearingMembershipCapSet {
  readonly house: Address;
  readonly institution: Address;
  readonly cap: bigint;
}

/** `0x4::clearing_membership::CapSet` in BCS. */
export const clearingMembershipCapSetType: MoveType<ClearingMembershipCapSet> = struct("0x4::clearing_membership::CapSet", { house: address, institution: address, cap: u64 });

/** A higher cap can be set from a time on. */
export interface ClearingMembershipCapAnnounced {
  readonly house: Address;
  readonly institution: Address;
  readonly cap: bigint;
  readonly fromMs: bigint;
}

/** `0x4::clearing_membership::CapAnnounced` in BCS. */
export const clearingMembershipCapAnnouncedType: MoveType<ClearingMembershipCapAnnounced> = struct("0x4::clearing_membership::CapAnnounced", { house: address, institution: address, cap: u64, fromMs: u64 });

export interface ClearingMembershipParticipantJoined {
  readonly house: Address;
  readonly institution: Address;
}

/** `0x4::clearing_membership::ParticipantJoined` in BCS. */
export const clearingMembershipParticipantJoinedType: MoveType<ClearingMembershipParticipantJoined> = struct("0x4::clearing_membership::ParticipantJoined", { house: address, institution: address });

export interface ClearingMembershipParticipantLeft {
  readonly house: Address;
  readonly institution: Address;
}

/** `0x4::clearing_membership::ParticipantLeft` in BCS. */
export const clearingMembershipParticipantLeftType: MoveType<ClearingMembershipParticipantLeft> = struct("0x4::clearing_membership::ParticipantLeft", { house: address, institution: address });

/** The payee limits what a payer may owe it; none lifts the limit. */
export interface ClearingMembershipPairLimitSet {
  readonly house: Address;
  readonly payer: Address;
  readonly payee: Address;
  readonly limit: bigint | undefined;
}

/** `0x4::clearing_membership::PairLimitSet` in BCS. */
export const clearingMembershipPairLimitSetType: MoveType<ClearingMembershipPairLimitSet> = struct("0x4::clearing_membership::PairLimitSet", { house: address, payer: address, payee: address, limit: option(u64) });

export interface ClearingReturnsPriorityChanged {
  readonly house: Address;
  readonly number: bigint;
  readonly priority: number;
}

/** `0x4::clearing_returns::PriorityChanged` in BCS. */
export const clearingReturnsPriorityChangedType: MoveType<ClearingReturnsPriorityChanged> = struct("0x4::clearing_returns::PriorityChanged", { house: address, number: u64, priority: u8 });

/** Nothing of this participant enters any more. */
export interface ClearingReturnsInsolvencyRecorded {
  readonly house: Address;
  readonly institution: Address;
  readonly supervisor: Address;
  readonly reason: string;
}

/** `0x4::clearing_returns::InsolvencyRecorded` in BCS. */
export const clearingReturnsInsolvencyRecordedType: MoveType<ClearingReturnsInsolvencyRecorded> = struct("0x4::clearing_returns::InsolvencyRecorded", { house: address, institution: address, supervisor: address, reason: string });

export interface ClearingReturnsRecallAsked {
  readonly house: Address;
  readonly number: bigint;
  readonly payer: Address;
  readonly payee: Address;
  readonly reason: string;
}

/** `0x4::clearing_returns::RecallAsked` in BCS. */
export const clearingReturnsRecallAskedType: MoveType<ClearingReturnsRecallAsked> = struct("0x4::clearing_returns::RecallAsked", { house: address, number: u64, payer: address, payee: address, reason: string });

export interface ClearingReturnsRecallRefused {
  readonly house: Address;
  readonly number: bigint;
  readonly reason: string;
}

/** `0x4::clearing_returns::RecallRefused` in BCS. */
export const clearingReturnsRecallRefusedType: MoveType<ClearingReturnsRecallRefused> = struct("0x4::clearing_returns::RecallRefused", { house: address, number: u64, reason: string });

/** A settled payment is given back by another. */
export interface ClearingReturnsPaymentGivenBack {
  readonly house: Address;
  readonly number: bigint;
  readonly by: bigint;
}

/** `0x4::clearing_returns::PaymentGivenBack` in BCS. */
export const clearingReturnsPaymentGivenBackType: MoveType<ClearingReturnsPaymentGivenBack> = struct("0x4::clearing_returns::PaymentGivenBack", { house: address, number: u64, by: u64 });

/** A payment went back to its payer without having settled. */
export interface ClearingReturnsPaymentReturned {
  readonly house: Address;
  readonly number: bigint;
  readonly payer: Address;
  readonly fromAccount: number;
  readonly amount: bigint;
  /**
   * 1 revoked by its sender, 2 waited too long, 3 one of the institutions failed, left or lost its licence, 4 the payee's
   * account cannot take it, 5 a cycle left it out and the queue had no room for it.
   */
  readonly reason: number;
  /** Whether the payer's account takes nothing in any more, so that its institution has to claim it for another. */
  readonly unclaimed: boolean;
}

/** `0x4::clearing_returns::PaymentReturned` in BCS. */
export const clearingReturnsPaymentReturnedType: MoveType<ClearingReturnsPaymentReturned> = struct("0x4::clearing_returns::PaymentReturned", { house: address, number: u64, payer: address, fromAccount: u32, amount: u64, reason: u8, unclaimed: bool });

/** A payment is final. */
export interface ClearingSettlementPaymentSettled {
  readonly house: Address;
  readonly number: bigint;
  readonly payer: Address;
  readonly fromAccount: number;
  readonly payee: Address;
  readonly toAccount: number;
  readonly amount: bigint;
  readonly mode: number;
  readonly waitedMs: bigint;
}

/** `0x4::clearing_settlement::PaymentSettled` in BCS. */
export const clearingSettlementPaymentSettledType: MoveType<ClearingSettlementPaymentSettled> = struct("0x4::clearing_settlement::PaymentSettled", { house: address, number: u64, payer: address, fromAccount: u32, payee: address, toAccount: u32, amount: u64, mode: u8, waitedMs: u64 });

/** What one settlement did. */
export interface ClearingSettlementSettlement {
  readonly house: Address;
  /** 1 gross, 2 net. */
  readonly mode: number;
  readonly payments: bigint;
  /** What they came to, in minor units. */
  readonly value: bigint;
  /** Central-bank money that moved, and what would have moved had only pairs been set off, in minor units. */
  readonly liquidity: bigint;
  readonly bilateral: bigint;
}

/** `0x4::clearing_settlement::Settlement` in BCS. */
export const clearingSettlementSettlementType: MoveType<ClearingSettlementSettlement> = struct("0x4::clearing_settlement::Settlement", { house: address, mode: u8, payments: u64, value: u128, liquidity: u128, bilateral: u128 });

/** Customers' deposits became a bank's capital. */
export interface CommercialBankCapitalPaidIn {
  readonly bank: Address;
  readonly instrument: number;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::commercial_bank::CapitalPaidIn` in BCS. */
export const commercialBankCapitalPaidInType: MoveType<CommercialBankCapitalPaidIn> = struct("0x4::commercial_bank::CapitalPaidIn", { bank: address, instrument: u32, account: u32, amount: u64 });

/** Retained earnings became deposits of an owner. */
export interface CommercialBankDividendPaid {
  readonly bank: Address;
  readonly instrument: number;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::commercial_bank::DividendPaid` in BCS. */
export const commercialBankDividendPaidType: MoveType<CommercialBankDividendPaid> = struct("0x4::commercial_bank::DividendPaid", { bank: address, instrument: u32, account: u32, amount: u64 });

/** A bank paid interest on demand deposits. */
export interface CommercialBankDepositInterestPaid {
  readonly bank: Address;
  readonly instrument: number;
  readonly accounts: bigint;
  readonly amount: bigint;
}

/** `0x4::commercial_bank::DepositInterestPaid` in BCS. */
export const commercialBankDepositInterestPaidType: MoveType<CommercialBankDepositInterestPaid> = struct("0x4::commercial_bank::DepositInterestPaid", { bank: address, instrument: u32, accounts: u64, amount: u64 });

/** A bank charged a customer. */
export interface CommercialBankFeeCharged {
  readonly bank: Address;
  readonly instrument: number;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::commercial_bank::FeeCharged` in BCS. */
export const commercialBankFeeChargedType: MoveType<CommercialBankFeeCharged> = struct("0x4::commercial_bank::FeeCharged", { bank: address, instrument: u32, account: u32, amount: u64 });

/** Accounts went to another institution, where their numbers follow each other from `first` on. */
export interface CustomerPortCustomersPorted {
  readonly from: Address;
  readonly to: Address;
  /** The old numbers, in the order of the new ones. */
  readonly accounts: readonly number[];
  readonly first: bigint;
  readonly amount: bigint;
}

/** `0x4::customer_port::CustomersPorted` in BCS. */
export const customerPortCustomersPortedType: MoveType<CustomerPortCustomersPorted> = struct("0x4::customer_port::CustomersPorted", { from: address, to: address, accounts: vector(u32), first: u64, amount: u64 });

export interface CustomerRedPacketPacketGiven {
  readonly institution: Address;
  readonly number: bigint;
  readonly giver: number;
  readonly amount: bigint;
  readonly shares: bigint;
  readonly expiresMs: bigint;
}

/** `0x4::customer_red_packet::PacketGiven` in BCS. */
export const customerRedPacketPacketGivenType: MoveType<CustomerRedPacketPacketGiven> = struct("0x4::customer_red_packet::PacketGiven", { institution: address, number: u64, giver: u32, amount: u64, shares: u64, expiresMs: u64 });

export interface CustomerRedPacketShareTaken {
  readonly institution: Address;
  readonly number: bigint;
  readonly taker: number;
  readonly amount: bigint;
  readonly sharesLeft: bigint;
}

/** `0x4::customer_red_packet::ShareTaken` in BCS. */
export const customerRedPacketShareTakenType: MoveType<CustomerRedPacketShareTaken> = struct("0x4::customer_red_packet::ShareTaken", { institution: address, number: u64, taker: u32, amount: u64, sharesLeft: u64 });

export interface CustomerRedPacketPacketReturned {
  readonly institution: Address;
  readonly number: bigint;
  /** The institution with which the account is. */
  readonly home: Address;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::customer_red_packet::PacketReturned` in BCS. */
export const customerRedPacketPacketReturnedType: MoveType<CustomerRedPacketPacketReturned> = struct("0x4::customer_red_packet::PacketReturned", { institution: address, number: u64, home: address, account: u32, amount: u64 });

export interface CustomerStandingOrderOrderMade {
  readonly institution: Address;
  readonly number: bigint;
  readonly payer: number;
  readonly payee: number;
  readonly amount: bigint;
  readonly firstDay: bigint;
}

/** `0x4::customer_standing_order::OrderMade` in BCS. */
export const customerStandingOrderOrderMadeType: MoveType<CustomerStandingOrderOrderMade> = struct("0x4::customer_standing_order::OrderMade", { institution: address, number: u64, payer: u32, payee: u32, amount: u64, firstDay: u64 });

/** What became of a payment that was due. */
export interface CustomerStandingOrderOrderTriggered {
  readonly institution: Address;
  readonly number: bigint;
  readonly dueDay: bigint;
  readonly isPaid: boolean;
}

/** `0x4::customer_standing_order::OrderTriggered` in BCS. */
export const customerStandingOrderOrderTriggeredType: MoveType<CustomerStandingOrderOrderTriggered> = struct("0x4::customer_standing_order::OrderTriggered", { institution: address, number: u64, dueDay: u64, isPaid: bool });

export interface CustomerStandingOrderOrderEnded {
  readonly institution: Address;
  readonly number: bigint;
  readonly paid: bigint;
  readonly missed: bigint;
  readonly isCancelled: boolean;
}

/** `0x4::customer_standing_order::OrderEnded` in BCS. */
export const customerStandingOrderOrderEndedType: MoveType<CustomerStandingOrderOrderEnded> = struct("0x4::customer_standing_order::OrderEnded", { institution: address, number: u64, paid: u64, missed: u64, isCancelled: bool });

export interface CustomersReserveSecondModeEntered {
  readonly institution: Address;
  readonly eMoney: bigint;
  readonly reserve: bigint;
}

/** `0x4::customers_reserve::SecondModeEntered` in BCS. */
export const customersReserveSecondModeEnteredType: MoveType<CustomersReserveSecondModeEntered> = struct("0x4::customers_reserve::SecondModeEntered", { institution: address, eMoney: u128, reserve: u64 });

export interface DepositInsurancePremiumPaid {
  readonly insurer: Address;
  readonly bank: Address;
  readonly amount: bigint;
}

/** `0x4::deposit_insurance::PremiumPaid` in BCS. */
export const depositInsurancePremiumPaidType: MoveType<DepositInsurancePremiumPaid> = struct("0x4::deposit_insurance::PremiumPaid", { insurer: address, bank: address, amount: u64 });

/** A customer paid digital cash out of a wallet onto an account. */
export interface EMoneyExchangeToppedUp {
  readonly institution: Address;
  readonly account: number;
  readonly owner: Address;
  readonly amount: bigint;
}

/** `0x4::e_money_exchange::ToppedUp` in BCS. */
export const eMoneyExchangeToppedUpType: MoveType<EMoneyExchangeToppedUp> = struct("0x4::e_money_exchange::ToppedUp", { institution: address, account: u32, owner: address, amount: u64 });

/** E-money of an account was redeemed into a wallet. */
export interface EMoneyExchangePaidOut {
  readonly institution: Address;
  readonly account: number;
  readonly owner: Address;
  readonly amount: bigint;
}

/** `0x4::e_money_exchange::PaidOut` in BCS. */
export const eMoneyExchangePaidOutType: MoveType<EMoneyExchangePaidOut> = struct("0x4::e_money_exchange::PaidOut", { institution: address, account: u32, owner: address, amount: u64 });

/** A security of a failed bank went to another bank. */
export interface EstateSecuritySold {
  readonly bank: Address;
  readonly holding: bigint;
  readonly to: Address;
  /** At book value. */
  readonly amount: bigint;
  readonly price: bigint;
}

/** `0x4::estate::SecuritySold` in BCS. */
export const estateSecuritySoldType: MoveType<EstateSecuritySold> = struct("0x4::estate::SecuritySold", { bank: address, holding: u64, to: address, amount: u64, price: u64 });

/** The insurer got a part of its claim. */
export interface EstatePayoutInsurerPaid {
  readonly bank: Address;
  readonly insurer: Address;
  readonly amount: bigint;
}

/** `0x4::estate_payout::InsurerPaid` in BCS. */
export const estatePayoutInsurerPaidType: MoveType<EstatePayoutInsurerPaid> = struct("0x4::estate_payout::InsurerPaid", { bank: address, insurer: address, amount: u64 });

/** A customer's deposit was paid at another bank. */
export interface EstatePayoutDepositPaidOut {
  readonly bank: Address;
  readonly account: number;
  readonly toBank: Address;
  readonly toAccount: number;
  readonly amount: bigint;
}

/** `0x4::estate_payout::DepositPaidOut` in BCS. */
export const estatePayoutDepositPaidOutType: MoveType<EstatePayoutDepositPaidOut> = struct("0x4::estate_payout::DepositPaidOut", { bank: address, account: u32, toBank: address, toAccount: u32, amount: u64 });

/** A bank that had lent to the failed one got a part of its claim, or of what it had lost. */
export interface EstatePayoutLenderPaid {
  readonly bank: Address;
  readonly lender: Address;
  readonly amount: bigint;
  readonly wasLost: boolean;
}

/** `0x4::estate_payout::LenderPaid` in BCS. */
export const estatePayoutLenderPaidType: MoveType<EstatePayoutLenderPaid> = struct("0x4::estate_payout::LenderPaid", { bank: address, lender: address, amount: u64, wasLost: bool });

/** Customers got back, on their accounts, a part of what they had borne. */
export interface EstatePayoutCustomersRestored {
  readonly bank: Address;
  readonly accounts: readonly number[];
  readonly amounts: readonly bigint[];
}

/** `0x4::estate_payout::CustomersRestored` in BCS. */
export const estatePayoutCustomersRestoredType: MoveType<EstatePayoutCustomersRestored> = struct("0x4::estate_payout::CustomersRestored", { bank: address, accounts: vector(u32), amounts: vector(u64) });

/** Owners got what was left. */
export interface EstatePayoutOwnersPaid {
  readonly bank: Address;
  readonly toBank: Address;
  readonly toAccount: number;
  readonly amount: bigint;
}

/** `0x4::estate_payout::OwnersPaid` in BCS. */
export const estatePayoutOwnersPaidType: MoveType<EstatePayoutOwnersPaid> = struct("0x4::estate_payout::OwnersPaid", { bank: address, toBank: address, toAccount: u32, amount: u64 });

/** E-money was issued against, or redeemed from, a deposit that the institution says it has. */
export interface FirstModeIssuedAgainstDeposit {
  readonly institution: Address;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::first_mode::IssuedAgainstDeposit` in BCS. */
export const firstModeIssuedAgainstDepositType: MoveType<FirstModeIssuedAgainstDeposit> = struct("0x4::first_mode::IssuedAgainstDeposit", { institution: address, account: u32, amount: u64 });

export interface FirstModeRedeemedFromDeposit {
  readonly institution: Address;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::first_mode::RedeemedFromDeposit` in BCS. */
export const firstModeRedeemedFromDepositType: MoveType<FirstModeRedeemedFromDeposit> = struct("0x4::first_mode::RedeemedFromDeposit", { institution: address, account: u32, amount: u64 });

export interface FirstModeReported {
  readonly institution: Address;
  readonly report: FirstModeReport;
}

/** `0x4::first_mode::Reported` in BCS. */
export const firstModeReportedType: MoveType<FirstModeReported> = struct("0x4::first_mode::Reported", { institution: address, report: firstModeReportType });

export interface InsolvencyDeclared {
  readonly bank: Address;
  readonly supervisor: Address;
  readonly administrator: Address;
}

/** `0x4::insolvency::InsolvencyDeclared` in BCS. */
export const insolvencyDeclaredType: MoveType<InsolvencyDeclared> = struct("0x4::insolvency::InsolvencyDeclared", { bank: address, supervisor: address, administrator: address });

/** What banks that had lent to the insolvent one have lost. */
export interface InsolvencyLendersBore {
  readonly bank: Address;
  readonly lenders: readonly Address[];
  readonly amounts: readonly bigint[];
}

/** `0x4::insolvency::LendersBore` in BCS. */
export const insolvencyLendersBoreType: MoveType<InsolvencyLendersBore> = struct("0x4::insolvency::LendersBore", { bank: address, lenders: vector(address), amounts: vector(u64) });

export interface InsolvencyInsuredPaid {
  readonly bank: Address;
  readonly account: number;
  readonly toBank: Address;
  readonly toAccount: number;
  readonly amount: bigint;
}

/** `0x4::insolvency::InsuredPaid` in BCS. */
export const insolvencyInsuredPaidType: MoveType<InsolvencyInsuredPaid> = struct("0x4::insolvency::InsuredPaid", { bank: address, account: u32, toBank: address, toAccount: u32, amount: u64 });

/** What customers and the insurer have lost, and what nobody could bear. */
export interface InsolvencyLossesBorne {
  readonly bank: Address;
  readonly customers: bigint;
  readonly insurer: bigint;
  readonly uncovered: bigint;
}

/** `0x4::insolvency::LossesBorne` in BCS. */
export const insolvencyLossesBorneType: MoveType<InsolvencyLossesBorne> = struct("0x4::insolvency::LossesBorne", { bank: address, customers: u128, insurer: u64, uncovered: u128 });

export interface InstitutionOpened {
  readonly institution: Address;
  readonly kind: number;
  readonly unit: number;
  readonly centralBank: Address;
  readonly instrument: number;
  readonly name: string;
}

/** `0x4::institution::InstitutionOpened` in BCS. */
export const institutionOpenedType: MoveType<InstitutionOpened> = struct("0x4::institution::InstitutionOpened", { institution: address, kind: u8, unit: u32, centralBank: address, instrument: u32, name: string });

export interface InterbankLent {
  readonly lender: Address;
  readonly borrower: Address;
  readonly claim: bigint;
  readonly principal: bigint;
  readonly rateBps: bigint;
  readonly maturesOn: bigint;
}

/** `0x4::interbank::InterbankLent` in BCS. */
export const interbankLentType: MoveType<InterbankLent> = struct("0x4::interbank::InterbankLent", { lender: address, borrower: address, claim: u64, principal: u64, rateBps: u64, maturesOn: u64 });

export interface InterbankRepaid {
  readonly lender: Address;
  readonly borrower: Address;
  readonly claim: bigint;
  readonly principal: bigint;
  readonly interest: bigint;
}

/** `0x4::interbank::InterbankRepaid` in BCS. */
export const interbankRepaidType: MoveType<InterbankRepaid> = struct("0x4::interbank::InterbankRepaid", { lender: address, borrower: address, claim: u64, principal: u64, interest: u64 });

/** A loan was made, and as much deposited. */
export interface LendingLoanGranted {
  readonly bank: Address;
  readonly instrument: number;
  readonly loan: bigint;
  readonly account: number;
  readonly principal: bigint;
  readonly rateBps: bigint;
  readonly lastDay: bigint;
}

/** `0x4::lending::LoanGranted` in BCS. */
export const lendingLoanGrantedType: MoveType<LendingLoanGranted> = struct("0x4::lending::LoanGranted", { bank: address, instrument: u32, loan: u64, account: u32, principal: u64, rateBps: u64, lastDay: u64 });

export interface LendingLoanProvided {
  readonly bank: Address;
  readonly loan: bigint;
  readonly provision: bigint;
}

/** `0x4::lending::LoanProvided` in BCS. */
export const lendingLoanProvidedType: MoveType<LendingLoanProvided> = struct("0x4::lending::LoanProvided", { bank: address, loan: u64, provision: u64 });

export interface LendingLoanPerformanceChanged {
  readonly bank: Address;
  readonly loan: bigint;
  readonly performing: boolean;
}

/** `0x4::lending::LoanPerformanceChanged` in BCS. */
export const lendingLoanPerformanceChangedType: MoveType<LendingLoanPerformanceChanged> = struct("0x4::lending::LoanPerformanceChanged", { bank: address, loan: u64, performing: bool });

export interface LendingLoanWrittenOff {
  readonly bank: Address;
  readonly loan: bigint;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly loss: bigint;
}

/** `0x4::lending::LoanWrittenOff` in BCS. */
export const lendingLoanWrittenOffType: MoveType<LendingLoanWrittenOff> = struct("0x4::lending::LoanWrittenOff", { bank: address, loan: u64, principal: u64, interest: u64, loss: u64 });

/** A loan went to another bank. */
export interface LendingLoanSold {
  readonly bank: Address;
  readonly loan: bigint;
  readonly to: Address;
  /** Its number there. */
  readonly asLoan: bigint;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly price: bigint;
}

/** `0x4::lending::LoanSold` in BCS. */
export const lendingLoanSoldType: MoveType<LendingLoanSold> = struct("0x4::lending::LoanSold", { bank: address, loan: u64, to: address, asLoan: u64, principal: u64, interest: u64, price: u64 });

/** A borrower paid out of its account, and the deposit ended. */
export interface LendingLoanRepaid {
  readonly bank: Address;
  readonly instrument: number;
  readonly loan: bigint;
  readonly amount: bigint;
  readonly interest: bigint;
  readonly principalLeft: bigint;
}

/** `0x4::lending::LoanRepaid` in BCS. */
export const lendingLoanRepaidType: MoveType<LendingLoanRepaid> = struct("0x4::lending::LoanRepaid", { bank: address, instrument: u32, loan: u64, amount: u64, interest: u64, principalLeft: u64 });

export interface LinkedDepositDepositLinked {
  readonly owner: Address;
  readonly bank: Address;
  readonly account: number;
  readonly takesOverflow: boolean;
  readonly coversPayments: boolean;
}

/** `0x4::linked_deposit::DepositLinked` in BCS. */
export const linkedDepositDepositLinkedType: MoveType<LinkedDepositDepositLinked> = struct("0x4::linked_deposit::DepositLinked", { owner: address, bank: address, account: u32, takesOverflow: bool, coversPayments: bool });

export interface LinkedDepositDepositUnlinked {
  readonly owner: Address;
}

/** `0x4::linked_deposit::DepositUnlinked` in BCS. */
export const linkedDepositDepositUnlinkedType: MoveType<LinkedDepositDepositUnlinked> = struct("0x4::linked_deposit::DepositUnlinked", { owner: address });

/** What did not fit into the payee's wallet became a deposit. */
export interface LinkedDepositOverflowed {
  readonly owner: Address;
  readonly bank: Address;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::linked_deposit::Overflowed` in BCS. */
export const linkedDepositOverflowedType: MoveType<LinkedDepositOverflowed> = struct("0x4::linked_deposit::Overflowed", { owner: address, bank: address, account: u32, amount: u64 });

export interface MerchantTermsSet {
  readonly institution: Address;
  readonly account: number;
  /** Absent: the account is no merchant's any more. */
  readonly terms: MerchantTerms | undefined;
}

/** `0x4::merchant::TermsSet` in BCS. */
export const merchantTermsSetType: MoveType<MerchantTermsSet> = struct("0x4::merchant::TermsSet", { institution: address, account: u32, terms: option(merchantTermsType) });

export interface MerchantTermsAnnounced {
  readonly institution: Address;
  readonly account: number;
  readonly terms: MerchantTerms;
  readonly fromMs: bigint;
}

/** `0x4::merchant::TermsAnnounced` in BCS. */
export const merchantTermsAnnouncedType: MoveType<MerchantTermsAnnounced> = struct("0x4::merchant::TermsAnnounced", { institution: address, account: u32, terms: merchantTermsType, fromMs: u64 });

/** A batch of collections. */
export interface MerchantCollected {
  readonly institution: Address;
  /** The number of the first that was accepted; those after it follow, in their order. */
  readonly first: bigint;
  readonly accepted: bigint;
  readonly refused: bigint;
  /** Of those accepted: what payers paid, and what of it is the institution's income. */
  readonly total: bigint;
  readonly fees: bigint;
  /** One for each entry, in their order; 0 is accepted. */
  readonly statuses: Uint8Array;
}

/** `0x4::merchant::Collected` in BCS. */
export const merchantCollectedType: MoveType<MerchantCollected> = struct("0x4::merchant::Collected", { institution: address, first: u64, accepted: u64, refused: u64, total: u128, fees: u64, statuses: bytes });

/** A batch of refunds. */
export interface MerchantRefunded {
  readonly institution: Address;
  readonly accepted: bigint;
  readonly refused: bigint;
  /** Of those accepted. */
  readonly total: bigint;
  /** One for each entry, in their order; 0 is accepted. */
  readonly statuses: Uint8Array;
}

/** `0x4::merchant::Refunded` in BCS. */
export const merchantRefundedType: MoveType<MerchantRefunded> = struct("0x4::merchant::Refunded", { institution: address, accepted: u64, refused: u64, total: u128, statuses: bytes });

/** A batch of refunds by the institution to which payers and merchants were handed on. */
export interface MerchantRefundedFor {
  readonly institution: Address;
  /** Which made the collections. */
  readonly collectedBy: Address;
  readonly accepted: bigint;
  readonly refused: bigint;
  /** Of those accepted. */
  readonly total: bigint;
  /** One for each entry, in their order; 0 is accepted. */
  readonly statuses: Uint8Array;
}

/** `0x4::merchant::RefundedFor` in BCS. */
export const merchantRefundedForType: MoveType<MerchantRefundedFor> = struct("0x4::merchant::RefundedFor", { institution: address, collectedBy: address, accepted: u64, refused: u64, total: u128, statuses: bytes });

export interface MonetaryPolicyChanged {
  readonly centralBank: Address;
  readonly parameter: number;
  readonly value: bigint;
}

/** `0x4::monetary_policy::MonetaryPolicyChanged` in BCS. */
export const monetaryPolicyChangedType: MoveType<MonetaryPolicyChanged> = struct("0x4::monetary_policy::MonetaryPolicyChanged", { centralBank: address, parameter: u8, value: u64 });

/** A central bank set how much a bank may take in before a count. */
export interface NotesLimitSet {
  readonly bank: Address;
  readonly limit: bigint;
}

/** `0x4::notes::NotesLimitSet` in BCS. */
export const notesLimitSetType: MoveType<NotesLimitSet> = struct("0x4::notes::NotesLimitSet", { bank: address, limit: u64 });

/** A bank gave notes back, and the central bank counted them. */
export interface NotesReturned {
  readonly bank: Address;
  readonly amount: bigint;
}

/** `0x4::notes::NotesReturned` in BCS. */
export const notesReturnedType: MoveType<NotesReturned> = struct("0x4::notes::NotesReturned", { bank: address, amount: u64 });

/** A central bank counted what was in a bank's vault. What was missing is again with the public. */
export interface NotesCounted {
  readonly bank: Address;
  /** What the vault holds. */
  readonly amount: bigint;
  readonly missing: bigint;
}

/** `0x4::notes::NotesCounted` in BCS. */
export const notesCountedType: MoveType<NotesCounted> = struct("0x4::notes::NotesCounted", { bank: address, amount: u64, missing: u64 });

/** A customer took notes for a deposit. */
export interface NotesWithdrawn {
  readonly bank: Address;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::notes::NotesWithdrawn` in BCS. */
export const notesWithdrawnType: MoveType<NotesWithdrawn> = struct("0x4::notes::NotesWithdrawn", { bank: address, account: u32, amount: u64 });

/** A customer brought notes for a deposit. */
export interface NotesDeposited {
  readonly bank: Address;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::notes::NotesDeposited` in BCS. */
export const notesDepositedType: MoveType<NotesDeposited> = struct("0x4::notes::NotesDeposited", { bank: address, account: u32, amount: u64 });

export interface OperatorAdmitted {
  readonly centralBank: Address;
  readonly operator: Address;
  readonly name: string;
}

/** `0x4::operator::OperatorAdmitted` in BCS. */
export const operatorAdmittedType: MoveType<OperatorAdmitted> = struct("0x4::operator::OperatorAdmitted", { centralBank: address, operator: address, name: string });

/** What is more than the e-money went to the institution's own funds. */
export interface PaymentInstitutionSurplusSwept {
  readonly institution: Address;
  readonly amount: bigint;
}

/** `0x4::payment_institution::SurplusSwept` in BCS. */
export const paymentInstitutionSurplusSweptType: MoveType<PaymentInstitutionSurplusSwept> = struct("0x4::payment_institution::SurplusSwept", { institution: address, amount: u64 });

/** An institution gave a customer e-money out of its own funds. */
export interface PaymentInstitutionGranted {
  readonly institution: Address;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::payment_institution::Granted` in BCS. */
export const paymentInstitutionGrantedType: MoveType<PaymentInstitutionGranted> = struct("0x4::payment_institution::Granted", { institution: address, account: u32, amount: u64 });

/** A supervisor had a creditor paid out of an institution's own funds. */
export interface PaymentInstitutionAttached {
  readonly institution: Address;
  readonly creditor: Address;
  readonly supervisor: Address;
  readonly amount: bigint;
  readonly order: string;
}

/** `0x4::payment_institution::Attached` in BCS. */
export const paymentInstitutionAttachedType: MoveType<PaymentInstitutionAttached> = struct("0x4::payment_institution::Attached", { institution: address, creditor: address, supervisor: address, amount: u64, order: string });

/** A deposit of a payment institution became settlement money in its customers' reserve. */
export interface ReserveMigrationMovedToReserve {
  readonly institution: Address;
  readonly bank: Address;
  readonly amount: bigint;
}

/** `0x4::reserve_migration::MovedToReserve` in BCS. */
export const reserveMigrationMovedToReserveType: MoveType<ReserveMigrationMovedToReserve> = struct("0x4::reserve_migration::MovedToReserve", { institution: address, bank: address, amount: u64 });

export interface ReserveScheduleScheduleSet {
  readonly centralBank: Address;
  /** All steps from now on. */
  readonly steps: readonly ReserveScheduleStep[];
}

/** `0x4::reserve_schedule::ScheduleSet` in BCS. */
export const reserveScheduleScheduleSetType: MoveType<ReserveScheduleScheduleSet> = struct("0x4::reserve_schedule::ScheduleSet", { centralBank: address, steps: vector(reserveScheduleStepType) });

/** A bank was assessed for the days since the last time. */
export interface ReservesAssessed {
  readonly bank: Address;
  readonly days: bigint;
  readonly required: bigint;
  readonly counted: bigint;
  /** Paid by the central bank. */
  readonly interest: bigint;
  /** Charged by the central bank. */
  readonly charge: bigint;
  readonly timesShort: bigint;
}

/** `0x4::reserves::ReservesAssessed` in BCS. */
export const reservesAssessedType: MoveType<ReservesAssessed> = struct("0x4::reserves::ReservesAssessed", { bank: address, days: u64, required: u128, counted: u64, interest: u64, charge: u64, timesShort: u64 });

/** A security came into a bank's hands. */
export interface SecuritiesSecurityAttested {
  readonly bank: Address;
  readonly holding: bigint;
  readonly kind: number;
  readonly bookValue: bigint;
  readonly custodian: Address;
}

/** `0x4::securities::SecurityAttested` in BCS. */
export const securitiesSecurityAttestedType: MoveType<SecuritiesSecurityAttested> = struct("0x4::securities::SecurityAttested", { bank: address, holding: u64, kind: u8, bookValue: u64, custodian: address });

/** A security, or a part of it, left them. */
export interface SecuritiesSecurityReleased {
  readonly bank: Address;
  readonly holding: bigint;
  readonly amount: bigint;
}

/** `0x4::securities::SecurityReleased` in BCS. */
export const securitiesSecurityReleasedType: MoveType<SecuritiesSecurityReleased> = struct("0x4::securities::SecurityReleased", { bank: address, holding: u64, amount: u64 });

export interface SettlementAccountAccountOpened {
  readonly centralBank: Address;
  readonly holder: Address;
  readonly kind: number;
  /** Whether the holder had no account of any kind before, and so is an institution from this block on. */
  readonly isFirst: boolean;
}

/** `0x4::settlement_account::AccountOpened` in BCS. */
export const settlementAccountAccountOpenedType: MoveType<SettlementAccountAccountOpened> = struct("0x4::settlement_account::AccountOpened", { centralBank: address, holder: address, kind: u8, isFirst: bool });

export interface StandingFacilitiesFacilityDeposited {
  readonly bank: Address;
  readonly amount: bigint;
  readonly rateBps: bigint;
}

/** `0x4::standing_facilities::FacilityDeposited` in BCS. */
export const standingFacilitiesFacilityDepositedType: MoveType<StandingFacilitiesFacilityDeposited> = struct("0x4::standing_facilities::FacilityDeposited", { bank: address, amount: u64, rateBps: u64 });

export interface StandingFacilitiesFacilityReturned {
  readonly bank: Address;
  readonly amount: bigint;
  readonly interest: bigint;
}

/** `0x4::standing_facilities::FacilityReturned` in BCS. */
export const standingFacilitiesFacilityReturnedType: MoveType<StandingFacilitiesFacilityReturned> = struct("0x4::standing_facilities::FacilityReturned", { bank: address, amount: u64, interest: u64 });

export interface TimeDepositsTimeDepositPlaced {
  readonly bank: Address;
  readonly deposit: bigint;
  readonly account: number;
  readonly principal: bigint;
  readonly rateBps: bigint;
  readonly maturesOn: bigint;
}

/** `0x4::time_deposits::TimeDepositPlaced` in BCS. */
export const timeDepositsTimeDepositPlacedType: MoveType<TimeDepositsTimeDepositPlaced> = struct("0x4::time_deposits::TimeDepositPlaced", { bank: address, deposit: u64, account: u32, principal: u64, rateBps: u64, maturesOn: u64 });

export interface TimeDepositsTimeDepositReleased {
  readonly bank: Address;
  readonly deposit: bigint;
  readonly account: number;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly early: boolean;
}

/** `0x4::time_deposits::TimeDepositReleased` in BCS. */
export const timeDepositsTimeDepositReleasedType: MoveType<TimeDepositsTimeDepositReleased> = struct("0x4::time_deposits::TimeDepositReleased", { bank: address, deposit: u64, account: u32, principal: u64, interest: u64, early: bool });

/** The government paid a customer of a bank. */
export interface TreasuryGovernmentPaid {
  readonly government: Address;
  readonly bank: Address;
  readonly instrument: number;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::treasury::GovernmentPaid` in BCS. */
export const treasuryGovernmentPaidType: MoveType<TreasuryGovernmentPaid> = struct("0x4::treasury::GovernmentPaid", { government: address, bank: address, instrument: u32, account: u32, amount: u64 });

/** A customer of a bank paid the government. */
export interface TreasuryTaxPaid {
  readonly government: Address;
  readonly bank: Address;
  readonly instrument: number;
  readonly account: number;
  readonly amount: bigint;
}

/** `0x4::treasury::TaxPaid` in BCS. */
export const treasuryTaxPaidType: MoveType<TreasuryTaxPaid> = struct("0x4::treasury::TaxPaid", { government: address, bank: address, instrument: u32, account: u32, amount: u64 });

/** The central bank's profit went to the government. */
export interface TreasuryProfitRemitted {
  readonly centralBank: Address;
  readonly government: Address;
  readonly amount: bigint;
}

/** `0x4::treasury::ProfitRemitted` in BCS. */
export const treasuryProfitRemittedType: MoveType<TreasuryProfitRemitted> = struct("0x4::treasury::ProfitRemitted", { centralBank: address, government: address, amount: u64 });

/** A bank went over to the regime `deposit`. */
export interface WalletDepositsRegimeAdopted {
  readonly centralBank: Address;
  readonly bank: Address;
  readonly instrument: number;
}

/** `0x4::wallet_deposits::RegimeAdopted` in BCS. */
export const walletDepositsRegimeAdoptedType: MoveType<WalletDepositsRegimeAdopted> = struct("0x4::wallet_deposits::RegimeAdopted", { centralBank: address, bank: address, instrument: u32 });

/** Interest was paid into wallets. */
export interface WalletDepositsWalletInterestPaid {
  readonly bank: Address;
  readonly instrument: number;
  readonly wallets: bigint;
  readonly amount: bigint;
}

/** `0x4::wallet_deposits::WalletInterestPaid` in BCS. */
export const walletDepositsWalletInterestPaidType: MoveType<WalletDepositsWalletInterestPaid> = struct("0x4::wallet_deposits::WalletInterestPaid", { bank: address, instrument: u32, wallets: u64, amount: u64 });

/** Wallet money went onto an account of the same holder at the bank. */
export interface WalletResolutionWalletTakenIn {
  readonly bank: Address;
  readonly owner: Address;
  readonly account: number;
  readonly amount: bigint;
  /** Whether owner and bank had linked the wallet to the account. */
  readonly isLinked: boolean;
}

/** `0x4::wallet_resolution::WalletTakenIn` in BCS. */
export const walletResolutionWalletTakenInType: MoveType<WalletResolutionWalletTakenIn> = struct("0x4::wallet_resolution::WalletTakenIn", { bank: address, owner: address, account: u32, amount: u64, isLinked: bool });

/** An event of the package banking. */
export type BankingEvent =
  | { readonly type: "0x4::books::Posted"; readonly fields: BooksPosted }
  | { readonly type: "0x4::books::PeriodClosed"; readonly fields: BooksPeriodClosed }
  | { readonly type: "0x4::cash_draw::DepositCashedIn"; readonly fields: CashDrawDepositCashedIn }
  | { readonly type: "0x4::cash_exchange::CashDeposited"; readonly fields: CashExchangeCashDeposited }
  | { readonly type: "0x4::central_bank::CentralBankEstablished"; readonly fields: CentralBankEstablished }
  | { readonly type: "0x4::central_bank::PerformanceChanged"; readonly fields: CentralBankPerformanceChanged }
  | { readonly type: "0x4::central_bank::AssetWrittenOff"; readonly fields: CentralBankAssetWrittenOff }
  | { readonly type: "0x4::central_bank::AssetAttested"; readonly fields: CentralBankAssetAttested }
  | { readonly type: "0x4::central_bank::AssetReturned"; readonly fields: CentralBankAssetReturned }
  | { readonly type: "0x4::central_bank::AssetPosted"; readonly fields: CentralBankAssetPosted }
  | { readonly type: "0x4::central_bank_credit::CreditGranted"; readonly fields: CentralBankCreditCreditGranted }
  | { readonly type: "0x4::central_bank_credit::CreditRepaid"; readonly fields: CentralBankCreditCreditRepaid }
  | { readonly type: "0x4::central_bank_credit::CollateralTaken"; readonly fields: CentralBankCreditCollateralTaken }
  | { readonly type: "0x4::clearing_cycle::CycleClosed"; readonly fields: ClearingCycleCycleClosed }
  | { readonly type: "0x4::clearing_cycle::CycleSettled"; readonly fields: ClearingCycleCycleSettled }
  | { readonly type: "0x4::clearing_cycle::ParticipantFailed"; readonly fields: ClearingCycleParticipantFailed }
  | { readonly type: "0x4::clearing_entry::PaymentEntered"; readonly fields: ClearingEntryPaymentEntered }
  | { readonly type: "0x4::clearing_funds::FundsChanged"; readonly fields: ClearingFundsFundsChanged }
  | { readonly type: "0x4::clearing_funds::LossRepaid"; readonly fields: ClearingFundsLossRepaid }
  | { readonly type: "0x4::clearing_house::ClearingHouseOpened"; readonly fields: ClearingHouseOpened }
  | { readonly type: "0x4::clearing_membership::ParticipantAdmitted"; readonly fields: ClearingMembershipParticipantAdmitted }
  | { readonly type: "0x4::clearing_membership::CapSet"; readonly fields: ClearingMembershipCapSet }
  | { readonly type: "0x4::clearing_membership::CapAnnounced"; readonly fields: ClearingMembershipCapAnnounced }
  | { readonly type: "0x4::clearing_membership::ParticipantJoined"; readonly fields: ClearingMembershipParticipantJoined }
  | { readonly type: "0x4::clearing_membership::ParticipantLeft"; readonly fields: ClearingMembershipParticipantLeft }
  | { readonly type: "0x4::clearing_membership::PairLimitSet"; readonly fields: ClearingMembershipPairLimitSet }
  | { readonly type: "0x4::clearing_returns::PriorityChanged"; readonly fields: ClearingReturnsPriorityChanged }
  | { readonly type: "0x4::clearing_returns::InsolvencyRecorded"; readonly fields: ClearingReturnsInsolvencyRecorded }
  | { readonly type: "0x4::clearing_returns::RecallAsked"; readonly fields: ClearingReturnsRecallAsked }
  | { readonly type: "0x4::clearing_returns::RecallRefused"; readonly fields: ClearingReturnsRecallRefused }
  | { readonly type: "0x4::clearing_returns::PaymentGivenBack"; readonly fields: ClearingReturnsPaymentGivenBack }
  | { readonly type: "0x4::clearing_returns::PaymentReturned"; readonly fields: ClearingReturnsPaymentReturned }
  | { readonly type: "0x4::clearing_settlement::PaymentSettled"; readonly fields: ClearingSettlementPaymentSettled }
  | { readonly type: "0x4::clearing_settlement::Settlement"; readonly fields: ClearingSettlementSettlement }
  | { readonly type: "0x4::commercial_bank::CapitalPaidIn"; readonly fields: CommercialBankCapitalPaidIn }
  | { readonly type: "0x4::commercial_bank::DividendPaid"; readonly fields: CommercialBankDividendPaid }
  | { readonly type: "0x4::commercial_bank::DepositInterestPaid"; readonly fields: CommercialBankDepositInterestPaid }
  | { readonly type: "0x4::commercial_bank::FeeCharged"; readonly fields: CommercialBankFeeCharged }
  | { readonly type: "0x4::customer_port::CustomersPorted"; readonly fields: CustomerPortCustomersPorted }
  | { readonly type: "0x4::customer_red_packet::PacketGiven"; readonly fields: CustomerRedPacketPacketGiven }
  | { readonly type: "0x4::customer_red_packet::ShareTaken"; readonly fields: CustomerRedPacketShareTaken }
  | { readonly type: "0x4::customer_red_packet::PacketReturned"; readonly fields: CustomerRedPacketPacketReturned }
  | { readonly type: "0x4::customer_standing_order::OrderMade"; readonly fields: CustomerStandingOrderOrderMade }
  | { readonly type: "0x4::customer_standing_order::OrderTriggered"; readonly fields: CustomerStandingOrderOrderTriggered }
  | { readonly type: "0x4::customer_standing_order::OrderEnded"; readonly fields: CustomerStandingOrderOrderEnded }
  | { readonly type: "0x4::customers_reserve::SecondModeEntered"; readonly fields: CustomersReserveSecondModeEntered }
  | { readonly type: "0x4::deposit_insurance::PremiumPaid"; readonly fields: DepositInsurancePremiumPaid }
  | { readonly type: "0x4::e_money_exchange::ToppedUp"; readonly fields: EMoneyExchangeToppedUp }
  | { readonly type: "0x4::e_money_exchange::PaidOut"; readonly fields: EMoneyExchangePaidOut }
  | { readonly type: "0x4::estate::SecuritySold"; readonly fields: EstateSecuritySold }
  | { readonly type: "0x4::estate_payout::InsurerPaid"; readonly fields: EstatePayoutInsurerPaid }
  | { readonly type: "0x4::estate_payout::DepositPaidOut"; readonly fields: EstatePayoutDepositPaidOut }
  | { readonly type: "0x4::estate_payout::LenderPaid"; readonly fields: EstatePayoutLenderPaid }
  | { readonly type: "0x4::estate_payout::CustomersRestored"; readonly fields: EstatePayoutCustomersRestored }
  | { readonly type: "0x4::estate_payout::OwnersPaid"; readonly fields: EstatePayoutOwnersPaid }
  | { readonly type: "0x4::first_mode::IssuedAgainstDeposit"; readonly fields: FirstModeIssuedAgainstDeposit }
  | { readonly type: "0x4::first_mode::RedeemedFromDeposit"; readonly fields: FirstModeRedeemedFromDeposit }
  | { readonly type: "0x4::first_mode::Reported"; readonly fields: FirstModeReported }
  | { readonly type: "0x4::insolvency::InsolvencyDeclared"; readonly fields: InsolvencyDeclared }
  | { readonly type: "0x4::insolvency::LendersBore"; readonly fields: InsolvencyLendersBore }
  | { readonly type: "0x4::insolvency::InsuredPaid"; readonly fields: InsolvencyInsuredPaid }
  | { readonly type: "0x4::insolvency::LossesBorne"; readonly fields: InsolvencyLossesBorne }
  | { readonly type: "0x4::institution::InstitutionOpened"; readonly fields: InstitutionOpened }
  | { readonly type: "0x4::interbank::InterbankLent"; readonly fields: InterbankLent }
  | { readonly type: "0x4::interbank::InterbankRepaid"; readonly fields: InterbankRepaid }
  | { readonly type: "0x4::lending::LoanGranted"; readonly fields: LendingLoanGranted }
  | { readonly type: "0x4::lending::LoanProvided"; readonly fields: LendingLoanProvided }
  | { readonly type: "0x4::lending::LoanPerformanceChanged"; readonly fields: LendingLoanPerformanceChanged }
  | { readonly type: "0x4::lending::LoanWrittenOff"; readonly fields: LendingLoanWrittenOff }
  | { readonly type: "0x4::lending::LoanSold"; readonly fields: LendingLoanSold }
  | { readonly type: "0x4::lending::LoanRepaid"; readonly fields: LendingLoanRepaid }
  | { readonly type: "0x4::linked_deposit::DepositLinked"; readonly fields: LinkedDepositDepositLinked }
  | { readonly type: "0x4::linked_deposit::DepositUnlinked"; readonly fields: LinkedDepositDepositUnlinked }
  | { readonly type: "0x4::linked_deposit::Overflowed"; readonly fields: LinkedDepositOverflowed }
  | { readonly type: "0x4::merchant::TermsSet"; readonly fields: MerchantTermsSet }
  | { readonly type: "0x4::merchant::TermsAnnounced"; readonly fields: MerchantTermsAnnounced }
  | { readonly type: "0x4::merchant::Collected"; readonly fields: MerchantCollected }
  | { readonly type: "0x4::merchant::Refunded"; readonly fields: MerchantRefunded }
  | { readonly type: "0x4::merchant::RefundedFor"; readonly fields: MerchantRefundedFor }
  | { readonly type: "0x4::monetary_policy::MonetaryPolicyChanged"; readonly fields: MonetaryPolicyChanged }
  | { readonly type: "0x4::notes::NotesLimitSet"; readonly fields: NotesLimitSet }
  | { readonly type: "0x4::notes::NotesReturned"; readonly fields: NotesReturned }
  | { readonly type: "0x4::notes::NotesCounted"; readonly fields: NotesCounted }
  | { readonly type: "0x4::notes::NotesWithdrawn"; readonly fields: NotesWithdrawn }
  | { readonly type: "0x4::notes::NotesDeposited"; readonly fields: NotesDeposited }
  | { readonly type: "0x4::operator::OperatorAdmitted"; readonly fields: OperatorAdmitted }
  | { readonly type: "0x4::payment_institution::SurplusSwept"; readonly fields: PaymentInstitutionSurplusSwept }
  | { readonly type: "0x4::payment_institution::Granted"; readonly fields: PaymentInstitutionGranted }
  | { readonly type: "0x4::payment_institution::Attached"; readonly fields: PaymentInstitutionAttached }
  | { readonly type: "0x4::reserve_migration::MovedToReserve"; readonly fields: ReserveMigrationMovedToReserve }
  | { readonly type: "0x4::reserve_schedule::ScheduleSet"; readonly fields: ReserveScheduleScheduleSet }
  | { readonly type: "0x4::reserves::ReservesAssessed"; readonly fields: ReservesAssessed }
  | { readonly type: "0x4::securities::SecurityAttested"; readonly fields: SecuritiesSecurityAttested }
  | { readonly type: "0x4::securities::SecurityReleased"; readonly fields: SecuritiesSecurityReleased }
  | { readonly type: "0x4::settlement_account::AccountOpened"; readonly fields: SettlementAccountAccountOpened }
  | { readonly type: "0x4::standing_facilities::FacilityDeposited"; readonly fields: StandingFacilitiesFacilityDeposited }
  | { readonly type: "0x4::standing_facilities::FacilityReturned"; readonly fields: StandingFacilitiesFacilityReturned }
  | { readonly type: "0x4::time_deposits::TimeDepositPlaced"; readonly fields: TimeDepositsTimeDepositPlaced }
  | { readonly type: "0x4::time_deposits::TimeDepositReleased"; readonly fields: TimeDepositsTimeDepositReleased }
  | { readonly type: "0x4::treasury::GovernmentPaid"; readonly fields: TreasuryGovernmentPaid }
  | { readonly type: "0x4::treasury::TaxPaid"; readonly fields: TreasuryTaxPaid }
  | { readonly type: "0x4::treasury::ProfitRemitted"; readonly fields: TreasuryProfitRemitted }
  | { readonly type: "0x4::wallet_deposits::RegimeAdopted"; readonly fields: WalletDepositsRegimeAdopted }
  | { readonly type: "0x4::wallet_deposits::WalletInterestPaid"; readonly fields: WalletDepositsWalletInterestPaid }
  | { readonly type: "0x4::wallet_resolution::WalletTakenIn"; readonly fields: WalletResolutionWalletTakenIn };

/** The event of a receipt's `type` and BCS `data`; `undefined` if it is none of this package. Throws `BcsError`. */
export function readBankingEvent(type: string, data: Uint8Array): BankingEvent | undefined {
  switch (type) {
    case "0x4::books::Posted":
      return { type, fields: decode(booksPostedType, data) };
    case "0x4::books::PeriodClosed":
      return { type, fields: decode(booksPeriodClosedType, data) };
    case "0x4::cash_draw::DepositCashedIn":
      return { type, fields: decode(cashDrawDepositCashedInType, data) };
    case "0x4::cash_exchange::CashDeposited":
      return { type, fields: decode(cashExchangeCashDepositedType, data) };
    case "0x4::central_bank::CentralBankEstablished":
      return { type, fields: decode(centralBankEstablishedType, data) };
    case "0x4::central_bank::PerformanceChanged":
      return { type, fields: decode(centralBankPerformanceChangedType, data) };
    case "0x4::central_bank::AssetWrittenOff":
      return { type, fields: decode(centralBankAssetWrittenOffType, data) };
    case "0x4::central_bank::AssetAttested":
      return { type, fields: decode(centralBankAssetAttestedType, data) };
    case "0x4::central_bank::AssetReturned":
      return { type, fields: decode(centralBankAssetReturnedType, data) };
    case "0x4::central_bank::AssetPosted":
      return { type, fields: decode(centralBankAssetPostedType, data) };
    case "0x4::central_bank_credit::CreditGranted":
      return { type, fields: decode(centralBankCreditCreditGrantedType, data) };
    case "0x4::central_bank_credit::CreditRepaid":
      return { type, fields: decode(centralBankCreditCreditRepaidType, data) };
    case "0x4::central_bank_credit::CollateralTaken":
      return { type, fields: decode(centralBankCreditCollateralTakenType, data) };
    case "0x4::clearing_cycle::CycleClosed":
      return { type, fields: decode(clearingCycleCycleClosedType, data) };
    case "0x4::clearing_cycle::CycleSettled":
      return { type, fields: decode(clearingCycleCycleSettledType, data) };
    case "0x4::clearing_cycle::ParticipantFailed":
      return { type, fields: decode(clearingCycleParticipantFailedType, data) };
    case "0x4::clearing_entry::PaymentEntered":
      return { type, fields: decode(clearingEntryPaymentEnteredType, data) };
    case "0x4::clearing_funds::FundsChanged":
      return { type, fields: decode(clearingFundsFundsChangedType, data) };
    case "0x4::clearing_funds::LossRepaid":
      return { type, fields: decode(clearingFundsLossRepaidType, data) };
    case "0x4::clearing_house::ClearingHouseOpened":
      return { type, fields: decode(clearingHouseOpenedType, data) };
    case "0x4::clearing_membership::ParticipantAdmitted":
      return { type, fields: decode(clearingMembershipParticipantAdmittedType, data) };
    case "0x4::clearing_membership::CapSet":
      return { type, fields: decode(clearingMembershipCapSetType, data) };
    case "0x4::clearing_membership::CapAnnounced":
      return { type, fields: decode(clearingMembershipCapAnnouncedType, data) };
    case "0x4::clearing_membership::ParticipantJoined":
      return { type, fields: decode(clearingMembershipParticipantJoinedType, data) };
    case "0x4::clearing_membership::ParticipantLeft":
      return { type, fields: decode(clearingMembershipParticipantLeftType, data) };
    case "0x4::clearing_membership::PairLimitSet":
      return { type, fields: decode(clearingMembershipPairLimitSetType, data) };
    case "0x4::clearing_returns::PriorityChanged":
      return { type, fields: decode(clearingReturnsPriorityChangedType, data) };
    case "0x4::clearing_returns::InsolvencyRecorded":
      return { type, fields: decode(clearingReturnsInsolvencyRecordedType, data) };
    case "0x4::clearing_returns::RecallAsked":
      return { type, fields: decode(clearingReturnsRecallAskedType, data) };
    case "0x4::clearing_returns::RecallRefused":
      return { type, fields: decode(clearingReturnsRecallRefusedType, data) };
    case "0x4::clearing_returns::PaymentGivenBack":
      return { type, fields: decode(clearingReturnsPaymentGivenBackType, data) };
    case "0x4::clearing_returns::PaymentReturned":
      return { type, fields: decode(clearingReturnsPaymentReturnedType, data) };
    case "0x4::clearing_settlement::PaymentSettled":
      return { type, fields: decode(clearingSettlementPaymentSettledType, data) };
    case "0x4::clearing_settlement::Settlement":
      return { type, fields: decode(clearingSettlementSettlementType, data) };
    case "0x4::commercial_bank::CapitalPaidIn":
      return { type, fields: decode(commercialBankCapitalPaidInType, data) };
    case "0x4::commercial_bank::DividendPaid":
      return { type, fields: decode(commercialBankDividendPaidType, data) };
    case "0x4::commercial_bank::DepositInterestPaid":
      return { type, fields: decode(commercialBankDepositInterestPaidType, data) };
    case "0x4::commercial_bank::FeeCharged":
      return { type, fields: decode(commercialBankFeeChargedType, data) };
    case "0x4::customer_port::CustomersPorted":
      return { type, fields: decode(customerPortCustomersPortedType, data) };
    case "0x4::customer_red_packet::PacketGiven":
      return { type, fields: decode(customerRedPacketPacketGivenType, data) };
    case "0x4::customer_red_packet::ShareTaken":
      return { type, fields: decode(customerRedPacketShareTakenType, data) };
    case "0x4::customer_red_packet::PacketReturned":
      return { type, fields: decode(customerRedPacketPacketReturnedType, data) };
    case "0x4::customer_standing_order::OrderMade":
      return { type, fields: decode(customerStandingOrderOrderMadeType, data) };
    case "0x4::customer_standing_order::OrderTriggered":
      return { type, fields: decode(customerStandingOrderOrderTriggeredType, data) };
    case "0x4::customer_standing_order::OrderEnded":
      return { type, fields: decode(customerStandingOrderOrderEndedType, data) };
    case "0x4::customers_reserve::SecondModeEntered":
      return { type, fields: decode(customersReserveSecondModeEnteredType, data) };
    case "0x4::deposit_insurance::PremiumPaid":
      return { type, fields: decode(depositInsurancePremiumPaidType, data) };
    case "0x4::e_money_exchange::ToppedUp":
      return { type, fields: decode(eMoneyExchangeToppedUpType, data) };
    case "0x4::e_money_exchange::PaidOut":
      return { type, fields: decode(eMoneyExchangePaidOutType, data) };
    case "0x4::estate::SecuritySold":
      return { type, fields: decode(estateSecuritySoldType, data) };
    case "0x4::estate_payout::InsurerPaid":
      return { type, fields: decode(estatePayoutInsurerPaidType, data) };
    case "0x4::estate_payout::DepositPaidOut":
      return { type, fields: decode(estatePayoutDepositPaidOutType, data) };
    case "0x4::estate_payout::LenderPaid":
      return { type, fields: decode(estatePayoutLenderPaidType, data) };
    case "0x4::estate_payout::CustomersRestored":
      return { type, fields: decode(estatePayoutCustomersRestoredType, data) };
    case "0x4::estate_payout::OwnersPaid":
      return { type, fields: decode(estatePayoutOwnersPaidType, data) };
    case "0x4::first_mode::IssuedAgainstDeposit":
      return { type, fields: decode(firstModeIssuedAgainstDepositType, data) };
    case "0x4::first_mode::RedeemedFromDeposit":
      return { type, fields: decode(firstModeRedeemedFromDepositType, data) };
    case "0x4::first_mode::Reported":
      return { type, fields: decode(firstModeReportedType, data) };
    case "0x4::insolvency::InsolvencyDeclared":
      return { type, fields: decode(insolvencyDeclaredType, data) };
    case "0x4::insolvency::LendersBore":
      return { type, fields: decode(insolvencyLendersBoreType, data) };
    case "0x4::insolvency::InsuredPaid":
      return { type, fields: decode(insolvencyInsuredPaidType, data) };
    case "0x4::insolvency::LossesBorne":
      return { type, fields: decode(insolvencyLossesBorneType, data) };
    case "0x4::institution::InstitutionOpened":
      return { type, fields: decode(institutionOpenedType, data) };
    case "0x4::interbank::InterbankLent":
      return { type, fields: decode(interbankLentType, data) };
    case "0x4::interbank::InterbankRepaid":
      return { type, fields: decode(interbankRepaidType, data) };
    case "0x4::lending::LoanGranted":
      return { type, fields: decode(lendingLoanGrantedType, data) };
    case "0x4::lending::LoanProvided":
      return { type, fields: decode(lendingLoanProvidedType, data) };
    case "0x4::lending::LoanPerformanceChanged":
      return { type, fields: decode(lendingLoanPerformanceChangedType, data) };
    case "0x4::lending::LoanWrittenOff":
      return { type, fields: decode(lendingLoanWrittenOffType, data) };
    case "0x4::lending::LoanSold":
      return { type, fields: decode(lendingLoanSoldType, data) };
    case "0x4::lending::LoanRepaid":
      return { type, fields: decode(lendingLoanRepaidType, data) };
    case "0x4::linked_deposit::DepositLinked":
      return { type, fields: decode(linkedDepositDepositLinkedType, data) };
    case "0x4::linked_deposit::DepositUnlinked":
      return { type, fields: decode(linkedDepositDepositUnlinkedType, data) };
    case "0x4::linked_deposit::Overflowed":
      return { type, fields: decode(linkedDepositOverflowedType, data) };
    case "0x4::merchant::TermsSet":
      return { type, fields: decode(merchantTermsSetType, data) };
    case "0x4::merchant::TermsAnnounced":
      return { type, fields: decode(merchantTermsAnnouncedType, data) };
    case "0x4::merchant::Collected":
      return { type, fields: decode(merchantCollectedType, data) };
    case "0x4::merchant::Refunded":
      return { type, fields: decode(merchantRefundedType, data) };
    case "0x4::merchant::RefundedFor":
      return { type, fields: decode(merchantRefundedForType, data) };
    case "0x4::monetary_policy::MonetaryPolicyChanged":
      return { type, fields: decode(monetaryPolicyChangedType, data) };
    case "0x4::notes::NotesLimitSet":
      return { type, fields: decode(notesLimitSetType, data) };
    case "0x4::notes::NotesReturned":
      return { type, fields: decode(notesReturnedType, data) };
    case "0x4::notes::NotesCounted":
      return { type, fields: decode(notesCountedType, data) };
    case "0x4::notes::NotesWithdrawn":
      return { type, fields: decode(notesWithdrawnType, data) };
    case "0x4::notes::NotesDeposited":
      return { type, fields: decode(notesDepositedType, data) };
    case "0x4::operator::OperatorAdmitted":
      return { type, fields: decode(operatorAdmittedType, data) };
    case "0x4::payment_institution::SurplusSwept":
      return { type, fields: decode(paymentInstitutionSurplusSweptType, data) };
    case "0x4::payment_institution::Granted":
      return { type, fields: decode(paymentInstitutionGrantedType, data) };
    case "0x4::payment_institution::Attached":
      return { type, fields: decode(paymentInstitutionAttachedType, data) };
    case "0x4::reserve_migration::MovedToReserve":
      return { type, fields: decode(reserveMigrationMovedToReserveType, data) };
    case "0x4::reserve_schedule::ScheduleSet":
      return { type, fields: decode(reserveScheduleScheduleSetType, data) };
    case "0x4::reserves::ReservesAssessed":
      return { type, fields: decode(reservesAssessedType, data) };
    case "0x4::securities::SecurityAttested":
      return { type, fields: decode(securitiesSecurityAttestedType, data) };
    case "0x4::securities::SecurityReleased":
      return { type, fields: decode(securitiesSecurityReleasedType, data) };
    case "0x4::settlement_account::AccountOpened":
      return { type, fields: decode(settlementAccountAccountOpenedType, data) };
    case "0x4::standing_facilities::FacilityDeposited":
      return { type, fields: decode(standingFacilitiesFacilityDepositedType, data) };
    case "0x4::standing_facilities::FacilityReturned":
      return { type, fields: decode(standingFacilitiesFacilityReturnedType, data) };
    case "0x4::time_deposits::TimeDepositPlaced":
      return { type, fields: decode(timeDepositsTimeDepositPlacedType, data) };
    case "0x4::time_deposits::TimeDepositReleased":
      return { type, fields: decode(timeDepositsTimeDepositReleasedType, data) };
    case "0x4::treasury::GovernmentPaid":
      return { type, fields: decode(treasuryGovernmentPaidType, data) };
    case "0x4::treasury::TaxPaid":
      return { type, fields: decode(treasuryTaxPaidType, data) };
    case "0x4::treasury::ProfitRemitted":
      return { type, fields: decode(treasuryProfitRemittedType, data) };
    case "0x4::wallet_deposits::RegimeAdopted":
      return { type, fields: decode(walletDepositsRegimeAdoptedType, data) };
    case "0x4::wallet_deposits::WalletInterestPaid":
      return { type, fields: decode(walletDepositsWalletInterestPaidType, data) };
    case "0x4::wallet_resolution::WalletTakenIn":
      return { type, fields: decode(walletResolutionWalletTakenInType, data) };
    default:
      return undefined;
  }
}
