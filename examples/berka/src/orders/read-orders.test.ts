import { expect, test } from "vitest";
import { readOrders } from "./read-orders.ts";

const HEADER = '"order_id";"account_id";"bank_to";"account_to";"amount";"k_symbol"';

test("a line becomes an order, its amount in hellers", () => {
  expect(readOrders(`${HEADER}\r\n29401;1;"YZ";"87144583";2452.00;"SIPO"\r\n29402;2;"ST";"89597016";3372.70;" "\r\n`)).toEqual([
    { orderId: 29401, accountId: 1, bankTo: "YZ", accountTo: "87144583", amountMinor: 245_200n },
    { orderId: 29402, accountId: 2, bankTo: "ST", accountTo: "89597016", amountMinor: 337_270n },
  ]);
});

test.each([
  ["no column names", '1;1;"YZ";"8";1.00;""'],
  ["an amount without hellers", `${HEADER}\n1;1;"YZ";"8";1;""`],
  ["a field too few", `${HEADER}\n1;1;"YZ";"8";1.00`],
])("%s is refused with the place", (_, text) => {
  expect(() => readOrders(text)).toThrow(/order\.asc/);
});
