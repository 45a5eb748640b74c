import { ScrollArea, Stack, Tabs, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { AlertsPart } from "./alerts-part.tsx";
import { ConcentrationPart } from "./concentration-part.tsx";
import { InstitutionsGlance } from "./institutions-glance.tsx";
import { LicencesPart } from "./licences-part.tsx";
import { usePageParts } from "../../app/page-parts.ts";
import { supervisionTexts } from "./supervision-texts.ts";
import { WarrantsPart } from "./warrants-part.tsx";

const PARTS = ["institutions", "licences", "warrants", "alerts", "concentration"] as const;

/** What supervisors and investigating authorities look at and do. The part that is shown stands in the address. */
export function Page() {
  const t = supervisionTexts.use();
  const navigate = useNavigate();
  const { part } = usePageParts();
  const shown = PARTS.find((name) => name === part) ?? "institutions";
  return (
    <Stack gap="md">
      <Title order={2}>{t("title")}</Title>
      <Tabs value={shown} onChange={(value) => void navigate({ to: `/supervision/${value ?? ""}` })} keepMounted={false}>
        <ScrollArea type="never">
          <Tabs.List style={{ flexWrap: "nowrap" }} aria-label={t("parts")}>
            {PARTS.map((name) => (
              <Tabs.Tab key={name} value={name} style={{ whiteSpace: "nowrap" }}>
                {t(name)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </ScrollArea>
        <Tabs.Panel value="institutions" pt="md">
          <InstitutionsGlance />
        </Tabs.Panel>
        <Tabs.Panel value="licences" pt="md">
          <LicencesPart />
        </Tabs.Panel>
        <Tabs.Panel value="warrants" pt="md">
          <WarrantsPart />
        </Tabs.Panel>
        <Tabs.Panel value="alerts" pt="md">
          <AlertsPart />
        </Tabs.Panel>
        <Tabs.Panel value="concentration" pt="md">
          <ConcentrationPart />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
