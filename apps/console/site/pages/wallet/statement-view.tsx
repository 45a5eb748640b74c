import { Alert, Anchor, Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import type { AccountStatementJson } from "@sycee/protocol";
import { Link } from "@tanstack/react-router";
import { memo, useState } from "react";
import { type Language, useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { shortened } from "../../components/copyable.tsx";
import { formatMomentAt, zoneName } from "../../components/moment.ts";
import { formatMoney } from "../../components/money.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { useNames } from "../../identity/names.ts";
import { historyTexts } from "./history-texts.ts";
import { changeOf, counterpartyOf, type StatementPayment } from "./statement-rows.ts";

const TOTALS = ["opening", "in", "out", "other", "closing"] as const;
const COLUMNS = ["time", "amount", "what", "counterparty", "balance", "details"] as const;

/** Payments that are drawn at first, and more each time that they are asked for: a busy account has hundreds of new ones a second. */
const SHOWN = 50;

interface StatementOptions {
  readonly statement: AccountStatementJson;
  readonly month: string;
  /** Fetches more of the month's payments than are listed. */
  readonly fetchMore: () => void;
  readonly isFetching: boolean;
  /** Draws every payment that is listed, for paper. */
  readonly isPrinted: boolean;
}

/** A month's statement as it is read and printed. */
export function StatementView({ statement, month, fetchMore, isFetching, isPrinted }: StatementOptions) {
  const t = historyTexts.use();
  const [shown, setShown] = useState(SHOWN);
  const language = useLanguage();
  const names = useNames();
  const { address, height, payments, isComplete, zoneOffsetMinutes, isWholeMonth, beginsAtHeight } = statement;
  const drawn = isPrinted ? payments.length : Math.min(shown, payments.length);
  return (
    <Stack gap="sm" className="printed" component="section" aria-label={t("statementOf", { month })}>
      <Group justify="space-between">
        <Title order={3} size="h4">
          {t("statementOf", { month })}
        </Title>
        <Text size="sm" c="dimmed">
          {t("asOf", { height })}
        </Text>
      </Group>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {t("holder")}: {names.of(address) ?? ""} {address}
      </Text>
      <Totals statement={statement} />
      {isWholeMonth ? null : <Alert color="yellow">{t("begins", { height: beginsAtHeight })}</Alert>}
      {isComplete ? null : <Alert color="yellow">{t("notAll", { count: payments.length })}</Alert>}
      {payments.length === 0 ? (
        <EmptyState title={t("noPayments")} text={t("noPaymentsText")} />
      ) : (
        <WideTable
          columns={COLUMNS.map((column) => ({
            label: t(column, { zone: zoneName(zoneOffsetMinutes) }),
            isFigure: column === "amount" || column === "balance",
          }))}
          minWidth={760}
          caption={t("payments")}
        >
          <Table.Tbody>
            {payments.slice(0, drawn).map((payment) => (
              <PaymentRow key={payment.place} {...{ payment, address, language, t, zoneOffsetMinutes }} nameOf={names.of} />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
      {payments.length <= drawn && isComplete ? null : (
        <Text size="sm" className="on-paper">
          {t("onPaper", { count: drawn })}
        </Text>
      )}
      {payments.length <= drawn && isComplete ? null : (
        <Button
          variant="default"
          loading={isFetching}
          onClick={() => {
            if (shown + SHOWN > payments.length && !isComplete) fetchMore();
            setShown(shown + SHOWN);
          }}
        >
          {t("more", { shown: drawn })}
        </Button>
      )}
    </Stack>
  );
}

function Totals({ statement }: { readonly statement: AccountStatementJson }) {
  const t = historyTexts.use();
  return (
    <WideTable
      columns={[{ label: t("instrument") }, ...TOTALS.map((name) => ({ label: t(name), isFigure: true }))]}
      minWidth={620}
      caption={t("totals")}
    >
      <Table.Tbody>
        {statement.totals.map((total) => (
          <Table.Tr key={total.instrument}>
            <Table.Td>{total.symbol}</Table.Td>
            {TOTALS.map((name) => (
              <Table.Td key={name} ta="right">
                <Amount minor={total[`${name}Minor`]} unit={total.unit} decimals={total.decimals} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** What many rows have in common is given to them: each that asked for it by itself would be told of every change by itself. */
interface PaymentRowOptions {
  readonly payment: StatementPayment;
  readonly address: string;
  readonly language: Language;
  readonly zoneOffsetMinutes: number;
  readonly t: ReturnType<typeof historyTexts.use>;
  readonly nameOf: (address: string) => string | undefined;
}

/** What stands at a place never changes, but how it is said does. */
function isSameRow(before: PaymentRowOptions, after: PaymentRowOptions): boolean {
  return (
    before.payment.place === after.payment.place &&
    before.address === after.address &&
    before.language === after.language &&
    before.zoneOffsetMinutes === after.zoneOffsetMinutes &&
    before.nameOf === after.nameOf
  );
}

/** How the holder says what a payment was: money that was made for it came to it. */
function kindOf(kind: StatementPayment["kind"], change: bigint) {
  if (kind === "issued" && change > 0n) return "received_issued";
  return kind === "redeemed" && change < 0n ? "handed_back" : kind;
}

const PaymentRow = memo(PaymentCells, isSameRow);

function PaymentCells({ payment, address, language, zoneOffsetMinutes, t, nameOf }: PaymentRowOptions) {
  const { timeMs, kind, symbol, transaction, balanceMinor, purpose } = payment;
  const counterparty = counterpartyOf(payment, address);
  const change = changeOf(payment, address);
  return (
    <Table.Tr>
      <Table.Td className="figures">{formatMomentAt(timeMs, zoneOffsetMinutes)}</Table.Td>
      <Table.Td ta="right" className="figures">
        {change > 0n ? "+" : ""}
        {formatMoney(change, payment, language)}
      </Table.Td>
      <Table.Td>
        {t(kindOf(kind, change))}, {symbol}
        {purpose === null ? null : (
          <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {t("purpose", { purpose })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {counterparty === null ? (
          kind === "paid" ? (
            t("between")
          ) : kind === "transfers" ? (
            "–"
          ) : (
            t("issuerOf", { symbol })
          )
        ) : (
          <span title={counterparty}>{nameOf(counterparty) ?? shortened(counterparty)}</span>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {formatMoney(balanceMinor, payment, language)}
      </Table.Td>
      <Table.Td>
        <Anchor
          component={Link}
          to={`/explorer/transactions/${transaction}`}
          size="sm"
          aria-label={`${t("transaction")} ${shortened(transaction)}`}
        >
          {t("open")}
        </Anchor>
      </Table.Td>
    </Table.Tr>
  );
}
