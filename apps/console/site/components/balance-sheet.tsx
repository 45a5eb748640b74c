import { useMemo } from "react";
import { useLanguage } from "../app/texts.ts";
import { booksTexts } from "./books-texts.ts";
import { CHART_COLOURS } from "./chart-colours.ts";
import { ChartWithTable } from "./chart-with-table.tsx";
import { decimalOf, formatMoney, formatMoneyShort } from "./money.ts";
import { type LegendLine, SheetLegend } from "./sheet-legend.tsx";

/** One line of a balance sheet. */
interface SheetLine {
  readonly name: string;
  readonly minor: bigint;
}

interface BalanceSheetOptions {
  readonly title: string;
  /** Name of the file without `.csv`. */
  readonly file: string;
  readonly money: { readonly unit: string; readonly decimals: number };
  readonly assets: readonly SheetLine[];
  /** Capital among them. */
  readonly liabilities: readonly SheetLine[];
}

/** Both sides of a balance sheet beside each other, each line a part of its bar. */
export function BalanceSheet({ title, file, money, assets, liabilities }: BalanceSheetOptions) {
  const t = booksTexts.use();
  const language = useLanguage();
  const [left, right] = [t("assets"), t("liabilities")];
  const lines = [
    ...assets.map((line, number) => ({ ...line, side: left, place: 0, colour: colourOf(number) })),
    // Other colours than those of the assets, as long as there are some.
    ...liabilities.map((line, number) => ({ ...line, side: right, place: 1, colour: colourOf(assets.length + number) })),
  ];
  const known = JSON.stringify([lines.map(({ name, minor, place }) => [name, `${minor}`, place]), language, left, right, money]);
  // The same figures give the same drawing, so that a page that is live does not draw for nothing.
  const option = useMemo(() => drawingOf(lines, [left, right], money, language), [known]);
  return (
    <ChartWithTable
      title={title}
      file={file}
      height={190}
      option={option}
      note={
        <SheetLegend
          money={money}
          sides={[left, right].map((name) => ({ name, lines: lines.filter(({ side, minor }) => side === name && minor !== 0n) }))}
        />
      }
      columns={[t("line"), t("side"), t("amount")]}
      rows={lines.map(({ name, side, minor }) => [name, side, formatMoney(minor, money, language)])}
      csvRows={lines.map(({ name, side, minor }) => [name, side, decimalOf(minor, money.decimals)])}
    />
  );
}

function colourOf(number: number): string {
  return CHART_COLOURS[number % CHART_COLOURS.length] ?? "#64748b";
}

function drawingOf(
  lines: readonly (LegendLine & { readonly place: number })[],
  sides: readonly [string, string],
  money: BalanceSheetOptions["money"],
  language: string,
) {
  return {
    grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
    tooltip: {
      trigger: "item",
      confine: true,
      valueFormatter: (value: unknown) => (typeof value === "number" ? formatMoneyShort(BigInt(Math.round(value)), money, language) : ""),
    },
    xAxis: {
      type: "value",
      axisLabel: { hideOverlap: true, formatter: (value: number) => formatMoneyShort(BigInt(Math.round(value)), money, language) },
    },
    yAxis: { type: "category", data: [...sides], inverse: true },
    series: lines
      .filter(({ minor }) => minor !== 0n)
      .map(({ name, minor, place, colour }) => ({
        type: "bar",
        itemStyle: { color: colour },
        name,
        stack: "sheet",
        barMaxWidth: 64,
        // A drawing is as exact as its pixels; the table is exact.
        data: place === 0 ? [Number(minor), "-"] : ["-", Number(minor)],
      })),
  };
}
