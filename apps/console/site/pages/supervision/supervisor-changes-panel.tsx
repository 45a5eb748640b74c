import { Stack, Table, Text } from "@mantine/core";
import type { Address } from "@sycee/protocol";
import { oversight } from "@sycee/sdk";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { type RowAct, RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { client } from "../../app/client.ts";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoment } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { authorityTexts } from "./authority-texts.ts";
import { readSupervisorChanges, type SupervisorChange } from "./supervisor-changes.ts";

const REFRESH_MS = 5_000;
const DAY_MS = 86_400_000n;
/** Acts among supervisors ask for no amounts. */
const NO_MONEY = { unit: "", decimals: 0 };

/** Who is to leave the office of supervisor and who to take it up: what is proposed, and what a supervisor says of it. */
export function SupervisorChangesPanel({ actor }: { readonly actor: Address }) {
  const t = authorityTexts.use();
  const read = useLive(["supervisor-changes"], readSupervisorChanges, REFRESH_MS);
  return (
    <Panel title={t("changes")} text={t("changesText")} aside={<ProposeChange actor={actor} />}>
      {read.isError ? <Failure error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data === undefined || read.data.length === 0 ? (
        <Text size="sm">{t("noChanges")}</Text>
      ) : (
        <WideTable
          minWidth={680}
          caption={t("changes")}
          columns={[
            { label: t("number") },
            { label: t("dismissed") },
            { label: t("appointed") },
            { label: t("reason") },
            { label: t("notBefore") },
            { label: t("approvedBy") },
            { label: "" },
          ]}
        >
          <Table.Tbody>
            {read.data.map((change) => (
              <ChangeRow key={change.number} actor={actor} change={change} />
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Panel>
  );
}

function ProposeChange({ actor }: { readonly actor: Address }) {
  const t = authorityTexts.use();
  const act = useRowActs({ actor, money: NO_MONEY });
  const one = (label: string) => ({ kind: "holders", label, description: t("oneOrNone") }) as const;
  const propose = act({
    label: t("propose"),
    danger: t("proposeDanger"),
    fields: {
      dismissed: one(t("dismissed")),
      appointed: one(t("appointed")),
      reason: { kind: "text", label: t("reason") },
      days: { kind: "whole", label: t("inDays"), description: t("sevenDays"), initial: "8" },
    },
    calls: async ({ dismissed, appointed, reason, days }) => {
      if (dismissed.length > 1 || appointed.length > 1) throw new RangeError(t("oneOrNone"));
      const earliestMs = BigInt((await client.status()).timeMs) + days * DAY_MS;
      return [oversight.supervisorChange.propose({ dismissed: dismissed[0], appointed: appointed[0], reason, earliestMs })];
    },
  });
  return <PanelActs what={t("changes")} acts={[propose]} />;
}

function ChangeRow({ actor, change }: { readonly actor: Address; readonly change: SupervisorChange }) {
  const t = authorityTexts.use();
  const { number, dismissed, appointed, reason, earliestMs, approvedBy, isObjected } = change;
  const holder = (address: Address | null) => (address === null ? "–" : <Holder address={address} what={t("address")} />);
  return (
    <Table.Tr>
      <Table.Td className="figures">{number}</Table.Td>
      <Table.Td>
        {holder(dismissed)}
        {isObjected ? <Text size="xs">{t("objects")}</Text> : null}
      </Table.Td>
      <Table.Td>{holder(appointed)}</Table.Td>
      <Table.Td>{reason}</Table.Td>
      <Table.Td className="figures">{formatMoment(earliestMs)}</Table.Td>
      <Table.Td>
        <Stack gap={0}>
          {approvedBy.map((address) => (
            <Holder key={address} address={address} what={t("address")} />
          ))}
        </Stack>
      </Table.Td>
      <Table.Td>
        <ChangeActs actor={actor} change={change} />
      </Table.Td>
    </Table.Tr>
  );
}

function ChangeActs({ actor, change }: { readonly actor: Address; readonly change: SupervisorChange }) {
  const t = authorityTexts.use();
  const what = t("change", { number: change.number });
  const act = useRowActs({ actor, money: NO_MONEY, what });
  const number = BigInt(change.number);
  const approve = act({ label: t("approve"), calls: () => [oversight.supervisorChange.approve({ number })] });
  const object = act({ label: t("object"), calls: () => [oversight.supervisorChange.object({ number })] });
  const execute = act({ label: t("execute"), danger: t("executeDanger"), calls: () => [oversight.supervisorChange.execute({ number })] });
  const cancel = act({ label: t("cancel"), calls: () => [oversight.supervisorChange.cancel({ number })] });
  const acts: readonly RowAct[] = [
    ...(change.approvedBy.includes(actor) ? [] : [approve]),
    ...(change.dismissed === actor && !change.isObjected ? [object] : []),
    execute,
    ...(change.approvedBy[0] === actor ? [cancel] : []),
  ];
  return <RowActs what={what} acts={acts} />;
}
