import { attestAsset, type banking, redeemSettlement, redeemSettlementPart, setPerforming, writeOffAsset } from "@sycee/sdk";
import { ActForm, useIsActing } from "../../acting/act-form.tsx";
import { usePerform } from "../../acting/acting.tsx";
import { type RowAct, RowActs } from "../../acting/row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Bank } from "./central-bank-page.tsx";
import { centralBankTexts } from "./central-bank-texts.ts";

/** What the central bank can do with an asset, and what a custodian can. */
export function AssetActs({ bank, asset }: { readonly bank: Bank; readonly asset: banking.CentralBankAsset }) {
  const t = centralBankTexts.use();
  const perform = usePerform();
  const isActing = useIsActing(bank.address);
  const { identity } = useIdentity();
  const number = `${asset.id}`;
  const { counterparty: operator } = asset;
  const rows = [
    { name: t("description"), value: asset.description },
    { name: t("bookValue"), value: <Amount minor={asset.bookValue} {...bank} /> },
  ];
  const attest: RowAct = {
    label: t("attest"),
    perform: () =>
      void perform({ title: t("attestAsset", { number }), rows, calls: [attestAsset({ centralBank: bank.address, asset: asset.id })] }),
  };
  const redeem: RowAct[] =
    operator === undefined
      ? []
      : [
          {
            label: t("redeem"),
            perform: () =>
              void perform({
                title: t("redeemAsset", { number }),
                rows,
                danger: t("redeemText"),
                calls: [redeemSettlement({ operator, asset: asset.id })],
              }),
          },
          {
            label: t("redeemPart"),
            form: (close) => (
              <ActForm
                actor={bank.address}
                money={bank}
                button={t("goOn")}
                done={close}
                fields={{ amount: { kind: "amount", label: t("amount") } }}
                act={({ amount }) => ({
                  title: t("redeemAsset", { number }),
                  rows,
                  danger: t("redeemText"),
                  calls: [redeemSettlementPart({ operator, asset: asset.id, amountMinor: amount })],
                })}
              />
            ),
          },
        ];
  const mark: RowAct = {
    label: t(asset.performing ? "markNot" : "markPerforming"),
    perform: () =>
      void perform({
        title: `${t(asset.performing ? "markNot" : "markPerforming")}: ${t("asset", { number })}`,
        rows,
        ...(asset.performing ? { danger: t("markNotDanger") } : {}),
        calls: [setPerforming({ asset: asset.id, performing: !asset.performing })],
      }),
  };
  const writeOff: RowAct = {
    label: t("writeOff"),
    form: (close) => (
      <ActForm
        actor={bank.address}
        money={bank}
        button={t("goOn")}
        done={close}
        fields={{ amount: { kind: "amount", label: t("amount") } }}
        act={({ amount }) => ({
          title: t("writeOffAsset", { number }),
          rows,
          danger: t("writeOffDanger"),
          calls: [writeOffAsset({ asset: asset.id, amountMinor: amount })],
        })}
      />
    ),
  };
  if (identity === undefined) return null;
  const acts = isActing ? [...redeem, mark, ...(asset.performing ? [] : [writeOff])] : [attest];
  return <RowActs what={t("asset", { number })} acts={acts} />;
}
