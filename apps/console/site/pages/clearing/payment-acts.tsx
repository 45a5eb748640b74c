import { Button, Group, Menu } from "@mantine/core";
import type { Address, ClearingHouseJson } from "@sycee/protocol";
import { CLEARING_PRIORITY, type ClearingPriority, revokePayment, setPaymentPriority } from "@sycee/sdk";
import { usePerform } from "../../acting/acting.tsx";
import { Amount } from "../../components/amount.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import { clearingTexts } from "./clearing-texts.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";
import type { WaitingPayment } from "./queues-part.tsx";

const PRIORITIES = Object.keys(CLEARING_PRIORITY) as readonly ClearingPriority[];

/** What the payer's institution can do with a payment of its own that waits; nothing for all others. */
export function PaymentActs({ house, payment }: { readonly house: ClearingHouseJson; readonly payment: WaitingPayment }) {
  const t = clearingTexts.use();
  const perform = usePerform();
  const nameOf = useInstitutionNames();
  const { identity } = useIdentity();
  if (identity?.address !== payment.payer) return null;
  const { number } = payment;
  const acting = { house: house.address as Address, number: BigInt(number) };
  const rows = [
    { name: t("payee"), value: `${nameOf(payment.payee)}, ${t("account", { number: payment.toAccount })}` },
    { name: t("amount"), value: <Amount minor={payment.amountMinor} unit={house.unit} decimals={house.decimals} /> },
  ];
  const revoke = async () => await perform({ title: t("revokeNumber", { number }), rows, calls: [revokePayment(acting)] });
  const change = async (priority: ClearingPriority) =>
    await perform({
      title: t("priorityTitle", { number, priority: t(priority) }),
      rows,
      calls: [setPaymentPriority({ ...acting, priority })],
    });
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="compact-xs" variant="default" onClick={() => void revoke()} aria-label={t("revokeNumber", { number })}>
        {t("revoke")}
      </Button>
      <Menu>
        <Menu.Target>
          <Button size="compact-xs" variant="default" aria-label={t("changePriorityOf", { number })}>
            {t("setPriority")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {PRIORITIES.filter((priority) => priority !== payment.priority).map((priority) => (
            <Menu.Item key={priority} onClick={() => void change(priority)}>
              {t(priority)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
