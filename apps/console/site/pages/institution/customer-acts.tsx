import {
  announceMerchantTerms,
  chargeFee,
  closeCustomerAccount,
  closeDepositAccount,
  closeEMoneyAccount,
  depositNotes,
  depositToCash,
  depositToCustomer,
  endMerchantTerms,
  issueAgainstDeposit,
  payDepositInterest,
  payTax,
  redeemFromDeposit,
  setMerchantTerms,
  withdrawFromCustomer,
  withdrawNotes,
} from "@sycee/sdk";
import { type RowAct, RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { customerTexts } from "./customer-texts.ts";
import type { Institution } from "./institution-page.tsx";

interface CustomerOptions {
  readonly institution: Institution;
  /** Number of a customer's account, and what is on it in minor units. */
  readonly account: number;
  readonly amountMinor: string;
}

/** What an institution does with one of its customers' accounts. */
export function CustomerActs(options: CustomerOptions) {
  const { kinds } = options.institution;
  if (kinds.includes("bank")) return <BankCustomerActs {...options} />;
  return kinds.includes("paymentInstitution") ? <EMoneyCustomerActs {...options} /> : <OperatorCustomerActs {...options} />;
}

function BankCustomerActs(options: CustomerOptions) {
  const t = customerTexts.use();
  const { account } = options;
  const { act, amount, close, what } = useCustomerActs(options);
  const acts: RowAct[] = [
    act({
      label: t("toCash"),
      fields: { owner: { kind: "holder", label: t("wallet") }, ...amount },
      calls: (values) => [depositToCash({ account, owner: values.owner, amountMinor: values.amount })],
    }),
    act({ label: t("withdrawNotes"), fields: amount, calls: (values) => [withdrawNotes({ account, amountMinor: values.amount })] }),
    act({ label: t("depositNotes"), fields: amount, calls: (values) => [depositNotes({ account, amountMinor: values.amount })] }),
    act({
      label: t("payInterest"),
      fields: amount,
      calls: (values) => [payDepositInterest({ accounts: [account], amountsMinor: [values.amount] })],
    }),
    act({ label: t("chargeFee"), fields: amount, calls: (values) => [chargeFee({ account, amountMinor: values.amount })] }),
    act({
      label: t("payTax"),
      fields: { government: { kind: "holder", label: t("government") }, ...amount },
      calls: (values) => [payTax({ government: values.government, account, amountMinor: values.amount })],
    }),
    close(closeDepositAccount({ account })),
  ];
  return <RowActs what={what} acts={acts} />;
}

function EMoneyCustomerActs(options: CustomerOptions) {
  const t = customerTexts.use();
  const { account } = options;
  const { act, amount, close, what } = useCustomerActs(options);
  const terms = {
    fee: { kind: "percent", label: t("fee"), initial: "0.6" },
    fixed: { kind: "limit", label: t("fixedFee"), description: t("fixedFeeHelp") },
  } as const;
  const acts: RowAct[] = [
    act({ label: t("issueAgainst"), fields: amount, calls: (values) => [issueAgainstDeposit({ account, amountMinor: values.amount })] }),
    act({ label: t("redeemFrom"), fields: amount, calls: (values) => [redeemFromDeposit({ account, amountMinor: values.amount })] }),
    act({
      label: t("setTerms"),
      fields: terms,
      calls: ({ fee, fixed }) => [setMerchantTerms({ account, feeBps: fee, feeFixedMinor: fixed ?? 0n })],
    }),
    act({
      label: t("announceTerms"),
      fields: terms,
      calls: ({ fee, fixed }) => [announceMerchantTerms({ account, feeBps: fee, feeFixedMinor: fixed ?? 0n })],
    }),
    act({ label: t("endTerms"), calls: () => [endMerchantTerms({ account })] }),
    close(closeEMoneyAccount({ account })),
  ];
  return <RowActs what={what} acts={acts} />;
}

function OperatorCustomerActs(options: CustomerOptions) {
  const t = customerTexts.use();
  const { account } = options;
  const { act, amount, close, what } = useCustomerActs(options);
  const acts: RowAct[] = [
    act({ label: t("fromTill"), fields: amount, calls: (values) => [depositToCustomer({ account, amountMinor: values.amount })] }),
    act({ label: t("toTill"), fields: amount, calls: (values) => [withdrawFromCustomer({ account, amountMinor: values.amount })] }),
    close(closeCustomerAccount({ account })),
  ];
  return <RowActs what={what} acts={acts} />;
}

/** What the acts on every customer's account share. */
function useCustomerActs({ institution, account, amountMinor }: CustomerOptions) {
  const t = customerTexts.use();
  const what = t("account", { account });
  const act = useRowActs({
    actor: institution.address,
    money: institution,
    what,
    rows: [{ name: t("balance"), value: <Amount minor={amountMinor} {...institution} /> }],
  });
  const close = (call: ReturnType<typeof closeDepositAccount>) => act({ label: t("close"), danger: t("closeDanger"), calls: () => [call] });
  return { act, close, what, amount: { amount: { kind: "amount", label: t("amount") } } as const };
}
