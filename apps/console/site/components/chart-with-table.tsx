import { Button, Group, Paper, ScrollArea, SegmentedControl, Skeleton, Table, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { EChartsCoreOption } from "echarts/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { componentTexts } from "./component-texts.ts";
import { downloadCsv } from "./csv.ts";

const EChart = lazy(async () => ({ default: (await import("./echart.tsx")).EChart }));

/** A chart, the figures it was drawn from, and a way to take them away. */
export interface ChartWithTableOptions {
  readonly title: string;
  /** Name of the file without `.csv`. */
  readonly file: string;
  readonly option: EChartsCoreOption;
  readonly columns: readonly string[];
  /** What the table shows. */
  readonly rows: readonly (readonly string[])[];
  /** What the file has, exact; the table's rows if absent. */
  readonly csvRows?: readonly (readonly (string | number | bigint)[])[];
  readonly height?: number;
  /** How the chart is to be read: a word, or its colours; below it. */
  readonly note?: ReactNode;
}

export function ChartWithTable({ title, file, option, columns, rows, csvRows = rows, height = 280, note }: ChartWithTableOptions) {
  const t = componentTexts.use();
  const [view, setView] = useState("chart");
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Title order={3} size="h5">
          {title}
        </Title>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            value={view}
            onChange={setView}
            data={[
              { value: "chart", label: t("chart") },
              { value: "table", label: t("table") },
            ]}
          />
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconDownload size={14} />}
            onClick={() => downloadCsv(`${file}.csv`, [columns, ...csvRows])}
          >
            {t("exportCsv")}
          </Button>
        </Group>
      </Group>
      {view === "chart" ? (
        <>
          <Suspense fallback={<Skeleton height={height} />}>
            <EChart option={option} height={height} label={title} />
          </Suspense>
          {typeof note === "string" ? (
            <Text size="xs" c="dimmed" mt={4}>
              {note}
            </Text>
          ) : (
            note
          )}
        </>
      ) : (
        <ScrollArea h={height} viewportProps={{ tabIndex: 0 }}>
          <FiguresTable columns={columns} rows={rows} />
        </ScrollArea>
      )}
    </Paper>
  );
}

/** A table whose first column says what a row is and whose others are figures. */
export function FiguresTable({ columns, rows }: Pick<ChartWithTableOptions, "columns" | "rows">) {
  return (
    <Table striped stickyHeader>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column, place) => (
            <Table.Th key={column} ta={place === 0 ? "left" : "right"}>
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, line) => (
          <Table.Tr key={`${line}-${row[0] ?? ""}`}>
            {row.map((cell, place) => (
              <Table.Td key={columns[place]} ta={place === 0 ? "left" : "right"} className={place === 0 ? undefined : "figures"}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
