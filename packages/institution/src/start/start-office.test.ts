import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startNode } from "@sycee/node";
import { Client, type Signer } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APPS, startTestEconomy, type TestEconomy } from "../../test-data/economy.ts";
import { beginStore } from "./begin-store.ts";
import { officeConfiguration } from "./office-configuration.ts";
import { type RunningOffice, startOffice } from "./start-office.ts";

const SLOW_MS = 60_000;
let economy: TestEconomy;
const troubles: string[] = [];

beforeAll(async () => {
  economy = await startTestEconomy();
}, SLOW_MS);

afterAll(async () => {
  await economy.end();
  expect(troubles).toEqual([]);
});

const start = async (signer: Signer, name: string, port = 0): Promise<RunningOffice> =>
  await startOffice({
    directory: join(economy.directory, name),
    client: economy.client,
    signer,
    port,
    privateWebhooks: false,
    apps: APPS,
    onTrouble: (error) => void troubles.push(error.message),
    onFault: (error) => void troubles.push(error.message),
  });

describe("an office starts", { timeout: SLOW_MS }, () => {
  test("knowing from the ledger what it is, what it is called and where its days end, and reads from the next block on", async () => {
    const { height } = await economy.client.status();
    const running = await start(economy.institution, "first");
    const { kind, name, currency, enteredUntil } = running.office;
    expect({ kind: kind.name, name, zone: currency.zoneOffsetMinutes, enteredUntil }).toEqual({
      kind: "payment institution",
      name: "Swift Pay",
      zone: 480,
      enteredUntil: BigInt(height),
    });
    const port = Number(new URL(running.url).port);
    await expect(start(economy.commercialBank, "second", port)).rejects.toMatchObject({ code: "port_not_open" });
    await running.close();
    const bank = await start(economy.commercialBank, "second", port);
    expect(bank.office.kind.name).toBe("bank");
    await bank.close();
  });

  test("only with its own store, on its own ledger, for an institution", async () => {
    await expect(start(economy.other, "first")).rejects.toMatchObject({ code: "office_of_another_institution" });
    await expect(start(economy.alice, "third")).rejects.toMatchObject({ code: "no_office_here" });
    const { address } = economy.institution;
    await beginStore(
      join(economy.directory, "fourth"),
      { chainId: `0x${"ab".repeat(32)}`, institution: address, nodeUrl: "elsewhere" },
      7n,
    );
    await expect(start(economy.institution, "fourth")).rejects.toMatchObject({ code: "office_of_another_ledger" });
  });

  test("a store reads on from its first beginning, whatever a later start says", async () => {
    const { chainId } = await economy.client.status();
    const owner = { chainId, institution: economy.institution.address, nodeUrl: economy.node.url };
    const directory = join(economy.directory, "fifth");
    await beginStore(directory, owner, 1n);
    await beginStore(directory, owner, 99n);
    const running = await start(economy.institution, "fifth");
    expect(running.office.enteredUntil).toBeLessThan(98n);
    await running.close();
  });

  test("not on a node that shows it no blocks' transactions", async () => {
    await economy.node.close();
    const hidden = await startNode({ dataDirectory: join(economy.directory, "ledger"), port: 0, quiet: true, isPrivate: true });
    const options = {
      directory: join(economy.directory, "sixth"),
      signer: economy.institution,
      port: 0,
      privateWebhooks: false,
      apps: APPS,
    };
    const told = { onTrouble: () => undefined, onFault: () => undefined };
    await expect(startOffice({ ...options, ...told, client: new Client(hidden.url) })).rejects.toMatchObject({ code: "private_node" });
    await hidden.close();
  });
});

describe("a configuration", () => {
  const file = (name: string, content: unknown): string => {
    const path = join(economy.directory, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  const apps = [{ name: "shop", tokenSha256: "0".repeat(64) }];
  const whole = () => ({
    directory: "office",
    node: "http://127.0.0.1:1",
    seedFile: file("seed", Buffer.from(economy.institutionSeed).toString("hex")),
    port: 0,
    apps,
  });

  test("is read", async () => {
    const read = await officeConfiguration(file("whole.json", whole()));
    expect(read).toMatchObject({ directory: "office", port: 0, apps, fromHeight: 0n, privateWebhooks: false });
    expect(read.signer.address).toBe(economy.institution.address);
  });

  test.each([
    ["a file that is not there", () => "/nowhere/office.json", "cannot be read (ENOENT)"],
    ["what is not JSON", () => file("a.json", "{"), "is not JSON"],
    ["a misspelt name", () => file("b.json", { ...whole(), prot: 1 }), 'must not have "prot"'],
    ["no apps", () => file("c.json", { ...whole(), apps: undefined }), "must have required properties apps"],
    ["an app twice", () => file("d.json", { ...whole(), apps: [...apps, ...apps] }), "names an app twice"],
    ["a node that is no URL", () => file("e.json", { ...whole(), node: "ledger" }), "is not the URL of a node"],
    ["a seed that is none", () => file("f.json", { ...whole(), seedFile: file("short", "ab") }), "does not hold a seed"],
  ])("%s is refused in words", async (_, path, sentence) => {
    await expect(officeConfiguration(path())).rejects.toMatchObject({
      code: "office_configuration",
      message: expect.stringContaining(sentence),
    });
  });
});
