import type { Address, ClearingHouseJson } from "@sycee/protocol";
import {
  admitParticipant,
  announceNetDebitCap,
  contributeClearingCapital,
  joinClearing,
  leaveClearing,
  limitPayer,
  postCollateral,
  postFundShare,
  recordInsolvency,
  repayClearingLoss,
  returnClearingCapital,
  setNetDebitCap,
  takeCollateral,
  takeFundShare,
} from "@sycee/sdk";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { type RowAct, RowActs } from "../../acting/row-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useAuthority } from "../supervision/authority.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";
import { participantTexts } from "./participant-texts.ts";

type Participant = ClearingHouseJson["participants"][number];

interface RowOptions {
  readonly house: ClearingHouseJson;
  readonly participant: Participant;
}

/** What the person can do with a participant: as the clearing house, as the participant itself, as another one, or as a supervisor. */
export function ParticipantActs({ house, participant }: RowOptions) {
  const { identity } = useIdentity();
  const authority = useAuthority();
  const address = identity?.address;
  if (identity === undefined) return null;
  const options = { house, participant, actor: identity.address };
  if (address === house.address) return <OfHouse {...options} />;
  if (address === participant.institution) return <OfItself {...options} />;
  if (authority === "supervisor") return <OfSupervisor {...options} />;
  const isOther = house.participants.some(({ institution, status }) => institution === address && status === "active");
  return isOther ? <OfAnother {...options} /> : null;
}

/** What the clearing house does with nobody in particular. */
export function AdmitActs({ house }: Pick<RowOptions, "house">) {
  const t = participantTexts.use();
  const { identity } = useIdentity();
  const act = useRowActs({ actor: house.address as Address, money: house });
  if (identity?.address !== house.address) return null;
  const admit = act({
    label: t("admit"),
    fields: { institution: { kind: "holder", label: t("institution") } },
    calls: ({ institution }) => [admitParticipant({ institution })],
  });
  const returnCapital = act({
    label: t("returnCapital"),
    fields: {
      owner: { kind: "holder", label: t("owner"), description: t("ownerHelp") },
      amount: { kind: "amount", label: t("amount"), description: t("returnHelp") },
    },
    rows: [
      { name: t("capital"), value: <Amount minor={house.capitalMinor} unit={house.unit} decimals={house.decimals} />, isUntilSent: true },
    ],
    others: ({ owner }) => [owner],
    calls: ({ amount }) => [returnClearingCapital({ owner: 1, amountMinor: amount })],
  });
  return <PanelActs what={t("participants")} acts={[admit, returnCapital]} />;
}

type ActsOptions = RowOptions & { readonly actor: Identity["address"] };

function OfHouse(options: ActsOptions) {
  const t = participantTexts.use();
  const { act, name } = useActs(options);
  const institution = options.participant.institution as Address;
  const setCap = act({
    label: t("setCap"),
    fields: { cap: { kind: "amount", label: t("cap"), description: t("setCapHelp") } },
    calls: ({ cap }) => [setNetDebitCap({ institution, capMinor: cap })],
  });
  const announceCap = act({
    label: t("announceCap"),
    fields: { cap: { kind: "amount", label: t("cap"), description: t("announceHelp") } },
    calls: ({ cap }) => [announceNetDebitCap({ institution, capMinor: cap })],
  });
  return <RowActs what={name} acts={[setCap, announceCap]} />;
}

function OfItself(options: ActsOptions) {
  const t = participantTexts.use();
  const { act, name, house } = useActs(options);
  const { status } = options.participant;
  const fields = { amount: { kind: "amount", label: t("amount") } } as const;
  const put = (label: string, call: typeof postCollateral): RowAct =>
    act({ label, fields, calls: ({ amount }) => [call({ house, amountMinor: amount })] });
  const acts: readonly RowAct[] =
    status === "active"
      ? [
          put(t("postCollateral"), postCollateral),
          put(t("takeCollateral"), takeCollateral),
          put(t("postFundShare"), postFundShare),
          put(t("takeFundShare"), takeFundShare),
          put(t("contribute"), contributeClearingCapital),
          act({ label: t("leave"), danger: t("leaveDanger"), calls: () => [leaveClearing({ house })] }),
        ]
      : status === "failed"
        ? [put(t("repay"), repayClearingLoss)]
        : [act({ label: t("join"), calls: () => [joinClearing({ house })] })];
  return <RowActs what={name} acts={acts} />;
}

function OfAnother(options: ActsOptions) {
  const t = participantTexts.use();
  const { act, name, house } = useActs(options);
  const payer = options.participant.institution as Address;
  const limit = act({
    label: t("limitPayer"),
    fields: { limit: { kind: "limit", label: t("limit"), description: t("limitHelp") } },
    calls: (values) => [limitPayer({ house, payer, limitMinor: values.limit })],
  });
  return <RowActs what={name} acts={[limit]} />;
}

function OfSupervisor(options: ActsOptions) {
  const t = participantTexts.use();
  const { act, name, house } = useActs(options);
  const institution = options.participant.institution as Address;
  const record = act({
    label: t("recordInsolvency"),
    danger: t("recordDanger"),
    fields: { reason: { kind: "text", label: t("reason") } },
    calls: ({ reason }) => [recordInsolvency({ house, institution, reason })],
  });
  return <RowActs what={name} acts={[record]} />;
}

function useActs({ house, participant, actor }: ActsOptions) {
  const name = useInstitutionNames()(participant.institution);
  return { name, house: house.address as Address, act: useRowActs({ actor, money: house, what: name }) };
}
