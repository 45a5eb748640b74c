import { Alert } from "@mantine/core";
import { useIdentity } from "../../identity/current-identity.tsx";
import { supervisionTexts } from "./supervision-texts.ts";

/** Says why acts of supervisors are not to be chosen here. */
export function MustSupervise() {
  const t = supervisionTexts.use();
  const { identity } = useIdentity();
  return (
    <Alert color="gray" variant="light" p="xs">
      {identity === undefined ? t("actsHelp") : t("noSupervisor", { name: identity.name })}
    </Alert>
  );
}
