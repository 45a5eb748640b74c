import type { Page } from "playwright-core";
import { signAndSend } from "./console-under-test.ts";

/** Chooses an act of the menu of something. */
export async function chooseAct(page: Page, what: string, act: string): Promise<void> {
  await page.getByRole("button", { name: `What can be done with ${what}`, exact: true }).click();
  await page.getByRole("menuitem", { name: act, exact: true }).click();
}

/** Chooses an act that asks for something, fills it in and goes on: what is to be signed is shown then. */
export async function askAct(page: Page, what: string, act: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await chooseAct(page, what, act);
  await fillAct(page, fields);
}

/** Fills in the form of an act that is open and goes on: what is to be signed is shown then. */
export async function fillAct(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const dialog = page.getByRole("dialog");
  for (const [label, text] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true }).and(dialog.locator("input"));
    if ((await field.getAttribute("readonly")) === null) {
      await field.fill(text);
      // What is suggested to a field lies over what comes after it.
      await field.blur();
    } else {
      await field.click();
      await page.getByRole("option", { name: text, exact: true }).click();
    }
  }
  await dialog.getByRole("button", { name: "Go on…" }).click();
}

/** Ticks that a danger was read, signs and sends. */
export async function tickAndSend(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: "I have read this and want it" }).check();
  await signAndSend(page);
}
