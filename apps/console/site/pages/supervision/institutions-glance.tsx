import { Badge, Stack, Table, Text } from "@mantine/core";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Copyable } from "../../components/copyable.tsx";
import { formatMoment } from "../../components/moment.ts";
import { formatMoney } from "../../components/money.ts";
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
      <Panel title={t("institutions")} text={t("glanceText")}>
        <WideTable
          minWidth={980}
          caption={t("institutions")}
          columns={[
            { label: t("institution") },
            { label: t("kind") },
            { label: t("licence") },
            { label: t("moneyOut"), isFigure: true },
            { label: t("eMoneyCover"), isFigure: true, help: t("eMoneyCoverHelp") },
            { label: t("reserves"), isFigure: true, help: t("reservesHelp") },
            { label: t("capitalRatio"), isFigure: true, help: t("capitalRatioHelp") },
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
  const { institution, owedMinor, coverBps, leastBps, ownReport, capitalBps, leastCapitalBps, equityBps } = glance;
  const { address, name, kind, licence, unit, decimals } = institution;
  const isFirstMode = ownReport !== undefined;
  const cover = <Ratio bps={coverBps} leastBps={leastBps} />;
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
      <Table.Td ta="right">
        {kind !== "paymentInstitution" ? t("none") : isFirstMode && coverBps === 0 && leastBps === 0 ? null : cover}
        {isFirstMode ? <OwnReport glance={glance} /> : null}
      </Table.Td>
      <Table.Td ta="right">{kind === "bank" ? cover : t("none")}</Table.Td>
      <Table.Td ta="right">
        <Ratio bps={capitalBps} leastBps={leastCapitalBps} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {equityBps === undefined ? t("none") : formatPercent(equityBps, language)}
      </Table.Td>
    </Table.Tr>
  );
}

/** A share with what is asked for beneath, red where it is less. */
function Ratio({ bps, leastBps }: { readonly bps: number | undefined; readonly leastBps: number | undefined }) {
  const t = supervisionTexts.use();
  const language = useLanguage();
  if (bps === undefined) return t("none");
  const isLow = leastBps !== undefined && bps < leastBps;
  return (
    <>
      <Text span inherit className="figures" {...(isLow ? { c: "red", fw: 700 } : {})}>
        {formatPercent(bps, language)}
      </Text>
      {leastBps === undefined ? null : (
        <Text size="xs" c="dimmed" className="figures" style={{ whiteSpace: "nowrap" }}>
          {t("asked", { share: formatPercent(leastBps, language) })}
        </Text>
      )}
    </>
  );
}

/** What an institution in the first mode says of its cover: the ledger cannot verify it. */
function OwnReport({ glance: { institution, ownReport } }: { readonly glance: Glance }) {
  const t = supervisionTexts.use();
  const language = useLanguage();
  const isShort = ownReport !== null && ownReport !== undefined && ownReport.shortfallMinor !== "0";
  return (
    <>
      {t("notVerifiable")}
      <Text size="xs" {...(isShort ? { c: "red", fw: 700 } : { c: "dimmed" })}>
        {ownReport === null || ownReport === undefined
          ? t("noReport")
          : isShort
            ? t("reportedShort", {
                amount: formatMoney(ownReport.shortfallMinor, institution, language),
                time: formatMoment(ownReport.atMs),
              })
            : t("reportedNoShort", { time: formatMoment(ownReport.atMs) })}
      </Text>
    </>
  );
}
