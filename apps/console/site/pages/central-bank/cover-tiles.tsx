import { Badge, Button, Group, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatPercent } from "../../components/percent.ts";
import { StatTile } from "../../components/stat-tile.tsx";
import { useLive } from "../../live/use-live.ts";
import type { Bank } from "./central-bank-page.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";

/** A recount reads the whole state: it is asked for rarely, after each act of this browser, and when somebody presses the button. */
const RECOUNT_MS = 60_000;
const COVER_LAW = 2;

/** Base money, and whether assets cover it, by the ledger's own count. */
export function CoverTiles({ bank }: { readonly bank: Bank }) {
  const t = centralBankTexts.use();
  const language = useLanguage();
  const statistics = useLive(["statistics"], () => client.statistics());
  const laws = useQuery({ queryKey: ["laws"], queryFn: () => client.laws(), refetchInterval: RECOUNT_MS, staleTime: RECOUNT_MS });
  const unit = statistics.data?.units.find(({ centralBank }) => centralBank === bank.address);
  const counted = laws.data?.laws
    .filter(({ law }) => law === COVER_LAW)
    .flatMap(({ evidence }) => evidence)
    .find(({ centralBank }) => centralBank === bank.address);
  const [money, eligible] = [counted?.["centralBankMoney"], counted?.["eligibleAssets"]].map((minor) =>
    minor === undefined ? undefined : BigInt(minor),
  );
  const amount = (minor: bigint | string | undefined) => (minor === undefined ? undefined : <Amount minor={minor} {...bank} />);
  const share = money === undefined || eligible === undefined || money === 0n ? undefined : Number((eligible * 10_000n) / money);
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
