import { Badge, Button, Group, NumberInput, Skeleton, Stack, Table, Text } from "@mantine/core";
import { banking, openCustomerAccounts, openDepositAccounts, openEMoneyAccounts, readResource } from "@sycee/sdk";
import { useState } from "react";
import { ActForm, useIsActing } from "../../acting/act-form.tsx";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { CustomerActs } from "./customer-acts.tsx";
import type { Institution } from "./institution-page.tsx";
import { institutionTexts } from "./institution-texts.ts";

const PAGE = 20;

/** Customers' accounts by number, and how more are opened. */
export function CustomersPanel({ institution }: { readonly institution: Institution }) {
  const t = institutionTexts.use();
  const [from, setFrom] = useState(0);
  const customers = useLive(["customers", institution.address, from], () => customersOf(institution, from), 2_000);
  const call = institution.kinds.includes("bank")
    ? openDepositAccounts
    : institution.kinds.includes("paymentInstitution")
      ? openEMoneyAccounts
      : openCustomerAccounts;
  return (
    <Stack gap="md">
      {customers.isPending ? <Skeleton height={520} /> : null}
      {customers.isError ? <Failure error={customers.error} retry={() => void customers.refetch()} /> : null}
      {customers.data?.count === 0 ? <EmptyState title={t("noCustomers")} text={t("noCustomersText")} /> : null}
      {customers.data === undefined || customers.data.count === 0 ? null : (
        <Panel title={t("customers")} text={t("customersText", { count: customers.data.count, height: customers.data.height })}>
          <CustomersTable institution={institution} accounts={customers.data.accounts} />
          <Group mt="sm" gap="sm" align="flex-end">
            <Button variant="default" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - PAGE))}>
              {t("previous")}
            </Button>
            <Button variant="default" disabled={from + PAGE >= customers.data.count} onClick={() => setFrom(from + PAGE)}>
              {t("next")}
            </Button>
            <NumberInput
              label={t("goTo")}
              min={0}
              max={Math.max(0, customers.data.count - 1)}
              clampBehavior="strict"
              allowDecimal={false}
              value={from}
              onChange={(value) => setFrom(typeof value === "number" ? value : 0)}
              w={140}
            />
          </Group>
        </Panel>
      )}
      <Panel title={t("openAccounts")}>
        <ActForm
          actor={institution.address}
          money={institution}
          button={t("openButton")}
          fields={{ count: { kind: "whole", label: t("count"), initial: "1" } }}
          act={({ count }) => ({ title: t("openAccounts"), rows: [], calls: [call({ count })] })}
        />
      </Panel>
    </Stack>
  );
}

type Customers = Awaited<ReturnType<typeof customersOf>>;

function CustomersTable({ institution, accounts }: Pick<Customers, "accounts"> & { readonly institution: Institution }) {
  const t = institutionTexts.use();
  const isActing = useIsActing(institution.address);
  return (
    <WideTable
      minWidth={500}
      caption={t("customers")}
      columns={[
        { label: t("account") },
        { label: t("balance"), isFigure: true },
        { label: t("money") },
        { label: t("state") },
        { label: "" },
      ]}
    >
      <Table.Tbody>
        {accounts.flatMap(({ account, balances }) =>
          balances.filter(isCustomers).map(({ symbol, unit, decimals, amountMinor, state }) => (
            <Table.Tr key={`${account} ${symbol}`}>
              <Table.Td className="figures">{account}</Table.Td>
              <Table.Td ta="right">
                <Amount minor={amountMinor} unit={unit} decimals={decimals} />
              </Table.Td>
              <Table.Td>
                <Text size="sm">{symbol}</Text>
              </Table.Td>
              <Table.Td>
                <Badge variant="light" color={state === "open" ? "teal" : state === "frozen" ? "blue" : "gray"}>
                  {t(state)}
                </Badge>
              </Table.Td>
              <Table.Td>
                {isActing && state !== "closed" ? (
                  <CustomerActs institution={institution} account={account} amountMinor={amountMinor} />
                ) : null}
              </Table.Td>
            </Table.Tr>
          )),
        )}
      </Table.Tbody>
    </WideTable>
  );
}

/** What a bank keeps for payment institutions has numbers of its own, and a part of the page. */
function isCustomers({ place }: Customers["accounts"][number]["balances"][number]): boolean {
  return place === "customers";
}

/** A page of an institution's accounts, and how many there are in all. */
async function customersOf({ address, kinds }: Institution, from: number) {
  const isInstitution = kinds.includes("bank") || kinds.includes("paymentInstitution");
  const [{ height, accounts }, kept] = await Promise.all([
    client.customerAccounts(address, from, PAGE),
    isInstitution
      ? readResource(client, address, banking.institutionCustomersType)
      : readResource(client, address, banking.customerAccountsType),
  ]);
  return { height, accounts, count: Number(kept?.book.accounts.length ?? 0n) };
}
