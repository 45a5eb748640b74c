import { Group, Text } from "@mantine/core";
import { shortened } from "../../components/copyable.tsx";
import { Holder } from "../../components/holder.tsx";
import { useNames } from "../../identity/names.ts";
import { alertTexts } from "./alert-texts.ts";
import { supervisionTexts } from "./supervision-texts.ts";

/** Whom alerts speak of: an address, or a customer's account at the institution of that address. */
export function AlertParty({ party }: { readonly party: string }) {
  const general = supervisionTexts.use();
  const accountText = useAccountText();
  const account = accountText(party);
  return (
    <Group gap={6} display="inline-flex">
      {account === undefined ? null : (
        <Text component="span" size="sm" fw={600}>
          {account}
        </Text>
      )}
      <Holder address={addressOf(party)} what={general("address")} />
    </Group>
  );
}

/** The address of a party: its own, or that of the institution where it has its account. */
export function addressOf(party: string): string {
  return party.split("#", 1)[0] ?? party;
}

/** What a party is called in a sentence. */
export function usePartyText(): (party: string) => string {
  const names = useNames();
  const accountText = useAccountText();
  return (party) => {
    const address = addressOf(party);
    const at = names.of(address) ?? shortened(address);
    const account = accountText(party);
    return account === undefined ? at : `${account} (${at})`;
  };
}

function useAccountText(): (party: string) => string | undefined {
  const t = alertTexts.use();
  return (party) => {
    const account = party.split("#", 2)[1];
    if (account === undefined) return undefined;
    return account.startsWith("cash") ? t("cashAccount", { number: account.slice("cash".length) }) : t("account", { number: account });
  };
}
