import { Alert, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { contractsTexts } from "./contracts-texts.ts";
import type { CompiledPackage } from "./worker-messages.ts";

/** A package that compiles: its modules and their sizes. */
export function Compiled({ compiled }: { readonly compiled: CompiledPackage }) {
  const t = contractsTexts.use();
  return (
    <Alert color="teal" variant="light" icon={<IconCircleCheck />} title={t("compiled", { name: compiled.name })}>
      {compiled.modules.map(({ name, bytes }) => (
        <Text key={name} size="sm">
          {t("moduleSize", { name, size: bytes.length })}
        </Text>
      ))}
    </Alert>
  );
}
