import { CUSTOMERS_CASH } from "@sycee/ledger";
import type { FlowsJson } from "@sycee/protocol";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { decimalsOf } from "./unit-decimals.ts";

/** Everybody who is no institution and has no account at a central bank. */
const PUBLIC = "public";
const SHOWN_ROLES = ["central bank", "bank", "payment institution", "operator", "clearing house"];
/** Who has an account at a central bank and is none of the roles (the government, the deposit insurer) stands by itself. */
const CENTRAL_BANK_ACCOUNT = "settlement";
/** What lies at an institution's address and is its customers'. */
const CUSTOMERS_PLACES = ["customers", CUSTOMERS_CASH, "in circulation", "payment institutions"];

/** Who owes what to whom: whoever issued an instrument owes those who hold it. */
export async function flows(tables: Kysely<Tables>, unit: string): Promise<Omit<FlowsJson, "height">> {
  const shown = tables.selectFrom("institutions").where("role", "in", SHOWN_ROLES);
  const institutions = await shown.select(["address", "role", "name"]).orderBy("address").orderBy("role").execute();
  const creditor = sql<string>`CASE WHEN holdings.place = ANY(${sql.val(CUSTOMERS_PLACES)}::text[]) THEN ${PUBLIC}
    WHEN holdings.place = ${sql.val(CENTRAL_BANK_ACCOUNT)} OR holdings.address IN ${shown.select("address")} THEN holdings.address ELSE ${PUBLIC} END`;
  const claims = await tables
    .selectFrom("holdings")
    .innerJoin("instruments", "instruments.instrument", "holdings.instrument")
    .select(["instruments.issuer", "instruments.instrument", "instruments.symbol", "instruments.kind"])
    .select([creditor.as("creditor"), sql<bigint>`sum(holdings.amount)`.as("amount")])
    .where("instruments.unit", "=", unit)
    .where("instruments.issuer", "is not", null)
    .groupBy(["instruments.issuer", "instruments.instrument", "instruments.symbol", "instruments.kind", "creditor"])
    .orderBy("instruments.instrument")
    .orderBy("creditor")
    .execute();
  const edges = claims.flatMap(({ issuer, creditor: owner, amount, ...instrument }) =>
    issuer === null || issuer === owner ? [] : [{ debtor: issuer, creditor: owner, ...instrument, amountMinor: `${amount}` }],
  );
  const named = new Set(edges.flatMap(({ debtor, creditor: owner }) => [debtor, owner]));
  const nodes = new Map<string, FlowsJson["nodes"][number]>();
  for (const { address, role, name } of institutions) {
    if (!named.has(address)) continue;
    const node = nodes.get(address) ?? { id: address, name, roles: [] };
    nodes.set(address, { ...node, name: node.name === "" ? name : node.name, roles: [...node.roles, role] });
  }
  for (const id of named) if (!nodes.has(id)) nodes.set(id, { id, name: "", roles: [] });
  return { unit, decimals: await decimalsOf(tables, unit), nodes: [...nodes.values()], edges };
}
