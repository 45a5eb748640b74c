import { Badge } from "@mantine/core";
import type { LicenceStatus } from "@sycee/protocol";
import { licenceTexts } from "./licence-texts.ts";

/** How a licence stands; `null` is none. */
export function LicenceBadge({ status }: { readonly status: LicenceStatus | null }) {
  const t = licenceTexts.use();
  return (
    <Badge variant="light" miw="max-content" color={status === "inForce" ? "teal" : "red"}>
      {t(status ?? "none")}
    </Badge>
  );
}
