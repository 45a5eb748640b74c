import { Alert, Stack, Text } from "@mantine/core";
import { Dialog } from "../../components/dialog.tsx";
import { Failure } from "../../components/failure.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { authorityOf } from "./authority.ts";
import { FreezeForm } from "./freeze-form.tsx";
import { warrantTexts } from "./warrant-texts.ts";

interface FreezeDialogOptions {
  readonly opened: boolean;
  readonly close: () => void;
  /** Whom the form begins with. */
  readonly holder: string;
}

/** Freezes something, for those who are an authority. */
export function FreezeDialog({ opened, close, holder }: FreezeDialogOptions) {
  const t = warrantTexts.use();
  const { identity } = useIdentity();
  return (
    <Dialog opened={opened} onClose={close} title={t("freezeTitle")}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("freezeHelp")}
        </Text>
        {identity === undefined ? (
          <Alert color="yellow">{t("nobody")}</Alert>
        ) : (
          <ForAuthority key={identity.address} identity={identity} close={close} holder={holder} />
        )}
      </Stack>
    </Dialog>
  );
}

function ForAuthority({ identity, close, holder }: Omit<FreezeDialogOptions, "opened"> & { readonly identity: Identity }) {
  const t = warrantTexts.use();
  const { address, name } = identity;
  const found = useLive(["authority", address], () => authorityOf(address));
  if (found.isPending) return <PageSkeleton />;
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { authority } = found.data;
  if (authority === undefined) return <Alert color="yellow">{t("notAuthority", { name })}</Alert>;
  return (
    <>
      <Text size="sm">{t(authority === "investigator" ? "asks" : "approves", { name })}</Text>
      <FreezeForm identity={identity} authority={authority} close={close} holder={holder} />
    </>
  );
}
