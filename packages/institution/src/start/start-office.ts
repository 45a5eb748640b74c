import type { InstrumentJson } from "@sycee/protocol";
import { type Client, pages, type Signer } from "@sycee/sdk";
import type { App } from "../http-api/app-tokens.ts";
import { createOfficeServer } from "../http-api/office-server.ts";
import type { InstitutionKind } from "../kinds/institution-kind.ts";
import { kindOnLedger } from "../kinds/kind-on-ledger.ts";
import { Office } from "../office.ts";
import { beginStore } from "./begin-store.ts";
import { OfficeStartError } from "./office-start-error.ts";

/** What an office is started with. */
export interface StartOfficeOptions {
  /** Where its store lies; made if it is not there. */
  readonly directory: string;
  /** A node that shows accounts to everybody: the office reads every block. */
  readonly client: Client;
  /** The institution's key. */
  readonly signer: Signer;
  /** The institution's name, as statements show it: the one on the ledger if absent. */
  readonly name?: string | undefined;
  /** Port on the loopback interface; 0 takes any that is free. */
  readonly port: number;
  /** Where days end, in minutes east of Greenwich: as the unit's do if absent. */
  readonly zoneOffsetMinutes?: number | undefined;
  /** The first block that can concern a new office: the next one if absent. */
  readonly fromHeight?: bigint | undefined;
  readonly privateWebhooks: boolean;
  readonly apps: readonly App[];
  /** Told of what the office meets and goes on after: a node that does not answer. */
  readonly onTrouble: (error: Error) => void;
  /** Told of faults of the office's own. */
  readonly onFault: (error: Error) => void;
}

/** An office that listens. */
export interface RunningOffice {
  readonly url: string;
  readonly office: Office;
  /** Ends; what is on its way stays in the store and goes on at the next start. */
  close(): Promise<void>;
}

/**
 * Starts the back office of the payment institution or bank that the key's address is on the ledger. Throws `OfficeStartError`, and `SyceeError`
 * when the ledger cannot be read.
 */
export async function startOffice(options: StartOfficeOptions): Promise<RunningOffice> {
  const { client, directory, signer, apps, onTrouble, onFault } = options;
  const { url: nodeUrl } = client.connection;
  const { chainId, height, isPrivate } = await client.status();
  if (isPrivate) {
    throw new OfficeStartError(
      "private_node",
      `The node at ${nodeUrl} keeps accounts private, and an office reads every block: give it a node of its own, with --reading open, that nobody else reaches.`,
    );
  }
  const { kind, instrument } = await findKind(client, signer);
  await beginStore(directory, { chainId, institution: signer.address, nodeUrl }, options.fromHeight ?? BigInt(height) + 1n);
  const office = new Office({
    directory,
    client,
    signer,
    kind,
    name: options.name ?? (await nameOnLedger(client, signer, instrument)),
    currency: {
      symbol: instrument.symbol,
      decimals: instrument.decimals,
      zoneOffsetMinutes: options.zoneOffsetMinutes ?? instrument.zoneOffsetMinutes,
    },
    privateWebhooks: options.privateWebhooks,
    onTrouble,
  });
  const server = createOfficeServer({ office, apps, onFault });
  const close = async () => {
    // A request may wait for its turn between two transactions: it is told, so that the server has an end.
    await office.stopPosting();
    await server.close();
    await office.close();
  };
  try {
    return { url: await server.listen({ port: options.port, host: "127.0.0.1" }), office, close };
  } catch (error) {
    await close();
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    const why = code === "EADDRINUSE" ? "Something listens there already." : "This user may not listen there.";
    throw new OfficeStartError("port_not_open", `Port ${options.port} cannot be opened. ${why}`);
  }
}

async function findKind(
  client: Client,
  { address }: Signer,
): Promise<{ readonly kind: InstitutionKind; readonly instrument: InstrumentJson }> {
  const found = kindOnLedger(await client.instruments(), address);
  if (found !== undefined) return found;
  throw new OfficeStartError("no_office_here", `${address} issues neither e-money nor deposits on the ledger at ${client.connection.url}.`);
}

async function nameOnLedger(client: Client, { address }: Signer, { symbol }: InstrumentJson): Promise<string> {
  for await (const { institutions } of pages((from) => client.economy.institutions({ ...from, limit: 100 }))) {
    const found = institutions.find((each) => each.address === address);
    if (found !== undefined) return found.name;
  }
  return symbol;
}
