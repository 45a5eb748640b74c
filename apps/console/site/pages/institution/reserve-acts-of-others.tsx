import { attachOwnFunds, contributeOwnFunds, payOutFor, portCustomersFor } from "@sycee/sdk";
import { PanelActs } from "../../acting/panel-acts.tsx";
import type { RowAct } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { useAuthority } from "../supervision/authority.ts";
import { authorityTexts } from "../supervision/authority-texts.ts";
import type { Institution } from "./institution-page.tsx";
import { allInstitutions } from "./institutions-page.tsx";
import { reserveTexts } from "./reserve-texts.ts";

/** What others than a payment institution itself do with its funds: a supervisor for its customers and creditors, its owners for its capital. */
export function ReserveActsOfOthers({ institution }: { readonly institution: Institution }) {
  const { identity } = useIdentity();
  const authority = useAuthority();
  const institutions = useLive(["institutions"], allInstitutions, 5_000);
  if (identity === undefined) return null;
  if (authority === "supervisor") return <OfSupervisor institution={institution} actor={identity.address} />;
  // What contributes settlement money has some.
  const isOwner = institutions.data?.some(({ address, kind }) => address === identity.address && (kind === "bank" || kind === "operator"));
  return isOwner === true ? <OfOwner institution={institution} actor={identity.address} /> : null;
}

interface ActsOptions {
  readonly institution: Institution;
  readonly actor: Identity["address"];
}

function OfOwner({ institution, actor }: ActsOptions) {
  const t = authorityTexts.use();
  const act = useRowActs({ actor, money: institution, what: institution.name });
  const contribute = act({
    label: t("contribute"),
    fields: { amount: { kind: "amount", label: t("amount") } },
    calls: ({ amount }) => [contributeOwnFunds({ institution: institution.address, amountMinor: amount })],
  });
  return <PanelActs what={reserveTexts.use()("acts")} acts={[contribute]} />;
}

function OfSupervisor({ institution, actor }: ActsOptions) {
  const t = authorityTexts.use();
  const act = useRowActs({ actor, money: institution, what: institution.name });
  const { address } = institution;
  const holder = (label: string) => ({ kind: "holder", label }) as const;
  const whole = (label: string) => ({ kind: "whole", label }) as const;
  const acts: readonly RowAct[] = [
    act({
      label: t("attach"),
      fields: {
        creditor: holder(t("creditor")),
        amount: { kind: "amount", label: t("amount") },
        order: { kind: "text", label: t("order") },
      },
      calls: ({ creditor, amount, order }) => [attachOwnFunds({ institution: address, creditor, amountMinor: amount, order })],
    }),
    act({
      label: t("payOutFor"),
      danger: t("notStanding"),
      fields: { account: whole(t("account")), owner: holder(t("wallet")) },
      calls: ({ account, owner }) => [payOutFor({ institution: address, account: Number(account), owner })],
    }),
    act({
      label: t("portFor"),
      danger: t("notStanding"),
      fields: { successor: holder(t("successor")), first: whole(t("firstAccount")), count: whole(t("accounts")) },
      others: ({ successor }) => [successor],
      calls: ({ first, count }) => [portCustomersFor({ institution: address, first: Number(first), count: Number(count) })],
    }),
  ];
  return <PanelActs what={reserveTexts.use()("acts")} acts={acts} />;
}
