import { Button, Menu, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserCircle } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useIsActShown } from "../acting/acting.tsx";
import { Copyable } from "../components/copyable.tsx";
import { Dialog } from "../components/dialog.tsx";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { useIdentity } from "./current-identity.tsx";
import { identityTexts } from "./identity-texts.ts";
import { useRoles } from "./role-texts.ts";
import { storedKeys } from "./stored-keys.ts";

const IdentityChoice = lazy(async () => ({ default: (await import("./identity-choice.tsx")).IdentityChoice }));
const KeyExchange = lazy(async () => ({ default: (await import("./key-exchange.tsx")).KeyExchange }));

/** As whom one acts, in the header. */
export function IdentityMenu() {
  const t = identityTexts.use();
  const { identity, recent, choose } = useIdentity();
  const roles = useRoles();
  const [opened, { open, close }] = useDisclosure(false);
  const [isExchanging, exchange] = useDisclosure(false);
  const isActShown = useIsActShown();
  const isKept = identity !== undefined && storedKeys().some(({ address }) => address === identity.address);
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
              {t("actingAs", { name: identity.name })} {identity.role === undefined ? "" : `(${roles.nameOf(identity.role)})`}
            </Menu.Label>
            <Menu.Label component="div">
              <Copyable text={identity.address} what={t("address")} />
            </Menu.Label>
            {recent.map((person) => (
              <Menu.Item key={person.name} onClick={() => choose(person)}>
                {t("actAsName", { name: person.name })}
              </Menu.Item>
            ))}
            <Menu.Item onClick={open}>{t("change")}</Menu.Item>
            {isKept ? <Menu.Item onClick={exchange.open}>{t("exchange")}</Menu.Item> : null}
            <Menu.Item onClick={() => choose(undefined)}>{t("stop")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {identity === undefined ? null : (
        // While the exchange is confirmed its form is kept, unseen.
        <Dialog
          opened={isExchanging && !isActShown}
          keepMounted
          onClose={exchange.close}
          title={t("exchangeTitle", { name: identity.name })}
          size="lg"
        >
          {isExchanging ? (
            <Suspense fallback={<PageSkeleton />}>
              <KeyExchange identity={identity} done={exchange.close} />
            </Suspense>
          ) : null}
        </Dialog>
      )}
      <Dialog opened={opened} onClose={close} title={t("title")} size="lg">
        <Suspense fallback={<PageSkeleton />}>
          <IdentityChoice done={close} />
        </Suspense>
      </Dialog>
    </>
  );
}
