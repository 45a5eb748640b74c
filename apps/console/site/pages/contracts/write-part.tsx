import { Alert, Button, Grid, Group, Loader, Stack, Text } from "@mantine/core";
import type { PackageFiles } from "@sycee/move-build/in-memory";
import { useRef, useState } from "react";
import { Failure } from "../../components/failure.tsx";
import { Compiled } from "./compiled.tsx";
import { contractsTexts } from "./contracts-texts.ts";
import { type Diagnostic, readDiagnostics } from "./diagnostics.ts";
import { DiagnosticsList, type SourcePlace } from "./diagnostics-list.tsx";
import { FileList } from "./file-list.tsx";
import { askWorker } from "./move-worker.ts";
import { NewPackage } from "./new-package.tsx";
import { type PackageDraft, usePackageDraft } from "./package-draft.ts";
import { PublishForm } from "./publish-form.tsx";
import { goTo, SourceEditor } from "./source-editor.tsx";
import { TestResults } from "./test-results.tsx";
import type { WorkerAnswer } from "./worker-messages.ts";

type Outcome = WorkerAnswer | { readonly kind: "failed"; readonly error: unknown };

/** The package that is being written. */
export function WritePart() {
  const draft = usePackageDraft();
  return draft.paths.length === 0 ? <NewPackage begin={draft.replace} /> : <Workbench draft={draft} />;
}

function Workbench({ draft }: { readonly draft: PackageDraft }) {
  const t = contractsTexts.use();
  const area = useRef<HTMLTextAreaElement>(null);
  const [wanted, setWanted] = useState("");
  const [busy, setBusy] = useState<"compile" | "test">();
  const [outcome, setOutcome] = useState<{ readonly of: PackageFiles; readonly said: Outcome }>();
  const path = draft.paths.includes(wanted) ? wanted : (draft.paths.find((each) => each.startsWith("sources/")) ?? draft.paths[0] ?? "");
  const run = async (kind: "compile" | "test") => {
    setBusy(kind);
    const of = draft.files;
    try {
      const question = kind === "compile" ? { kind, files: of, publisher: undefined } : { kind, files: of };
      setOutcome({ of, said: await askWorker(question) });
    } catch (error) {
      setOutcome({ of, said: { kind: "failed", error } });
    }
    setBusy(undefined);
  };
  const show = ({ path: other, line, column }: SourcePlace) => {
    setWanted(other);
    // The text of another file is there after the next drawing.
    requestAnimationFrame(() => requestAnimationFrame(() => area.current !== null && goTo(area.current, line, column)));
  };
  const diagnostics = outcome === undefined ? [] : diagnosticsOf(outcome.said);
  const isStale = outcome !== undefined && outcome.of !== draft.files;
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, sm: 4, lg: 3 }}>
        <FileList draft={draft} path={path} choose={setWanted} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 8, lg: 9 }}>
        <Stack gap="sm">
          <SourceEditor
            path={path}
            text={draft.files[path] ?? ""}
            change={(text) => draft.write(path, text)}
            wrongLines={isStale ? new Set() : wrongLines(diagnostics, path)}
            area={area}
          />
          <Group>
            <Button variant="default" onClick={() => void run("compile")} disabled={busy !== undefined}>
              {t("compile")}
            </Button>
            <Button onClick={() => void run("test")} disabled={busy !== undefined}>
              {t("runTests")}
            </Button>
            {busy === undefined ? null : (
              <Group gap="xs" role="status">
                <Loader size="xs" />
                <Text size="sm">{t(busy === "compile" ? "compiling" : "testing")}</Text>
              </Group>
            )}
          </Group>
          <Stack gap="sm" aria-live="polite">
            {isStale ? (
              <Text size="sm" c="dimmed">
                {t("stale")}
              </Text>
            ) : null}
            {outcome === undefined ? null : <OutcomeView said={outcome.said} />}
            <DiagnosticsList diagnostics={diagnostics} show={show} />
            {outcome?.said.kind === "tested" ? <TestResults report={outcome.said.report} show={show} /> : null}
          </Stack>
          <PublishForm files={draft.files} refuse={(text) => setOutcome({ of: draft.files, said: { kind: "refused", text } })} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

function OutcomeView({ said }: { readonly said: Outcome }) {
  const t = contractsTexts.use();
  switch (said.kind) {
    case "failed":
      return <Failure error={said.error} />;
    case "refused":
      return <Alert color="red" variant="light" title={t("refused")} />;
    case "compiled":
      return <Compiled compiled={said.compiled} />;
    case "tested":
      return null;
  }
}

function diagnosticsOf(said: Outcome): readonly Diagnostic[] {
  switch (said.kind) {
    case "refused":
      return readDiagnostics(said.text);
    case "compiled":
      return readDiagnostics(said.compiled.warnings);
    case "tested":
      return readDiagnostics(said.report.warnings);
    case "failed":
      return [];
  }
}

function wrongLines(diagnostics: readonly Diagnostic[], path: string): ReadonlySet<number> {
  return new Set(
    diagnostics.flatMap(({ severity, path: of, line }) => (severity === "error" && of === path && line !== undefined ? [line] : [])),
  );
}
