import { SyceeError } from "@sycee/sdk";

/** What `reading` answers, or `otherwise` for an address that the ledger has nothing of. */
export async function ifKnown<T, Otherwise>(reading: Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SyceeError && error.code === "unknown_account") return otherwise;
    throw error;
  }
}
