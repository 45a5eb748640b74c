import { Alert, Group, Text } from "@mantine/core";
import { ActAsRole } from "../../identity/act-as.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import { supervisionTexts } from "./supervision-texts.ts";

/** Says why acts of supervisors are not to be chosen here. */
export function MustSupervise() {
  const t = supervisionTexts.use();
  const { identity } = useIdentity();
  return (
    <Alert color="gray" variant="light" p="xs">
      <Group gap="sm">
        <Text size="sm">{identity === undefined ? t("actsHelp") : t("noSupervisor", { name: identity.name })}</Text>
        <ActAsRole role="supervisor" />
      </Group>
    </Alert>
  );
}
