import { Button, Group, Paper, Select, Stack, Text, Title } from "@mantine/core";
import type { PackageFiles } from "@sycee/move-build/in-memory";
import type { Call } from "@sycee/protocol";
import { publishPackage, restrictPackage, UPGRADE_POLICY, type UpgradePolicy, upgradePackage } from "@sycee/sdk";
import { useState } from "react";
import { usePerform } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { Copyable } from "../../components/copyable.tsx";
import { Failure } from "../../components/failure.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import { contractsTexts } from "./contracts-texts.ts";
import { askWorker } from "./move-worker.ts";
import type { CompiledPackage } from "./worker-messages.ts";

/** Gas that one transaction may use at most: publishing costs what verifying takes. */
const GAS_LIMIT = 100_000_000n;
const POLICIES: readonly UpgradePolicy[] = ["compatible", "additive", "immutable"];

interface PublishFormOptions {
  readonly files: PackageFiles;
  /** Takes the compiler's words if it does not compile. */
  readonly refuse: (text: string) => void;
}

/** Publishes the package for the current identity, or puts it in place of what that identity has published under its name. */
export function PublishForm({ files, refuse }: PublishFormOptions) {
  const t = contractsTexts.use();
  const perform = usePerform();
  const { identity } = useIdentity();
  const [policy, setPolicy] = useState<UpgradePolicy>("compatible");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const publish = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await askWorker({ kind: "compile", files, publisher: identity?.address });
      if (answer.kind === "refused") refuse(answer.text);
      if (answer.kind !== "compiled") return;
      const { compiled } = answer;
      const earlier = (await client.modules()).find(({ address }) => address === compiled.address)?.package ?? undefined;
      await perform({
        title: t(earlier === undefined ? "publishTitle" : "upgradeTitle", { name: compiled.name }),
        rows: [
          { name: t("packageAddress"), value: <Copyable text={compiled.address} what={t("packageAddress")} /> },
          { name: t("modules"), value: compiled.modules.map(({ name }) => name).join(", ") },
          { name: t("policy"), value: t(policy) },
          ...(earlier === undefined ? [] : [{ name: t("versionNow"), value: earlier.version }]),
        ],
        danger: t(policy === "immutable" ? "publishDangerImmutable" : "publishDanger"),
        calls: earlier === undefined ? [publication(compiled, policy)] : upgrade(compiled, policy, earlier.policy),
        gasLimit: GAS_LIMIT,
      });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={3} size="h5">
          {t("publish")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("publishText")}
        </Text>
        <Group align="flex-end">
          <Select
            label={t("policy")}
            data={POLICIES.map((value) => ({ value, label: t(value) }))}
            value={policy}
            onChange={(value) => setPolicy(POLICIES.find((each) => each === value) ?? "compatible")}
            allowDeselect={false}
            w={{ base: "100%", sm: 340 }}
          />
          <Button onClick={() => void publish()} disabled={identity === undefined} loading={busy}>
            {t("publishButton")}
          </Button>
        </Group>
        {identity === undefined ? <Text size="sm">{t("publishAs")}</Text> : null}
        {error === undefined ? null : <Failure error={error} />}
      </Stack>
    </Paper>
  );
}

function publication({ name, modules }: CompiledPackage, policy: UpgradePolicy): Call {
  return publishPackage({ name, modules: modules.map(({ bytes }) => bytes), policy });
}

/** A policy can only become stricter; one that is not stricter than now is left as it is. */
function upgrade({ address, modules }: CompiledPackage, policy: UpgradePolicy, now: UpgradePolicy): readonly Call[] {
  const restricted = UPGRADE_POLICY[policy] > UPGRADE_POLICY[now] ? [restrictPackage({ package: address, policy })] : [];
  return [upgradePackage({ package: address, modules: modules.map(({ bytes }) => bytes) }), ...restricted];
}
