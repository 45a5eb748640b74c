import { Alert, Badge, Button, Code, Group, Stack, Table, Text } from "@mantine/core";
import type { TestReport, TestResult } from "@sycee/move-build/in-memory";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { WideTable } from "../../components/wide-table.tsx";
import { contractsTexts } from "./contracts-texts.ts";
import type { SourcePlace } from "./diagnostics-list.tsx";

/** How the tests went: each with its gas, failures with their reasons and where they were. */
export function TestResults({ report, show }: { readonly report: TestReport; readonly show: (place: SourcePlace) => void }) {
  const t = contractsTexts.use();
  const total = report.results.length;
  if (total === 0) return <Alert variant="light">{t("noTests")}</Alert>;
  return (
    <Stack gap="xs">
      <Alert
        color={report.failed === 0 ? "teal" : "red"}
        variant="light"
        icon={report.failed === 0 ? <IconCircleCheck /> : <IconAlertTriangle />}
        title={report.failed === 0 ? t("allPassed", { total }) : t("someFailed", { failed: report.failed, total })}
      />
      <WideTable
        minWidth={320}
        caption={t("test")}
        columns={[{ label: t("test") }, { label: t("result") }, { label: t("gas"), isFigure: true }]}
      >
        <Table.Tbody>
          {report.results.map((result) => (
            <Table.Tr key={`${result.module}::${result.name}`}>
              <Table.Td className="identifier">{result.name}</Table.Td>
              <Table.Td>
                <Badge color={result.passed ? "teal" : "red"} variant="light">
                  {t(result.passed ? "passed" : "failed")}
                </Badge>
              </Table.Td>
              <Table.Td ta="right">{result.gasUsed.toLocaleString("en")}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {report.results
        .filter(({ passed, debugOutput }) => !passed || debugOutput.length > 0)
        .map((result) => (
          <TestDetails key={`${result.module}::${result.name}`} result={result} show={show} />
        ))}
    </Stack>
  );
}

function TestDetails({ result, show }: { readonly result: TestResult; readonly show: (place: SourcePlace) => void }) {
  const t = contractsTexts.use();
  // Frames of the framework are no files of this package.
  const own = result.stack.filter(({ directory }) => directory === ".").slice(0, 6);
  return (
    <Alert color={result.passed ? "gray" : "red"} variant="light" title={`${result.module}::${result.name}`}>
      {result.reasons.map((reason) => (
        <Text key={reason} size="sm" style={{ overflowWrap: "anywhere" }}>
          {reason}
        </Text>
      ))}
      <Group gap="xs" mt={own.length === 0 ? 0 : 6}>
        {own.map(({ path, line }, place) => (
          <Button key={`${place} ${path}:${line}`} size="compact-sm" variant="default" onClick={() => show({ path, line, column: 1 })}>
            {path}:{line}
          </Button>
        ))}
      </Group>
      {result.debugOutput.length === 0 ? null : (
        <>
          <Text size="xs" mt="xs">
            {t("printed")}
          </Text>
          <Code block tabIndex={0} style={{ overflow: "auto" }}>
            {result.debugOutput.join("\n")}
          </Code>
        </>
      )}
    </Alert>
  );
}
