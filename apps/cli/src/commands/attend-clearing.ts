import { attend } from "../clearing/attend.ts";
import { ClearingAttendant } from "../clearing/clearing-attendant.ts";
import { wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess } from "./options.ts";

interface AttendOptions extends NodeAccess {
  readonly house: string;
  readonly as: string;
  readonly closeAfter: string;
  readonly settleAfter: string;
}

const MINUTE_MS = 60_000;

/** `sycee clearing attend`: runs until a signal stops it. */
export async function attendHouse(options: AttendOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const signer = await book.signer(options.as);
  // A private node shows its queues to the house.
  client.readAs(signer);
  const attendant = new ClearingAttendant({
    client,
    house: await book.resolve(options.house),
    signer,
    closeAfterMs: Number(wholeNumber(options.closeAfter, 1n, 527_040n)) * MINUTE_MS,
    settleAfterMs: Number(wholeNumber(options.settleAfter, 0n, 527_040n)) * MINUTE_MS,
    nowMs: Date.now,
  });
  // A house that is none is said at once, and not every five seconds.
  await client.clearingHouse(await book.resolve(options.house));
  console.log(`attending ${options.house} as ${options.as}; Ctrl-C ends it`);
  const attended = attend(
    attendant,
    (what) => console.log(`${new Date().toISOString()} ${what}`),
    (error) => console.error(`${new Date().toISOString()} ${error.message}`),
  );
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  await attended.stop();
}
