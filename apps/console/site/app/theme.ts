import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The colour of old ingots, from light to dark. */
const ingot: MantineColorsTuple = [
  "#fdf6e6",
  "#f6ead0",
  "#ead3a0",
  "#debb6d",
  "#d3a642",
  "#cc9928",
  "#a87a14",
  "#8a6310",
  "#6f4f0d",
  "#553b07",
];

export const theme = createTheme({
  colors: { ingot },
  primaryColor: "ingot",
  // White text on it has a contrast of more than 4.5 to 1.
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: "md",
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif',
  headings: { fontWeight: "650" },
});
