import { Skeleton } from "@mantine/core";
import type { Address } from "@sycee/protocol";
import { proposeNotesLimit } from "@sycee/sdk";
import { ActForm } from "../../acting/act-form.tsx";
import { client } from "../../app/client.ts";
import { useLive } from "../../live/use-live.ts";
import { banksTexts } from "./banks-texts.ts";
import type { Bank } from "./central-bank-page.tsx";
import { policyTexts } from "./policy-texts.ts";
import { usePropose } from "./use-propose.ts";

interface ProposeOptions {
  readonly centralBank: Bank;
  /** The bank whose limit it is, and its name. */
  readonly bank: Address;
  readonly name: string;
  readonly close: () => void;
}

/** Asks for a limit of the notes that a bank may take in before a count, and proposes it. */
export function ProposeNotesLimit({ centralBank, bank, name, close }: ProposeOptions) {
  const t = banksTexts.use();
  const policy = policyTexts.use();
  const now = useLive(["policy", centralBank.address], () => client.economy.policy(centralBank.address));
  const propose = usePropose(now.data?.delayMs ?? "0");
  if (now.data === undefined) return <Skeleton height={120} />;
  return (
    <ActForm
      actor={centralBank.address}
      money={centralBank}
      fields={{
        limit: { kind: "amount", label: t("limit") },
        waitDays: { kind: "whole", label: policy("waitDays"), initial: "0" },
      }}
      button={policy("goOn")}
      done={close}
      act={async ({ limit, waitDays }) => {
        const { earliestMs, rows } = await propose(waitDays);
        return { title: t("limitOf", { bank: name }), rows, calls: [proposeNotesLimit({ bank, limitMinor: limit, earliestMs })] };
      }}
    />
  );
}
