import { attestAsset, type banking, redeemSettlement, redeemSettlementPart, sellOutright, setPerforming, writeOffAsset } from "@sycee/sdk";
import { useIsActing } from "../../acting/act-form.tsx";
import { type RowAct, RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { banksTexts } from "./banks-texts.ts";
import type { Bank } from "./central-bank-page.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";

interface AssetOptions {
  readonly bank: Bank;
  readonly asset: banking.CentralBankAsset;
}

/** What the central bank can do with an asset, and what a custodian can. */
export function AssetActs({ bank, asset }: AssetOptions) {
  const isActing = useIsActing(bank.address);
  const { identity } = useIdentity();
  if (identity === undefined) return null;
  return isActing ? <OfCentralBank bank={bank} asset={asset} /> : <OfCustodian bank={bank} asset={asset} actor={identity.address} />;
}

function OfCustodian({ bank, asset, actor }: AssetOptions & { readonly actor: Identity["address"] }) {
  const t = centralBankTexts.use();
  const { act, what } = useAssetActs({ bank, asset }, actor);
  const attest = act({ label: t("attest"), calls: () => [attestAsset({ centralBank: bank.address, asset: asset.id })] });
  return <RowActs what={what} acts={[attest]} />;
}

function OfCentralBank({ bank, asset }: AssetOptions) {
  const t = centralBankTexts.use();
  const { act, what } = useAssetActs({ bank, asset }, bank.address);
  const { id, performing } = asset;
  const fields = { amount: { kind: "amount", label: t("amount") } } as const;
  const acts: readonly RowAct[] = [
    ...useCounterpartyActs({ bank, asset }),
    performing
      ? act({ label: t("markNot"), danger: t("markNotDanger"), calls: () => [setPerforming({ asset: id, performing: false })] })
      : act({ label: t("markPerforming"), calls: () => [setPerforming({ asset: id, performing: true })] }),
    ...(performing
      ? []
      : [
          act({
            label: t("writeOff"),
            fields,
            danger: t("writeOffDanger"),
            calls: ({ amount }) => [writeOffAsset({ asset: id, amountMinor: amount })],
          }),
        ]),
  ];
  return <RowActs what={what} acts={acts} />;
}

/** What is done with whom an asset came from: nothing for one that is the bank's own capital. */
function useCounterpartyActs({ bank, asset }: AssetOptions): readonly RowAct[] {
  const t = centralBankTexts.use();
  const ofBanks = banksTexts.use();
  const { act } = useAssetActs({ bank, asset }, bank.address);
  const { counterparty: operator, id } = asset;
  const fields = { amount: { kind: "amount", label: t("amount") } } as const;
  if (operator === undefined) return [];
  return [
    act({ label: t("redeem"), danger: t("redeemText"), others: () => [operator], calls: () => [redeemSettlement({ asset: id })] }),
    act({
      label: t("redeemPart"),
      fields,
      danger: t("redeemText"),
      others: () => [operator],
      calls: ({ amount }) => [redeemSettlementPart({ asset: id, amountMinor: amount })],
    }),
    act({
      label: ofBanks("sellBack"),
      fields,
      danger: ofBanks("sellBackText"),
      others: () => [operator],
      calls: ({ amount }) => [sellOutright({ asset: id, amountMinor: amount })],
    }),
  ];
}

function useAssetActs({ bank, asset }: AssetOptions, actor: Identity["address"]) {
  const t = centralBankTexts.use();
  const what = t("asset", { number: `${asset.id}` });
  const rows = [
    { name: t("description"), value: asset.description },
    { name: t("bookValue"), value: <Amount minor={asset.bookValue} {...bank} /> },
  ];
  return { what, act: useRowActs({ actor, money: bank, what, rows }) };
}
