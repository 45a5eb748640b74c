import type { InstrumentJson } from "@sycee/protocol";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { client } from "../app/client.ts";
import { defineTexts } from "../app/texts.ts";

const instrumentTexts = defineTexts("instruments", {
  en: {
    digitalYuan: "digital yuan, {{symbol}}",
    digitalCash: "digital cash, {{symbol}}",
    settlement: "settlement money, {{symbol}}",
    notes: "notes, {{symbol}}",
  },
  zh: {
    digitalYuan: "数字人民币，{{symbol}}",
    digitalCash: "数字现金，{{symbol}}",
    settlement: "结算货币，{{symbol}}",
    notes: "现钞，{{symbol}}",
  },
});

type Named = Pick<InstrumentJson, "kind" | "unit" | "symbol">;

/** Says what an instrument is to people, before its symbol: `digital yuan, CNY.cash`. What others than a central bank issue is called by its symbol. */
export function useInstrumentName(): (instrument: Named) => string {
  const t = instrumentTexts.use();
  return useCallback(
    ({ kind, unit, symbol }) => {
      if (kind === "digital cash") return t(unit === "CNY" ? "digitalYuan" : "digitalCash", { symbol });
      return kind === "settlement" || kind === "notes" ? t(kind, { symbol }) : symbol;
    },
    [t],
  );
}

/** The same of an instrument by its number, with its symbol where no more is known of it. */
export function useNameOfInstrument(): (instrument: { readonly instrument: number; readonly symbol: string }) => string {
  const nameOf = useInstrumentName();
  const { data } = useQuery({ queryKey: ["instruments-known"], queryFn: () => client.instruments(), staleTime: 60_000 });
  return ({ instrument, symbol }) => {
    const known = data?.find((candidate) => candidate.instrument === instrument);
    return known === undefined ? symbol : nameOf(known);
  };
}
