import { Badge, Skeleton, Table, Text } from "@mantine/core";
import { banking, readResource } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatDay } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { AssetActs } from "./asset-acts.tsx";
import type { Bank } from "./central-bank-page.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";
import { useKinds } from "./issue-forms.tsx";

/** The list is read with a proof, which is more work for the node than a figure. */
const REFRESH_MS = 3_000;

/** Every asset of a central bank, and what it can do with each. */
export function AssetsPanel({ bank }: { readonly bank: Bank }) {
  const t = centralBankTexts.use();
  const assets = useLive(
    ["assets", bank.address],
    async () => (await readResource(client, bank.address, banking.centralBankType))?.assets ?? [],
    REFRESH_MS,
  );
  if (assets.isPending) return <Skeleton height={360} />;
  if (assets.isError) return <Failure error={assets.error} retry={() => void assets.refetch()} />;
  if (assets.data.length === 0) return <EmptyState title={t("noAssets")} text={t("noAssetsText")} />;
  return (
    <Panel title={t("assets")} text={t("assetsText")}>
      <WideTable
        minWidth={940}
        caption={t("assets")}
        columns={[
          { label: t("number") },
          { label: t("kind") },
          { label: t("description") },
          { label: t("from") },
          { label: t("bookValue"), isFigure: true },
          { label: t("haircutHead"), isFigure: true },
          { label: t("performs") },
          { label: t("attested") },
          { label: "" },
        ]}
      >
        <Table.Tbody>
          {assets.data.map((asset) => (
            <AssetRow key={`${asset.id}`} bank={bank} asset={asset} />
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function AssetRow({ bank, asset }: { readonly bank: Bank; readonly asset: banking.CentralBankAsset }) {
  const t = centralBankTexts.use();
  const language = useLanguage();
  const kinds = useKinds();
  return (
    <Table.Tr>
      <Table.Td className="figures">{`${asset.id}`}</Table.Td>
      <Table.Td>{kinds.find(({ number }) => number === asset.kind)?.label ?? asset.kind}</Table.Td>
      <Table.Td>{asset.description}</Table.Td>
      <Table.Td>
        {asset.counterparty === undefined ? t("ownCapitalFrom") : <Holder address={asset.counterparty} what={t("address")} />}
      </Table.Td>
      <Table.Td ta="right">
        <Amount minor={asset.bookValue} {...bank} />
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {formatPercent(Number(asset.haircutBps), language)}
      </Table.Td>
      <Table.Td>
        <Badge variant="light" miw="max-content" color={asset.performing ? "teal" : "red"}>
          {t(asset.performing ? "performing" : "notPerforming")}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Holder address={asset.attestedBy} what={t("address")} />
        <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
          {formatDay(asset.attestedOn)}
        </Text>
      </Table.Td>
      <Table.Td>
        <AssetActs bank={bank} asset={asset} />
      </Table.Td>
    </Table.Tr>
  );
}
