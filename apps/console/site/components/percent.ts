/** Hundredths of a per cent as the chosen language writes a percentage: `1234` is `12.34%`. */
export function formatPercent(basisPoints: number | string, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    Number(basisPoints) / 10_000,
  );
}
