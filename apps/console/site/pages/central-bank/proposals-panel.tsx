import { Badge, Skeleton, Table, Text } from "@mantine/core";
import type { CentralBankPolicyJson, ProposalsJson } from "@sycee/protocol";
import { cancelPolicyChange, executePolicyChange } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useIsActing } from "../../acting/act-form.tsx";
import { usePerform } from "../../acting/acting.tsx";
import { RowActs } from "../../acting/row-acts.tsx";
import { client } from "../../app/client.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatMoment } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import type { Bank } from "./central-bank-page.tsx";
import { policyTexts } from "./policy-texts.ts";
import { useChangeText } from "./use-change-text.ts";

type Proposal = ProposalsJson["proposals"][number];

/** What a central bank has proposed and not yet made: what it would change, from what, and when. */
export function ProposalsPanel({ bank, policy }: { readonly bank: Bank; readonly policy: CentralBankPolicyJson }) {
  const t = policyTexts.use();
  const proposals = useLive(["proposals", bank.address], () => client.economy.proposals({ authority: bank.address }));
  const nowMs = useNodeTime();
  if (proposals.isPending) return <Skeleton height={180} />;
  if (proposals.isError) return <Failure error={proposals.error} retry={() => void proposals.refetch()} />;
  const list = proposals.data.proposals;
  if (list.length === 0) return <EmptyState title={t("noProposals")} text={t("noProposalsText")} />;
  return (
    <Panel title={t("proposals")} text={t("proposalsText", { delay: t("minutes", { minutes: `${BigInt(policy.delayMs) / 60_000n}` }) })}>
      <WideTable
        minWidth={860}
        caption={t("proposals")}
        columns={[
          { label: t("number") },
          { label: t("change") },
          { label: t("now") },
          { label: t("after") },
          { label: t("earliest") },
          { label: t("lapses") },
          { label: t("state") },
          { label: "" },
        ]}
      >
        <Table.Tbody>
          {list.map((proposal) => (
            <ProposalRow key={proposal.number} bank={bank} proposal={proposal} nowMs={nowMs} />
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function ProposalRow({ bank, proposal, nowMs }: { readonly bank: Bank; readonly proposal: Proposal; readonly nowMs: number }) {
  const t = policyTexts.use();
  const perform = usePerform();
  const isActing = useIsActing(proposal.executableBy);
  const { number, earliestMs, lapsesMs } = proposal;
  const { what, now, after } = useChangeText(bank)(proposal.change);
  const waitMs = Number(earliestMs) - nowMs;
  const state = nowMs > Number(lapsesMs) ? "lapsed" : waitMs > 0 ? "waiting" : "executable";
  const rows = [
    { name: t("change"), value: what },
    { name: t("now"), value: now },
    { name: t("after"), value: after },
  ];
  const execute = () =>
    void perform({
      title: t("executeProposal", { number }),
      rows,
      danger: t("cannotUndo"),
      calls: [executePolicyChange({ number: BigInt(number) })],
    });
  const cancel = () =>
    void perform({ title: t("cancelProposal", { number }), rows, calls: [cancelPolicyChange({ number: BigInt(number) })] });
  return (
    <Table.Tr>
      <Table.Td className="figures">{number}</Table.Td>
      <Table.Td>{what}</Table.Td>
      <Table.Td>
        <Text size="sm">{now}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{after}</Text>
      </Table.Td>
      <Table.Td>{formatMoment(earliestMs)}</Table.Td>
      <Table.Td>{formatMoment(lapsesMs)}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={state === "executable" ? "teal" : "gray"} className="figures" miw={110}>
          {t(state, { seconds: Math.ceil(waitMs / 1_000) })}
        </Badge>
      </Table.Td>
      <Table.Td>
        {isActing ? (
          <RowActs
            what={t("proposal", { number })}
            acts={[...(state === "executable" ? [{ label: t("execute"), perform: execute }] : []), { label: t("cancel"), perform: cancel }]}
          />
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}

/** The node's clock, second by second: whether a time has come is not judged by the clock of this machine. */
function useNodeTime(): number {
  const status = useQuery({ queryKey: ["node-clock"], staleTime: 60_000, queryFn: clockAheadMs });
  const [nowMs, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs + (status.data ?? 0);
}

async function clockAheadMs(): Promise<number> {
  return Number((await client.status()).timeMs) - Date.now();
}
