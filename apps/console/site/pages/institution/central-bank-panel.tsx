import { SimpleGrid, Stack, Table, Text } from "@mantine/core";
import {
  assessReserves,
  type banking,
  collectInsurancePremium,
  depositAtFacility,
  repayCentralBank,
  withdrawFromFacility,
} from "@sycee/sdk";
import { useIsActing } from "../../acting/act-form.tsx";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { formatDay } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { StatTile } from "../../components/stat-tile.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import type { Institution } from "./institution-page.tsx";
import type { MarketPart } from "./market-panel.tsx";
import { marketTexts } from "./market-texts.ts";

/** A bank's account and deposit at its central bank, and what it owes there. */
export function CentralBankPanel({ institution, positions }: MarketPart) {
  const t = marketTexts.use();
  const isActing = useIsActing(institution.address);
  const { settlement, facility, credits } = positions;
  const owed = credits.reduce((sum, { principal }) => sum + principal, 0n);
  return (
    <Panel
      title={t("atCentralBank")}
      text={t("atCentralBankText")}
      aside={isActing ? <FacilityActs institution={institution} facility={facility} /> : null}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <StatTile name={t("settlement")} value={<Amount minor={settlement} {...institution} />} />
          <StatTile name={t("facility")} value={<Amount minor={facility} {...institution} />} note={t("facilityNote")} />
          <StatTile name={t("credit")} value={<Amount minor={owed} {...institution} />} note={t("creditNote")} />
        </SimpleGrid>
        {credits.length === 0 ? <Text size="sm">{t("noCredit")}</Text> : <CreditsTable institution={institution} credits={credits} />}
      </Stack>
    </Panel>
  );
}

function FacilityActs({ institution, facility }: { readonly institution: Institution; readonly facility: bigint }) {
  const t = marketTexts.use();
  const bank = institution.address;
  const act = useRowActs({ actor: bank, money: institution });
  const acts = [
    facility === 0n
      ? act({
          label: t("leave"),
          fields: { amount: { kind: "amount", label: t("amount") } },
          calls: ({ amount }) => [depositAtFacility({ amountMinor: amount })],
        })
      : act({ label: t("takeBack"), calls: () => [withdrawFromFacility()] }),
    act({ label: t("assess"), calls: () => [assessReserves(bank)] }),
    act({ label: t("premium"), calls: () => [collectInsurancePremium(bank)] }),
  ];
  return <PanelActs what={t("account")} acts={acts} />;
}

function CreditsTable({
  institution,
  credits,
}: {
  readonly institution: Institution;
  readonly credits: readonly banking.CentralBankCreditCredit[];
}) {
  const t = marketTexts.use();
  return (
    <WideTable
      minWidth={720}
      caption={t("credit")}
      columns={[
        { label: t("number") },
        { label: t("principal"), isFigure: true },
        { label: t("rate"), isFigure: true },
        { label: t("pledged"), isFigure: true },
        { label: t("security") },
        { label: t("matures") },
        { label: "" },
      ]}
    >
      <Table.Tbody>
        {credits.map((credit) => (
          <CreditRow key={`${credit.id}`} institution={institution} credit={credit} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function CreditRow({ institution, credit }: { readonly institution: Institution; readonly credit: banking.CentralBankCreditCredit }) {
  const t = marketTexts.use();
  const language = useLanguage();
  const isActing = useIsActing(institution.address);
  const what = t("creditNumber", { number: `${credit.id}` });
  const act = useRowActs({
    actor: institution.address,
    money: institution,
    what,
    rows: [{ name: t("principal"), value: <Amount minor={credit.principal} {...institution} /> }],
  });
  const acts = [act({ label: t("repay"), calls: () => [repayCentralBank({ credit: credit.id })] })];
  return (
    <Table.Tr>
      <Table.Td className="figures">{`${credit.id}`}</Table.Td>
      <Table.Td ta="right">
        <Amount minor={credit.principal} {...institution} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {formatPercent(Number(credit.accrual.rateBps), language)}
      </Table.Td>
      <Table.Td ta="right">
        <Amount minor={credit.pledged} {...institution} />
      </Table.Td>
      <Table.Td className="figures">{t("securityNumber", { number: `${credit.holding}` })}</Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{formatDay(credit.maturesOn)}</Table.Td>
      <Table.Td>{isActing ? <RowActs what={what} acts={acts} /> : null}</Table.Td>
    </Table.Tr>
  );
}
