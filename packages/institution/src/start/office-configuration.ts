import { readFileSync } from "node:fs";
import { hexToBytes } from "@sycee/protocol";
import { Client, keyFromSeed, signerOf } from "@sycee/sdk";
import { type Static, Type } from "typebox";
import { bodyReader } from "../http-api/read-json.ts";
import { OfficeError } from "../office-error.ts";
import { OfficeStartError } from "./office-start-error.ts";
import type { StartOfficeOptions } from "./start-office.ts";

const Configuration = Type.Object(
  {
    directory: Type.String({ minLength: 1 }),
    node: Type.String({ minLength: 1 }),
    /** File with the institution's seed: 64 hexadecimal digits. */
    seedFile: Type.String({ minLength: 1 }),
    name: Type.Optional(Type.String({ minLength: 1 })),
    port: Type.Integer({ minimum: 0, maximum: 65_535 }),
    zoneOffsetMinutes: Type.Optional(Type.Integer({ minimum: -840, maximum: 840 })),
    /** Whether webhooks may lie on this machine and in networks of one's own. */
    privateWebhooks: Type.Optional(Type.Boolean()),
    fromHeight: Type.Optional(Type.String({ pattern: "^[0-9]{1,15}$" })),
    apps: Type.Array(
      Type.Object(
        { name: Type.String({ minLength: 1 }), tokenSha256: Type.String({ pattern: "^[0-9a-f]{64}$" }) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
type Configuration = Static<typeof Configuration>;

/** What a configuration file says to start an office with; paths in it are those of the process. Throws `OfficeStartError` `office_configuration`. */
export async function officeConfiguration(path: string): Promise<Omit<StartOfficeOptions, "onTrouble" | "onFault">> {
  const configuration = parse(path);
  const { node, seedFile, fromHeight, apps, ...others } = configuration;
  if (new Set(apps.map(({ name }) => name)).size !== apps.length) throw refusal(`${path} names an app twice.`);
  const protocol = URL.canParse(node) ? new URL(node).protocol : "";
  if (protocol !== "http:" && protocol !== "https:") throw refusal(`${path}: ${JSON.stringify(node)} is not the URL of a node.`);
  const seed = hexToBytes(read(seedFile).toString("utf8").trim());
  if (seed?.length !== 32) throw refusal(`${seedFile} does not hold a seed of 64 hexadecimal digits.`);
  return {
    ...others,
    apps,
    client: new Client(node),
    signer: signerOf(await keyFromSeed(seed)),
    fromHeight: BigInt(fromHeight ?? 0),
    privateWebhooks: configuration.privateWebhooks ?? false,
  };
}

function parse(path: string): Configuration {
  const bytes = read(path);
  try {
    return bodyReader(Configuration, path)(bytes);
  } catch (error) {
    if (error instanceof OfficeError) throw refusal(error.detail);
    throw error;
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error) throw refusal(`${path} cannot be read (${String(error.code)}).`);
    throw error;
  }
}

function refusal(sentence: string): OfficeStartError {
  return new OfficeStartError("office_configuration", sentence);
}
