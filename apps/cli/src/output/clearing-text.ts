import type { Address, ClearingHouseJson } from "@sycee/protocol";
import type { AddressBook } from "../address-book/address-book.ts";
import { timeText } from "../commands/time.ts";
import { formatAmount } from "./amounts.ts";
import { formatTable } from "./table.ts";

type Payment = ClearingHouseJson["queues"]["net"][number];

/** Most payments of one queue that are listed. */
const LISTED = 20;

/** A clearing house for people. */
export async function clearingText(house: ClearingHouseJson, book: AddressBook): Promise<string> {
  const { decimals, unit, cycle, queues } = house;
  const amount = (minor: string): string => formatAmount(BigInt(minor), decimals);
  const name = async (address: string): Promise<string> => await book.nameOf(address as Address);
  const participants = await Promise.all(
    house.participants.map(async (each) => [
      await name(each.institution),
      each.status,
      amount(each.capMinor),
      amount(each.collateralMinor),
      amount(each.fundShareMinor),
      amount(each.owedMinor),
    ]),
  );
  const announced = await Promise.all(
    house.participants.flatMap(({ institution, announcedCap }) =>
      announcedCap === null
        ? []
        : [
            name(institution).then(
              (who) => `a cap of ${amount(announcedCap.capMinor)} for ${who} can be set from ${timeText(announcedCap.fromMs)}`,
            ),
          ],
    ),
  );
  const state = cycle.closedAtMs === null ? "open" : `closed over ${queues.closed.length} payments`;
  return [
    `${house.name}, in ${unit}; cycle ${cycle.number} is ${state}`,
    `own capital ${amount(house.capitalMinor)}, default fund ${amount(house.fundMinor)}`,
    "",
    formatTable([["participant", "status", "cap", "collateral", "fund share", "owes"], ...participants], [2, 3, 4, 5]),
    ...announced,
    "",
    formatTable(
      [
        ["mode", "settled", "value", "liquidity", "netting", "mean delay", "revoked", "returned"],
        ...(["gross", "net"] as const).map((mode) => {
          const each = house.measures[mode];
          const ratio = each.nettingRatioBps === null ? "-" : `${(each.nettingRatioBps / 100).toFixed(2)}%`;
          const delay = each.meanDelayMs === null ? "-" : `${each.meanDelayMs} ms`;
          return [mode, each.payments, amount(each.valueMinor), amount(each.liquidityMinor), ratio, delay, each.revoked, each.returned];
        }),
      ],
      [1, 2, 3, 4, 5, 6, 7],
    ),
    ...(await queueText("waiting, gross", queues.gross)),
    ...(await queueText("waiting, net", queues.net)),
    ...(await queueText("in the closed cycle", queues.closed)),
  ].join("\n");

  async function queueText(title: string, payments: readonly Payment[]): Promise<string[]> {
    if (payments.length === 0) return [];
    const rows = await Promise.all(
      payments
        .slice(0, LISTED)
        .map(async (each) => [
          each.number,
          `${await name(each.payer)}/${each.fromAccount}`,
          `${await name(each.payee)}/${each.toAccount}`,
          amount(each.amountMinor),
          each.priority,
        ]),
    );
    const more = payments.length > LISTED ? [`and ${payments.length - LISTED} more`] : [];
    return ["", `${title}: ${payments.length}`, formatTable([["number", "from", "to", "amount", "priority"], ...rows], [0, 3]), ...more];
  }
}
