import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { officeConfiguration, startOffice, type StartOfficeOptions } from "@sycee/institution";
import { untilStopped } from "../node/until-stopped.ts";
import { CliError } from "../output/cli-error.ts";
import { wholeNumber } from "./act.ts";
import type { OfficeCommandOptions } from "./office.ts";
import { openAccess } from "./options.ts";

/** The app that an office without a configuration has. */
const APP = "app";
const TOKEN_FILE = "app-token";
const TOKEN_BYTES = 32;

type Settings = Omit<StartOfficeOptions, "onTrouble" | "onFault"> & { readonly tokenFile?: string };

/** Runs an office until a signal stops it. Throws `CliError`, `OfficeStartError`, `SyceeError`. */
export async function runOffice(name: string | undefined, options: OfficeCommandOptions): Promise<void> {
  const { tokenFile, ...settings } = await settingsOf(name, options);
  const running = await startOffice({
    ...settings,
    onTrouble: (error) => console.error(`${new Date().toISOString()} ${error.message}`),
    onFault: (error) => console.error(`${new Date().toISOString()} fault of the office: ${error.message}`),
  });
  // Watched before anything is printed, so that an early stop is not missed.
  const stopped = untilStopped(() => running.close());
  const { url, office } = running;
  if (options.json) console.log(JSON.stringify({ url, institution: office.institution, kind: office.kind.name, tokenFile }));
  else {
    console.log(`the office of ${office.name}, a ${office.kind.name}, kept in ${settings.directory}`);
    if (tokenFile !== undefined) console.log(`its app's bearer token is in ${tokenFile}`);
    console.log(`serves at ${url}, its API is told at ${url}/docs; Ctrl-C stops it`);
  }
  await stopped;
  if (!options.json) console.log(`\nstopped: orders that wait are in ${settings.directory} and go on at the next start`);
}

async function settingsOf(name: string | undefined, options: OfficeCommandOptions): Promise<Settings> {
  const { config, port, privateWebhooks = false, fromHeight } = options;
  if (config !== undefined) {
    if (name !== undefined) throw new CliError("invalid_argument", "Say whose office it is, or --config FILE, which says it: not both.");
    return await officeConfiguration(config);
  }
  if (name === undefined) throw new CliError("invalid_argument", "Say whose office it is, as in sycee office swiftpay, or --config FILE.");
  const { client, book } = openAccess(options);
  const signer = await book.signer(name);
  const directory = options.data ?? join(".sycee", `office-${await book.nameOf(signer.address)}`);
  const tokenFile = join(directory, TOKEN_FILE);
  return {
    directory,
    client,
    signer,
    port,
    fromHeight: fromHeight === undefined ? undefined : wholeNumber(fromHeight, 0n, BigInt(Number.MAX_SAFE_INTEGER)),
    privateWebhooks,
    apps: [{ name: APP, tokenSha256: createHash("sha256").update(tokenOf(directory, tokenFile)).digest("hex") }],
    tokenFile,
  };
}

/** The token of the office's app: made at the first start, readable by its owner only. */
function tokenOf(directory: string, tokenFile: string): string {
  if (existsSync(tokenFile)) {
    const token = readFileSync(tokenFile, "utf8").trim();
    if (/^[\x21-\x7e]{16,256}$/.test(token)) return token;
    throw new CliError("file_not_read", `${tokenFile} does not hold a token of 16 to 256 printable characters.`);
  }
  const token = randomBytes(TOKEN_BYTES).toString("hex");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(tokenFile, `${token}\n`, { mode: 0o600, flag: "wx" });
  return token;
}
