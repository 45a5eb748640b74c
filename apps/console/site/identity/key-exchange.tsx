import { Alert, Button, Checkbox, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { addressOfKeys } from "@sycee/protocol";
import { rotateKey } from "@sycee/sdk";
import { IconDownload, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { usePerform } from "../acting/acting.tsx";
import { Copyable } from "../components/copyable.tsx";
import { Failure } from "../components/failure.tsx";
import { offerFile } from "../components/offer-file.ts";
import { hasCurrentKeys } from "./current-key.ts";
import { useIdentity } from "./current-identity.tsx";
import { type Identity, keySetOf, signerOfIdentity } from "./identity.ts";
import { identityTexts } from "./identity-texts.ts";
import { beginExchange, finishExchange, storedKeys } from "./stored-keys.ts";

interface KeyExchangeOptions {
  /** Somebody whose one key this browser keeps. */
  readonly identity: Identity;
  readonly done: () => void;
}

/** Puts a new key in the place of the one that is kept: made, sealed and kept beside the old one, copied, and then told to the ledger. */
export function KeyExchange({ identity, done }: KeyExchangeOptions) {
  const [next, setNext] = useState<Identity>();
  return next === undefined ? <MakeKey identity={identity} made={setNext} /> : <ConfirmKey identity={identity} next={next} done={done} />;
}

function MakeKey({ identity, made }: { readonly identity: Identity; readonly made: (next: Identity) => void }) {
  const t = identityTexts.use();
  const [passphrase, setPassphrase] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const stored = storedKeys().find(({ address }) => address === identity.address);
  const make = async () => {
    if (stored === undefined) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const next = await beginExchange(stored, passphrase);
      setWrong(next === undefined);
      if (next !== undefined) made(next);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t("exchangeText")}</Text>
        {stored?.next === undefined ? null : <Alert color="yellow">{t("exchangeBegun")}</Alert>}
        <PasswordInput
          data-autofocus
          label={t("passphrase", { name: identity.name })}
          autoComplete="current-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={isWrong ? t("wrongPassphrase") : undefined}
        />
        {failure === undefined ? null : <Failure error={failure} />}
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={passphrase === ""}>
            {t("makeNext")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ConfirmKey({ identity, next, done }: KeyExchangeOptions & { readonly next: Identity }) {
  const t = identityTexts.use();
  const perform = usePerform();
  const { choose } = useIdentity();
  const [isCopied, setCopied] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { name, address } = identity;
  const [seed = "", publicKey = ""] = [next.keys[0]?.seed, next.keys[0]?.publicKey];
  const save = () => offerFile(`${name}-key.txt`, [`${name}\naddress ${address}\nprivate key ${seed}\n`], "text/plain");
  const finish = () => {
    finishExchange(identity);
    choose(next);
  };
  const exchange = async () => {
    // It proves itself by signing too, for the address that it would have by itself.
    const alsoSigns = await signerOfIdentity({ ...next, address: addressOfKeys(keySetOf(next)) });
    if (alsoSigns === undefined) throw new Error("the new key is not in this browser");
    const receipt = await perform({
      title: t("exchangeTitle", { name }),
      rows: [
        { name: t("addressRow"), value: <Copyable text={address} what={t("address")} /> },
        { name: t("oldKey"), value: <Copyable text={identity.keys[0]?.publicKey ?? ""} what={t("publicKey")} /> },
        { name: t("newKey"), value: <Copyable text={publicKey} what={t("publicKey")} /> },
      ],
      danger: t("exchangeDanger"),
      calls: [rotateKey({ owner: 0, newKey: 1 })],
      alsoSigns,
      whenFinal: finish,
    });
    // Where it is not known what became of it, the ledger knows; both keys are kept until it has the new one.
    if (receipt === undefined) {
      if (!(await hasCurrentKeys(next))) return;
      finish();
    }
    done();
  };
  const tryExchange = async () => {
    setFailure(undefined);
    try {
      await exchange();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Stack gap="sm">
      <Alert color="yellow" icon={<IconKey />}>
        <Text size="sm">{t("backup")}</Text>
      </Alert>
      <div style={{ overflowWrap: "anywhere" }}>
        <Copyable text={seed} what={t("privateKey")} full />
      </div>
      <Group>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={save}>
          {t("saveBackup")}
        </Button>
      </Group>
      <Checkbox label={t("hasBackup")} checked={isCopied} onChange={(event) => setCopied(event.currentTarget.checked)} />
      {failure === undefined ? null : <Failure error={failure} />}
      <Group justify="flex-end">
        <Button disabled={!isCopied} onClick={() => void tryExchange()}>
          {t("goOn")}
        </Button>
      </Group>
    </Stack>
  );
}
