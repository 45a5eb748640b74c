import { createTheme, type CSSVariablesResolver, DEFAULT_THEME, type MantineColorsTuple, Menu } from "@mantine/core";

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
  // Whoever asks for less motion gets dialogs where they stay: one that moves takes a button away from under the pointer.
  respectReducedMotion: true,
  // A menu that is open stays to be seen when newer figures above it move what opened it out of view: hidden, it would take the keys all the same.
  components: { Menu: Menu.extend({ defaultProps: { hideDetached: false } }) },
});

/** Colours whose light form is too faint for text by the library's own choice (WCAG 2.2 asks for 4.5 to 1). */
const TEXT_COLOURS = ["red", "teal", "yellow", "orange", "green", "blue", "gray"] as const;

/** Darker words on light grounds than the library's. */
export const readableVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": DEFAULT_THEME.colors.gray[7],
    "--mantine-color-placeholder": DEFAULT_THEME.colors.gray[6],
    ...Object.fromEntries(TEXT_COLOURS.map((name) => [`--mantine-color-${name}-light-color`, darkest(name)])),
    "--mantine-color-red-text": darkest("red"),
    "--mantine-color-error": darkest("red"),
  },
  dark: { "--mantine-color-dimmed": DEFAULT_THEME.colors.dark[1] },
});

function darkest(name: (typeof TEXT_COLOURS)[number]): string {
  // The darkest yellow and orange of the library are still too light.
  if (name === "yellow" || name === "orange") return "#7a4400";
  return name === "teal" || name === "green" ? "#05614a" : DEFAULT_THEME.colors[name][9];
}
