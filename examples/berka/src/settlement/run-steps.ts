import type { Client, PreparedTransaction, SettledResult } from "@sycee/sdk";
import type { Journal } from "./journal.ts";
import type { Step, StepOutcome } from "./step.ts";

/** Times a step is signed anew because its transaction expired before the node took it. */
const MAX_SIGNINGS = 5;

/**
 * Brings up to 500 steps to their end, in one request: steps already done are not sent again, steps signed by an earlier run are asked about
 * by sending the same bytes. Answers in the steps' order. Throws `SyceeError`, or an `Error` for a refusal that no run should meet.
 */
export async function runSteps(client: Client, journal: Journal, steps: readonly Step[]): Promise<StepOutcome[]> {
  const outcomes = new Map<Step, StepOutcome>();
  let open: readonly Step[] = steps.filter((step) => {
    const outcome = journal.get(step.name)?.outcome;
    if (outcome !== undefined) outcomes.set(step, outcome);
    return outcome === undefined;
  });
  for (let signing = 0; open.length > 0; signing++) {
    if (signing === MAX_SIGNINGS) throw new Error(`${open.length} transactions expired ${MAX_SIGNINGS} times before the node took them`);
    const results = await client.settleBatch(await prepare(client, journal, open, signing > 0));
    const done = open.flatMap((step, index) => {
      const outcome = outcomeOf(step, results[index]);
      return outcome === undefined ? [] : [{ step, outcome }];
    });
    for (const { step, outcome } of done) outcomes.set(step, outcome);
    journal.done(done.map(({ step, outcome }) => ({ step: step.name, outcome })));
    open = open.filter((step) => !outcomes.has(step));
  }
  return steps.flatMap((step) => outcomes.get(step) ?? []);
}

async function prepare(client: Client, journal: Journal, steps: readonly Step[], anew: boolean): Promise<PreparedTransaction[]> {
  const fresh: { step: string; transaction: PreparedTransaction }[] = [];
  const transactions = await Promise.all(
    steps.map(async (step) => {
      const sent = anew ? undefined : journal.get(step.name)?.sent;
      if (sent !== undefined) return sent;
      const transaction = await client.prepare({ signers: [step.signer], calls: [step.call], nonce: step.nonce });
      fresh.push({ step: step.name, transaction });
      return transaction;
    }),
  );
  journal.sending(fresh);
  return transactions;
}

// Nothing for a transaction that expired unseen: it is to be signed anew.
function outcomeOf(step: Step, result: SettledResult | undefined): StepOutcome | undefined {
  if (result === undefined) throw new Error(`the node gave no result for ${step.name}`);
  if (result.kind === "executed") return { kind: "executed" };
  if (result.kind === "rejected" && result.error.code === "expired") return undefined;
  if (result.kind === "refused" && result.error.abortName !== undefined) return { kind: "aborted", error: result.error.abortName };
  throw new Error(`${step.name} was refused: ${result.error.code}: ${result.error.detail}`, { cause: result.error });
}
