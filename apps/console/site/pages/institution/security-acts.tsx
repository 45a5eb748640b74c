import { ASSET_KIND, type banking, borrowOvernight, buyOutright, buySecurity, contributeSecurity, repo, sellSecurity } from "@sycee/sdk";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import type { Institution } from "./institution-page.tsx";
import type { MarketPart } from "./market-panel.tsx";
import { marketTexts } from "./market-texts.ts";

/** Kinds of securities that a bank can have. */
const KINDS = ["foreignExchange", "gold", "governmentBonds", "other"] as const;
type Kind = (typeof KINDS)[number];
/** The bank signs first and the central bank second. */
const SIGNERS = { bankSigner: 0, centralBankSigner: 1 } as const;

/** What a bank does with one of its securities. */
export function HoldingActs({ institution, positions, holding }: MarketPart & { readonly holding: banking.SecuritiesHolding }) {
  const t = marketTexts.use();
  const { centralBank } = positions;
  const what = t("securityNumber", { number: `${holding.id}` });
  const act = useRowActs({
    actor: institution.address,
    money: institution,
    what,
    rows: [
      { name: t("description"), value: holding.description },
      { name: t("bookValue"), value: <Amount minor={holding.bookValue} {...institution} /> },
    ],
  });
  const amount = { kind: "amount", label: t("amount") } as const;
  const name = { holding: holding.id };
  const acts = [
    act({
      label: t("borrowOvernight"),
      fields: { amount },
      calls: (values) => [borrowOvernight({ ...name, amountMinor: values.amount })],
    }),
    act({
      label: t("repo"),
      fields: {
        amount,
        rate: { kind: "percent", label: t("rateYear"), initial: "2" },
        days: { kind: "whole", label: t("days"), initial: "7" },
      },
      others: () => [centralBank],
      calls: (values) => [
        repo({ ...SIGNERS, ...name, amountMinor: values.amount, rateBasisPoints: values.rate, days: Number(values.days) }),
      ],
    }),
    act({
      label: t("sellOutright"),
      fields: { amount, haircut: { kind: "percent", label: t("haircut"), initial: "4" } },
      others: () => [centralBank],
      calls: (values) => [buyOutright({ ...SIGNERS, ...name, amountMinor: values.amount, haircutBasisPoints: values.haircut })],
    }),
    act({
      label: t("sellToCustomer"),
      fields: { account: { kind: "whole", label: t("customersAccount") }, amount },
      calls: (values) => [sellSecurity({ ...name, account: Number(values.account), amountMinor: values.amount })],
    }),
  ];
  return <RowActs what={what} acts={acts} />;
}

/** How a bank comes by securities. */
export function NewSecurityActs({ institution }: { readonly institution: Institution }) {
  const t = marketTexts.use();
  const act = useRowActs({ actor: institution.address, money: institution });
  const security = {
    kind: { kind: "choice", label: t("kind"), data: useSecurityKinds(), initial: "governmentBonds" },
    description: { kind: "text", label: t("description") },
    custodian: { kind: "holder", label: t("custodian"), description: t("custodianHelp") },
  } as const;
  const acts = [
    act({
      label: t("contribute"),
      fields: { ...security, value: { kind: "amount", label: t("bookValue") } },
      others: ({ custodian }) => [custodian],
      calls: ({ kind, description, value }) => [contributeSecurity({ kind: kindOf(kind), description, bookValueMinor: value })],
    }),
    act({
      label: t("buyFromCustomer"),
      fields: { ...security, account: { kind: "whole", label: t("customersAccount") }, price: { kind: "amount", label: t("price") } },
      others: ({ custodian }) => [custodian],
      calls: ({ kind, description, account, price }) => [
        buySecurity({ kind: kindOf(kind), description, account: Number(account), priceMinor: price }),
      ],
    }),
  ];
  return <PanelActs what={t("securities")} acts={acts} />;
}

/** Kinds of securities by name, in the chosen language. */
export function useSecurityKinds(): readonly { readonly value: Kind; readonly label: string; readonly number: number }[] {
  const t = marketTexts.use();
  return KINDS.map((value) => ({ value, label: t(value), number: ASSET_KIND[value] }));
}

function kindOf(text: string): Kind {
  const kind = KINDS.find((each) => each === text);
  if (kind === undefined) throw new RangeError(`there is no kind of security ${text}`);
  return kind;
}
