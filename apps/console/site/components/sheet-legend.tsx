import { SimpleGrid, Text } from "@mantine/core";
import { Amount } from "./amount.tsx";

/** One line of a side and the colour in which it is drawn. */
export interface LegendLine {
  readonly name: string;
  readonly minor: bigint;
  readonly colour: string;
}

interface SheetLegendOptions {
  readonly money: { readonly unit: string; readonly decimals: number };
  readonly sides: readonly { readonly name: string; readonly lines: readonly LegendLine[] }[];
}

/** Every line of a balance sheet at once, below its side, with its colour and its amount. */
export function SheetLegend({ money, sides }: SheetLegendOptions) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm" spacing="xl">
      {sides.map(({ name, lines }) => (
        <div key={name}>
          <Text size="sm" fw={600} mb={4}>
            {name}
          </Text>
          <ul className="sheet-legend">
            {lines.map((line) => (
              <li key={line.name}>
                <span className="sheet-swatch" style={{ background: line.colour }} aria-hidden="true" />
                <span className="sheet-name">{line.name}</span>
                <Amount minor={line.minor} unit={money.unit} decimals={money.decimals} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </SimpleGrid>
  );
}
