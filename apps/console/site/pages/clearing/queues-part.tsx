import { Badge, Stack, Table, Text } from "@mantine/core";
import type { ClearingHouseJson } from "@sycee/protocol";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useHead } from "../../live/head.ts";
import { clearingTexts } from "./clearing-texts.ts";
import { durationText } from "./durations.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";
import { PaymentActs } from "./payment-acts.tsx";

/** One payment that waits. */
export type WaitingPayment = ClearingHouseJson["queues"]["net"][number];
type QueueName = keyof ClearingHouseJson["queues"];

const QUEUES: readonly QueueName[] = ["gross", "net", "closed"];
/** What it means that nothing waits, and what brings something in. */
const EMPTY = { gross: "grossEmpty", net: "netEmpty", closed: "closedEmpty" } as const;
const COLUMNS = ["number", "payer", "payee", "amount", "priority", "age", "waitsFor", "acts"] as const;
const COLOURS = { highlyUrgent: "red", urgent: "orange", normal: "gray" } as const;
/** More would be read by nobody and slow the page down. */
const MAX_SHOWN = 100;

/** What waits in each mode, and what the closed cycle holds. */
export function QueuesPart({ house }: { readonly house: ClearingHouseJson }) {
  return (
    <Stack gap="md">
      {QUEUES.map((name) => (
        <Queue key={name} house={house} name={name} />
      ))}
    </Stack>
  );
}

function Queue({ house, name }: { readonly house: ClearingHouseJson; readonly name: QueueName }) {
  const t = clearingTexts.use();
  const payments = house.queues[name];
  return (
    <Panel title={t(name)} aside={<Badge variant="default">{payments.length}</Badge>}>
      {payments.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t(EMPTY[name])}
        </Text>
      ) : (
        <WideTable
          minWidth={860}
          maxHeight={420}
          caption={t(name)}
          columns={COLUMNS.map((column) => ({ label: t(column), isFigure: column === "amount" }))}
        >
          <Table.Tbody>
            {payments.slice(0, MAX_SHOWN).map((payment) => (
              <PaymentRow key={payment.number} house={house} queue={name} payment={payment} />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
      {payments.length <= MAX_SHOWN ? null : (
        <Text size="sm" c="dimmed" mt="xs">
          {t("shownFirst", { shown: MAX_SHOWN, all: payments.length })}
        </Text>
      )}
    </Panel>
  );
}

interface RowOptions {
  readonly house: ClearingHouseJson;
  readonly queue: QueueName;
  readonly payment: WaitingPayment;
}

function PaymentRow({ house, queue, payment }: RowOptions) {
  const t = clearingTexts.use();
  const language = useLanguage();
  const nameOf = useInstitutionNames();
  const nowMs = useHead().block?.timeMs;
  const waitsFor = {
    gross: t("waitsGross", { name: nameOf(payment.payer) }),
    net: t("waitsNet", { number: house.cycle.number }),
    closed: t("waitsClosed", { number: house.cycle.number }),
  };
  return (
    <Table.Tr>
      <Table.Td className="figures">{payment.number}</Table.Td>
      <Table.Td>
        {nameOf(payment.payer)}, {t("account", { number: payment.fromAccount })}
      </Table.Td>
      <Table.Td>
        {nameOf(payment.payee)}, {t("account", { number: payment.toAccount })}
      </Table.Td>
      <Table.Td ta="right">
        <Amount minor={payment.amountMinor} unit={house.unit} decimals={house.decimals} />
      </Table.Td>
      <Table.Td>
        <Badge variant="outline" color={COLOURS[payment.priority]} c="inherit" miw="max-content">
          {t(payment.priority)}
        </Badge>
      </Table.Td>
      <Table.Td className="figures">
        {nowMs === undefined ? "…" : durationText(Number(nowMs) - Number(payment.enteredMs), language)}
      </Table.Td>
      <Table.Td>{waitsFor[queue]}</Table.Td>
      <Table.Td>{queue === "closed" ? null : <PaymentActs house={house} payment={payment} />}</Table.Td>
    </Table.Tr>
  );
}
