import { type Client, openWallets } from "@sycee/sdk";
import { HOME_BANK, type Participants, type WalletHolder, walletHolder } from "../economy/participants.ts";
import { groupBy } from "../orders/group-by.ts";
import type { Journal } from "./journal.ts";
import { runSteps } from "./run-steps.ts";
import type { Step } from "./step.ts";

/** Wallets opened by one transaction. */
const WALLETS_A_TRANSACTION = 100;

const PAYEE_TIER = 1;

/** Has every operator open the wallets of its customers: payers with `payerTier` at the home bank, payees with tier 1 at theirs. */
export async function openAllWallets(client: Client, journal: Journal, participants: Participants, payerTier: number): Promise<void> {
  const steps = walletSteps(participants, payerTier);
  const outcomes = await runSteps(client, journal, steps);
  const refused = outcomes.find((outcome) => outcome.kind === "aborted");
  if (refused !== undefined) throw new Error(`opening wallets was refused: ${refused.error}`);
}

function walletSteps(participants: Participants, payerTier: number): Step[] {
  const payers = [...participants.payers.values()].map(({ address }) => walletHolder(address));
  const payees = groupBy([...participants.payees], ([name]) => name.slice(0, name.indexOf("/")));
  return [...participants.operators].flatMap(([bank, signer]) => {
    const home = bank === HOME_BANK;
    const holders = home ? payers : (payees.get(bank) ?? []).map(([, { address }]) => walletHolder(address));
    return chunks(holders).map((wallets, index) => ({
      name: `wallets/${bank}/${index}`,
      signer,
      // Orders have numbers far above these.
      nonce: BigInt(index),
      call: openWallets({ wallets, tier: home ? payerTier : PAYEE_TIER }),
    }));
  });
}

function chunks(holders: readonly WalletHolder[]): WalletHolder[][] {
  const count = Math.ceil(holders.length / WALLETS_A_TRANSACTION);
  return Array.from({ length: count }, (_, index) => holders.slice(index * WALLETS_A_TRANSACTION, (index + 1) * WALLETS_A_TRANSACTION));
}
