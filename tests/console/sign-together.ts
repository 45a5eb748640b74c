import type { Page } from "playwright-core";
import { actAs } from "./console-under-test.ts";

/** Prepares the act that is shown for signing together: its own signer has signed, and the page of the draft is open. */
export async function prepareTogether(page: Page): Promise<void> {
  const together = page.getByRole("button", { name: "Sign together…" });
  await together.waitFor();
  const danger = page.getByRole("checkbox", { name: "I have read this and want it" });
  if (await danger.isVisible()) await danger.check();
  await together.click();
  await page.getByRole("button", { name: "Make the link" }).click();
  await page.getByRole("heading", { name: "Sign together" }).waitFor();
}

/** Signs the draft that is open as somebody else of the development economy. */
export async function signDraftAs(page: Page, name: string): Promise<void> {
  await actAs(page, name);
  await page.getByRole("button", { name: `Sign as ${name}` }).click();
}

/** Sends a draft that everybody signed, and waits until it is final. */
export async function sendDraft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send it now" }).click();
  await page
    .getByText(/^Done: final in block \d+$/)
    .first()
    .waitFor();
}

/** Has the act that is shown signed by its signer and all others, and sent. */
export async function signAndSendTogether(page: Page, ...others: readonly string[]): Promise<void> {
  await prepareTogether(page);
  for (const name of others) await signDraftAs(page, name);
  await sendDraft(page);
}
