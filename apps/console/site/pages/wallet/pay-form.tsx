import { Autocomplete, Button, Group, Paper, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Address } from "@sycee/protocol";
import { useState } from "react";
import { usePerform } from "../../acting/acting.tsx";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { amountFault, formatMoney, minorOf } from "../../components/money.ts";
import { useIdentity } from "../../identity/current-identity.tsx";
import { useNames } from "../../identity/names.ts";
import type { Balance } from "./wallet-page.tsx";
import { useLimits } from "./use-limits.tsx";
import { usePaymentPlan } from "./use-payment-plan.tsx";
import type { WalletMoney } from "./wallet-money.ts";
import { walletTexts } from "./wallet-texts.ts";

/** Pays somebody by name or address. `money` is that of the wallet: a payment can be more than the wallet holds where a deposit is linked to it. */
export function PayForm({ balances, money }: { readonly balances: readonly Balance[]; readonly money: WalletMoney }) {
  const t = walletTexts.use();
  const language = useLanguage();
  const names = useNames();
  const perform = usePerform();
  const limits = useLimits();
  const plan = usePaymentPlan(money);
  const [failure, setFailure] = useState<unknown>();
  const { identity } = useIdentity();
  const chosen = (number: string) => balances.find(({ instrument }) => `${instrument}` === number) ?? balances[0];
  const form = useForm({
    initialValues: { payee: "", amount: "", instrument: `${balances[0]?.instrument ?? ""}` },
    validate: {
      payee: (payee) => {
        if (names.find(payee) !== undefined) return null;
        return t(names.isOfAnother(payee, "") ? "payeeOfSeveral" : "payeeWrong");
      },
      amount: (text, { instrument }) => {
        const balance = chosen(instrument);
        const decimals = balance?.decimals ?? 2;
        const fault = amountFault(text, decimals);
        if (fault !== undefined) return t(fault, { decimals });
        const canDraw = money.link?.coversPayments === true && instrument !== `${money.bankMoney?.instrument}`;
        if (balance === undefined || (!canDraw && (minorOf(text, decimals) ?? 0n) > BigInt(balance.amountMinor))) {
          return t("amountTooMuch", { balance: balance === undefined ? "0" : formatMoney(balance.amountMinor, balance, language) });
        }
        return null;
      },
    },
  });
  const planOf = async (payee: Address, amountMinor: bigint, balance: Balance) => {
    try {
      const planned = await plan(payee, amountMinor, balance);
      if (planned.fault === undefined) return planned;
      form.setFieldError(planned.fault.about, planned.fault.text);
    } catch (error) {
      setFailure(error);
    }
    return undefined;
  };
  const submit = async (values: typeof form.values) => {
    const balance = chosen(values.instrument);
    const payee = names.find(values.payee);
    const amountMinor = minorOf(values.amount, balance?.decimals ?? 2);
    if (balance === undefined || payee === undefined || amountMinor === undefined) return;
    setFailure(undefined);
    const planned = await planOf(payee, amountMinor, balance);
    if (planned === undefined) return;
    const { instrument, symbol } = balance;
    const left = BigInt(balance.amountMinor) - amountMinor;
    const receipt = await perform({
      title: t("payTo", { name: names.of(payee) ?? values.payee }),
      rows: [
        {
          name: t("amount"),
          value: (
            <>
              <Amount minor={amountMinor} {...balance} /> ({symbol})
            </>
          ),
        },
        { name: t("payee"), value: <Holder address={payee} what={t("address")} /> },
        { name: t("balanceAfter"), value: <Amount minor={left < 0n ? 0n : left} {...balance} /> },
        ...planned.rows,
        ...limits.rowsOf(instrument, left < 0n),
      ],
      calls: planned.calls,
    });
    if (receipt !== undefined) form.setFieldValue("amount", "");
  };
  const others = names.all
    .filter(({ address, name }) => address !== identity?.address && names.find(name) !== undefined)
    .map(({ name }) => name);
  return (
    <Paper withBorder p="md" maw={560}>
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <Autocomplete
            label={t("payee")}
            description={t("payeeHelp")}
            data={[...new Set(others)]}
            limit={12}
            {...form.getInputProps("payee")}
          />
          <Group grow align="flex-start">
            <TextInput label={t("amount")} inputMode="decimal" placeholder="12.50" autoComplete="off" {...form.getInputProps("amount")} />
            <Select
              label={t("instrument")}
              data={balances.map(({ instrument, symbol }) => ({ value: `${instrument}`, label: symbol }))}
              allowDeselect={false}
              {...form.getInputProps("instrument")}
              value={`${chosen(form.values.instrument)?.instrument ?? ""}`}
            />
          </Group>
          {failure === undefined ? null : <Failure error={failure} />}
          <Group justify="flex-end">
            <Button type="submit">{t("payButton")}</Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
