import { SyceeError } from "@sycee/sdk";

/** What `reading` answers; `undefined` where a node that keeps accounts private does not tell it to whoever reads. */
export async function ifTold<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SyceeError && (error.code === "not_yours" || error.code === "session_required")) return undefined;
    throw error;
  }
}
