/** Colours of what a chart tells apart, in the order in which they are taken: at least 3 to 1 on the grounds of both schemes (WCAG 2.2, 1.4.11). */
export const CHART_COLOURS: readonly string[] = [
  "#3b82f6",
  "#ea580c",
  "#0d9488",
  "#a855f7",
  "#b7791f",
  "#db2777",
  "#65a30d",
  "#64748b",
  "#0891b2",
  "#dc2626",
];
