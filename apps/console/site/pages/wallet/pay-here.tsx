import { Button } from "@mantine/core";
import { IconQrcode } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useDevelopmentIdentities } from "../../identity/act-as.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import { walletTexts } from "./wallet-texts.ts";

/** In a development economy, one browser is payee and payer: reads a code as another person, who is then asked to pay it. */
export function PayHere({ code }: { readonly code: string }) {
  const t = walletTexts.use();
  const { identity, choose } = useIdentity();
  const navigate = useNavigate();
  const payer = useDevelopmentIdentities()?.find(({ role, address }) => role === "person" && address !== identity?.address);
  if (payer === undefined) return null;
  const scan = () => {
    choose(payer);
    void navigate({ to: "/wallet/scan", search: { code } });
  };
  return (
    <Button leftSection={<IconQrcode size={16} />} onClick={scan}>
      {t("payHere", { name: payer.name })}
    </Button>
  );
}
