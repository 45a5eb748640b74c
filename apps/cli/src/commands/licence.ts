import {
  type Client,
  grantLicence,
  LICENCE_KIND,
  type LicenceKind,
  type LicenceName,
  limitLicence,
  resumeLicence,
  revokeLicence,
  suspendLicence,
} from "@sycee/sdk";
import type { Call } from "@sycee/protocol";
import { type Command, Option } from "commander";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { formatTable } from "../output/table.ts";
import { wordsOf } from "../output/words-of.ts";
import { addLicenceListCommand } from "./licence-list.ts";
import { sendAct, wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { resourceOf } from "./resource.ts";
import { timeOf, timeText } from "./time.ts";
import { unitDecimals, unitNamed, unitsOf } from "./unit-decimals.ts";

const KINDS = Object.keys(LICENCE_KIND) as LicenceKind[];
const STATES = ["", "in force", "suspended", "revoked"] as const;
const MAX_U32 = 2n ** 32n - 1n;

interface LicenceOptions extends NodeAccess {
  readonly from: string;
  readonly kind: LicenceKind;
  readonly unit?: string;
}

interface LimitOptions extends LicenceOptions {
  readonly limit?: string;
}

interface LicencesJson {
  readonly licences: readonly {
    readonly kind: number;
    readonly unit: number;
    readonly status: number;
    readonly limit: string | null;
    readonly expires_at_ms: string | null;
  }[];
}

/** `sycee licence grant|limit|suspend|resume|revoke|show`. */
export function addLicenceCommands(program: Command): void {
  const licence = program.command("licence").description("Licences of institutions: see them, and give and take them as the supervisor");
  withExample(
    licence,
    "sycee licence list",
    "sycee licence show river-bank",
    'sycee licence suspend river-bank --from supervisor --kind bank --reason "Late returns"',
    "sycee licence resume river-bank --from supervisor --kind bank",
  );
  withExample(
    withNodeAccess(licence.command("show <name-or-address>").description("Show the licences that an address holds")),
    "sycee licence show river-bank",
  ).action(showLicences);
  addLicenceListCommand(licence);
  withExample(
    withLicence(licence.command("grant <name-or-address>").description("Let an address act as an institution"))
      .option("--limit <amount>", "what it may have outstanding, in its unit of account, such as 12.50")
      .option("--until <time>", "when the licence ends by itself, such as 2027-01-01T00:00:00Z"),
    "sycee licence grant alice --from supervisor --kind bank --until 2027-01-01T00:00:00Z",
  ).action(async (who: string, options: LimitOptions & { readonly until?: string }) => {
    const expiresAtMs = options.until === undefined ? undefined : timeOf(options.until);
    await act(who, options, "granted", (name, limitMinor) => grantLicence({ ...name, limitMinor, expiresAtMs }));
  });
  withExample(
    withLicence(licence.command("limit <name-or-address>").description("Change what it may have outstanding")).option(
      "--limit <amount>",
      "in its unit of account, such as 12.50; without it there is no limit",
    ),
    "sycee licence limit river-bank --from supervisor --kind bank --limit 1000000",
  ).action(async (who: string, options: LimitOptions) => {
    const done = options.limit === undefined ? "has no limit any more" : `is limited to ${options.limit}`;
    await act(who, options, done, (name, limitMinor) => limitLicence({ ...name, limitMinor }));
  });
  for (const [verb, done, call] of [
    ["suspend", "suspended", suspendLicence],
    ["revoke", "revoked", revokeLicence],
  ] as const) {
    withExample(
      withLicence(
        licence.command(`${verb} <name-or-address>`).description(`${verb === "suspend" ? "Suspend" : "Revoke"} a licence`),
      ).requiredOption("--reason <text>", "why, for the record"),
      `sycee licence ${verb} river-bank --from supervisor --kind bank --reason "Late returns"`,
    ).action(async (who: string, options: LicenceOptions & { readonly reason: string }) => {
      await act(who, options, done, (name) => call({ ...name, reason: options.reason }));
    });
  }
  withExample(
    withLicence(licence.command("resume <name-or-address>").description("End a suspension")),
    "sycee licence resume river-bank --from supervisor --kind bank",
  ).action(async (who: string, options: LicenceOptions) => await act(who, options, "resumed", (name) => resumeLicence(name)));
}

function withLicence(command: Command): Command {
  return withNodeAccess(command)
    .requiredOption("--from <name>", "the supervisor, whose keys you have")
    .addOption(new Option("--kind <kind>", "what it acts as").choices(KINDS).makeOptionMandatory())
    .option("--unit <code>", "the unit of account, such as CNY, or its number; 1 if absent, none for a publisher");
}

async function act(
  who: string,
  options: LimitOptions,
  done: string,
  call: (name: LicenceName, limitMinor: bigint | undefined) => Call,
): Promise<void> {
  const { client, book } = openAccess(options);
  const { kind } = options;
  const unit = await unitOf(client, options.unit ?? (kind === "publisher" ? "0" : "1"));
  const limitMinor = options.limit === undefined ? undefined : parseAmount(options.limit, await unitDecimals(client, unit));
  const holder = await book.resolve(who);
  const said = `licence of ${await book.nameOf(holder)} as ${kind} ${done}`;
  const calls = [call({ holder, kind, unit }, limitMinor)];
  await sendAct(client, options, { signers: [await book.signer(options.from)], calls, said, facts: { holder, kind, unit } });
}

/** The number of the unit that a text names: a code, or a number, which need not be that of a central bank's unit. */
async function unitOf(client: Client, text: string): Promise<number> {
  return /^\d+$/.test(text) ? Number(wholeNumber(text, 0n, MAX_U32)) : (await unitNamed(client, text)).number;
}

async function showLicences(who: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const found = resourceOf<LicencesJson>(await client.account(await book.resolve(who)), "0x3::licence::Licences");
  if (options.json) {
    console.log(JSON.stringify(found ?? { licences: [] }));
    return;
  }
  if (found === undefined) {
    console.log(`${who} holds no licence`);
    return;
  }
  const units = await unitsOf(client);
  const rows = found.licences.map(({ kind, unit: number, status, limit, expires_at_ms }) => {
    const unit = units.find((each) => each.number === number);
    const name = KINDS.find((each) => LICENCE_KIND[each] === kind);
    return [
      name === undefined ? `${kind}` : wordsOf(name),
      unit?.code ?? (number === 0 ? "" : `${number}`),
      STATES[status] ?? `${status}`,
      limit === null ? "none" : formatAmount(limit, unit?.decimals ?? 0),
      expires_at_ms === null ? "never" : timeText(expires_at_ms),
    ];
  });
  console.log(formatTable([["kind", "unit", "state", "limit", "ends"], ...rows], [3]));
}
