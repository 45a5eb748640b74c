import { Table } from "@mantine/core";
import type { CentralBankPolicyJson, TierJson } from "@sycee/protocol";
import { proposeTier, setTier } from "@sycee/sdk";
import { ActForm, useIsActing } from "../../acting/act-form.tsx";
import { RowActs } from "../../acting/row-acts.tsx";
import { decimalOf } from "../../components/money.ts";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import type { Bank } from "./central-bank-page.tsx";
import { policyTexts } from "./policy-texts.ts";
import { LIMITS, useLimitText } from "./use-change-text.ts";
import { usePropose } from "./use-propose.ts";

const TIERS = [1, 2, 3, 4] as const;

interface PartOptions {
  readonly bank: Bank;
  readonly policy: CentralBankPolicyJson;
}

/** What wallets of each tier may hold and pay. */
export function TiersPanel({ bank, policy }: PartOptions) {
  const t = policyTexts.use();
  const limit = useLimitText(bank);
  const isActing = useIsActing(bank.address);
  return (
    <Panel title={t("tiers")} text={t("tiersText")}>
      <WideTable
        minWidth={640}
        caption={t("tiers")}
        columns={[{ label: t("tierHead") }, ...LIMITS.map((name) => ({ label: t(name), isFigure: true })), { label: "" }]}
      >
        <Table.Tbody>
          {TIERS.map((tier) => {
            const now = policy.tiers.find((each) => each.tier === tier);
            const label = t(now === undefined ? "set" : "propose");
            const form = (close: () => void) => <TierForm bank={bank} policy={policy} tier={tier} now={now} close={close} />;
            return (
              <Table.Tr key={tier}>
                <Table.Td>{tier}</Table.Td>
                {LIMITS.map((name) => (
                  <Table.Td key={name} ta="right" className="figures">
                    {now === undefined ? t("notSet") : limit(now[`${name}Minor`])}
                  </Table.Td>
                ))}
                <Table.Td>{isActing ? <RowActs what={t("tier", { tier })} acts={[{ label, form }]} /> : null}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function TierForm({
  bank,
  policy,
  tier,
  now,
  close,
}: PartOptions & { readonly tier: number; readonly now: TierJson | undefined; readonly close: () => void }) {
  const t = policyTexts.use();
  const propose = usePropose(policy.delayMs);
  const field = (name: (typeof LIMITS)[number]) => {
    const minor = now?.[`${name}Minor`];
    const initial = minor === undefined || minor === null ? "" : decimalOf(minor, bank.decimals);
    return { kind: "limit", label: t(name), description: t("emptyNoLimit"), initial } as const;
  };
  const limits = { balance: field("balance"), single: field("single"), daily: field("daily"), yearly: field("yearly") };
  const common = { actor: bank.address, money: bank, button: t("goOn"), done: close };
  if (now === undefined) {
    return (
      <ActForm
        {...common}
        fields={limits}
        act={(values) => ({ title: t("setTier", { tier }), rows: [], calls: [setTier({ tier, ...minorOf(values) })] })}
      />
    );
  }
  return (
    <ActForm
      {...common}
      fields={{ ...limits, waitDays: { kind: "whole", label: t("waitDays"), initial: "0" } }}
      act={async ({ waitDays, ...values }) => {
        const { earliestMs, rows } = await propose(waitDays);
        return { title: t("proposeTier", { tier }), rows, calls: [proposeTier({ tier, ...minorOf(values), earliestMs })] };
      }}
    />
  );
}

function minorOf({ balance, single, daily, yearly }: Readonly<Record<(typeof LIMITS)[number], bigint | undefined>>) {
  return { balanceMinor: balance, singleMinor: single, dailyMinor: daily, yearlyMinor: yearly };
}
