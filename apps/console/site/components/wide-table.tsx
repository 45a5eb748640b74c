import { Table } from "@mantine/core";
import type { ReactNode } from "react";

interface WideTableOptions {
  /** Heads of the columns; figures stand at the right. An empty head is that of a column of buttons. */
  readonly columns: readonly { readonly label: string; readonly isFigure?: boolean }[];
  /** In pixels: where there is less room, the table is moved sideways by itself. */
  readonly minWidth: number;
  readonly caption: string;
  /** `Table.Tbody`, and `Table.Tfoot` where there is one. */
  readonly children: ReactNode;
}

/** A table that may be wider than the page. */
export function WideTable({ columns, minWidth, caption, children }: WideTableOptions) {
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={0} role="region" aria-label={caption}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ label, isFigure = false }, place) =>
              label === "" ? (
                <Table.Td key={`${place}`} w={48} />
              ) : (
                <Table.Th key={label} ta={isFigure ? "right" : "left"}>
                  {label}
                </Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        {children}
      </Table>
    </Table.ScrollContainer>
  );
}
