import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { centralBank, centralBankCredit } from "./generated/banking.ts";

/** `0x4::central_bank::write_off`: the signing central bank gives up a part of an asset that does not perform, at book value; the loss goes against what it earned and its capital. */
export function writeOffAsset(loss: ActingSigner & { readonly asset: bigint; readonly amountMinor: bigint }): Call {
  return centralBank.writeOff({ centralBank: loss.signer ?? 0, asset: loss.asset, amount: loss.amountMinor });
}

/** `0x4::central_bank::attest_asset`: the signer, a licensed custodian, attests that an asset of a central bank is there today. */
export function attestAsset(attestation: ActingSigner & { readonly centralBank: Address; readonly asset: bigint }): Call {
  const { signer = 0, asset } = attestation;
  return centralBank.attestAsset({ custodian: signer, centralBank: attestation.centralBank, asset });
}

/** `0x4::central_bank::close_period`: closes the period of the central bank's books; what was earned and not spent is retained. */
export function closeCentralBankPeriod(acting: ActingSigner = {}): Call {
  return centralBank.closePeriod({ centralBank: acting.signer ?? 0 });
}

/** `0x4::central_bank_credit::take_pledge`: the signing central bank takes the security that a bank pledged for a credit it did not repay. */
export function takePledge(taking: ActingSigner & { readonly bank: Address; readonly credit: bigint }): Call {
  return centralBankCredit.takePledge({ centralBank: taking.signer ?? 0, bank: taking.bank, credit: taking.credit });
}
