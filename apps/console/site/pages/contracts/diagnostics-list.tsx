import { Alert, Button, Code, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { contractsTexts } from "./contracts-texts.ts";
import type { Diagnostic } from "./diagnostics.ts";

/** Where in the package something is. */
export interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What the compiler says; each leads to its place in the source. */
export function DiagnosticsList({
  diagnostics,
  show,
}: {
  readonly diagnostics: readonly Diagnostic[];
  readonly show: (place: SourcePlace) => void;
}) {
  const t = contractsTexts.use();
  return (
    <Stack gap="xs">
      {diagnostics.map((diagnostic, place) => (
        <Alert
          key={`${place} ${diagnostic.title}`}
          color={diagnostic.severity === "error" ? "red" : "yellow"}
          variant="light"
          icon={<IconAlertTriangle />}
          title={`${t(diagnostic.severity)}${diagnostic.code === undefined ? "" : ` ${diagnostic.code}`}: ${diagnostic.title}`}
        >
          <PlaceButton diagnostic={diagnostic} show={show} />
          {diagnostic.text === "" ? null : (
            <Code block tabIndex={0} style={{ overflow: "auto" }}>
              {diagnostic.text}
            </Code>
          )}
        </Alert>
      ))}
    </Stack>
  );
}

function PlaceButton({ diagnostic, show }: { readonly diagnostic: Diagnostic; readonly show: (place: SourcePlace) => void }) {
  const { path, line, column = 1 } = diagnostic;
  if (path === undefined || line === undefined) return path === undefined ? null : <Text size="sm">{path}</Text>;
  return (
    <Button size="compact-sm" variant="default" mb={4} onClick={() => show({ path, line, column })}>
      {path}:{line}
    </Button>
  );
}
