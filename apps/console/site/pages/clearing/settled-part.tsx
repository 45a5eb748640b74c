import { Badge, Button, Group, Select, Skeleton, Stack, Table, Text, TextInput } from "@mantine/core";
import type { Address, ClearingHouseJson, SettledPaymentsJson } from "@sycee/protocol";
import { useEffect, useState } from "react";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatDayOf, formatMoment } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";
import { useLive } from "../../live/use-live.ts";
import { durationText } from "./durations.ts";
import { SettledActs } from "./settled-acts.tsx";
import { settledTexts } from "./settled-texts.ts";
import { UnclaimedPanel } from "./unclaimed-panel.tsx";

type Payment = SettledPaymentsJson["payments"][number];

const PAGE = 20;
const REFRESH_MS = 2_000;
const STATES = ["settled", "recalled", "refused", "returned"] as const satisfies readonly Payment["state"][];
const COLUMNS = ["number", "payer", "payee", "amount", "settledAt", "until", "state"] as const;
const COLOURS = { settled: "teal", recalled: "orange", refused: "gray", returned: "blue" } as const;

const ONE_LINE = { whiteSpace: "nowrap" } as const;

/** What customers of the participant as whom one acts sent and got, as long as it can be asked back and given back. */
export function SettledPart({ house }: { readonly house: ClearingHouseJson }) {
  const t = settledTexts.use();
  const { identity } = useIdentity();
  const isParticipant = house.participants.some(({ institution }) => institution === identity?.address);
  if (identity === undefined || !isParticipant) return <EmptyState title={t("notParticipant")} text={t("notParticipantText")} />;
  return <SettledOf key={identity.address} house={house} actor={identity.address} />;
}

interface PartOptions {
  readonly house: ClearingHouseJson;
  readonly actor: Identity["address"];
}

/** Which payments are looked at; `before` is `undefined` where the last have not come yet. */
interface Looked {
  readonly state: Payment["state"] | undefined;
  readonly account: string;
  readonly before: string | undefined;
}

function SettledOf({ house, actor }: PartOptions) {
  const t = settledTexts.use();
  const language = useLanguage();
  const [looked, setLooked] = useState<Looked>({ state: undefined, account: "", before: undefined });
  const { state, before } = looked;
  const account = /^\d{1,9}$/.test(looked.account.trim()) ? Number(looked.account) : undefined;
  const read = useLive(
    ["settled-payments", house.address, actor, state, account, before],
    () =>
      client.economy.settledPayments(actor, {
        house: house.address as Address,
        limit: PAGE,
        ...(state === undefined ? {} : { state }),
        ...(account === undefined ? {} : { account }),
        ...(before === undefined ? {} : { before }),
      }),
    REFRESH_MS,
  );
  const newest = read.isPlaceholderData ? undefined : read.data?.payments[0]?.number;
  // The page stays at what was the last payment, so that a row does not go away under an act while others settle.
  useEffect(() => {
    if (before === undefined && newest !== undefined) setLooked((known) => ({ ...known, before: `${BigInt(newest) + 1n}` }));
  }, [before, newest]);
  if (read.isPending) return <Skeleton height={520} />;
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />;
  const { payments, unclaimed, next } = read.data;
  return (
    <Stack gap="md">
      {unclaimed.length === 0 ? null : <UnclaimedPanel house={house} actor={actor} unclaimed={unclaimed} />}
      <Panel title={t("title")} text={t("text", { time: durationText(house.rules.recallMs, language) })}>
        <Stack gap="sm">
          <LookedAt looked={looked} changed={(change) => setLooked({ ...looked, ...change, before: undefined })} />
          {payments.length > 0 ? (
            <SettledTable house={house} actor={actor} payments={payments} />
          ) : next === null ? (
            <EmptyState title={t("none")} text={t("noneText")} />
          ) : (
            <Text size="sm">{t("further")}</Text>
          )}
          <Group gap="sm">
            <Button variant="default" onClick={() => setLooked({ ...looked, before: undefined })}>
              {t("newest")}
            </Button>
            <Button variant="default" disabled={next === null} onClick={() => setLooked({ ...looked, before: next ?? undefined })}>
              {t("earlier")}
            </Button>
          </Group>
        </Stack>
      </Panel>
    </Stack>
  );
}

function LookedAt({ looked, changed }: { readonly looked: Looked; readonly changed: (change: Partial<Looked>) => void }) {
  const t = settledTexts.use();
  return (
    <Group align="flex-start" gap="sm">
      <Select
        label={t("state")}
        data={[{ value: "all", label: t("all") }, ...STATES.map((value) => ({ value, label: t(value) }))]}
        value={looked.state ?? "all"}
        onChange={(value) => changed({ state: STATES.find((state) => state === value) })}
        allowDeselect={false}
        w={200}
      />
      <TextInput
        label={t("account")}
        placeholder={t("all")}
        inputMode="numeric"
        autoComplete="off"
        value={looked.account}
        onChange={(event) => changed({ account: event.currentTarget.value })}
        w={140}
      />
    </Group>
  );
}

function SettledTable({ house, actor, payments }: PartOptions & { readonly payments: readonly Payment[] }) {
  const t = settledTexts.use();
  const nameOf = useInstitutionNames();
  const accountOf = (institution: string, number: number) => t("accountOf", { name: nameOf(institution), number });
  return (
    <WideTable
      minWidth={960}
      caption={t("title")}
      columns={[
        ...COLUMNS.map((column) => ({
          label: t(column),
          isFigure: column === "amount",
          ...(column === "until" ? { help: t("untilHelp") } : {}),
        })),
        { label: "" },
      ]}
    >
      <Table.Tbody>
        {payments.map((payment) => (
          <Table.Tr key={payment.number}>
            <Table.Td className="figures">{payment.number}</Table.Td>
            <Table.Td style={ONE_LINE}>{accountOf(payment.payer, payment.fromAccount)}</Table.Td>
            <Table.Td style={ONE_LINE}>{accountOf(payment.payee, payment.toAccount)}</Table.Td>
            <Table.Td ta="right">
              <Amount minor={payment.amountMinor} unit={house.unit} decimals={house.decimals} />
            </Table.Td>
            <Table.Td className="figures" style={ONE_LINE}>
              {formatMoment(payment.settledMs)}
            </Table.Td>
            <Table.Td className="figures" style={ONE_LINE}>
              {formatDayOf(payment.recallableUntilMs)}
            </Table.Td>
            <Table.Td>
              <Badge variant="outline" color={COLOURS[payment.state]} c="inherit" miw="max-content">
                {t(payment.state)}
              </Badge>
            </Table.Td>
            <Table.Td>
              <SettledActs house={house} payment={payment} actor={actor} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
