import { Button, Menu, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserCircle } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { Copyable } from "../components/copyable.tsx";
import { Dialog } from "../components/dialog.tsx";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { useIdentity } from "./current-identity.tsx";
import { identityTexts } from "./identity-texts.ts";

const IdentityChoice = lazy(async () => ({ default: (await import("./identity-choice.tsx")).IdentityChoice }));

/** As whom one acts, in the header. */
export function IdentityMenu() {
  const t = identityTexts.use();
  const { identity, choose } = useIdentity();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      {identity === undefined ? (
        <Button size="xs" onClick={open} leftSection={<IconUserCircle size={16} />}>
          {t("actAs")}
        </Button>
      ) : (
        <Menu position="bottom-end" width={300}>
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconUserCircle size={16} />}
              maw={170}
              aria-label={t("actingAs", { name: identity.name })}
            >
              <Text span inherit truncate>
                {identity.name}
              </Text>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>
              {t("actingAs", { name: identity.name })} {identity.role === undefined ? "" : `(${identity.role})`}
            </Menu.Label>
            <Menu.Label component="div">
              <Copyable text={identity.address} what={t("address")} />
            </Menu.Label>
            <Menu.Item onClick={open}>{t("change")}</Menu.Item>
            <Menu.Item onClick={() => choose(undefined)}>{t("stop")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Dialog opened={opened} onClose={close} title={t("title")} size="lg">
        <Suspense fallback={<PageSkeleton />}>
          <IdentityChoice done={close} />
        </Suspense>
      </Dialog>
    </>
  );
}
