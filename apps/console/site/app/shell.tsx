import {
  ActionIcon,
  Anchor,
  AppShell,
  Burger,
  Group,
  NavLink,
  ScrollArea,
  Select,
  Title,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconExternalLink, IconMoon, IconSun } from "@tabler/icons-react";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { FirstStepsBar } from "../first-steps/first-steps-bar.tsx";
import { IdentityMenu } from "../identity/identity-menu.tsx";
import { LiveMark } from "../live/live-mark.tsx";
import { PAGES } from "./pages.ts";
import { shellTexts } from "./shell-texts.ts";
import { chooseLanguage, isLanguage, LANGUAGES, useLanguage } from "./texts.ts";

/** What stands around every page: where one is, as whom, and whether the ledger is heard. */
export function Shell() {
  const t = shellTexts.use();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell header={{ height: 60 }} navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: !opened } }} padding="md">
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="xs" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t("openNavigation")} aria-expanded={opened} />
            <Anchor component={Link} to="/" underline="never" c="inherit" aria-label="Sycee">
              <Group gap={8} wrap="nowrap">
                <img src="/icon.svg" width={26} height={26} alt="" />
                <Title order={1} size="h4" visibleFrom="xs">
                  Sycee
                </Title>
              </Group>
            </Anchor>
            <LiveMark />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Group gap="xs" wrap="nowrap" visibleFrom="sm">
              <LanguageChoice />
              <ColourChoice />
            </Group>
            <IdentityMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t("navigation")} className="pages-list" data-opened={opened || undefined}>
        <AppShell.Section grow component={ScrollArea}>
          <Navigation close={close} />
        </AppShell.Section>
        <AppShell.Section>
          <Group gap="xs" p="xs" hiddenFrom="sm">
            <LanguageChoice />
            <ColourChoice />
          </Group>
          <NavLink
            component="a"
            href="/docs"
            target="_blank"
            rel="noopener"
            label={t("api")}
            leftSection={<IconExternalLink size={18} stroke={1.6} />}
          />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: "none" }}>
        <FirstStepsBar />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function Navigation({ close }: { readonly close: () => void }) {
  const t = shellTexts.use();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(close, [path, close]);
  return PAGES.flatMap(({ path: to, name, icon: Icon }) => {
    if (name === undefined) return [];
    const active = to === "/" ? path === "/" : path === to || path.startsWith(`${to}/`);
    const left = Icon === undefined ? undefined : <Icon size={18} stroke={1.6} />;
    return [
      <NavLink
        key={to}
        component={Link}
        to={to}
        label={t(name)}
        leftSection={left}
        active={active}
        aria-current={active ? "page" : undefined}
      />,
    ];
  });
}

function LanguageChoice() {
  const t = shellTexts.use();
  const language = useLanguage();
  const data = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
  return (
    <Select
      aria-label={t("language")}
      data={data}
      value={language}
      onChange={(chosen) => void (isLanguage(chosen) && chooseLanguage(chosen))}
      allowDeselect={false}
      w={92}
      size="xs"
      comboboxProps={{ withinPortal: true }}
    />
  );
}

function ColourChoice() {
  const t = shellTexts.use();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme("light") === "dark";
  return (
    <ActionIcon variant="default" aria-label={t(isDark ? "light" : "dark")} onClick={() => setColorScheme(isDark ? "light" : "dark")}>
      {isDark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}
