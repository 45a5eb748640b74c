import type { AccountJson, Address } from "@sycee/protocol";
import { type Client, freezeCustomer, freezeWallet, liftCustomer, liftWallet } from "@sycee/sdk";
import type { Command } from "commander";
import { CliError } from "../output/cli-error.ts";
import { formatTable } from "../output/table.ts";
import { sendAct, wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { resourceOf } from "./resource.ts";
import { timeOf, timeText } from "./time.ts";

const MAX_U32 = 2n ** 32n - 1n;
const MAX_U64 = 2n ** 64n - 1n;

/** Which customer's account, where it is not a wallet. */
interface AccountOptions extends NodeAccess {
  readonly instrument?: string;
  readonly account?: string;
}

interface FreezeOptions extends AccountOptions {
  readonly requester: string;
  readonly approver: string;
  readonly reason: string;
  readonly until: string;
}

/** A warrant as the ledger keeps it. */
interface WarrantJson {
  readonly number: string;
  readonly requester: string;
  readonly approver: string;
  readonly reason: string;
  readonly until_ms: string;
  readonly lifted: boolean;
}

/** `sycee warrant freeze|lift|show`. */
export function addWarrantCommands(program: Command): void {
  const warrant = program.command("warrant").description("Freezes by due process: two authorities, a reason, and an end");
  withExample(
    warrant,
    'sycee warrant freeze carol --requester prosecutor --approver supervisor --reason "Case 12" --until 2027-01-01T00:00:00Z',
    "sycee warrant show carol",
    "sycee warrant lift carol 1 --from supervisor",
  );
  withExample(
    withAccount(warrant.command("freeze <name-or-address>").description("Freeze a wallet, or a customer's account with an institution"))
      .requiredOption("--requester <name>", "the investigating authority that asks, whose keys you have")
      .requiredOption("--approver <name>", "the supervisor that approves, whose keys you have")
      .requiredOption("--reason <text>", "why")
      .requiredOption("--until <time>", "when it ends by itself, such as 2027-01-01T00:00:00Z"),
    'sycee warrant freeze carol --requester prosecutor --approver supervisor --reason "Case 12" --until 2027-01-01T00:00:00Z',
    'sycee warrant freeze swiftpay --account 1 --requester prosecutor --approver supervisor --reason "Case 13" --until 2027-01-01T00:00:00Z',
  ).action(freeze);
  withExample(
    withAccount(warrant.command("lift <name-or-address> <number>").description("End a warrant before its time")).requiredOption(
      "--from <name>",
      "an investigating authority or a supervisor, whose keys you have",
    ),
    "sycee warrant lift carol 1 --from supervisor",
  ).action(lift);
  withExample(
    withNodeAccess(
      warrant.command("show <name-or-address>").description("Show the warrants for a wallet, or for an institution's customers"),
    ),
    "sycee warrant show carol",
  ).action(show);
}

function withAccount(command: Command): Command {
  return withNodeAccess(command)
    .option("--account <number>", "a customer's account with the institution named")
    .option("--instrument <number>", "the account's instrument; the institution's own money if absent");
}

/** The customer's account with an institution that is meant; `undefined` for a wallet. Throws `CliError` `invalid_argument`. */
async function customerOf(
  client: Client,
  institution: Address,
  { instrument, account }: AccountOptions,
): Promise<{ readonly instrument: number; readonly account: number } | undefined> {
  if (account === undefined) {
    if (instrument !== undefined)
      throw new CliError("invalid_argument", "--instrument says of what a customer's --account is: name that too.");
    return undefined;
  }
  const number = Number(wholeNumber(account, 0n, MAX_U32));
  if (instrument !== undefined) return { instrument: Number(wholeNumber(instrument, 1n, MAX_U32)), account: number };
  const own = (await client.instruments()).filter(({ issuer }) => issuer === institution);
  const [only] = own;
  if (only === undefined || own.length > 1) {
    throw new CliError(
      "invalid_argument",
      "The institution issues no money of its own, or several kinds: say by --instrument what the account is in.",
    );
  }
  return { instrument: only.instrument, account: number };
}

async function freeze(who: string, options: FreezeOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const { reason } = options;
  const at = await book.resolve(who);
  const untilMs = timeOf(options.until);
  const customer = await customerOf(client, at, options);
  const call =
    customer === undefined
      ? freezeWallet({ owner: at, reason, untilMs })
      : freezeCustomer({ institution: at, ...customer, reason, untilMs });
  const signers = [await book.signer(options.requester), await book.signer(options.approver)];
  const what = customer === undefined ? "wallet of" : `account ${customer.account} with`;
  const said = `${what} ${await book.nameOf(at)} frozen until ${timeText(untilMs)}`;
  await sendAct(client, options, { signers, calls: [call], said, facts: { at, untilMs: `${untilMs}` } });
}

async function lift(who: string, text: string, options: AccountOptions & { readonly from: string }): Promise<void> {
  const { client, book } = openAccess(options);
  const at = await book.resolve(who);
  const number = wholeNumber(text, 1n, MAX_U64);
  const customer = await customerOf(client, at, options);
  const call = customer === undefined ? liftWallet({ owner: at, number }) : liftCustomer({ institution: at, ...customer, number });
  const said = `warrant ${number} lifted`;
  await sendAct(client, options, { signers: [await book.signer(options.from)], calls: [call], said, facts: { at, number: `${number}` } });
}

async function show(who: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const warrants = warrantsOf(await client.account(await book.resolve(who)));
  if (options.json) console.log(JSON.stringify({ warrants }));
  else if (warrants.length === 0) console.log(`${who} is under no warrant`);
  else console.log(formatTable(await warrantRows(warrants, BigInt((await client.block("latest")).timeMs), book.nameOf)));
}

/** The warrants that are kept at an address, those for customers' accounts with what they are for. */
export function warrantsOf(account: AccountJson): (WarrantJson & { readonly instrument?: number; readonly account?: number })[] {
  const wallet = resourceOf<{ readonly warrants: readonly WarrantJson[] }>(account, "0x3::warrant::WalletWarrants");
  const customers = resourceOf<{
    readonly warrants: readonly { readonly instrument: number; readonly account: number; readonly warrant: WarrantJson }[];
  }>(account, "0x3::warrant::CustomerWarrants");
  return [
    ...(wallet?.warrants ?? []),
    ...(customers?.warrants ?? []).map(({ instrument, account: number, warrant }) => ({ ...warrant, instrument, account: number })),
  ];
}

/** Rows of a table of warrants as of a block time in milliseconds since 1970, the heading first. */
export async function warrantRows(
  warrants: ReturnType<typeof warrantsOf>,
  timeMs: bigint,
  nameOf: (address: `0x${string}`) => Promise<string>,
): Promise<string[][]> {
  const rows = warrants.map(async ({ number, account, requester, approver, reason, until_ms, lifted }) => [
    number,
    account === undefined ? "wallet" : `account ${account}`,
    await nameOf(requester as `0x${string}`),
    await nameOf(approver as `0x${string}`),
    reason,
    timeText(until_ms),
    lifted ? "lifted" : BigInt(until_ms) > timeMs ? "frozen" : "ended",
  ]);
  return [["warrant", "for", "asked by", "approved by", "why", "until", "state"], ...(await Promise.all(rows))];
}
