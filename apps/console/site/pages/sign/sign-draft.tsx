import { Alert, Button, Group, Text } from "@mantine/core";
import { compareBytes, hexToBytes } from "@sycee/protocol";
import { keyFromSeed, type SharedDraft, signDraft } from "@sycee/sdk";
import { useMutation } from "@tanstack/react-query";
import { Failure } from "../../components/failure.tsx";
import { ActAs, useDevelopmentIdentities } from "../../identity/act-as.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import { type Identity, keySetOf } from "../../identity/identity.ts";
import { signTexts } from "./sign-texts.ts";

/** Offers to act as each party of the development economy that has not signed. */
function ActAsParty({ draft }: { readonly draft: SharedDraft }) {
  const people = useDevelopmentIdentities() ?? [];
  const missing = draft.parties.filter(({ signatures }) => signatures.length === 0);
  const parties = missing.flatMap(({ address }) => people.find((person) => person.address === address) ?? []);
  return parties.map((identity) => <ActAs key={identity.address} identity={identity} />);
}

/** Signs a draft as the current identity, with those of its keys that are in this browser. */
export function SignDraft({ draft, changed }: { readonly draft: SharedDraft; readonly changed: (draft: SharedDraft) => void }) {
  const t = signTexts.use();
  const { identity } = useIdentity();
  const signing = useMutation({ mutationFn: (as: Identity) => signAs(draft, as), onSuccess: changed });
  if (identity === undefined) {
    return (
      <Group mt="sm" gap="sm">
        <Text>{t("chooseFirst")}</Text>
        <ActAsParty draft={draft} />
      </Group>
    );
  }
  const { name, address } = identity;
  const party = draft.parties.find((candidate) => candidate.address === address);
  if (party === undefined) {
    return (
      <Alert mt="sm">
        <Group gap="sm">
          <Text size="sm">{t("notParty", { name })}</Text>
          <ActAsParty draft={draft} />
        </Group>
      </Alert>
    );
  }
  const own = identity.keys.flatMap(({ seed, publicKey }) => (seed === undefined ? [] : [hexToBytes(publicKey) ?? new Uint8Array()]));
  if (own.length === 0) return <Alert mt="sm">{t("noKeysHere", { name })}</Alert>;
  const hasSigned = own.every((key) => party.signatures.some(({ publicKey }) => compareBytes(publicKey, key) === 0));
  if (hasSigned) return <Alert mt="sm">{t("alreadySigned", { name })}</Alert>;
  return (
    <>
      {signing.isError ? <Failure error={signing.error} /> : null}
      <Group mt="sm" justify="flex-end">
        <Button loading={signing.isPending} onClick={() => signing.mutate(identity)}>
          {t("sign", { name })}
        </Button>
      </Group>
    </>
  );
}

/** A draft with the signatures of an identity's keys that are here. */
export async function signAs(draft: SharedDraft, identity: Identity): Promise<SharedDraft> {
  const seeds = identity.keys.flatMap(({ seed }) => (seed === undefined ? [] : [hexToBytes(seed) ?? new Uint8Array()]));
  return await signDraft(draft, identity.address, keySetOf(identity), await Promise.all(seeds.map(keyFromSeed)));
}
