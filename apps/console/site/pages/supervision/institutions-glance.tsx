import { Badge, Stack, Table, Text } from "@mantine/core";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Copyable } from "../../components/copyable.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { LawsPanel } from "../overview/laws-panel.tsx";
import { type Glance, institutionGlances } from "./institution-glances.ts";
import { supervisionTexts } from "./supervision-texts.ts";

const REFRESH_MS = 5_000;
const COLOURS = { inForce: "teal", suspended: "orange", revoked: "red", expired: "gray" } as const;

/** Every institution with what it owes and what stands behind it, and the laws. */
export function InstitutionsGlance() {
  const t = supervisionTexts.use();
  const glances = useLive(["glances"], () => institutionGlances(client), REFRESH_MS);
  if (glances.isPending) return <PageSkeleton />;
  if (glances.isError) return <Failure error={glances.error} retry={() => void glances.refetch()} />;
  const institutions = glances.data;
  if (institutions.length === 0) return <EmptyState title={t("noInstitutions")} text={t("noInstitutionsText")} />;
  return (
    <Stack gap="md">
      <Panel title={t("institutions")} text={t("coverHelp")}>
        <WideTable
          minWidth={760}
          caption={t("institutions")}
          columns={[
            { label: t("institution") },
            { label: t("kind") },
            { label: t("licence") },
            { label: t("moneyOut"), isFigure: true },
            { label: t("cover"), isFigure: true },
            { label: t("asked"), isFigure: true },
            { label: t("equity"), isFigure: true },
          ]}
        >
          <Table.Tbody>
            {institutions.map((glance) => (
              <GlanceRow key={`${glance.institution.address} ${glance.institution.kind}`} glance={glance} />
            ))}
          </Table.Tbody>
        </WideTable>
      </Panel>
      <LawsPanel />
    </Stack>
  );
}

function GlanceRow({ glance }: { readonly glance: Glance }) {
  const t = supervisionTexts.use();
  const language = useLanguage();
  const { institution, owedMinor, coverBps, leastBps, isFirstMode, equityBps } = glance;
  const { address, name, kind, licence, unit, decimals } = institution;
  const isLow = coverBps !== undefined && leastBps !== undefined && coverBps < leastBps;
  return (
    <Table.Tr>
      <Table.Td>
        <Text span inherit fw={600}>
          {name}
        </Text>{" "}
        <Copyable text={address} what={t("address")} />
      </Table.Td>
      <Table.Td>
        {t(kind)}
        {isFirstMode ? (
          <Text size="xs" c="dimmed">
            {t("firstMode")}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        {licence === null ? (
          t("none")
        ) : (
          <Badge color={COLOURS[licence]} variant="light" miw="max-content">
            {t(licence)}
          </Badge>
        )}
      </Table.Td>
      <Table.Td ta="right">{owedMinor === undefined ? t("none") : <Amount minor={owedMinor} unit={unit} decimals={decimals} />}</Table.Td>
      <Table.Td ta="right" className="figures">
        {coverBps === undefined ? (
          t("none")
        ) : (
          <Text span inherit {...(isLow ? { c: "red", fw: 700 } : {})}>
            {formatPercent(coverBps, language)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {leastBps === undefined ? t("none") : formatPercent(leastBps, language)}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {equityBps === undefined ? t("none") : formatPercent(equityBps, language)}
      </Table.Td>
    </Table.Tr>
  );
}
