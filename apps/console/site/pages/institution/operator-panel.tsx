import { SimpleGrid, Skeleton } from "@mantine/core";
import { hexToBytes } from "@sycee/protocol";
import { beginCustomerAccounts, changeTier, fromTill, handOut, openWallets, recoverWallet, toTill } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { useIsActing } from "../../acting/act-form.tsx";
import { ActButtons } from "../../acting/act-buttons.tsx";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import { useNames } from "../../identity/names.ts";
import { useLive } from "../../live/use-live.ts";
import { customerTexts } from "./customer-texts.ts";
import type { Institution } from "./institution-page.tsx";
import { walletsServed } from "./wallets-served.ts";

const TIERS = [1, 2, 3, 4] as const;
const COMMITMENT_BYTES = 32;
const SERVED_MS = 60_000;

/** An operator's till, and what it does for the wallets that it serves. */
export function OperatorPanel({ institution }: { readonly institution: Institution }) {
  const t = customerTexts.use();
  const isActing = useIsActing(institution.address);
  const account = useLive(["account", institution.address], () => client.account(institution.address));
  if (account.isPending) return <Skeleton height={180} />;
  if (account.isError) return <Failure error={account.error} retry={() => void account.refetch()} />;
  const at = (place: string) => account.data.balances.find((balance) => balance.place === place)?.amountMinor ?? "0";
  return (
    <Panel title={t("operator")} text={t("operatorText")} aside={isActing ? <OperatorActs institution={institution} /> : null}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <StatTile name={t("settlement")} value={<Amount minor={at("settlement")} {...institution} />} />
        <StatTile name={t("till")} value={<Amount minor={at("till")} {...institution} />} note={t("tillNote")} />
      </SimpleGrid>
    </Panel>
  );
}

function OperatorActs({ institution }: { readonly institution: Institution }) {
  const t = customerTexts.use();
  const act = useRowActs({ actor: institution.address, money: institution });
  const amount = { kind: "amount", label: t("amount") } as const;
  const names = useNames();
  const served = useQuery({
    queryKey: ["wallets-served", institution.address, names.all.length],
    queryFn: () => walletsServed(institution.address, names.all),
    staleTime: SERVED_MS,
  });
  const owner = { kind: "holder", label: t("owner") } as const;
  const ownerServed =
    served.data === undefined || served.data.length === 0
      ? owner
      : ({ ...owner, data: served.data.map((name) => ({ value: name, label: name })) } as const);
  const tier = { kind: "choice", label: t("tier"), data: TIERS.map((value) => ({ value: `${value}`, label: `${value}` })) } as const;
  const main: RowAct[] = [
    act({
      label: t("exchange"),
      fields: { amount },
      rows: [{ name: t("debited"), value: t("exchangeDebited") }],
      calls: (values) => [toTill({ amountMinor: values.amount })],
    }),
    act({
      label: t("handOut"),
      name: "handOut",
      fields: { owner: ownerServed, amount: { ...amount, description: t("handOutHelp") } },
      rows: [{ name: t("debited"), value: t("handOutDebited") }],
      calls: (values) => [handOut({ to: values.owner, amountMinor: values.amount })],
    }),
  ];
  const others: RowAct[] = [
    act({ label: t("exchangeBack"), fields: { amount }, calls: (values) => [fromTill({ amountMinor: values.amount })] }),
    act({
      label: t("openWallet"),
      fields: { owner, tier, commitment: { kind: "text", label: t("openWalletHolder"), description: t("openWalletHelp") } },
      calls: (values) => [
        openWallets({
          tier: Number(values.tier),
          wallets: [{ owner: values.owner, commitment: commitmentOf(values.commitment, t("commitmentWrong")) }],
        }),
      ],
    }),
    act({
      label: t("changeTier"),
      fields: { owner: ownerServed, tier },
      calls: (values) => [changeTier({ owner: values.owner, tier: Number(values.tier) })],
    }),
    act({
      label: t("recover"),
      danger: t("recoverDanger"),
      fields: { from: { kind: "holder", label: t("lost") }, to: { kind: "holder", label: t("newWallet") } },
      calls: ({ from, to }) => [recoverWallet({ from, to })],
    }),
    act({ label: t("begin"), calls: () => [beginCustomerAccounts()] }),
  ];
  return <ActButtons main={main} others={others} othersLabel={t("otherActs")} />;
}

/** Throws an error of the words that are given for what is no commitment: the form shows them. */
function commitmentOf(text: string, wrong: string): Uint8Array {
  const bytes = hexToBytes(text.trim());
  if (bytes?.length !== COMMITMENT_BYTES) throw new Error(wrong);
  return bytes;
}
