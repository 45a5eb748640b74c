import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { hexToBytes } from "@sycee/protocol";
import { Client, keyFromSeed, signerOf } from "@sycee/sdk";
import { type Static, Type } from "typebox";
import { createOfficeServer } from "./http-api/office-server.ts";
import { bodyReader } from "./http-api/read-json.ts";
import { kindOnLedger } from "./kinds/kind-on-ledger.ts";
import { Office } from "./office.ts";

const Configuration = Type.Object(
  {
    directory: Type.String({ minLength: 1 }),
    node: Type.String({ minLength: 1 }),
    /** File with the institution's seed: 64 hexadecimal digits. */
    seedFile: Type.String({ minLength: 1 }),
    name: Type.String({ minLength: 1 }),
    port: Type.Integer({ minimum: 0, maximum: 65_535 }),
    zoneOffsetMinutes: Type.Integer({ minimum: -840, maximum: 840 }),
    /** Whether webhooks may lie on this machine and in networks of one's own. */
    privateWebhooks: Type.Optional(Type.Boolean()),
    fromHeight: Type.Optional(Type.String({ pattern: "^[0-9]{1,20}$" })),
    apps: Type.Array(Type.Object({ name: Type.String({ minLength: 1 }), tokenSha256: Type.String({ pattern: "^[0-9a-f]{64}$" }) })),
  },
  { additionalProperties: false },
);

/** `node dist/main.js --config office.json`: runs the back office of one payment institution or bank, whichever the ledger says it is, on the loopback interface until it is told to stop. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { config: { type: "string" } } });
  if (values.config === undefined) throw new Error("say which configuration: --config office.json");
  const configuration = bodyReader(Configuration)(readFileSync(values.config));
  const office = await openOffice(configuration);
  const server = createOfficeServer({ office, apps: configuration.apps, onFault: (error) => tell({ fault: error.message }) });
  const stop = async () => {
    // A request may wait for its turn between two transactions: it is told, so that the server has an end.
    await office.stopPosting();
    await server.close();
    await office.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop().catch((error: unknown) => {
        tell({ fault: String(error) });
        process.exitCode = 1;
      });
    });
  }
  const url = await server.listen({ port: configuration.port, host: "127.0.0.1" });
  tell({ listening: url, institution: office.institution, kind: office.kind.name });
}

async function openOffice(configuration: Static<typeof Configuration>): Promise<Office> {
  const seed = hexToBytes(readFileSync(configuration.seedFile, "utf8").trim());
  if (seed === undefined || seed.length !== 32) throw new Error(`${configuration.seedFile} does not hold a seed of 64 hexadecimal digits`);
  const signer = signerOf(await keyFromSeed(seed));
  const client = new Client(configuration.node);
  const found = kindOnLedger(await client.instruments(), signer.address);
  if (found === undefined) throw new Error(`${signer.address} issues neither e-money nor deposits on the ledger of ${configuration.node}`);
  const { kind, instrument } = found;
  return new Office({
    directory: configuration.directory,
    client,
    signer,
    kind,
    name: configuration.name,
    currency: { symbol: instrument.symbol, decimals: instrument.decimals, zoneOffsetMinutes: configuration.zoneOffsetMinutes },
    fromHeight: BigInt(configuration.fromHeight ?? 0),
    privateWebhooks: configuration.privateWebhooks ?? false,
    onTrouble: (error) => tell({ trouble: error.message }),
  });
}

function tell(event: Readonly<Record<string, string>>): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
