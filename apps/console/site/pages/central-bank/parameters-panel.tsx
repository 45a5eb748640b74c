import { Table } from "@mantine/core";
import type { CentralBankPolicyJson } from "@sycee/protocol";
import { proposeParameter, proposePolicyDelay, setPolicy } from "@sycee/sdk";
import { ActForm, useIsActing } from "../../acting/act-form.tsx";
import { RowActs } from "../../acting/row-acts.tsx";
import { decimalOf } from "../../components/money.ts";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import type { Bank } from "./central-bank-page.tsx";
import { policyTexts } from "./policy-texts.ts";
import { useParameterText } from "./use-change-text.ts";
import { usePropose } from "./use-propose.ts";

interface PartOptions {
  readonly bank: Bank;
  readonly policy: CentralBankPolicyJson;
}

type Parameter = CentralBankPolicyJson["parameters"][number];

const MINUTE_MS = 60_000n;

/** Ratios, rates and the delay before they change. */
export function ParametersPanel({ bank, policy }: PartOptions) {
  const t = policyTexts.use();
  const text = useParameterText(bank);
  const isActing = useIsActing(bank.address);
  const minutes = BigInt(policy.delayMs) / MINUTE_MS;
  const delayForm = (close: () => void) => <DelayForm bank={bank} policy={policy} close={close} />;
  return (
    <Panel title={t("parameters")}>
      <WideTable
        minWidth={290}
        caption={t("parameters")}
        columns={[{ label: t("parameter") }, { label: t("value"), isFigure: true }, { label: "" }]}
      >
        <Table.Tbody>
          {policy.parameters.map((parameter) => {
            const label = t(parameter.wasSet ? "propose" : "set");
            const form = (close: () => void) => <ParameterForm bank={bank} policy={policy} parameter={parameter} close={close} />;
            return (
              <Table.Tr key={parameter.parameter}>
                <Table.Td>{t(parameter.parameter)}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {parameter.wasSet ? text(parameter) : t("notSet")}
                </Table.Td>
                <Table.Td>{isActing ? <RowActs what={t(parameter.parameter)} acts={[{ label, form }]} /> : null}</Table.Td>
              </Table.Tr>
            );
          })}
          <Table.Tr>
            <Table.Td>{t("delay")}</Table.Td>
            <Table.Td ta="right" className="figures">
              {t("minutes", { minutes: `${minutes}` })}
            </Table.Td>
            <Table.Td>{isActing ? <RowActs what={t("delay")} acts={[{ label: t("propose"), form: delayForm }]} /> : null}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function ParameterForm({
  bank,
  policy,
  parameter: { parameter, value, in: measure, wasSet },
  close,
}: PartOptions & { readonly parameter: Parameter; readonly close: () => void }) {
  const t = policyTexts.use();
  const propose = usePropose(policy.delayMs);
  const name = t(parameter);
  const isShare = measure === "bps";
  const initial = decimalOf(value, isShare ? 2 : bank.decimals);
  const field = { kind: isShare ? "percent" : "amount", label: isShare ? `${t("value")} (%)` : t("value"), initial } as const;
  const common = { actor: bank.address, money: bank, button: t("goOn"), done: close };
  if (!wasSet) {
    return (
      <ActForm
        {...common}
        fields={{ value: field }}
        act={(values) => ({
          title: t("setParameter", { name }),
          rows: [],
          calls: [setPolicy({ parameter, value: BigInt(values.value) })],
        })}
      />
    );
  }
  return (
    <ActForm
      {...common}
      fields={{ value: field, waitDays: { kind: "whole", label: t("waitDays"), initial: "0" } }}
      act={async (values) => {
        const { earliestMs, rows } = await propose(values.waitDays);
        const calls = [proposeParameter({ parameter, value: BigInt(values.value), earliestMs })];
        return { title: t("proposeParameter", { name }), rows, calls };
      }}
    />
  );
}

function DelayForm({ bank, policy, close }: PartOptions & { readonly close: () => void }) {
  const t = policyTexts.use();
  const propose = usePropose(policy.delayMs);
  return (
    <ActForm
      actor={bank.address}
      money={bank}
      button={t("goOn")}
      done={close}
      fields={{
        minutes: { kind: "whole", label: t("delayMinutes"), initial: `${BigInt(policy.delayMs) / MINUTE_MS}` },
        waitDays: { kind: "whole", label: t("waitDays"), initial: "0" },
      }}
      act={async ({ minutes, waitDays }) => {
        const { earliestMs, rows } = await propose(waitDays);
        const calls = [proposePolicyDelay({ delayMs: minutes * MINUTE_MS, earliestMs })];
        return { title: t("proposeParameter", { name: t("delay") }), rows, calls };
      }}
    />
  );
}
