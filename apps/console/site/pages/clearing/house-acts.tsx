import { Button, Group, Text } from "@mantine/core";
import type { Address, ClearingHouseJson } from "@sycee/protocol";
import { CLEARING_GAS_LIMIT, closeCycle, settleCycle, settleGross } from "@sycee/sdk";
import { usePerform } from "../../acting/acting.tsx";
import { Amount } from "../../components/amount.tsx";
import { Holder } from "../../components/holder.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import { clearingTexts } from "./clearing-texts.ts";

type Payments = ClearingHouseJson["queues"]["net"];

/** What settles payments: closing the cycle is the clearing house's, settling is anybody's. */
export function HouseActs({ house }: { readonly house: ClearingHouseJson }) {
  const t = clearingTexts.use();
  const perform = usePerform();
  const { identity } = useIdentity();
  const { gross, net, closed } = house.queues;
  const { number, closedAtMs } = house.cycle;
  const address = house.address as Address;
  const isHouse = identity?.address === address;
  const rows = (payments: Payments) => [
    { name: t("house"), value: <Holder address={address} what={t("address")} /> },
    { name: t("payments"), value: payments.length },
    { name: t("value"), value: <Amount minor={valueOf(payments)} unit={house.unit} decimals={house.decimals} /> },
  ];
  const close = async () =>
    await perform({
      title: t("closeTitle", { number }),
      rows: rows(net),
      danger: t("closeDanger"),
      calls: [closeCycle()],
      gasLimit: CLEARING_GAS_LIMIT,
    });
  const settle = async () =>
    await perform({ title: t("settleTitle", { number }), rows: rows(closed), calls: [settleCycle(address)], gasLimit: CLEARING_GAS_LIMIT });
  const settleWaiting = async () =>
    await perform({ title: t("settleGrossTitle"), rows: rows(gross), calls: [settleGross(address)], gasLimit: CLEARING_GAS_LIMIT });
  return (
    <Group gap="sm">
      {closedAtMs === null ? (
        <Button onClick={() => void close()} disabled={!isHouse || net.length === 0}>
          {t("close")}
        </Button>
      ) : (
        <Button onClick={() => void settle()} disabled={identity === undefined}>
          {t("settle")}
        </Button>
      )}
      <Button variant="default" onClick={() => void settleWaiting()} disabled={identity === undefined || gross.length === 0}>
        {t("settleGross")}
      </Button>
      {closedAtMs !== null || (isHouse && net.length > 0) ? null : (
        <Text size="sm" c="dimmed">
          {t(isHouse ? "nothingToClose" : "onlyHouse")}
        </Text>
      )}
    </Group>
  );
}

function valueOf(payments: Payments): bigint {
  return payments.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
}
