import type { Address, Call } from "@sycee/protocol";
import { expireCustomerRedPacket, giveCustomerRedPacket, takeCustomerRedPacket } from "@sycee/sdk";
import { numberFromId, seedFromId } from "../orders/drawn-from-id.ts";
import type { PostableOrder } from "./postable-order.ts";

type RedPacketOrder = Extract<PostableOrder, { readonly kind: "red_packet" | "red_packet_share" | "red_packet_return" }>;

/** The ledger call with which an institution gives a red packet, has a customer take of one, or has the rest go back. */
export function redPacketCall(postable: RedPacketOrder, institution: Address): Call {
  switch (postable.kind) {
    case "red_packet": {
      const { order, giver, body } = postable;
      return giveCustomerRedPacket({
        number: numberFromId(order.id),
        giver: giver.account,
        amountMinor: BigInt(body.amountMinor),
        shares: BigInt(body.shares),
        expiresMs: BigInt(body.expiresMs),
        ...(body.isRandom ? { seed: seedFromId(order.id) } : {}),
      });
    }
    case "red_packet_share":
      return takeCustomerRedPacket({ number: numberFromId(postable.of), taker: postable.taker.account });
    case "red_packet_return":
      return expireCustomerRedPacket({ institution, number: numberFromId(postable.of) });
  }
}
