import { Paper, Select, Skeleton, Stack, Text } from "@mantine/core";
import { type ReceiptJson, shortAddress } from "@sycee/protocol";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Copyable } from "../../components/copyable.tsx";
import { Failure } from "../../components/failure.tsx";
import { CallForm } from "./call-form.tsx";
import { contractsTexts } from "./contracts-texts.ts";
import { type CallableModule, callableModules } from "./ledger-functions.ts";
import { ReceiptEvents } from "./receipt-events.tsx";

/** Chooses a function on the ledger and calls it by a form. */
export function CallPart() {
  const t = contractsTexts.use();
  const modules = useQuery({ queryKey: ["callable-modules"], queryFn: callableModules });
  const [moduleName, setModuleName] = useState<string | null>(null);
  const [functionName, setFunctionName] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<ReceiptJson>();
  if (modules.isError) return <Failure error={modules.error} retry={() => void modules.refetch()} />;
  if (modules.isPending) return <Skeleton height={220} />;
  const module = modules.data.find((each) => nameOf(each) === moduleName);
  const called = module?.functions.find(({ name }) => name === functionName);
  return (
    <Stack gap="md" maw={640}>
      <Paper withBorder p="md">
        <Stack gap="sm">
          <Select
            label={t("module")}
            placeholder={t("chooseModule")}
            searchable
            data={groupsOf(modules.data, t("framework"))}
            value={moduleName}
            onChange={(name) => {
              setModuleName(name);
              setFunctionName(null);
              setReceipt(undefined);
            }}
          />
          {module === undefined ? (
            <Text size="sm" c="dimmed">
              {t("callText")}
            </Text>
          ) : (
            <>
              <Copyable text={module.address} what={t("packageAddress")} />
              <Select
                label={t("function")}
                placeholder={t("chooseFunction")}
                searchable
                data={module.functions.map(({ name }) => name)}
                value={functionName}
                onChange={(name) => {
                  setFunctionName(name);
                  setReceipt(undefined);
                }}
              />
            </>
          )}
        </Stack>
      </Paper>
      {module === undefined || called === undefined ? null : (
        <CallForm key={`${nameOf(module)}::${called.name}`} module={module} called={called} done={setReceipt} />
      )}
      {receipt === undefined ? null : <ReceiptEvents receipt={receipt} />}
    </Stack>
  );
}

function nameOf({ address, name, packageName }: CallableModule): string {
  return packageName === undefined ? `${shortAddress(address)}::${name}` : `${packageName}::${name} (${address.slice(0, 10)}…)`;
}

/** Published packages by name, then the framework; each is a group of the choice. */
function groupsOf(modules: readonly CallableModule[], framework: string) {
  const groups = new Map<string, string[]>();
  for (const module of modules) {
    const group = module.packageName ?? framework;
    groups.set(group, [...(groups.get(group) ?? []), nameOf(module)]);
  }
  return [...groups].map(([group, items]) => ({ group, items: [...new Set(items)] }));
}
