import { Alert } from "@mantine/core";
import type { RequestStanding } from "./request-code.ts";
import { walletTexts } from "./wallet-texts.ts";

/** Says why a request can no longer be paid; nothing while it can. */
export function RequestNotice({ standing }: { readonly standing: RequestStanding | undefined }) {
  const t = walletTexts.use();
  if (standing === undefined || standing === "open") return null;
  return (
    <Alert color="yellow" variant="light" role="status">
      {t(`standing_${standing}`)}
    </Alert>
  );
}
