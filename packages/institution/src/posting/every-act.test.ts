import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tellsOfCredits } from "./credit-events.ts";
import { debitKind } from "./debit-kinds.ts";
import { isTransferBatch, namesByArguments } from "./told-by-arguments.ts";

const SOURCES = join(import.meta.dirname, "../../../../move/banking/sources");

/** A function of the Move package, with the functions of the package that it calls and the events that it emits. */
interface MoveFunction {
  readonly isEntry: boolean;
  readonly calls: readonly string[];
  readonly events: readonly string[];
  readonly text: string;
}

/** Every function by `0x4::module::name`. */
function functions(): ReadonlyMap<string, MoveFunction> {
  const found = new Map<string, MoveFunction>();
  for (const file of readdirSync(SOURCES).filter((name) => name.endsWith(".move"))) {
    const source = readFileSync(join(SOURCES, file), "utf8").replace(/\/\/.*$/gm, "");
    const module = file.slice(0, -".move".length);
    const pieces = source.split(/^(?=(?:public )?(?:public\(package\) )?(?:entry )?(?:macro )?fun \w)/m).slice(1);
    const names = new Set(pieces.map((piece) => /fun (\w+)/.exec(piece)?.[1] ?? ""));
    for (const text of pieces) {
      const [, head = "", name = ""] = /^(.*?)fun (\w+)/.exec(text) ?? [];
      const called = [...text.matchAll(/(?:\b(\w+)::)?(\w+)!?\(/g)].filter(([, of, each = ""]) => of !== undefined || names.has(each));
      found.set(`0x4::${module}::${name}`, {
        isEntry: head.includes("entry"),
        calls: called.map(([, of = module, each = ""]) => `0x4::${of}::${each}`).filter((each) => each !== `0x4::${module}::${name}`),
        events: [...text.matchAll(/event::emit\((\w+)/g)].map(([, event = ""]) => `0x4::${module}::${event}`),
        text,
      });
    }
  }
  return found;
}

const ALL = functions();

/** What a function comes to by calls: itself, and all that they come to. */
function reach(name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name) || !ALL.has(name)) return seen;
  seen.add(name);
  for (const each of ALL.get(name)?.calls ?? []) reach(each, seen);
  return seen;
}

/** Entry functions of the package from which a function whose text matches is reached. */
function entriesThat(does: RegExp): string[] {
  return [...ALL].flatMap(([name, { isEntry }]) =>
    isEntry && [...reach(name)].some((each) => does.test(ALL.get(each)?.text ?? "")) ? [name] : [],
  );
}

/** Another book: an operator's customers have digital cash. */
const isOfOperators = (name: string) => name.startsWith("0x4::customer_accounts::");

test("whatever takes money off a customer's account has a name on statements", () => {
  const debits = entriesThat(/withdraw_from_customer\(|redeem_from_customer\(|\bbook\.withdraw\(|\)\.withdraw\(/).filter(
    (name) => !isOfOperators(name),
  );
  expect(debits.length).toBeGreaterThan(30);
  expect(debits).toContain("0x4::lending::repay");
  expect(debits.filter((name) => debitKind(name) === "other")).toEqual([]);
});

test("whatever puts money onto customers' accounts tells of them, or its arguments do", () => {
  const credits = entriesThat(/issue_to_customers?\(|repay_to_customer\(|deposit_to_customer\(|\.deposit\(|\.deposit_batch\(/).filter(
    (name) => !isOfOperators(name),
  );
  expect(credits.length).toBeGreaterThan(30);
  expect(credits).toContain("0x4::lending::grant");
  const told = (name: string) =>
    namesByArguments(name) || [...reach(name)].some((each) => ALL.get(each)?.events.some(tellsOfCredits) === true);
  // Onto accounts that the successor opens for them, which are nobody's until somebody takes them over; onto those of payment institutions at a bank.
  const exceptions = ["0x4::customer_port::port", "0x4::customer_port::port_for", "0x4::first_mode::place"];
  expect(credits.filter((name) => !told(name))).toEqual(exceptions);
});

test("whatever moves money between customers' accounts is read", () => {
  const transfers = entriesThat(/\.transfer_batch\(|\.try_transfer\(/).filter((name) => !isOfOperators(name));
  // Payments of standing orders are read by their events, merchants' collections and refunds by calls and terms; what a successor refunds is found by a reconciliation.
  const others = transfers.filter((name) => !isTransferBatch(name));
  expect(others).toEqual([
    "0x4::customer_standing_order::trigger",
    "0x4::merchant::collect_batch",
    "0x4::merchant::refund_batch",
    "0x4::merchant::refund_for_batch",
  ]);
  expect(transfers.filter(isTransferBatch)).toEqual(["0x4::commercial_bank::transfer_batch", "0x4::payment_institution::transfer_batch"]);
});
