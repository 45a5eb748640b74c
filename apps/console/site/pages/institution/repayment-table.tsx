import { Table } from "@mantine/core";
import type { PlannedPayment } from "@sycee/sdk";
import { Amount } from "../../components/amount.tsx";
import { formatDay } from "../../components/moment.ts";
import { WideTable } from "../../components/wide-table.tsx";
import { bankTexts } from "./bank-texts.ts";

/** In pixels: the buttons below stay in sight. */
const HEIGHT = 190;

/** What a borrower will pay when. `lentOn` is the day of the loan in days since 1970. */
export function RepaymentTable({
  plan,
  lentOn,
  money,
}: {
  readonly plan: readonly PlannedPayment[];
  readonly lentOn: number;
  readonly money: { readonly unit: string; readonly decimals: number };
}) {
  const t = bankTexts.use();
  return (
    <WideTable
      minWidth={380}
      maxHeight={HEIGHT}
      caption={t("schedule")}
      columns={[
        { label: t("day") },
        { label: t("payment"), isFigure: true },
        { label: t("ofItInterest"), isFigure: true },
        { label: t("left"), isFigure: true },
      ]}
    >
      <Table.Tbody>
        {plan.map(({ afterDays, paymentMinor, interestMinor, leftMinor }) => (
          <Table.Tr key={afterDays}>
            <Table.Td className="figures" style={{ whiteSpace: "nowrap" }}>
              {formatDay(lentOn + afterDays)}
            </Table.Td>
            {[paymentMinor, interestMinor, leftMinor].map((minor, place) => (
              <Table.Td key={`${place}`} ta="right">
                <Amount minor={minor} {...money} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
