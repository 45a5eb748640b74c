import { Badge, Table } from "@mantine/core";
import type { BooksJson } from "@sycee/protocol";
import { useAccountName } from "./account-names.ts";
import { Amount } from "./amount.tsx";
import { booksTexts } from "./books-texts.ts";
import { Panel } from "./panel.tsx";
import { WideTable } from "./wide-table.tsx";

/** An institution's accounts that were ever posted to, and its trial balance. */
export function BooksPanel({ books }: { readonly books: BooksJson }) {
  const t = booksTexts.use();
  const nameOf = useAccountName();
  const { period, postings, accounts, trialBalance, unit, decimals } = books;
  const isBalanced = trialBalance.debitMinor === trialBalance.creditMinor;
  const amount = (minor: string) => (minor === "0" ? "" : <Amount minor={minor} unit={unit} decimals={decimals} />);
  return (
    <Panel
      title={t("books")}
      text={t("booksText", { period, postings })}
      aside={
        <Badge variant="light" color={isBalanced ? "teal" : "red"}>
          {t(isBalanced ? "balanced" : "unbalanced")}
        </Badge>
      }
    >
      <WideTable
        minWidth={720}
        caption={t("books")}
        columns={[
          { label: t("number") },
          { label: t("account") },
          { label: t("class") },
          { label: t("debit"), isFigure: true },
          { label: t("credit"), isFigure: true },
          { label: t("balance"), isFigure: true },
        ]}
      >
        <Table.Tbody>
          {accounts.map(({ number, name, class: class_, debitMinor, creditMinor, balanceMinor }) => (
            <Table.Tr key={number}>
              <Table.Td className="figures">{number}</Table.Td>
              <Table.Td>{nameOf(name)}</Table.Td>
              <Table.Td>{t(class_)}</Table.Td>
              <Table.Td ta="right">{amount(debitMinor)}</Table.Td>
              <Table.Td ta="right">{amount(creditMinor)}</Table.Td>
              <Table.Td ta="right">
                <Amount minor={balanceMinor} unit={unit} decimals={decimals} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={3}>{t("sum")}</Table.Th>
            <Table.Th ta="right">
              <Amount minor={trialBalance.debitMinor} unit={unit} decimals={decimals} />
            </Table.Th>
            <Table.Th ta="right">
              <Amount minor={trialBalance.creditMinor} unit={unit} decimals={decimals} />
            </Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Tfoot>
      </WideTable>
    </Panel>
  );
}
