import { Button, Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { hexToBytes, parseAddress } from "@sycee/protocol";
import { randomSeed } from "@sycee/sdk";
import { useState } from "react";
import { Failure } from "../components/failure.tsx";
import { hasCurrentKeys } from "./current-key.ts";
import { type Identity, identityOfSeed } from "./identity.ts";
import { identityTexts } from "./identity-texts.ts";
import { useNames } from "./names.ts";
import { storedKeys, storeKey } from "./stored-keys.ts";

/** What OWASP asks of the shortest passphrase without a second factor is 8; what it guards here nobody can give back. */
const LEAST_PASSPHRASE = 12;

/** Makes a key or takes one, seals it and keeps it. */
export function NewKey({ chosen }: { readonly chosen: (identity: Identity) => void }) {
  const t = identityTexts.use();
  const names = useNames();
  const [failure, setFailure] = useState<unknown>();
  const form = useForm({
    initialValues: { name: "", seed: "", address: "", passphrase: "", repeat: "" },
    validate: {
      name: (name) => (name.trim() === "" ? t("nameNeeded") : null),
      seed: (seed) => (seed.trim() === "" || seedOf(seed) !== undefined ? null : t("seedWrong")),
      address: (address, { seed }) =>
        seed.trim() === "" || address.trim() === "" || parseAddress(address.trim()) !== undefined ? null : t("addressWrong"),
      passphrase: (passphrase) => (passphrase.length < LEAST_PASSPHRASE ? t("passphraseShort") : null),
      repeat: (repeat, { passphrase }) => (repeat === passphrase ? null : t("repeatWrong")),
    },
  });
  const keep = async ({ name, seed, address, passphrase }: typeof form.values) => {
    try {
      const made = await identityOfSeed(name.trim(), seedOf(seed) ?? randomSeed());
      const identity = { ...made, address: (seed.trim() === "" ? undefined : parseAddress(address.trim())) ?? made.address };
      if (storedKeys().some((stored) => stored.address === identity.address && stored.next !== undefined))
        return form.setFieldError("seed", t("exchangeUnderWay"));
      if (identity.address !== made.address && !(await hasCurrentKeys(identity))) return form.setFieldError("address", t("addressOfOther"));
      // Whoever pays by name must reach the one that was meant.
      if (names.isOfAnother(identity.name, identity.address)) return form.setFieldError("name", t("nameTaken"));
      await storeKey(identity, passphrase);
      chosen(identity);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <form onSubmit={form.onSubmit(keep)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("addText")}
        </Text>
        <TextInput label={t("name")} autoComplete="off" data-autofocus {...form.getInputProps("name")} />
        <PasswordInput label={t("seed")} description={t("seedHelp")} autoComplete="off" {...form.getInputProps("seed")} />
        {form.values.seed.trim() === "" ? null : (
          <TextInput label={t("ofAddress")} description={t("ofAddressHelp")} autoComplete="off" {...form.getInputProps("address")} />
        )}
        <PasswordInput
          label={t("newPassphrase")}
          description={t("passphraseShort")}
          autoComplete="new-password"
          {...form.getInputProps("passphrase")}
        />
        <PasswordInput label={t("repeat")} autoComplete="new-password" {...form.getInputProps("repeat")} />
        {failure === undefined ? null : <Failure error={failure} />}
        <Group justify="flex-end">
          <Button type="submit" loading={form.submitting}>
            {t("keep")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function seedOf(text: string): Uint8Array | undefined {
  const bytes = hexToBytes(text.trim().replace(/^(?!0x)/, "0x"));
  return bytes?.length === 32 ? bytes : undefined;
}
