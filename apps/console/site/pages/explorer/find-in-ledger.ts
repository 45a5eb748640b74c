import { type Address, shortAddress } from "@sycee/protocol";
import { type Client, type ReadSession, SyceeError } from "@sycee/sdk";
import type { Names } from "../../identity/names.ts";

/** Something that a text names, and where it is shown. */
export interface Found {
  readonly kind: "block" | "transaction" | "institution" | "instrument" | "account" | "module";
  readonly id: string;
  /** What is said of it. */
  readonly text: string;
  readonly to: string;
}

/** Where to look. */
interface Places {
  readonly client: Client;
  /** In which the accounts of whoever acts are found, too; `undefined` where nobody acts. */
  readonly session: ReadSession | undefined;
  readonly names: Names;
  modules(): ReturnType<Client["modules"]>;
}

const HEIGHT = /^\d{1,20}$/;
const HASH = /^0x[0-9a-f]{64}$/;
const MOST_MODULES = 10;

/** Everything that a text names: a height, an id, an address, a name or a part of one. Throws `SyceeError`. */
export async function findInLedger(text: string, places: Places): Promise<readonly Found[]> {
  const wanted = text.trim();
  if (HEIGHT.test(wanted)) return [{ kind: "block", id: wanted, text: "", to: `/explorer/blocks/${wanted}` }];
  const hash = wanted.toLowerCase();
  if (HASH.test(hash)) return await findHash(hash, places);
  const named = places.names.find(wanted);
  const known: readonly Found[] =
    named === undefined ? [] : [{ kind: "account", id: named, text: wanted, to: `/explorer/accounts/${named}` }];
  const [models, modules] = await Promise.all([askModels(wanted, places), findModules(wanted, places)]);
  return [...known, ...models, ...modules];
}

// A hash, an id and an address look alike: the ledger says which it is.
async function findHash(hash: string, places: Places): Promise<readonly Found[]> {
  const found = await askModels(hash, places);
  if (found.length > 0) return found;
  const account: Found = { kind: "account", id: hash, text: "", to: `/explorer/accounts/${hash}` };
  try {
    const answer = await places.client.transaction(hash);
    return answer.status === "final" ? [{ kind: "transaction", id: hash, text: "", to: `/explorer/transactions/${hash}` }] : [account];
  } catch (error) {
    if (!(error instanceof SyceeError)) throw error;
    // On a private node: there is such a transaction, and its page says who may read it.
    if (error.code === "session_required" || error.code === "not_yours")
      return [{ ...account, kind: "transaction", to: `/explorer/transactions/${hash}` }];
    if (error.code === "unknown_transaction" || error.code === "pruned") return [account];
    throw error;
  }
}

/** What the read models know; nothing where there are none. */
async function askModels(text: string, { client, session }: Places): Promise<readonly Found[]> {
  try {
    const { found } = await (session === undefined ? client.models.search(text) : session.search(text));
    return found.map((each) => ({ ...each, to: pageOf(each) }));
  } catch (error) {
    if (error instanceof SyceeError && error.code === "read_models_unavailable") return [];
    throw error;
  }
}

function pageOf({ kind, id }: Pick<Found, "kind" | "id">): string {
  switch (kind) {
    case "block":
      return `/explorer/blocks/${id}`;
    case "transaction":
      return `/explorer/transactions/${id}`;
    case "institution":
      return `/institutions/${id}`;
    case "account":
      return `/explorer/accounts/${id}`;
    default:
      return "/";
  }
}

async function findModules(text: string, { modules }: Places): Promise<readonly Found[]> {
  const wanted = text.toLowerCase();
  const all = (await modules()).map(({ address, name }) => ({ address, name, full: `${shortAddress(address as Address)}::${name}` }));
  const exact = all.filter(({ name, full }) => full === wanted || name === wanted);
  const shown = exact.length > 0 ? exact : all.filter(({ full }) => full.includes(wanted)).slice(0, MOST_MODULES);
  return shown.map(({ address, name, full }) => ({ kind: "module", id: full, text: "", to: `/explorer/modules/${address}/${name}` }));
}
