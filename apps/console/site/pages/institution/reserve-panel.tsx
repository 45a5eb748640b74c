import { SimpleGrid, Skeleton, Stack, Table, Text } from "@mantine/core";
import type { PaymentInstitutionJson } from "@sycee/protocol";
import { useIsActing } from "../../acting/act-form.tsx";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatMoment } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { StatTile } from "../../components/stat-tile.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import type { Institution } from "./institution-page.tsx";
import { ReserveActs } from "./reserve-acts.tsx";
import { ReserveActsOfOthers } from "./reserve-acts-of-others.tsx";
import { reserveTexts } from "./reserve-texts.ts";

/** Number of the account of deposits at banks in the chart of institutions (`banking::chart`). */
const DEPOSITS_AT_BANKS = 1110;

/** A payment institution's e-money and what stands behind it. */
export function ReservePanel({ institution }: { readonly institution: Institution }) {
  const t = reserveTexts.use();
  const language = useLanguage();
  const isActing = useIsActing(institution.address);
  const read = useLive(["payment-institution", institution.address], () => client.paymentInstitution(institution.address));
  if (read.isPending) return <Skeleton height={360} />;
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />;
  const { mode, eMoneyMinor, reserveMinor, ownFundsMinor, coverBps } = read.data;
  const amount = (minor: string) => <Amount minor={minor} {...institution} />;
  return (
    <Stack gap="md">
      <Panel
        title={t("reserve")}
        text={t(mode)}
        aside={isActing ? <ReserveActs institution={institution} mode={mode} /> : <ReserveActsOfOthers institution={institution} />}
      >
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
          <StatTile name={t("eMoney")} value={amount(eMoneyMinor)} note={t("eMoneyNote")} />
          <StatTile name={t("customersReserve")} value={amount(reserveMinor)} note={t("reserveNote")} />
          <StatTile
            name={t("ratio")}
            value={coverBps === null ? t("noEMoney") : formatPercent(coverBps, language)}
            note={t(mode === "first" ? "ratioNoteFirst" : "ratioNote")}
          />
          <StatTile name={t("ownFunds")} value={amount(ownFundsMinor)} note={t("ownFundsNote")} />
        </SimpleGrid>
      </Panel>
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Schedule schedule={read.data.schedule} mode={mode} />
        <Report institution={institution} report={read.data.report} />
      </SimpleGrid>
    </Stack>
  );
}

function Schedule({ schedule, mode }: Pick<PaymentInstitutionJson, "schedule" | "mode">) {
  const t = reserveTexts.use();
  const language = useLanguage();
  return (
    <Panel title={t("schedule")} text={t("scheduleText")}>
      {schedule.length === 0 ? (
        <Text size="sm">{t(mode === "first" ? "noScheduleFirst" : "noScheduleSecond")}</Text>
      ) : (
        <WideTable minWidth={300} caption={t("schedule")} columns={[{ label: t("from") }, { label: t("share"), isFigure: true }]}>
          <Table.Tbody>
            {schedule.map(({ fromMs, shareBps }) => (
              <Table.Tr key={fromMs}>
                <Table.Td>{formatMoment(fromMs)}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {formatPercent(shareBps, language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Panel>
  );
}

function Report({ institution, report }: { readonly institution: Institution } & Pick<PaymentInstitutionJson, "report">) {
  const t = reserveTexts.use();
  const books = useLive(["books", institution.address], () => ifKnown(client.economy.books(institution.address), null));
  if (report === null) {
    return (
      <Panel title={t("report")}>
        <Text size="sm">{t("noReport")}</Text>
      </Panel>
    );
  }
  const booked = books.data?.accounts.find(({ number }) => number === DEPOSITS_AT_BANKS)?.balanceMinor;
  return (
    <Panel title={t("report")} text={t("reportText", { time: formatMoment(report.atMs) })}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <StatTile name={t("eMoneyThen")} value={<Amount minor={report.eMoneyMinor} {...institution} />} />
        <StatTile name={t("atBanks")} value={<Amount minor={report.atBanksMinor} {...institution} />} />
        <StatTile name={t("shortfall")} value={<Amount minor={report.shortfallMinor} {...institution} />} note={t("shortfallNote")} />
        {booked === undefined ? null : (
          <StatTile name={t("bookedAtBanks")} value={<Amount minor={booked} {...institution} />} note={t("bookedNote")} />
        )}
      </SimpleGrid>
    </Panel>
  );
}
