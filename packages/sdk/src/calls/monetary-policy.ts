import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { centralBank, centralBankCredit, openMarket, reserves, standingFacilities, treasury } from "./generated/banking.ts";

/** Parameters of monetary policy, by the number the ledger has for each. All but the insurance cap are hundredths of a per cent. */
export const POLICY_PARAMETER = {
  reserveRatio: 1,
  requiredReservesRate: 2,
  excessReservesRate: 3,
  shortfallRate: 4,
  lendingFacilityRate: 5,
  depositFacilityRate: 6,
  collateralHaircut: 7,
  capitalRatio: 8,
  insurancePremium: 9,
  /** Minor units for each account. */
  insuranceCap: 10,
} as const;

export type PolicyParameter = keyof typeof POLICY_PARAMETER;

/** `0x4::central_bank::set_policy`: a ratio, a rate or the cap of deposit insurance, from now on. */
export function setPolicy(policy: ActingSigner & { readonly parameter: PolicyParameter; readonly value: bigint }): Call {
  const { signer = 0, parameter, value } = policy;
  return centralBank.setPolicy({ centralBank: signer, parameter: POLICY_PARAMETER[parameter], value });
}

/** Which signers act in an operation of a central bank with a bank: the first and the second if absent. */
export interface OperationSigners {
  readonly centralBankSigner?: number;
  readonly bankSigner?: number;
}

/** `0x4::open_market::buy`: a part of a bank's security for new settlement money. */
export function buyOutright(
  purchase: OperationSigners & { readonly holding: bigint; readonly amountMinor: bigint; readonly haircutBasisPoints: number },
): Call {
  const { holding, amountMinor, haircutBasisPoints } = purchase;
  return openMarket.buy({ ...signersOf(purchase), holding, amount: amountMinor, haircutBps: BigInt(haircutBasisPoints) });
}

/** `0x4::open_market::sell`: a part of an asset back to the bank that it came from; settlement money ends. */
export function sellOutright(sale: OperationSigners & { readonly asset: bigint; readonly amountMinor: bigint }): Call {
  return openMarket.sell({ ...signersOf(sale), asset: sale.asset, amount: sale.amountMinor });
}

/** `0x4::open_market::repo`: new settlement money on a pledged security, for some days. */
export function repo(
  terms: OperationSigners & {
    readonly holding: bigint;
    readonly amountMinor: bigint;
    readonly rateBasisPoints: number;
    readonly days: number;
  },
): Call {
  const { holding, amountMinor, rateBasisPoints, days } = terms;
  return openMarket.repo({ ...signersOf(terms), holding, amount: amountMinor, rateBps: BigInt(rateBasisPoints), days: BigInt(days) });
}

/** `0x4::standing_facilities::borrow`: overnight on a security at the rate of the lending facility, by the bank's signature alone. */
export function borrowOvernight(loan: ActingSigner & { readonly holding: bigint; readonly amountMinor: bigint }): Call {
  return standingFacilities.borrow({ bank: loan.signer ?? 0, holding: loan.holding, amount: loan.amountMinor });
}

/** `0x4::standing_facilities::deposit`: settlement money to the deposit facility. */
export function depositAtFacility(deposit: ActingSigner & { readonly amountMinor: bigint }): Call {
  return standingFacilities.deposit({ bank: deposit.signer ?? 0, amount: deposit.amountMinor });
}

/** `0x4::standing_facilities::withdraw`: the deposit back, with interest. */
export function withdrawFromFacility(acting: ActingSigner = {}): Call {
  return standingFacilities.withdraw({ bank: acting.signer ?? 0 });
}

/** `0x4::central_bank_credit::repay`: a repo or an overnight loan with its interest; frees the pledge. */
export function repayCentralBank(repayment: ActingSigner & { readonly credit: bigint }): Call {
  return centralBankCredit.repay({ bank: repayment.signer ?? 0, credit: repayment.credit });
}

/** `0x4::reserves::assess`: anybody has a bank assessed for required reserves, once a day. */
export function assessReserves(bank: Address): Call {
  return reserves.assess({ bank });
}

/** `0x4::treasury::remit`: what the central bank's closed periods earned, to the government's account. */
export function remitProfit(remittance: ActingSigner & { readonly government: Address; readonly amountMinor: bigint }): Call {
  return treasury.remit({ centralBank: remittance.signer ?? 0, government: remittance.government, amount: remittance.amountMinor });
}

function signersOf({ centralBankSigner = 0, bankSigner = 1 }: OperationSigners) {
  return { centralBank: centralBankSigner, bank: bankSigner };
}
