import { useNavigate } from "@tanstack/react-router";
import { useDevelopmentIdentities } from "../identity/act-as.tsx";
import { useIdentity } from "../identity/current-identity.tsx";
import type { Identity } from "../identity/identity.ts";
import { firstStepsTexts } from "./first-steps-texts.ts";
import { begin, useProgress } from "./progress.ts";

/** What stands in the forms at first. */
const ISSUED = "1000.00";
const ASKED = "12.50";

/** One of the first steps. */
export interface FirstStep {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly isDone: boolean;
  /** Opens its page as whoever does it; absent while the step before it is not done. */
  readonly go: (() => void) | undefined;
}

/** The steps that a newcomer to a development economy takes; none where there is no such economy, `undefined` while that is not known. */
export function useFirstSteps(): readonly FirstStep[] | undefined {
  const t = firstStepsTexts.use();
  const people = useDevelopmentIdentities();
  const { choose } = useIdentity();
  const navigate = useNavigate();
  const { isIssued, payment, isProved } = useProgress();
  if (people === undefined) return undefined;
  const [operator, payer, payee] = ["operator", "person", "shop"].map((role) => people.find((person) => person.role === role));
  if (operator === undefined || payer === undefined || payee === undefined) return [];
  const names = { operator: operator.name, payer: payer.name, payee: payee.name };
  const goAs =
    (identity: Identity, to: string, search: Readonly<Record<string, string>> = {}) =>
    () => {
      begin();
      choose(identity);
      void navigate({ to, search: { ...search } });
    };
  return [
    {
      title: t("issue"),
      text: t("issueText", names),
      button: t("issueButton", names),
      isDone: isIssued,
      go: goAs(operator, `/institutions/${operator.address}`, { act: "handOut", owner: payer.name, amount: ISSUED }),
    },
    {
      title: t("pay"),
      text: t("payText", names),
      button: t("payButton", names),
      isDone: payment !== undefined,
      go: goAs(payee, "/wallet/request", { amount: ASKED }),
    },
    {
      title: t("prove"),
      text: t("proveText"),
      button: t(payment === undefined ? "proveWait" : "proveButton"),
      isDone: isProved,
      go: payment === undefined ? undefined : goAs(payer, `/explorer/transactions/${payment}`),
    },
  ];
}
