import type { Address, Call } from "@sycee/protocol";
import {
  cancelPolicyChange,
  executePolicyChange,
  POLICY_PARAMETER,
  type PolicyParameter,
  proposeNotesLimit,
  proposeParameter,
  proposePolicyDelay,
  proposeTier,
} from "@sycee/sdk";
import { type Command, Option } from "commander";
import { parseAmount } from "../output/amounts.ts";
import { delayText, type PolicyChangeJson, policyChangeText } from "../output/policy-text.ts";
import { formatTable } from "../output/table.ts";
import { chainOf, sendAct, wholeNumber } from "./act.ts";
import { addPolicyListCommands } from "./policy-lists.ts";
import { eventField } from "./event-field.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { resourceOf } from "./resource.ts";
import { timeOf, timeText } from "./time.ts";

const MAX_U64 = 2n ** 64n - 1n;
const DEFAULT_DELAY_MS = 7n * 24n * 60n * 60n * 1000n;
/** Between the node's clock as it was asked and the block that takes the proposal. */
const MARGIN_MS = 5_000n;

interface FromOptions extends NodeAccess {
  readonly from: string;
}

interface ProposeOptions extends FromOptions {
  readonly earliest?: string;
}

interface ProposalsJson {
  readonly delay_ms: string | null;
  readonly pending: readonly { readonly number: string; readonly earliest_ms: string; readonly act: PolicyChangeJson }[];
}

/** `sycee policy propose|execute|cancel|show`. */
export function addPolicyCommands(program: Command): void {
  const policy = program.command("policy").description("Changes of a central bank's policy: proposed, standing for the delay, then made");
  withExample(
    policy,
    "sycee policy propose parameter 800 --name reserveRatio --from central-bank",
    "sycee policy values central-bank",
    "sycee policy proposals",
    "sycee policy execute 1 --from central-bank",
  );
  const propose = policy.command("propose").description("Propose a change");
  withExample(propose, "sycee policy propose tier 4 --from central-bank --balance 20000 --single 2000");
  withExample(
    withProposal(
      propose
        .command("tier <number>")
        .description("Limits of wallets of a tier, in the central bank's unit, such as 12.50; what is left out is without limit"),
    )
      .option("--balance <amount>", "what a wallet may hold")
      .option("--single <amount>", "what one payment may be")
      .option("--daily <amount>", "what a holder may pay on a day")
      .option("--yearly <amount>", "what a holder may pay in a year"),
    "sycee policy propose tier 4 --from central-bank --balance 20000 --single 2000",
  ).action(tier);
  withExample(
    withProposal(
      propose
        .command("parameter <value>")
        .description(
          "A parameter of monetary policy, in hundredths of a per cent: 800 is 8%; the insurance cap is an amount, such as 500000",
        ),
    ).addOption(new Option("--name <parameter>", "which").choices(Object.keys(POLICY_PARAMETER)).makeOptionMandatory()),
    "sycee policy propose parameter 800 --name reserveRatio --from central-bank",
  ).action(parameter);
  withExample(
    withProposal(
      propose
        .command("notes-limit <name-or-address> <amount>")
        .description(
          "How much in notes a bank may take in before they are counted; a lower limit is set at once by 'sycee bank notes-limit'",
        ),
    ),
    "sycee policy propose notes-limit river-bank 50000 --from central-bank",
  ).action(notesLimit);
  withExample(
    withProposal(propose.command("delay <minutes>").description("How long proposals stand at least")),
    "sycee policy propose delay 1440 --from central-bank",
  ).action(delay);
  for (const [verb, does, call] of [
    ["execute", "Make a proposed change whose time has come", executePolicyChange],
    ["cancel", "Take a proposal back", cancelPolicyChange],
  ] as const) {
    withExample(withFrom(policy.command(`${verb} <number>`).description(does)), `sycee policy ${verb} 1 --from central-bank`).action(
      async (text: string, options: FromOptions) => {
        const { client, book } = openAccess(options);
        const number = wholeNumber(text, 1n, MAX_U64);
        const said = `proposal ${number} ${verb === "execute" ? "executed" : "cancelled"}`;
        await sendAct(client, options, { signers: [await book.signer(options.from)], calls: [call({ number })], said });
      },
    );
  }
  addPolicyListCommands(policy);
  withExample(
    withNodeAccess(policy.command("show <name-or-address>").description("Show what a central bank has proposed")),
    "sycee policy show central-bank",
  ).action(show);
}

function withFrom(command: Command): Command {
  return withNodeAccess(command).requiredOption("--from <name>", "the central bank, whose keys you have");
}

function withProposal(command: Command): Command {
  return withFrom(command).option("--earliest <time>", "when it can be made at the earliest; as soon as the delay allows if absent");
}

async function tier(
  text: string,
  options: ProposeOptions & { readonly balance?: string; readonly single?: string; readonly daily?: string; readonly yearly?: string },
): Promise<void> {
  const number = Number(wholeNumber(text, 1n, 16n));
  await propose(options, (earliestMs, decimals) => {
    const limit = (value: string | undefined) => (value === undefined ? undefined : parseAmount(value, decimals));
    return proposeTier({
      tier: number,
      balanceMinor: limit(options.balance),
      singleMinor: limit(options.single),
      dailyMinor: limit(options.daily),
      yearlyMinor: limit(options.yearly),
      earliestMs,
    });
  });
}

async function parameter(text: string, options: ProposeOptions & { readonly name: PolicyParameter }): Promise<void> {
  await propose(options, (earliestMs, decimals) => {
    const value = options.name === "insuranceCap" ? parseAmount(text, decimals) : wholeNumber(text, 0n, MAX_U64);
    return proposeParameter({ parameter: options.name, value, earliestMs });
  });
}

async function notesLimit(who: string, text: string, options: ProposeOptions): Promise<void> {
  const bank = await openAccess(options).book.resolve(who);
  await propose(options, (earliestMs, decimals) => proposeNotesLimit({ bank, limitMinor: parseAmount(text, decimals), earliestMs }));
}

async function delay(text: string, options: ProposeOptions): Promise<void> {
  const delayMs = wholeNumber(text, 1n, 366n * 24n * 60n) * 60_000n;
  await propose(options, (earliestMs) => proposePolicyDelay({ delayMs, earliestMs }));
}

/** Amounts of a change are in the central bank's unit, of so many decimals. */
async function propose(options: ProposeOptions, call: (earliestMs: bigint, decimals: number) => Call): Promise<void> {
  const { client, book } = openAccess(options);
  const signer = await book.signer(options.from);
  const { decimals } = await client.economy.policy(signer.address);
  const { delay_ms } = resourceOf<ProposalsJson>(await client.account(signer.address), PROPOSALS) ?? { delay_ms: null };
  const soonestMs = (await chainOf(client)).nowMs + (delay_ms === null ? DEFAULT_DELAY_MS : BigInt(delay_ms)) + MARGIN_MS;
  const earliestMs = options.earliest === undefined ? soonestMs : timeOf(options.earliest);
  await sendAct(client, options, {
    signers: [signer],
    calls: [call(earliestMs, decimals)],
    said: "proposed",
    facts: { earliestMs: `${earliestMs}` },
    found: (receipt) => {
      const number = eventField(receipt, PROPOSAL_MADE, "number");
      return { said: ` as number ${number}; it can be executed from ${timeText(earliestMs)}`, facts: { number } };
    },
  });
}

const PROPOSALS = "0x3::governed::Proposals<0x4::policy_change::Change>";
const PROPOSAL_MADE = "0x3::governed::ProposalMade<0x4::policy_change::Change>";

async function show(who: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const address = await book.resolve(who);
  const proposals = resourceOf<ProposalsJson>(await client.account(address), PROPOSALS);
  if (options.json) {
    console.log(JSON.stringify(proposals ?? { delay_ms: null, pending: [] }));
    return;
  }
  const delayMs = proposals?.delay_ms === undefined || proposals.delay_ms === null ? DEFAULT_DELAY_MS : BigInt(proposals.delay_ms);
  console.log(`proposals stand for ${delayText(delayMs)} at least`);
  const decimals = (await client.instruments()).find(({ issuer }) => issuer === address)?.decimals ?? 0;
  const rows = await Promise.all(
    (proposals?.pending ?? []).map(async ({ number, earliest_ms, act }) => {
      const named = act.variant === "NotesLimit" ? { ...act, bank: await book.nameOf(act.bank as Address) } : act;
      return [number, timeText(earliest_ms), policyChangeText(named, decimals)];
    }),
  );
  if (rows.length === 0) console.log("nothing is proposed");
  else console.log(formatTable([["proposal", "not before", "change"], ...rows]));
}
