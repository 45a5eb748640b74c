import type { ClearingFigures } from "../clearing/settle-clearing.ts";
import { printKoruna } from "./print-table.ts";

/** What settling took, for people. */
export function printClearing(figures: ClearingFigures): string {
  const { mode, payments, reversePayments, settled, valueMinor, liquidityMinor, peakMinor, settlements } = figures;
  const rows = [
    ["mode", mode === "net" ? `net, ${settlements} cycles` : "gross, what waits settled together after each round"],
    ["payments", `${payments}${reversePayments > 0 ? `, of which ${reversePayments} are a synthetic flow back` : ""}`],
    [
      "settled",
      `${settled}${figures.settledTogether > 0 ? `, of which ${figures.settledTogether} waited for money and settled together` : ""}`,
    ],
    ["value", `${printKoruna(valueMinor)} koruna`],
    ["liquidity used", `${printKoruna(liquidityMinor)} koruna of central-bank money moved`],
    ["liquidity needed", `${printKoruna(peakMinor)} koruna: the most that each bank had paid out net, summed`],
    ["netting ratio", `${percent(figures.nettingRatioBps)} of the value needed no central-bank money`],
    ["bilateral alone", percent(figures.bilateralRatioBps)],
    ["mean delay", `${figures.meanDelayMs} ms`],
  ];
  const width = Math.max(...rows.map(([name]) => name?.length ?? 0));
  return rows.map(([name = "", value = ""]) => `${name.padEnd(width)}  ${value}`).join("\n");
}

function percent(basisPoints: number): string {
  return `${(basisPoints / 100).toFixed(2)}%`;
}
