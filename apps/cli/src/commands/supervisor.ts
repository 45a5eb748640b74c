import type { Address, Call } from "@sycee/protocol";
import {
  approveSupervisorChange,
  cancelSupervisorChange,
  executeSupervisorChange,
  FRAMEWORK,
  objectToSupervisorChange,
  oversight,
  proposeSupervisorChange,
} from "@sycee/sdk";
import type { Command } from "commander";
import { CliError } from "../output/cli-error.ts";
import { formatTable } from "../output/table.ts";
import { sendAct, wholeNumber } from "./act.ts";
import { eventField } from "./event-field.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { resourceOf } from "./resource.ts";
import { timeOf, timeText } from "./time.ts";

interface BySupervisor extends NodeAccess {
  readonly from: string;
}

interface ProposeOptions extends BySupervisor {
  readonly dismiss?: string;
  readonly appoint?: string;
  readonly reason: string;
  readonly at?: string;
}

/** What the ledger keeps of proposals that stand. */
interface ProposalsJson {
  readonly pending: readonly {
    readonly number: string;
    readonly earliest_ms: string;
    readonly act: { readonly dismissed: string | null; readonly appointed: string | null; readonly reason: string };
  }[];
}

interface VoicesJson {
  readonly all: readonly { readonly number: string; readonly approved_by: readonly string[]; readonly is_objected: boolean }[];
}

const MAX_U64 = 2n ** 64n - 1n;
const CHANGES = "0x3::governed::Proposals<0x3::supervisor_change::Change>";
const VOICES = "0x3::supervisor_change::Voices";
/** The ledger's delay, and a minute in which the transaction comes into a block. */
const DELAY_MS = 7n * 86_400_000n + 60_000n;

/** `sycee supervisor propose|approve|object|execute|cancel|list`. */
export function addSupervisorCommands(program: Command): void {
  const supervisor = program
    .command("supervisor")
    .description("Who supervises: where there are several, they dismiss and appoint by what most of them approve, after seven days");
  withExample(
    supervisor,
    'sycee supervisor propose --from supervisor --dismiss deputy --reason "Keys were stolen"',
    "sycee supervisor approve 1 --from second-supervisor",
    "sycee supervisor execute 1 --from supervisor",
  );
  withExample(
    withSupervisor(supervisor.command("propose").description("Propose to dismiss a supervisor, to appoint another, or both"))
      .option("--dismiss <name-or-address>", "who is to leave office")
      .option("--appoint <name-or-address>", "who is to take it up")
      .option("--at <time>", "from when on it can be executed; seven days from now if absent")
      .requiredOption("--reason <text>", "why"),
    'sycee supervisor propose --from supervisor --dismiss deputy --reason "Keys were stolen"',
  ).action(propose);
  for (const [verb, done, description, call] of [
    ["approve", "approved", "Approve a proposal of another supervisor", approveSupervisorChange],
    ["object", "objected to", "Object to one's own dismissal: half of all are not enough for it then", objectToSupervisorChange],
    ["execute", "executed", "Have a change made whose time has come and that enough approve", executeSupervisorChange],
    ["cancel", "taken back", "Take a proposal of one's own back", cancelSupervisorChange],
  ] as const) {
    withExample(
      withSupervisor(supervisor.command(`${verb} <number>`).description(description)),
      `sycee supervisor ${verb} 1 --from supervisor`,
    ).action(async (text: string, options: BySupervisor) => await say(text, options, done, call));
  }
  withExample(
    withNodeAccess(supervisor.command("list").description("Show the changes that are proposed, and who approves")),
    "sycee supervisor list",
  ).action(list);
}

function withSupervisor(command: Command): Command {
  return withNodeAccess(command).requiredOption("--from <name>", "the supervisor, whose keys you have");
}

async function propose(options: ProposeOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const { dismiss, appoint, reason } = options;
  if (dismiss === undefined && appoint === undefined)
    throw new CliError("invalid_argument", "Say by --dismiss, --appoint or both what is to change.");
  const change = {
    dismissed: dismiss === undefined ? undefined : await book.resolve(dismiss),
    appointed: appoint === undefined ? undefined : await book.resolve(appoint),
    reason,
    earliestMs: options.at === undefined ? BigInt((await client.status()).timeMs) + DELAY_MS : timeOf(options.at),
  };
  await sendAct(client, options, {
    signers: [await book.signer(options.from)],
    calls: [proposeSupervisorChange(change)],
    said: "proposed",
    facts: { earliestMs: `${change.earliestMs}` },
    found: (receipt) => {
      const number = eventField(receipt, oversight.supervisorChangeChangeApprovedType.name, "number");
      return { said: ` as change ${number}, which can be executed from ${timeText(change.earliestMs)} on`, facts: { number } };
    },
  });
}

async function say(text: string, options: BySupervisor, done: string, call: (of: { readonly number: bigint }) => Call): Promise<void> {
  const { client, book } = openAccess(options);
  const number = wholeNumber(text, 1n, MAX_U64);
  const signers = [await book.signer(options.from)];
  await sendAct(client, options, { signers, calls: [call({ number })], said: `change ${number} ${done}`, facts: { number: `${number}` } });
}

async function list(options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const at = await client.account(FRAMEWORK.oversight);
  const pending = resourceOf<ProposalsJson>(at, CHANGES)?.pending ?? [];
  const voices = resourceOf<VoicesJson>(at, VOICES)?.all ?? [];
  const changes = pending.map(({ number, earliest_ms, act }) => {
    const voice = voices.find((each) => each.number === number);
    return { number, earliestMs: earliest_ms, ...act, approvedBy: voice?.approved_by ?? [], objected: voice?.is_objected ?? false };
  });
  if (options.json) {
    console.log(JSON.stringify({ changes }));
    return;
  }
  const named = async (address: string | null) => (address === null ? "" : await book.nameOf(address as Address));
  const rows = await Promise.all(
    changes.map(async ({ number, dismissed, appointed, reason, earliestMs, approvedBy, objected }) => [
      number,
      await named(dismissed),
      await named(appointed),
      reason,
      timeText(earliestMs),
      (await Promise.all(approvedBy.map(named))).join(", "),
      objected ? "objected to" : "",
    ]),
  );
  const head = ["change", "dismissed", "appointed", "why", "from", "approved by", ""];
  console.log(rows.length === 0 ? "no change of supervisors is proposed" : formatTable([head, ...rows], [0]));
}
