import { Badge, Button, Group, SimpleGrid } from "@mantine/core";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatPercent } from "../../components/percent.ts";
import { StatTile } from "../../components/stat-tile.tsx";
import { useLive } from "../../live/use-live.ts";
import type { Bank } from "./central-bank-page.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";
import { coverShareBps } from "./cover-share.ts";
import { useCover } from "./use-cover.ts";

/** Base money, and whether assets cover it, by the ledger's own count. */
export function CoverTiles({ bank }: { readonly bank: Bank }) {
  const t = centralBankTexts.use();
  const language = useLanguage();
  const statistics = useLive(["statistics"], () => client.statistics());
  const { laws, counted, money, eligible } = useCover(bank);
  const unit = statistics.data?.units.find(({ centralBank }) => centralBank === bank.address);
  const amount = (minor: bigint | string | undefined) => (minor === undefined ? undefined : <Amount minor={minor} {...bank} />);
  const share = coverShareBps(eligible, money);
  return (
    <>
      {laws.isError ? <Failure error={laws.error} retry={() => void laws.refetch()} /> : null}
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
        <StatTile name={t("base")} value={amount(unit?.baseMinor)} note={t("baseNote")} />
        <StatTile name={t("money")} value={amount(money)} note={t("moneyNote", { height: laws.data?.height ?? "…" })} />
        <StatTile name={t("eligible")} value={amount(eligible)} note={t("eligibleNote")} />
        <StatTile name={t("cover")} value={share === undefined ? undefined : formatPercent(share, language)} note={t("coverNote")} />
      </SimpleGrid>
      <Group gap="sm" mih={30}>
        {counted === undefined ? null : (
          <Badge variant="light" color={counted["cover"] === "full" ? "teal" : "red"}>
            {t(counted["cover"] === "full" ? "covered" : "uncovered")}
          </Badge>
        )}
        <Button size="compact-sm" variant="default" loading={laws.isFetching} onClick={() => void laws.refetch()}>
          {t("recount")}
        </Button>
      </Group>
    </>
  );
}
