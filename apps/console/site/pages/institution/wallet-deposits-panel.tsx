import { Badge, Stack, Table, Text } from "@mantine/core";
import { followTier, fundWallet, payWalletInterest } from "@sycee/sdk";
import { useIsActing } from "../../acting/act-form.tsx";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { policyTexts } from "../central-bank/policy-texts.ts";
import { LIMITS, useLimitText } from "../central-bank/use-change-text.ts";
import type { Institution } from "./institution-page.tsx";
import { readWalletDeposits, type WalletTier } from "./wallet-deposits.ts";
import { walletDepositTexts } from "./wallet-deposit-texts.ts";

/** Some of it is read with proofs. */
const REFRESH_MS = 5_000;

/** What a bank owes to its customers' wallets, and what it does with them; nothing for a bank whose wallets hold digital cash. */
export function WalletDepositsPanel({ institution }: { readonly institution: Institution }) {
  const t = walletDepositTexts.use();
  const isActing = useIsActing(institution.address);
  const read = useLive(
    ["wallet-deposits", institution.address],
    async () => (await readWalletDeposits(institution.address)) ?? null,
    REFRESH_MS,
  );
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />;
  if (read.data === undefined || read.data === null) return null;
  const { symbol, heldMinor, tiers } = read.data;
  return (
    <Panel title={t("title")} text={t("text")} aside={isActing ? <BankActs institution={institution} /> : null}>
      <Stack gap="sm">
        <StatTile name={t("held")} value={<Amount minor={heldMinor} {...institution} />} note={t("heldNote", { symbol })} />
        <TiersTable institution={institution} tiers={tiers} />
        <Text size="xs" c="dimmed">
          {t("limitsText")}
        </Text>
      </Stack>
    </Panel>
  );
}

function BankActs({ institution }: { readonly institution: Institution }) {
  const t = walletDepositTexts.use();
  const act = useRowActs({ actor: institution.address, money: institution });
  const owner = { kind: "holder", label: t("owner") } as const;
  const amount = { kind: "amount", label: t("amount") } as const;
  const acts = [
    act({
      label: t("fund"),
      fields: { account: { kind: "whole", label: t("account") }, owner, amount },
      rows: [{ name: t("effect"), value: t("fundRow") }],
      calls: (values) => [fundWallet({ account: Number(values.account), owner: values.owner, amountMinor: values.amount })],
    }),
    act({
      label: t("payInterest"),
      fields: { owner, amount },
      rows: [{ name: t("effect"), value: t("interestRow") }],
      calls: (values) => [payWalletInterest({ owners: [values.owner], amountsMinor: [values.amount] })],
    }),
  ];
  return <PanelActs what={t("title")} acts={acts} />;
}

function TiersTable({ institution, tiers }: { readonly institution: Institution; readonly tiers: readonly WalletTier[] }) {
  const t = walletDepositTexts.use();
  const ofPolicy = policyTexts.use();
  const limit = useLimitText(institution);
  const { identity } = useIdentity();
  return (
    <WideTable
      minWidth={720}
      caption={t("limits")}
      columns={[
        { label: ofPolicy("tierHead") },
        ...LIMITS.map((name) => ({ label: ofPolicy(name), isFigure: true })),
        { label: t("ofCentralBank") },
        { label: "" },
      ]}
    >
      <Table.Tbody>
        {tiers.map((each) => (
          <Table.Tr key={each.tier}>
            <Table.Td>{each.tier}</Table.Td>
            {LIMITS.map((name) => (
              <Table.Td key={name} ta="right" className="figures">
                {each.here === undefined ? ofPolicy("notSet") : limit(each.here[`${name}Minor`])}
              </Table.Td>
            ))}
            <Table.Td>
              <Badge variant="light" miw="max-content" color={each.differs ? "yellow" : "teal"}>
                {t(each.differs ? "differs" : "asCash")}
              </Badge>
            </Table.Td>
            <Table.Td>
              {each.differs && identity !== undefined ? <FollowAct institution={institution} tier={each} actor={identity.address} /> : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function FollowAct({
  institution,
  tier: { tier, here, cash },
  actor,
}: {
  readonly institution: Institution;
  readonly tier: WalletTier;
  readonly actor: Identity["address"];
}) {
  const t = walletDepositTexts.use();
  const ofPolicy = policyTexts.use();
  const limit = useLimitText(institution);
  const [colon, semicolon] = useLanguage() === "zh" ? ["：", "；"] : [": ", "; "];
  const text = (limits: WalletTier["here"]) =>
    limits === undefined
      ? ofPolicy("notSet")
      : LIMITS.map((name) => `${ofPolicy(name)}${colon}${limit(limits[`${name}Minor`])}`).join(semicolon);
  const what = ofPolicy("tier", { tier });
  const rows = [
    { name: t("now"), value: text(here) },
    { name: t("ofCentralBank"), value: text(cash) },
  ];
  const act = useRowActs({ actor, money: institution, what, rows });
  return <RowActs what={what} acts={[act({ label: t("follow"), calls: () => [followTier({ bank: institution.address, tier })] })]} />;
}
