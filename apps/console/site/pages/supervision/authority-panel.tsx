import { Stack, Text } from "@mantine/core";
import { appointInvestigator, appointSupervisor, declareInsolvency, resignAsInvestigator, resignAsSupervisor } from "@sycee/sdk";
import { PanelActs } from "../../acting/panel-acts.tsx";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Panel } from "../../components/panel.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { type Authority, useAuthority } from "./authority.ts";
import { authorityTexts } from "./authority-texts.ts";
import { GasSchedulePanel } from "./gas-schedule-panel.tsx";
import { SupervisorChangesPanel } from "./supervisor-changes-panel.tsx";

/** Acts of an authority ask for no amounts. */
const NO_MONEY = { unit: "", decimals: 0 };

/** Who are authorities, and what supervisors decide of banks that cannot go on. */
export function AuthorityPanel() {
  const t = authorityTexts.use();
  const { identity } = useIdentity();
  const authority = useAuthority();
  const isOne = identity !== undefined && authority !== undefined;
  return (
    <Stack gap="md">
      <Panel title={t("authorities")} aside={isOne ? <AuthorityActs actor={identity.address} authority={authority} /> : null}>
        <Text size="sm">{t("authoritiesText")}</Text>
      </Panel>
      {isOne && authority === "supervisor" ? <SupervisorChangesPanel actor={identity.address} /> : null}
      <GasSchedulePanel actor={isOne && authority === "supervisor" ? identity.address : undefined} />
    </Stack>
  );
}

function AuthorityActs({ actor, authority }: { readonly actor: Identity["address"]; readonly authority: NonNullable<Authority> }) {
  const t = authorityTexts.use();
  const act = useRowActs({ actor, money: NO_MONEY });
  const holder = (label: string) => ({ kind: "holder", label }) as const;
  const ofSupervisor: readonly RowAct[] = [
    act({
      label: t("appointSupervisor"),
      fields: { appointed: holder(t("appointed")) },
      calls: ({ appointed }) => [appointSupervisor({ appointed })],
    }),
    act({
      label: t("declareInsolvency"),
      danger: t("declareDanger"),
      fields: { bank: holder(t("bank")), administrator: holder(t("administrator")) },
      calls: ({ bank, administrator }) => [declareInsolvency({ bank, administrator })],
    }),
    act({ label: t("resign"), danger: t("resignDanger"), calls: () => [resignAsSupervisor()] }),
  ];
  const ofInvestigator: readonly RowAct[] = [
    act({
      label: t("appointInvestigator"),
      fields: { appointed: holder(t("appointed")) },
      calls: ({ appointed }) => [appointInvestigator({ appointed })],
    }),
    act({ label: t("resign"), danger: t("resignDanger"), calls: () => [resignAsInvestigator()] }),
  ];
  return <PanelActs what={t("authorities")} acts={authority === "supervisor" ? ofSupervisor : ofInvestigator} />;
}
