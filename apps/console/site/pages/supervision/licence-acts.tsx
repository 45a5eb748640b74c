import { Button, Menu } from "@mantine/core";
import type { LicenceJson } from "@sycee/protocol";
import { resumeLicence, revokeLicence, suspendLicence, limitLicence, type LicenceName } from "@sycee/sdk";
import { useState } from "react";
import { usePerform } from "../../acting/acting.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoney } from "../../components/money.ts";
import { useLanguage } from "../../app/texts.ts";
import { shortened } from "../../components/copyable.tsx";
import { useNames } from "../../identity/names.ts";
import { useAuthority } from "./authority.ts";
import { LimitForm } from "./limit-form.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { supervisionTexts } from "./supervision-texts.ts";

type ActName = "changeLimit" | "suspend" | "resume" | "revoke";

/** What a supervisor can do with a licence as it stands. */
const ACTS: Readonly<Record<LicenceJson["status"], readonly ActName[]>> = {
  inForce: ["changeLimit", "suspend", "revoke"],
  suspended: ["resume", "changeLimit", "revoke"],
  revoked: [],
  expired: [],
};

/** Changes one licence. */
export function LicenceActs({ licence }: { readonly licence: LicenceJson }) {
  const t = supervisionTexts.use();
  const language = useLanguage();
  const perform = usePerform();
  const authority = useAuthority();
  const [asked, setAsked] = useState<Exclude<ActName, "resume">>();
  const name = useNames().of(licence.holder) ?? shortened(licence.holder);
  const { holder, kind, unitNumber: unit } = licence;
  const which: LicenceName = { holder: holder as LicenceName["holder"], kind, unit };
  const rows = [
    { name: t("holder"), value: <Holder address={holder} what={t("address")} /> },
    { name: t("kind"), value: `${t(kind)}${licence.unit === null ? "" : ` · ${licence.unit}`}` },
  ];
  const close = () => setAsked(undefined);
  const suspend = (reason: string) => {
    close();
    const calls = [suspendLicence({ ...which, reason })];
    return perform({
      title: t("suspendOf", { name }),
      rows: [...rows, { name: t("reason"), value: reason }],
      danger: t("suspendDanger"),
      calls,
    });
  };
  const revoke = (reason: string) => {
    close();
    const calls = [revokeLicence({ ...which, reason })];
    return perform({
      title: t("revokeOf", { name }),
      rows: [...rows, { name: t("reason"), value: reason }],
      danger: t("revokeDanger"),
      calls,
    });
  };
  const limit = (limitMinor: bigint | undefined) => {
    close();
    const unitOf = { unit: licence.unit ?? "", decimals: licence.decimals ?? 0 };
    const value = limitMinor === undefined ? t("noLimit") : formatMoney(limitMinor, unitOf, language);
    return perform({
      title: t("limitOf", { name }),
      rows: [...rows, { name: t("limit"), value }],
      calls: [limitLicence({ ...which, limitMinor })],
    });
  };
  const resume = () => perform({ title: t("resumeOf", { name }), rows, calls: [resumeLicence(which)] });
  const acts = ACTS[licence.status];
  // For all others there is nothing to choose.
  if (acts.length === 0 || authority !== "supervisor") return null;
  return (
    <>
      <Menu withinPortal position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="default" aria-label={t("acts", { name: `${name} (${t(kind)})` })}>
            {t("act")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map((act) => (
            <Menu.Item
              key={act}
              color={act === "revoke" || act === "suspend" ? "red" : undefined}
              onClick={() => void (act === "resume" ? resume() : setAsked(act))}
            >
              {t(act)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={asked === "suspend"} onClose={close} title={t("suspendOf", { name })}>
        <ReasonForm done={suspend} cancel={close} />
      </Dialog>
      <Dialog opened={asked === "revoke"} onClose={close} title={t("revokeOf", { name })}>
        <ReasonForm done={revoke} cancel={close} />
      </Dialog>
      <Dialog opened={asked === "changeLimit"} onClose={close} title={t("limitOf", { name })}>
        <LimitForm licence={licence} done={limit} cancel={close} />
      </Dialog>
    </>
  );
}
