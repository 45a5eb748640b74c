import { Table } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";

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

/** A table that may be wider than the page: a shadow at an edge says that there are more columns beyond it. */
export function WideTable({ columns, minWidth, maxHeight, caption, children }: WideTableOptions) {
  const [container, hidden] = useHiddenSides();
  return (
    <div className="wide-table" data-more-before={hidden.before || undefined} data-more-after={hidden.after || undefined}>
      <Table.ScrollContainer
        ref={container}
        minWidth={minWidth}
        {...(maxHeight === undefined ? {} : { maxHeight })}
        type="native"
        tabIndex={0}
        role="region"
        aria-label={caption}
      >
        <Table striped stickyHeader={maxHeight !== undefined} aria-label={caption}>
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
    </div>
  );
}

/** Whether something of a container is hidden before and after what is seen of it, as it is scrolled and as sizes change. */
function useHiddenSides() {
  const container = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState({ before: false, after: false });
  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    const measure = () => {
      const before = element.scrollLeft > 1;
      const after = element.scrollLeft + element.clientWidth < element.scrollWidth - 1;
      setHidden((known) => (known.before === before && known.after === after ? known : { before, after }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, []);
  return [container, hidden] as const;
}
