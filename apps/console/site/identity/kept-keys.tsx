import { Alert, Button, Group, Paper, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Copyable } from "../components/copyable.tsx";
import { Dialog } from "../components/dialog.tsx";
import { messageOf } from "../components/failure.tsx";
import type { Identity } from "./identity.ts";
import { identityTexts } from "./identity-texts.ts";
import { forgetKey, hasUnreadableKeys, openKey, type StoredKey, storedKeys } from "./stored-keys.ts";

/** The keys that this browser keeps: each can be opened with its passphrase, or forgotten. */
export function KeptKeys({ chosen }: { readonly chosen: (identity: Identity) => void }) {
  const t = identityTexts.use();
  const [keys, setKeys] = useState(storedKeys);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("mineText")}
      </Text>
      {hasUnreadableKeys() ? <Alert color="yellow">{t("unreadable")}</Alert> : null}
      {keys.length === 0 ? <Text>{t("noneKept")}</Text> : null}
      {keys.map((stored) => (
        <KeptKey key={stored.address} stored={stored} chosen={chosen} forgotten={() => setKeys(storedKeys())} />
      ))}
    </Stack>
  );
}

interface KeptKeyOptions {
  readonly stored: StoredKey;
  readonly chosen: (identity: Identity) => void;
  readonly forgotten: () => void;
}

function KeptKey({ stored, chosen, forgotten }: KeptKeyOptions) {
  const t = identityTexts.use();
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [asks, setAsks] = useState(false);
  const { name, address } = stored;
  const open = async () => {
    setBusy(true);
    try {
      const identity = await openKey(stored, passphrase);
      if (identity === undefined) setProblem(t("wrongPassphrase"));
      else chosen(identity);
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const forget = () => {
    forgetKey(address);
    forgotten();
  };
  return (
    <Paper withBorder p="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Group justify="space-between">
          <Text fw={600}>{name}</Text>
          <Copyable text={address} what={t("address")} />
        </Group>
        <PasswordInput
          label={t("passphrase", { name })}
          autoComplete="current-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={problem}
        />
        <Group mt="xs" justify="flex-end">
          <Button variant="subtle" color="red" onClick={() => setAsks(true)}>
            {t("forget")}
          </Button>
          <Button type="submit" loading={isBusy} disabled={passphrase === ""}>
            {t("open")}
          </Button>
        </Group>
      </form>
      <Dialog opened={asks} onClose={() => setAsks(false)} title={t("forgetTitle", { name })} centered>
        <Text>{t("forgetText", { address })}</Text>
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={() => setAsks(false)} data-autofocus>
            {t("cancel")}
          </Button>
          <Button color="red" onClick={forget}>
            {t("forgetYes")}
          </Button>
        </Group>
      </Dialog>
    </Paper>
  );
}
