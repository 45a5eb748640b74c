import {
  banking,
  collectEstateClaim,
  collectEstateLoan,
  openEstateAccounts,
  redeemEstatePledge,
  returnEstateNotes,
  sellEstateLoan,
  sellEstateSecurity,
  takeEstateCollateral,
  takeEstateFundShare,
  withdrawEstateFacility,
  writeOffInInsolvency,
} from "@sycee/sdk";
import { ActButtons } from "../../acting/act-buttons.tsx";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { formatMoney } from "../../components/money.ts";
import { useLanguage } from "../../app/texts.ts";
import { useNames } from "../../identity/names.ts";
import type { EstatePart } from "./estate-panel.tsx";
import { estateTexts } from "./estate-texts.ts";

/** How the administrator of a failed bank turns its assets into settlement money. */
export function AssetActs(part: EstatePart) {
  const t = estateTexts.use();
  return <ActButtons main={useLoanActs(part)} others={[...useMarketActs(part), ...useOtherActs(part)]} othersLabel={t("others")} />;
}

function useLoanActs({ institution, estate }: EstatePart): readonly RowAct[] {
  const t = estateTexts.use();
  const bank = institution.address;
  const act = useRowActs({ actor: estate.administrator, money: institution, what: institution.name });
  const loan = { kind: "whole", label: t("loan") } as const;
  const approver = { kind: "holder", label: t("approver"), description: t("approverHelp") } as const;
  return [
    act({
      label: t("collectLoan"),
      fields: { loan, amount: { kind: "amount", label: t("amount") } },
      calls: (values) => [collectEstateLoan({ bank, loan: values.loan, amountMinor: values.amount })],
    }),
    act({
      label: t("sellLoan"),
      fields: {
        loan,
        buyer: { kind: "holder", label: t("buyer") },
        account: { kind: "whole", label: t("borrowersAccount") },
        price: { kind: "amount", label: t("price") },
        approver,
      },
      others: (values) => [values.buyer, values.approver],
      calls: (values) => [sellEstateLoan({ bank, loan: values.loan, account: Number(values.account), priceMinor: values.price })],
    }),
    act({
      label: t("writeOff"),
      danger: t("writeOffDanger"),
      fields: { loan, approver },
      others: (values) => [values.approver],
      calls: (values) => [writeOffInInsolvency({ bank, loan: values.loan })],
    }),
  ];
}

/** On securities, on claims on other banks, and on what is pledged: each only where there is one. */
function useMarketActs({ institution, estate }: EstatePart): readonly RowAct[] {
  const t = estateTexts.use();
  const language = useLanguage();
  const names = useNames();
  const bank = institution.address;
  const { holdings, credits, interbank } = estate.positions;
  const act = useRowActs({ actor: estate.administrator, money: institution, what: institution.name });
  const labelOf = (id: bigint, what: string, minor: bigint) => ({
    value: `${id}`,
    label: `${id} · ${what} · ${formatMoney(minor, institution, language)}`,
  });
  const claims = interbank.filter(({ lender }) => lender === bank);
  const securities = holdings.map(({ id, description, bookValue }) => labelOf(id, description, bookValue));
  const owed = claims.map(({ id, borrower, principal }) => labelOf(id, names.of(borrower) ?? borrower, principal));
  const lent = credits.map(({ id, holding, principal }) => labelOf(id, `${t("security")} ${holding}`, principal));
  const sell = act({
    label: t("sellSecurity"),
    fields: {
      security: { kind: "choice", label: t("security"), data: securities },
      buyer: { kind: "holder", label: t("buyer") },
      amount: { kind: "amount", label: t("amount") },
      price: { kind: "amount", label: t("price") },
      approver: { kind: "holder", label: t("approver"), description: t("approverHelp") },
    },
    others: ({ buyer, approver }) => [buyer, approver],
    calls: ({ security, amount, price }) => [
      sellEstateSecurity({ bank, holding: BigInt(security), amountMinor: amount, priceMinor: price }),
    ],
  });
  const collect = act({
    label: t("collectClaim"),
    fields: { claim: { kind: "choice", label: t("claim"), data: owed } },
    calls: (values) =>
      claims.filter(({ id }) => `${id}` === values.claim).map(({ id, borrower }) => collectEstateClaim({ bank, borrower, claim: id })),
  });
  const redeem = act({
    label: t("redeemPledge"),
    fields: { credit: { kind: "choice", label: t("credit"), data: lent } },
    calls: ({ credit }) => [redeemEstatePledge({ bank, credit: BigInt(credit) })],
  });
  return [...(securities.length === 0 ? [] : [sell]), ...(owed.length === 0 ? [] : [collect]), ...(lent.length === 0 ? [] : [redeem])];
}

function useOtherActs({ institution, estate }: EstatePart): readonly RowAct[] {
  const t = estateTexts.use();
  const bank = institution.address;
  const { centralBank } = estate.positions;
  const act = useRowActs({ actor: estate.administrator, money: institution, what: institution.name });
  const amount = { kind: "amount", label: t("amount") } as const;
  const atHouse = (label: string, call: typeof takeEstateCollateral) =>
    act({
      label,
      fields: { house: { kind: "holder", label: t("house") }, amount },
      calls: (values) => [call({ bank, house: values.house, amountMinor: values.amount })],
    });
  return [
    act({
      label: t("returnNotes"),
      fields: { amount },
      others: () => [centralBank],
      calls: (values) => [returnEstateNotes({ bank, amountMinor: values.amount })],
    }),
    act({
      label: t("countNotes"),
      danger: t("countNotesDanger"),
      fields: { missing: { kind: "amount", label: t("missingNotes") } },
      others: () => [centralBank],
      calls: (values) => [banking.estate.countNotes({ administrator: 0, centralBank: 1, bank, missing: values.missing })],
    }),
    act({ label: t("withdrawFacility"), calls: () => [withdrawEstateFacility({ bank })] }),
    atHouse(t("takeCollateral"), takeEstateCollateral),
    atHouse(t("takeFundShare"), takeEstateFundShare),
    act({
      label: t("openAccounts"),
      fields: { count: { kind: "whole", label: t("accountsCount"), initial: "1" } },
      calls: ({ count }) => [openEstateAccounts({ bank, count })],
    }),
  ];
}
