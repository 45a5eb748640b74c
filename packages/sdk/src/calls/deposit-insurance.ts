import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { depositInsurance } from "./generated/banking.ts";

/** `0x4::deposit_insurance::open`: makes an address the insurer and opens its fund. The central bank (the first signer) and the insurer (the second) sign. */
export function openDepositInsurance(opening: ActingSigner & { readonly insurerSigner?: number } = {}): Call {
  return depositInsurance.open({ centralBank: opening.signer ?? 0, insurer: opening.insurerSigner ?? 1 });
}

/** `0x4::deposit_insurance::collect_premium`: anybody has a bank pay its premium for the days since it last paid; the first time begins its days. */
export function collectInsurancePremium(bank: Address): Call {
  return depositInsurance.collectPremium({ bank });
}
