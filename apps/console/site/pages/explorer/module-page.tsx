import { Alert, Code, Group, Stack, Tabs, Text, Title } from "@mantine/core";
import { bytesToHex, shortAddress } from "@sycee/protocol";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../app/client.ts";
import { usePathParameters } from "../../app/path-parameters.ts";
import { Copyable } from "../../components/copyable.tsx";
import { Failure } from "../../components/failure.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { ProofCheck } from "../../components/proof-check.tsx";
import type { Identity } from "../../identity/identity.ts";
import { explorerTexts } from "./explorer-texts.ts";

interface ModuleText {
  readonly disassembly: string;
  /** Source as the console was built with it, and whether it gives the bytes on the ledger. */
  readonly source: { readonly text: string; readonly isSame: boolean } | undefined;
}

/** A module: what runs, disassembled here from the ledger's bytes, and the source where it is known. */
export function Page() {
  const t = explorerTexts.use();
  const { address = "", name = "" } = usePathParameters();
  const module = useQuery({
    queryKey: ["module", address, name],
    queryFn: () => readModule(address as Identity["address"], name),
    staleTime: 60_000,
  });
  const modules = useQuery({ queryKey: ["modules"], queryFn: () => client.modules(), staleTime: 30_000 });
  const isPublished = modules.data?.some((one) => one.address === address && one.name === name && one.package !== null) === true;
  if (module.isPending) return <PageSkeleton />;
  if (module.isError) return <Failure error={module.error} retry={() => void module.refetch()} />;
  const { disassembly, source } = module.data;
  return (
    <Stack gap="md">
      <Title order={2} className="identifier">
        {shortAddress(address as Identity["address"])}::{name}
      </Title>
      <Group>
        <Copyable text={address} what={t("address")} />
        {isPublished ? (
          <ProofCheck
            question={{ kind: "module", address: address as Identity["address"], name }}
            say={({ block }) => t("provedModule", { height: `${block.header.height}` })}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t("genesis")}
          </Text>
        )}
      </Group>
      <Tabs defaultValue={source === undefined ? "disassembly" : "source"} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="source">{t("source")}</Tabs.Tab>
          <Tabs.Tab value="disassembly">{t("disassembly")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="source" pt="sm">
          {source === undefined ? (
            <Text>{t("noSource")}</Text>
          ) : (
            <Stack gap="xs">
              <Alert color={source.isSame ? "teal" : "yellow"} variant="light">
                {t(source.isSame ? "sourceSame" : "sourceOther")}
              </Alert>
              <Code block tabIndex={0} style={{ overflow: "auto" }}>
                {source.text}
              </Code>
            </Stack>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="disassembly" pt="sm">
          <Code block tabIndex={0} style={{ overflow: "auto" }}>
            {disassembly}
          </Code>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

async function readModule(address: Identity["address"], name: string): Promise<ModuleText> {
  const bytes = await client.moduleBytes(address, name);
  const { decodeModule, disassemble } = await import("@sycee/move-vm");
  const { frameworkSource } = await import("./framework-sources.ts");
  const known = await frameworkSource(shortAddress(address), name);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.slice()));
  return {
    disassembly: disassemble(decodeModule(bytes)),
    source: known === undefined ? undefined : { text: known.text, isSame: known.sha256 === bytesToHex(digest) },
  };
}
