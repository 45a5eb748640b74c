import { type Address, LICENCE_KINDS, type LicenceJson } from "@sycee/protocol";
import { pages } from "@sycee/sdk";
import { type Command, Option } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { formatTable } from "../output/table.ts";
import { wordsOf } from "../output/words-of.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { timeText } from "./time.ts";

interface ListOptions extends NodeAccess {
  readonly kind?: LicenceJson["kind"];
  readonly status?: LicenceJson["status"];
}

/** `sycee licence list`. */
export function addLicenceListCommand(licence: Command): void {
  const command = withNodeAccess(licence.command("list").description("List the licences of everybody"))
    .addOption(new Option("--kind <kind>", "those of a kind only").choices(LICENCE_KINDS))
    .addOption(new Option("--status <status>", "those with a status only").choices(["inForce", "suspended", "revoked", "expired"]));
  withExample(command, "sycee licence list", "sycee licence list --kind bank --status suspended").action(listLicences);
}

async function listLicences(options: ListOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const { kind, status } = options;
  const filter = { ...(kind === undefined ? {} : { kind }), ...(status === undefined ? {} : { status }) };
  const found: LicenceJson[] = [];
  for await (const page of pages((from) => client.economy.licences({ ...from, ...filter, limit: 100 }))) found.push(...page.licences);
  if (options.json) {
    console.log(JSON.stringify({ licences: found }));
    return;
  }
  const rows = await Promise.all(
    found.map(async ({ holder, kind, unit, decimals, status, limitMinor, expiresAtMs }) => [
      await book.nameOf(holder as Address),
      wordsOf(kind),
      unit ?? "",
      wordsOf(status),
      limitMinor === null ? "none" : formatAmount(limitMinor, decimals ?? 0),
      expiresAtMs === null ? "never" : timeText(expiresAtMs),
    ]),
  );
  console.log(rows.length === 0 ? "no licences" : formatTable([["holder", "kind", "unit", "state", "limit", "ends"], ...rows], [4]));
}
