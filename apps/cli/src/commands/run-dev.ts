import { confirm, isCancel } from "@clack/prompts";
import { consoleDirectory } from "@sycee/console";
import { type RunningNode, startNode } from "@sycee/node/start";
import { bytesToHex } from "@sycee/protocol";
import { Client, developmentSeed } from "@sycee/sdk";
import { attend, type AttendedClearing } from "../clearing/attend.ts";
import { ClearingAttendant } from "../clearing/clearing-attendant.ts";
import { beginActivity } from "../economy/activity/begin-activity.ts";
import { type DevelopmentAccount, developmentAccounts, developmentSigner } from "../economy/development-accounts.ts";
import { developmentLedgerGenesis, hasChain, removeChain } from "../economy/development-ledger.ts";
import { developmentTrades } from "../economy/development-trades.ts";
import { formatAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { stopOf } from "../node/stop-of.ts";
import { formatTable } from "../output/table.ts";
import type { DevOptions } from "./dev.ts";

/** How long the first payment of a net cycle waits before it is closed, and how long participants then have for their funds. */
const CYCLE_MS = 600_000;
const FUNDS_MS = 120_000;

/** Runs the node until a signal stops it. Throws `CliError`, `NodeStartError`, `StorageError`. */
export async function runDev(options: DevOptions): Promise<void> {
  if (options.fresh && hasChain(options.data)) {
    await confirmRemoval(options);
    await removeChain(options.data);
  }
  const accounts = await developmentAccounts();
  const node = await startNode({
    dataDirectory: options.data,
    genesis: await developmentLedgerGenesis(options.data, options.at),
    clock: options.at === undefined ? undefined : { startMs: options.at },
    port: options.port,
    snapshots: options.snapshots,
    retainReceipts: options.retainReceipts,
    consoleDirectory,
    developmentAccounts: accounts.map(accountJson),
    readModels: options.readModels ? { databaseUrl: options.databaseUrl ?? process.env.DATABASE_URL } : undefined,
    isPrivate: options.reading === "private",
    quiet: options.json === true,
    onStarting: (text) => void process.stderr.write(`starting: ${text}\n`),
  });
  // Watched before anything is printed, so that an early stop is not missed.
  const stopped = stopOf(node);
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());
  const attendant = options.attend ? await attendantOf(node, accounts) : undefined;
  if (options.json) console.log(JSON.stringify({ url: node.url, accounts: accounts.map(printedAccount) }));
  else await printEconomy(node, accounts, options.data);
  const attended = attendant === undefined ? undefined : attendUntil(stopping.signal, attendant);
  const activity = options.pace === 0 ? undefined : beginActivity({ url: node.url, ...options });
  try {
    await stopped;
  } finally {
    await Promise.all([attended?.stop(), activity?.stop()]);
  }
  if (!options.json) console.log(`\nstopped at block ${node.height()}: everything final is in ${options.data}`);
}

/** The clearing house of the economy is run as a real one is: somebody sees to its queues. */
async function attendantOf(node: RunningNode, accounts: readonly DevelopmentAccount[]): Promise<ClearingAttendant> {
  const house = accounts.find(({ role }) => role === "clearing house");
  if (house === undefined) throw new Error("the development economy has no clearing house");
  return new ClearingAttendant({
    client: readingClient(node, house),
    house: house.address,
    signer: await developmentSigner(house),
    closeAfterMs: CYCLE_MS,
    settleAfterMs: FUNDS_MS,
    nowMs: await clockOf(node),
  });
}

/** The node stops by the same signals: that it answers no more from then on is no trouble. */
function attendUntil(stopping: AbortSignal, attendant: ClearingAttendant): AttendedClearing {
  const attended = attend(
    attendant,
    () => undefined,
    (error) => {
      if (!stopping.aborted) process.stderr.write(`clearing: ${error.message}\n`);
    },
  );
  if (stopping.aborted) void attended.stop();
  else stopping.addEventListener("abort", () => void attended.stop(), { once: true });
  return attended;
}

/** A client that reads as somebody, where the node is private. */
function readingClient({ url }: RunningNode, account: DevelopmentAccount): Client {
  const client = new Client(url);
  client.readAs(async () => await developmentSigner(account));
  return client;
}

/** The ledger's clock, which may be a simulated one: it runs at the pace of the machine's. */
async function clockOf({ url }: RunningNode): Promise<() => number> {
  const { timeMs } = await new Client(url).status();
  const aheadMs = Number(timeMs) - Date.now();
  return () => Date.now() + aheadMs;
}

// Without a terminal there is nobody to ask, and `--fresh` was said on purpose.
async function confirmRemoval({ data, yes, json }: DevOptions): Promise<void> {
  if (yes || json || !process.stdin.isTTY || !process.stdout.isTTY) return;
  const answer = await confirm({ message: `Remove the ledger in ${data} with everything on it?`, initialValue: false });
  if (isCancel(answer) || !answer) throw new CliError("cancelled", `The ledger in ${data} was left as it is.`);
}

function accountJson({ name, address, role, signedBy, threshold }: DevelopmentAccount) {
  return { name, address, role, threshold, keys: signedBy.map((signer) => ({ name: signer, privateKey: privateKeyOf(signer) })) };
}

/** As the command has always printed it: one key has no list. */
function printedAccount(account: DevelopmentAccount) {
  const { name, address, role, threshold, keys } = accountJson(account);
  if (keys.length > 1) return { name, address, role, threshold, keys };
  return { name, address, role, privateKey: keys[0]?.privateKey };
}

function privateKeyOf(name: string): string {
  return `0x${bytesToHex(developmentSeed(name))}`;
}

async function printEconomy(node: RunningNode, accounts: readonly DevelopmentAccount[], directory: string): Promise<void> {
  const supervisor = accounts.find(({ role }) => role === "supervisor");
  if (supervisor === undefined) throw new Error("the development economy has no supervisor");
  const client = readingClient(node, supervisor);
  const rows = await Promise.all(accounts.map((account) => accountRows(client, account)));
  console.log(`Sycee development ledger, height ${node.height()}, kept in ${directory}\n`);
  console.log(formatTable([["name", "role", "tier", "balances"], ...rows.flat()]));
  console.log("\nAddresses");
  console.log(formatTable(accounts.map(({ name, address }) => [name, address])));
  console.log("\nPrivate keys (ed25519 seeds)");
  console.log(formatTable(accounts.flatMap(({ signedBy }) => signedBy.map((name) => [name, privateKeyOf(name)]))));
  console.log("\nWARNING: these keys are computed from the names and known to everybody.");
  console.log("         Never use them, or anything they hold, for real.\n");
  console.log(
    formatTable([
      ["Console", `${node.url}/`],
      ["API", `${node.url}/v1/status`],
      ["Documentation", `${node.url}/docs`],
      ["OpenAPI", `${node.url}/openapi.json`],
      ["Metrics", `${node.url}/metrics`],
    ]),
  );
  const elsewhere = node.url.endsWith(":8420") ? "" : ` --url ${node.url}`;
  console.log("\nUnder way since the beginning");
  for (const { what, command } of developmentTrades(accounts)) console.log(`${what}\n  npx sycee ${command}${elsewhere}`);
  const tries = [
    "pay --from alice --to tea-house 12.50",
    "customers river-bank",
    "bank lend 5000 --from river-bank --account 1 --rate 4.35",
    "clearing pay 12.50 --from river-bank --account 1 --to swiftpay --to-account 1",
    "statistics",
  ];
  console.log(
    `\nTry, in another terminal:\n${tries.map((text) => `  npx sycee ${text}${elsewhere}\n`).join("")}\nCtrl-C stops the ledger; what is final stays.`,
  );
}

/** A row for an account's first balance, and one for each further one. */
async function accountRows(client: Client, { name, role, tier, address }: DevelopmentAccount): Promise<string[][]> {
  const { balances } = await client.account(address);
  const amounts = balances.map(({ symbol, decimals, amountMinor, place }) => {
    const where = place === "wallet" ? "" : ` (${place})`;
    return `${formatAmount(amountMinor, decimals)} ${symbol}${where}`;
  });
  const [first = "", ...further] = amounts;
  return [[name, role, tier?.toString() ?? "", first], ...further.map((amount) => ["", "", "", amount])];
}
