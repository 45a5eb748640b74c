import { readFileSync } from "node:fs";
import { hexToBytes } from "@sycee/protocol";
import { handOut, keyFromSeed, openWallets, pay, signerOf } from "@sycee/sdk";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { tickAndSend } from "./acts.ts";
import { type ConsoleUnderTest, seriousFaults, signAndSend } from "./console-under-test.ts";

/** Brings a key with a wallet, exchanges it with the page closed in between, twice, and takes the copy of the new one to another browser. */
export async function exchangeKey(console: ConsoleUnderTest): Promise<void> {
  const [seed, passphrase] = ["22".repeat(32), "a long passphrase"];
  const old = signerOf(await keyFromSeed(hexToBytes(`0x${seed}`) ?? new Uint8Array()));
  const opening = openWallets({ tier: 1, wallets: [{ owner: old.address, commitment: new Uint8Array(32).fill(5) }] });
  const calls = [opening, handOut({ to: old.address, amountMinor: 5_000n })];
  await console.client.send({ signers: [await console.signer("harbour-bank")], calls });
  const page = await console.open("/wallet");
  const kept = async () => await page.evaluate(() => localStorage.getItem("sycee.keys") ?? "");
  const reopen = async () => {
    await page.reload();
    await page.getByRole("button", { name: "Act as…" }).click();
    await page.getByRole("tab", { name: "My keys" }).click();
    await page.getByLabel("Passphrase of mine").fill(passphrase);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.getByRole("banner").getByRole("button", { name: /mine/ }).waitFor();
  };
  const beginExchange = async () => {
    await page.getByRole("banner").getByRole("button", { name: /mine/ }).click();
    await page.getByRole("menuitem", { name: "Exchange the key…" }).click();
    await page.getByLabel("Passphrase of mine").fill(passphrase);
    await page.getByRole("button", { name: "Make the new key" }).click();
    await page.getByText("Whoever has it can do what you can").waitFor();
    return (await page.getByRole("dialog").locator(".identifier").getAttribute("title")) ?? "";
  };
  await keepKey(page, { name: "mine", seed, passphrase });
  const made = await beginExchange();
  // The page is closed in the middle: the old key opens, and the exchange goes on with the same new one.
  await reopen();
  expect(await beginExchange()).toBe(made);
  const both = await kept();
  expect(both).toContain('"next"');
  expect(both).not.toContain(made);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save it to a file" }).click()]);
  expect(readFileSync(await file.path(), "utf8")).toBe(`mine\naddress ${old.address}\nprivate key ${made}\n`);
  await page.getByLabel("I have kept a copy of the new key").check();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Go on…" }).click();
  await tickAndSend(page);
  await expect.poll(kept).not.toContain('"next"');
  const payment = [pay({ payee: (await console.signer("bob")).address, instrument: 2, amountMinor: 100n })];
  await expect(console.client.send({ signers: [old], calls: payment })).rejects.toMatchObject({ code: "wrong_key" });
  const renewed = signerOf(await keyFromSeed(hexToBytes(`0x${made}`) ?? new Uint8Array()), old.address);
  await console.client.send({ signers: [renewed], calls: payment });

  // It was closed before it knew that the ledger had it: the ledger is asked, and the new key acts.
  await page.evaluate((text) => localStorage.setItem("sycee.keys", text), both);
  await reopen();
  expect(await kept()).not.toContain('"next"');
  await page.getByRole("combobox", { name: "Payee" }).fill("bob");
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Amount" }).fill("1");
  await page.getByRole("button", { name: "Go on" }).click();
  await signAndSend(page);
  const { balances } = await console.client.account(old.address);
  expect(balances.map(({ amountMinor }) => amountMinor)).toEqual(["4800"]);
  await page.context().close();

  const elsewhere = await console.open("/wallet", { width: 390 });
  await keepKey(elsewhere, { name: "copy", seed, passphrase, address: `0x${"9".repeat(64)}` }, false);
  await elsewhere.getByText("The ledger has another key for this address.").waitFor();
  await elsewhere.getByLabel("Private key to bring (leave empty to make a new one)").fill(made);
  await elsewhere.getByLabel("Address (leave empty, unless the key took another's place)").fill(old.address);
  await elsewhere.getByRole("button", { name: "Seal and keep" }).click();
  await elsewhere.getByText("¥48.00").first().waitFor();
  await elsewhere.context().close();
}

interface KeptKey {
  readonly name: string;
  readonly seed: string;
  readonly passphrase: string;
  readonly address?: string;
}

/** Brings a key into the browser; `isTaken` where the page goes on as that key. */
async function keepKey(page: Page, { name, seed, passphrase, address = "" }: KeptKey, isTaken = true): Promise<void> {
  await page.getByRole("button", { name: "Act as…" }).click();
  await page.getByRole("tab", { name: "New key" }).click();
  const form = page.getByRole("tabpanel", { name: "New key" });
  await form.getByLabel("Name", { exact: true }).fill(name);
  await form.getByLabel("Private key to bring (leave empty to make a new one)").fill(seed);
  await form.getByLabel("Address (leave empty, unless the key took another's place)").fill(address);
  await form.getByLabel("New passphrase").fill(passphrase);
  await form.getByLabel("The same again").fill(passphrase);
  await form.getByRole("button", { name: "Seal and keep" }).click();
  if (isTaken) await page.getByRole("banner").getByRole("button", { name }).waitFor();
}
