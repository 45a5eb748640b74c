import { useQuery } from "@tanstack/react-query";
import { client } from "../../app/client.ts";
import type { Bank } from "./central-bank-page.tsx";

/** A recount reads the whole state: it is asked for rarely, after each act of this browser, and when somebody presses the button. */
const RECOUNT_MS = 60_000;
const COVER_LAW = 2;

/** A central bank's money and the assets that cover it, in minor units, by the ledger's last recount; each `undefined` while it is not known. */
export function useCover(bank: Bank) {
  const laws = useQuery({ queryKey: ["laws"], queryFn: () => client.laws(), refetchInterval: RECOUNT_MS, staleTime: RECOUNT_MS });
  const counted = laws.data?.laws
    .filter(({ law }) => law === COVER_LAW)
    .flatMap(({ evidence }) => evidence)
    .find(({ centralBank }) => centralBank === bank.address);
  const [money, eligible] = [counted?.["centralBankMoney"], counted?.["eligibleAssets"]].map((minor) =>
    minor === undefined ? undefined : BigInt(minor),
  );
  return { laws, counted, money, eligible };
}
