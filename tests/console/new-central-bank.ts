import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeGenesis } from "@sycee/ledger";
import { loadBuiltModules } from "@sycee/move-build";
import { startNode } from "@sycee/node";
import { type Address, bytesToHex } from "@sycee/protocol";
import {
  Client,
  developmentSeed,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  initialiseMoney,
  initialiseOversight,
  keyFromSeed,
  registerUnit,
  signerOf,
} from "@sycee/sdk";

const NAME = "central-bank";
const MOVE = fileURLToPath(new URL("../../move/build", import.meta.url));
const CONSOLE = fileURLToPath(new URL("../../apps/console/dist/site", import.meta.url));

/** A ledger on which a central bank was established and has set nothing yet. */
export interface NewCentralBank {
  readonly url: string;
  readonly client: Client;
  readonly address: Address;
  close(): Promise<void>;
}

/** Starts it, with its console; the bank acts under the name of that of the development economy. */
export async function startNewCentralBank(): Promise<NewCentralBank> {
  const [seed, supervisorSeed] = [developmentSeed(NAME), developmentSeed("supervisor of a new ledger")];
  const [{ address }, supervisor] = [signerOf(await keyFromSeed(seed)), signerOf(await keyFromSeed(supervisorSeed))];
  const genesis = encodeGenesis({
    timeMs: BigInt(Date.now()),
    modules: loadBuiltModules(MOVE).map(({ bytes }) => bytes),
    programs: [
      {
        signers: [FRAMEWORK.money],
        calls: [
          initialiseMoney(),
          registerUnit({ code: "HKD", decimals: 2, zoneOffsetMinutes: 480 }),
          entrustUnit({ unit: 1, centralBank: address }),
        ],
      },
      { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] },
      { signers: [supervisor.address], calls: [grantLicence({ kind: "centralBank", unit: 1, holder: address })] },
      {
        signers: [address],
        calls: [establishCentralBank({ unit: 1, name: "New bank", settlementSymbol: "HKD.settlement", cashSymbol: "HKD.cash" })],
      },
    ],
  });
  const directory = await mkdtemp(join(tmpdir(), "sycee-new-central-bank-"));
  const key = { name: NAME, privateKey: `0x${bytesToHex(seed)}` };
  const node = await startNode({
    dataDirectory: directory,
    genesis,
    port: 0,
    quiet: true,
    consoleDirectory: CONSOLE,
    developmentAccounts: [{ name: NAME, role: "central bank", address, threshold: 1, keys: [key] }],
  });
  return {
    url: node.url,
    client: new Client(node.url),
    address,
    async close() {
      await node.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
