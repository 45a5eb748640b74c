import { Stack, Tabs, Text, Title } from "@mantine/core";
import { useState } from "react";
import { CallPart } from "./call-part.tsx";
import { contractsTexts } from "./contracts-texts.ts";
import { WritePart } from "./write-part.tsx";

/** Move packages: written, compiled, tested and published here, and called by forms made from their functions. */
export function Page() {
  const t = contractsTexts.use();
  const [part, setPart] = useState("write");
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>{t("title")}</Title>
        <Text c="dimmed">{t("intro")}</Text>
      </div>
      <Tabs value={part} onChange={(chosen) => setPart(chosen ?? "write")} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="write">{t("write")}</Tabs.Tab>
          <Tabs.Tab value="call">{t("call")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="write" pt="md">
          <WritePart />
        </Tabs.Panel>
        <Tabs.Panel value="call" pt="md">
          <CallPart />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
