import { Anchor, Group, SimpleGrid, Skeleton, Text } from "@mantine/core";
import { ASSET_KIND, type AssetKind, contributeCapital, issueSettlement } from "@sycee/sdk";
import { Link } from "@tanstack/react-router";
import { ActForm } from "../../acting/act-form.tsx";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { decimalOf } from "../../components/money.ts";
import { Panel } from "../../components/panel.tsx";
import { formatPercent } from "../../components/percent.ts";
import { useLive } from "../../live/use-live.ts";
import type { Bank } from "./central-bank-page.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";
import { coverShareBps, eligibleValue } from "./cover-share.ts";
import { useCover } from "./use-cover.ts";

/** How new base money comes to be, and how the bank's own capital does. */
export function IssueForms({ bank }: { readonly bank: Bank }) {
  const t = centralBankTexts.use();
  const kinds = useKinds();
  const operators = useLive(["operators", bank.address], () => client.economy.operators(bank.address, { limit: 100 }));
  const list = (operators.data?.operators ?? []).map(({ address, name }) => ({ value: address as Bank["address"], label: name }));
  const policy = useLive(["policy", bank.address], () => client.economy.policy(bank.address));
  const rowsOf = useCoverRows(bank);
  // What stands in a form at first must be known before it is shown.
  if (policy.isPending) return <Skeleton height={420} />;
  const haircut = policy.data?.parameters.find(({ parameter }) => parameter === "collateralHaircut")?.value ?? "0";
  const asset = {
    kind: { kind: "choice", label: t("kind"), data: kinds, initial: "governmentBonds" },
    description: { kind: "text", label: t("description") },
    bookValue: { kind: "amount", label: t("bookValue") },
    haircut: { kind: "percent", label: t("haircut"), description: t("haircutHelp"), initial: decimalOf(haircut, 2) },
  } as const;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      <Panel title={t("issue")} text={t("issueText")}>
        <ActForm
          actor={bank.address}
          money={bank}
          button={t("issueButton")}
          fields={{ operator: { kind: "choice", label: t("operator"), data: list }, ...asset }}
          act={({ operator, ...values }) => {
            const to = list.find(({ value }) => value === operator);
            if (to === undefined) throw new Error(t("noOperators"));
            return {
              title: t("issueTo", { name: to.label }),
              rows: rowsOf(values, values.bookValue),
              calls: [issueSettlement({ operator: to.value, ...assetOf(values) })],
            };
          }}
        />
        <Text size="sm" mt="md">
          {t("issueSteps")}
        </Text>
        <Group gap="md" mt={4}>
          {list.map(({ value, label }) => (
            <Anchor key={value} component={Link} to={`/institutions/${value}`} hash="operator" size="sm">
              {t("exchanges", { name: label })}
            </Anchor>
          ))}
        </Group>
      </Panel>
      <Panel title={t("contribute")} text={t("contributeText")}>
        <ActForm
          actor={bank.address}
          money={bank}
          button={t("contributeButton")}
          fields={asset}
          act={(values) => ({ title: t("contribute"), rows: rowsOf(values, 0n), calls: [contributeCapital(assetOf(values))] })}
        />
      </Panel>
    </SimpleGrid>
  );
}

/** Makes the row that says how much cover there is after an asset came in against so much new money, in minor units. None while cover is not known. */
function useCoverRows(bank: Bank) {
  const t = centralBankTexts.use();
  const language = useLanguage();
  const { money, eligible } = useCover(bank);
  return ({ bookValue, haircut }: Pick<AssetValues, "bookValue" | "haircut">, issuedMinor: bigint) => {
    if (money === undefined || eligible === undefined) return [];
    const before = coverShareBps(eligible, money);
    const after = coverShareBps(eligible + eligibleValue(bookValue, haircut), money + issuedMinor);
    const share = (bps: number | undefined) => (bps === undefined ? "–" : formatPercent(bps, language));
    return [{ name: t("coverAfter"), value: t("coverChange", { before: share(before), after: share(after) }), isUntilSent: true }];
  };
}

/** Kinds of assets by name, in the chosen language. */
export function useKinds(): readonly { readonly value: AssetKind; readonly label: string; readonly number: number }[] {
  const t = centralBankTexts.use();
  return [
    { value: "foreignExchange", label: t("foreignExchange"), number: ASSET_KIND.foreignExchange },
    { value: "gold", label: t("gold"), number: ASSET_KIND.gold },
    { value: "governmentBonds", label: t("governmentBonds"), number: ASSET_KIND.governmentBonds },
    { value: "claimsOnBanks", label: t("claimsOnBanksKind"), number: ASSET_KIND.claimsOnBanks },
    { value: "other", label: t("other"), number: ASSET_KIND.other },
  ];
}

interface AssetValues {
  readonly kind: string;
  readonly description: string;
  readonly bookValue: bigint;
  readonly haircut: number;
}

function assetOf({ kind, description, bookValue, haircut }: AssetValues) {
  if (!isKind(kind)) throw new RangeError(`there is no kind of asset ${kind}`);
  return { kind, description, bookValueMinor: bookValue, haircutBasisPoints: haircut };
}

function isKind(text: string): text is AssetKind {
  return text in ASSET_KIND;
}
