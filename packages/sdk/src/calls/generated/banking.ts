// biome-ignore-all format: written by a program
// Written by `sycee move bindings` from the Move package banking. Changes here are lost: change the package.
import type { Address, Call } from "@sycee/protocol";
import { type Argument, type MoveType, address, argument, bool, bytes, decode, option, signer, string, struct, u128, u32, u64, u8, vector } from "../../arguments/bindings.ts";

/** Address of the package banking, `0x4`. */
const PACKAGE: Address = "0x0000000000000000000000000000000000000000000000000000000000000004";

/**
 * The desk at which a central bank's two kinds of money are exchanged: settlement money for digital cash and back, at
 * par. It alone keeps the authorities to issue them. An exchange swaps one liability for another and leaves base money as
 * it is; only by the central bank's own signature does the desk issue settlement money or redeem it for good.
 */
export const cashDesk = {
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

  /** Settlement money and digital cash outstanding, in minor units. */
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

  /** Admits an operator: opens its settlement account and its till. */
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

  /** Withdraws an operator's licence or gives it back. */
  setOperatorLicensed(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly operator: Argument<Address>;
    readonly licensed: Argument<boolean>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "set_operator_licensed",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.operator), argument(bool, values.licensed)],
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

  /** Returns an asset to the operator it came from, for its book value in settlement money. */
  redeem(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly operator: Argument<Address>;
    readonly asset: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "redeem",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.operator), argument(u64, values.asset)],
    };
  },

  /** Returns a part of an asset's book value in the same way. */
  redeemPart(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly centralBank?: number;
    readonly operator: Argument<Address>;
    readonly asset: Argument<bigint>;
    readonly amount: Argument<bigint>;
  }): Call {
    return {
      address: PACKAGE,
      module: "central_bank",
      function: "redeem_part",
      typeArguments: [],
      arguments: [signer(values.centralBank ?? 0), argument(address, values.operator), argument(u64, values.asset), argument(u64, values.amount)],
    };
  },

  /** Records whether an asset performs. Always recorded, even if cover is then breached: that stops new issue until it is made good. */
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

  /** Sets what wallets of a tier may hold and pay in digital cash, in minor units; absent means without limit. */
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

  /** Settlement money and digital cash outstanding, in minor units. */
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

  /** Capital, in minor units. */
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

  /** Freezes an account, so that it gives nothing out, or releases it. */
  setFrozen(values: {
    /** Its position among the transaction's signers: 0 if absent. */
    readonly operator?: number;
    readonly account: Argument<number>;
    readonly frozen: Argument<boolean>;
  }): Call {
    return {
      address: PACKAGE,
      module: "customer_accounts",
      function: "set_frozen",
      typeArguments: [],
      arguments: [signer(values.operator ?? 0), argument(u32, values.account), argument(bool, values.frozen)],
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

  /** Hands digital cash back: out of the signer's wallet, to the settlement account of its operator. */
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

  /** Exchanges settlement money for digital cash in the operator's till. */
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
}

/** `0x4::cash_desk::CashDesk` in BCS. */
export const cashDeskType: MoveType<CashDesk> = struct("0x4::cash_desk::CashDesk", { settlement: instrumentIssueAuthorityType, cash: instrumentIssueAuthorityType });

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
}

/** `0x4::central_bank::Asset` in BCS. */
export const centralBankAssetType: MoveType<CentralBankAsset> = struct("0x4::central_bank::Asset", { id: u64, kind: u8, description: string, counterparty: option(address), bookValue: u64, haircutBps: u64, performing: bool });

/**
 * The right to be the central bank of a unit; there is never more than one. A resource at the address that was
 * entrusted, until the central bank is established with it.
 */
export interface UnitMandate {
  readonly unit: number;
}

/** `0x2::unit::Mandate` in BCS. */
export const unitMandateType: MoveType<UnitMandate> = struct("0x2::unit::Mandate", { unit: u32 });

/** A central bank's books, at its address. Its liabilities are what is outstanding of its two instruments, and capital. */
export interface CentralBank {
  readonly name: string;
  readonly unit: number;
  /** Instrument number of its settlement money. */
  readonly settlement: number;
  /** Instrument number of its digital cash. */
  readonly cash: number;
  /** In the order in which they were posted. */
  readonly assets: readonly CentralBankAsset[];
  /** In minor units. */
  readonly capital: bigint;
  /** Number of the last asset posted. */
  readonly lastAsset: bigint;
  readonly mandate: UnitMandate;
}

/** `0x4::central_bank::CentralBank` in BCS. */
export const centralBankType: MoveType<CentralBank> = struct("0x4::central_bank::CentralBank", { name: string, unit: u32, settlement: u32, cash: u32, assets: vector(centralBankAssetType), capital: u128, lastAsset: u64, mandate: unitMandateType });

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

/** At the operator's address. */
export interface CustomerAccounts {
  readonly book: CustomerBookBook;
}

/** `0x4::customer_accounts::CustomerAccounts` in BCS. */
export const customerAccountsType: MoveType<CustomerAccounts> = struct("0x4::customer_accounts::CustomerAccounts", { book: customerBookBookType });

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

/** What makes an address an operator. */
export interface Operator {
  readonly centralBank: Address;
  readonly name: string;
  /**
   * Without it an operator opens no wallets, hands nothing out and gets no new settlement money; its customers can
   * still hand back and be recovered, and it can still give cash for settlement money.
   */
  readonly licensed: boolean;
  readonly authority: WalletOperatorAuthority;
}

/** `0x4::operator::Operator` in BCS. */
export const operatorType: MoveType<Operator> = struct("0x4::operator::Operator", { centralBank: address, name: string, licensed: bool, authority: walletOperatorAuthorityType });

/** An operator's account in settlement money at its central bank. */
export interface OperatorSettlementAccount {
  readonly money: Money;
}

/** `0x4::operator::SettlementAccount` in BCS. */
export const operatorSettlementAccountType: MoveType<OperatorSettlementAccount> = struct("0x4::operator::SettlementAccount", { money: moneyType });

/** An operator's own digital cash. */
export interface OperatorTill {
  readonly money: Money;
}

/** `0x4::operator::Till` in BCS. */
export const operatorTillType: MoveType<OperatorTill> = struct("0x4::operator::Till", { money: moneyType });

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

/** An asset, or a part of it, went back to its counterparty. */
export interface CentralBankAssetReturned {
  readonly centralBank: Address;
  readonly asset: bigint;
  readonly counterparty: Address;
  readonly amount: bigint;
}

/** `0x4::central_bank::AssetReturned` in BCS. */
export const centralBankAssetReturnedType: MoveType<CentralBankAssetReturned> = struct("0x4::central_bank::AssetReturned", { centralBank: address, asset: u64, counterparty: address, amount: u64 });

export interface OperatorAdmitted {
  readonly centralBank: Address;
  readonly operator: Address;
  readonly name: string;
}

/** `0x4::operator::OperatorAdmitted` in BCS. */
export const operatorAdmittedType: MoveType<OperatorAdmitted> = struct("0x4::operator::OperatorAdmitted", { centralBank: address, operator: address, name: string });

export interface OperatorLicenceChanged {
  readonly operator: Address;
  readonly licensed: boolean;
}

/** `0x4::operator::LicenceChanged` in BCS. */
export const operatorLicenceChangedType: MoveType<OperatorLicenceChanged> = struct("0x4::operator::LicenceChanged", { operator: address, licensed: bool });

/** An event of the package banking. */
export type BankingEvent =
  | { readonly type: "0x4::central_bank::CentralBankEstablished"; readonly fields: CentralBankEstablished }
  | { readonly type: "0x4::central_bank::PerformanceChanged"; readonly fields: CentralBankPerformanceChanged }
  | { readonly type: "0x4::central_bank::AssetPosted"; readonly fields: CentralBankAssetPosted }
  | { readonly type: "0x4::central_bank::AssetReturned"; readonly fields: CentralBankAssetReturned }
  | { readonly type: "0x4::operator::OperatorAdmitted"; readonly fields: OperatorAdmitted }
  | { readonly type: "0x4::operator::LicenceChanged"; readonly fields: OperatorLicenceChanged };

/** The event of a receipt's `type` and BCS `data`; `undefined` if it is none of this package. Throws `BcsError`. */
export function readBankingEvent(type: string, data: Uint8Array): BankingEvent | undefined {
  switch (type) {
    case "0x4::central_bank::CentralBankEstablished":
      return { type, fields: decode(centralBankEstablishedType, data) };
    case "0x4::central_bank::PerformanceChanged":
      return { type, fields: decode(centralBankPerformanceChangedType, data) };
    case "0x4::central_bank::AssetPosted":
      return { type, fields: decode(centralBankAssetPostedType, data) };
    case "0x4::central_bank::AssetReturned":
      return { type, fields: decode(centralBankAssetReturnedType, data) };
    case "0x4::operator::OperatorAdmitted":
      return { type, fields: decode(operatorAdmittedType, data) };
    case "0x4::operator::LicenceChanged":
      return { type, fields: decode(operatorLicenceChangedType, data) };
    default:
      return undefined;
  }
}
