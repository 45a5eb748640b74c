import { Table } from "@mantine/core";
import type { ReactNode } from "react";

interface WideTableOptions {
  /** Heads of the columns; figures stand at the right, `help` is shown to whoever points at a head. An empty head is that of a column of buttons. */
  readonly columns: readonly { readonly label: string; readonly isFigure?: boolean; readonly help?: string }[];
  /** In pixels: where there is less room, the table is moved sideways by itself. */
  readonly minWidth: number;
  /** In pixels: beyond it the rows are moved by themselves, under their heads. */
  readonly maxHeight?: number;
  readonly caption: string;
  /** `Table.Tbody`, and `Table.Tfoot` where there is one. */
  readonly children: ReactNode;
}

/** A table that may be wider than the page. */
export function WideTable({ columns, minWidth, maxHeight, caption, children }: WideTableOptions) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      {...(maxHeight === undefined ? {} : { maxHeight })}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={caption}
    >
      <Table striped stickyHeader={maxHeight !== undefined}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ label, isFigure = false, help }, place) =>
              label === "" ? (
                <Table.Td key={`${place}`} w={48} />
              ) : (
                <Table.Th key={label} ta={isFigure ? "right" : "left"} title={help}>
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
