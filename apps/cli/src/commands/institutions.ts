import { type Address, INSTITUTION_KINDS, type InstitutionJson, type InstitutionKind } from "@sycee/protocol";
import { pages } from "@sycee/sdk";
import { type Command, Option } from "commander";
import { formatTable } from "../output/table.ts";
import { wordsOf } from "../output/words-of.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

/** `sycee institutions`. */
export function addInstitutionsCommand(program: Command): void {
  const command = withNodeAccess(
    program.command("institutions").description("List central banks, banks, payment institutions, operators and clearing houses"),
  ).addOption(new Option("--kind <kind>", "those of a kind only").choices(INSTITUTION_KINDS));
  withExample(command, "sycee institutions", "sycee institutions --kind bank").action(listInstitutions);
}

async function listInstitutions(options: NodeAccess & { readonly kind?: InstitutionKind }): Promise<void> {
  const { client, book } = openAccess(options);
  const { kind } = options;
  const found: InstitutionJson[] = [];
  for await (const page of pages((from) => client.economy.institutions({ ...from, limit: 100, ...(kind === undefined ? {} : { kind }) })))
    found.push(...page.institutions);
  if (options.json) {
    console.log(JSON.stringify({ institutions: found }));
    return;
  }
  const rows = await Promise.all(
    found.map(async ({ address, name, kind, unit, instruments, licence }) => [
      await book.nameOf(address as Address),
      name,
      wordsOf(kind),
      unit,
      instruments.map(({ symbol }) => symbol).join(", "),
      licence === null ? "none" : wordsOf(licence),
    ]),
  );
  rows.sort((left, right) => (`${left[2]} ${left[1]}` < `${right[2]} ${right[1]}` ? -1 : 1));
  console.log(rows.length === 0 ? "no institutions" : formatTable([["who", "name", "kind", "unit", "issues", "licence"], ...rows]));
}
