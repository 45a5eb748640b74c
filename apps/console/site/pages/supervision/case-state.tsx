import { Badge } from "@mantine/core";
import type { CaseJson } from "@sycee/protocol";
import { alertTexts } from "./alert-texts.ts";

const COLOURS = { open: "orange", dismissed: "gray", referred: "blue" } as const;

/** Where a case stands, as a mark. */
export function CaseState({ state }: { readonly state: CaseJson["state"] }) {
  const t = alertTexts.use();
  return (
    <Badge color={COLOURS[state]} variant="light" miw="max-content">
      {t(state)}
    </Badge>
  );
}
