import type { Address } from "@sycee/protocol";
import {
  agreeEscrow,
  cancelOrder,
  confirmEscrow,
  decideEscrow,
  deliverEscrow,
  deliverEscrowTo,
  disputeEscrow,
  expireEscrow,
  expireRedPacket,
  refundEscrow,
  shipEscrow,
  triggerOrder,
  withdrawPaymentRequest,
} from "@sycee/sdk";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { bankMoneyTexts } from "./bank-money-texts.ts";
import { tradeTexts } from "./trade-texts.ts";
import type { UnderWay } from "./under-way.ts";

/** What a party can do with a thing that is under way, as it stands. */
export function useUnderWayActs(actor: Address, thing: UnderWay, what: string): readonly RowAct[] {
  const escrow = useEscrowActs(actor, thing, what);
  const t = tradeTexts.use();
  const act = useRowActs({ actor, money: thing, what });
  const { at, kind, number, isDue, role } = thing;
  switch (kind) {
    case "escrow":
      return escrow;
    case "request":
      return [act({ label: t("withdraw"), calls: () => [withdrawPaymentRequest({ number: BigInt(number) })] })];
    case "packet":
      return isDue ? [act({ label: t("expirePacket"), calls: () => [expireRedPacket({ packet: at })] })] : [];
    case "order": {
      const cancel = act({ label: t("cancel"), danger: t("cancelDanger"), calls: () => [cancelOrder({ order: at })] });
      const trigger = act({ label: t("trigger"), calls: () => [triggerOrder({ order: at })] });
      return role === "payer" ? [trigger, cancel] : [trigger];
    }
  }
}

function useEscrowActs(actor: Address, thing: UnderWay, what: string): readonly RowAct[] {
  const t = tradeTexts.use();
  const more = bankMoneyTexts.use();
  const act = useRowActs({ actor, money: thing, what });
  const { at: escrow, role, isDue, state, counterparty } = thing;
  const stage = state.kind === "named" ? state.name : undefined;
  const forSeller = { kind: "amount", label: t("forSeller"), description: t("forSellerHelp") } as const;
  const isOpen = stage !== "decided";
  const confirm = act({ label: t("confirm"), danger: t("confirmDanger"), calls: () => [confirmEscrow({ escrow })] });
  const dispute = act({ label: t("dispute"), danger: t("disputeDanger"), calls: () => [disputeEscrow({ escrow })] });
  const ship = act({ label: t("ship"), calls: () => [shipEscrow({ escrow })] });
  const refund = act({ label: t("refund"), danger: t("refundDanger"), calls: () => [refundEscrow({ escrow })] });
  const refundPart = act({
    label: t("refundPart"),
    fields: { amount: { kind: "amount", label: t("amount") } },
    calls: ({ amount }) => [refundEscrow({ escrow, amountMinor: amount })],
  });
  const decide = act({
    label: t("decide"),
    fields: { forSeller },
    calls: (values) => [decideEscrow({ escrow, forSellerMinor: values.forSeller })],
  });
  const agree = act({
    label: t("agree"),
    fields: { forSeller },
    // Whoever proposes it signs first.
    others: () => (counterparty === null ? [] : [counterparty]),
    calls: (values) => {
      const signers = role === "buyer" ? { buyer: 0, seller: 1 } : { buyer: 1, seller: 0 };
      return [agreeEscrow({ ...signers, escrow, forSellerMinor: values.forSeller })];
    },
  });
  const expire = act({ label: t("expireEscrow"), calls: () => [expireEscrow({ escrow })] });
  const deliver = act({ label: t("deliver"), calls: () => [deliverEscrow({ escrow })] });
  const deliverTo = act({
    label: more("deliverTo"),
    fields: { to: { kind: "holder", label: more("otherWallet"), description: more("otherWalletHelp") } },
    calls: ({ to }) => [deliverEscrowTo({ escrow, to })],
  });
  return [
    ...(role === "buyer" && isOpen ? [confirm] : []),
    ...(role === "buyer" && stage === "shipped" && !isDue ? [dispute] : []),
    ...(role === "seller" && stage === "paid" && !isDue ? [ship] : []),
    ...(role === "seller" && isOpen ? [refund, refundPart] : []),
    ...(role === "arbiter" && stage === "disputed" && !isDue ? [decide] : []),
    ...(role !== "arbiter" && isOpen ? [agree] : []),
    ...(isDue ? [expire] : []),
    ...(isOpen ? [] : [deliver]),
    ...(role === "seller" && !isOpen ? [deliverTo] : []),
  ];
}
